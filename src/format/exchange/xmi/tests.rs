use super::super::cas::tests::{damage_does_no_harm, fixture, given, gold, on_itself, rich_comes_back};
use super::super::fault::{Fault, RemarkKind};
use super::super::file::{Found, InFile};
use super::super::formats::sort;
use super::super::loss::LossKind;
use super::super::options::Options;
use super::super::worlds::{rich, said, spans_at_random};
use super::{claims, read, write};
use crate::core::text::Text;
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;

fn of(text: &str) -> InFile {
    InFile { name: "x.xmi".into(), bytes: text.as_bytes().to_vec() }
}

#[test]
fn elements_are_as_uima_has_them() {
    let written = write(&rich(), &Options::default());
    assert_eq!(
        written.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["doc.xmi", "second.xmi", "TypeSystem.xml"]
    );
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    assert!(text.contains("xmlns:cas=\"http:///uima/cas.ecore\""));
    let prefix = text.split("=\"http:///custom.ecore\"").next().unwrap().rsplit(':').next().unwrap();
    assert!(text.contains("🇴🇲.&#10;والولايات") && text.contains("&#10;&#10;وبالفيروس"));
    assert!(text.contains("note=\"سطر&#10;وآخر\""));
    assert!(
        text.contains("begin=\"44\" end=\"49\" label=\"GPE\" spanId=\"s3\" identifier=\"http://www.wikidata.org/entity/Q842\"")
    );
    assert!(text.contains(&format!("<{prefix}:Relation ")) && text.contains("label=\"has_role\" relationId=\"r1\"/>"));
    assert!(text.contains("<cas:View sofa=\"1\" members=\"2 3 4 "));
    let types = String::from_utf8(written.files[2].bytes.clone()).unwrap();
    assert!(
        types.contains("<name>custom.Span</name><description/><supertypeName>uima.tcas.Annotation</supertypeName><features>")
    );
    assert!(types.contains("<name>certainty</name><description/><rangeTypeName>uima.cas.String</rangeTypeName>"));
}

#[test]
fn what_a_cas_holds_comes_back() {
    rich_comes_back(write, claims, read);
}

#[test]
fn what_xml_cannot_hold_becomes_a_space_and_is_said() {
    let mut corpus = rich();
    corpus.documents.truncate(1);
    corpus.links.clear();
    corpus.documents[0].spans.clear();
    corpus.documents[0].text = Rc::new(Text::new("a\u{1}b\t\"'<&>\r\n\u{85}\u{2028}\u{FFFE}\u{7F}\u{1EE00} ]]>"));
    let written = write(&corpus, &Options::default());
    assert!(written.losses.iter().any(|loss| loss.kind == LossKind::Characters));
    let found = read(&given(&written.files)).unwrap();
    assert_eq!(found.corpus.documents[0].text.as_str(), "a b\t\"'<&>\r\n\u{85}\u{2028} \u{7F}\u{1EE00} ]]>");
}

fn sample(names: &[&str]) -> Found {
    let files: Vec<InFile> = names.iter().map(|name| fixture(&format!("xmi/{name}"))).collect();
    assert!(files.iter().all(claims));
    let mut found = read(&files).unwrap();
    found.corpus.documents = found.corpus.documents.iter().map(on_itself).collect();
    found
}

fn spans(found: &Found) -> Vec<(&str, &str)> {
    let sheet = &found.corpus.documents[0];
    sheet.spans.iter().map(|span| (span.label.as_str(), sheet.text.slice(span.hull()))).collect()
}

fn kinds(found: &Found) -> Vec<(RemarkKind, &str)> {
    found.remarks.iter().map(|remark| (remark.kind, remark.words.as_str())).collect()
}

#[test]
fn samples_of_others_are_read() {
    for with in [&["emoji.xmi", "003.xmi", "TypeSystem.xml"][..], &["emoji.xmi", "003.xmi"]] {
        let found = sample(with);
        assert_eq!(said(&found.corpus.documents[0]), gold("emoji"));
        assert_eq!(said(&found.corpus.documents[1]), gold("003"));
        assert_eq!(found.remarks, []);
        assert!(found.corpus.documents.iter().all(|sheet| sheet.relations.len() == 1));
    }
    let found = sample(&[
        "uimaj-casWithEmojiUnicodeTextAndAnnotations.xmi",
        "uimaj-casWithEmojiUnicodeTextAndAnnotations-typesystem.xml",
    ]);
    assert_eq!(spans(&found)[..3], [("Annotation", "🥳"), ("Annotation", "This"), ("Annotation", "👳🏻\u{200D}♀\u{FE0F}")]);
    assert_eq!(
        spans(&sample(&["uimaj-casWithLeftToRightTextAndAnnotations.xmi"])),
        [("Annotation", "هذا"), ("Annotation", "اختبار")]
    );
    let empty = read(&[fixture("xmi/uimaj-casWithTextAndAnnotations.xmi")]).unwrap_err();
    assert_eq!(empty, Fault::Empty { file: "xmi/uimaj-casWithTextAndAnnotations.xmi".into() });
}

#[test]
fn layers_of_inception_are_read_and_what_has_no_place_is_said() {
    let found = sample(&["testSubMultiTokenSpanWithFeatureValue.xmi", "webannoTestTypes.xml"]);
    assert_eq!(found.corpus.documents[0].spans.len(), 9);
    assert_eq!(spans(&found)[0], ("2", "aaaaaa bbbbbb"));
    assert_eq!(kinds(&found).iter().map(|one| one.0).collect::<Vec<_>>(), [RemarkKind::BadLimits; 3]);
    assert_eq!(found.corpus.documents[0].name, "doc");
    let found = sample(&["testSingleNonMultiTokenRelationWithMultipleFeatureValues.xmi", "webannoTestTypes.xml"]);
    let sheet = &found.corpus.documents[0];
    assert_eq!(spans(&found), [("NamedEntity", "This is"), ("NamedEntity", "a test")]);
    assert_eq!(
        (sheet.relations[0].kind.as_str(), sheet.relations[0].from.as_str(), sheet.relations[0].to.as_str()),
        ("nsubj", "s9", "s10")
    );
    let found = sample(&["testMultiTokenSlotFeature.xmi", "webannoTestTypes.xml"]);
    assert_eq!(spans(&found).len(), 3);
    assert_eq!(
        kinds(&found),
        [(RemarkKind::NoPlace, "webanno.custom.LinkType"), (RemarkKind::NoPlace, "webanno.custom.SimpleLinkHost:links")]
    );
    let found = sample(&["testSentenceWithLineBreak.xmi"]);
    assert_eq!(found.corpus.documents[0].text.as_str(), "This is\na test .");
    let found = sample(&["testSimpleChain.xmi", "webannoTestTypes.xml"]);
    assert_eq!(spans(&found).len(), 3);
    assert_eq!(kinds(&found).len(), 2);
}

#[test]
fn values_have_the_kinds_that_the_types_say() {
    let types = "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><types>\
        <typeDescription><name>x.Base</name><supertypeName>uima.tcas.Annotation</supertypeName><features>\
        <featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>\
        <featureDescription><name>count</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>\
        </features></typeDescription><typeDescription><name>x.Name</name><supertypeName>x.Base</supertypeName></typeDescription>\
        </types></typeSystemDescription>";
    let text = "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:x=\"http:///x.ecore\" xmlns:cas=\"http:///uima/cas.ecore\">\
        <cas:Sofa xmi:id=\"1\" sofaString=\"نص\"/><x:Name xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"2\" value=\"A\" sure=\"true\" count=\"3\"/></xmi:XMI>";
    let attributes = |files: &[InFile]| read(files).unwrap().corpus.documents[0].spans[0].attributes.clone();
    assert_eq!(attributes(&[of(types), of(text)]), [("sure".into(), json!(true)), ("count".into(), json!(3))]);
    assert_eq!(attributes(&[of(text)]), [("sure".into(), json!("true")), ("count".into(), json!("3"))]);
}

#[test]
fn one_without_a_text_keeps_no_other_out() {
    let names = [
        "xmi/003.xmi",
        "xmi/TypeSystem.xml",
        "xmi/uimaj-casWithTextAndAnnotations.xmi",
        "xmi/webannoTestTypes.xml",
        "xmi/testSimpleChain.xmi",
    ];
    let (batches, rest) = sort(names.map(fixture).to_vec());
    let all: Vec<_> = batches.iter().map(|(format, files)| (files[0].base(), files.len(), format.read(files).is_ok())).collect();
    let expected = [("003.xmi", 3, true), ("uimaj-casWithTextAndAnnotations.xmi", 3, false), ("testSimpleChain.xmi", 3, true)];
    assert_eq!((all.as_slice(), rest.len()), (&expected[..], 0));
    let (alone, _) = sort(vec![fixture("xmi/TypeSystem.xml")]);
    assert!(alone.len() == 1 && alone[0].0.read(&alone[0].1).is_err());
}

#[test]
fn other_files_are_not_claimed_and_broken_ones_refused() {
    for text in ["", "<TEI/>", "<html>", "http://www.omg.org/XMI", "{}"] {
        assert!(!claims(&of(text)), "{text}");
    }
    let fault = |text: &str| read(&[of(text)]).unwrap_err();
    let file = || "x.xmi".to_owned();
    assert_eq!(fault("<a>\n<b c='&lol;'/></a>"), Fault::Broken { file: file(), line: 2, syntax: "XML" });
    assert_eq!(fault("<a>"), Fault::Broken { file: file(), line: 1, syntax: "XML" });
    assert_eq!(fault(""), Fault::Broken { file: file(), line: 1, syntax: "XML" });
    assert_eq!(fault(&"<a>".repeat(99)), Fault::TooDeep { file: file() });
    assert_eq!(fault("<typeSystemDescription/>"), Fault::Alone { file: file(), missing: "*.xmi".into() });
    assert_eq!(fault("<a><b/></a>"), Fault::Empty { file: file() });
    // No entity is expanded, whatever a document says of it.
    let bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><a><b c='&y;'/></a>";
    assert_eq!(fault(bomb), Fault::Broken { file: file(), line: 1, syntax: "XML" });
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
        for files in [&files[..], &files[..1]] {
            let found = read(files).unwrap();
            let sheet = &found.corpus.documents[0];
            prop_assert_eq!(sheet.text.as_str(), corpus.documents[0].text.as_str());
            prop_assert_eq!(said(&on_itself(sheet)), said(&corpus.documents[0]));
        }
    }
}
