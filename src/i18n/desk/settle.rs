//! What the page says that settles differences between annotators: fields, buttons, what each says, what was decided.

use crate::core::settle::provenance::How;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::{Lang, Noun, ar, en, quoted, shortened};

use super::words_of::words;

words! {
    Few: "الحسم بين واسمَين أو أكثر. افتح ملفاتهم أولًا، فيظهر هنا ما اختلفوا فيه.",
        "Differences are settled between two annotators or more. Open their files first; what they differ in is then listed here.";
    OpenFiles: "فتح ملفاتهم", "Open their files";
    Between: "بين", "Between";
    Annotators: "الواسمون", "Annotators";
    Own: "عملي", "My own work";
    ByName: "اسم من يحسم", "Name of who settles";
    ByHint: "اختياري؛ يُكتب مع كل قرار", "Optional; written with each decision";
    Show: "ما يُعرض", "What is listed";
    ShowOpen: "ما لم يُحسم", "Not settled yet";
    ShowDiffer: "كل الاختلافات", "All differences";
    ShowAll: "الاختلافات والمتفق عليه", "Differences and agreements";
    Document: "المستند", "Document";
    AllDocuments: "كل المستندات", "All documents";
    Label: "الوسم", "Label";
    AllLabels: "كل الوسوم", "All labels";
    Bulk: "حسم الكثير معًا", "Settle many at once";
    Agreement: "ما اتفقوا عليه", "What all agree on";
    Majority: "قول الأغلبية", "What most say";
    WholeOf: "كل ما بقي كما قال", "All the rest as said by";
    Take: "أخذ", "Take";
    List: "الاختلافات", "Differences";
    Keys: "السهمان من موضع إلى آخر، والأرقام لقول كل واسم، وB لكل ما قيل، وN لترك الكل، وE للتعديل، وCtrl+Z للتراجع.",
        "Arrows go from place to place, digits take an annotator's version, B takes all that is said, N none of it, E edits, Ctrl+Z undoes.";
    NothingSaid: "لا شيء", "Nothing";
    Both: "كل ما قيل", "All that is said";
    Neither: "لا شيء منه", "None of it";
    Edit: "تعديل", "Edit";
    Versions: "ما قاله كل واسم", "What each annotator says";
    Single: "في المرجع من ذلك", "Of this in the gold set";
    Absent: "لا عمل له في هذا المستند", "No work in this document";
    EditWhat: "ما يُعدّل", "What is edited";
    StartWider: "مدّ البداية حرفًا", "Start a letter earlier";
    StartNarrower: "قصر البداية حرفًا", "Start a letter later";
    EndWider: "مدّ النهاية حرفًا", "End a letter later";
    EndNarrower: "قصر النهاية حرفًا", "End a letter earlier";
    Start: "البداية", "Start";
    End: "النهاية", "End";
    FromSelection: "حدود المحدد في النص", "Limits of what is selected in the text";
    Keep: "حفظ في المرجع", "Keep in the gold set";
    Cancel: "إلغاء", "Cancel";
    Decided: "محسوم", "Settled";
    Agreed: "متفق عليه", "Agreed";
    Differs: "مختلف فيه", "Differs";
    NothingLeft: "لا شيء من ذلك هنا.", "Nothing of that is here.";
    AllSettled: "حُسم كل ما هنا.", "All of this is settled.";
    Gold: "المرجع", "Gold set";
    GoldNone: "يُنشأ المرجع بأول قرار؛ وأعمال الواسمين لا تُمس.", "The first decision makes the gold set; the annotators' work is never touched.";
    Download: "تنزيل المرجع", "Download the gold set";
    OtherFormats: "صيغ أخرى…", "Other formats…";
}

/// A difference, in Arabic: as in `ar::nouns`.
const DIFFERENCE: [&str; 7] = ["اختلاف واحد", "اختلافان", "اختلافين", "اختلافات", "اختلافًا", "اختلاف", "لا اختلاف"];
/// A place in a text, in Arabic.
const PLACE: [&str; 7] = ["موضع واحد", "موضعان", "موضعين", "مواضع", "موضعًا", "موضع", "لا شيء"];

/// How many differences are settled, of how many.
#[must_use]
pub fn progress(lang: Lang, settled: usize, all: usize) -> String {
    match lang {
        Lang::Ar if all == 0 => "لا اختلاف".to_owned(),
        Lang::Ar => format!("حُسم {settled} من {}", declined(DIFFERENCE, all, true)),
        Lang::En if all == 0 => "No differences".to_owned(),
        Lang::En => format!("{settled} of {} settled", numbered("difference", "differences", all)),
    }
}

/// How many spans the gold set has.
#[must_use]
pub fn gold(lang: Lang, spans: usize) -> String {
    match lang {
        Lang::Ar => format!("في المرجع: {}", ar::nouns::counted(Noun::Span, spans, false)),
        Lang::En => format!("In the gold set: {}", en::nouns::counted(Noun::Span, spans)),
    }
}

/// A button with how many places it decides.
#[must_use]
pub fn with_count(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

/// How a place was settled, in few words; `whose` where it was one annotator's version.
#[must_use]
pub fn how(lang: Lang, how: How, whose: &str) -> String {
    let said = match (lang, how) {
        (Lang::Ar, How::One | How::Whole) => return format!("قول {whose}"),
        (Lang::Ar, How::Both) => "كل ما قيل",
        (Lang::Ar, How::Pick) => "بعض ما قيل",
        (Lang::Ar, How::Agreement) => "باتفاقهم",
        (Lang::Ar, How::Majority) => "قول الأغلبية",
        (Lang::Ar, How::Edit) => "بتعديل",
        (Lang::Ar, How::Neither) => "لا شيء منه",
        (Lang::En, How::One | How::Whole) => return format!("as {whose} says"),
        (Lang::En, How::Both) => "all that is said",
        (Lang::En, How::Pick) => "some of what is said",
        (Lang::En, How::Agreement) => "all agree",
        (Lang::En, How::Majority) => "what most say",
        (Lang::En, How::Edit) => "edited",
        (Lang::En, How::Neither) => "none of it",
    };
    said.to_owned()
}

/// What was just decided, and how far one has come.
#[must_use]
pub fn done(lang: Lang, words: &str, how: &str, progress: &str) -> String {
    let words = quoted(&shortened(words, 40));
    match lang {
        Lang::Ar => format!("{words}: {how}. {progress}."),
        Lang::En => format!("{words}: {how}. {progress}."),
    }
}

/// So many places were decided at once, and how far one has come.
#[must_use]
pub fn done_many(lang: Lang, count: usize, progress: &str) -> String {
    match lang {
        Lang::Ar => format!("حُسم {}. {progress}.", declined(PLACE, count, false)),
        Lang::En => format!("Settled {}. {progress}.", numbered("place", "places", count)),
    }
}

/// Names in a line.
#[must_use]
pub fn list(lang: Lang, names: &[String]) -> String {
    names.join(if lang == Lang::Ar { "، " } else { ", " })
}

/// Who has no work in the document.
#[must_use]
pub fn absent(lang: Lang, names: &[String]) -> String {
    format!("{}: {}", word(lang, Word::Absent), list(lang, names))
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
        for one in How::ALL {
            assert!(is_arabic(&how(Lang::Ar, one, "A")) && !is_arabic(&how(Lang::En, one, "A")));
        }
    }

    #[test]
    fn counts_have_right_forms() {
        let told = |settled, all| progress(Lang::Ar, settled, all);
        assert_eq!(
            [told(0, 0), told(0, 1), told(1, 2), told(2, 5), told(12, 40)],
            ["لا اختلاف", "حُسم 0 من اختلاف واحد", "حُسم 1 من اختلافين", "حُسم 2 من 5 اختلافات", "حُسم 12 من 40 اختلافًا"]
        );
        assert_eq!(progress(Lang::En, 1, 2), "1 of 2 differences settled");
        assert_eq!(gold(Lang::En, 1), "In the gold set: 1 span");
        assert_eq!(done_many(Lang::Ar, 2, "لا اختلاف"), "حُسم موضعان. لا اختلاف.");
        assert!(done(Lang::En, "عُمان", "none of it", "No differences").contains("عُمان"));
    }
}
