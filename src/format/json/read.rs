//! JSON read into values, with the place of what is wrong. Numbers keep their digits.
//!
//! `serde_json`'s own reader brings the printing of floats and of all its faults, 2 kB of what a visitor waits for.

use serde_json::{Map, Number, Value};

/// How deep lists and objects may lie in one another.
const DEPTH: usize = 127;

/// Where and why a text is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in bytes.
    pub column: usize,
    /// Whether it is JSON as far as it was read, but nested too deep.
    pub deep: bool,
}

/// The value that a text holds. Of fields of one name the last counts.
///
/// # Errors
/// Tells the first place that is no JSON, or more than 127 levels deep.
pub fn parse(text: &str) -> Result<Value, Fault> {
    read(text, None, &mut |_| None)
}

/// As [`parse`], but the items of the list at `path`, field in field, are handed on as they are read, and the list is left
/// empty: of many thousands one at a time takes room. What `take` refuses ends the reading.
///
/// # Errors
/// As [`parse`]; where an item was refused, the place after it.
pub fn parse_each(text: &str, path: &[&str], take: &mut dyn FnMut(Value) -> Option<()>) -> Result<Value, Fault> {
    read(text, Some(path), take)
}

fn read(text: &str, path: Option<&[&str]>, take: &mut dyn FnMut(Value) -> Option<()>) -> Result<Value, Fault> {
    let mut reader = Reader { text, at: 0, depth: 0, path, take };
    let value = reader.value().filter(|_| reader.peek().is_none());
    value.ok_or_else(|| {
        let read = &text.as_bytes()[..reader.at];
        let line = read.iter().rposition(|byte| *byte == b'\n').map_or(0, |feed| feed + 1);
        Fault {
            line: read.iter().filter(|byte| **byte == b'\n').count() + 1,
            // At the end of the text it is its last byte.
            column: (reader.at + 1).min(text.len()).saturating_sub(line),
            deep: reader.depth > DEPTH,
        }
    })
}

/// Reads on from a place, which stays where something is wrong.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// The rest of the path from the value that comes next, if it lies on the path.
    path: Option<&'a [&'a str]>,
    take: &'a mut dyn FnMut(Value) -> Option<()>,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes past `byte` if it comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self) -> Option<Value> {
        let path = self.path.take();
        match self.peek()? {
            b'{' => {
                let mut fields = Map::new();
                self.inside(b'}', |reader| {
                    reader.peek();
                    let name = reader.string()?;
                    reader.peek();
                    if !reader.takes(b':') {
                        return None;
                    }
                    reader.path =
                        path.and_then(|path| path.split_first()).filter(|(first, _)| **first == name).map(|(_, rest)| rest);
                    fields.insert(name, reader.value()?);
                    Some(())
                })?;
                Some(Value::Object(fields))
            }
            b'[' => {
                let mut items = Vec::new();
                self.inside(b']', |reader| {
                    let item = reader.value()?;
                    if path.is_some_and(<[_]>::is_empty) {
                        return (reader.take)(item);
                    }
                    items.push(item);
                    Some(())
                })?;
                Some(Value::Array(items))
            }
            b'"' => self.string().map(Value::String),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    /// What stands between two brackets, parted by commas.
    fn inside(&mut self, close: u8, mut part: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        self.at += 1;
        self.peek();
        if !self.takes(close) {
            loop {
                part(self)?;
                self.peek();
                if self.takes(close) {
                    break;
                }
                if !self.takes(b',') {
                    return None;
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        word.bytes().all(|byte| self.takes(byte)).then_some(value)
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        // The only way to hand digits over without the library's reader.
        Some(Value::Number(Number::from_string_unchecked(self.text[start..self.at].to_owned())))
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        if !self.takes(b'"') {
            return None;
        }
        loop {
            let start = self.at;
            while self.byte().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..b' ')) {
                self.at += 1;
            }
            text.push_str(&self.text[start..self.at]);
            if self.takes(b'"') {
                return Some(text);
            }
            if !self.takes(b'\\') {
                return None;
            }
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let character = match self.byte()? {
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            plain @ (b'"' | b'\\' | b'/') => char::from(plain),
            b'u' => {
                self.at += 1;
                let unit = self.unit()?;
                // One character in two halves.
                let code = match unit {
                    0xD800..0xDC00 if self.takes(b'\\') && self.takes(b'u') => {
                        let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                        0x10000 + (unit - 0xD800) * 0x400 + low
                    }
                    _ => unit,
                };
                return char::from_u32(code);
            }
            _ => return None,
        };
        self.at += 1;
        Some(character)
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.byte()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["0.10", "1e3", "123456789012345678901234567890.5", "-0.0"] {
            assert_eq!(parse(number).map(|value| value.to_string()).as_deref(), Ok(number));
        }
        assert_eq!(parse("18446744073709551615").ok().and_then(|value| value.as_u64()), Some(u64::MAX));
    }

    #[test]
    fn items_of_the_list_at_a_path_are_handed_on_and_no_others() {
        let text = r#"{"b": [1], "a": {"b": [{"a": {"b": [2]}}, "ن"], "c": [[3]]}, "a.b": [4], "c": {"a": {"b": [5]}}}"#;
        let mut handed = Vec::new();
        let rest = parse_each(text, &["a", "b"], &mut |item| {
            handed.push(item);
            Some(())
        });
        let mut whole = parse(text).expect("read");
        assert_eq!(whole["a"]["b"].as_array(), Some(&handed));
        whole["a"]["b"] = Value::Array(Vec::new());
        assert_eq!(rest, Ok(whole));
        assert!(parse_each(text, &["a", "b"], &mut |_| None).is_err());
        assert!(parse_each(text, &["a", "b", "a", "b"], &mut |_| None).is_ok());
    }

    #[test]
    fn what_is_too_deep_is_told_from_what_is_no_json() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(&nested(127)).is_ok());
        assert_eq!(parse(&nested(128)).map_err(|fault| fault.deep), Err(true));
        assert_eq!(parse(&nested(500_000)).map_err(|fault| fault.deep), Err(true));
        assert_eq!(parse("[\n[\n }").map_err(|fault| (fault.line, fault.column, fault.deep)), Err((3, 2, false)));
    }

    #[test]
    fn what_the_library_reads_is_read_and_nothing_else() {
        let same = |text: &str| {
            // The library writes an exponent its own way.
            let told = |value: Value| value.to_string().to_lowercase().replace("e+", "e");
            assert_eq!(parse(text).ok().map(told), serde_json::from_str(text).ok().map(told), "{text}");
        };
        let sample = r#" {"a": [0, -1.50e+2, 1E3, 10.0, {}, [], true, false, null], "ن\u0635\ud83d\ude42": "\"\\\/\b\f\n\r\t", "a": "🙂"} "#;
        assert!(parse(sample).is_ok());
        for text in [
            "",
            " ",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1,]",
            "{,}",
            "{\"a\"}",
            "{1:2}",
            "nul",
            "[] []",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\t\"",
            "\"",
            "\"\\x\"",
            "\u{FEFF}1",
            "[1 2]",
            "\u{a0}1",
        ] {
            same(text);
        }
        let marks = r#"{}[]":,\ue0-.1tn "#.chars().chain(['\n', '\u{1}', 'ن']);
        for (at, character) in sample.char_indices() {
            let (before, after) = (&sample[..at], &sample[at + character.len_utf8()..]);
            same(before);
            same(&[before, after].concat());
            for mark in marks.clone() {
                same(&format!("{before}{mark}{after}"));
                same(&format!("{before}{mark}{character}{after}"));
            }
        }
    }
}
