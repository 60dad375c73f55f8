use super::*;
use crate::format::texts::book::tests::packed;
use crate::format::texts::xml::DEPTH_MAX;

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x""#;

/// A document with that body, and these other parts.
fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(r#"<?xml version="1.0" encoding="UTF-8"?><w:document {NAMES}><w:body>{body}</w:body></w:document>"#);
    let mut parts = vec![("[Content_Types].xml", ""), ("word/document.xml", document.as_str())];
    parts.extend(others);
    packed(&parts)
}

fn text(body: &str) -> String {
    page(&docx(body, &[])).expect("a document").text
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_runs_tabs_and_breaks() {
    let body = format!(
        r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve"> خبر </w:t></w:r>
        <w:r><w:t>عا</w:t></w:r><w:hyperlink><w:r><w:t>جل</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>بعد</w:t><w:br/><w:t>سطر</w:t></w:r></w:p>
        <w:p/>{}<w:p><w:r><w:t>&lt;&amp;&#x628;</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:char="2022"/></w:r></w:p><w:sectPr/>"#,
        p("فقرة")
    );
    assert_eq!(text(&body), " خبر عاجل\tبعد\nسطر\n\nفقرة\n<&ب\u{2011}•");
}

#[test]
fn tables_are_lines_of_cells() {
    let cell = |inside: &str| format!("<w:tc><w:tcPr><w:tab/></w:tcPr>{inside}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[cell(&p("ج")), cell(&p("د"))]));
    let table = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{}{}{}</w:tbl>",
        row(&[cell(&p("أ")), cell(&p("ب"))]),
        row(&[cell("<w:p/>"), cell(&(p("1") + &p("2"))), cell("<w:p/>")]),
        row(&[cell(&(inner + "<w:p/>")), cell(&p("هـ"))]),
    );
    assert_eq!(text(&(p("قبل") + &table + &p("بعد"))), "قبل\nأ\tب\n\t1\n2\t\nج\tد\n\tهـ\nبعد");
}

#[test]
fn deleted_words_are_left_out_and_inserted_ones_taken() {
    let body = format!(
        r#"<w:p><w:r><w:t>أ</w:t></w:r><w:del w:id="1"><w:r><w:delText>محذوف</w:delText><w:tab/></w:r></w:del><w:ins w:id="2"><w:r><w:t>ب</w:t></w:r></w:ins>
        <w:moveFrom><w:r><w:t>قديم</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>جديد</w:t></w:r></w:moveTo></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>أول</w:t></w:r></w:p>{}"#,
        p("ه")
    );
    let page = page(&docx(&body, &[])).expect("a document");
    assert_eq!(page.text, "أبجديد\nأوله");
    assert_eq!(page.remarks, [Remark::DeletedLeftOut(2), Remark::InsertedTaken(2)]);
}

#[test]
fn boxes_follow_their_paragraph_once_and_pictures_are_told() {
    let boxed = |words: &str| format!("<w:txbxContent>{}{}</w:txbxContent>", p(words), p("تتمة"));
    let body = format!(
        "<w:p><w:r><w:t>أ</w:t><mc:AlternateContent><mc:Choice><w:drawing>{}<blip/></w:drawing></mc:Choice><mc:Fallback><w:pict>{}<imagedata/></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ب</w:t><w:commentReference/></w:r></w:p>{}",
        boxed("صندوق"),
        boxed("صندوق"),
        p("ج")
    );
    let page = page(&docx(&body, &[])).expect("a document");
    assert_eq!(page.text, "أب\nصندوق\nتتمة\nج");
    assert_eq!(page.remarks, [Remark::PicturesLeftOut(1), Remark::CommentsLeftOut(1)]);
}

#[test]
fn notes_stand_after_the_text_in_the_order_of_their_numbers() {
    let rels = r#"<Relationships><Relationship Type="http://x/footnotes" Target="footnotes.xml"/><Relationship Type="http://x/endnotes" Target="/word/ends.xml"/></Relationships>"#;
    let note = |kind: &str, id: &str, words: &str| {
        format!(
            r#"<w:{kind} w:id="{id}"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:{kind}>"#
        )
    };
    let foot = format!(
        r#"<w:footnotes {NAMES}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}</w:footnotes>"#,
        note("footnote", "1", "حاشية"),
        note("footnote", "2", "ثانية")
    );
    let ends = format!("<w:endnotes {NAMES}>{}</w:endnotes>", note("endnote", "1", "ختام"));
    let body = r#"<w:p><w:r><w:t>أ</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>ب</w:t><w:endnoteReference w:id="1"/><w:footnoteReference w:id="1"/><w:footnoteReference w:id="9"/></w:r></w:p>"#;
    let parts = [("word/_rels/document.xml.rels", rels), ("word/footnotes.xml", foot.as_str()), ("word/ends.xml", ends.as_str())];
    let page = page(&docx(body, &parts)).expect("a document");
    assert_eq!(page.text, "أ[1]\nب[2][3][4]\n[1] ثانية\n[2] ختام\n[3] حاشية\n[4] ");
    assert_eq!(page.remarks, [Remark::NotesAtEnd(4)]);
}

#[test]
fn the_main_part_and_the_title_are_where_the_package_says() {
    let rels =
        r#"<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/other/main.xml"/></Relationships>"#;
    let main = format!("<w:document {NAMES}><w:body>{}</w:body></w:document>", p("خبر"));
    let core = "<cp:coreProperties><dc:creator>x</dc:creator><dc:title> عنوان\n الخبر</dc:title></cp:coreProperties>";
    let bytes = packed(&[("_rels/.rels", rels), ("other/main.xml", &main), ("docProps/core.xml", core)]);
    let page = page(&bytes).expect("a document");
    assert_eq!((page.text.as_str(), page.title.as_deref()), ("خبر", Some("عنوان الخبر")));
}

#[test]
fn hostile_documents_are_told_and_none_panics() {
    assert_eq!(page(b"PK\x03\x04"), Err(Fault::Zip));
    assert_eq!(page(&packed(&[("x", "")])), Err(Fault::Missing { part: MAIN.into() }));
    let xml = |text: &str| page(&packed(&[(MAIN, text)]));
    assert_eq!(xml("<w:document><w:body><w:p>"), Err(Fault::Xml { part: MAIN.into() }));
    let deep = "<w:tbl><w:tr><w:tc>".repeat(DEPTH_MAX);
    assert_eq!(xml(&deep), Err(Fault::TooDeep));
    // Entities of its own are not expanded, neither those within nor those of a file outside.
    let laughs = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    let said = xml(&format!("{laughs}<w:document><w:body><w:p><w:r><w:t>&b;&x;</w:t></w:r></w:p></w:body></w:document>"));
    assert_eq!(said.map(|page| page.text), Ok("&b;&x;".into()));
    // Elements out of place.
    for body in [
        "<w:tc><w:p/></w:tc>",
        "<w:txbxContent/><w:tr/>",
        "<w:footnote><w:footnoteReference/></w:footnote>",
        "<w:t>أ<w:p/></w:t>",
    ] {
        let _ = page(&docx(body, &[]));
    }
    let whole =
        docx(&(p("خبر") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"), &[("word/_rels/document.xml.rels", "<R/>")]);
    for end in (0..whole.len()).step_by(7) {
        let _ = page(&whole[..end]);
        let mut other = whole.clone();
        other[end] ^= 0x41;
        let _ = page(&other);
    }
    let bomb = p(&"أ".repeat(60 << 20));
    assert_eq!(page(&docx(&bomb.repeat(3), &[])), Err(Fault::TooLarge { most: crate::format::texts::book::UNPACKED_MAX }));
}
