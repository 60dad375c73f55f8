use super::super::fault::RemarkKind;
use super::super::formats::Format::HuggingFace;
use super::super::loss::LossKind;
use super::super::options::{Misfit, Nesting, Options, Scheme};
use super::super::proof_tests::{all_tokens, damaged, file, given, placed, read};
use super::super::worlds::{TEXT, rich, said, spans_at_random};
use super::*;
use crate::format::json::parse;
use proptest::prelude::*;

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
    assert_eq!(kinds, [(2, RemarkKind::Unreadable), (1, RemarkKind::OddTag)]);
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

#[test]
fn damage_is_no_trouble() {
    let written = write(&rich(), &Options::default());
    damaged(HuggingFace, &given(&written.files[0]));
    damaged(HuggingFace, &given(&written.files[1]));
}
