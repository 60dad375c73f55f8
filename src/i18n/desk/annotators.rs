//! What the page of the annotators says: whose sets there are, how far they are, what came of returned files.

use crate::core::project::{AnnotationSet, Role};
use crate::format::native::Opened;
use crate::format::native::returned::{Brought, Came, How, Taken};
use crate::i18n::ar::nouns::{self, declined};
use crate::i18n::desk::exchange;
use crate::i18n::desk::files::told;
use crate::i18n::{Lang, Noun, counted, isolated, shown};

use super::words_of::words;

words! {
    About: "تُجمع هنا الملفات العائدة من الواسمين: يصير ما في كلٍّ منها مجموعةً باسم صاحبها للقراءة فقط، ولا يتغيّر عملك. اسحب الملفات إلى الصفحة أو اخترها.",
        "Files that annotators send back are gathered here: what is in each becomes a read-only set under its author's name, and your own work stays as it is. Drop the files on the page, or choose them.";
    Choose: "اختيار الملفات العائدة", "Choose returned files";
    Reading: "تُقرأ الملفات…", "Reading the files…";
    Came: "ما جُمع", "What was gathered";
    Sets: "مجموعات المشروع", "Sets of the project";
    None: "لا مجموعات بعد: تبدأ مجموعتك مع أول وسم، ومجموعات غيرك بملفاتهم.",
        "There are no sets yet: yours begins with the first tag, those of others with their files.";
    Mine: "عملك", "your work";
    Received: "للقراءة فقط", "read-only";
    Gold: "المرجع", "gold";
    NoName: "بلا اسم", "no name";
    Hide: "إخفاء وسومه في النص", "Hide these spans in the text";
    Remove: "إزالة المجموعة من المشروع", "Remove the set from the project";
    Documents: "المستندات", "Documents";
    Untouched: "لا شيء عليه", "nothing on it";
    Share: "نصيب المستندات التي وُسم فيها", "Share of the documents with spans";
    Example: "أرني مثالًا: ثلاثة واسمين على التقريرين", "Show me an example: three annotators of the two reports";
    OwnWork: "عُد إلى عملك", "Back to your own work";
    Agreement: "قياس الاتفاق", "Measure agreement";
}

/// What a set is called: its annotator's name, else whose it is.
#[must_use]
pub fn set_name(lang: Lang, set: &AnnotationSet) -> String {
    match (&set.annotator, set.role) {
        (Some(name), _) => shown(name),
        (None, Role::Own) => exchange::word(lang, exchange::Word::SetOwn).to_owned(),
        (None, Role::Gold) => word(lang, Word::Gold).to_owned(),
        (None, Role::Received) => format!("{} ({})", word(lang, Word::NoName), set.id),
    }
}

/// What a set is here.
#[must_use]
pub const fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Own => word(lang, Word::Mine),
        Role::Received => word(lang, Word::Received),
        Role::Gold => word(lang, Word::Gold),
    }
}

/// On how many of all documents there is something.
#[must_use]
pub fn touched(lang: Lang, some: usize, all: usize) -> String {
    match lang {
        Lang::Ar => format!("وسم في {some} من {}", nouns::counted(Noun::Document, all, true)),
        Lang::En => format!("spans on {some} of {}", counted(lang, Noun::Document, all)),
    }
}

/// How many documents are finished.
#[must_use]
pub fn finished(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("أُنجز {}", counted(lang, Noun::Document, count)),
        Lang::En => format!("{} done", counted(lang, Noun::Document, count)),
    }
}

/// How long since the last change, in days of the calendar.
#[must_use]
pub fn since(lang: Lang, days: usize) -> String {
    match (lang, days) {
        (Lang::Ar, 0) => "آخر تغيير: اليوم".to_owned(),
        (Lang::Ar, 1) => "آخر تغيير: أمس".to_owned(),
        (Lang::Ar, _) => {
            let days = declined(["يوم واحد", "يومان", "يومين", "أيام", "يومًا", "يوم", "اليوم"], days, true);
            format!("آخر تغيير: قبل {days}")
        }
        (Lang::En, 0) => "last change: today".to_owned(),
        (Lang::En, 1) => "last change: yesterday".to_owned(),
        (Lang::En, days) => format!("last change: {days} days ago"),
    }
}

/// How many files are read.
#[must_use]
pub fn reading(lang: Lang, done: usize, all: usize) -> String {
    match lang {
        Lang::Ar => format!("{} {done} من {all}", word(lang, Word::Reading)),
        Lang::En => format!("{} {done} of {all}", word(lang, Word::Reading)),
    }
}

/// That a set was taken out: whose, and how many spans it had.
#[must_use]
pub fn removed(lang: Lang, name: &str, spans: usize) -> String {
    let spans = counted(lang, Noun::Span, spans);
    match lang {
        Lang::Ar => format!("أُزيلت مجموعة {}: {spans}.", isolated(name)),
        Lang::En => format!("Removed the set of {}: {spans}.", isolated(name)),
    }
}

/// What came of a returned file, in sentences.
#[must_use]
pub fn came(lang: Lang, came: &Came) -> String {
    match came {
        Came::Unreadable(name, fault) => told(lang, &Opened::Unreadable(name.clone(), *fault)),
        Came::Refused(name, fault) => told(lang, &Opened::Refused(name.clone(), fault.clone())),
        Came::Taken(taken) => brought(lang, taken),
    }
}

fn brought(lang: Lang, taken: &Taken) -> String {
    let mut said = Vec::new();
    for set in &taken.sets {
        said.push(one_set(lang, taken, set));
    }
    for other in &taken.other_texts {
        let (title, spans) = (isolated(&other.title), counted(lang, Noun::Span, other.spans));
        said.push(match lang {
            Lang::Ar => format!("رُفض المستند {title}: نصّه في الملف غير نصّه هنا، ولم يُؤخذ ما عليه ({spans}). ينبغي أن يُوسم النص نفسه، أو أن يُفتح الملف في مشروع آخر."),
            Lang::En => format!("The document {title} was refused: its text in the file differs from the text here, and what stands on it ({spans}) was not taken. The same text has to be annotated, or the file opened in another project."),
        });
    }
    if taken.sets.is_empty() && taken.other_texts.is_empty() {
        said.push(match lang {
            Lang::Ar => "لا عمل فيه لأحد: لا مجموعة في الملف.".to_owned(),
            Lang::En => "There is nobody's work in it: the file has no annotation set.".to_owned(),
        });
    }
    if taken.report.documents_added > 0 {
        let documents = counted(lang, Noun::Document, taken.report.documents_added as usize);
        said.push(match lang {
            Lang::Ar => format!("أُضيف ما لم يكن هنا: {documents}."),
            Lang::En => format!("Added what was not here: {documents}."),
        });
    }
    if taken.report.labels_added > 0 {
        let labels = counted(lang, Noun::Label, taken.report.labels_added as usize);
        said.push(match lang {
            Lang::Ar => format!("أُضيف إلى الوسوم: {labels}."),
            Lang::En => format!("Added to the tagset: {labels}."),
        });
    }
    if taken.left_out > 0 {
        let sets = counted(lang, Noun::Set, taken.left_out);
        said.push(match lang {
            Lang::Ar => format!("تُرك ما في الملف لغير صاحبه: {sets}."),
            Lang::En => format!("Left out what others than its author have in the file: {sets}."),
        });
    }
    format!("{}: {}", isolated(&taken.file), said.join(" "))
}

fn one_set(lang: Lang, taken: &Taken, set: &Brought) -> String {
    let (name, spans) = (isolated(&set.annotator), counted(lang, Noun::Span, set.spans));
    let changes = [
        (taken.report.spans_added as usize, "أُضيف", "added"),
        (taken.report.spans_changed as usize, "غُيّر", "changed"),
        (taken.removed, "أُزيل", "removed"),
    ];
    let changes = changes.iter().filter(|(count, ..)| *count > 0).map(|(count, ar, en)| match lang {
        Lang::Ar => format!("{ar} {count}"),
        Lang::En => format!("{en} {count}"),
    });
    let changes = changes.collect::<Vec<_>>().join(if lang == Lang::Ar { "، " } else { ", " });
    match (lang, set.how) {
        (Lang::Ar, How::New) => format!("عمل {name}: {spans}."),
        (Lang::Ar, How::Updated) => format!("جُدّد عمل {name}: {changes}."),
        (Lang::Ar, How::Same) => format!("عمل {name} هنا من قبل، ولا جديد فيه."),
        (Lang::Ar, How::Older) => format!("عمل {name} هنا من ملف أحدث؛ بقي كما هو."),
        (Lang::Ar, How::Ours) => "هذا عملك أنت، لا عمل واسم آخر؛ بقي كما هو. يُفتح من «فتح ملفات».".to_owned(),
        (Lang::En, How::New) => format!("the work of {name}: {spans}."),
        (Lang::En, How::Updated) => format!("the work of {name} was brought up to date: {changes}."),
        (Lang::En, How::Same) => format!("the work of {name} is here already, with nothing new."),
        (Lang::En, How::Older) => format!("the work of {name} is here from a later file; it stays as it is."),
        (Lang::En, How::Ours) => {
            "this is your own work, not another annotator's; it stays as it is. “Open files” opens it.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_they_are_said() {
        let said = |days| since(Lang::Ar, days);
        assert_eq!([said(0), said(1), said(2)], ["آخر تغيير: اليوم", "آخر تغيير: أمس", "آخر تغيير: قبل يومين"]);
        assert_eq!([said(3), said(11)], ["آخر تغيير: قبل 3 أيام", "آخر تغيير: قبل 11 يومًا"]);
        assert_eq!(touched(Lang::Ar, 1, 2), "وسم في 1 من مستندين");
        assert_eq!(touched(Lang::Ar, 0, 5), "وسم في 0 من 5 مستندات");
    }
}
