//! What no span should begin or end with: white space, marks that nobody sees, tatweel, punctuation.

use super::Kind;
use crate::core::fold::limits::widened;
use crate::core::numbers::{before, is_digit};
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::Offset;

/// What is wrong with the first and the last character of a range.
pub fn faults(text: &Text, range: TextRange) -> impl Iterator<Item = Kind> {
    first(text, range).into_iter().chain(last(text, range))
}

/// The range without what should not be at its edges; `None` where nothing remains.
#[must_use]
pub fn trimmed(text: &Text, range: TextRange) -> Option<TextRange> {
    let mut range = range;
    while !range.is_empty() && first(text, range).is_some() {
        let cluster = widened(text, TextRange::new(range.start(), range.start().plus(1)));
        range = TextRange::new(cluster.end().min(range.end()), range.end());
    }
    while !range.is_empty() && last(text, range).is_some() {
        let cluster = widened(text, TextRange::new(Offset(range.end().0 - 1), range.end()));
        range = TextRange::new(range.start(), cluster.start().max(range.start()));
    }
    (!range.is_empty()).then_some(range)
}

fn first(text: &Text, range: TextRange) -> Option<Kind> {
    let character = text.char_at(range.start())?;
    let kind = kind(character)?;
    let own = match character {
        // `-5`, `.5`
        '-' | '.' => range.len() > 1 && text.char_at(range.start().plus(1)).is_some_and(is_digit),
        '\'' | '‘' => range.len() > 1 && matches!(before(text, range.end()), Some('\'' | '’')),
        _ => false,
    };
    (!own).then_some(kind)
}

fn last(text: &Text, range: TextRange) -> Option<Kind> {
    let character = before(text, range.end())?;
    let kind = kind(character)?;
    let back = |count: u32| range.end().0.checked_sub(count).and_then(|at| text.char_at(Offset(at)));
    let letter = |character: Option<char>| character.is_some_and(char::is_alphabetic);
    let own = match character {
        // `د.م.`, `U.S.`
        '.' => range.len() > 3 && letter(back(2)) && back(3) == Some('.'),
        // `1445 هـ`, the Hijri year
        '\u{0640}' => range.len() > 1 && back(2) == Some('ه') && !letter(back(3)),
        '\'' | '’' => range.len() > 1 && matches!(text.char_at(range.start()), Some('\'' | '‘')),
        '/' => text.slice(range).contains("://"),
        _ => false,
    };
    (!own).then_some(kind)
}

/// What is wrong with a character at an edge. Signs that say something (`%`, `@`, `#`, `+`, `$`) may be there;
/// quotation marks and brackets are left to [`super::quotes`].
fn kind(character: char) -> Option<Kind> {
    match character {
        '\u{0640}' => Some(Kind::EdgeTatweel),
        '\u{00AD}'
        | '\u{061C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => Some(Kind::EdgeBidiMark),
        '.' | ',' | ';' | ':' | '!' | '?' | '-' | '/' | '\\' | '|' | '\'' | '*' | '،' | '؛' | '؟' | '۔' | '٬' | '٫' | '٭' => {
            Some(Kind::EdgePunctuation)
        }
        '‐'..='―' | '‘' | '’' | '‚' | '…' | '•' | '·' | '‹' | '›' | '⁄' => Some(Kind::EdgePunctuation),
        _ if character.is_whitespace() => Some(Kind::EdgeSpace),
        _ => None,
    }
}
