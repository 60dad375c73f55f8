use super::super::fault::{Fault, RemarkKind};
use super::super::loss::LossKind;
use super::super::model::{LinkEnd, Sheet};
use super::super::options::{Misfit, Options, Tokens};
use super::super::{trials, worlds};
use super::*;
use proptest::prelude::*;

fn given(name: &str, text: &str) -> InFile {
    InFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

fn part() -> Options {
    Options { misfit: Misfit::Part, ..Options::default() }
}

#[test]
fn text_and_spans_stand_apart() {
    let written = write(&worlds::rich(), &Options::default());
    let text = String::from_utf8(written.files[0].bytes.clone()).unwrap();
    assert_eq!(written.files[0].name, "doc.xml");
    for line in [
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
        "<titleStmt><title>زيارة</title></titleStmt>\n",
        "<sourceDesc><p><ref target=\"https://example.org/1\"/></p></sourceDesc>\n",
        "<term>politics</term>",
        "<span xml:id=\"s-s1\" type=\"PERS\" from=\"#t3\" to=\"#t4\"/>\n",
        "<span xml:id=\"s-s9\" type=\"EVENT\" target=\"#t2 #t19\"/>\n",
        "corresp=\"http://www.wikidata.org/entity/Q842\"/>\n",
        "<relation xml:id=\"r-r1\" name=\"has_role\" active=\"#s-s1\" passive=\"#s-s2\"/>\n",
        "<span xml:id=\"e-v1\" type=\"meeting\" target=\"#s-s9\" ana=\"#f-e-v1\"/>\n",
        "<f name=\"role\"><fs><f name=\"name\"><string>agent</string></f><f name=\"span\" fVal=\"#s-s4\"/></fs></f>",
        "active=\"doc.xml#s-s3\" passive=\"second.xml#s-t1\"/>\n",
        "<text xml:lang=\"ar\" style=\"direction: rtl\">\n    <body>\n      <ab xml:space=\"preserve\"><pc xml:id=\"t1\">😀</pc> <w xml:id=\"t2\">زار</w> <w xml:id=\"t3\">بريت</w>",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    let kinds: Vec<(LossKind, &str)> = written.losses.iter().map(|loss| (loss.kind, loss.label.as_str())).collect();
    assert_eq!(kinds, [(LossKind::Widened, "GPE"), (LossKind::Widened, "GPE"), (LossKind::Widened, "PRODUCT")]);
}

#[test]
fn all_that_was_written_comes_back() {
    let rich = worlds::rich();
    let written = write(&rich, &part());
    let files = trials::given(&written);
    assert!(files.iter().all(claims));
    let found = read(&files).unwrap();
    assert_eq!(found.remarks, []);
    let LinkEnd::Span(doc, id) = &found.corpus.links[0].to else { panic!() };
    assert_eq!((found.corpus.links[0].id.as_str(), doc.as_str(), id.as_str()), ("l1", "second", "t1"));
    let sheets = trials::settled(Ok(found));
    for (sheet, back) in rich.documents.iter().zip(&sheets) {
        let mut sheet = sheet.clone();
        sheet.spans.iter_mut().for_each(|span| span.words = None);
        let order = |sheet: &Sheet| {
            let mut sheet = sheet.clone();
            sheet.spans.sort_by(|one, other| one.id.cmp(&other.id));
            sheet
        };
        assert_eq!(order(back), order(&sheet));
    }
}

#[test]
fn control_characters_and_names_of_several_words_are_told_of() {
    let mut corpus = worlds::rich();
    corpus.documents.truncate(1);
    corpus.documents[0].spans[0].label = "نوع مركب".into();
    corpus.documents[0].text =
        std::rc::Rc::new(crate::core::text::Text::new(worlds::TEXT.replacen("نعم", "ن\u{1}م", 1).replacen('\n', "\r", 1)));
    let written = write(&corpus, &part());
    assert_eq!((trials::count(&written, LossKind::Characters), trials::count(&written, LossKind::Renamed)), (1, 1));
    let sheets = trials::settled(read(&trials::given(&written)));
    assert_eq!(sheets[0].text.as_str(), corpus.documents[0].text.as_str().replace('\u{1}', " "));
    assert!(sheets[0].spans.iter().any(|span| span.label == "نوع مركب"));
}

#[test]
fn names_in_the_text_are_read() {
    let text = r##"<?xml version="1.0"?>
<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0" xml:lang="ar">
  <tei:teiHeader><tei:fileDesc><tei:titleStmt><tei:title>خبر</tei:title></tei:titleStmt></tei:fileDesc></tei:teiHeader>
  <tei:text><tei:body>
    <tei:p>زار
      <tei:persName ref="https://www.wikidata.org/wiki/Q1"><tei:roleName>الوزير</tei:roleName> علي</tei:persName> <tei:name type="GPE" key="om">عُمان</tei:name>&amp;<tei:note>حاشية</tei:note>.</tei:p>
    <tei:p><tei:w xml:id="a">ثم</tei:w> <tei:w xml:id="b">عاد</tei:w><tei:placeName/></tei:p>
    <tei:spanGrp type="x"><tei:span from="#a" to="#b" type="VP"/><tei:span from="#zz" type="Q"/></tei:spanGrp>
  </tei:body></tei:text>
</tei:TEI>"##;
    let file = given("a.xml", text);
    assert!(claims(&file));
    let found = read(&[file]).unwrap();
    let kinds: Vec<RemarkKind> = found.remarks.iter().map(|remark| remark.kind).collect();
    assert_eq!(kinds, [RemarkKind::NoPlace, RemarkKind::BadLimits, RemarkKind::Dangling]);
    let sheets = trials::settled(Ok(found));
    let sheet = &sheets[0];
    assert_eq!(
        (sheet.text.as_str(), sheet.title.as_str(), sheet.language.as_str()),
        ("زار الوزير علي عُمان&.\nثم عاد", "خبر", "ar")
    );
    let said: Vec<_> = sheet.spans.iter().map(|span| (span.label.as_str(), sheet.words(span))).collect();
    let expected = [("persName", "الوزير علي"), ("roleName", "الوزير"), ("GPE", "عُمان"), ("VP", "ثم عاد")];
    assert_eq!(said, expected.map(|(label, words)| (label, words.to_owned())));
    assert_eq!(sheet.spans[0].referents[0].link.as_deref(), Some("Q1"));
}

#[test]
fn names_may_reach_from_a_mark_to_an_anchor() {
    let text = r##"<TEI><text><body><p>زار <orgName>صحيفة <index spanTo="#z" indexName="MISC"><term>فهرس</term></index> تايمز</orgName> إلى<anchor xml:id="z"/> هنا <lb spanTo="#z"/>
      <seg ana="#LOC other" part="I">عُمان</seg> <seg>قطعة</seg> <addSpan spanTo="#none"/><index spanTo="#z" indexName="BACK"/>.</p></body></text></TEI>"##;
    let found = read(&[given("a.xml", text)]).unwrap();
    let kinds: Vec<_> = found.remarks.iter().map(|remark| (remark.kind, remark.words.as_str())).collect();
    assert_eq!(kinds, [(RemarkKind::Dangling, "addSpan"), (RemarkKind::BadLimits, "BACK")]);
    let sheet = &trials::settled(Ok(found))[0];
    assert_eq!(sheet.text.as_str(), "زار صحيفة تايمز إلى هنا\nعُمان قطعة .");
    let said: Vec<_> = sheet.spans.iter().map(|span| (span.label.as_str(), sheet.words(span))).collect();
    let expected = [("orgName", "صحيفة تايمز"), ("MISC", "تايمز إلى"), ("LOC", "عُمان")];
    assert_eq!(said, expected.map(|(label, words)| (label, words.to_owned())));
}

#[test]
fn spans_between_anchors_and_annotations_of_a_list_are_read() {
    let text = r##"<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p xml:id="p">زار <anchor xml:id="a"/> علي
      باقري<anchor xml:id="b"/> <w xml:id="w">عُمان</w></p></body></text>
      <standOff><spanGrp type="ner"><span from="#a" to="#b">شخص</span><span target="#w" ana="#LOC"/><span from="#b" to="#a" type="X"/><span target="#a" type="Y"/></spanGrp>
      <listAnnotation><annotation xml:id="n" target="#w" motivation="tagging"><respStmt><name ref="#me">ليلى</name></respStmt><rs ref="https://www.wikidata.org/wiki/Q842" type="GPE"/><note>حاشية</note></annotation>
      <annotation target="#zz" ana="#PER"/><annotation/></listAnnotation></standOff></TEI>"##;
    let found = read(&[given("a.xml", text)]).unwrap();
    let kinds: Vec<_> = found.remarks.iter().map(|remark| remark.kind).collect();
    use RemarkKind::{BadLimits, Dangling};
    assert_eq!(kinds, [BadLimits, BadLimits, Dangling, Dangling]);
    let sheet = &trials::settled(Ok(found))[0];
    assert_eq!(sheet.text.as_str(), "زار علي باقري عُمان");
    let said: Vec<_> = sheet.spans.iter().map(|span| (span.label.as_str(), sheet.words(span))).collect();
    let expected = [("شخص", "علي باقري"), ("LOC", "عُمان"), ("GPE", "عُمان")];
    assert_eq!(said, expected.map(|(label, words)| (label, words.to_owned())));
    assert_eq!((sheet.spans[2].note.as_str(), sheet.spans[2].referents[0].link.as_deref()), ("حاشية", Some("Q842")));
}

#[test]
fn files_of_standoffconverter_are_read() {
    let labels = [
        ("placeName", "LOC"),
        ("settlement", "CAPITAL"),
        ("country", "COUNTRY"),
        ("orgName", "ORG"),
        ("persName", "PER"),
        ("date", "DATE"),
        ("roleName", "TITLE"),
    ];
    macro_rules! outside {
        ($name:literal) => {
            (
                concat!($name, ".xml"),
                include_str!(concat!("../../../../tests/fixtures/formats/tei/standoffconverter-", $name, ".xml")),
                include_str!(concat!("../../../../tests/fixtures/formats/brat/", $name, ".txt")),
            )
        };
    }
    let mut count = 0;
    for (name, xml, text) in [outside!("000"), outside!("003"), outside!("emoji")] {
        let file = given(name, xml);
        assert!(claims(&file));
        let found = read(&[file]).unwrap();
        assert_eq!(found.remarks, []);
        let sheet = trials::settled(Ok(found)).remove(0);
        // The first one stands in paragraphs that are indented: its white space is another.
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(sheet.text.as_str()), words(text));
        assert!(name == "000.xml" || sheet.text.as_str() == text);
        let text = std::rc::Rc::new(crate::core::text::Text::new(text));
        let mut sheet = trials::settled_on(&sheet, &Sheet { text, ..Sheet::default() });
        for span in &mut sheet.spans {
            if let Some((_, label)) = labels.iter().find(|(element, _)| *element == span.label) {
                span.label = (*label).into();
            }
        }
        count += trials::golden(&[sheet]);
    }
    // One of them crosses another, and stands between a mark and an anchor.
    assert_eq!(count, 26);
}

#[test]
fn what_is_no_xml_or_too_deep_is_refused() {
    let deep = format!("<TEI>{}{}</TEI>", "<p>".repeat(70), "</p>".repeat(70));
    assert_eq!(read(&[given("a.xml", &deep)]), Err(Fault::TooDeep { file: "a.xml".into() }));
    for broken in ["<TEI>", "<TEI>\n</p>", "", "<TEI a=b></TEI>", "</TEI>"] {
        assert!(matches!(read(&[given("a.xml", broken)]), Err(Fault::Broken { syntax: "XML", .. })), "{broken}");
    }
    assert_eq!(read(&[given("a.xml", "<TEI/>")]), Err(Fault::Empty { file: "a.xml".into() }));
    let bomb = "<!DOCTYPE TEI [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><TEI><text><p>&b;</p></text></TEI>";
    assert_eq!(trials::settled(read(&[given("a.xml", bomb)]))[0].text.as_str(), "&b;");
    assert!(!claims(&given("a.xml", "<xmi:XMI/>")) && !claims(&given("a", "")));
}

#[test]
fn damaged_files_are_refused_or_read_and_nothing_worse() {
    trials::torment(&trials::given(&write(&worlds::rich(), &Options::default())), claims, read);
}

proptest! {
    #[test]
    fn spans_come_back_less_what_is_said_to_be_lost(corpus in worlds::spans_at_random()) {
        let written = write(&corpus, &part());
        let back = trials::settled(read(&trials::given(&written)));
        let gone = trials::count(&written, LossKind::SpanDropped);
        let trimmed = trials::count(&written, LossKind::Trimmed);
        let (all, said) = (worlds::said(&corpus.documents[0]), worlds::said(&back[0]));
        prop_assert_eq!(back[0].text.as_str(), worlds::TEXT);
        prop_assert_eq!(said.len() + gone, all.len());
        prop_assert!(said.iter().filter(|one| !all.contains(one)).count() <= trimmed);
    }

    #[test]
    fn every_choice_costs_what_it_says(corpus in worlds::spans_at_random(), clitics: bool) {
        let tokens = if clitics { Tokens::Clitics } else { Tokens::Words };
        for misfit in [Misfit::Widen, Misfit::Drop] {
            let written = write(&corpus, &Options { misfit, tokens, ..Options::default() });
            let back = trials::settled(read(&trials::given(&written)));
            let count = |kind| trials::count(&written, kind);
            let (all, said) = (worlds::said(&corpus.documents[0]), worlds::said(&back[0]));
            prop_assert_eq!(said.len() + count(LossKind::SpanDropped) + count(LossKind::InsideToken), all.len());
            let other = said.iter().filter(|one| !all.contains(one)).count();
            prop_assert!(other <= count(LossKind::Widened) + count(LossKind::Trimmed));
        }
    }
}
