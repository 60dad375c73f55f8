//! Words that look like names, for going from one untagged name to the next. A guess, and said to be one:
//! a word (or what remains of it without its clitics) that is tagged elsewhere in the project, a word that follows a
//! title, or one that begins with a Latin capital.

use super::clitics::{self, FreeWords};
use super::ids::DocumentId;
use super::range::TextRange;
use super::segment;
use super::state::State;
use super::units::Offset;

/// Words that names follow, without their article, as [`clitics::bare`] writes them.
const TITLES: [&str; 19] = [
    "رئيس",
    "وزير",
    "سيد",
    "سيدة",
    "مستشار",
    "شيخ",
    "عميد",
    "جنرال",
    "مدير",
    "دكتور",
    "ملك",
    "امير",
    "امين",
    "قائد",
    "مبعوث",
    "نائب",
    "لواء",
    "سفير",
    "زعيم",
];

/// Spans of more words than this say nothing of each of their words.
const FEW: usize = 3;
/// Shorter words than this, in code points, are no names.
const LEAST: u32 = 3;

/// The first word from `from` on, round at the end of the document, that looks like a name and that no span touches;
/// of a word tagged elsewhere what was tagged there. `is_word` is for clitics ([`clitics::cuts`]).
#[must_use]
pub fn next_name(state: &State, document: &DocumentId, from: Offset, is_word: &dyn Fn(&str) -> bool) -> Option<TextRange> {
    let document = state.document(document)?;
    let (text, known) = (&document.document.text, tagged(state));
    let mut first = None;
    for block in text.blocks() {
        let slice = text.slice(block.range);
        // Whether a title came, with nothing since but words with an article: «الرئيس الأمريكي بايدن».
        let (mut at, mut byte, mut titled) = (block.range.start(), 0, false);
        for (index, word) in segment::words(slice) {
            let between = &slice[byte..index];
            at = at.plus(between.chars().count() as u32);
            byte = index + word.len();
            titled &= between.trim().is_empty();
            let range = TextRange::new(at, at.plus(word.chars().count() as u32));
            at = range.end();
            let core = clitics::core_of(text, range, is_word);
            let bare = clitics::bare(text.slice(core));
            let stem = bare.strip_prefix("ال");
            let titles = TITLES.contains(&stem.unwrap_or(&bare));
            let named = !titles && stem.is_none() && titled || word.starts_with(|c: char| c.is_ascii_uppercase());
            titled = titles || titled && stem.is_some();
            let wanted = first.is_none() || range.start() >= from;
            if !wanted || document.spans.overlapping(range).next().is_some() {
                continue;
            }
            let is_tagged = |part: &TextRange| part.len() >= LEAST && known.contains(&clitics::bare(text.slice(*part)));
            let tagged_too = clitics::parts(text, range, is_word).into_iter().find(is_tagged);
            let Some(found) = tagged_too.or_else(|| named.then_some(core)) else { continue };
            if range.start() >= from {
                return Some(found);
            }
            first = Some(found);
        }
    }
    first
}

/// The words of all short spans.
fn tagged(state: &State) -> FreeWords {
    let mut known = FreeWords::default();
    for document in &state.documents {
        for span in document.spans.iter() {
            let words = document.document.text.slice(span.range);
            if words.split(' ').count() <= FEW {
                known.add(words);
            }
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::world;

    fn found(marked: &str) -> Vec<String> {
        let (state, mut names, mut from) = (world(marked), Vec::new(), Offset(0));
        let text = state.documents[0].document.text.clone();
        while let Some(range) = next_name(&state, &"doc".into(), from, &|_| false).filter(|range| range.start() >= from) {
            names.push(text.slice(range).to_owned());
            from = range.end();
        }
        names
    }

    #[test]
    fn names_are_found_by_what_is_tagged_by_titles_and_by_latin_capitals() {
        assert_eq!(found("زار [GPE:إيران] ثم عاد إلى إيران وإلى ايران. وإيران لإيران"), ["إيران", "ايران", "إيران", "إيران"]);
        assert_eq!(found("قال الرئيس الأمريكي بايدن للوزير، ثم مضى"), ["بايدن"]);
        assert_eq!(found("وكالة Reuters قالت it is"), ["Reuters"]);
        assert_eq!(found("لا شيء هنا 12"), [] as [&str; 0]);
    }

    #[test]
    fn the_search_goes_round() {
        let state = world("عاد بايدن إلى [PERS:بايدن] ومضى");
        assert_eq!(next_name(&state, &"doc".into(), Offset(20), &|_| false), Some(TextRange::of(4, 9)));
    }
}
