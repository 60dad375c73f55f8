//! Limits inside a number. (Those inside a grapheme cluster are found by [`super::fold::limits`].)

use super::range::TextRange;
use super::text::Text;
use super::units::Offset;

/// The range with all of the numbers that it cuts.
#[must_use]
pub fn whole_numbers(text: &Text, range: TextRange) -> TextRange {
    let (mut start, mut end) = (range.start(), range.end());
    while is_inside_number(text, start) {
        start = Offset(start.0 - 1);
    }
    while is_inside_number(text, end) {
        end = end.plus(1);
    }
    TextRange::new(start, end)
}

/// Whether an offset lies between two characters of one number: digits, and separators with a digit on both sides.
#[must_use]
pub fn is_inside_number(text: &Text, offset: Offset) -> bool {
    let (Some(left), Some(right)) = (before(text, offset), text.char_at(offset)) else { return false };
    if is_digit(left) && is_digit(right) {
        return true;
    }
    let digit_at = |at: Offset| text.char_at(at).is_some_and(is_digit);
    (is_digit(left) && is_separator(right) && digit_at(offset.plus(1)))
        || (is_separator(left) && is_digit(right) && offset.0 > 1 && digit_at(Offset(offset.0 - 2)))
}

/// The character that ends at an offset.
#[must_use]
pub fn before(text: &Text, offset: Offset) -> Option<char> {
    text.char_at(Offset(offset.0.checked_sub(1)?))
}

/// Whether a character is a digit of one of the three kinds in Arabic texts.
#[must_use]
pub fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

fn is_separator(character: char) -> bool {
    matches!(character, '.' | ',' | '٫' | '٬' | '/')
}
