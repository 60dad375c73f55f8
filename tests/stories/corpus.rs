//! The bundled articles, read from the same files as the build reads, and conversions between units.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

/// The report with the sub-word limits of the proof.
pub const FT: &str = "ft-report";
/// The other report of the same event.
pub const NYT: &str = "nyt-report";

/// A half-open stretch of a document, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// The first code point.
    pub start: usize,
    /// The first code point after it.
    pub end: usize,
}

/// A document's text and what can be found in it.
pub struct Corpus {
    /// The document's id.
    pub id: &'static str,
    /// The verbatim text.
    pub text: String,
}

impl Corpus {
    /// Reads one of the bundled articles.
    pub fn read(id: &'static str) -> Self {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds").join(format!("{id}.txt"));
        Self { id, text: fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())) }
    }

    /// The length in code points.
    pub fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// Where the `nth` (from 0) occurrence of `words` stands.
    pub fn find(&self, words: &str, nth: usize) -> Stretch {
        let (byte, _) = self.text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words} is in {}", self.id));
        let start = self.text[..byte].chars().count();
        Stretch { start, end: start + words.chars().count() }
    }

    /// Where `inner` stands within the `nth` occurrence of `words`, counted from the end of `words`.
    pub fn find_in(&self, words: &str, nth: usize, inner: &str) -> Stretch {
        let whole = self.find(words, nth);
        let (byte, _) = words.rmatch_indices(inner).next().unwrap_or_else(|| panic!("{inner} is in {words}"));
        let start = whole.start + words[..byte].chars().count();
        Stretch { start, end: start + inner.chars().count() }
    }

    /// The characters of a stretch.
    pub fn slice(&self, stretch: Stretch) -> String {
        self.text.chars().skip(stretch.start).take(stretch.end - stretch.start).collect()
    }

    /// The offset in UTF-16 units.
    pub fn utf16(&self, offset: usize) -> usize {
        self.text.chars().take(offset).map(char::len_utf16).sum()
    }

    /// The offset in bytes of UTF-8.
    pub fn utf8(&self, offset: usize) -> usize {
        self.text.chars().take(offset).map(char::len_utf8).sum()
    }

    /// The code point at an offset in UTF-16 units.
    pub fn at_utf16(&self, units: usize) -> usize {
        let mut counted = 0;
        self.text
            .chars()
            .take_while(|letter| {
                counted += letter.len_utf16();
                counted <= units
            })
            .count()
    }

    /// The SHA-256 of the text's UTF-8, in hex.
    pub fn sha256(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The stretch of each line that has text, without its break.
    pub fn blocks(&self) -> Vec<Stretch> {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in self.text.split('\n') {
            let length = line.trim_end_matches('\r').chars().count();
            if length > 0 {
                blocks.push(Stretch { start, end: start + length });
            }
            start += line.chars().count() + 1;
        }
        blocks
    }
}
