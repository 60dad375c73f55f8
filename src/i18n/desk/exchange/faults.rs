//! Why a file is not read, and what of it was passed over, in words.

use crate::format::exchange::fault::{Fault, RemarkKind};
use crate::format::texts;
use crate::i18n::{Lang, isolated, quoted};

/// Why nothing of a file was taken, and what to do next.
#[must_use]
pub fn fault(lang: Lang, fault: &Fault) -> String {
    match lang {
        Lang::Ar => ar(fault),
        Lang::En => en(fault),
    }
}

fn line(lang: Lang, line: usize) -> String {
    match (lang, line) {
        (_, 0) => String::new(),
        (Lang::Ar, line) => format!(" في السطر {line}"),
        (Lang::En, line) => format!(" in line {line}"),
    }
}

fn ar(fault: &Fault) -> String {
    match fault {
        Fault::Unknown { file } => {
            format!("صيغة الملف {} غير معروفة. صدّره من أداته بإحدى الصيغ المذكورة في هذه الصفحة.", quoted(file))
        }
        Fault::NotUtf8 { file } => format!("الملف {} ليس نصًّا بترميز UTF-8. احفظه بهذا الترميز ثم افتحه.", quoted(file)),
        Fault::Broken { file, line: at, syntax } => {
            let at = line(Lang::Ar, *at);
            format!("الملف {} ليس {} سليمًا{at}. قد يكون ناقصًا؛ نزّله من أداته من جديد.", quoted(file), isolated(syntax))
        }
        Fault::Shape { file, line: at, what } => {
            let at = line(Lang::Ar, *at);
            format!("ينقص الملف {}{at} شيء لا بد منه أو هو على غير صورته: {}.", quoted(file), isolated(what))
        }
        Fault::TooLarge { file, bytes } => format!("الملف {} أكبر من أن يُفتح هنا: {bytes} بايت. قسّمه.", quoted(file)),
        Fault::TooDeep { file } => format!("تتداخل قيم الملف {} أعمق مما يُقرأ.", quoted(file)),
        Fault::Alone { file, missing } => format!("افتح مع الملف {} الملف {} في المرة نفسها.", quoted(file), quoted(missing)),
        Fault::Empty { file } => format!("ليس في الملف {} مستند.", quoted(file)),
    }
}

fn en(fault: &Fault) -> String {
    match fault {
        Fault::Unknown { file } => {
            format!(
                "The format of {} is not known. Export it from its tool in one of the formats named on this page.",
                quoted(file)
            )
        }
        Fault::NotUtf8 { file } => format!("{} is no text in UTF-8. Save it in that encoding and open it again.", quoted(file)),
        Fault::Broken { file, line: at, syntax } => {
            let at = line(Lang::En, *at);
            format!(
                "{} is not sound {}{at}. A part may be missing; download it from its tool again.",
                quoted(file),
                isolated(syntax)
            )
        }
        Fault::Shape { file, line: at, what } => {
            let at = line(Lang::En, *at);
            format!("Something that must be in {} is missing or of another kind{at}: {}.", quoted(file), isolated(what))
        }
        Fault::TooLarge { file, bytes } => format!("{} is too large to be opened here: {bytes} bytes. Divide it.", quoted(file)),
        Fault::TooDeep { file } => format!("The values of {} stand in one another deeper than is read.", quoted(file)),
        Fault::Alone { file, missing } => format!("Open {} together with {}.", quoted(file), quoted(missing)),
        Fault::Empty { file } => format!("There is no document in {}.", quoted(file)),
    }
}

/// Why something in a file was passed over.
#[must_use]
pub const fn remark(lang: Lang, kind: RemarkKind) -> &'static str {
    match (lang, kind) {
        (Lang::Ar, RemarkKind::Unreadable) => "لا يُقرأ",
        (Lang::Ar, RemarkKind::BadLimits) => "حدود خارج النص أو معكوسة أو فارغة",
        (Lang::Ar, RemarkKind::Dangling) => "على مقطع غير موجود",
        (Lang::Ar, RemarkKind::NoPlace) => "لا مكان له هنا",
        (Lang::Ar, RemarkKind::OddTag) => "رمز لا يتبع ما قبله، عُدّ بداية",
        (Lang::Ar, RemarkKind::NoText) => "قيد بلا نص",
        (Lang::Ar, RemarkKind::NoNames) => "أرقام دون أسمائها: افتح معه dataset_info.json أو README.md",
        (Lang::En, RemarkKind::Unreadable) => "does not read",
        (Lang::En, RemarkKind::BadLimits) => "limits beyond the text, reversed or empty",
        (Lang::En, RemarkKind::Dangling) => "stands on a span that is not there",
        (Lang::En, RemarkKind::NoPlace) => "has no place here",
        (Lang::En, RemarkKind::OddTag) => "a tag that does not follow, taken as a beginning",
        (Lang::En, RemarkKind::NoText) => "a record without a text",
        (Lang::En, RemarkKind::NoNames) => "numbers without their names: open dataset_info.json or README.md along with it",
    }
}

/// Why a text is not read, and what to do next.
#[must_use]
pub fn text_fault(lang: Lang, file: &str, fault: &texts::Fault) -> String {
    let file = quoted(file);
    match (lang, fault) {
        (Lang::Ar, texts::Fault::Encoding) => format!("لا يُقرأ الملف {file} بأي ترميز معروف. احفظه بترميز UTF-8."),
        (Lang::Ar, texts::Fault::Zip) => format!("الملف {file} تالف أو ناقص. انسخه من مصدره من جديد."),
        (Lang::Ar, texts::Fault::Locked) => format!("الملف {file} محميّ بكلمة سر. احفظه دونها ثم افتحه."),
        (Lang::Ar, texts::Fault::Xml { part }) => format!("جزء من الملف {file} تالف: {}.", isolated(part)),
        (Lang::Ar, texts::Fault::Missing { part }) => format!("ينقص الملف {file} جزء لا بد منه: {}.", isolated(part)),
        (Lang::Ar, texts::Fault::TooLarge { most }) => format!("الملف {file} أكبر مما يُقرأ ({most} بايت). قسّمه."),
        (Lang::Ar, texts::Fault::TooDeep) => format!("تتداخل أجزاء الملف {file} أعمق مما يُقرأ."),
        (Lang::Ar, texts::Fault::Empty) => format!("ليس في الملف {file} كلام."),
        (Lang::En, texts::Fault::Encoding) => format!("{file} does not read in any encoding that is known. Save it as UTF-8."),
        (Lang::En, texts::Fault::Zip) => format!("{file} is damaged or incomplete. Copy it from its source again."),
        (Lang::En, texts::Fault::Locked) => format!("{file} is locked with a password. Save it without one and open it again."),
        (Lang::En, texts::Fault::Xml { part }) => format!("A part of {file} is damaged: {}.", isolated(part)),
        (Lang::En, texts::Fault::Missing { part }) => format!("{file} lacks a part that it must have: {}.", isolated(part)),
        (Lang::En, texts::Fault::TooLarge { most }) => format!("{file} is larger than is read ({most} bytes). Divide it."),
        (Lang::En, texts::Fault::TooDeep) => format!("The parts of {file} stand in one another deeper than is read."),
        (Lang::En, texts::Fault::Empty) => format!("There are no words in {file}."),
    }
}

/// What a text does not hold of its file, or holds otherwise, and how often.
#[must_use]
pub fn text_remark(lang: Lang, remark: texts::Remark) -> String {
    use texts::Remark;
    let words = match (lang, remark) {
        (Lang::Ar, Remark::DeletedLeftOut(_)) => "حذف مقترح تُرك كلامه",
        (Lang::Ar, Remark::InsertedTaken(_)) => "إضافة مقترحة أُخذ كلامها",
        (Lang::Ar, Remark::NotesAtEnd(_)) => "هوامش نُقلت إلى آخر النص",
        (Lang::Ar, Remark::PicturesLeftOut(_)) => "صور تُركت",
        (Lang::Ar, Remark::CommentsLeftOut(_)) => "تعليقات قرّاء تُركت",
        (Lang::Ar, Remark::PartsLeftOut(_)) => "أجزاء من الكتاب لم تُقرأ",
        (Lang::En, Remark::DeletedLeftOut(_)) => "Proposed deletions, their words left out",
        (Lang::En, Remark::InsertedTaken(_)) => "Proposed insertions, their words taken",
        (Lang::En, Remark::NotesAtEnd(_)) => "Notes, put at the end of the text",
        (Lang::En, Remark::PicturesLeftOut(_)) => "Pictures, left out",
        (Lang::En, Remark::CommentsLeftOut(_)) => "Comments of readers, left out",
        (Lang::En, Remark::PartsLeftOut(_)) => "Parts of the book that were not read",
    };
    format!("{words}: {}", remark.count())
}
