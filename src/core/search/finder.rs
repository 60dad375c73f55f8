//! Finding one string in another, again and again. A keystroke searches every document, so the needle is
//! prepared once: its first eight bytes are compared as one number.

/// A string to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finder {
    needle: String,
    head: u64,
    mask: u64,
}

impl Finder {
    /// Prepares a string that is not empty.
    #[must_use]
    pub fn new(needle: String) -> Self {
        let mut head = [0; 8];
        let length = needle.len().min(8);
        head[..length].copy_from_slice(&needle.as_bytes()[..length]);
        let mask = if length == 8 { u64::MAX } else { (1 << (length * 8)) - 1 };
        Self { needle, head: u64::from_le_bytes(head), mask }
    }

    /// What is to be found.
    #[must_use]
    pub fn needle(&self) -> &str {
        &self.needle
    }

    /// The first place at or after byte `from` of `hay`, a text or the beginning of one, where the string begins.
    #[must_use]
    pub fn next(&self, hay: &[u8], from: usize) -> Option<usize> {
        let needle = self.needle.as_bytes();
        let mut from = from;
        while let Some(at) = hay.get(from..)?.windows(8).position(|bytes| {
            let mut eight = [0; 8];
            eight.copy_from_slice(bytes);
            u64::from_le_bytes(eight) & self.mask == self.head
        }) {
            let at = from + at;
            if needle.len() <= 8 || hay[at..].starts_with(needle) {
                return Some(at);
            }
            from = at + 1;
        }
        // The last seven bytes have no window of eight; UTF-8 lets no string begin inside a character.
        let last = hay.len().saturating_sub(7).max(from);
        (last..hay.len()).find(|&at| hay[at..].starts_with(needle))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_the_library_finds() {
        let text = crate::seeds::documents()[0].text;
        for needle in ["ا", "إيران", "ن", ".", "لن يتم نشر عنوان", "الإلكتروني.", "كتروني.", "غ غ", "\n\n", "🙂"]
        {
            let finder = Finder::new(needle.to_owned());
            let (mut found, mut from) = (Vec::new(), 0);
            while let Some(at) = finder.next(text.as_bytes(), from) {
                found.push(at);
                from = at + needle.len();
            }
            assert_eq!(found, text.match_indices(needle).map(|(at, _)| at).collect::<Vec<_>>(), "{needle}");
        }
        assert_eq!(Finder::new("أب".to_owned()).next(b"", 0), None);
        assert_eq!(Finder::new("أ".to_owned()).next("أ".as_bytes(), 0), Some(0));
    }
}
