//! In which encoding a text was written: by its mark, by its form, and between two old encodings of Arabic by which letters
//! the bytes would be.

/// An encoding that texts in Arabic come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1256. Decoded by the browser.
    Windows1256,
    /// ISO-8859-6. Decoded by the browser.
    Iso8859_6,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1256, Self::Iso8859_6];

    /// What a browser's `TextDecoder` calls it, and people do.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1256 => "windows-1256",
            Self::Iso8859_6 => "iso-8859-6",
        }
    }

    /// Whether [`decoded`] knows it.
    #[must_use]
    pub const fn is_ours(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }

    /// The bytes at the beginning that say so.
    const fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\xEF\xBB\xBF",
            Self::Utf16Le => b"\xFF\xFE",
            Self::Utf16Be => b"\xFE\xFF",
            Self::Windows1256 | Self::Iso8859_6 => b"",
        }
    }
}

/// The encodings in which bytes may be read, the likeliest first; never none. One of ours is named only where it can be read
/// in it, so that the first one can be taken.
#[must_use]
pub fn encodings(bytes: &[u8]) -> Vec<Encoding> {
    let readable = |encoding: &Encoding| decoded(bytes, *encoding).is_some();
    let marked = |encoding: &Encoding| !encoding.mark().is_empty() && bytes.starts_with(encoding.mark());
    if let Some(marked) = Encoding::ALL.into_iter().find(|encoding| marked(encoding) && readable(encoding)) {
        return vec![marked];
    }
    let mut found = Vec::new();
    // Arabic in UTF-16 is valid UTF-8 as well, of letters and control characters.
    found.extend(
        [Encoding::Utf16Le, Encoding::Utf16Be].into_iter().filter(|encoding| is_wide(bytes, *encoding) && readable(encoding)),
    );
    found.extend(Some(Encoding::Utf8).filter(readable));
    if found.is_empty() {
        found.extend([Encoding::Windows1256, Encoding::Iso8859_6]);
        let said = found.iter().position(|encoding| says(bytes, *encoding));
        let liker = likeness(bytes, Encoding::Iso8859_6) > likeness(bytes, Encoding::Windows1256);
        if said.map_or(liker, |place| place == 1) {
            found.reverse();
        }
    }
    found
}

/// Bytes in one of our encodings as text, without the mark at their beginning; `None` where they are not in it, or it is not ours.
#[must_use]
pub fn decoded(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let unit = match encoding {
        Encoding::Utf8 => return std::str::from_utf8(unmarked(bytes, encoding)).ok().map(str::to_owned),
        Encoding::Utf16Le => u16::from_le_bytes,
        Encoding::Utf16Be => u16::from_be_bytes,
        Encoding::Windows1256 | Encoding::Iso8859_6 => return None,
    };
    let pairs = unmarked(bytes, encoding).chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))).collect::<Result<String, _>>().ok()
}

/// Whether a page of the web names the encoding in its head.
fn says(bytes: &[u8], encoding: Encoding) -> bool {
    let head = bytes.iter().take(HEAD).map(|byte| char::from(byte.to_ascii_lowercase())).collect::<String>();
    let declared = head.split("charset=").skip(1).map(|rest| rest.trim_start_matches(['"', '\'']));
    declared.into_iter().any(|name| name.starts_with(encoding.label()))
}

fn unmarked(bytes: &[u8], encoding: Encoding) -> &[u8] {
    bytes.strip_prefix(encoding.mark()).unwrap_or(bytes)
}

/// How many bytes of a page of the web may hold the name of its encoding.
const HEAD: usize = 1024;

/// How many bytes are looked at where a part tells as much as the whole.
const SAMPLE: usize = 1 << 16;

/// Whether bytes without a mark look like UTF-16: nearly all pairs are of the blocks that texts in Arabic are made of, and
/// bytes that no text in UTF-8 has are among them.
fn is_wide(bytes: &[u8], encoding: Encoding) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26)).count();
    let high = usize::from(encoding == Encoding::Utf16Le);
    let pairs = sample.chunks_exact(2);
    let usual = pairs.clone().filter(|pair| matches!((pair[high], pair[1 - high]), (0, 9..) | (6, _) | (0x20, _))).count();
    bytes.len().is_multiple_of(2) && controls * 4 > sample.len() && usual * 10 > pairs.len() * 9
}

/// The letters of Arabic and the signs that go with them, by how often each is met in a thousand.
const FREQUENT: [(&str, i64); 14] = [
    ("ا", 130),
    ("ل", 110),
    ("ي", 75),
    ("منو", 60),
    ("ر", 50),
    ("ت", 45),
    ("بعةد", 38),
    ("سهف", 30),
    ("كقأ", 25),
    ("ح", 20),
    ("ج", 15),
    ("شصىإخط،", 10),
    ("ذضزث", 6),
    ("ئغءظؤآ؟؛", 3),
];

/// What it takes from the likeness that a byte is no character of the encoding, or no letter that stands so: a letter of Arabic
/// within a Latin word.
const MISFIT: i64 = -100;

/// How much bytes are like Arabic in an encoding of one byte for each character.
fn likeness(bytes: &[u8], encoding: Encoding) -> i64 {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut before = b' ';
    let mut sum = 0;
    for &byte in sample {
        let inside = before.is_ascii_alphabetic();
        before = byte;
        if byte < 0x80 {
            continue;
        }
        sum += match (letter(byte, encoding), encoding) {
            (Some(_), _) if inside => MISFIT,
            (Some(letter), _) => FREQUENT.iter().find(|(letters, _)| letters.contains(letter)).map_or(1, |(_, often)| *often),
            (None, Encoding::Windows1256) => 0,
            // It has no other characters than these three.
            (None, _) => {
                if matches!(byte, 0xA0 | 0xA4 | 0xAD) {
                    0
                } else {
                    MISFIT
                }
            }
        };
    }
    sum
}

/// The letter or sign of Arabic that a byte is.
fn letter(byte: u8, encoding: Encoding) -> Option<char> {
    let byte = u32::from(byte);
    let code = match (encoding, byte) {
        (Encoding::Windows1256, 0xC1..=0xD6) | (Encoding::Iso8859_6, 0xC1..=0xDA) => 0x621 + byte - 0xC1,
        (Encoding::Iso8859_6, 0xE0..=0xF2) => 0x640 + byte - 0xE0,
        (Encoding::Windows1256, 0xD8..=0xDB) => 0x637 + byte - 0xD8,
        (Encoding::Windows1256, 0xDC..=0xDF) => 0x640 + byte - 0xDC,
        (Encoding::Windows1256, 0xE1) => 0x644,
        (Encoding::Windows1256, 0xE3..=0xE6) => 0x645 + byte - 0xE3,
        (Encoding::Windows1256, 0xEC | 0xED) => 0x649 + byte - 0xEC,
        (Encoding::Windows1256, 0xF0..=0xF3) => 0x64B + byte - 0xF0,
        (Encoding::Windows1256, 0xF5 | 0xF6) => 0x64F + byte - 0xF5,
        (Encoding::Windows1256, 0xF8) => 0x651,
        (Encoding::Windows1256, 0xFA) => 0x652,
        (Encoding::Windows1256, 0xA1) | (Encoding::Iso8859_6, 0xAC) => 0x60C,
        (Encoding::Windows1256, 0xBA) | (Encoding::Iso8859_6, 0xBB) => 0x61B,
        (_, 0xBF) => 0x61F,
        _ => return None,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds;

    /// A text in an encoding of one byte for each character; what that has not is left out.
    fn bytes(text: &str, encoding: Encoding) -> Vec<u8> {
        let byte = |c: char| {
            if c.is_ascii() { Some(c as u8) } else { (0x80..=0xFF).find(|byte| letter(*byte, encoding) == Some(c)) }
        };
        text.chars().filter_map(byte).collect()
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect()
    }

    #[test]
    fn marks_are_believed_and_taken_off() {
        let text = "خبر عاجل 🙂\r\nReport";
        let utf8 = [Encoding::Utf8.mark(), text.as_bytes()].concat();
        for (bytes, encoding) in [
            (utf8, Encoding::Utf8),
            (wide(text, u16::to_le_bytes, b"\xFF\xFE"), Encoding::Utf16Le),
            (wide(text, u16::to_be_bytes, b"\xFE\xFF"), Encoding::Utf16Be),
        ] {
            assert_eq!(encodings(&bytes), [encoding]);
            assert_eq!(decoded(&bytes, encoding).as_deref(), Some(text));
        }
        // A mark is taken off once, and one within is a character.
        assert_eq!(decoded(b"\xEF\xBB\xBF\xEF\xBB\xBFx", Encoding::Utf8).as_deref(), Some("\u{FEFF}x"));
    }

    #[test]
    fn without_marks_the_form_tells() {
        for seed in seeds::documents() {
            assert_eq!(encodings(seed.text.as_bytes()), [Encoding::Utf8]);
            assert_eq!(encodings(&wide(seed.text, u16::to_le_bytes, b""))[0], Encoding::Utf16Le);
            assert_eq!(encodings(&wide(seed.text, u16::to_be_bytes, b""))[0], Encoding::Utf16Be);
        }
        assert_eq!(encodings(b""), [Encoding::Utf8]);
        assert_eq!(encodings(b"plain"), [Encoding::Utf8]);
        assert_eq!(encodings(&wide("plain words", u16::to_le_bytes, b""))[0], Encoding::Utf16Le);
    }

    #[test]
    fn old_encodings_are_told_apart_by_their_letters() {
        for seed in seeds::documents() {
            for encoding in [Encoding::Windows1256, Encoding::Iso8859_6] {
                let whole = bytes(seed.text, encoding);
                assert_eq!(encodings(&whole)[0], encoding, "{}", seed.id);
                // Short stretches too.
                let parts = whole.chunks(60).filter(|part| part.iter().filter(|byte| **byte >= 0x80).count() > 30);
                let (right, all) =
                    parts.fold((0, 0), |(right, all), part| (right + usize::from(encodings(part)[0] == encoding), all + 1));
                assert!(right * 100 >= all * 98, "{encoding:?}: {right} of {all}");
            }
        }
        let french = b"l'\xE9t\xE9 \xE0 Gen\xE8ve, d\xE9j\xE0";
        assert_eq!(encodings(french)[0], Encoding::Windows1256);
        let page = b"<html><meta charset='ISO-8859-6'>\xC7\xE1\xD4\xE3\xD3";
        assert_eq!(encodings(page)[0], Encoding::Iso8859_6, "what a page says of itself goes before");
        assert_eq!(encodings(b"\xFF\xFE\x00"), [Encoding::Windows1256, Encoding::Iso8859_6], "half a unit is no UTF-16");
    }

    #[test]
    fn any_bytes_have_an_encoding_and_none_panics() {
        let mut seed = 7_u32;
        for length in 0..300 {
            let bytes = (0..length).map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            });
            let bytes = bytes.collect::<Vec<_>>();
            let found = encodings(&bytes);
            assert!(!found.is_empty());
            assert!(found.iter().all(|encoding| !encoding.is_ours() || decoded(&bytes, *encoding).is_some()));
        }
        for encoding in Encoding::ALL {
            assert_eq!(encoding.is_ours(), decoded(b"", encoding).is_some());
        }
    }
}
