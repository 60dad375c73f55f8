//! Grapheme clusters: the rules GB1 to GB999.

use super::class::{Grapheme, grapheme};

/// The byte index after each grapheme cluster of `text`, in order.
pub fn grapheme_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = Before::default();
    let mut characters = text.char_indices().map(Some).chain(std::iter::once(None));
    std::iter::from_fn(move || {
        loop {
            match characters.next()? {
                Some((at, character)) if before.breaks(character) && at > 0 => return Some(at),
                Some(_) => {}
                None => return (!text.is_empty()).then_some(text.len()),
            }
        }
    })
}

/// Whether no grapheme cluster of `text` lies across the byte index `at`, which must be one of a character.
#[must_use]
pub fn is_grapheme_boundary(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return true;
    }
    // Two plain characters part in whatever surroundings, so what stands before them need not be read.
    let mut after = '\0';
    let mut from = at;
    for (start, character) in text[..at].char_indices().rev() {
        if after != '\0' && grapheme(after) == Grapheme::Any && grapheme(character) == Grapheme::Any {
            break;
        }
        (after, from) = (character, start);
    }
    let mut before = Before::default();
    for character in text[from..at].chars() {
        before.breaks(character);
    }
    text[at..].chars().next().is_none_or(|next| before.breaks(next))
}

/// What the rules ask about the characters before.
#[derive(Debug, Default)]
struct Before {
    last: Option<(char, Grapheme)>,
    /// Whether an odd number of regional indicators stands last.
    regional: bool,
    /// GB11: a pictograph and its marks stand last, then a joiner.
    pictograph: Pictograph,
    /// GB9c: a consonant stands before marks, and among them a virama.
    consonant: Consonant,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Pictograph {
    #[default]
    No,
    Marks,
    Joined,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Consonant {
    #[default]
    No,
    Marks,
    Linked,
}

impl Before {
    /// Whether a cluster ends before `character`, which becomes the last.
    fn breaks(&mut self, character: char) -> bool {
        use Grapheme::*;
        let class = grapheme(character);
        let breaks = self.last.is_none_or(|(before, last)| match (last, class) {
            (Control, Control) => (before, character) != ('\r', '\n'),
            (Control, _) | (_, Control) => true,
            (Leading, Leading | Vowel | Syllable | Closed)
            | (Syllable | Vowel, Vowel | Trailing)
            | (Closed | Trailing, Trailing)
            | (_, Extend | Linker | Loose | Joiner | Spacing)
            | (Prepend, _) => false,
            (_, Consonant) => self.consonant != self::Consonant::Linked,
            (_, Pictograph) => self.pictograph != self::Pictograph::Joined,
            (Regional, Regional) => !self.regional,
            _ => true,
        });
        self.consonant = match (class, self.consonant) {
            (Consonant, _) => self::Consonant::Marks,
            (Linker, before) if before != self::Consonant::No => self::Consonant::Linked,
            (Extend | Joiner, before) => before,
            _ => self::Consonant::No,
        };
        self.pictograph = match (class, self.pictograph) {
            (Pictograph, _) => self::Pictograph::Marks,
            (Extend | Linker | Loose, self::Pictograph::Marks) => self::Pictograph::Marks,
            (Joiner, self::Pictograph::Marks) => self::Pictograph::Joined,
            _ => self::Pictograph::No,
        };
        self.regional = class == Regional && !self.regional;
        self.last = Some((character, class));
        breaks
    }
}
