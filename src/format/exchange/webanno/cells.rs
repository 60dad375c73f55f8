//! What stands in a cell: values, one on the other, with what must be escaped in them.

/// A value, and the number that tells it from others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The value; `None` where the annotation is there but says nothing.
    pub value: Option<String>,
    /// What stands in brackets after it: one number, or of a relation those of both ends.
    pub number: Option<String>,
}

/// A value as it stands in a cell. What would end the line becomes a space where the format has no escape for it.
pub fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => out.extend(['\\', character]),
            '-' if rest.peek() == Some(&'>') => out.push_str("\\-"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push(' '),
            plain => out.push(plain),
        }
    }
    out
}

/// The values of a cell, one on the other; none where it is empty.
pub fn parse(cell: &str) -> Vec<Cell> {
    if cell == "_" || cell.is_empty() { Vec::new() } else { split(cell, '|').into_iter().map(one).collect() }
}

/// Parts at a character that is not escaped.
fn split(text: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start, mut is_escaped) = (Vec::new(), 0, false);
    for (byte, character) in text.char_indices() {
        if character == at && !is_escaped {
            parts.push(&text[start..byte]);
            start = byte + character.len_utf8();
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    parts.push(&text[start..]);
    parts
}

fn one(text: &str) -> Cell {
    let (value, number) = match text.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
        Some((value, number)) if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') && !number.is_empty() => {
            (value, Some(number.to_owned()))
        }
        _ => (text, None),
    };
    Cell { value: (value != "*" && value != "_").then(|| plain(value)), number }
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => match rest.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }
    out
}

/// A piece of the text as it stands after `#Text=`.
pub fn text_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push_str("\\n"),
            '\u{8}' => out.push_str("\\b"),
            '\u{C}' => out.push_str("\\f"),
            '\0'..='\u{7}' | '\u{E}'..='\u{1F}' => out.extend(['\\', character]),
            plain => out.push(plain),
        }
    }
    out
}

/// What such a piece says.
pub fn text_plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => match rest.next() {
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some('n') => out.push('\n'),
                Some('b') => out.push('\u{8}'),
                Some('f') => out.push('\u{C}'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_whatever_they_hold() {
        let value = "#*'\"`´\t:;{}|[ ]()\\§->$%?=&_\nنوع";
        assert!(!escaped(value).contains(['\t', '\n']));
        for (number, cell) in [(None, escaped(value)), (Some("3"), format!("{}[3]", escaped(value)))] {
            let expected = Cell { value: Some(value.into()), number: number.map(str::to_owned) };
            assert_eq!(parse(&cell), vec![expected.clone()]);
            assert_eq!(parse(&format!("{cell}|{cell}")), [expected.clone(), expected]);
        }
        assert_eq!(escaped("PER_X"), "PER\\_X");
        assert_eq!(parse("_"), []);
        assert_eq!(parse("*[7]"), [Cell { value: None, number: Some("7".into()) }]);
        assert_eq!(parse("a\\[1\\]"), [Cell { value: Some("a[1]".into()), number: None }]);
        assert_eq!(parse("\\"), [Cell { value: Some("\\".into()), number: None }]);
        let text: String = (0..0x30).filter_map(char::from_u32).collect();
        assert_eq!(text_plain(&text_escaped(&text)), text);
        assert!(!text_escaped(&text).contains(['\t', '\n', '\r']));
    }
}
