//! The third column of our files: where a token stands, in code points, and what white space is round it.
//!
//! `31-36` is followed by one space, or by nothing where the next token begins at 36; anything else is said:
//! `31-36|SpacesAfter=\n\n`.

use std::fmt::Write as _;

/// What stands in the column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Where the token begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The white space before the first token of a text.
    pub before: String,
    /// The white space after it, where it is said.
    pub after: Option<String>,
}

impl Place {
    /// As it is written.
    pub fn written(&self) -> String {
        let mut written = format!("{}-{}", self.start, self.end);
        if !self.before.is_empty() {
            let _ = write!(written, "|SpacesBefore={}", escaped(&self.before));
        }
        if let Some(after) = &self.after {
            let _ = write!(written, "|SpacesAfter={}", escaped(after));
        }
        written
    }

    /// What a cell says; `None` where it is no such place.
    pub fn parse(cell: &str) -> Option<Self> {
        let mut parts = cell.split('|');
        let (start, end) = parts.next()?.split_once('-')?;
        let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
        let mut place = Self { start: number(start)?, end: number(end)?, ..Self::default() };
        for part in parts {
            match part.split_once('=')? {
                ("SpacesBefore", white) => place.before = plain(white)?,
                ("SpacesAfter", white) => place.after = Some(plain(white)?),
                _ => return None,
            }
        }
        (place.start < place.end).then_some(place)
    }
}

fn escaped(white: &str) -> String {
    let mut out = String::new();
    for character in white.chars() {
        match character {
            ' ' => out.push_str("\\s"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            // Writing to a string cannot fail.
            other => drop(write!(out, "\\u{:04X}", u32::from(other))),
        }
    }
    out
}

/// The white space that was escaped; `None` where there is anything else.
fn plain(written: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = written.chars();
    while let Some(character) = rest.next() {
        if character != '\\' {
            return None;
        }
        out.push(match rest.next()? {
            's' => ' ',
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'u' => {
                let digits = rest.as_str().get(..4)?;
                rest = rest.as_str().get(4..)?.chars();
                u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).filter(|one| one.is_whitespace())?
            }
            _ => return None,
        });
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn every_white_space_comes_back() {
        let white: String = (0..=0x3000).filter_map(char::from_u32).filter(|one| one.is_whitespace()).collect();
        let place = Place { start: 3, end: 9, before: white.clone(), after: Some(white) };
        let written = place.written();
        assert!(!written.contains(char::is_whitespace));
        assert_eq!(Place::parse(&written), Some(place));
        assert_eq!(Place { start: 0, end: 1, ..Place::default() }.written(), "0-1");
        for cell in ["", "-", "3-3", "4-3", "-1-3", "+1-3", "1-2|", "1-2|SpacesAfter=x", "1-2|SpacesAfter=\\u00", "1-99999999999"]
        {
            assert_eq!(Place::parse(cell), None, "{cell}");
        }
    }
}
