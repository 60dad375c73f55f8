//! Zip packages: their parts, unpacked within limits.

use super::Fault;
use super::encoding::{Encoding, decoded, encodings};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that are unpacked of one file, all its parts together.
pub const UNPACKED_MAX: u64 = 256 << 20;

/// The most parts that a package may have.
const PARTS_MAX: usize = 1 << 16;

/// A package.
pub struct Book<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may yet be unpacked.
    left: u64,
}

impl<'a> Book<'a> {
    /// Reads the list of the parts.
    ///
    /// # Errors
    /// [`Fault::Zip`] where it is no zip or a damaged one; [`Fault::TooLarge`] where it has too many parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Zip)?;
        if archive.len() > PARTS_MAX { Err(too_large()) } else { Ok(Self { archive, left: UNPACKED_MAX }) }
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Whether there is a part in that folder.
    pub fn has_under(&self, folder: &str) -> bool {
        self.archive.file_names_raw().any(|name| name.starts_with(folder.as_bytes()))
    }

    /// A part, unpacked; `None` where there is none of that name.
    ///
    /// # Errors
    /// Where it is damaged, locked, packed in a way that is not known, or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|fault| match fault {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Fault::Locked,
            _ => Fault::Zip,
        })?;
        // What a part says of its size is not believed: it is read up to the limit.
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Fault::Zip)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        Ok(Some(bytes))
    }

    /// A part that is text, decoded: XML is UTF-8 or UTF-16.
    ///
    /// # Errors
    /// As [`Self::part`], and [`Fault::Xml`] where it is in another encoding.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let ours = encodings(&bytes).into_iter().filter(|encoding: &Encoding| encoding.is_ours());
        let text = ours.into_iter().find_map(|encoding| decoded(&bytes, encoding));
        text.map(Some).ok_or_else(|| Fault::Xml { part: name.to_owned() })
    }
}

const fn too_large() -> Fault {
    Fault::TooLarge { most: UNPACKED_MAX }
}

/// Where a link leads that stands in a part: a name in the package, without the place within the part. `None` where it leads out.
pub fn resolved(from: &str, link: &str) -> Option<String> {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    if link.contains(':') {
        return None;
    }
    let link = percent_decoded(link)?;
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let base = if link.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(link.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

fn percent_decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(code) => {
                out.push(code);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
pub mod tests {
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
}
