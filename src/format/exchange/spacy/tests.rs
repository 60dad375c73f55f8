use super::super::fault::RemarkKind;
use super::super::formats::Format::Spacy;
use super::super::loss::LossKind;
use super::super::options::{Misfit, Nesting, Options};
use super::super::proof_tests::{all_tokens, back, damaged, file, given, is_gold, on_tokens, placed, read};
use super::super::worlds::{rich, said, spans_at_random};
use super::*;
use crate::core::range::TextRange;
use crate::format::json::parse;
use proptest::prelude::*;
use serde_json::Value;

fn lines(options: &Options) -> Vec<Value> {
    let text = String::from_utf8(write(&rich(), options).files[0].bytes.clone()).unwrap();
    text.lines().map(|line| parse(line).unwrap()).collect()
}

fn labels(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect()
}

#[test]
fn a_document_is_as_spacy_writes_it() {
    let all = lines(&Options::default());
    let first = &all[0];
    assert_eq!(first["tokens"][0].to_string(), r#"{"id":0,"start":0,"end":1}"#);
    let spans = first["spans"][GROUP].as_array().unwrap();
    assert_eq!(spans.len(), 11);
    assert_eq!(spans[1].to_string(), r#"{"start":6,"end":18,"label":"PERS","kb_id":""}"#);
    assert_eq!(spans[3].to_string(), r#"{"start":43,"end":48,"label":"GPE","kb_id":"Q842"}"#);
    // The line break is a token by itself, the space after a word is none.
    let tokens: Vec<(u64, u64)> = first["tokens"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["start"].as_u64().unwrap(), one["end"].as_u64().unwrap()))
        .collect();
    assert!(tokens.windows(2).all(|pair| pair[1].0 - pair[0].1 <= 1));
    let text: Vec<char> = first["text"].as_str().unwrap().chars().collect();
    assert!(tokens.iter().all(|(start, end)| text[*start as usize..*end as usize] != [' ']));
    assert_eq!(first["relations"].to_string(), r#"[{"type":"has_role","from":1,"to":2,"note":""}]"#);
    assert_eq!(first["notes"].to_string(), r#"[{"span":2,"note":"سطر\nوآخر"}]"#);
    assert_eq!(first["cats"].to_string(), r#"{"politics":1.0}"#);
    assert_eq!(all[1]["doc"], "second");
}

#[test]
fn entities_never_overlap() {
    for (nesting, first) in [(Nesting::Columns, "EVENT"), (Nesting::Innermost, "PERS")] {
        let all = lines(&Options { nesting, ..Options::default() });
        assert_eq!(labels(&all[0]["ents"])[0], first);
        let limits: Vec<(u64, u64)> = all[0]["ents"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["start"].as_u64().unwrap(), one["end"].as_u64().unwrap()))
            .collect();
        assert!(limits.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{limits:?}");
    }
}

#[test]
fn what_spacy_has_no_place_for_comes_back() {
    let parting = Options { misfit: Misfit::Part, ..Options::default() };
    let (found, losses) = back(Spacy, &rich(), &parting);
    use LossKind::{CrossLink, Filled, TokenParted};
    assert_eq!(losses.iter().filter(|kind| ![CrossLink, Filled, TokenParted].contains(kind)).count(), 0, "{losses:?}");
    assert_eq!((found.remarks.len(), found.corpus.documents.len()), (0, 2));
    let (came, went) = (&placed(&found)[0].sheet, &rich().documents[0]);
    let of = |label: &str| came.spans.iter().find(|span| span.label == label).unwrap();
    let occ = went.span("s2").unwrap();
    assert_eq!((&of("OCC").note, &of("OCC").attributes), (&occ.note, &occ.attributes));
    let oman = came.spans.iter().find(|span| !span.referents.is_empty()).unwrap();
    assert_eq!(oman.referents, went.span("s3").unwrap().referents);
    assert_eq!((&came.relations[0].from, &came.relations[0].to), (&of("PERS").id, &of("OCC").id));
    let event = &came.events[0];
    assert_eq!((event.trigger.as_ref(), event.roles.len()), (Some(&of("EVENT").id), 3));
    assert_eq!(
        (&came.labels, &came.title, &came.source, &came.language),
        (&went.labels, &went.title, &went.source, &went.language)
    );
    assert_eq!(came.extra, []);
}

proptest! {
    // Each case is written in many ways.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn what_is_written_is_read(corpus in spans_at_random()) {
        for options in all_tokens() {
            on_tokens(Spacy, &corpus, &options);
        }
    }
}

#[test]
fn what_spacy_wrote_is_what_it_was_given() {
    let sample = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/spacy/arabic.jsonl"));
    is_gold(&read(Spacy, &file("docs.jsonl", sample)), "COUNTRY");
}

#[test]
fn the_older_form_is_read() {
    let forms = [
        r#"["🙂 زار عُمان", {"entities": [[2, 5, "V"], [9, 3, "X"]]}]"#,
        r#"[["🙂 زار عُمان", {"entities": [[2, 5, "V"], [9, 3, "X"]]}], ["نص", {"entities": []}]]"#,
        r#"{"classes": ["V"], "annotations": [["🙂 زار عُمان", {"entities": [[2, 5, "V"], [9, 3, "X"]]}], null]}"#,
    ];
    for text in forms {
        let found = read(Spacy, &file("old.json", text.as_bytes()));
        assert_eq!(found.remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(), [RemarkKind::BadLimits]);
        assert_eq!(said(&placed(&found)[0].sheet), [("V".to_owned(), vec![TextRange::of(2, 5)])]);
    }
}

#[test]
fn entities_and_several_groups_are_read_once() {
    let text = r#"{"text": "زار عُمان", "ents": [{"start": 0, "end": 3, "label": "V"}, {"start": 4, "end": 9, "label": "GPE", "kb_id": "Q842"}],
        "spans": {"other": [{"start": 4, "end": 9, "label": "LOC", "sure": 1}], "sc": [{"start": 0, "end": 3, "label": "V"}]}, "cats": {"a": 0.9, "b": 0.1}}"#;
    let found = read(Spacy, &file("a.json", text.as_bytes()));
    let sheet = &placed(&found)[0].sheet;
    assert_eq!(sheet.spans.iter().map(|span| span.label.as_str()).collect::<Vec<_>>(), ["V", "LOC", "GPE"]);
    assert_eq!(
        (sheet.spans[1].attributes.len(), sheet.spans[2].referents.len(), sheet.labels.clone()),
        (1, 1, vec!["a".to_owned()])
    );
}

#[test]
fn damage_is_no_trouble() {
    damaged(Spacy, &given(&write(&rich(), &Options::default()).files[0]));
    damaged(
        Spacy,
        &file("old.json", r#"[["🙂 زار عُمان", {"entities": [[2, 5, "V"], [9, 3, "X"]]}], ["نص", {"entities": []}]]"#.as_bytes()),
    );
}
