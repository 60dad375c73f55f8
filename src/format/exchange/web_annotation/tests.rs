use super::super::fault::{Fault, RemarkKind};
use super::super::file::Written;
use super::super::loss::LossKind;
use super::super::model::{LinkEnd, Sheet};
use super::super::options::Options;
use super::super::{trials, worlds};
use super::*;
use crate::core::text::Text;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

fn given(name: &str, text: &str) -> InFile {
    InFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

fn value(written: &Written, name: &str) -> Vec<Value> {
    let file = written.files.iter().find(|file| file.name == name).unwrap();
    crate::format::json::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap().as_array().unwrap().clone()
}

#[test]
fn an_annotation_is_written_as_the_model_asks() {
    let written = write(&worlds::rich(), &Options::default());
    let names: Vec<&str> = written.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["doc.txt", "doc.jsonld", "second.txt", "second.jsonld", "links.jsonld"]);
    let all = value(&written, "doc.jsonld");
    let tagged = |label: &str| all.iter().find(|one| one["motivation"] == "tagging" && one["body"][0]["value"] == label).unwrap();
    let person = tagged("PERS");
    assert_eq!((&person["@context"], &person["type"]), (&json!("http://www.w3.org/ns/anno.jsonld"), &json!("Annotation")));
    assert_eq!(person["body"], json!([{ "type": "TextualBody", "purpose": "tagging", "value": "PERS" }]));
    let target = &person["target"];
    assert_eq!(
        (&target["language"], &target["textDirection"], &target["type"]),
        (&json!("ar"), &json!("rtl"), &json!("SpecificResource"))
    );
    assert!(target["source"].as_str().unwrap().starts_with("urn:uuid:"), "two documents are of one source");
    assert_eq!(target["selector"][0], json!({ "type": "TextPositionSelector", "start": 6, "end": 18 }));
    let quote = &target["selector"][1];
    assert_eq!((&quote["exact"], &quote["prefix"]), (&json!("بريت ماكغورك"), &json!("😀 زار ")));
    assert!(quote["suffix"].as_str().unwrap().starts_with("، مستشارُ الرئيس"));
    assert_eq!(tagged("EVENT")["target"].as_array().unwrap().len(), 2);
    let oman = json!({ "type": "SpecificResource", "purpose": "identifying", "source": "http://www.wikidata.org/entity/Q842", "label": "عُمان" });
    assert_eq!(all.iter().filter(|one| one["body"][1] == oman).count(), 1);
    assert_eq!(tagged("OCC")["body"][1]["value"], "certainty=high");
    assert_eq!(all.iter().filter(|one| one["motivation"] == "linking").count(), 2);
    assert_eq!(written.losses, []);
}

#[test]
fn only_terms_of_the_context_are_used() {
    let context =
        crate::format::json::parse(include_str!("../../../../tests/fixtures/formats/web_annotation/anno.jsonld")).unwrap();
    fn keys(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::Array(list) => list.iter().for_each(|one| keys(one, all)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                all.push(name.clone());
                keys(value, all);
            }),
            _ => {}
        }
    }
    let written = write(&worlds::rich(), &Options::default());
    for name in ["doc.jsonld", "links.jsonld"] {
        let mut all = Vec::new();
        value(&written, name).iter().for_each(|one| keys(one, &mut all));
        all.retain(|name| name != "@context" && context["@context"].get(name).is_none());
        assert_eq!(all, Vec::<String>::new());
    }
}

#[test]
fn all_that_was_written_comes_back() {
    let rich = worlds::rich();
    let files = trials::given(&write(&rich, &Options::default()));
    assert!(files.iter().all(|file| claims(file) != file.ends(".txt")));
    let found = read(&files).unwrap();
    assert_eq!(found.remarks, []);
    let links = found.corpus.links.clone();
    let sheets = trials::settled(Ok(found));
    for (sheet, back) in rich.documents.iter().zip(&sheets) {
        assert_eq!(worlds::said(sheet), worlds::said(back));
        assert_eq!(
            (&back.name, &back.title, &back.source, &back.labels),
            (&sheet.name, &sheet.title, &sheet.source, &sheet.labels)
        );
        assert_eq!((&back.language, back.direction, &back.text), (&sheet.language, sheet.direction, &sheet.text));
    }
    let (sheet, back) = (&rich.documents[0], &sheets[0]);
    let words = |sheet: &Sheet, id: &str| sheet.words(sheet.span(id).unwrap());
    let tie = &back.relations[0];
    assert_eq!(
        (tie.kind.as_str(), words(back, &tie.from), words(back, &tie.to)),
        ("has_role", words(sheet, "s1"), words(sheet, "s2"))
    );
    let event = &back.events[0];
    assert_eq!((event.kind.as_str(), words(back, event.trigger.as_ref().unwrap())), ("meeting", words(sheet, "s9")));
    let roles: Vec<_> = event.roles.iter().map(|(role, span)| (role.as_str(), words(back, span))).collect();
    assert_eq!(roles, [("agent", words(sheet, "s1")), ("agent", words(sheet, "s4")), ("place", words(sheet, "s3"))]);
    let occupation = back.spans.iter().find(|span| span.label == "OCC").unwrap();
    assert_eq!(
        (&occupation.note, &occupation.attributes),
        (&sheet.span("s2").unwrap().note, &sheet.span("s2").unwrap().attributes)
    );
    let oman = &back.spans.iter().find(|span| !span.referents.is_empty()).unwrap().referents[0];
    assert_eq!((oman.name.as_str(), oman.link.as_deref()), ("عُمان", Some("Q842")));
    let LinkEnd::Span(doc, id) = &links[0].to else { panic!() };
    assert_eq!((links[0].kind.as_str(), doc.as_str(), words(&sheets[1], id)), ("same", "second", "عُمان".to_owned()));
}

#[test]
fn annotations_of_other_programs_are_read() {
    let text = "😀 زار علي عُمان، زار علي";
    let quote = |exact: &str, prefix: &str, suffix: &str| json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix });
    // Both count UTF-16.
    let recogito = json!([
        { "@context": "http://www.w3.org/ns/anno.jsonld", "id": "#a1", "type": "Annotation", "body": [{ "type": "TextualBody", "value": "PER", "purpose": "tagging" }, { "type": "TextualBody", "value": "ملاحظة", "purpose": "commenting" }],
          "target": { "selector": [quote("علي", "زار ", " عُمان"), { "type": "TextPositionSelector", "start": 7, "end": 10 }] } },
        { "@context": "http://www.w3.org/ns/anno.jsonld", "id": "#a2", "type": "Annotation", "body": [{ "type": "TextualBody", "value": "LOC", "purpose": "tagging" }],
          "target": { "selector": [quote("عُمان", "علي ", "، زار"), { "type": "TextPositionSelector", "start": 11, "end": 16 }] } },
        { "@context": "http://www.w3.org/ns/anno.jsonld", "id": "#r", "type": "Annotation", "motivation": "linking", "body": [{ "type": "TextualBody", "value": "in", "purpose": "tagging" }], "target": [{ "id": "#a1" }, { "id": "#a2" }] }
    ]);
    let annotator = json!([{ "id": "u1", "bodies": [{ "purpose": "tagging", "value": "PER" }], "target": { "annotation": "u1", "selector": [{ "quote": "علي", "start": 7, "end": 10 }], "creator": { "id": "me", "name": "ليلى" }, "created": "2024-01-01T00:00:00Z" } },
        { "id": "u2", "bodies": [{ "purpose": "tagging", "value": "LOC" }], "target": { "annotation": "u2", "selector": [{ "quote": "عُمان", "start": 11, "end": 16 }] } }]);
    let hypothesis = json!({ "total": 2, "rows": [
        { "id": "h1", "uri": "https://example.org/a", "user": "acct:ليلى@hypothes.is", "created": "2024-01-01T00:00:00Z", "text": "ملاحظة", "tags": ["PER", "named"],
          "target": [{ "source": "https://example.org/a", "selector": [{ "type": "RangeSelector", "startContainer": "/p", "startOffset": 7, "endContainer": "/p", "endOffset": 10 }, { "type": "TextPositionSelector", "start": 7, "end": 10 }, quote("علي", "زار ", " عُمان")] }] },
        { "id": "h2", "uri": "https://example.org/a", "text": "", "tags": ["LOC"], "target": [{ "source": "https://example.org/a", "selector": [quote("عُمان", "علي ", "، زار")] }] },
        { "id": "h3", "uri": "https://example.org/a", "text": "جواب", "tags": [], "references": ["h1"], "target": [{ "source": "https://example.org/a" }] } ] });
    for (name, value, count) in [("recogito", recogito, 2), ("annotator", annotator, 2), ("hypothesis", hypothesis, 3)] {
        let file = given("a.json", &value.to_string());
        assert!(claims(&file), "{name}");
        let found = read(&[file]).unwrap();
        assert_eq!(found.remarks.len(), usize::from(name == "hypothesis"), "{name}");
        let sheet = Sheet { text: Rc::new(Text::new(text)), ..found.corpus.documents[0].clone() };
        let done = super::super::anchor::anchor(&sheet, &sheet.text);
        assert_eq!((done.doubtful, done.sheet.spans.len()), (vec![], count), "{name}");
        let ali = done.sheet.spans.iter().find(|span| span.label == "PER").unwrap();
        assert_eq!((ali.hull().start().0, done.sheet.words(ali)), (6, "علي".to_owned()), "{name}");
        let oman = done.sheet.spans.iter().find(|span| span.label == "LOC").unwrap();
        assert_eq!(done.sheet.words(oman), "عُمان", "{name}");
        match name {
            "recogito" => assert_eq!((sheet.relations.len(), ali.note.as_str()), (1, "ملاحظة")),
            "annotator" => assert_eq!(ali.annotator.as_deref(), Some("ليلى")),
            _ => assert_eq!(
                (sheet.source.as_deref(), ali.note.as_str(), sheet.name.as_str()),
                (Some("https://example.org/a"), "ملاحظة", "a")
            ),
        }
    }
}

#[test]
fn files_of_recogito_and_apache_annotator_are_read() {
    macro_rules! outside {
        ($tool:literal, $name:literal) => {
            (
                concat!($name, ".json"),
                include_str!(concat!("../../../../tests/fixtures/formats/web_annotation/", $tool, "-", $name, ".json")),
                include_str!(concat!("../../../../tests/fixtures/formats/brat/", $name, ".txt")),
            )
        };
    }
    // The first counts UTF-16, the second code points.
    let recogito = [outside!("recogito", "000"), outside!("recogito", "003"), outside!("recogito", "emoji")];
    let apache =
        [outside!("apache-annotator", "000"), outside!("apache-annotator", "003"), outside!("apache-annotator", "emoji")];
    for all in [recogito, apache] {
        let mut count = 0;
        for (name, annotations, text) in all {
            let file = given(name, annotations);
            assert!(claims(&file));
            let found = read(std::slice::from_ref(&file)).unwrap();
            assert_eq!((found.remarks.as_slice(), found.corpus.documents.len()), (&[][..], 1));
            // Without its text it counts in the one that it is put on.
            let onto = Sheet { text: Rc::new(Text::new(text)), ..found.corpus.documents[0].clone() };
            let alone = trials::settled_on(&onto, &onto);
            let beside = given(&name.replace(".json", ".txt"), text);
            let whole = trials::settled(read(&[file, beside])).remove(0);
            assert_eq!((alone.spans.as_slice(), whole.text.as_str()), (whole.spans.as_slice(), text));
            count += trials::golden(&[whole]);
        }
        assert_eq!(count, 26);
    }
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_read() {
    let text = r#"{"target":{"source":"d","selector":{"type":"TextPositionSelector","start":-1,"end":2}}}
{"target":{"source":"d","selector":{"type":"TextPositionSelector","start":5,"end":2}}}
{"target":{"source":"d","selector":{"type":"FragmentSelector","value":"char=0,3"}},"motivation":"highlighting"}
{"motivation":"linking","target":"x","body":"y"}
{"body":"y"}"#;
    let found = read(&[given("a.json", text)]).unwrap();
    let kinds: Vec<(usize, RemarkKind)> = found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect();
    use RemarkKind::{BadLimits, Dangling, Unreadable};
    assert_eq!(kinds, [(1, BadLimits), (2, BadLimits), (5, Unreadable), (4, Dangling)]);
    assert_eq!(found.corpus.documents[0].spans[0].label, "highlighting");
    assert_eq!(read(&[given("a.json", "[]")]), Err(Fault::Empty { file: "a.json".into() }));
    assert_eq!(read(&[given("a.json", "[\n{]")]), Err(Fault::Broken { file: "a.json".into(), line: 2, syntax: "JSON" }));
    assert!(!claims(&given("a.json", "{\"text\":\"x\"}")) && !claims(&given("a", "")));
}

#[test]
fn damaged_files_are_refused_or_read_and_nothing_worse() {
    trials::torment(&trials::given(&write(&worlds::rich(), &Options::default())), claims, read);
}

proptest! {
    #[test]
    fn spans_come_back(corpus in worlds::spans_at_random()) {
        let written = write(&corpus, &Options::default());
        prop_assert_eq!(trials::count(&written, LossKind::SpanDropped) + written.losses.len(), 0);
        let back = trials::settled(read(&trials::given(&written)));
        prop_assert_eq!(worlds::said(&back[0]), worlds::said(&corpus.documents[0]));
    }
}
