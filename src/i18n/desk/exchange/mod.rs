//! What the pages of export and import say.

mod faults;
mod losses;
mod names;

pub use faults::{fault, remark, text_fault, text_remark};
pub use losses::{by_kind, loss, losses_file};
pub use names::{about, encoding, name};

use super::words_of::words;
use crate::i18n::{self, Lang, Noun, isolated};

words! {
    Export: "التصدير", "Export";
    ExportAbout: "اختر الصيغة وما يُصدَّر. ما لا تسعه الصيغة يُذكر هنا قبل التنزيل، ويُكتب معه في ملف losses.txt.",
        "Choose the format and what goes into it. What the format cannot hold is listed here before the download, and goes along in losses.txt.";
    Format: "الصيغة", "Format";
    What: "ما يُصدَّر", "What goes into it";
    Documents: "المستندات", "Documents";
    DocumentsAll: "كل المستندات", "All documents";
    DocumentsHere: "المستند المفتوح", "The open document";
    Chosen: "ما أختاره", "Those I choose";
    Labels: "الوسوم", "Labels";
    LabelsAll: "كل الوسوم", "All labels";
    LabelsShown: "الوسوم الظاهرة", "The labels that are shown";
    Sets: "صاحب الوسم", "Annotator";
    SetsAll: "الجميع", "Everyone";
    SetOwn: "أنا", "Myself";
    Tokens: "الكلمات في الصيغة", "Tokens";
    TokensWords: "الكلمة كما تُكتب", "Words as they are written";
    TokensClitics: "الكلمة مفصولة عن لواصقها", "Words parted from their clitics";
    Misfit: "مقطع حدّه داخل كلمة", "A span with a limit inside a token";
    MisfitWiden: "يُمدّ إلى حدّ الكلمة", "is widened to the token";
    MisfitPart: "تُقسم الكلمة عنده", "parts the token";
    MisfitDrop: "يُترك ويُذكر", "is left out and listed";
    Scheme: "رموز الوسوم", "Tags";
    Nesting: "المقاطع المتداخلة", "Nested spans";
    NestingColumns: "عمود لكل مستوى", "a column for each level";
    NestingOuter: "الأوسع وحده", "only the outermost";
    NestingInner: "الأضيق وحده", "only the innermost";
    Counts: "ما تعدّه المواضع", "What offsets count";
    CountsTool: "ما تعدّه الأداة نفسها", "What the tool itself counts";
    CountsPoints: "محارف يونيكود", "Unicode code points";
    CountsUtf16: "وحدات UTF-16", "UTF-16 units";
    SafeCells: "خلايا لا يحسبها برنامج الجداول (تُسبق بفاصلة عليا)", "Cells that a spreadsheet does not run (an apostrophe before them)";
    Preview: "أول الأسطر", "The first lines";
    PreviewOf: "الملف المعروض", "The file shown";
    Binary: "ملف ثنائي لا يُقرأ بالعين.", "A binary file, not to be read by eye.";
    Losses: "ما لا تسعه الصيغة", "What the format cannot hold";
    NoLosses: "تسع الصيغة كل ما اخترته.", "The format holds all that you chose.";
    Download: "تنزيل", "Download";
    Working: "يُجهَّز…", "Getting it ready…";
    Nothing: "لا شيء مما اخترته موجود.", "There is nothing of what you chose.";
    Unsound: "لم يُقرأ الملف كما كُتب، فلا يُعرض للتنزيل. نزّل JSON ففيه كل شيء.",
        "The file does not read back as it was written, so it is not offered. Download the JSON, which holds everything.";
    Import: "الاستيراد", "Import";
    ImportAbout: "افتح ملفات، أو اسحبها إلى الصفحة، أو الصق نصًّا. يُعرض ما فيها أولًا، ولا يتغيّر شيء قبل موافقتك.",
        "Open files, drop them onto the page, or paste a text. What is in them is shown first; nothing changes before you agree.";
    ImportFiles: "اختيار ملفات", "Choose files";
    ImportFolder: "اختيار مجلد", "Choose a folder";
    PasteTitle: "عنوان النص الملصق", "Title of the pasted text";
    PasteText: "نص ملصق", "Pasted text";
    PasteDo: "إضافة النص", "Add the text";
    Reading: "تُقرأ الملفات…", "Reading the files…";
    Take: "إضافة إلى المشروع", "Add to the project";
    Cancel: "ترك", "Leave";
    As: "لمن تُحسب الوسوم", "Whose annotations they are";
    AsOwn: "لي، لأعدّلها", "mine, to be edited";
    AsOther: "لغيري، تُعرض إلى جانب عملي ولا تُعدّل", "somebody else's, shown beside mine and not edited";
    Annotator: "اسم صاحبها حيث لا يُذكر", "Their name, where the file does not say";
    Into: "إلى", "Into";
    NewDocument: "مستند جديد", "a new document";
    Encoding: "ترميز النص", "Encoding of the text";
    Direction: "الاتجاه", "Direction";
    Rtl: "من اليمين إلى اليسار", "right to left";
    Ltr: "من اليسار إلى اليمين", "left to right";
    Auto: "كل فقرة بحسبها", "each paragraph by itself";
    Moved: "ما نُقل من موضعه", "What was moved";
    Doubtful: "ما لا يُعرف موضعه يقينًا", "What has no sure place";
    DoubtfulAbout: "لا تُضاف هذه المقاطع إلا إذا قبلت موضعها المقترح.", "These spans are added only where you accept the place proposed.";
    Accept: "قبول", "Accept";
    AcceptAll: "قبول الكل", "Accept all";
    NoPlace: "لم يُعثر عليه", "not found";
    Passed: "ما لم يُقرأ", "What was passed over";
    NewLabels: "وسوم جديدة تُضاف", "New labels that are added";
    Title: "العنوان", "Title";
    Wanted: "يُضاف", "Is added";
}

/// How many spans of a document are taken, and of how many.
#[must_use]
pub fn spans(lang: Lang, taken: usize, all: usize) -> String {
    if taken == all {
        return i18n::counted(lang, Noun::Span, all);
    }
    match lang {
        Lang::Ar => format!("{taken} من {}", i18n::counted(lang, Noun::Span, all)),
        Lang::En => format!("{taken} of {}", i18n::counted(lang, Noun::Span, all)),
    }
}

/// What a reader counted, where that is not what the format says it counts.
#[must_use]
pub fn unit(lang: Lang, unit: crate::format::exchange::model::Unit) -> &'static str {
    use crate::format::exchange::model::Unit;
    match (lang, unit) {
        (Lang::Ar, Unit::CodePoint) => "المواضع بمحارف يونيكود",
        (Lang::Ar, Unit::Utf16) => "المواضع بوحدات UTF-16",
        (Lang::Ar, Unit::Byte) => "المواضع ببايتات UTF-8",
        (Lang::Ar, Unit::Grapheme) => "المواضع بالحروف المرئية",
        (Lang::En, Unit::CodePoint) => "offsets in code points",
        (Lang::En, Unit::Utf16) => "offsets in UTF-16 units",
        (Lang::En, Unit::Byte) => "offsets in UTF-8 bytes",
        (Lang::En, Unit::Grapheme) => "offsets in visible letters",
    }
}

/// How far the reading of many files is.
#[must_use]
pub fn progress(lang: Lang, done: usize, all: usize) -> String {
    match lang {
        Lang::Ar => format!("قُرئ {done} من {all}"),
        Lang::En => format!("{done} of {all} read"),
    }
}

/// What was moved: its words, and how sure that is in hundredths.
#[must_use]
pub fn sure(lang: Lang, score: u32) -> String {
    match lang {
        Lang::Ar => format!("ثقة {}", isolated(&format!("{score}%"))),
        Lang::En => format!("{score}% sure"),
    }
}

/// What stands where more is not listed.
#[must_use]
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("و{count} أخرى"),
        Lang::En => format!("and {count} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_its_own_script() {
        for &each in Word::ALL {
            let (ar, en) = (word(Lang::Ar, each), word(Lang::En, each));
            assert!(ar.contains(|c: char| ('\u{620}'..='\u{64A}').contains(&c)), "{each:?}");
            assert!(!en.contains(|c: char| ('\u{620}'..='\u{64A}').contains(&c)), "{each:?}");
            assert!(!ar.contains(',') && !ar.contains('?') && !ar.contains(';'), "{each:?} has Latin punctuation");
        }
    }
}
