//! Where forms stand in the documents: as whole words, and under clitics.

use super::lexicon::{Reading, Word};
use super::{Memory, Stage};
use crate::core::clitics;
use crate::core::fold::fold;
use crate::core::numbers;
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::Offset;
use std::collections::HashSet;

/// What a proclitic can begin with.
pub const PROCLITICS: [char; 5] = ['و', 'ف', 'ب', 'ك', 'ل'];

/// Enclitics, after which a word is still a mention. `ي` and `ك` are left out: `إيراني` is no mention of `إيران`. A search,
/// which somebody asked for, takes more of them (`search::clitics`), and so do the parts of a word (`clitics::rules`).
const ENCLITICS: [&str; 9] = ["هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ه"];

/// Letters that a form under a clitic has at least: `فريم` is no mention of `ريم` of which one could be sure.
const LEAST: usize = 3;

/// A reading of a word: without so many folded letters at its start and end it is the word `id` of a form.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    front: u8,
    back: u8,
    id: u32,
}

/// Words that matter, by number.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// The first and the last of forms.
    words: HashSet<u32>,
    /// Forms of one word.
    single: HashSet<u32>,
    /// The first of forms whose label is given with clitics.
    whole: HashSet<u32>,
}

/// A form that stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Which of [`Memory::forms`].
    pub form: usize,
    /// Its words without clitics.
    pub range: TextRange,
    /// The written words, with clitics.
    pub outer: TextRange,
}

impl Memory<'_> {
    /// Finds out how every word of the documents can be read, and how clitics are tagged. Needed once before
    /// [`Self::occurrences`] and [`Self::untagged`].
    pub fn read(&mut self) {
        while !self.step(usize::MAX) {}
    }

    /// Names the words that matter, once it is known how clitics are tagged.
    pub(super) fn wanted(&mut self) -> Wanted {
        let mut wanted = Wanted::default();
        for (number, form) in self.forms.iter().enumerate() {
            for (place, key) in form.keys.iter().enumerate() {
                let (Some(first), Some(last)) = (key.first(), key.last()) else { continue };
                self.by_first.entry(*first).or_default().push((number, place));
                wanted.words.extend([*first, *last]);
                if key.len() == 1 {
                    wanted.single.insert(*first);
                }
                if form.label.as_ref().is_some_and(|(label, _)| self.is_tagged_whole(label)) {
                    wanted.whole.insert(*first);
                }
            }
        }
        wanted
    }

    /// Reads so many words more.
    pub(super) fn read_words(&mut self, wanted: Wanted, items: usize) -> Stage {
        let all = self.lexicon.words();
        let known = self.cuts.len();
        let end = known.saturating_add(items).min(all.len());
        for (id, (word, first)) in all.iter().enumerate().take(end).skip(known) {
            let cuts = self.cuts_of(id as u32, word, *first, &wanted);
            self.cuts.push(cuts);
        }
        if end == all.len() { Stage::Over } else { Stage::Words(wanted) }
    }

    fn cuts_of(&self, id: u32, word: &str, first: (usize, usize), wanted: &Wanted) -> Box<[Cut]> {
        let whole = self.shared(id);
        let mut cuts = Vec::new();
        if wanted.words.contains(&whole) {
            cuts.push(Cut { front: 0, back: 0, id: whole });
        }
        // A word that is tagged whole somewhere is that word and never cut, unless clitics are tagged along anyway.
        let known = wanted.single.contains(&whole);
        let read = |rest: &str| {
            self.known(rest)
                .map(|id| self.shared(id))
                .filter(|id| if known { wanted.whole.contains(id) } else { wanted.words.contains(id) })
        };
        for (front, rest) in fronts(word) {
            let back = ENCLITICS.iter().filter_map(|enclitic| Some((enclitic.chars().count(), rest.strip_suffix(enclitic)?)));
            for (back, stem) in std::iter::once((0, rest.as_str())).chain(back) {
                let long = stem.chars().count() >= LEAST || (back == 0 && stem.starts_with(|c: char| c.is_ascii_digit()));
                if front + back > 0 && long && !(back > 0 && stem.starts_with("ال")) {
                    cuts.extend(read(stem).map(|id| Cut { front: front as u8, back: back as u8, id }));
                }
            }
        }
        if cuts.iter().any(|cut| cut.front + cut.back > 0) {
            self.retain_allowed(&mut cuts, first);
        }
        cuts.into()
    }

    /// Keeps the cuts of a word that the rules for clitics allow, with their list of words that only look cut.
    fn retain_allowed(&self, cuts: &mut Vec<Cut>, (document, place): (usize, usize)) {
        let reading = &self.lexicon.documents()[document];
        let word = reading.words[place].range;
        let found = clitics::cuts(&reading.text, word, &|bare| self.known(&fold(bare)).is_some());
        cuts.retain(|cut| {
            let inside = cut_range(&reading.text, word, *cut);
            let start = cut.front == 0 || found.starts.contains(&inside.start());
            start && (cut.back == 0 || found.ends.contains(&inside.end()))
        });
    }

    /// Where forms stand in a part of a document, in order of their starts; also inside one another.
    #[must_use]
    pub fn occurrences(&self, document: usize, within: TextRange) -> Vec<Occurrence> {
        let Some(reading) = self.lexicon.documents().get(document) else { return Vec::new() };
        let mut found = Vec::new();
        for place in reading.touching(within) {
            for cut in self.cuts_at(reading.words[place]) {
                for &(form, key) in self.by_first.get(&cut.id).into_iter().flatten() {
                    let key = &self.forms[form].keys[key];
                    if let Some((last, end)) = self.matched(reading, place, *cut, key) {
                        found.extend(self.occurrence(reading, form, (place, *cut), (last, end)));
                    }
                }
            }
        }
        found
    }

    fn cuts_at(&self, word: Word) -> &[Cut] {
        self.cuts.get(word.id as usize).map_or(&[], |cuts| cuts)
    }

    /// The place of a key's last word and how that is cut, where the key's words stand from `place` on.
    fn matched(&self, reading: &Reading, place: usize, first: Cut, key: &[u32]) -> Option<(usize, Cut)> {
        if key.len() == 1 {
            return Some((place, first));
        }
        let last = place + key.len() / 2;
        let words = reading.words.get(place + 1..=last)?;
        let follows =
            key[1..].chunks_exact(2).zip(words).enumerate().all(|(index, (pair, word))| {
                word.gap == pair[0] && (index + 1 == words.len() || self.shared(word.id) == pair[1])
            });
        let end = self.cuts_at(reading.words[last]).iter().find(|cut| cut.front == 0 && Some(&cut.id) == key.last());
        if first.back == 0 && follows { end.map(|end| (last, *end)) } else { None }
    }

    fn occurrence(&self, reading: &Reading, form: usize, start: (usize, Cut), end: (usize, Cut)) -> Option<Occurrence> {
        let (first, last) = (reading.words[start.0], reading.words[end.0]);
        let outer = TextRange::new(first.range.start(), last.range.end());
        let from = cut_range(&reading.text, first.range, start.1).start();
        let to = cut_range(&reading.text, last.range, end.1).end();
        let range = TextRange::new(from, to);
        let written = &reading.text.as_str()[first.bytes.0 as usize..last.bytes.1 as usize];
        // Folding joins these: `على` with `علي`, and `قطرة` with `قطره`.
        let other = !self.forms[form].maksura && written.contains('ى');
        let feminine = end.1.back > 0 && written.ends_with('ة');
        // A limit inside a word is never inside a number.
        let number =
            (start.1.front == 0 && written.starts_with(numbers::is_digit) && numbers::is_inside_number(&reading.text, from))
                || (end.1.back == 0 && written.ends_with(numbers::is_digit) && numbers::is_inside_number(&reading.text, to));
        (!other && !feminine && !number && !range.is_empty()).then_some(Occurrence { form, range, outer })
    }
}

/// What remains of a folded word after its proclitics, with the number of letters before; first the word itself.
/// After `لل` also with the alef that is not written there.
fn fronts(word: &str) -> Vec<(usize, String)> {
    let mut fronts = vec![(0, word.to_owned())];
    let conjunction = word.strip_prefix(['و', 'ف']);
    fronts.extend(conjunction.map(|rest| (1, rest.to_owned())));
    for (before, rest) in [(0, Some(word)), (1, conjunction)] {
        let Some(rest) = rest else { continue };
        let preposition = rest.strip_prefix(['ب', 'ك', 'ل']);
        fronts.extend(preposition.map(|rest| (before + 1, rest.to_owned())));
        let article = rest.strip_prefix("لل").filter(|stem| !stem.is_empty());
        fronts.extend(article.map(|stem| (before + 1, format!("الل{stem}"))));
        fronts.extend(article.map(|stem| (before + 1, format!("ال{stem}"))));
    }
    fronts
}

/// The limits of a word without what a cut leaves out. Marks stay with the letter before them, tatweels go.
fn cut_range(text: &Text, word: TextRange, cut: Cut) -> TextRange {
    if cut.front + cut.back == 0 {
        return word;
    }
    // Where each folded letter begins and ends.
    let mut letters: Vec<(Offset, Offset)> = Vec::new();
    for (index, character) in text.slice(word).chars().enumerate() {
        let at = word.start().plus(index as u32);
        let folded = fold(character.encode_utf8(&mut [0; 4])).chars().count();
        if folded == 0
            && character != '\u{0640}'
            && let Some(last) = letters.last_mut()
        {
            last.1 = at.plus(1);
        }
        letters.extend(std::iter::repeat_n((at, at.plus(1)), folded));
    }
    let kept = letters.get(cut.front as usize..letters.len().saturating_sub(cut.back as usize)).unwrap_or_default();
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else { return word };
    let start = if cut.front == 0 { word.start() } else { first.0 };
    let end = if cut.back == 0 { word.end() } else { last.1 };
    TextRange::new(start, end)
}
