//! What a file is: by what it holds, then by its name's ending.

use super::book::Book;
use super::encoding::{Encoding, decoded, encodings};

/// What texts are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text without markup.
    Plain,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// A document of Word's, or of whatever writes like it.
    Docx,
    /// A book.
    Epub,
}

/// How many bytes are looked at to see whether they are text, and of what kind.
const SAMPLE: usize = 1 << 13;

/// Endings of files that are text and no document: data, which other readers know or nobody does.
const DATA: [&str; 18] = [
    "json", "jsonl", "ndjson", "csv", "tsv", "xml", "xmi", "tei", "conll", "conllu", "iob", "bio", "ann", "rtf", "css", "js",
    "svg", "ipynb",
];

/// What a file is; `None` where it is no text. Any bytes may be given.
#[must_use]
pub fn kind_of(name: &str, bytes: &[u8]) -> Option<Kind> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(&ending, bytes);
    }
    let begins = beginning(bytes)?;
    if is_html(&begins) {
        return Some(Kind::Html);
    }
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "xht" => Some(Kind::Html),
        "md" | "markdown" | "mdown" | "mkd" => Some(Kind::Markdown),
        "txt" | "text" => Some(Kind::Plain),
        data if DATA.contains(&data) => None,
        _ if begins.starts_with("%PDF-") || begins.starts_with("{\\rtf") || begins.starts_with("<?xml") => None,
        _ => Some(Kind::Plain),
    }
}

/// What a zip is, by its parts; a damaged one by its ending, so that its reader says what is wrong with it.
fn packed(ending: &str, bytes: &[u8]) -> Option<Kind> {
    let Ok(book) = Book::open(bytes) else {
        return match ending {
            "docx" => Some(Kind::Docx),
            "epub" => Some(Kind::Epub),
            _ => None,
        };
    };
    if book.has("META-INF/container.xml") {
        Some(Kind::Epub)
    } else {
        (book.has("[Content_Types].xml") && book.has_under("word/")).then_some(Kind::Docx)
    }
}

/// The beginning of a text, decoded as well as it goes, without white space before it; `None` where it is no text.
fn beginning(bytes: &[u8]) -> Option<String> {
    let encoding = encodings(bytes)[0];
    let text = if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
        decoded(bytes, encoding)?.chars().take(SAMPLE).collect::<String>()
    } else {
        // What tells kinds apart is ASCII.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        bytes.iter().take(SAMPLE).map(|byte| char::from(*byte)).collect()
    };
    let is_text = !text.chars().any(|c| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1A}' | '\u{1C}'..='\u{1F}'));
    is_text.then(|| text.trim_start().to_owned())
}

/// Whether a text begins as a page of the web does, after what may stand before.
fn is_html(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            _ if rest.starts_with("<?") => rest.find("?>").map(|at| at + 2),
            _ => break,
        };
        let Some(end) = end else { return false };
        rest = &rest[end..];
    }
    let begins = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::texts::book::tests::packed as zip;

    #[test]
    fn content_goes_before_the_ending() {
        for (name, text, kind) in [
            ("a.txt", "خبر", Some(Kind::Plain)),
            ("a", "خبر", Some(Kind::Plain)),
            ("a.txt", "", Some(Kind::Plain)),
            ("خبر.2024", "# خبر", Some(Kind::Plain)),
            ("a.MD", "# خبر", Some(Kind::Markdown)),
            ("a.html", "خبر", Some(Kind::Html)),
            ("a.txt", "\n<!-- x --> <!DOCTYPE HTML><p>خبر", Some(Kind::Html)),
            ("a.xml", "<?xml version='1.0'?><html xmlns='x'>", Some(Kind::Html)),
            ("a.xml", "<?xml version='1.0'?><TEI>", None),
            ("a", "<?xml version='1.0'?><TEI>", None),
            ("a.md", "<p>خبر", Some(Kind::Markdown)),
            ("a.txt", "<!-- without an end", Some(Kind::Plain)),
            ("a.json", "{}", None),
            ("a.doc", "{\\rtf1 x}", None),
            ("a.book", "%PDF-1.7", None),
            ("a.txt", "\u{1}\u{2}", None),
            ("a.png", "\u{89}PNG\r\n\u{1a}\n\0", None),
        ] {
            assert_eq!(kind_of(name, text.as_bytes()), kind, "{name}: {text:?}");
        }
        let wide = "<html>خبر".encode_utf16().flat_map(u16::to_le_bytes);
        assert_eq!(kind_of("a.txt", &b"\xFF\xFE".iter().copied().chain(wide).collect::<Vec<_>>()), Some(Kind::Html));
        assert_eq!(kind_of("a.txt", b"\xC7\xE1\xD4\xE3\xD3"), Some(Kind::Plain), "Windows-1256");
    }

    #[test]
    fn packages_are_told_apart_by_their_parts() {
        let docx = zip(&[("[Content_Types].xml", ""), ("word/document.xml", "")]);
        let epub = zip(&[("mimetype", "application/epub+zip"), ("META-INF/container.xml", "")]);
        let other = zip(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]);
        assert_eq!(kind_of("a.zip", &docx), Some(Kind::Docx));
        assert_eq!(kind_of("a.docx", &epub), Some(Kind::Epub));
        assert_eq!(kind_of("a.docx", &other), None);
        assert_eq!(kind_of("a.docx", &docx[..docx.len() / 2]), Some(Kind::Docx), "a damaged one");
        assert_eq!(kind_of("a.xlsx", &other[..40]), None);
    }
}
