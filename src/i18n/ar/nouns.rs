//! Counted nouns in Arabic: the noun's form follows its number.

use crate::i18n::plural::{Noun, Plural, plural};
use crate::session::Language;

/// One, two (nominative), two (genitive), three to ten, eleven to ninety-nine, a hundred, none.
pub type Forms = [&'static str; 7];

const fn forms(noun: Noun) -> Forms {
    match noun {
        Noun::Span => ["مقطع واحد", "مقطعان", "مقطعين", "مقاطع", "مقطعًا", "مقطع", "لا مقاطع"],
        Noun::Document => ["مستند واحد", "مستندان", "مستندين", "مستندات", "مستندًا", "مستند", "لا مستندات"],
        Noun::Label => ["وسم واحد", "وسمان", "وسمين", "وسوم", "وسمًا", "وسم", "لا وسوم"],
        Noun::Set => ["مجموعة واحدة", "مجموعتان", "مجموعتين", "مجموعات", "مجموعة", "مجموعة", "لا مجموعات"],
        Noun::Record => ["سجل واحد", "سجلان", "سجلين", "سجلات", "سجلًا", "سجل", "لا سجلات"],
        Noun::Entry => ["قيد واحد", "قيدان", "قيدين", "قيود", "قيدًا", "قيد", "لا قيود"],
        Noun::Byte => ["بايت واحد", "2 بايت", "2 بايت", "بايتات", "بايتًا", "بايت", "0 بايت"],
    }
}

/// So many of something; `after` where it stands in the genitive, as after a verbal noun.
pub fn counted(noun: Noun, count: usize, after: bool) -> String {
    declined(forms(noun), count, after)
}

/// So many of what has these forms; `after` as in [`counted`].
pub fn declined([one, two, two_after, few, many, other, none]: Forms, count: usize, after: bool) -> String {
    match plural(Language::Ar, count) {
        Plural::Zero => none.to_owned(),
        Plural::One => one.to_owned(),
        Plural::Two if after => two_after.to_owned(),
        Plural::Two => two.to_owned(),
        Plural::Few => format!("{count} {few}"),
        Plural::Many => format!("{count} {many}"),
        Plural::Other => format!("{count} {other}"),
    }
}
