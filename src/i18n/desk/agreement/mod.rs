//! What the page of agreement says: choices, headings, counts. The measures are named and explained in `measures`.

pub mod measures;

use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::{Lang, isolated};

use super::words_of::words;

words! {
    About: "كم يتفق الواسمون في المقاطع نفسها والوسوم نفسها. افتح أي مقياس لترى ما يعنيه ومصدره.",
        "How far annotators agree on the same spans with the same labels. Open any measure for what it means and where it comes from.";
    TooFew: "يُقاس الاتفاق بين مجموعتين أو أكثر. تُجمع مجموعات الواسمين من صفحة «الواسمون».",
        "Agreement is measured between two sets or more. The sets of annotators are gathered on the page “Annotators”.";
    Gather: "إلى صفحة الواسمين", "To the page of annotators";
    What: "ما يُقاس", "What is measured";
    Whose: "المجموعات", "Sets";
    Documents: "المستندات", "Documents";
    Boilerplate: "مع بقايا الموقع", "With the website's leftovers";
    Label: "الوسم", "Label";
    AllLabels: "كل الوسوم", "All labels";
    Overview: "الاتفاق بين كل اثنين، وبين الجميع", "Agreement of every pair, and of all together";
    Who: "بين", "Between";
    Together: "الجميع", "All together";
    Measuring: "يُقاس الاتفاق", "Measuring agreement";
    MeasuringGamma: "تُحسب غاما", "Computing gamma";
    Stop: "إيقاف", "Stop";
    GoOn: "متابعة", "Go on";
    Stopped: "أُوقف القياس؛ ما عُرض حُسب قبل ذلك.", "Measuring was stopped; what is shown was measured before.";
    Waiting: "…", "…";
    None: "–", "–";
    Measures: "المقاييس", "Measures";
    Precision: "الدقة", "Precision";
    Recall: "الاستدعاء", "Recall";
    Source: "المصدر", "Source";
    Confusion: "أي وسم وُضع حيث وضع الآخر أي وسم", "Which label met which";
    ConfusionHow: "الصفوف لـ {1} والأعمدة لـ {2}. اختر خانة لترى مقاطعها؛ وتنقل الأسهم من خانة إلى أخرى.",
        "Rows are {1}, columns {2}. Choose a cell for its spans; arrows go from cell to cell.";
    Nothing: "لا شيء", "nothing";
    CellEmpty: "لا مقاطع في هذه الخانة.", "There are no spans in this cell.";
    More: "المزيد", "More";
    Csv: "تنزيل CSV", "Download CSV";
    Json: "تنزيل JSON", "Download JSON";
    FileAbout: "كل المقاييس لكل اثنين وللجميع، ولكل وسم.", "All measures of every pair and of all together, and of each label.";
}

/// The words about rows and columns with both names in them.
#[must_use]
pub fn confusion_how(lang: Lang, first: &str, second: &str) -> String {
    word(lang, Word::ConfusionHow).replace("{1}", &isolated(first)).replace("{2}", &isolated(second))
}

/// Two annotators.
#[must_use]
pub fn two(lang: Lang, first: &str, second: &str) -> String {
    match lang {
        Lang::Ar => format!("{} و{}", isolated(first), isolated(second)),
        Lang::En => format!("{} and {}", isolated(first), isolated(second)),
    }
}

/// How many pairs of spans count as equal only because clitics, punctuation or space are forgiven.
#[must_use]
pub fn excused(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => {
            let pairs = declined(["زوج واحد", "زوجان", "زوجين", "أزواج", "زوجًا", "زوج", "لا شيء"], count, false);
            format!("تطابق بفضل التسامح: {pairs}")
        }
        Lang::En => format!("the same only by tolerance: {}", numbered("pair", "pairs", count)),
    }
}

/// What was counted: shared, of the first's and of the second's.
#[must_use]
pub fn counts(lang: Lang, shared: usize, first: usize, second: usize) -> String {
    match lang {
        Lang::Ar => format!("المشترك {shared}، وعند الأول {first}، وعند الثاني {second}"),
        Lang::En => format!("{shared} shared, of the first's {first} and the second's {second}"),
    }
}

/// That a mean of all pairs is told.
#[must_use]
pub const fn mean(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "متوسط كل الأزواج",
        Lang::En => "the mean of all pairs",
    }
}

/// What a cell of the confusion matrix says to those who listen: the count as it is shown.
#[must_use]
pub fn cell(lang: Lang, first: (&str, &str), second: (&str, &str), count: usize) -> String {
    let (one, other) = (isolated(first.0), isolated(second.0));
    match lang {
        Lang::Ar => format!("{one}: {}، {other}: {}، العدد {count}", first.1, second.1),
        Lang::En => format!("{one}: {}, {other}: {}, spans: {count}", first.1, second.1),
    }
}

/// How much is done.
#[must_use]
pub fn share(lang: Lang, gamma: bool, share: u32) -> String {
    let doing = word(lang, if gamma { Word::MeasuringGamma } else { Word::Measuring });
    match lang {
        Lang::Ar => format!("{doing}: \u{2068}{share}%\u{2069}"),
        Lang::En => format!("{doing}: {share}%"),
    }
}
