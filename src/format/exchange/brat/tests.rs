use super::super::loss::LossKind;
use super::super::model::{Mark, Referent, Sheet};
use super::super::options::Options;
use super::super::{trials, worlds};
use super::*;
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::format::exchange::fault::{Fault, RemarkKind};
use crate::format::exchange::model::Corpus;
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;

fn given(name: &str, text: &str) -> InFile {
    InFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

fn of(written: &crate::format::exchange::file::Written, name: &str) -> String {
    let file = written.files.iter().find(|file| file.name == name).unwrap();
    String::from_utf8(file.bytes.clone()).unwrap()
}

#[test]
fn a_document_is_written_line_by_line() {
    let written = write(&worlds::rich(), &Options::default());
    assert_eq!(of(&written, "doc.txt"), worlds::TEXT);
    let ann = of(&written, "doc.ann");
    let lines: Vec<&str> = ann.lines().collect();
    for line in [
        "T1\tEVENT 2 5;87 94\tزار تفاوضتا",
        "T12\tmeeting 2 5;87 94\tزار تفاوضتا",
        "T2\tPERS 6 18\tبريت ماكغورك",
        "T3\tOCC 20 34\tمستشارُ الرئيس",
        "A1\tcertainty T3 high",
        "A2\tnumber T3 3",
        "#1\tAnnotatorNotes T3\tسطر وآخر",
        "N1\tReference T4 Wikidata:Q842\tعُمان",
        "R1\thas_role Arg1:T2 Arg2:T3",
        "E1\tmeeting:T12 agent:T2 agent2:T5 place:T4",
    ] {
        assert!(lines.contains(&line), "{line} in\n{ann}");
    }
    let conf = of(&written, "annotation.conf");
    assert!(conf.contains("[entities]\nPERS\n") && conf.contains("has_role\tArg1:<ENTITY>, Arg2:<ENTITY>\n"), "{conf}");
    assert!(conf.contains("meeting\tagent*:<ENTITY>, place*:<ENTITY>\n"), "{conf}");
    assert!(conf.contains("certainty\tArg:<ENTITY>, Value:high\n"), "{conf}");
    let visual = of(&written, "visual.conf");
    assert!(visual.contains("Text direction:rtl\n") && visual.contains("PERS | شخص | Person\n"), "{visual}");
    assert!(of(&written, "tools.conf").contains("Wikidata\t<URL>"));
    let kinds: Vec<LossKind> = written.losses.iter().map(|loss| loss.kind).collect();
    use LossKind::{About, AttributeAsText, CrossLink, DocumentLabel, NoteLines};
    assert_eq!(kinds, [About, DocumentLabel, AttributeAsText, NoteLines, About, CrossLink]);
}

#[test]
fn all_that_was_written_comes_back() {
    let rich = worlds::rich();
    let written = write(&rich, &Options::default());
    let files = trials::given(&written);
    assert!(files.iter().all(|file| claims(file) != file.ends(".txt")));
    let found = read(&files).unwrap();
    assert_eq!(found.remarks, []);
    assert_eq!(found.corpus.tagset.labels.len(), 21);
    assert_eq!(found.corpus.tagset.labels[0].name, rich.tagset.labels[0].name);
    let sheets = trials::settled(Ok(found));
    for (sheet, back) in rich.documents.iter().zip(&sheets) {
        assert_eq!(worlds::said(sheet), worlds::said(back));
        assert_eq!(back.name, sheet.name);
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
    assert_eq!(occupation.note, "سطر وآخر");
    assert_eq!(occupation.attributes, [("certainty".to_owned(), json!("high")), ("number".to_owned(), json!("3"))]);
    let oman = back.spans.iter().find(|span| !span.referents.is_empty()).unwrap();
    assert_eq!(oman.referents, [Referent { id: String::new(), name: "عُمان".into(), link: Some("Q842".into()) }]);
}

type Said<'a> = (&'a str, &'a [(u32, u32)]);

fn one(text: &str, spans: &[Said<'_>]) -> Corpus {
    let mark = |(place, (label, pieces)): (usize, &Said<'_>)| Mark {
        id: format!("s{place}"),
        label: (*label).to_owned(),
        pieces: pieces.iter().map(|(start, end)| TextRange::of(*start, *end)).collect(),
        ..Mark::default()
    };
    let spans = spans.iter().enumerate().map(mark).collect();
    let sheet = Sheet { name: "one".into(), text: Rc::new(Text::new(text)), spans, ..Sheet::default() };
    Corpus { documents: vec![sheet], ..Corpus::default() }
}

#[test]
fn no_fragment_goes_over_a_line_and_none_ends_in_white_space() {
    let corpus =
        one("أول \r\n ثان ثالث\n\nرابع", &[("X", &[(0, 10)]), ("X", &[(7, 11)]), ("X", &[(3, 7)]), ("X", &[(0, 3), (7, 10)])]);
    let written = write(&corpus, &Options::default());
    assert_eq!(of(&written, "one.txt"), "أول \n ثان ثالث\n\nرابع");
    assert_eq!(of(&written, "one.ann"), "T1\tX 0 3;6 9\tأول ثان\nT2\tX 6 9\tثان\nT3\tX 0 3;6 9\tأول ثان\n");
    use LossKind::{CutAtLines, Filled, LineBreaks, SpanDropped, Trimmed};
    let kinds: Vec<LossKind> = written.losses.iter().map(|loss| loss.kind).collect();
    assert_eq!(kinds, [LineBreaks, CutAtLines, Trimmed, SpanDropped, Filled]);
    let back = trials::settled(read(&trials::given(&written)));
    assert_eq!(back[0].spans[0].pieces, [TextRange::of(0, 9)]);
}

#[test]
fn names_that_brat_does_not_allow_come_back() {
    let corpus = one("نص", &[("نوع", &[(0, 2)]), ("x", &[(0, 2)]), ("سمة أخرى", &[(0, 1)])]);
    let written = write(&corpus, &Options::default());
    assert_eq!(of(&written, "one.ann"), "T1\tx-2 0 2\tنص\nT2\tx 0 2\tنص\nT3\tx-3 0 1\tن\n");
    assert_eq!(trials::count(&written, LossKind::Renamed), 2);
    assert!(of(&written, "visual.conf").contains("x-2 | نوع\n"));
    let back = trials::settled(read(&trials::given(&written)));
    assert_eq!(worlds::said(&back[0]), worlds::said(&corpus.documents[0]));
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_read() {
    let ann = "T1\tX 0 3\tزار\nT2\tX 5 2\tx\nT3\tX 99999999999 999999999999\tx\nbroken\nR1\tr Arg1:T1 Arg2:T9\nA1\tN T9\nT1\tX 0 3\tزار\n#1\tAnnotatorNotes A1\tx\nE1\tm:T7\n*\tEquiv T1 T4\nT4\tY 4 8\tعلي!\nA2\tN T4 false\nA3\tV T4 a\nA4\tV T4 b c\n";
    let files = [given("a/1.ann", ann), given("a/1.txt", "زار علي!")];
    let found = read(&files).unwrap();
    let kinds: Vec<(usize, RemarkKind)> = found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect();
    use RemarkKind::{BadLimits, Dangling, NoPlace, Unreadable};
    let expected = [
        (4, Unreadable),
        (2, BadLimits),
        (3, BadLimits),
        (7, Unreadable),
        (5, Dangling),
        (6, Dangling),
        (9, Dangling),
        (8, NoPlace),
    ];
    assert_eq!(kinds, expected);
    let sheet = &found.corpus.documents[0];
    assert_eq!((sheet.name.as_str(), found.corpus.name.as_str(), sheet.spans.len(), sheet.relations.len()), ("1", "a", 2, 1));
    assert_eq!(sheet.spans[1].attributes, [("N".to_owned(), json!(false)), ("V".to_owned(), json!(["a", "b c"]))]);
    assert_eq!(read(&files[..1]), Err(Fault::Alone { file: "a/1.ann".into(), missing: "a/1.txt".into() }));
    assert!(belongs(&files[1], &files[0]) && !belongs(&files[0], &files[1]));
}

#[test]
fn a_byte_order_mark_or_line_breaks_that_count_otherwise_are_found_out() {
    for (ann, text) in [
        ("T1\tX 1 4\tزار\n", "\u{FEFF}زار"),
        ("T1\tX 0 3\tزار\n", "\u{FEFF}زار"),
        ("T1\tX 4 7\tعلي\n", "زار\r\nعلي"),
        ("T1\tX 5 8\tعلي\n", "زار\r\nعلي"),
    ] {
        let sheets = trials::settled(read(&[given("1.ann", ann), given("1.txt", text)]));
        assert!(["زار", "علي"].contains(&sheets[0].words(&sheets[0].spans[0]).as_str()), "{ann}");
    }
}

#[test]
fn what_brat_itself_wrote_is_the_gold() {
    macro_rules! sample {
        ($name:literal) => {
            given(concat!("brat/", $name), include_str!(concat!("../../../../tests/fixtures/formats/brat/", $name)))
        };
    }
    let files = [
        sample!("000.ann"),
        sample!("000.txt"),
        sample!("003.ann"),
        sample!("003.txt"),
        sample!("emoji.ann"),
        sample!("emoji.txt"),
    ];
    assert!(files.iter().all(|file| claims(file) == file.ends(".ann")));
    let found = read(&files).unwrap();
    assert_eq!(found.remarks, []);
    let sheets = trials::settled(Ok(found));
    assert_eq!(trials::golden(&sheets), 26);
    let first = sheets[1].spans.iter().find(|span| span.id == "T1").unwrap();
    assert_eq!((first.note.as_str(), first.referents[0].link.as_deref()), ("ملاحظة: تحقّق من هذا", Some("Q794")));
    assert_eq!(first.attributes, [("Confidence".to_owned(), json!("high")), ("Negated".to_owned(), json!(true))]);
    let disease = [sample!("PMID-10429004.ann"), sample!("PMID-10429004.txt")];
    assert_eq!(trials::settled(read(&disease))[0].spans.len(), 23);
}

#[test]
fn damaged_files_are_refused_or_read_and_nothing_worse() {
    trials::torment(&trials::given(&write(&worlds::rich(), &Options::default())), claims, read);
}

#[test]
fn files_made_to_be_slow_are_read_like_others() {
    let text = "ن".repeat(100_000);
    let spans: String = (0..20_000).map(|number| format!("T{number}\tX 0 100000\tن\n")).collect();
    let said: String = (0..20_000).map(|number| format!("A{number}\ta{number} T1 x\n")).collect();
    let found = read(&[given("a.ann", &(spans + &said)), given("a.txt", &text)]).unwrap();
    assert_eq!((found.corpus.documents[0].spans.len(), found.corpus.documents[0].spans[1].attributes.len()), (20_000, 20_000));
}

proptest! {
    #[test]
    fn spans_come_back_less_what_is_said_to_be_lost(corpus in worlds::spans_at_random()) {
        let written = write(&corpus, &Options::default());
        let files = trials::given(&written);
        prop_assert!(claims(&files[1]));
        let back = trials::settled(read(&files));
        let changed: Vec<_> = written.losses.iter().filter(|loss| matches!(loss.kind, LossKind::Trimmed | LossKind::SpanDropped)).collect();
        let of = |corpus: &Sheet| {
            let text = &corpus.text;
            let trim = |span: &Mark| super::super::lines::trimmed(text, span.hull());
            let mut all: Vec<_> = corpus.spans.iter().map(|span| (span.label.clone(), vec![trim(span)])).collect();
            all.retain(|(_, pieces)| !pieces[0].is_empty());
            all.sort();
            all
        };
        prop_assert_eq!(worlds::said(&back[0]), of(&corpus.documents[0]));
        let touched = corpus.documents[0].spans.iter().filter(|span| super::super::lines::trimmed(&corpus.documents[0].text, span.hull()) != span.hull());
        prop_assert_eq!(touched.count(), changed.len());
    }
}
