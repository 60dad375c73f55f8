//! Texts whose lines end in LF alone, for formats whose readers make every line break one; and what breaks a line at all.

use super::loss::{Loss, LossKind};
use super::model::{Mark, Sheet};
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::Offset;
use std::rc::Rc;

/// Whether some reader ends a line here: Python's `splitlines` does at all of these, and TAB parts the fields of a line.
#[must_use]
pub fn breaks(character: char) -> bool {
    matches!(character, '\t'..='\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether some reader strips it from the ends of a line.
#[must_use]
pub fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1C}'..='\u{1F}')
}

/// One line: each break becomes a space, CR LF one, and the ends are stripped.
#[must_use]
pub fn one_line(text: &str) -> String {
    let plain = text.replace("\r\n", "\n");
    plain
        .chars()
        .map(|character| if breaks(character) { ' ' } else { character })
        .collect::<String>()
        .trim_matches(is_blank)
        .to_owned()
}

/// The range without blank characters at its ends; empty where it has no others.
#[must_use]
pub fn trimmed(text: &Text, range: TextRange) -> TextRange {
    let slice = text.slice(range);
    let start = slice.chars().take_while(|character| is_blank(*character)).count() as u32;
    let end = slice.chars().rev().take_while(|character| is_blank(*character)).count() as u32;
    let start = range.start().0 + start;
    TextRange::of(start, (range.end().0.saturating_sub(end)).max(start))
}

/// The sheet with each CR LF and lone CR as LF, its limits moved along; a loss where there was one.
#[must_use]
pub fn with_line_feeds(sheet: &Sheet) -> (Sheet, Option<Loss>) {
    if !sheet.text.as_str().contains('\r') {
        return (sheet.clone(), None);
    }
    let text = Text::new(sheet.text.as_str().replace("\r\n", "\n").replace('\r', "\n"));
    // Each CR before a LF is a character less.
    let mut gone = Vec::new();
    let mut before = '\0';
    for (at, character) in sheet.text.as_str().chars().enumerate() {
        if before == '\r' && character == '\n' {
            gone.push(at as u32);
        }
        before = character;
    }
    let moved = |at: Offset| at.0 - gone.partition_point(|place| *place < at.0) as u32;
    let spans = sheet.spans.iter().map(|span| {
        let pieces = span.pieces.iter().map(|piece| TextRange::of(moved(piece.start()), moved(piece.end())));
        Mark { pieces: pieces.filter(|piece| !piece.is_empty()).collect(), ..span.clone() }
    });
    let spans = spans.collect();
    let loss = Loss::new(LossKind::LineBreaks, &sheet.name, sheet.title.clone(), "");
    (Sheet { text: Rc::new(text), spans, ..sheet.clone() }, Some(loss))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_move_with_the_line_breaks() {
        let text = "أ\r\nب\rج\r\n\r\nد";
        let at = |word: char| text.chars().position(|one| one == word).unwrap() as u32;
        let spans =
            ['أ', 'ب', 'ج', 'د'].map(|word| Mark { pieces: vec![TextRange::of(at(word), at(word) + 1)], ..Mark::default() });
        let sheet = Sheet { text: Rc::new(Text::new(text)), spans: spans.to_vec(), ..Sheet::default() };
        let (done, loss) = with_line_feeds(&sheet);
        assert_eq!(done.text.as_str(), "أ\nب\nج\n\nد");
        assert_eq!(done.spans.iter().map(|span| done.words(span)).collect::<String>(), "أبجد");
        assert_eq!(loss.map(|loss| loss.kind), Some(LossKind::LineBreaks));
        assert_eq!(with_line_feeds(&done).1, None);
    }

    #[test]
    fn blank_ends_go_and_blank_spans_are_empty() {
        let text = Text::new(" \tأ ب\u{A0}\n ");
        assert_eq!(text.slice(trimmed(&text, text.whole())), "أ ب");
        assert!(trimmed(&text, TextRange::of(0, 2)).is_empty());
        assert_eq!(one_line(" سطر\r\nوآخر\u{2028}ثالث\n"), "سطر وآخر ثالث");
    }
}
