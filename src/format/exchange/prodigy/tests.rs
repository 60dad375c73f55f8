use super::super::fault::RemarkKind;
use super::super::formats::Format::Prodigy;
use super::super::loss::LossKind;
use super::super::options::{Misfit, Options};
use super::super::proof_tests::{all_tokens, back, damaged, file, given, on_tokens, placed, read};
use super::super::trials;
use super::super::worlds::{rich, said, spans_at_random};
use super::*;
use crate::core::range::TextRange;
use crate::format::json::parse;
use proptest::prelude::*;

macro_rules! sample {
    ($name:literal) => {
        file($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/prodigy/", $name)))
    };
}

#[test]
fn a_task_is_as_prodigy_writes_it() {
    let text = String::from_utf8(write(&rich(), &Options::default()).files[0].bytes.clone()).unwrap();
    let first = parse(text.lines().next().unwrap()).unwrap();
    assert_eq!(first["tokens"][1].to_string(), r#"{"text":"زار","start":2,"end":5,"id":1,"ws":true}"#);
    assert_eq!(first["spans"][1].to_string(), r#"{"start":6,"end":18,"token_start":2,"token_end":3,"label":"PERS"}"#);
    assert_eq!(
        first["relations"][0].to_string(),
        r#"{"head":3,"child":6,"head_span":{"start":6,"end":18,"token_start":2,"token_end":3,"label":"PERS"},"child_span":{"start":20,"end":34,"token_start":5,"token_end":6,"label":"OCC"},"label":"has_role"}"#
    );
    assert_eq!(
        first["meta"].to_string(),
        r#"{"doc":"doc","title":"زيارة","source":"https://example.org/1","language":"ar","direction":"rtl"}"#
    );
    assert_eq!((&first["answer"], &first["_view_id"]), (&"accept".into(), &"relations".into()));
    let second = parse(text.lines().nth(1).unwrap()).unwrap();
    assert_eq!(second["_view_id"], "spans_manual");
}

#[test]
fn a_rich_document_comes_back() {
    let mut corpus = rich();
    corpus.documents[0].relations[0].note = "لماذا".into();
    let (found, losses) = back(Prodigy, &corpus, &Options { misfit: Misfit::Part, ..Options::default() });
    use LossKind::{CrossLink, Filled, TokenParted};
    assert_eq!(losses.iter().filter(|kind| ![CrossLink, Filled, TokenParted].contains(kind)).count(), 0, "{losses:?}");
    assert_eq!(found.remarks, []);
    let (came, went) = (&placed(&found)[0].sheet, &corpus.documents[0]);
    let of = |label: &str| came.spans.iter().find(|span| span.label == label).unwrap();
    let occ = went.span("s2").unwrap();
    assert_eq!((&of("OCC").note, &of("OCC").attributes), (&occ.note, &occ.attributes));
    assert_eq!(
        (&came.relations[0].from, &came.relations[0].to, came.relations[0].note.as_str()),
        (&of("PERS").id, &of("OCC").id, "لماذا")
    );
    assert_eq!((&came.labels, &came.title, &came.name, came.events[0].roles.len()), (&went.labels, &went.title, &went.name, 3));
    assert_eq!(came.extra, []);
}

#[test]
fn tasks_with_tokens_of_spacy_are_read() {
    let found = read(Prodigy, &sample!("spacy-arabic.jsonl"));
    assert_eq!(found.remarks, []);
    let sheets: Vec<_> = placed(&found).into_iter().map(|one| one.sheet).collect();
    // One begins inside a token.
    assert_eq!(trials::golden(&sheets), 19);
}

proptest! {
    // Each case is written in many ways.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn what_is_written_is_read(corpus in spans_at_random()) {
        for options in all_tokens() {
            on_tokens(Prodigy, &corpus, &options);
        }
    }
}

#[test]
fn samples_of_prodigy_are_read() {
    let tweets = read(Prodigy, &sample!("ner_tweets-demo-5lines.jsonl"));
    let sheet = &placed(&tweets)[0].sheet;
    assert_eq!(said(sheet), [("PERSON".to_owned(), vec![TextRange::of(11, 21)])]);
    assert_eq!(sheet.spans[0].attributes, [("source".to_owned(), "en_core_web_lg".into())]);
    let drugs = read(Prodigy, &sample!("ner_drugs-3lines.jsonl"));
    assert_eq!(placed(&drugs).len(), 3);
    assert_eq!(drugs.corpus.documents[0].extra, [("section".to_owned(), "opiates".into())]);
    let relations = read(Prodigy, &sample!("rel_component-2lines.jsonl"));
    let _ = placed(&relations);
    let counts: Vec<_> = relations.corpus.documents.iter().map(|sheet| (sheet.spans.len(), sheet.relations.len())).collect();
    assert_eq!(counts, SPANS_AND_RELATIONS);
    assert_eq!(relations.corpus.documents[0].relations[0].kind, "Pos-Reg");
}

/// Those of `rel_component-2lines.jsonl`.
const SPANS_AND_RELATIONS: [(usize, usize); 2] = [(5, 4), (10, 9)];

#[test]
fn what_was_refused_is_not_taken() {
    let text = r#"{"text": "زار عُمان", "spans": [{"start": 4, "end": 9, "label": "PERS"}], "answer": "reject"}
        {"text": "زار عُمان", "tokens": [{"text": "زار", "start": 0, "end": 3, "id": 0}], "spans": [{"token_start": 0, "token_end": 0, "label": "V"}, {"token_start": 7, "token_end": 9, "label": "V"}], "answer": "accept", "_annotator_id": "a"}"#;
    let found = read(Prodigy, &file("a.jsonl", text.as_bytes()));
    assert_eq!(
        found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect::<Vec<_>>(),
        [(1, RemarkKind::NoPlace), (2, RemarkKind::BadLimits)]
    );
    let all = placed(&found);
    assert_eq!((all[0].sheet.spans.len(), said(&all[1].sheet)), (0, vec![("V".to_owned(), vec![TextRange::of(0, 3)])]));
    assert_eq!(all[1].sheet.spans[0].annotator.as_deref(), Some("a"));
}

#[test]
fn damage_is_no_trouble() {
    damaged(Prodigy, &given(&write(&rich(), &Options::default()).files[0]));
    damaged(Prodigy, &sample!("ner_drugs-3lines.jsonl"));
}
