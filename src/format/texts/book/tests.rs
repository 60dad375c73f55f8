//! Zips for the tests of what is packed so, and the limits of unpacking.

use super::*;
use std::io::Write;
use zip::write::SimpleFileOptions;

/// A zip with these parts.
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn parts_are_found_by_name_and_links_by_where_they_lead() {
    let bytes = packed(&[("a/b.xml", "خبر"), ("c.xml", "")]);
    let mut book = Book::open(&bytes).expect("a zip");
    assert_eq!(book.text("a/b.xml"), Ok(Some("خبر".into())));
    assert_eq!(book.part("nothing"), Ok(None));
    assert!(book.has("c.xml") && book.has_under("a/") && !book.has_under("b/"));
    for (from, link, to) in [
        ("OEBPS/book.opf", "text/1.xhtml#two", Some("OEBPS/text/1.xhtml")),
        ("OEBPS/book.opf", "../%D8%A8%20.xhtml", Some("ب .xhtml")),
        ("word/document.xml", "/word/notes.xml", Some("word/notes.xml")),
        ("a", "../../etc/passwd", None),
        ("a", "http://example.org/", None),
        ("a", "%FF", None),
        ("a", "100%", Some("100%")),
    ] {
        assert_eq!(resolved(from, link).as_deref(), to, "{link}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    // A kilobyte of zeros packs to some bytes; so much of it that the limit is gone beyond.
    let zeros = "\0".repeat(64 << 20);
    let bytes = packed(&[("a", &zeros), ("b", &zeros), ("c", &zeros), ("d", &zeros), ("e", "x")]);
    assert!(bytes.len() < 1 << 20);
    let mut book = Book::open(&bytes).expect("a zip");
    for name in ["a", "b", "c", "d"] {
        assert!(book.part(name).is_ok_and(|part| part.is_some_and(|part| part.len() == 64 << 20)));
    }
    assert_eq!(book.part("e"), Err(Fault::TooLarge { most: UNPACKED_MAX }));
}

#[test]
fn damaged_packages_are_told() {
    let bytes = packed(&[("a", &"خبر ".repeat(500)), ("b", "x")]);
    for end in 0..bytes.len() {
        if let Ok(mut book) = Book::open(&bytes[..end]) {
            let _ = book.part("a");
        }
    }
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 0x55;
        if let Ok(mut book) = Book::open(&other) {
            let _ = book.part("a");
        }
    }
    assert_eq!(Book::open(b"").map(|_| ()), Err(Fault::Zip));
}
