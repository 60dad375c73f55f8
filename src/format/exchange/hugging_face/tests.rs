use super::super::fault::RemarkKind;
use super::super::formats::{Format::HuggingFace, sort};
use super::super::loss::LossKind;
use super::super::model::Sheet;
use super::super::options::{Misfit, Nesting, Options, Scheme};
use super::super::proof_tests::{all_tokens, damaged, file, given, placed, read};
use super::super::trials::{self, settled_on};
use super::super::worlds::{TEXT, rich, said, spans_at_random};
use super::*;
use crate::core::text::Text;
use crate::format::json::parse;
use proptest::prelude::*;
use std::rc::Rc;

fn lines(written: &Written, place: usize) -> Vec<Value> {
    let text = std::str::from_utf8(&written.files[place].bytes).unwrap();
    text.lines().map(|line| parse(line).unwrap()).collect()
}

#[test]
fn sentences_have_a_column_for_each_level() {
    let written = write(&rich(), &Options::default());
    assert_eq!(
        written.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["tokens.jsonl", "spans.jsonl", "README.md"]
    );
    let rows = lines(&written, 0);
    let names = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert!(rows.iter().all(|row| names(row) == names(&rows[0])));
    assert_eq!(names(&rows[0])[..5], ["id", "doc", "tokens", "ner_tags", "nested_ner_tags"]);
    // The event reaches from the first line into the second, so that these are one.
    let first = rows[0]["tokens"].as_array().unwrap();
    assert_eq!((&first[1], &first[2], &rows[0]["id"]), (&"زار".into(), &"بريت".into(), &"doc-0".into()));
    let tags =
        |column: &str| rows[0][column].as_array().unwrap().iter().take(5).map(|tag| tag.as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(tags("ner_tags"), ["O", "B-EVENT", "I-EVENT", "I-EVENT", "I-EVENT"]);
    assert_eq!(tags("nested_ner_tags"), ["O", "O", "B-PERS", "I-PERS", "O"]);
    let second = rows.last().unwrap();
    assert_eq!(
        second.to_string().split(r#","nested_ner_tags":"#).next().unwrap(),
        r#"{"id":"second-0","doc":"second","tokens":["نص","ثانٍ","عن","عُمان"],"ner_tags":["O","O","O","B-GPE"]"#
    );
}

#[test]
fn documents_have_all_fields_in_each_line() {
    let written = write(&rich(), &Options::default());
    let all = lines(&written, 1);
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&all[0]), names(&all[1]));
    assert_eq!(
        all[0]["spans"][1].to_string(),
        r#"{"id":"s1","start":6,"end":18,"label":"PERS","text":"بريت ماكغورك","pieces":[[6,18]],"note":"","attributes":[],"mentions":[],"annotator":"","created_at":""}"#
    );
    let card = String::from_utf8(written.files[2].bytes.clone()).unwrap();
    assert!(card.starts_with("---\nlanguage:\n- ar\ntask_categories:\n- token-classification\nconfigs:\n"), "{card}");
    assert!(
        card.contains("    sequence: string\n- config_name: spans\n  features:\n  - name: id\n    dtype: string\n")
            && card.contains("| PERS | Person | 1 |")
    );
}

#[test]
fn one_column_tells_what_it_leaves_out() {
    let kinds = |nesting| {
        let written = write(&rich(), &Options { nesting, misfit: Misfit::Part, ..Options::default() });
        assert!(lines(&written, 0).iter().all(|row| row.get("nested_ner_tags").is_none()));
        let kinds = [LossKind::Nested, LossKind::Crossing, LossKind::SameLimits];
        kinds.map(|kind| written.losses.iter().filter(|loss| loss.kind == kind).count())
    };
    // The event in pieces fills what lies between them.
    assert_eq!(kinds(Nesting::Outermost), [8, 0, 0]);
    assert_eq!(kinds(Nesting::Innermost), [3, 0, 1]);
}

#[test]
fn documents_come_back_whole() {
    let written = write(&rich(), &Options::default());
    let found = read(HuggingFace, &given(&written.files[1]));
    assert_eq!(found.remarks, []);
    let (came, mut went) = (&placed(&found)[0].sheet, rich().documents.remove(0));
    // The only value that is no text.
    went.spans.iter_mut().filter(|span| span.id == "s2").for_each(|span| span.attributes[1].1 = "3".into());
    assert_eq!(*came, went);
    assert_eq!(written.losses.iter().filter(|loss| loss.kind == LossKind::AttributeAsText).count(), 1);
}

proptest! {
    // Each case is written in many ways.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn what_is_written_is_read(corpus in spans_at_random()) {
        for options in all_tokens() {
            for scheme in [Scheme::Iob2, Scheme::Iob1, Scheme::Bioes] {
                let options = Options { scheme, ..options };
                let written = write(&corpus, &options);
                let documents = read(HuggingFace, &given(&written.files[1]));
                prop_assert_eq!(said(&placed(&documents)[0].sheet), said(&corpus.documents[0]));
                // From the tokens the white space is a guess; on the text itself the spans lie where the tokens are.
                let rows = read(HuggingFace, &given(&written.files[0]));
                prop_assert_eq!(&rows.remarks, &vec![]);
                let sheet = &rows.corpus.documents[0];
                let placed = super::super::anchor::anchor(sheet, &corpus.documents[0].text);
                prop_assert!(sheet.is_joined && placed.doubtful.is_empty() && placed.moved.is_empty());
                let done = super::super::tokens::tokenise(&corpus.documents[0], &options);
                let mut expected: Vec<_> = corpus.documents[0].spans.iter().zip(&done.spans).filter_map(|(span, range)| {
                    let range = range.clone()?;
                    let limits = crate::core::range::TextRange::new(done.tokens[range.start].start(), done.tokens[range.end - 1].end());
                    Some((span.label.clone(), vec![limits]))
                }).collect();
                expected.sort();
                prop_assert_eq!(said(&placed.sheet), expected);
            }
        }
    }
}

#[test]
fn lines_of_others_are_read() {
    let conll = r#"{"id": "0", "tokens": ["EU", "rejects", "German"], "pos_tags": ["NNP", "VBZ", "JJ"], "chunk_tags": ["B-NP", "B-VP", "B-NP"], "ner_tags": ["B-ORG", "O", "I-MISC"]}
{"id": "1", "tokens": ["Peter"], "ner_tags": [1]}"#;
    let found = read(HuggingFace, &file("train.jsonl", conll.as_bytes()));
    let kinds: Vec<_> = found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect();
    assert_eq!(kinds, [(2, RemarkKind::NoNames), (1, RemarkKind::OddTag)]);
    let sheet = &placed(&found)[0].sheet;
    assert_eq!(sheet.text.as_str(), "EU rejects German\nPeter");
    assert_eq!(
        sheet.spans.iter().map(|span| (span.label.as_str(), sheet.words(span))).collect::<Vec<_>>(),
        [("ORG", "EU".into()), ("MISC", "German".into())]
    );
    let spans = r#"{"text": "زار عُمان", "entities": [{"start": 4, "end": 9, "label": "GPE", "score": 0.5}, {"start": 4, "end": 4, "label": "GPE"}]}"#;
    let found = read(HuggingFace, &file("spans.jsonl", spans.as_bytes()));
    assert_eq!(found.remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(), [RemarkKind::BadLimits]);
    assert_eq!(placed(&found)[0].sheet.spans[0].attributes[0].0, "score");
    assert!(TEXT.contains('🇴'));
}

macro_rules! outside {
    ($name:literal) => {
        file($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/hugging_face/", $name)))
    };
}

/// How many spans of the gold a file has, each on the text that it was made of.
fn golden(sheets: &[Sheet]) -> usize {
    macro_rules! text {
        ($name:literal) => {
            ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/brat/", $name, ".txt")))
        };
    }
    let texts = [text!("003"), text!("emoji"), text!("000")];
    let of = |sheet: &Sheet| {
        let text = texts.iter().find(|(name, _)| *name == sheet.name).unwrap().1;
        settled_on(sheet, &Sheet { text: Rc::new(Text::new(text)), ..Sheet::default() })
    };
    trials::golden(&sheets.iter().map(of).collect::<Vec<_>>())
}

#[test]
fn numbers_of_the_library_have_the_names_beside_them() {
    let numbers = outside!("numbers.jsonl");
    let with = |names: InFile| {
        let (batches, rest) = sort(vec![names, numbers.clone()]);
        assert_eq!((batches.len(), rest.len()), (1, 0));
        let found = HuggingFace.read(&batches[0].1).unwrap();
        assert_eq!(found.remarks, []);
        found.corpus.documents
    };
    let named = with(outside!("dataset_info.json"));
    assert_eq!(named, with(outside!("README.md")));
    // All that stand in one column: what crosses and what lies inside another has no place there.
    assert_eq!(golden(&named), 14);
    let found = read(HuggingFace, &numbers);
    let told: Vec<_> = found.remarks.iter().map(|remark| (remark.line, remark.kind, remark.words.as_str())).collect();
    assert_eq!(told, [(1, RemarkKind::NoNames, "ner_tags")]);
    assert!(found.corpus.documents.iter().zip(&named).all(|(bare, named)| bare.spans.is_empty() && bare.text == named.text));
    // Of two files both have the names; those of another folder are not theirs.
    let other = InFile { name: "other/numbers.jsonl".into(), ..numbers.clone() };
    let info = |folder: &str| InFile { name: format!("{folder}dataset_info.json"), ..outside!("dataset_info.json") };
    let sizes = |files: Vec<InFile>| sort(files).0.iter().map(|(_, batch)| batch.len()).collect::<Vec<_>>();
    assert_eq!(sizes(vec![numbers.clone(), other.clone(), info("")]), [2, 2]);
    assert_eq!(sizes(vec![numbers.clone(), other, info("other/")]), [1, 2]);
}

#[test]
fn numbers_without_a_name_are_told() {
    let names = file("dataset_info.json", br#"{"features": {"ner_tags": {"feature": {"names": ["O", "PER"], "_type": "ClassLabel"}, "_type": "List"}, "spans": [{"label": {"names": ["GPE"], "_type": "ClassLabel"}}]}}"#);
    let rows = "{\"tokens\": [\"a\", \"b\", \"c\"], \"ner_tags\": [-100, 1, 1]}\n{\"tokens\": [\"d\"], \"ner_tags\": [2]}\n{\"text\": \"عُمان\", \"spans\": [{\"start\": 0, \"end\": 5, \"label\": 0}, [1]]}";
    let found = HuggingFace.read(&[file("a.jsonl", rows.as_bytes()), names]).unwrap();
    let kinds: Vec<_> = found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect();
    assert_eq!(kinds, [(2, RemarkKind::Unreadable), (3, RemarkKind::BadLimits)]);
    let said: Vec<_> = placed(&found)
        .iter()
        .flat_map(|one| one.sheet.spans.iter().map(|span| (span.label.clone(), one.sheet.words(span))).collect::<Vec<_>>())
        .collect();
    assert_eq!(said, [("GPE".into(), "عُمان".into()), ("PER".into(), "b c".into())]);
}

#[test]
fn other_lines_of_the_library_are_read() {
    for name in [outside!("spans.jsonl"), outside!("columns.jsonl")] {
        let found = read(HuggingFace, &name);
        assert_eq!(found.remarks, []);
        assert_eq!(golden(&found.corpus.documents), 26);
    }
    let found = read(HuggingFace, &outside!("tags.jsonl"));
    assert_eq!((found.remarks.len(), found.corpus.documents.len()), (0, 1));
    let words: Vec<_> = found.corpus.documents[0].spans.iter().map(|span| found.corpus.documents[0].words(span)).collect();
    assert_eq!((words.len(), words[0].as_str(), words[17].as_str()), (18, "إيران", "علي باقري كاني"));
    let odd = r#"{"text": "abc", "spans": {"start": [0, 1], "end": [1], "label": 5, "x": {"y": []}}}"#;
    let found = read(HuggingFace, &file("a.jsonl", odd.as_bytes()));
    assert_eq!((found.remarks.len(), found.corpus.documents[0].spans.len()), (1, 1));
}

#[test]
fn damage_is_no_trouble() {
    let written = write(&rich(), &Options::default());
    damaged(HuggingFace, &given(&written.files[0]));
    damaged(HuggingFace, &given(&written.files[1]));
}
