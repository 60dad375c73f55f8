//! What the page says that compares documents: verdicts, reasons, headings, counts.

use crate::core::compare::{Verdict, Why};
use crate::core::shapes::LinkKind;
use crate::i18n::Lang;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;

use super::words_of::words;

words! {
    View: "ما يُعرض", "What is shown";
    Events: "الأحداث", "Events";
    Table: "الجدول", "Table";
    First: "المستند الأول", "First document";
    Second: "المستند الثاني", "Second document";
    Role: "الدور", "Role";
    Verdict: "المقارنة", "Comparison";
    Told: "لفظه", "In words";
    Pairs: "روابط أخرى بين المستندين", "Other links between the documents";
    Alone: "أحداث في مستند واحد", "Events in one document only";
    Entities: "من يُذكر وأين", "Who is named, and where";
    Figures: "الأرقام", "Figures";
    Entity: "الكيان", "Entity";
    Figure: "الرقم", "Figure";
    Csv: "تنزيل CSV", "Download CSV";
    NotSaid: "لا يذكره", "Not said";
    Only: "(فيه وحده)", "(in this one only)";
    Nothing: "لا شيء يُقارن بعد.", "There is nothing to compare yet.";
    NothingHow: "يُقارن ما رُبط: كيانٌ له ذكر في المستندين، أو حدثان يصل بينهما رابط «الحدث نفسه».",
        "What is joined is compared: an entity with mentions in both documents, or two events joined by a link that says they are the same.";
    OneDocument: "المقارنة بين مستندين، وفي هذا المشروع مستند واحد.", "Two documents are compared; this project has one.";
    Example: "أرني مثالًا", "Show me an example";
    Notes: "ملاحظات", "Notes";
}

/// A verdict on two documents in few words: `one` tells which of the two says something where one alone does.
#[must_use]
pub const fn verdict(lang: Lang, verdict: Verdict, why: &Why, one: usize) -> &'static str {
    match lang {
        Lang::Ar => match (verdict, why) {
            (Verdict::Agree, Why::LessPrecise) => "متفقان، وأحدهما أدق",
            (Verdict::Agree, _) => "متفقان",
            (Verdict::Differ, Why::Partly(_)) => "متفقان في بعضه",
            (Verdict::Differ, _) => "مختلفان",
            (Verdict::Missing, _) if one == 0 => "في الأول وحده",
            (Verdict::Missing, _) => "في الثاني وحده",
        },
        Lang::En => match (verdict, why) {
            (Verdict::Agree, Why::LessPrecise) => "agree, one more closely",
            (Verdict::Agree, _) => "agree",
            (Verdict::Differ, Why::Partly(_)) => "agree in part",
            (Verdict::Differ, _) => "differ",
            (Verdict::Missing, _) if one == 0 => "first only",
            (Verdict::Missing, _) => "second only",
        },
    }
}

/// The mark of a verdict, so that it is not told by colour.
#[must_use]
pub const fn mark(verdict: Verdict, why: &Why) -> &'static str {
    match (verdict, why) {
        (Verdict::Agree, _) => "=",
        (Verdict::Differ, Why::Partly(_)) => "≈",
        (Verdict::Differ, _) => "≠",
        (Verdict::Missing, _) => "–",
    }
}

/// What a link says of the two documents; `from_first` where it goes from the first to the second.
#[must_use]
pub fn link(lang: Lang, kind: &LinkKind, from_first: bool) -> String {
    let said = match (lang, kind, from_first) {
        (Lang::Ar, LinkKind::Same, _) => "الشيء نفسه",
        (Lang::Ar, LinkKind::Contradicts, _) => "متناقضان",
        (Lang::Ar, LinkKind::Supports, true) => "الأول يؤيد الثاني",
        (Lang::Ar, LinkKind::Supports, false) => "الثاني يؤيد الأول",
        (Lang::Ar, LinkKind::Updates, true) => "الأول يحدّث الثاني",
        (Lang::Ar, LinkKind::Updates, false) => "الثاني يحدّث الأول",
        (Lang::Ar, LinkKind::Quotes, true) => "الأول ينقل عن الثاني",
        (Lang::Ar, LinkKind::Quotes, false) => "الثاني ينقل عن الأول",
        (Lang::En, LinkKind::Same, _) => "the same",
        (Lang::En, LinkKind::Contradicts, _) => "contradict each other",
        (Lang::En, LinkKind::Supports, true) => "first supports second",
        (Lang::En, LinkKind::Supports, false) => "second supports first",
        (Lang::En, LinkKind::Updates, true) => "first updates second",
        (Lang::En, LinkKind::Updates, false) => "second updates first",
        (Lang::En, LinkKind::Quotes, true) => "first quotes second",
        (Lang::En, LinkKind::Quotes, false) => "second quotes first",
        (_, LinkKind::Other(name), _) => return name.clone(),
    };
    said.to_owned()
}

/// An event in both, in Arabic: as in `ar::nouns`.
const EVENT: [&str; 7] = ["حدث واحد", "حدثان", "حدثين", "أحداث", "حدثًا", "حدث", "لا أحداث"];
/// A difference, in Arabic.
const DIFFERENCE: [&str; 7] = ["اختلاف واحد", "اختلافان", "اختلافين", "اختلافات", "اختلافًا", "اختلاف", "لا اختلاف"];
/// A mention, in Arabic.
const MENTION: [&str; 7] = ["ذكر واحد", "ذكران", "ذكرين", "مرات", "مرة", "مرة", "لا ذكر"];

/// What the page shows, in one line.
#[must_use]
pub fn summary(lang: Lang, events: usize, differences: usize) -> String {
    match lang {
        Lang::Ar => format!("{} في المستندين، و{}", declined(EVENT, events, false), declined(DIFFERENCE, differences, false)),
        Lang::En => {
            format!("{} in both, {}", numbered("event", "events", events), numbered("difference", "differences", differences))
        }
    }
}

/// So many mentions.
#[must_use]
pub fn mentions(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => declined(MENTION, count, false),
        Lang::En => numbered("mention", "mentions", count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_arabic(text: &str) -> bool {
        text.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c))
    }

    #[test]
    fn everything_is_said_in_both_languages() {
        for &one in Word::ALL {
            assert!(word(Lang::En, one).chars().any(char::is_alphabetic) && !is_arabic(word(Lang::En, one)), "{one:?}");
            assert!(is_arabic(word(Lang::Ar, one)), "{one:?}");
        }
        for (said, why) in [(Verdict::Agree, Why::Same), (Verdict::Differ, Why::Different), (Verdict::Missing, Why::OneReport)] {
            assert!(is_arabic(verdict(Lang::Ar, said, &why, 1)) && !is_arabic(verdict(Lang::En, said, &why, 1)));
        }
        for kind in LinkKind::ALL {
            for from_first in [true, false] {
                assert!(is_arabic(&link(Lang::Ar, &kind, from_first)) && !is_arabic(&link(Lang::En, &kind, from_first)));
            }
        }
        assert_eq!(summary(Lang::Ar, 4, 2), "4 أحداث في المستندين، واختلافان");
        assert_eq!(summary(Lang::En, 1, 0), "1 event in both, no differences");
    }
}
