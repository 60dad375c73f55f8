use super::*;
use crate::format::texts::book::tests::packed;

const ROOT: &str = r#"<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

/// A package document with these items, `id href`, in this order.
fn opf(items: &[(&str, &str)], spine: &[&str]) -> String {
    let items = items.iter().map(|(id, href)| format!(r#"<item id="{id}" href="{href}" media-type="application/xhtml+xml"/>"#));
    let spine = spine.iter().map(|id| format!(r#"<itemref idref="{id}"/>"#));
    format!(
        r#"<package xmlns:dc="x"><metadata><dc:title>كتاب</dc:title><dc:title>آخر</dc:title></metadata><manifest>{}<item id="css" href="a.css" media-type="text/css"/>
        <item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine>{}</spine></package>"#,
        items.collect::<String>(),
        spine.collect::<String>()
    )
}

fn xhtml(words: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body>{words}</body></html>"#
    )
}

fn book(opf: &str, parts: &[(&str, String)]) -> Vec<u8> {
    let mut all = vec![("mimetype", "application/epub+zip"), (CONTAINER, ROOT), ("OEBPS/book.opf", opf)];
    all.extend(parts.iter().map(|(name, text)| (*name, text.as_str())));
    packed(&all)
}

#[test]
fn parts_come_in_the_order_of_the_spine() {
    let opf = opf(
        &[("b", "text/2.xhtml"), ("a", "text/%D8%A3.xhtml"), ("c", "../cover.xhtml")],
        &["c", "nav", "a", "b", "a", "css", "none"],
    );
    let parts = [
        ("OEBPS/text/2.xhtml", xhtml("<h1>الفصل الثاني</h1><p>نص  الفصل</p>")),
        ("OEBPS/text/أ.xhtml", xhtml("<p>مقدمة</p><img src='x'/>")),
        ("cover.xhtml", xhtml("<img src='cover.jpg'/>")),
        ("OEBPS/nav.xhtml", xhtml("<nav>فهرس</nav>")),
    ];
    let found = pages(&book(&opf, &parts)).expect("a book");
    let said = found.iter().map(|page| (page.title.as_deref(), page.text.as_str())).collect::<Vec<_>>();
    assert_eq!(said, [(Some("كتاب"), "مقدمة"), (Some("الفصل الثاني"), "الفصل الثاني\nنص الفصل")]);
    assert_eq!(found[0].remarks, [Remark::PicturesLeftOut(1)]);
}

#[test]
fn what_is_missing_or_locked_is_left_out_and_told() {
    let opf = opf(&[("a", "1.xhtml"), ("b", "gone.xhtml"), ("c", "locked.xhtml")], &["a", "b", "c"]);
    let locks = r#"<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/locked.xhtml"/></CipherData></EncryptedData><x><CipherReference URI="OEBPS/font.ttf"/></x></encryption>"#;
    let mut parts =
        vec![("OEBPS/1.xhtml", xhtml("<p>أ")), ("OEBPS/locked.xhtml", "\u{1}\u{2}".to_owned()), (LOCKS, locks.to_owned())];
    let found = pages(&book(&opf, &parts)).expect("a book");
    assert_eq!((found.len(), &found[0].remarks[..]), (1, &[Remark::PartsLeftOut(2)][..]));
    parts.remove(0);
    assert_eq!(pages(&book(&opf, &parts)), Err(Fault::Locked));
}

#[test]
fn hostile_books_are_told_and_none_panics() {
    assert_eq!(pages(b"PK"), Err(Fault::Zip));
    assert_eq!(pages(&packed(&[("x", "")])), Err(Fault::Missing { part: CONTAINER.into() }));
    assert_eq!(pages(&packed(&[(CONTAINER, "<container/>")])), Err(Fault::Missing { part: "rootfile".into() }));
    assert_eq!(pages(&packed(&[(CONTAINER, "<container>")])), Err(Fault::Xml { part: CONTAINER.into() }));
    assert_eq!(pages(&packed(&[(CONTAINER, ROOT)])), Err(Fault::Missing { part: "OEBPS/book.opf".into() }));
    assert_eq!(pages(&book(&opf(&[], &[]), &[])), Err(Fault::Empty));
    // Ways out of the package lead nowhere.
    let out =
        opf(&[("a", "../../../etc/passwd"), ("b", "file:///etc/passwd"), ("c", "http://example.org/x.xhtml")], &["a", "b", "c"]);
    assert_eq!(pages(&book(&out, &[])), Err(Fault::Empty));
    let laughs =
        "<!DOCTYPE p [<!ENTITY a 'ha'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>".to_owned() + &opf(&[("a", "1.xhtml")], &["a"]);
    let entities = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body><p>&x;أ</p></body></html>".to_owned();
    let found = pages(&book(&laughs.replace("كتاب", "&a;&x;"), &[("OEBPS/1.xhtml", entities)])).expect("a book");
    assert!(found[0].text.ends_with("&x;أ") && found[0].title.as_deref() == Some("&a;&x;"), "{found:?}");
    let whole = book(&opf(&[("a", "1.xhtml")], &["a"]), &[("OEBPS/1.xhtml", xhtml("<p>أ"))]);
    for end in (0..whole.len()).step_by(5) {
        let _ = pages(&whole[..end]);
        let mut other = whole.clone();
        other[end] ^= 0x41;
        let _ = pages(&other);
    }
    let large = format!("<p>{}</p>", "أ ".repeat(30 << 20));
    let items = (0..4).map(|nth| (format!("i{nth}"), format!("{nth}.xhtml"))).collect::<Vec<_>>();
    let items = items.iter().map(|(id, href)| (id.as_str(), href.as_str())).collect::<Vec<_>>();
    let spine = items.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    let names = (0..4).map(|nth| format!("OEBPS/{nth}.xhtml")).collect::<Vec<_>>();
    let parts = names.iter().map(|name| (name.as_str(), large.clone())).collect::<Vec<_>>();
    assert!(matches!(pages(&book(&opf(&items, &spine), &parts)), Err(Fault::TooLarge { .. })));
}
