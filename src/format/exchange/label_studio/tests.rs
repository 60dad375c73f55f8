use super::super::fault::RemarkKind;
use super::super::formats::Format::LabelStudio;
use super::super::loss::LossKind;
use super::super::options::Options;
use super::super::proof_tests::{back, damaged, file, given, is_gold, placed, read};
use super::super::worlds::{rich, said, spans_at_random};
use super::*;
use crate::core::range::TextRange;
use crate::format::json::parse;
use proptest::prelude::*;
use serde_json::{Value, json};

macro_rules! sample {
    ($name:literal) => {
        file($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/label_studio/", $name)))
    };
}

fn results(text: &[u8]) -> Vec<String> {
    let tasks = parse(std::str::from_utf8(text).unwrap()).unwrap();
    tasks[0]["annotations"][0]["result"].as_array().unwrap().iter().map(Value::to_string).collect()
}

#[test]
fn everything_but_events_is_in_the_tasks() {
    let written = write(&rich(), &Options::default());
    let all = results(&written.files[0].bytes);
    for line in [
        r#"{"id":"s1","from_name":"label","to_name":"text","type":"labels","origin":"manual","value":{"start":6,"end":18,"text":"بريت ماكغورك","labels":["PERS"]}}"#,
        r#"{"id":"s9-piece-2","from_name":"label","to_name":"text","type":"labels","origin":"manual","value":{"start":87,"end":94,"text":"تفاوضتا","labels":["EVENT"]}}"#,
        r#"{"id":"s2","from_name":"certainty","to_name":"text","type":"textarea","origin":"manual","value":{"start":20,"end":34,"text":["high"]}}"#,
        r#"{"id":"s2","from_name":"number","to_name":"text","type":"number","origin":"manual","value":{"start":20,"end":34,"text":"مستشارُ الرئيس","number":3}}"#,
        r#"{"type":"relation","from_id":"s1","to_id":"s2","direction":"right","labels":["has_role"]}"#,
        r#"{"type":"relation","from_id":"s9","to_id":"s9-piece-2","direction":"right","labels":["next_piece"]}"#,
    ] {
        assert!(all.iter().any(|one| one == line), "{line}\n{all:#?}");
    }
    assert!(all.iter().any(|one| one.contains(r#""meta":{"text":["سطر\nوآخر"]}"#)));
    assert!(all.iter().any(|one| one.contains(r#""choices":["politics"]"#)));
    assert!(all.iter().any(|one| one.contains(r#""from_name":"link""#) && one.contains(r#"["Q842"]"#)));
    let kinds: Vec<LossKind> = written.losses.iter().map(|loss| loss.kind).collect();
    assert_eq!(kinds, [LossKind::Parted, LossKind::Event, LossKind::CrossLink]);
}

#[test]
fn the_configuration_offers_all_that_is_used() {
    let mut corpus = rich();
    corpus.documents[0].spans[0].label = "a<\"b".into();
    corpus.documents[0].spans[1].attributes.push(("سمة".into(), json!(["x", "y"])));
    let written = write(&corpus, &Options::default());
    assert_eq!(written.files[1].name, "label-studio-config.xml");
    let xml = String::from_utf8(written.files[1].bytes.clone()).unwrap();
    assert!(xml.starts_with("<View style=\"direction: rtl\">\n  <Relations>\n    <Relation value=\"has_role\"/>\n"), "{xml}");
    for part in [
        "<Label value=\"PERS\" background=\"#3f7fd9\" hint=\"شخص · Person\"/>",
        "<Label value=\"a&lt;&quot;b\"",
        "<Number name=\"number\" toName=\"text\" perRegion=\"true\"/>",
        "<TextArea name=\"certainty\" toName=\"text\" perRegion=\"true\"/>",
        "<Choices name=\"x\" toName=\"text\" choice=\"multiple\" perRegion=\"true\">\n    <Choice value=\"x\" hint=\"\"/>",
        "<Choices name=\"document\" toName=\"text\" choice=\"multiple\">\n    <Choice value=\"politics\"",
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
    let renamed: Vec<_> = written.losses.iter().filter(|loss| loss.kind == LossKind::Renamed).collect();
    assert_eq!(renamed.iter().map(|loss| (loss.words.as_str(), loss.label.as_str())).collect::<Vec<_>>(), [("سمة", "x")]);
}

#[test]
fn a_configuration_offers_always_something() {
    let kinds = json!([{"id": "empty", "type": "choice", "values": []}]);
    let tagset = crate::core::tagset::Tagset {
        labels: Vec::new(),
        extra: crate::core::record::Extra::default().with("attributes", Some(kinds)),
    };
    let corpus = super::super::model::Corpus { tagset, ..Default::default() };
    let xml = String::from_utf8(write(&corpus, &Options::default()).files[1].bytes.clone()).unwrap();
    assert!(
        xml.contains("<Label value=\"unlabelled\"") && xml.contains("<TextArea name=\"empty\"") && !xml.contains("<Choices"),
        "{xml}"
    );
}

#[test]
fn a_configuration_given_with_its_tasks_is_no_task() {
    let written = write(&rich(), &Options::default());
    let files: Vec<InFile> = written.files.iter().map(given).collect();
    assert_eq!(super::read(&files).unwrap().corpus.documents.len(), 2);
    assert!(super::read(&files[1..]).is_err());
}

#[test]
fn what_is_written_of_a_rich_document_comes_back() {
    let (found, _) = back(LabelStudio, &rich(), &Options::default());
    assert_eq!(found.remarks, []);
    let (came, went) = (&placed(&found)[0].sheet, &rich().documents[0]);
    assert_eq!(said(came), said(went));
    for span in &went.spans {
        let other = came.span(&span.id).unwrap();
        assert_eq!((&other.note, &other.attributes, &other.words), (&span.note, &span.attributes, &span.words));
        assert_eq!(other.referents.len(), span.referents.len());
    }
    let referent = &came.span("s3").unwrap().referents[0];
    assert_eq!((referent.name.as_str(), referent.link.as_deref()), ("عُمان", Some("Q842")));
    assert_eq!((&came.labels, &came.title, &came.source), (&went.labels, &went.title, &went.source));
    assert_eq!((came.relations[0].kind.as_str(), came.relations[0].from.as_str()), ("has_role", "s1"));
}

proptest! {
    #[test]
    fn what_is_written_is_read(corpus in spans_at_random()) {
        let (found, losses) = back(LabelStudio, &corpus, &Options::default());
        prop_assert_eq!(losses, []);
        prop_assert_eq!(said(&placed(&found)[0].sheet), said(&corpus.documents[0]));
    }
}

#[test]
fn what_label_studio_wrote_is_what_it_was_given() {
    let found = read(LabelStudio, &sample!("arabic.json"));
    is_gold(&found, "");
    assert_eq!(found.corpus.documents.iter().map(|sheet| sheet.relations.len()).collect::<Vec<_>>(), [1, 1, 1]);
    assert!(found.corpus.documents[0].spans[0].words.is_some());
    let found = read(LabelStudio, &sample!("arabic-min.json"));
    is_gold(&found, "");
}

#[test]
fn pictures_are_no_text() {
    let told = read(LabelStudio, &sample!("sdk-csv_test.json"));
    assert!(told.corpus.documents.iter().all(|sheet| sheet.spans.is_empty() && sheet.text.as_str().contains(' ')));
    assert!(!told.remarks.is_empty() && told.remarks.iter().all(|remark| remark.kind == RemarkKind::NoPlace));
    assert!(LabelStudio.claims(&sample!("ls-tests-previous_export.json")));
    assert!(super::read(&[sample!("ls-tests-previous_export.json")]).is_err());
}

#[test]
fn older_and_odder_files_are_read() {
    let tasks = json!([{
        "data": {"headline": "خبر", "body": "🙂 زار عُمان\nمسقط"},
        "completions": [
            {"was_cancelled": true, "result": []},
            {"completed_by": {"email": "a@example.org"}, "result": [
                {"id": "x", "type": "choices", "from_name": "sure", "to_name": "t", "value": {"start": "6", "end": "11", "choices": ["true"]}},
                {"type": "relation", "from_id": "y", "to_id": "x", "direction": "left", "labels": []},
                {"id": "x", "type": "labels", "value": {"start": "6", "end": "11", "text": "عُمان", "labels": ["GPE", "LOC"]}},
                {"id": "y", "type": "labels", "value": {"start": 6, "end": 16, "text": "عُمان\\nمسقط", "labels": ["X"]}, "score": 0.5},
                {"id": "z", "type": "labels", "value": {"start": 9, "end": 3, "labels": ["X"]}},
                {"type": "relation", "from_id": "y", "to_id": "nobody"},
                {"id": "p", "type": "hypertextlabels", "value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "startOffset": 1, "endOffset": 4,
                    "globalOffsets": {"start": 2, "end": 5}, "hypertextlabels": ["V"], "text": "زار"}}
            ]},
            {"result": [{"id": "q", "type": "labels", "value": {"start": 2, "end": 5, "text": "زار", "labels": ["V"]}}]}
        ]
    }]);
    let found = read(LabelStudio, &file("old.json", tasks.to_string().as_bytes()));
    let kinds: Vec<_> = found.remarks.iter().map(|remark| remark.kind).collect();
    assert_eq!(kinds, [RemarkKind::BadLimits, RemarkKind::Dangling]);
    assert_eq!(found.corpus.documents.len(), 2);
    let sheet = &placed(&found)[0].sheet;
    let expected = [("GPE", 6, 11), ("LOC", 6, 11), ("V", 2, 5), ("X", 6, 16)];
    assert_eq!(said(sheet), expected.map(|(label, start, end)| (label.to_owned(), vec![TextRange::of(start, end)])));
    assert_eq!(sheet.span("x").unwrap().attributes, [("sure".to_owned(), json!(true))]);
    assert_eq!(sheet.span("y").unwrap().annotator.as_deref(), Some("a@example.org"));
    assert_eq!((sheet.relations[0].from.as_str(), sheet.relations[0].to.as_str()), ("x", "y"));
    assert_eq!(sheet.extra, [("headline".to_owned(), json!("خبر"))]);
}

#[test]
fn damage_is_no_trouble() {
    damaged(LabelStudio, &given(&write(&rich(), &Options::default()).files[0]));
    let min = sample!("arabic-min.json");
    damaged(LabelStudio, &file("min.json", &min.bytes[min.bytes.len() - 2_000..]));
}
