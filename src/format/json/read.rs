//! JSON (RFC 8259) read into values. Numbers are kept digit by digit, so that none is changed on the way through.

use serde_json::{Map, Number, Value};

/// How deep lists and objects may stand in one another.
const DEPTH: u32 = 127;

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
    let mut reader = Reader { text, at: 0, deep: false };
    let value = reader.value(0).filter(|_| {
        reader.space();
        reader.at == text.len()
    });
    value.ok_or_else(|| {
        let before = &text.as_bytes()[..reader.at];
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Fault { line, column: (reader.at + 1).min(text.len()).saturating_sub(start), deep: reader.deep }
    })
}

/// Reads on from a place; where something returns `None`, that place is the fault's.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    deep: bool,
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        // A zero byte stands nowhere in JSON, so that it can stand for the end.
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == byte;
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        self.space();
        let open = self.peek();
        match open {
            b'{' | b'[' if depth == DEPTH => {
                self.deep = true;
                None
            }
            b'{' => self.object(depth + 1),
            b'[' => self.list(depth + 1),
            b'"' => self.string().map(Value::String),
            b'-' | b'0'..=b'9' => self.number(),
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            _ => None,
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        word.bytes().all(|byte| self.eat(byte)).then_some(value)
    }

    fn object(&mut self, depth: u32) -> Option<Value> {
        let mut fields = Map::new();
        self.at += 1;
        self.space();
        if self.eat(b'}') {
            return Some(Value::Object(fields));
        }
        loop {
            self.space();
            if self.peek() != b'"' {
                return None;
            }
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return None;
            }
            fields.insert(name, self.value(depth)?);
            self.space();
            if self.eat(b'}') {
                return Some(Value::Object(fields));
            }
            if !self.eat(b',') {
                return None;
            }
        }
    }

    fn list(&mut self, depth: u32) -> Option<Value> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b']') {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.eat(b']') {
                return Some(Value::Array(items));
            }
            if !self.eat(b',') {
                return None;
            }
        }
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn number(&mut self) -> Option<Value> {
        let from = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        } else if self.peek().is_ascii_digit() {
            return None;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Some(Value::Number(Number::from_string_unchecked(self.text[from..self.at].to_owned())))
    }

    fn string(&mut self) -> Option<String> {
        let mut out = String::new();
        self.at += 1;
        loop {
            let from = self.at;
            // Bytes of a longer character are none of these, so every cut is between characters.
            while !matches!(self.peek(), b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            out.push_str(&self.text[from..self.at]);
            if self.eat(b'"') {
                return Some(out);
            }
            if !self.eat(b'\\') {
                return None;
            }
            let escaped = self.peek();
            let character = match escaped {
                b'"' | b'\\' | b'/' => char::from(escaped),
                b'b' => '\u{8}',
                b'f' => '\u{C}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => {
                    self.at += 1;
                    out.push(self.escape()?);
                    continue;
                }
                _ => return None,
            };
            self.at += 1;
            out.push(character);
        }
    }

    /// The character of four hexadecimal digits, or of a pair of surrogates.
    fn escape(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        if !(self.eat(b'\\') && self.eat(b'u')) {
            return None;
        }
        let low = self.hex().filter(|low| (0xDC00..0xE000).contains(low))?;
        char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    }

    fn hex(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.peek()).to_digit(16)?;
            self.at += 1;
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLES: [&str; 4] = [
        " {\"a\" : [ 1, -20.5, 0.0e-7, 1E+2, true , false,null ], \"b\":{\"\":[]}, \"a\":{} }\r\n\t",
        r#"["\"\\\/\b\f\n\r\t\u0041\u06a9\uD83D\ude42", "نص 🙂", "", [[]], 18446744073709551616, -0]"#,
        r#""\u0000""#,
        "-12.50",
    ];

    /// The same as serde_json: the value, or that there is none and in which line and column. There, exponents are normalised.
    fn agrees(text: &str) {
        let (ours, theirs) = (parse(text), serde_json::from_str::<Value>(text));
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => {
                let normal = |value: &Value| value.to_string().replace("E+", "e").replace("e+", "e").replace('E', "e");
                assert_eq!(normal(&ours), normal(&theirs), "{text}");
            }
            (Err(ours), Err(theirs)) => {
                // Of a line break inside a string, the place is before it here and after it there.
                let near = ours.line == theirs.line() && ours.column.abs_diff(theirs.column()) <= 6;
                assert!(near || ours.line + 1 == theirs.line(), "{text}: {ours:?}, {theirs}");
            }
            (ours, theirs) => panic!("{text}: {ours:?}, {theirs:?}"),
        }
    }

    #[test]
    fn every_sample_cut_or_altered_anywhere_is_read_as_by_others() {
        for sample in SAMPLES {
            agrees(sample);
            for (at, character) in sample.char_indices() {
                let (before, after) = (&sample[..at], &sample[at + character.len_utf8()..]);
                agrees(before);
                for other in [
                    "", " ", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "1", "-", ".", "e", "u", "\n", "\u{1}", "د", "D800",
                    "\\u",
                ] {
                    agrees(&[before, other, after].concat());
                }
            }
        }
        for text in [
            "",
            " ",
            "\u{FEFF}1",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "--1",
            "nul",
            "truex",
            "[1 2]",
            "{\"a\"}",
            "\"\\uDC00\"",
            "\"\\uD800\\u0041\"",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["0.10", "1e3", "1E+400", "123456789012345678901234567890.5", "-0.0"] {
            assert_eq!(parse(number).map(|value| value.to_string()).as_deref(), Ok(number));
        }
        assert_eq!(parse("18446744073709551615").ok().and_then(|value| value.as_u64()), Some(u64::MAX));
    }

    #[test]
    fn what_is_too_deep_is_told_from_what_is_no_json() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(&nested(127)).is_ok());
        assert_eq!(parse(&nested(128)).map_err(|fault| fault.deep), Err(true));
        assert_eq!(parse(&nested(500_000)).map_err(|fault| fault.deep), Err(true));
        assert_eq!(parse("[\n[\n }").map_err(|fault| (fault.line, fault.column, fault.deep)), Err((3, 2, false)));
    }
}
