//! Sentences of the desk with counts in them: what was found, what is done to it.

use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::plural::Noun;
use crate::i18n::{Lang, ar, en};

/// A result of a search, in Arabic: as in `ar::nouns`.
const HIT: [&str; 7] = ["نتيجة واحدة", "نتيجتان", "نتيجتين", "نتائج", "نتيجة", "نتيجة", "لا نتائج"];
/// A place in a text, in Arabic.
const PLACE: [&str; 7] = ["موضع واحد", "موضعان", "موضعين", "مواضع", "موضعًا", "موضع", "لا شيء"];

/// So many hits: `35 hits`.
#[must_use]
pub fn hits(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => declined(HIT, count, false),
        Lang::En => numbered("hit", "hits", count),
    }
}

/// How much of all texts has been searched, from 0 to 100.
#[must_use]
pub fn looking(lang: Lang, share: u32) -> String {
    match lang {
        Lang::Ar => format!("جارٍ البحث: {share}٪"),
        Lang::En => format!("Searching: {share}%"),
    }
}

/// So many hits in so many documents.
#[must_use]
pub fn hits_in(lang: Lang, count: usize, documents: usize) -> String {
    match lang {
        Lang::Ar => format!("{} في {}", hits(lang, count), ar::nouns::counted(Noun::Document, documents, true)),
        Lang::En => format!("{} in {}", hits(lang, count), en::nouns::counted(Noun::Document, documents)),
    }
}

/// So many places: `12 places`.
#[must_use]
pub fn places(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => declined(PLACE, count, false),
        Lang::En => numbered("place", "places", count),
    }
}

/// What a button does: tags so many places; of none only what it is for.
#[must_use]
pub fn tag(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar if count == 0 => "وسم".to_owned(),
        Lang::Ar => format!("وسم {}", declined(PLACE, count, true)),
        Lang::En if count == 0 => "Tag".to_owned(),
        Lang::En => format!("Tag {}", numbered("place", "places", count)),
    }
}

/// What a button does: deletes so many spans.
#[must_use]
pub fn delete(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("حذف {}", ar::nouns::counted(Noun::Span, count, true)),
        Lang::En => format!("Delete {}", en::nouns::counted(Noun::Span, count)),
    }
}

/// What a choice does: gives so many spans another label.
#[must_use]
pub fn relabel(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("تغيير وسم {}", ar::nouns::counted(Noun::Span, count, true)),
        Lang::En => format!("Relabel {}", en::nouns::counted(Noun::Span, count)),
    }
}

/// So many places were tagged.
#[must_use]
pub fn was_tagged(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("وُسم {}.", declined(PLACE, count, false)),
        Lang::En if count == 1 => "1 place was tagged.".to_owned(),
        Lang::En => format!("{} were tagged.", numbered("place", "places", count)),
    }
}

/// So many spans were deleted.
#[must_use]
pub fn was_deleted(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("حُذف {}.", ar::nouns::counted(Noun::Span, count, false)),
        Lang::En if count == 1 => "1 span was deleted.".to_owned(),
        Lang::En => format!("{} were deleted.", en::nouns::counted(Noun::Span, count)),
    }
}

/// So many spans got another label.
#[must_use]
pub fn was_relabelled(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("تغيّر وسم {}.", ar::nouns::counted(Noun::Span, count, true)),
        Lang::En if count == 1 => "1 span was relabelled.".to_owned(),
        Lang::En => format!("{} were relabelled.", en::nouns::counted(Noun::Span, count)),
    }
}

/// So many of a list are chosen.
#[must_use]
pub fn chosen(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("المختار: {count}"),
        Lang::En => format!("{count} chosen"),
    }
}

/// A button that shows the rest of a list, or a part of the rest.
#[must_use]
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("عرض المزيد ({count})"),
        Lang::En => format!("Show {count} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_the_right_form() {
        assert_eq!(hits_in(Lang::Ar, 35, 2), "35 نتيجة في مستندين");
        assert_eq!(hits_in(Lang::Ar, 2, 1), "نتيجتان في مستند واحد");
        assert_eq!(hits_in(Lang::En, 1, 1), "1 hit in 1 document");
        assert_eq!(tag(Lang::Ar, 34), "وسم 34 موضعًا");
        assert_eq!(tag(Lang::Ar, 2), "وسم موضعين");
        assert_eq!(delete(Lang::Ar, 3), "حذف 3 مقاطع");
        assert_eq!(was_tagged(Lang::Ar, 2), "وُسم موضعان.");
        assert_eq!(was_tagged(Lang::En, 34), "34 places were tagged.");
        assert_eq!(relabel(Lang::Ar, 2), "تغيير وسم مقطعين");
        assert_eq!((looking(Lang::Ar, 42), looking(Lang::En, 42)), ("جارٍ البحث: 42٪".to_owned(), "Searching: 42%".to_owned()));
    }
}
