use super::super::cas::tests::{damage_does_no_harm, fixture, given, gold, on_itself, rich_comes_back};
use super::super::fault::{Fault, RemarkKind};
use super::super::file::InFile;
use super::super::loss::LossKind;
use super::super::options::{Misfit, Options};
use super::super::worlds::{rich, said, spans_at_random};
use super::{claims, read, write};
use proptest::prelude::*;
use serde_json::{Value, json};

fn of(text: &str) -> InFile {
    InFile { name: "a/x.json".into(), bytes: text.as_bytes().to_vec() }
}

#[test]
fn structures_are_as_the_specification_has_them() {
    let written = write(&rich(), &Options::default());
    assert_eq!(written.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["doc.json", "second.json"]);
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    assert!(text.starts_with("{\"%TYPES\":{\"custom.Span\":{\"%NAME\":\"custom.Span\",\"%SUPER_TYPE\":\"uima.tcas.Annotation\",\"label\":{\"%NAME\":\"label\",\"%RANGE\":\"uima.cas.String\"}"));
    let value: Value = serde_json::from_str(&text).unwrap();
    let all = value["%FEATURE_STRUCTURES"].as_array().unwrap();
    let sofa = json!({
        "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text",
        "sofaString": rich().documents[0].text.as_str()
    });
    assert_eq!(all[0], sofa);
    let meta = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
    let length = rich().documents[0].text.len_utf16().0;
    let about = json!({
        "%ID": 2, "%TYPE": meta, "@sofa": 1, "begin": 0, "end": length, "language": "ar",
        "documentTitle": "زيارة", "documentId": "doc", "documentUri": "https://example.org/1"
    });
    assert_eq!(all[1], about);
    // The emoji before it counts two.
    let oman = all.iter().find(|one| one["spanId"] == "s3").unwrap();
    let id = oman["%ID"].clone();
    let expected = json!({
        "%ID": id, "%TYPE": "custom.Span", "@sofa": 1, "begin": 44, "end": 49, "label": "GPE", "spanId": "s3",
        "identifier": "http://www.wikidata.org/entity/Q842", "entityId": "e1", "entityName": "عُمان"
    });
    assert_eq!(oman, &expected);
    let [from, to] = ["s1", "s2"].map(|id| all.iter().find(|one| one["spanId"] == id).unwrap());
    let tie = all.iter().find(|one| one["%TYPE"] == "custom.Relation").unwrap();
    assert_eq!((&tie["@Governor"], &tie["@Dependent"], &tie["label"]), (&from["%ID"], &to["%ID"], &json!("has_role")));
    assert_eq!((&tie["begin"], &tie["end"]), (&to["begin"], &to["end"]));
    let event = all.iter().find(|one| one["%TYPE"] == "custom.Event").unwrap();
    let trigger = all.iter().find(|one| one["spanId"] == "s9").unwrap();
    assert_eq!((&event["@trigger"], &event["label"], &event["eventId"]), (&trigger["%ID"], &json!("meeting"), &json!("v1")));
    let roles: Vec<_> = all.iter().filter(|one| one["@Governor"] == event["%ID"]).map(|one| one["label"].clone()).collect();
    assert_eq!(roles, ["agent", "agent", "place"]);
    assert_eq!(all.last().unwrap()["label"], "politics");
    let members = value["%VIEWS"]["_InitialView"]["%MEMBERS"].as_array().unwrap();
    assert_eq!((members.len(), &members[0]), (all.len() - 1, &json!(2)));
}

#[test]
fn sentences_hold_tokens_and_no_span_goes_over_their_ends() {
    for misfit in [Misfit::Widen, Misfit::Part] {
        let written = write(&rich(), &Options { misfit, ..Options::default() });
        let value: Value = serde_json::from_slice(&written.files[0].bytes).unwrap();
        let of = |ending: &str| -> Vec<(u64, u64)> {
            let all = value["%FEATURE_STRUCTURES"].as_array().unwrap().iter();
            let of = all.filter(|one| one["%TYPE"].as_str().unwrap().ends_with(ending));
            of.map(|one| (one["begin"].as_u64().unwrap(), one["end"].as_u64().unwrap())).collect()
        };
        let (sentences, tokens, spans) = (of(".Sentence"), of(".Token"), of(".Span"));
        assert!(sentences.len() > 2);
        assert!(tokens.iter().chain(&spans).all(|one| sentences.iter().any(|of| of.0 <= one.0 && one.1 <= of.1)));
        let fit = spans
            .iter()
            .filter(|span| tokens.iter().any(|token| token.0 == span.0) && tokens.iter().any(|token| token.1 == span.1));
        assert_eq!(fit.count() == spans.len(), misfit == Misfit::Part);
    }
}

#[test]
fn an_event_without_its_words_is_said() {
    let mut corpus = rich();
    corpus.documents[0].events[0].roles[0].1 = "nobody".into();
    let mut lost = corpus.documents[0].events[0].clone();
    (lost.id, lost.trigger) = ("v2".into(), None);
    corpus.documents[0].events.push(lost);
    let written = write(&corpus, &Options::default());
    let events: Vec<_> =
        written.losses.iter().filter(|loss| loss.label == "meeting").map(|loss| (loss.kind, loss.words.as_str())).collect();
    assert_eq!(events, [(LossKind::EventPart, "v1"), (LossKind::Event, "v2")]);
    let found = read(&given(&written.files)).unwrap();
    let roles: Vec<_> = found.corpus.documents[0].events.iter().map(|event| event.roles.len()).collect();
    assert_eq!((roles, found.remarks), (vec![2], vec![]));
}

#[test]
fn what_a_cas_holds_comes_back() {
    rich_comes_back(write, claims, read);
}

#[test]
fn names_that_uima_does_not_allow_are_changed_and_said() {
    let mut corpus = rich();
    corpus.documents[0].spans[0].attributes = vec![("a-b".into(), json!(["س", "ص"])), ("label".into(), json!(true))];
    let written = write(&corpus, &Options::default());
    let renamed: Vec<_> =
        written.losses.iter().filter(|loss| loss.kind == LossKind::Renamed).map(|loss| loss.label.as_str()).collect();
    assert_eq!(renamed, ["a-b", "label"]);
    let found = read(&given(&written.files)).unwrap();
    assert_eq!(found.corpus.documents[0].spans[0].attributes, [("a_b".into(), json!("س; ص")), ("label_2".into(), json!("true"))]);
}

#[test]
fn samples_of_others_are_read() {
    for document in ["emoji", "003"] {
        let file = fixture(&format!("cas_json/{document}.json"));
        assert!(claims(&file));
        let found = read(&[file]).unwrap();
        let sheet = on_itself(&found.corpus.documents[0]);
        assert_eq!(said(&sheet), gold(document));
        assert_eq!(found.remarks, []);
        assert_eq!((sheet.language.as_str(), sheet.relations[0].kind.as_str()), ("ar", "capital_of"));
    }
    let words = |name: &str| {
        let file = fixture(&format!("cas_json/{name}.json"));
        assert!(claims(&file));
        let found = read(&[file]).unwrap();
        let sheet = on_itself(&found.corpus.documents[0]);
        sheet.spans.iter().map(|span| sheet.text.slice(span.hull()).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(words("casWithEmojiUnicodeTextAndAnnotations")[..3], ["🥳", "This", "👳🏻\u{200D}♀\u{FE0F}"]);
    assert_eq!(words("casWithLeftToRightTextAndAnnotations"), ["هذا", "اختبار"]);
    assert_eq!(words("casWithTraditionalChineseTextAndAnnotations"), ["這", "是", "一個", "測試"]);
    assert_eq!(words("casWithTextAndAnnotations").len(), 4);
}

#[test]
fn what_does_not_read_is_passed_over_and_said() {
    let structures = json!([
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "😀 نص"},
        {"%ID": 2, "%TYPE": "x.Name", "@sofa": 1, "begin": 3, "end": 5, "value": "A", "score": 2, "@next": 4},
        {"%ID": 3, "%TYPE": "x.Name", "@sofa": 1, "begin": 5, "end": 3},
        {"%ID": 4, "%TYPE": "x.Name", "@sofa": 1, "begin": -1, "end": 3},
        {"%ID": 5, "%TYPE": "x.Name", "@sofa": 1, "begin": 0, "end": 99},
        {"%ID": 6, "%TYPE": "x.Name", "@sofa": 1, "begin": "x", "end": 1.5},
        {"%ID": 7, "%TYPE": "x.Link", "@sofa": 1, "begin": 3, "end": 5, "@Governor": 2, "@Dependent": 77},
        {"%ID": 8, "%TYPE": "x.Chain", "@sofa": 1, "@first": 2},
        {"%ID": 9, "%TYPE": "x.Name", "@sofa": 1, "begin": 0, "end": 2},
        {"%TYPE": "x.Name"}, 5,
    ]);
    let found = read(&[of(&json!({"%FEATURE_STRUCTURES": structures}).to_string())]).unwrap();
    let sheet = on_itself(&found.corpus.documents[0]);
    let spans: Vec<_> = sheet.spans.iter().map(|span| (span.label.as_str(), sheet.text.slice(span.hull()))).collect();
    assert_eq!(spans, [("Name", "😀"), ("A", "نص")]);
    assert_eq!(sheet.spans[1].attributes, [("score".into(), json!(2))]);
    let kinds: Vec<RemarkKind> = found.remarks.iter().map(|remark| remark.kind).collect();
    let limits = RemarkKind::BadLimits;
    assert_eq!(kinds, [RemarkKind::NoPlace, limits, limits, limits, limits, RemarkKind::NoPlace, RemarkKind::Dangling]);
    // What no index holds is not there.
    let with = json!({"%FEATURE_STRUCTURES": structures, "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}}});
    assert_eq!(read(&[of(&with.to_string())]).unwrap().corpus.documents[0].spans.len(), 1);
}

#[test]
fn many_texts_and_many_structures_are_not_many_times_many() {
    let texts = (0..20_000).map(|id| json!({"%ID": id, "%TYPE": "uima.cas.Sofa", "sofaString": "نص"}));
    let spans = (0..20_000).map(|id| json!({"%ID": 20_000 + id, "%TYPE": "x.Name", "@sofa": 0, "begin": 0, "end": 1}));
    let all: Vec<Value> = texts.chain(spans).collect();
    let found = read(&[of(&json!({"%FEATURE_STRUCTURES": all}).to_string())]).unwrap();
    assert_eq!((found.corpus.documents.len(), found.corpus.documents[0].spans.len()), (64, 20_000));
    assert_eq!(found.remarks.len(), 20_000 - 64);
}

#[test]
fn other_files_are_not_claimed_and_broken_ones_refused() {
    for text in ["", "[]", "{\"text\":\"x\"}", "{\"denotations\":[]}", "\"%TYPES\""] {
        assert!(!claims(&of(text)), "{text}");
    }
    assert!(!claims(&InFile { name: "x".into(), bytes: vec![0xFF; 9] }));
    let fault = |text: &str| read(&[of(text)]).unwrap_err();
    let file = || "a/x.json".to_owned();
    assert_eq!(fault("{\n\"%TYPES\""), Fault::Broken { file: file(), line: 2, syntax: "JSON" });
    assert_eq!(fault("{\"%TYPES\":{}}"), Fault::Shape { file: file(), line: 0, what: "%FEATURE_STRUCTURES".into() });
    assert_eq!(fault("{\"%FEATURE_STRUCTURES\":[]}"), Fault::Empty { file: file() });
    assert_eq!(fault(&"[".repeat(9999)), Fault::TooDeep { file: file() });
}

#[test]
fn damaged_files_do_no_harm() {
    damage_does_no_harm(&write(&rich(), &Options::default()).files, 97, claims, read);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_span_comes_back(corpus in spans_at_random()) {
        let written = write(&corpus, &Options::default());
        prop_assert_eq!(&written.losses, &vec![]);
        let files = given(&written.files);
        prop_assert!(files.iter().all(claims));
        let found = read(&files).unwrap();
        let sheet = &found.corpus.documents[0];
        prop_assert_eq!(sheet.text.as_str(), corpus.documents[0].text.as_str());
        prop_assert_eq!(said(&on_itself(sheet)), said(&corpus.documents[0]));
    }
}
