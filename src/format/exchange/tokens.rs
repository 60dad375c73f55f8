//! A document cut into tokens and sentences, for formats that know nothing finer.
//!
//! A token is a written word (UAX #29, so that marks, tatweels and hidden characters stay with their letters) or any other
//! visible cluster by itself; where asked for, words are parted at their clitics. Tokens hold no white space, never overlap,
//! and together hold every character that is none.

mod fit;
mod levels;

pub use fit::{Tokenised, tokenise};
pub use levels::levels;

use super::options::Tokens;
use crate::core::clitics::{FreeWords, cuts};
use crate::core::range::TextRange;
use crate::core::segment::{grapheme_ends, words};
use crate::core::text::Text;
use crate::core::units::{Byte, Offset};
use std::ops::Range;

/// The tokens of a text, in order.
#[must_use]
pub fn tokens(text: &Text, kind: Tokens) -> Vec<TextRange> {
    let free = (kind == Tokens::Clitics).then(|| FreeWords::of(std::iter::once(text.as_str())));
    let mut tokens = Vec::new();
    for block in text.blocks() {
        let slice = text.slice(block.range);
        let base = text.byte(block.range.start()).0;
        let at = |byte: usize| text.offset_of_byte(Byte(base + byte as u32));
        let mut end = 0;
        for (start, word) in words(slice) {
            let lead = marks(slice, end..start, &at, &mut tokens);
            let first = tokens.len();
            let range = TextRange::new(at(start), at(start + word.len()));
            match &free {
                Some(free) => parted(text, range, free, &mut tokens),
                None => tokens.push(range),
            }
            if let (Some(lead), Some(first)) = (lead, tokens.get_mut(first)) {
                *first = TextRange::new(lead, first.end());
            }
            end = start + word.len();
        }
        if let Some(lead) = marks(slice, end..slice.len(), &at, &mut tokens) {
            tokens.push(TextRange::new(lead, block.range.end()));
        }
    }
    tokens
}

/// What stands between two words: each visible cluster is a token; hidden characters go with the token before, or after. Gives
/// where those begin that go with what follows.
fn marks(slice: &str, between: Range<usize>, at: &dyn Fn(usize) -> Offset, tokens: &mut Vec<TextRange>) -> Option<Offset> {
    let piece = &slice[between.clone()];
    let (mut start, mut hidden) = (0, None);
    for end in grapheme_ends(piece) {
        let cluster = &piece[start..end];
        let range = TextRange::new(at(between.start + hidden.unwrap_or(start)), at(between.start + end));
        if cluster.chars().all(char::is_whitespace) {
            if let Some(from) = hidden.take() {
                tokens.push(TextRange::new(at(between.start + from), at(between.start + start)));
            }
        } else if cluster.chars().all(is_hidden) {
            match tokens.last_mut().filter(|last| last.end() == range.start()) {
                Some(last) => *last = TextRange::new(last.start(), range.end()),
                None => hidden = hidden.or(Some(start)),
            }
        } else {
            tokens.push(range);
            hidden = None;
        }
        start = end;
    }
    hidden.map(|from| at(between.start + from))
}

/// Marks of direction, joiners and the like: no token by themselves.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn parted(text: &Text, word: TextRange, free: &FreeWords, tokens: &mut Vec<TextRange>) {
    let cuts = cuts(text, word, &|word| free.contains(word));
    let mut start = word.start();
    for at in cuts.starts.into_iter().chain(cuts.ends).chain([word.end()]) {
        if at > start {
            tokens.push(TextRange::new(start, at));
            start = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, kind: Tokens) -> Vec<String> {
        let text = Text::new(text);
        tokens(&text, kind).into_iter().map(|token| text.slice(token).to_owned()).collect()
    }

    #[test]
    fn tokens_are_words_and_marks() {
        let text = "«إيران»، قال 3.5%…\r\n\u{200F}مُحَمَّدٌ ـــ 🧕🏽\u{200E}.";
        let expected = ["«", "إيران", "»", "،", "قال", "3.5", "%", "…", "\u{200F}مُحَمَّدٌ", "ـــ", "🧕🏽\u{200E}", "."];
        assert_eq!(cut(text, Tokens::Words), expected);
    }

    #[test]
    fn clitics_are_tokens_of_their_own_where_asked_for() {
        assert_eq!(cut("وبالفيروس والفيروس فيروس", Tokens::Clitics), ["و", "ب", "ال", "فيروس", "و", "ال", "فيروس", "فيروس"]);
    }

    #[test]
    fn every_visible_character_is_in_one_token() {
        for text in [
            include_str!("../../../seeds/ft-report.txt"),
            include_str!("../../../seeds/nyt-report.txt"),
            "a\u{200F} \u{200F} ب\u{301}\u{200D}x",
        ] {
            let text = Text::new(text);
            for kind in [Tokens::Words, Tokens::Clitics] {
                let tokens = tokens(&text, kind);
                assert!(tokens.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
                assert!(tokens.iter().all(|token| !token.is_empty() && !text.slice(*token).contains(char::is_whitespace)));
                let inside: usize = tokens.iter().map(|token| token.len() as usize).sum();
                assert_eq!(inside, text.as_str().chars().filter(|character| !character.is_whitespace()).count());
            }
        }
    }
}
