//! Every word the interface says, in Arabic and in English. Pure.
//!
//! All strings of a language stand in its folder: fixed ones in `words`, sentences with something
//! in them in `sentences`. Digits are European in both. What comes from the project (labels, quotes,
//! file names) stands isolated inside a sentence, so that it cannot move the words round it.

mod ar;
pub mod desk;
mod en;
mod fold;
mod keys;
mod plural;
mod word;
#[cfg(test)]
mod tests;

pub use crate::session::Language as Lang;
pub use fold::{fold, matches};
pub use keys::{aria_keys, desk_page, key_cap, shape_act};
pub use plural::{Noun, Plural, plural};
pub use word::Word;

use crate::core::document::Document;
use crate::core::ids::LabelId;
use crate::core::tagset::{Bilingual, Tagset};
use crate::core::transaction::ChangeName;
use crate::session::Message;

/// FIRST STRONG ISOLATE: what follows takes its own direction.
const ISOLATE: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
const RELEASE: char = '\u{2069}';

/// A fixed string.
#[must_use]
pub const fn word(lang: Lang, word: Word) -> &'static str {
    match lang {
        Lang::Ar => ar::words::word(word),
        Lang::En => en::words::word(word),
    }
}

/// A message as a sentence: what happened or why it did not, and what to do next.
#[inline(never)]
#[must_use]
pub fn say(lang: Lang, message: &Message, tagset: &Tagset) -> String {
    match lang {
        Lang::Ar => ar::sentences::say(message, tagset),
        Lang::En => en::sentences::say(message, tagset),
    }
}

/// What a change did, as a noun phrase: `tag PERS «بريت ماكغورك»`.
#[inline(never)]
#[must_use]
pub fn change(lang: Lang, name: &ChangeName) -> String {
    match lang {
        Lang::Ar => ar::sentences::change(name),
        Lang::En => en::sentences::change(name),
    }
}

/// So many of something: `3 spans`, «مقطعان».
#[must_use]
pub fn counted(lang: Lang, noun: Noun, count: usize) -> String {
    match lang {
        Lang::Ar => ar::nouns::counted(noun, count, false),
        Lang::En => en::nouns::counted(noun, count),
    }
}

/// A name in the language of the interface, as it is shown; the other language's where it has none.
#[must_use]
pub fn name(lang: Lang, name: &Bilingual) -> String {
    shown(name_as_written(lang, name))
}

/// [`name`] to the letter, for fields and files.
#[must_use]
pub fn name_as_written(lang: Lang, name: &Bilingual) -> &str {
    let (own, other) = match lang {
        Lang::Ar => (&name.ar, &name.en),
        Lang::En => (&name.en, &name.ar),
    };
    if own.is_empty() { other } else { own }
}

/// What a label is called: its name, else its id.
#[must_use]
pub fn label_name(lang: Lang, id: &LabelId, tagset: &Tagset) -> String {
    let found = tagset.get(id).map(|label| name(lang, &label.name));
    found.filter(|found| !found.is_empty()).unwrap_or_else(|| id.to_string())
}

/// What links and lists call a document: the outlet of a bundled article, else its title, which a bundled one may get too.
#[must_use]
pub fn document_name(lang: Lang, document: &Document) -> String {
    match crate::seeds::find(document.id.as_str()).filter(|seed| seed.title == document.title) {
        Some(seed) if lang == Lang::Ar => seed.short.to_owned(),
        Some(seed) => seed.short_en.to_owned(),
        None if document.title.is_empty() => document.id.to_string(),
        None => shown(&document.title),
    }
}

/// Words from outside on one line. What nobody would see, or what would turn the order of letters round, is shown as a
/// sign; it stays what it is in the data.
#[must_use]
pub fn shown(text: &str) -> String {
    text.chars().map(seen).collect()
}

/// As [`shown`], in lines as they are written.
#[must_use]
pub fn shown_in_lines(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c } else { seen(c) }).collect()
}

fn seen(c: char) -> char {
    match c {
        '\t'..='\r' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        _ => c,
    }
}

/// Something from outside the interface, isolated from the direction of the words round it.
#[must_use]
pub fn isolated(text: &str) -> String {
    let mut whole = String::with_capacity(text.len() + 6);
    whole.push(ISOLATE);
    whole.extend(text.chars().map(seen));
    whole.push(RELEASE);
    whole
}

/// A quote in guillemets, isolated; line breaks become spaces.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut whole = String::with_capacity(text.len() + 10);
    whole.push(ISOLATE);
    whole.push('«');
    whole.extend(text.chars().map(seen));
    whole.push('»');
    whole.push(RELEASE);
    whole
}

/// The first `most` characters of a quote, cut at a word where there is one, with an ellipsis; on one line.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(byte, _)| byte);
    let mut kept = shown(&text[..end]);
    if end < text.len() {
        if let Some(space) = kept.rfind(' ').filter(|space| *space * 2 > kept.len()) {
            kept.truncate(space);
        }
        kept.push('…');
    }
    kept
}
