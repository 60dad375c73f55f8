//! What the page says of pieces, attributes, relations, events, entities and links: fixed words, and sentences with names
//! in them.

mod refusals;
mod words;

pub use refusals::refusal;
pub use words::Say;

use crate::core::shapes::LinkKind;
use crate::core::shapes::kinds::AttributeKind;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::{self, Lang};

/// A fixed string.
#[must_use]
pub const fn say(lang: Lang, say: Say) -> &'static str {
    match lang {
        Lang::Ar => words::ar(say),
        Lang::En => words::en(say),
    }
}

/// What a link says of its ends, as it stands between them.
#[must_use]
pub fn link_kind(lang: Lang, kind: &LinkKind) -> String {
    let word = match kind {
        LinkKind::Same => Say::LinkSame,
        LinkKind::Contradicts => Say::LinkContradicts,
        LinkKind::Supports => Say::LinkSupports,
        LinkKind::Updates => Say::LinkUpdates,
        LinkKind::Quotes => Say::LinkQuotes,
        LinkKind::Other(name) => return name.clone(),
    };
    say(lang, word).to_owned()
}

/// What a value of an attribute is.
#[must_use]
pub fn attribute_kind(lang: Lang, kind: &AttributeKind) -> String {
    let word = match kind {
        AttributeKind::Flag => Say::KindFlag,
        AttributeKind::Choice => Say::KindChoice,
        AttributeKind::Choices => Say::KindChoices,
        AttributeKind::Text => Say::KindText,
        AttributeKind::Number => Say::KindNumber,
        AttributeKind::Date => Say::KindDate,
        AttributeKind::Other(name) => return name.clone(),
    };
    say(lang, word).to_owned()
}

/// So many mentions.
#[must_use]
pub fn mentions(lang: Lang, count: usize) -> String {
    const MENTION: [&str; 7] = ["ذكر واحد", "ذكران", "ذكرين", "مواضع ذكر", "موضع ذكر", "موضع ذكر", "لا يُذكر"];
    match lang {
        Lang::Ar => declined(MENTION, count, false),
        Lang::En => numbered("mention", "mentions", count),
    }
}

/// So many relations, events and links.
#[must_use]
pub fn joined(lang: Lang, count: usize) -> String {
    const JOINED: [&str; 7] = ["صلة واحدة", "صلتان", "صلتين", "صلات", "صلة", "صلة", "لا صلات"];
    match lang {
        Lang::Ar => declined(JOINED, count, false),
        Lang::En => numbered("connection", "connections", count),
    }
}

/// So many uses of a type.
#[must_use]
pub fn uses(lang: Lang, count: usize) -> String {
    const USE: [&str; 7] = ["استعمال واحد", "استعمالان", "استعمالين", "استعمالات", "استعمالًا", "استعمال", "لا استعمال"];
    match lang {
        Lang::Ar => declined(USE, count, false),
        Lang::En => numbered("use", "uses", count),
    }
}

/// What is asked for while the second end is chosen; `first` are the words of the first.
#[must_use]
pub fn choose_second(lang: Lang, first: &str) -> String {
    let first = i18n::quoted(first);
    match lang {
        Lang::Ar => format!("من {first}: اختر مقطعًا موسومًا، أو حدّد كلمات وسِمها، هنا أو في مستند آخر."),
        Lang::En => format!("From {first}: choose a tagged span, or select words and tag them, here or in another document."),
    }
}

/// What is asked for once both ends are chosen; `first` and `second` are their words.
#[must_use]
pub fn choose_kind(lang: Lang, first: &str, second: &str) -> String {
    let (first, second) = (i18n::quoted(first), i18n::quoted(second));
    match lang {
        Lang::Ar => format!("من {first} إلى {second}: اختر ما يربط بينهما."),
        Lang::En => format!("From {first} to {second}: choose what joins them."),
    }
}

/// Going to another document of that title.
#[must_use]
pub fn go_to(lang: Lang, title: &str) -> String {
    let title = i18n::quoted(title);
    match lang {
        Lang::Ar => format!("إلى {title}"),
        Lang::En => format!("To {title}"),
    }
}

/// What is asked for while the participants of an event are chosen; `first` is the event.
#[must_use]
pub fn choose_role(lang: Lang, first: &str) -> String {
    let first = i18n::quoted(first);
    match lang {
        Lang::Ar => format!("حدث {first}: اختر مشاركًا فيه، ثم دوره."),
        Lang::En => format!("The event {first}: choose a participant, then its role."),
    }
}

/// A new type of that name, as its button offers it.
#[must_use]
pub fn new_named(lang: Lang, what: Say, name: &str) -> String {
    format!("{}: {}", say(lang, what), i18n::quoted(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_said_in_both_languages_and_differs() {
        for word in Say::ALL {
            let (ar, en) = (say(Lang::Ar, *word), say(Lang::En, *word));
            assert!(!ar.trim().is_empty() && !en.trim().is_empty(), "{word:?}");
            assert_ne!(ar, en, "{word:?}");
        }
    }
}
