//! Which fields the first record of a JSON file has and what kind of value stands in them, read without building values and from what
//! may be only a piece of a file. Formats tell themselves apart by it.

/// The most bytes that are looked at: a first record with a long article in it still shows what comes after.
const MOST: usize = 4 << 20;
/// How deep values are told; below that they are only passed.
const TOLD: usize = 6;
/// How deep values are passed; below that looking ends.
const DEEPEST: usize = 100;

/// The places of a first record, each with the kind of its value: `{`, `[`, `"`, `0`, `t` for a flag, `n` for null.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline(Vec<(String, u8)>);

impl Outline {
    /// Whether a value of that kind stands at a place of the first record: `/data/text`, and `/label[][]` for a member of a member; of each list two are looked at.
    #[must_use]
    pub fn has(&self, place: &str, kind: u8) -> bool {
        self.0.iter().any(|(path, one)| *one == kind && path == place)
    }

    /// Whether any place ends so, with a value of that kind.
    #[must_use]
    pub fn ends(&self, ending: &str, kind: u8) -> bool {
        self.0.iter().any(|(path, one)| *one == kind && path.ends_with(ending))
    }
}

/// The outline of a file; of something else as far as it looks like JSON. A list of objects counts as its first.
#[must_use]
pub fn outline(bytes: &[u8]) -> Outline {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut scan = Scan { bytes: &bytes[..bytes.len().min(MOST)], at: 0, path: String::new(), found: Vec::new() };
    if scan.peek() == Some(b'[') {
        scan.at += 1;
        if scan.peek() != Some(b'{') {
            scan.at = 0;
        }
    }
    let _ = scan.value(true, 0);
    Outline(scan.found)
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    path: String,
    found: Vec<(String, u8)>,
}

impl Scan<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    /// Goes over one value; `None` where the piece ends or it is no JSON.
    fn value(&mut self, told: bool, depth: usize) -> Option<()> {
        let first = self.peek()?;
        if depth > DEEPEST {
            return None;
        }
        let kind = match first {
            b'-' | b'0'..=b'9' => b'0',
            b't' | b'f' => b't',
            b'{' | b'[' | b'"' | b'n' => first,
            _ => return None,
        };
        if told {
            self.found.push((self.path.clone(), kind));
        }
        match first {
            b'"' => self.string().map(drop),
            b'{' => self.object(told && depth < TOLD, depth),
            b'[' => self.list(told && depth < TOLD, depth),
            _ => {
                while !matches!(self.bytes.get(self.at)?, b',' | b']' | b'}') && !self.bytes.get(self.at)?.is_ascii_whitespace() {
                    self.at += 1;
                }
                Some(())
            }
        }
    }

    fn object(&mut self, told: bool, depth: usize) -> Option<()> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'}' => break,
                b',' => self.at += 1,
                b'"' => {
                    let name = self.string()?;
                    if self.peek()? != b':' {
                        return None;
                    }
                    self.at += 1;
                    let length = self.path.len();
                    self.path.push('/');
                    self.path.push_str(&String::from_utf8_lossy(&self.bytes[name.0..name.1]));
                    self.value(told, depth + 1)?;
                    self.path.truncate(length);
                }
                _ => return None,
            }
        }
        self.at += 1;
        Some(())
    }

    fn list(&mut self, told: bool, depth: usize) -> Option<()> {
        self.at += 1;
        let mut count = 0;
        loop {
            match self.peek()? {
                b']' => break,
                b',' => self.at += 1,
                _ => {
                    let length = self.path.len();
                    self.path.push_str("[]");
                    self.value(told && count < 2, depth + 1)?;
                    self.path.truncate(length);
                    count += 1;
                }
            }
        }
        self.at += 1;
        Some(())
    }

    /// Where the inside of a text begins and ends.
    fn string(&mut self) -> Option<(usize, usize)> {
        self.at += 1;
        let start = self.at;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some((start, self.at - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn the_first_record_is_told() {
        let lines = outline(br#"{"text": "a\"}", "label": [[0, 1, "X"], 5, {"no": 1}], "meta": {"n": null}} {"later": 1}"#);
        assert!(lines.has("/text", b'"') && lines.has("/label[][]", b'0') && lines.has("/meta/n", b'n'));
        assert!(!lines.ends("/later", b'0') && !lines.ends("/no", b'0'));
        let list = outline(b"\xEF\xBB\xBF [\n{\"data\": {\"text\": \"a\"}, \"done\": true}, {\"later\": 1}]");
        assert!(list.has("/data/text", b'"') && list.has("/done", b't') && !list.ends("/later", b'0'));
        assert!(outline(br#"["text", {"entities": [[0, 1, "X"]]}]"#).has("[]/entities", b'['));
    }

    #[test]
    fn pieces_and_other_things_are_no_trouble() {
        let text = br#"[{"data": {"text": "a"}, "list": [1, [2, {"x": "\u0635"}]]}]"#;
        for end in 0..text.len() {
            let _ = outline(&text[..end]);
            let _ = outline(&text[end..]);
        }
        let _ = outline(&b"[{\"a\":".repeat(5_000));
        assert!(outline(br#"{"data": {"text": "cut of"#).has("/data/text", b'"'));
    }
}
