//! Regular expressions over the original text, for those who want them. Each block is matched by itself, so that
//! `^` and `$` are its ends and no hit reaches over a line break. A block of more than [`PIECE`] bytes is taken in pieces
//! that end before white space: no hit reaches over their ends, where `$` matches too. So one step is short, whatever is
//! asked of whichever text.
//!
//! The engine is small and knows letters and digits of ASCII only. So `\w`, `\d` and `\s` (and `\W`, `\D`, `\S`) are
//! written out for Arabic and its neighbours before it reads them, and `\b` is understood at the two ends of a pattern.

use super::{Hit, Searcher};
use crate::core::fold::limits;
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::{Byte, Offset};
use regex_lite::Regex;
use std::ops::Range;

/// Why an expression cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is empty.
    Empty,
    /// `\b` or `\B` stands within it, where the engine would look for ASCII words.
    InnerBoundary,
    /// The engine does not understand it, in the engine's English words.
    Unreadable(String),
}

/// A regular expression ready for use.
#[derive(Debug, Clone)]
pub struct Pattern {
    regex: Regex,
    starts: bool,
    ends: bool,
}

/// The most memory an expression may take, in bytes. What takes more takes too long for each character.
const SIZE_MAX: usize = 1 << 17;

/// The most bytes of a block that are searched as one piece: some thousand Arabic letters, more than any paragraph of a
/// newspaper has.
const PIECE: usize = 2048;

impl Pattern {
    /// Reads an expression.
    ///
    /// # Errors
    /// Says why it cannot be used.
    pub fn new(typed: &str) -> Result<Self, Fault> {
        let (inner, starts) = typed.strip_prefix(r"\b").map_or((typed, false), |rest| (rest, true));
        let even = |rest: &str| rest.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 0;
        let (inner, ends) = match inner.strip_suffix(r"\b") {
            Some(rest) if even(rest) => (rest, true),
            _ => (inner, false),
        };
        if inner.is_empty() {
            return Err(Fault::Empty);
        }
        let written = written_out(inner).ok_or(Fault::InnerBoundary)?;
        let built = regex_lite::RegexBuilder::new(&written).size_limit(SIZE_MAX).build();
        let regex = built.map_err(|fault| Fault::Unreadable(fault.to_string()))?;
        Ok(Self { regex, starts, ends })
    }

    /// The hits in order, widened to grapheme clusters. Those that hold nothing or only white space are passed over.
    pub fn hits<'a>(&'a self, searcher: &'a Searcher) -> impl Iterator<Item = Hit> + 'a {
        let (mut cursor, mut over) = (Cursor::default(), false);
        std::iter::from_fn(move || {
            while !over {
                let found = self.go_on(searcher, &mut cursor, &mut over);
                if found.is_some() {
                    return found;
                }
            }
            None
        })
    }

    /// One step of a walk: seeks one match in what is left of a piece. Sets `over` at the end of the text. An expression
    /// is slow, so that a step is all that is done between two looks at the clock.
    pub fn go_on(&self, searcher: &Searcher, cursor: &mut Cursor, over: &mut bool) -> Option<Hit> {
        let text = searcher.text();
        let Some(block) = text.blocks().get(cursor.block) else {
            *over = true;
            return None;
        };
        let (whole, start) = (text.slice(block.range), text.byte(block.range.start()).index());
        if cursor.end <= cursor.at {
            cursor.end = cursor.at + piece(&whole[cursor.at..]);
        }
        let found = self.regex.find_at(&whole[..cursor.end], cursor.at);
        let Some(found) = found else {
            cursor.at = cursor.end;
            if cursor.end == whole.len() {
                *cursor = Cursor { block: cursor.block + 1, reached: cursor.reached, ..Cursor::default() };
            }
            return None;
        };
        // After a match of nothing the next one is sought a character later.
        let skipped = if found.is_empty() { whole[found.end()..].chars().next().map_or(1, char::len_utf8) } else { 0 };
        cursor.at = found.end() + skipped;
        let hit = self.hit(text, start + found.start()..start + found.end(), &mut cursor.reached);
        if cursor.at >= whole.len() {
            *cursor = Cursor { block: cursor.block + 1, reached: cursor.reached, ..Cursor::default() };
        }
        hit
    }

    /// What a match at these bytes of the text is.
    fn hit(&self, text: &Text, bytes: Range<usize>, reached: &mut Offset) -> Option<Hit> {
        let offset = |byte: usize| text.offset_of_byte(Byte(byte as u32));
        if text.as_str()[bytes.clone()].trim().is_empty() {
            return None;
        }
        let range = limits::widened(text, TextRange::new(offset(bytes.start), offset(bytes.end)));
        let hit = Hit::new(text, range);
        let cut = (self.starts && hit.outer.start() < range.start()) || (self.ends && range.end() < hit.outer.end());
        if cut || range.start() < *reached {
            return None;
        }
        *reached = range.end();
        Some(hit)
    }
}

/// Where a walk through a text stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cursor {
    block: usize,
    /// The bytes of the block at which the next match is sought and at which the piece ends.
    at: usize,
    end: usize,
    /// Where the last hit ended.
    reached: Offset,
}

impl Cursor {
    /// How many bytes of the text lie behind it.
    #[must_use]
    pub fn bytes(&self, text: &Text) -> usize {
        text.blocks().get(self.block).map_or(text.as_str().len(), |block| text.byte(block.range.start()).index() + self.at)
    }
}

/// How many bytes of what is left of a block are searched as one piece: all, or of a very long one a part that ends
/// with white space where there is any.
fn piece(rest: &str) -> usize {
    if rest.len() <= PIECE {
        return rest.len();
    }
    let most = (0..=PIECE).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
    rest[..most].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(most)
}

/// Letters, marks, digits and the low line: Latin, Greek, Cyrillic, Hebrew and Arabic with its presentation forms.
const WORD: &[(char, char)] = &[
    ('0', '9'),
    ('A', 'Z'),
    ('_', '_'),
    ('a', 'z'),
    ('\u{AA}', '\u{AA}'),
    ('\u{B5}', '\u{B5}'),
    ('\u{BA}', '\u{BA}'),
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{2C1}'),
    ('\u{300}', '\u{374}'),
    ('\u{376}', '\u{37D}'),
    ('\u{386}', '\u{386}'),
    ('\u{388}', '\u{481}'),
    ('\u{483}', '\u{52F}'),
    ('\u{591}', '\u{5BD}'),
    ('\u{5D0}', '\u{5F2}'),
    ('\u{610}', '\u{61A}'),
    ('\u{620}', '\u{669}'),
    ('\u{66E}', '\u{6D3}'),
    ('\u{6D5}', '\u{6DC}'),
    ('\u{6DF}', '\u{6E8}'),
    ('\u{6EA}', '\u{6FC}'),
    ('\u{6FF}', '\u{6FF}'),
    ('\u{750}', '\u{77F}'),
    ('\u{8A0}', '\u{8E1}'),
    ('\u{8E3}', '\u{8FF}'),
    ('\u{1E00}', '\u{1FFF}'),
    ('\u{200C}', '\u{200D}'),
    ('\u{FB50}', '\u{FBB1}'),
    ('\u{FBD3}', '\u{FD3D}'),
    ('\u{FD50}', '\u{FDFB}'),
    ('\u{FE70}', '\u{FEFC}'),
];

/// Digits: European, Arabic-Indic and those of Persian and Urdu.
const DIGIT: &[(char, char)] = &[('0', '9'), ('\u{660}', '\u{669}'), ('\u{6F0}', '\u{6F9}')];

/// White space.
const SPACE: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{85}', '\u{85}'),
    ('\u{A0}', '\u{A0}'),
    ('\u{2000}', '\u{200A}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202F}', '\u{202F}'),
    ('\u{205F}', '\u{205F}'),
    ('\u{3000}', '\u{3000}'),
];

/// The expression with its classes written out; `None` where it asks for word limits within.
fn written_out(typed: &str) -> Option<String> {
    let mut out = String::with_capacity(typed.len());
    let mut characters = typed.chars();
    let mut inside = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('b' | 'B') if !inside => return None,
                Some('w') => class(&mut out, WORD, false, inside),
                Some('W') => class(&mut out, WORD, true, inside),
                Some('d') => class(&mut out, DIGIT, false, inside),
                Some('D') => class(&mut out, DIGIT, true, inside),
                Some('s') => class(&mut out, SPACE, false, inside),
                Some('S') => class(&mut out, SPACE, true, inside),
                other => {
                    out.push('\\');
                    out.extend(other);
                }
            },
            '[' if !inside => {
                inside = true;
                out.push('[');
                // A bracket right after the opening one is a letter like others.
                for first in ["^", "]"] {
                    if let Some(rest) = characters.as_str().strip_prefix(first) {
                        out.push_str(first);
                        characters = rest.chars();
                    }
                }
            }
            ']' => {
                inside = false;
                out.push(']');
            }
            other => out.push(other),
        }
    }
    Some(out)
}

fn class(out: &mut String, ranges: &[(char, char)], not: bool, inside: bool) {
    if !inside {
        out.push_str(if not { "[^" } else { "[" });
    }
    let mut put = |from: char, to: char| out.push_str(&format!("\\x{{{:X}}}-\\x{{{:X}}}", from as u32, to as u32));
    if not && inside {
        // A class within a class cannot be negated, so what lies between the ranges is written.
        let mut from = '\0';
        for &(first, last) in ranges {
            if let Some(before) = (from..first).next_back() {
                put(from, before);
            }
            from = (last..=char::MAX).nth(1).unwrap_or(char::MAX);
        }
        put(from, char::MAX);
    } else {
        ranges.iter().for_each(|&(first, last)| put(first, last));
    }
    if !inside {
        out.push(']');
    }
}
