//! A word under its clitics: what may stand before and after the words sought, in folded letters (ARABIC.md 4.1).
//!
//! The words sought are known here, so this needs no lexicon: `وإيران` is a hit of `إيران` because what is left
//! over, `و`, is a proclitic. (Cutting an unknown word is another thing: `core::clitics`.)
//!
//! Not taken for a clitic: `ي` at the end, since `إيراني` is nearly always "Iranian" and not "my Iran".

use super::query::{Place, after, before};
use crate::core::fold::fold;

/// Prepositions before a word, with and without the article, by what is written. After ل the article loses its alef.
const BARE: [&str; 9] = ["", "ب", "ل", "ك", "ال", "بال", "كال", "لل", "س"];

/// Pronouns after a word. `ي` is left out, see above.
const ENCLITICS: [&str; 11] = ["ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "نا", "ني"];

/// The fewest letters that stay before an enclitic.
const STEM_MIN: usize = 3;

/// One letter more than can stand on either side: `وبال`, ت and `هما`. What is longer need not be looked at.
const LONGEST: u32 = 5;

/// How the last letter of the words sought meets an enclitic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tail {
    /// It stays.
    Same,
    /// ة, folded ه: becomes ت.
    Marbuta,
    /// ى, folded ي: becomes ا, or ي after some particles.
    Maqsura,
}

/// Words sought with their clitics left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Core {
    /// Whether they begin with the article; the stem then begins with its ل.
    article: bool,
    /// Whether an enclitic may follow.
    open: bool,
    tail: Tail,
}

impl Core {
    /// What is to be known of the words, and the stem to be found: their folded letters without those that change.
    pub(super) fn new(words: &str) -> (Self, String) {
        let folded = fold(words);
        let plain = words.chars().filter(|c| !fold(c.encode_utf8(&mut [0; 4])).is_empty()).collect::<String>();
        let article = has_article(plain.split_whitespace().next().unwrap_or_default());
        let last = plain.split_whitespace().next_back().unwrap_or_default();
        let long = last.chars().count() >= STEM_MIN;
        let tail = match last.chars().next_back() {
            Some('ة') if long => Tail::Marbuta,
            Some('ى') if long => Tail::Maqsura,
            _ => Tail::Same,
        };
        let mut stem = folded.as_str();
        if article {
            stem = stem.strip_prefix('ا').unwrap_or(stem);
        }
        if tail != Tail::Same {
            stem = stem.strip_suffix(['ه', 'ي']).unwrap_or(stem);
        }
        (Self { article, open: long && !has_article(last), tail }, stem.to_owned())
    }

    /// The bytes of `hay` that are the words sought, where their stem was found at `start..end`.
    pub(super) fn judge(&self, hay: &str, start: usize, end: usize) -> Option<Place> {
        let (from, taken) = self.begin(before(hay, start, end, LONGEST), &hay[start..end])?;
        let one_word = !hay[start..end].contains(char::is_whitespace);
        let (to, heh) = self.end(after(hay, start, end, LONGEST), !(one_word && taken))?;
        Some(Place { bytes: start.checked_add_signed(from)?..end + to, heh: heh.map(|at| end + at) })
    }

    /// Where the words begin, in bytes from the stem, and whether an article stands before them or in them.
    fn begin(&self, letters: &str, stem: &str) -> Option<(isize, bool)> {
        let alef = 'ا'.len_utf8() as isize;
        let bare = letters.strip_prefix(['و', 'ف']).unwrap_or(letters);
        let either = |test: &dyn Fn(&str) -> bool| test(letters) || test(bare);
        if !self.article {
            let imperfect = stem.starts_with(['ي', 'ت', 'ن', 'ا']);
            let known = either(&|before| BARE.contains(&before) && (before != "س" || imperfect));
            return known.then(|| (0, letters.ends_with("ال") || letters.ends_with("لل")));
        }
        if either(&|before| matches!(before, "ا" | "با" | "كا")) {
            return Some((-alef, true));
        }
        // للحوثيين: the words are cut after the first ل (ARABIC.md 4.4, R2).
        if either(&|before| before == "ل") {
            return Some((0, true));
        }
        // للجنة is ل and اللجنة: of three ل two are written.
        (stem.starts_with("لل") && bare.is_empty()).then_some((alef, true))
    }

    /// Where the words end, in bytes from the stem's end, and where a lone ه follows that must not be a ة.
    fn end(&self, letters: &str, open: bool) -> Option<(usize, Option<usize>)> {
        let two = 'ه'.len_utf8();
        let pronoun = |at: usize, to: usize| {
            let rest = letters.get(at..).unwrap_or_default();
            (open && self.open && ENCLITICS.contains(&rest)).then_some((to, (rest == "ه").then_some(at)))
        };
        match self.tail {
            Tail::Same if letters.is_empty() => Some((0, None)),
            Tail::Same => pronoun(0, 0),
            Tail::Marbuta if letters == "ه" => Some((two, None)),
            Tail::Marbuta if letters.starts_with('ت') => pronoun(two, two),
            Tail::Maqsura if letters == "ي" => Some((two, None)),
            Tail::Maqsura if letters.starts_with(['ا', 'ي']) => pronoun(two, two),
            Tail::Marbuta | Tail::Maqsura => None,
        }
    }
}

/// Whether a word begins with the article, by its bare alef.
pub(super) fn has_article(word: &str) -> bool {
    let rest = word.strip_prefix(['ا', 'ٱ']).and_then(|rest| rest.strip_prefix('ل'));
    rest.is_some_and(|rest| rest.chars().count() >= 2)
}
