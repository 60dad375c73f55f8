use super::super::fault::{Fault, RemarkKind};
use super::super::loss::LossKind;
use super::super::model::{Mark, Sheet};
use super::super::options::Options;
use super::super::{trials, worlds};
use super::*;
use crate::core::range::TextRange;
use crate::core::text::Text;
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
fn every_row_stands_as_it_should() {
    let written = write(&worlds::rich(), &Options::default());
    let names: Vec<&str> = written.files.iter().map(|file| file.name.as_str()).collect();
    let expected = ["spans.csv", "spans.tsv", "documents.csv", "relations.csv", "events.csv", "document_labels.csv", "links.csv"];
    assert_eq!(names, expected);
    let csv = of(&written, "spans.csv");
    assert!(csv.starts_with("\u{FEFF}doc,start,end,label,text,id,fragments,note,entity,entity_id,link,annotator,created_at,word_start,word_end,word,attribute:certainty,attribute:number\r\ndoc,2,94,EVENT,زار … تفاوضتا,s9,\"2 5;87 94\",,,,,,,2,94,زار … تفاوضتا,,\r\n"), "{csv}");
    assert!(csv.contains("doc,20,34,OCC,مستشارُ الرئيس,s2,,\"سطر\nوآخر\",,,,,,20,34,مستشارُ الرئيس,high,3\r\n"), "{csv}");
    assert!(csv.contains("doc,72,77,GPE,إيران,s8,,,,,,,,71,77,وإيران,,\r\n"), "{csv}");
    assert!(of(&written, "spans.tsv").contains("\tمستشارُ الرئيس\ts2\t\tسطر\\nوآخر\t"));
    assert!(of(&written, "relations.csv").ends_with("doc,r1,has_role,s1,s2,بريت ماكغورك → مستشارُ الرئيس,\r\n"));
    assert!(of(&written, "events.csv").contains("doc,v1,meeting,s9,agent,s4,الولايات المتحدة,\r\n"));
    assert!(of(&written, "document_labels.csv").contains("\r\ndoc,politics\r\n"));
    assert!(of(&written, "links.csv").contains("\r\nl1,same,span,doc,s3,span,second,t1,\r\n"));
    assert_eq!(written.losses, []);
}

#[test]
fn all_that_was_written_comes_back() {
    let rich = worlds::rich();
    for safe_cells in [false, true] {
        let written = write(&rich, &Options { safe_cells, ..Options::default() });
        let files = trials::given(&written);
        assert!(files.iter().all(claims));
        let found = read(&files).unwrap();
        assert_eq!(found.remarks, []);
        assert_eq!(found.corpus.links, rich.links);
        let sheets = trials::settled(Ok(found));
        assert_eq!(sheets, rich.documents);
        let tsv: Vec<InFile> = files.into_iter().filter(|file| file.name != "spans.csv").collect();
        assert_eq!(trials::settled(read(&tsv)), rich.documents);
    }
}

fn one(text: &str, value: serde_json::Value) -> crate::format::exchange::model::Corpus {
    let text = Rc::new(Text::new(text));
    let words = Some(text.as_str().to_owned());
    let span = Mark {
        id: "s".into(),
        label: "X".into(),
        pieces: vec![text.whole()],
        words,
        attributes: vec![("a".into(), value)],
        ..Mark::default()
    };
    let sheet = Sheet { name: "one".into(), text, spans: vec![span], ..Sheet::default() };
    crate::format::exchange::model::Corpus { documents: vec![sheet], ..Default::default() }
}

#[test]
fn cells_that_would_break_a_row_or_run_come_back() {
    for text in ["=1+1", "'a", "-", "a\tb", "a\\tb\\", "\"", ",;\r\n\"\"", " a ", "@x", "\ra", "a\nb"] {
        for value in [
            json!("x"),
            json!("3"),
            json!(3),
            json!(-1.5),
            json!(true),
            json!(["أ", "ب"]),
            json!(""),
            json!("\"x\""),
            json!("=x"),
            json!("["),
        ] {
            for safe_cells in [false, true] {
                let corpus = one(text, value.clone());
                let written = write(&corpus, &Options { safe_cells, ..Options::default() });
                for left_out in ["spans.csv", "spans.tsv"] {
                    let files: Vec<InFile> = trials::given(&written).into_iter().filter(|file| file.name != left_out).collect();
                    assert_eq!(trials::settled(read(&files)), corpus.documents, "{text:?} {value} {safe_cells}");
                }
            }
        }
    }
    let written = write(&one("=1+1", json!("-")), &Options { safe_cells: true, ..Options::default() });
    assert_eq!(trials::count(&written, LossKind::Guarded), 4);
    assert!(of(&written, "spans.csv").contains("one,0,4,X,'=1+1,s,"));
}

#[test]
fn tables_of_other_programs_are_read() {
    let text = "😀 زار علي عُمان";
    let all = [
        // Words; another order; quotes that need none; digits of Arabic script; numbers that were once floats.
        ("words.csv", "label,End,Start,text,score\nPER,9,6,علي,0.5\nLOC,15,10,عُمان,\n".to_owned()),
        ("semicolon.csv", "\u{FEFF}doc;start;end;label;text\r\nwords;٦;٩;PER;\"علي\"\r\nwords;10.0;15.0;LOC;عُمان\r\n".to_owned()),
        ("tab.tsv", "start_offset\tend_offset\tentity_type\tmention\n6\t9\tPER\tعلي\n10\t15\tLOC\tعُمان\n".to_owned()),
        // The last character, and the text of the document.
        ("inclusive.csv", "start,end,type,quote\n6,8,PER,علي\n10,14,LOC,عُمان\n".to_owned()),
        ("whole.csv", format!("text,start,end,label\n{text},6,9,PER\n{text},10,15,LOC\n")),
        // UTF-16, which only the words tell.
        ("utf16.csv", format!("document,begin,end,tag,span\n{text},0,2,X,😀\n{text},7,10,PER,علي\n")),
    ];
    for (name, table) in all {
        let file = given(name, &table);
        assert!(claims(&file), "{name}");
        let found = read(&[file]).unwrap();
        assert_eq!(found.remarks, [], "{name}");
        let own = &found.corpus.documents[0];
        let sheet = Sheet { text: Rc::new(Text::new(text)), ..own.clone() };
        let done = trials::settled_on(&sheet, &sheet);
        let ali = done.spans.iter().find(|span| span.label == "PER").unwrap();
        assert_eq!(ali.pieces, [TextRange::of(6, 9)], "{name}");
        assert_eq!(done.spans.len(), 2, "{name}");
        assert_eq!(own.text.is_empty(), name != "whole.csv", "{name}");
        if name == "words.csv" {
            assert_eq!((ali.attributes.as_slice(), own.name.as_str()), (&[("score".to_owned(), json!("0.5"))][..], "words"));
        }
    }
}

#[test]
fn what_label_studio_exports_as_a_table_is_the_gold() {
    let file = given("a.csv", include_str!("../../../../tests/fixtures/formats/table/label-studio.csv"));
    assert!(claims(&file));
    let found = read(std::slice::from_ref(&file)).unwrap();
    assert_eq!(found.remarks, []);
    let sheets = trials::settled(Ok(found));
    assert_eq!(trials::golden(&sheets), 26);
    assert!(sheets.iter().all(|sheet| sheet.extra.is_empty() && sheet.spans[0].annotator.as_deref() == Some("1")));
    let small = "annotation_id,lead_time,id,label,text,topic\n1,2,3,\"[{\"\"start\"\":0,\"\"end\"\":3,\"\"labels\"\":[\"\"X\"\",\"\"Y\"\"]},{\"\"start\"\":3,\"\"end\"\":1}]\",زار,سياسة\n";
    let found = read(&[given("a.csv", small)]).unwrap();
    assert_eq!(found.remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(), [RemarkKind::BadLimits]);
    let sheet = &found.corpus.documents[0];
    assert_eq!((sheet.name.as_str(), sheet.spans.len(), &sheet.extra[0]), ("a-3", 2, &("topic".to_owned(), json!("سياسة"))));
    trials::torment(&[given("a.csv", small)], claims, read);
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_read() {
    let table =
        "doc,start,end,label,text\nd,0,3,X,زار\nd,3,3,X,\nd,-1,3,X,x\nd,a,b,X,x\nd,0,99999999999,X,x\nd,0,3,,x\nd\n,0,3,Y,زار\n";
    let found = read(&[given("a.csv", table), given("b.csv", "doc,id,type,from,to,text,note\nd,r,t,row-2,zz,,\n")]).unwrap();
    let kinds: Vec<(usize, RemarkKind)> = found.remarks.iter().map(|remark| (remark.line, remark.kind)).collect();
    use RemarkKind::{BadLimits, Dangling, Unreadable};
    assert_eq!(
        kinds,
        [(3, BadLimits), (4, BadLimits), (5, BadLimits), (6, BadLimits), (7, Unreadable), (8, Unreadable), (2, Dangling)]
    );
    assert_eq!(found.corpus.documents.iter().map(|sheet| sheet.spans.len()).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(read(&[given("a.csv", "start,end,label\n")]), Err(Fault::Empty { file: "a.csv".into() }));
    assert!(matches!(read(&[given("a.csv", "a,b\n")]), Err(Fault::Shape { .. })));
    for other in ["", "زار\tO\n", "{\"start\":1,\"end\":2,\"label\":1}", "token,tag\n", "#FORMAT=WebAnno TSV 3.3\n"] {
        assert!(!claims(&given("a.csv", other)), "{other}");
    }
}

#[test]
fn damaged_files_are_refused_or_read_and_nothing_worse() {
    trials::torment(&trials::given(&write(&worlds::rich(), &Options::default())), claims, read);
}

proptest! {
    #[test]
    fn spans_come_back(corpus in worlds::spans_at_random(), safe_cells: bool) {
        let written = write(&corpus, &Options { safe_cells, ..Options::default() });
        prop_assert!(written.losses.iter().all(|loss| loss.kind == LossKind::Guarded));
        let back = trials::settled(read(&trials::given(&written)));
        prop_assert_eq!(&back[0].spans, &corpus.documents[0].spans);
    }
}
