//! What came of files, in Arabic.

use crate::format::native::{BYTES_MAX, FileFault, Kind, Opened, ReadFault, Report};
use crate::i18n::ar::nouns::counted;
use crate::i18n::plural::Noun;
use crate::i18n::{isolated, quoted};

/// What came of a file.
pub fn told(opened: &Opened) -> String {
    match opened {
        Opened::Merged(name, report) => merged(name, report),
        Opened::Unreadable(name, FileFault::Unread) => {
            format!("تعذّرت على المتصفّح قراءة الملف {}. قد ينفع نسخه إلى مكان آخر ثم فتحه من هناك.", isolated(name))
        }
        Opened::Unreadable(name, FileFault::NotUtf8) => {
            format!("الملف {} ليس نصًا بترميز UTF-8. ينبغي حفظه بهذا الترميز ثم فتحه.", isolated(name))
        }
        Opened::Unreadable(name, FileFault::TooLarge { bytes }) => {
            let (name, size, most) = (isolated(name), bytes.div_ceil(1 << 20), BYTES_MAX >> 20);
            format!("الملف {name} أكبر مما يُفتح هنا: {size} ميغابايت، والحدّ {most}. ينبغي تقسيمه ثم فتح أجزائه.")
        }
        Opened::Refused(name, fault) => format!("لم يُفتح الملف {}، ولم يتغيّر شيء. {}", isolated(name), faulty(fault)),
    }
}

fn merged(name: &str, report: &Report) -> String {
    let list = |parts: &[(Noun, u32)]| {
        let said = parts.iter().filter(|(_, count)| *count > 0).map(|(noun, count)| counted(*noun, *count as usize, false));
        said.collect::<Vec<_>>().join("، ")
    };
    let added = list(&[
        (Noun::Document, report.documents_added),
        (Noun::Span, report.spans_added),
        (Noun::Label, report.labels_added),
        (Noun::Set, report.sets_added),
        (Noun::Record, report.records_added),
    ]);
    let changed = list(&[(Noun::Span, report.spans_changed)]);
    let passed = list(&[(Noun::Span, report.spans_passed), (Noun::Record, report.records_passed)]);
    let mut text = format!("فُتح الملف {}.", isolated(name));
    let parts = [("أُضيف: ", added), ("حُدّث: ", changed), ("موجود من قبل: ", passed)];
    for (said, list) in parts.iter().filter(|(_, list)| !list.is_empty()) {
        text.push_str(&format!(" {said}{list}."));
    }
    if report.renamed > 0 {
        text.push_str(&format!(" أُعطي معرّفًا جديدًا: {}.", report.renamed));
    }
    if parts.iter().all(|(_, list)| list.is_empty()) {
        text.push_str(" لا جديد فيه.");
    }
    text
}

/// Why a file was not opened, with the place.
fn faulty(fault: &ReadFault) -> String {
    let at =
        |path: &str| if path.is_empty() { "في أعلى الملف".to_owned() } else { format!("عند {}", isolated(path)) };
    match fault {
        ReadFault::NotJson { line, column } => format!("ليس JSON سليمًا: الخلل في السطر {line}، العمود {column}."),
        ReadFault::NotOurs => "هو JSON، لكنه ليس من ملفات حاشية: لا حقل فيه format قيمته hashiya.".to_owned(),
        ReadFault::NewerVersion(version) => {
            format!("كتبه إصدار أحدث من حاشية (صيغة الملف {version}). ينبغي تحديث الصفحة ثم فتحه.")
        }
        ReadFault::TooDeep => "تتداخل قوائمه وكائناته أعمق من المسموح.".to_owned(),
        ReadFault::TooLarge { bytes } => format!("هو أكبر من المسموح: {}. ينبغي تقسيمه.", counted(Noun::Byte, *bytes, false)),
        ReadFault::Missing { path } => format!("ينقصه حقل لازم {}.", at(path)),
        ReadFault::WrongType { path, expected } => format!("القيمة {} من نوع آخر؛ المنتظر {}.", at(path), kind(*expected)),
        ReadFault::BadValue { path, found } => format!("القيمة {} {} غير مسموح بها.", quoted(found), at(path)),
        ReadFault::BadId { path, found } => format!("المعرّف {} {} ليس على صورة المعرّفات.", quoted(found), at(path)),
        ReadFault::BadColour { path, found } => {
            format!("اللون {} {} ليس من ألوان حاشية ولا على صورة #rrggbb.", quoted(found), at(path))
        }
        ReadFault::HashMismatch { path, document } => {
            format!("نص المستند {} لا يطابق بصمته SHA-256 {}: غُيّر أحدهما.", isolated(document), at(path))
        }
        ReadFault::LengthMismatch { path, document } => {
            format!("نص المستند {} لا يطابق طوله المذكور {}.", isolated(document), at(path))
        }
        ReadFault::OutOfText { path, document } => {
            format!("حدود {} فارغة أو تقع خارج نص المستند {}.", at(path), isolated(document))
        }
        ReadFault::OffsetMismatch { path, document, span, expected, found } => format!(
            "موضع المقطع {} في المستند {} لا يوافق كلماته {}: في الملف {}، وفي النص {}.",
            isolated(span),
            isolated(document),
            at(path),
            quoted(expected),
            quoted(found)
        ),
        ReadFault::BadFragments { path, span } => {
            format!("أجزاء المقطع {} متداخلة أو غير مرتبة أو لا تملأ حدوده {}.", isolated(span), at(path))
        }
        ReadFault::UnknownReference { path, id } => format!("المعرّف {} {} لا يدل على شيء في الملف.", quoted(id), at(path)),
        ReadFault::Duplicate { path, id } => format!("{} مكرَّر {}.", quoted(id), at(path)),
        ReadFault::Cycle { path, id } => format!("الوسم {} يقع تحت نفسه {}.", quoted(id), at(path)),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "كائن",
        Kind::List => "قائمة",
        Kind::Text => "نص",
        Kind::Number => "عدد صحيح غير سالب",
        Kind::Flag => "true أو false",
        Kind::Pair => "عددان، أولهما غير أكبر",
    }
}
