//! What the page of the documents says: fields, buttons, counts, what was done.

use crate::core::document::Direction;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::{Lang, Noun, ar, en, quoted, shortened};

use super::words_of::words;

words! {
    Find: "عنوان أو كلمات من النص…", "A title, or words of the text…";
    Nothing: "لا مستند يطابق ذلك.", "No document matches.";
    Keys: "الأسهم من مستند إلى آخر، وEnter للفتح، وF2 للتعديل، والمسافة للاختيار، وAlt مع السهمين للنقل، وDelete للإزالة.",
        "Arrows go from document to document, Enter opens, F2 changes, Space chooses, Alt with arrows moves, Delete removes.";
    Edit: "تعديل المستند", "Change the document";
    Title: "العنوان", "Title";
    Direction: "اتجاه النص", "Direction of the text";
    Language: "رمز اللغة", "Language tag";
    LanguageHint: "ar أو en…", "ar, en…";
    Up: "نقل إلى أعلى", "Move up";
    Down: "نقل إلى أسفل", "Move down";
    First: "نقل إلى الأول", "Move to the top";
    Remove: "إزالة المستند بكل ما عليه", "Remove the document and all on it";
    RemoveChosen: "إزالة المختار بكل ما عليه", "Remove those chosen and all on them";
    Choose: "اختيار المستند", "Choose the document";
    Chosen: "المستندات المختارة", "Chosen documents";
}

/// The name of a direction.
#[must_use]
pub const fn direction(lang: Lang, direction: Direction) -> &'static str {
    match (lang, direction) {
        (Lang::Ar, Direction::Rtl) => "من اليمين إلى اليسار",
        (Lang::Ar, Direction::Ltr) => "من اليسار إلى اليمين",
        (Lang::Ar, Direction::Auto) => "كل فقرة بحسب أول حروفها",
        (Lang::En, Direction::Rtl) => "Right to left",
        (Lang::En, Direction::Ltr) => "Left to right",
        (Lang::En, Direction::Auto) => "Each paragraph by its first letter",
    }
}

/// A direction in a line of many facts.
#[must_use]
pub const fn direction_short(lang: Lang, direction: Direction) -> &'static str {
    match (lang, direction) {
        (Lang::Ar, Direction::Rtl) => "يمين",
        (Lang::Ar, Direction::Ltr) => "يسار",
        (Lang::Ar, Direction::Auto) => "تلقائي",
        (Lang::En, Direction::Rtl) => "RTL",
        (Lang::En, Direction::Ltr) => "LTR",
        (Lang::En, Direction::Auto) => "auto",
    }
}

/// A character, in Arabic: as in `ar::nouns`.
const CHARACTER: [&str; 7] = ["محرف واحد", "محرفان", "محرفين", "محارف", "محرفًا", "محرف", "بلا محارف"];

/// How long a text is, in code points.
#[must_use]
pub fn length(lang: Lang, points: usize) -> String {
    match lang {
        Lang::Ar => declined(CHARACTER, points, false),
        Lang::En => numbered("character", "characters", points),
    }
}

/// How many documents are listed, of how many.
#[must_use]
pub fn listed(lang: Lang, found: usize, all: usize) -> String {
    match lang {
        _ if found == all => crate::i18n::counted(lang, Noun::Document, all),
        Lang::Ar => format!("{found} من {}", ar::nouns::counted(Noun::Document, all, true)),
        Lang::En => format!("{found} of {}", en::nouns::counted(Noun::Document, all)),
    }
}

/// What was removed: the title where it was one, and how many spans went with it.
#[must_use]
pub fn removed(lang: Lang, titles: &[String], spans: usize) -> String {
    let one = |title: &str| quoted(&shortened(title, 40));
    match (lang, titles) {
        (Lang::Ar, [title]) => format!("أُزيل المستند {} ({}).", one(title), ar::nouns::counted(Noun::Span, spans, false)),
        (Lang::En, [title]) => format!("Removed {} ({}).", one(title), en::nouns::counted(Noun::Span, spans)),
        (Lang::Ar, many) => format!(
            "تمت إزالة {} ({}).",
            ar::nouns::counted(Noun::Document, many.len(), true),
            ar::nouns::counted(Noun::Span, spans, false)
        ),
        (Lang::En, many) => {
            format!("Removed {} ({}).", en::nouns::counted(Noun::Document, many.len()), en::nouns::counted(Noun::Span, spans))
        }
    }
}

/// Where a document stands now: its place from 1, of how many.
#[must_use]
pub fn placed(lang: Lang, title: &str, place: usize, all: usize) -> String {
    let title = quoted(&shortened(title, 40));
    match lang {
        Lang::Ar => format!("{title}: {place} من {all}"),
        Lang::En => format!("{title}: {place} of {all}"),
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
        for one in [Direction::Rtl, Direction::Ltr, Direction::Auto] {
            assert!(is_arabic(direction(Lang::Ar, one)) && !is_arabic(direction(Lang::En, one)));
            assert!(is_arabic(direction_short(Lang::Ar, one)) && !is_arabic(direction_short(Lang::En, one)));
        }
    }

    #[test]
    fn counts_have_right_forms() {
        assert_eq!(
            [0, 1, 2, 5, 20, 1_000].map(|count| length(Lang::Ar, count)),
            ["بلا محارف", "محرف واحد", "محرفان", "5 محارف", "20 محرفًا", "1000 محرف"]
        );
        assert_eq!((listed(Lang::Ar, 3, 3), listed(Lang::Ar, 1, 2)), ("3 مستندات".into(), "1 من مستندين".into()));
        assert_eq!((listed(Lang::En, 1, 1), listed(Lang::En, 0, 300)), ("1 document".into(), "0 of 300 documents".into()));
        let many = ["a".to_owned(), "b".to_owned()];
        assert_eq!(removed(Lang::Ar, &many, 11), "تمت إزالة مستندين (11 مقطعًا).");
        assert_eq!(removed(Lang::En, &many, 1), "Removed 2 documents (1 span).");
        assert!(removed(Lang::Ar, &many[..1], 0).contains("«a»"));
        assert!(placed(Lang::Ar, "خبر", 2, 3).ends_with(": 2 من 3"));
    }
}
