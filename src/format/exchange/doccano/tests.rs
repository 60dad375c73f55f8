use super::super::formats::Format::Doccano;
use super::super::loss::LossKind;
use super::super::model::{Corpus, Unit};
use super::super::options::Options;
use super::super::proof_tests::{back, damaged, file, given, is_gold, placed, read};
use super::super::worlds::{rich, said, spans_at_random};
use super::*;
use crate::core::range::TextRange;
use proptest::prelude::*;

macro_rules! sample {
    ($name:literal) => {
        file($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/doccano/", $name)))
    };
}

fn counting(unit: Option<Unit>) -> Options {
    Options { unit, ..Options::default() }
}

#[test]
fn relations_make_the_form_of_relations() {
    let written = write(&rich(), &Options::default());
    assert_eq!(written.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["doccano-relations.jsonl"]);
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    assert!(text.is_ascii());
    let lines: Vec<serde_json::Value> = text.lines().map(|line| crate::format::json::parse(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    // After one emoji, UTF-16 is one ahead of code points.
    assert_eq!(lines[0]["entities"][0].to_string(), r#"{"id":1,"label":"EVENT","start_offset":3,"end_offset":6}"#);
    assert_eq!(lines[0]["entities"][2].to_string(), r#"{"id":3,"label":"PERS","start_offset":7,"end_offset":19}"#);
    assert_eq!(lines[0]["relations"].to_string(), r#"[{"id":13,"from_id":3,"to_id":4,"type":"has_role"}]"#);
    assert_eq!((&lines[0]["doc"], &lines[0]["offset_unit"]), (&"doc".into(), &"utf-16".into()));
    assert_eq!(lines[0]["document_labels"].to_string(), r#"["politics"]"#);
    assert_eq!(lines[1]["entities"][0]["id"], 14);
    let kinds: Vec<LossKind> = written.losses.iter().map(|loss| loss.kind).collect();
    use LossKind::{Attribute, CrossLink, Event, Note, Parted, Referent};
    assert_eq!(kinds, [Parted, Note, Attribute, Attribute, Referent, Event, CrossLink]);
    let (found, _) = back(Doccano, &rich(), &Options::default());
    let sheet = &found.corpus.documents[0];
    assert_eq!((sheet.title.as_str(), sheet.source.as_deref()), ("زيارة", Some("https://example.org/1")));
    assert_eq!((sheet.labels.clone(), sheet.language.as_str(), sheet.extra.len()), (vec!["politics".to_owned()], "ar", 0));
    assert_eq!((sheet.relations[0].from.as_str(), sheet.relations[0].to.as_str()), ("3", "4"));
}

#[test]
fn without_relations_it_is_sequence_labelling() {
    let mut corpus = rich();
    corpus.documents.remove(0);
    let python = counting(Some(Unit::CodePoint));
    assert_eq!(write(&corpus, &python).files[0].name, "doccano-code-point.jsonl");
    let text = String::from_utf8(write(&corpus, &python).files[0].bytes.clone()).unwrap();
    assert!(text.contains(r#""label":[[11,16,"GPE"]],"offset_unit":"code_point","doc":"second""#), "{text}");
}

#[test]
fn a_limit_inside_a_cluster_is_told_where_clusters_are_counted() {
    let mut corpus = rich();
    corpus.documents.remove(0);
    corpus.documents[0].spans[0].pieces = vec![TextRange::of(11, 12)];
    let kinds = |unit| write(&corpus, &counting(Some(unit))).losses.iter().map(|loss| loss.kind).collect::<Vec<_>>();
    assert_eq!(kinds(Unit::Grapheme), [LossKind::Widened, LossKind::CrossLink]);
    assert_eq!(kinds(Unit::Utf16), [LossKind::CrossLink]);
}

#[test]
fn each_document_has_the_fields_of_all_and_none_of_doccanos_own() {
    let mut corpus = rich();
    corpus.documents[0].extra =
        vec![("edition".into(), 2.into()), ("filename".into(), 3.into()), ("place".into(), "عُمان".into())];
    let written = write(&corpus, &Options::default());
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    let lines: Vec<serde_json::Value> = text.lines().map(|line| crate::format::json::parse(line).unwrap()).collect();
    let fields = |line: &serde_json::Value| line.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(fields(&lines[0]), fields(&lines[1]));
    assert!(!fields(&lines[0]).contains("filename") && written.losses.iter().any(|loss| loss.kind == LossKind::About));
    assert_eq!((&lines[0]["edition"], &lines[1]["edition"], &lines[1]["place"]), (&2.into(), &serde_json::json!([]), &().into()));
    let (found, _) = back(Doccano, &corpus, &Options::default());
    assert_eq!(found.corpus.documents.iter().map(|sheet| sheet.extra.len()).collect::<Vec<_>>(), [2, 0]);
}

proptest! {
    #[test]
    fn what_is_written_is_read(corpus in spans_at_random()) {
        for unit in [None, Some(Unit::CodePoint), Some(Unit::Grapheme), Some(Unit::Byte)] {
            let (found, losses) = back(Doccano, &corpus, &counting(unit));
            prop_assert_eq!(losses, []);
            let placed = placed(&found);
            prop_assert_eq!(said(&placed[0].sheet), said(&corpus.documents[0]));
            prop_assert_eq!(placed[0].unit, unit.unwrap_or(Unit::Utf16));
        }
    }
}

#[test]
fn what_doccano_wrote_is_what_it_was_given() {
    is_gold(&read(Doccano, &sample!("arabic-sequence.jsonl")), "");
    let found = read(Doccano, &sample!("arabic-relations.jsonl"));
    is_gold(&found, "");
    assert_eq!(found.corpus.documents.iter().map(|sheet| sheet.relations.len()).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(found.corpus.documents[0].relations[0].kind, "capital_of");
}

#[test]
fn samples_of_doccano_are_read() {
    let spans = |name: InFile| {
        let found = read(Doccano, &name);
        let _ = placed(&found);
        let counts = found.corpus.documents.iter().map(|sheet| sheet.spans.len()).collect::<Vec<_>>();
        (counts, found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect::<Vec<_>>())
    };
    use super::super::fault::RemarkKind::NoText;
    assert_eq!(spans(sample!("export-relation_extraction.jsonl")), (vec![4], vec![]));
    assert_eq!(spans(sample!("relation_extraction-example.jsonl")), (vec![4], vec![]));
    assert_eq!(spans(sample!("export-sequence_labeling.jsonl")), (vec![2, 1, 1], vec![]));
    assert_eq!(spans(sample!("sequence_labeling-example.jsonl")), (vec![1, 0], vec![(3, NoText)]));
    assert_eq!(spans(sample!("sequence_labeling-example_overlapping.jsonl")), (vec![2], vec![]));
    assert_eq!(spans(sample!("intent-example.jsonl")), (vec![1, 0, 1, 0], vec![(5, NoText)]));
    let intent = read(Doccano, &sample!("intent-example.jsonl"));
    assert_eq!(intent.corpus.documents[0].labels, ["positive"]);
}

#[test]
fn bad_limits_and_relations_to_nothing_are_told() {
    let lines = r#"{"text": "عُمان", "entities": [{"id": 1, "start_offset": 3, "end_offset": 1, "label": "X"}, {"id": 1, "start_offset": 0, "end_offset": 2}], "relations": [{"from_id": 1, "to_id": 9, "type": "t"}], "label": [[-1, 2, "X"], [0, 99999999999, "X"], 5]}"#;
    let found = read(Doccano, &file("a.jsonl", lines.as_bytes()));
    use super::super::fault::RemarkKind::{BadLimits, Dangling, Unreadable};
    let kinds: Vec<_> = found.remarks.iter().map(|remark| remark.kind).collect();
    assert_eq!(kinds, [BadLimits, BadLimits, Unreadable, BadLimits, Dangling]);
    assert!(read_nothing("{\"a\": 1}") && read_nothing("") && read_nothing("{\"text\": \"\"}"));
}

fn read_nothing(text: &str) -> bool {
    super::read(&[file("a.jsonl", text.as_bytes())]).is_err()
}

#[test]
fn damage_is_no_trouble() {
    damaged(Doccano, &given(&write(&rich(), &Options::default()).files[0]));
    damaged(
        Doccano,
        &given(&write(&Corpus { documents: rich().documents.split_off(1), ..rich() }, &Options::default()).files[0]),
    );
    damaged(Doccano, &sample!("intent-example.jsonl"));
}
