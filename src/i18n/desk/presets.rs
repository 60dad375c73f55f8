//! What is said of a preset beside its labels.

use crate::i18n::Lang;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;

/// An attribute, in Arabic: as in `ar::nouns`.
const ATTRIBUTE: [&str; 7] = ["سمة واحدة", "سمتان", "سمتين", "سمات", "سمة", "سمة", "لا سمات"];
/// A type of relations, in Arabic.
const RELATION: [&str; 7] = [
    "نوع واحد من العلاقات",
    "نوعان من العلاقات",
    "نوعين من العلاقات",
    "أنواع من العلاقات",
    "نوعًا من العلاقات",
    "نوع من العلاقات",
    "لا علاقات",
];
/// A type of events, in Arabic.
const EVENT: [&str; 7] =
    ["نوع واحد من الأحداث", "نوعان من الأحداث", "نوعين من الأحداث", "أنواع من الأحداث", "نوعًا من الأحداث", "نوع من الأحداث", "لا أحداث"];

/// What a preset brings beside labels, in one line; none where it brings nothing.
#[must_use]
pub fn beside(lang: Lang, attributes: usize, relations: usize, events: usize) -> Option<String> {
    let counts = match lang {
        Lang::Ar => {
            [(ATTRIBUTE, attributes), (RELATION, relations), (EVENT, events)].map(|(forms, count)| declined(forms, count, false))
        }
        Lang::En => [
            ("attribute", "attributes", attributes),
            ("relation type", "relation types", relations),
            ("event type", "event types", events),
        ]
        .map(|(one, more, count)| numbered(one, more, count)),
    };
    let there = counts.into_iter().zip([attributes, relations, events]).filter(|(_, count)| *count > 0).map(|(said, _)| said);
    let there = there.collect::<Vec<_>>();
    let (before, between) = match lang {
        Lang::Ar => ("ومعها: ", "، "),
        Lang::En => ("With them: ", ", "),
    };
    (!there.is_empty()).then(|| format!("{before}{}", there.join(between)))
}

/// What a button does: takes the labels as labels of whole documents.
#[must_use]
pub const fn for_documents(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "إضافتها وسومًا للمستند كله",
        Lang::En => "Add as labels of whole documents",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_there_is_is_named() {
        assert_eq!(beside(Lang::En, 3, 9, 0).as_deref(), Some("With them: 3 attributes, 9 relation types"));
        assert_eq!(beside(Lang::Ar, 2, 0, 1).as_deref(), Some("ومعها: سمتان، نوع واحد من الأحداث"));
        assert_eq!(beside(Lang::Ar, 0, 0, 0), None);
    }
}
