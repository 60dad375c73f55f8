use super::super::fault::{Fault, RemarkKind};
use super::super::file::{OutFile, Written};
use super::super::loss::LossKind;
use super::super::model::Sheet;
use super::super::options::Options;
use super::super::{trials, worlds};
use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn given(name: &str, text: &str) -> InFile {
    InFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

fn value(file: &OutFile) -> Value {
    crate::format::json::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap()
}

#[test]
fn a_document_is_written_as_textae_counts() {
    let written = write(&worlds::rich(), &Options::default());
    let names: Vec<&str> = written.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["doc.json", "second.json"]);
    let doc = value(&written.files[0]);
    assert_eq!(
        (&doc["text"], &doc["sourceid"], &doc["source_url"]),
        (&json!(worlds::TEXT), &json!("doc"), &json!("https://example.org/1"))
    );
    let of = |id: &str| doc["denotations"].as_array().unwrap().iter().find(|one| one["id"] == id).cloned();
    // The emoji before it is two units.
    assert_eq!(of("s1"), Some(json!({ "id": "s1", "span": { "begin": 7, "end": 19 }, "obj": "PERS" })));
    assert_eq!(of("s9").unwrap()["span"], json!([{ "begin": 3, "end": 6 }, { "begin": 90, "end": 97 }]));
    assert_eq!(of("s5"), None, "it crosses another");
    assert_eq!(doc["relations"], json!([{ "id": "r1", "pred": "has_role", "subj": "s1", "obj": "s2" }]));
    assert_eq!(doc["attributes"][0], json!({ "id": "A1", "subj": "s2", "pred": "certainty", "obj": "high" }));
    assert_eq!(
        doc["attributes"][2],
        json!({ "id": "A3", "subj": "s3", "pred": "identifier", "obj": "http://www.wikidata.org/entity/Q842" })
    );
    assert_eq!(doc["config"]["entity types"][0], json!({ "id": "PERS", "label": "شخص" }));
    use LossKind::{About, CrossLink, Crossing, DocumentLabel, Event, Note, Referent};
    let kinds: Vec<LossKind> = written.losses.iter().map(|loss| loss.kind).collect();
    assert_eq!(kinds, [About, Crossing, Referent, Note, Event, DocumentLabel, About, CrossLink]);
}

/// The spans of a document less those that losses name by their words.
fn less(sheet: &Sheet, written: &Written) -> Sheet {
    let lost = |kind| written.losses.iter().filter(move |loss| loss.kind == kind);
    let mut gone: Vec<(String, String)> = lost(LossKind::Crossing)
        .chain(lost(LossKind::SpanDropped))
        .map(|loss| (loss.words.clone(), loss.label.clone()))
        .collect();
    let mut sheet = sheet.clone();
    // Of the same words under the same label the later one crosses, since the earlier ones are kept.
    let spans: Vec<_> = std::mem::take(&mut sheet.spans).into_iter().rev().collect();
    for span in spans {
        let is = |one: &(String, String)| *one == (sheet.words(&span), span.label.clone());
        match gone.iter().position(is) {
            Some(place) => drop(gone.remove(place)),
            None => sheet.spans.push(span),
        }
    }
    assert_eq!(gone, []);
    sheet
}

#[test]
fn all_that_has_a_place_comes_back() {
    let rich = worlds::rich();
    for unit in [None, Some(Unit::CodePoint), Some(Unit::Byte), Some(Unit::Grapheme)] {
        let written = write(&rich, &Options { unit, ..Options::default() });
        let files = trials::given(&written);
        assert!(files.iter().all(claims));
        let found = read(&files).unwrap();
        assert_eq!(found.remarks, []);
        assert_eq!(found.corpus.tagset.labels.len(), 21);
        let sheets = trials::settled(Ok(found));
        assert_eq!(worlds::said(&sheets[0]), worlds::said(&less(&rich.documents[0], &written)), "{unit:?}");
        assert_eq!(sheets[0].relations, rich.documents[0].relations);
        assert_eq!(sheets[0].span("s2").unwrap().attributes, rich.documents[0].span("s2").unwrap().attributes);
        assert_eq!(sheets[0].span("s3").unwrap().referents[0].link.as_deref(), Some("Q842"));
        assert_eq!((sheets[1].name.as_str(), sheets[1].text.as_str()), ("second", rich.documents[1].text.as_str()));
    }
}

#[test]
fn a_flag_that_textae_would_stop_at_is_written_as_text() {
    let mut corpus = worlds::rich();
    let flag = |name: &str, value: bool| (name.to_owned(), serde_json::Value::from(value));
    corpus.documents[0].spans[0].attributes = vec![flag("kept", true), flag("denied", true)];
    corpus.documents[0].spans[1].attributes = vec![flag("denied", false)];
    let written = write(&corpus, &Options::default());
    let attributes = value(&written.files[0])["attributes"].as_array().unwrap().clone();
    let said = |name: &str| attributes.iter().filter(|one| one["pred"] == name).map(|one| one["obj"].clone()).collect::<Vec<_>>();
    assert_eq!(said("kept"), [true]);
    assert_eq!(said("denied"), ["true", "false"]);
    assert_eq!(trials::count(&written, LossKind::AttributeAsText), 2);
}

macro_rules! sample {
    ($name:literal) => {
        given($name, include_str!(concat!("../../../../tests/fixtures/formats/pubannotation/", $name)))
    };
}

#[test]
fn what_textae_itself_wrote_is_the_gold() {
    let files = [sample!("000.json"), sample!("003.json"), sample!("emoji.json")];
    assert!(files.iter().all(claims));
    let found = read(&files).unwrap();
    assert_eq!(found.remarks, []);
    let sheets = trials::settled(Ok(found));
    assert_eq!(trials::golden(&sheets), 25);
}

#[test]
fn tracks_pieces_and_denotations_without_id_or_object_are_read() {
    let sheets = trials::settled(read(&[sample!("inception-samplePubAnnotation.json")]));
    assert_eq!(sheets[0].spans.len(), 4);
    let pieces = sheets[0].span("2-T2").unwrap();
    assert_eq!(
        (pieces.pieces.len(), pieces.annotator.as_deref(), sheets[0].words(pieces)),
        (2, Some("PubmedHPO"), "canc … howeve".to_owned())
    );
    assert_eq!(pieces.attributes, [("uncertain".to_owned(), json!(true))]);
    let sheets = trials::settled(read(&[sample!("textae-demo-annotations.json")]));
    assert_eq!(
        (sheets[0].spans.len(), sheets[0].span("E1").unwrap().label.as_str(), sheets[0].relations.len()),
        (38, "annotation", 3)
    );
    let sheets = trials::settled(read(&[sample!("textae-multi_tracks.json")]));
    assert_eq!((sheets[0].spans.len(), sheets[0].relations.len()), (6, 2));
    for file in [sample!("textae-3_annotations.json"), sample!("inception-samplePubAnnotationProjectScoped.json")] {
        assert!(claims(&file) && read(&[file]).is_ok_and(|found| found.remarks.is_empty()));
    }
}

#[test]
fn a_chain_is_one_span() {
    let text = json!({ "text": "زار ثم علي", "denotations": [
        { "id": "T1", "span": { "begin": 0, "end": 3 }, "obj": "_FRAGMENT" }, { "id": "T2", "span": { "begin": 7, "end": 10 }, "obj": "X" }],
        "relations": [{ "pred": "_lexicallyChainedTo", "subj": "T2", "obj": "T1" }, { "pred": "r", "subj": "T1", "obj": "T2" }] });
    let sheets = trials::settled(read(&[given("a.json", &text.to_string())]));
    assert_eq!((sheets[0].spans.len(), sheets[0].words(&sheets[0].spans[0])), (1, "زار … علي".to_owned()));
    assert_eq!(sheets[0].relations.iter().map(|tie| tie.kind.as_str()).collect::<Vec<_>>(), ["r"]);
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_read() {
    let text = r#"{"text":"زار","denotations":[{"span":{"begin":-1,"end":2},"obj":"X"},{"id":"a","span":{"begin":3,"end":1},"obj":"X"},{"id":"a","span":{"begin":0,"end":99999999999},"obj":"X"},{"span":{"begin":0,"end":3},"obj":"Y"}],"relations":[{"pred":"r","subj":"a","obj":"b"}],"attributes":[{"subj":"a","pred":"p","obj":1}]}
{"denotations":[]}"#;
    let found = read(&[given("a.json", text)]).unwrap();
    let kinds: Vec<RemarkKind> = found.remarks.iter().map(|remark| remark.kind).collect();
    use RemarkKind::{BadLimits, Dangling, NoText};
    assert_eq!(kinds, [BadLimits, BadLimits, BadLimits, Dangling, Dangling, NoText]);
    assert_eq!(found.corpus.documents[0].spans.len(), 1);
    assert_eq!(read(&[given("a.json", "{}")]), Err(Fault::Empty { file: "a.json".into() }));
    assert_eq!(read(&[given("a.json", "{\n\"text\" 1}")]), Err(Fault::Broken { file: "a.json".into(), line: 2, syntax: "JSON" }));
    assert!(!claims(&given("a.json", "{\"text\":\"x\"}")) && !claims(&given("a", "")));
}

#[test]
fn damaged_files_are_refused_or_read_and_nothing_worse() {
    trials::torment(&trials::given(&write(&worlds::rich(), &Options::default())), claims, read);
}

proptest! {
    #[test]
    fn spans_come_back_less_what_is_said_to_be_lost(corpus in worlds::spans_at_random(), unit in 0_usize..4) {
        let written = write(&corpus, &Options { unit: Some(UNITS[unit].0), ..Options::default() });
        let back = trials::settled(read(&trials::given(&written)));
        let lost = trials::count(&written, LossKind::Crossing);
        prop_assert_eq!(trials::count(&written, LossKind::SpanDropped), 0);
        let all = worlds::said(&corpus.documents[0]);
        let said = worlds::said(&back[0]);
        prop_assert_eq!(said.len() + lost, all.len());
        prop_assert!(said.iter().all(|one| all.contains(one)));
        let kept: Vec<_> = said.iter().map(|(_, pieces)| pieces[0]).collect();
        prop_assert!(kept.iter().all(|one| kept.iter().all(|other| !one.crosses(*other))));
    }
}
