//! The numbers by which spaCy names texts: MurmurHash64A of the UTF-8, but for some reserved names, whose numbers are small.

/// The reserved names in the order of their numbers, which begin at 1: `spacy.symbols.IDS` of spaCy 3.8 (MIT).
const SYMBOLS: &str = include_str!("symbols.txt");

/// The number of a text; 0 for none.
#[must_use]
pub fn number(text: &str) -> u64 {
    if text.is_empty() {
        return 0;
    }
    let is_like_one = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let place = if is_like_one { SYMBOLS.lines().position(|name| name == text) } else { None };
    place.map_or_else(|| murmur(text.as_bytes(), 1), |place| place as u64 + 1)
}

/// The reserved names with their numbers.
pub fn symbols() -> impl Iterator<Item = (u64, &'static str)> {
    SYMBOLS.lines().zip(1..).map(|(name, number)| (number, name))
}

/// MurmurHash64A.
fn murmur(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xC6A4_A793_5BD1_E995;
    const R: u32 = 47;
    let word = |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let mut words = bytes.chunks_exact(8);
    for eight in &mut words {
        let mut next = word(eight).wrapping_mul(M);
        next ^= next >> R;
        hash = (hash ^ next.wrapping_mul(M)).wrapping_mul(M);
    }
    if !words.remainder().is_empty() {
        hash = (hash ^ word(words.remainder())).wrapping_mul(M);
    }
    hash = (hash ^ (hash >> R)).wrapping_mul(M);
    hash ^ (hash >> R)
}

#[cfg(test)]
mod tests {
    use super::{number, symbols};

    #[test]
    fn numbers_are_those_of_spacy() {
        assert_eq!((number(""), number("LOC"), number("ORG"), number("PERSON"), number("ENT_KB_ID")), (0, 385, 383, 380, 452));
        assert_eq!(symbols().count(), 456);
        // The one in spaCy's own documentation.
        assert_eq!(number("coffee"), 3_197_928_453_018_144_401);
    }
}
