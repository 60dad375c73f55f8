//! A search through all documents that can rest after each step, so that whoever types is never kept waiting.

use super::pattern::{self, Pattern};
use super::shelf::Shelf;
use super::{Cursor, Hit, Query};

/// Bytes of a text that are gone through in one step: a fraction of a millisecond.
pub const STEP: usize = 1 << 15;

/// What is sought.
#[derive(Debug, Clone)]
pub enum Sought {
    /// Words.
    Words(Query),
    /// What a regular expression describes.
    Pattern(Pattern),
}

/// What was found in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which document, by its number in the project.
    pub document: usize,
    /// The hits, of those beyond the most that are wanted none.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub total: usize,
}

/// Where in a document the walk stands.
#[derive(Debug, Clone, Copy)]
enum At {
    Words(Cursor),
    Pattern(pattern::Cursor),
}

/// A search under way.
#[derive(Debug, Clone)]
pub struct Walk {
    sought: Sought,
    room: usize,
    document: usize,
    at: At,
    found: Vec<Found>,
    total: usize,
}

impl Walk {
    /// Begins at the first document. Of hits beyond the first `most` only the number is found out.
    #[must_use]
    pub fn new(sought: Sought, most: usize) -> Self {
        let at = beginning(&sought);
        Self { sought, room: most, document: 0, at, found: Vec::new(), total: 0 }
    }

    /// Goes a step further: folds some text where that is still to be done, else searches some. Returns whether the walk
    /// is over. The documents on the shelf must be the same at each step.
    pub fn step(&mut self, shelf: &mut Shelf) -> bool {
        // An expression reads the texts as they are, but those on the shelf are there once they are folded.
        if self.document >= shelf.len() {
            return true;
        }
        let Some(searcher) = shelf.nth(self.document) else {
            shelf.go_on(STEP);
            return false;
        };
        let (mut hits, mut total, mut over) = (Vec::new(), 0, false);
        match (&self.sought, &mut self.at) {
            (Sought::Words(query), At::Words(cursor)) => {
                let mut walk = searcher.hits_from(query, *cursor, STEP);
                hits.extend(walk.by_ref().take(self.room));
                total = hits.len() + walk.tally();
                match walk.rest() {
                    Some(rest) => *cursor = rest,
                    None => over = true,
                }
            }
            (Sought::Pattern(pattern), At::Pattern(cursor)) => {
                if let Some(hit) = pattern.go_on(searcher, cursor, &mut over) {
                    total = 1;
                    hits.extend((self.room > 0).then_some(hit));
                }
            }
            _ => over = true,
        }
        self.add(hits, total);
        if over {
            self.document += 1;
            self.at = beginning(&self.sought);
        }
        false
    }

    fn add(&mut self, hits: Vec<Hit>, total: usize) {
        if total == 0 {
            return;
        }
        self.room -= hits.len();
        self.total += total;
        match self.found.last_mut().filter(|last| last.document == self.document) {
            Some(last) => {
                last.hits.extend(hits);
                last.total += total;
            }
            None => self.found.push(Found { document: self.document, hits, total }),
        }
    }

    /// What was found so far, document by document.
    #[must_use]
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// How many hits there are so far.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// How much of the work is done, from 0 to 100.
    #[must_use]
    pub fn share(&self, shelf: &Shelf) -> u32 {
        let (folded, all) = shelf.share();
        let before = shelf.iter().take(self.document).map(|(_, searcher)| searcher.text().as_str().len()).sum::<usize>();
        let here = shelf.nth(self.document).map_or(0, |searcher| match &self.at {
            At::Words(cursor) => cursor.bytes().min(searcher.text().as_str().len()),
            At::Pattern(cursor) => cursor.bytes(searcher.text()),
        });
        // Folding is the quicker half where an expression is sought; what counts is that the share only grows.
        ((folded + before + here) * 50).checked_div(all).map_or(100, |share| share.min(100) as u32)
    }
}

fn beginning(sought: &Sought) -> At {
    match sought {
        Sought::Words(_) => At::Words(Cursor::default()),
        Sought::Pattern(_) => At::Pattern(pattern::Cursor::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{document, world};
    use crate::core::fold::{Folded, Folding};
    use crate::core::op::{Item, Op};
    use crate::core::search::{Mode, Searcher};
    use crate::core::state::State;
    use crate::core::text::Text;
    use std::rc::Rc;

    /// Marks, joiners, presentation forms, emoji and Latin in one text; as an article with breaks and as one long block.
    fn texts() -> Vec<String> {
        let mixed = "عُمان وﷲ ﻹﻳﺮﺍﻥ 👩‍👩‍👧 e\u{301} می\u{200C}خواهم للحوثيين إيران\u{200F}. ".repeat(9);
        let articles = crate::seeds::documents().iter().map(|seed| seed.text.to_owned());
        let block = articles.clone().next().unwrap_or_default().replace(['\n', '\r'], " ");
        articles.chain([mixed, block]).collect()
    }

    const WORDS: [&str; 8] = ["إيران", "ا", "ل", "الحوثيين", "عمان", "الولايات المتحدة", "ه", "👩"];

    #[test]
    fn a_text_folded_in_stretches_is_folded_alike() {
        for text in texts() {
            for bytes in [1, 2, 7, 100, 4096] {
                let mut folding = Folding::of(&text);
                while !folding.go_on(&text, bytes) {}
                assert_eq!(folding.done(), Folded::new(&text));
            }
        }
    }

    #[test]
    fn stretches_of_any_length_give_the_hits_of_the_whole() {
        for text in texts() {
            let searcher = Searcher::new(Rc::new(Text::new(text)));
            for (words, mode) in
                WORDS.into_iter().flat_map(|words| [Mode::Exact, Mode::Folded, Mode::Clitics].map(|mode| (words, mode)))
            {
                let query = Query::new(words, mode, mode == Mode::Clitics).expect("something is sought");
                let whole = searcher.hits(&query).collect::<Vec<_>>();
                for bytes in [1, 3, 10, 257, 5000] {
                    let (mut found, mut tally, mut cursor, mut counted) =
                        (Vec::new(), 0, Some(Cursor::default()), Some(Cursor::default()));
                    while let Some(from) = cursor {
                        let mut hits = searcher.hits_from(&query, from, bytes);
                        found.extend(hits.by_ref());
                        cursor = hits.rest();
                    }
                    while let Some(from) = counted {
                        let mut hits = searcher.hits_from(&query, from, bytes);
                        tally += hits.tally();
                        counted = hits.rest();
                    }
                    assert_eq!((&found, tally), (&whole, whole.len()), "{words} {mode:?} by {bytes}");
                }
            }
        }
    }

    fn project() -> State {
        let texts = texts().into_iter().enumerate();
        let add = texts.map(|(nth, text)| Op::Add(Item::Document(Rc::new(document(&format!("d{nth}"), &text.repeat(3))))));
        add.fold(world("إيران"), |state, op| state.apply(&op).expect("it applies"))
    }

    #[test]
    fn a_walk_finds_what_is_found_at_once_and_its_share_only_grows() {
        let state = project();
        let ready = Shelf::of(&state);
        let sought = WORDS.map(|words| Sought::Words(Query::new(words, Mode::Clitics, true).expect("something is sought")));
        let patterns = [r"\w+ \d+", r"(.*)*x", r".*.*.*", r"\bإيران\b", r"إ.*ن|ا", r"x*", r"^.", r".$"];
        let patterns = patterns.map(|typed| Sought::Pattern(Pattern::new(typed).expect("it can be read")));
        for (sought, most) in sought.into_iter().chain(patterns).flat_map(|sought| [(sought.clone(), usize::MAX), (sought, 20)]) {
            let mut shelf = Shelf::default();
            shelf.follow(&state);
            let (mut walk, mut share) = (Walk::new(sought.clone(), most), 0);
            while !walk.step(&mut shelf) {
                assert!(walk.share(&shelf) >= share);
                share = walk.share(&shelf);
            }
            assert_eq!(walk.share(&shelf), 100);
            let whole = ready.iter().map(|(_, searcher)| match &sought {
                Sought::Words(query) => searcher.hits(query).collect::<Vec<_>>(),
                Sought::Pattern(pattern) => pattern.hits(searcher).collect(),
            });
            let whole = whole.enumerate().filter(|(_, hits)| !hits.is_empty()).collect::<Vec<_>>();
            let totals = walk.found().iter().map(|found| (found.document, found.total)).collect::<Vec<_>>();
            assert_eq!(totals, whole.iter().map(|(document, hits)| (*document, hits.len())).collect::<Vec<_>>());
            let listed = walk.found().iter().flat_map(|found| found.hits.clone()).collect::<Vec<_>>();
            let first = whole.into_iter().flat_map(|(_, hits)| hits).take(most).collect::<Vec<_>>();
            assert_eq!((listed, walk.total()), (first, totals.iter().map(|(_, total)| total).sum()));
        }
    }

    #[test]
    fn an_expression_sees_each_block_as_one_text_and_a_very_long_one_in_pieces() {
        // The engine itself over each block says what the steps have to say.
        let engine = regex_lite::Regex::new("[أا].*?[نم]|ل*").expect("it can be read");
        let pattern = Pattern::new("[أا].*?[نم]|ل*").expect("it can be read");
        let text = Rc::new(Text::new(crate::seeds::documents()[1].text));
        let blocks = text.blocks().iter().map(|block| text.slice(block.range));
        let expected =
            blocks.flat_map(|block| engine.find_iter(block)).map(|found| found.as_str()).filter(|words| !words.is_empty());
        let expected = expected.map(str::to_owned).collect::<Vec<_>>();
        let searcher = Searcher::new(text.clone());
        let widened = pattern.hits(&searcher).map(|hit| text.slice(hit.range).to_owned()).collect::<Vec<_>>();
        assert_eq!(widened.len(), expected.len());
        assert!(widened.iter().zip(&expected).all(|(hit, words)| hit.starts_with(words.as_str())));
        let long = Searcher::new(Rc::new(Text::new("كلمة ".repeat(5000))));
        let all = Pattern::new(".+").expect("it can be read").hits(&long).map(|hit| hit.range).collect::<Vec<_>>();
        assert!(all.len() > 10 && all.windows(2).all(|pair| pair[0].end() == pair[1].start()));
        assert_eq!(Pattern::new("كلمة").expect("it can be read").hits(&long).count(), 5000);
    }
}
