//! What the page of downloads, back-up and storage says.

use crate::core::state::Misfit;
use crate::format::backup::BackupFault;
use crate::format::entry::EntryFault;
use crate::i18n::{self, Lang, Noun, isolated};
use crate::store::Why;

use super::words_of::words;

words! {
    About: "يُحفظ كل عمل في هذا المتصفّح على هذا الجهاز وحده، ولا يُرسل شيء.",
        "All work is kept in this browser, on this machine alone; nothing is sent anywhere.";
    BackUp: "النسخة الاحتياطية", "Back-up";
    BackUpAbout: "ملف واحد فيه كل ما حُفظ هنا: المشاريع كلها مع سجل التراجع والإعدادات.",
        "One file with all that is kept here: every project with its undo history, and the settings.";
    BackUpDo: "تنزيل نسخة احتياطية", "Download a back-up";
    BackUpFirst: "تنزيل نسخة احتياطية أولًا", "Download a back-up first";
    NeverCopied: "لم تُنزَّل نسخة بعد.", "No copy was downloaded yet.";
    Restore: "الاستعادة", "Restore";
    RestoreAbout: "يُعرض أولًا ما سيتغيّر، ولا يُكتب شيء قبل الموافقة. تُضاف النسخة إلى ما هنا ولا تحذف منه شيئًا.",
        "First it is shown what would change; nothing is written before you agree. A back-up is added to what is here and removes nothing.";
    RestoreFile: "فتح نسخة احتياطية", "Open a back-up";
    RestoreDo: "استعادة", "Restore";
    RestoreNothing: "كل ما في هذه النسخة موجود هنا من قبل.", "All that this back-up holds is here already.";
    RestoreSettings: "تُستعاد الإعدادات أيضًا.", "The settings are brought back too.";
    RestoreFailed: "لم يسمح المتصفّح بالكتابة، ولم يتغيّر شيء.", "The browser allowed no writing; nothing was changed.";
    Project: "المشروع", "Project";
    Documents: "المستندات", "Documents";
    Spans: "المقاطع", "Spans";
    New: "قيود جديدة", "New entries";
    Storage: "التخزين", "Storage";
    NotPersisted: "قد يمحوه المتصفّح إن ضاقت المساحة.", "The browser may clear it when room runs short.";
    Persisted: "وعد المتصفّح بألا يمحوه من تلقاء نفسه.", "The browser has promised not to clear it by itself.";
    PersistDo: "طلب هذا الوعد من المتصفّح", "Ask the browser to promise that";
    PersistRefused: "لم يعد المتصفّح بذلك. قد يفعل إذا أُضيفت الصفحة إلى المفضّلة أو ثُبّتت.",
        "The browser did not promise it. It may once the page is bookmarked or installed.";
    Mirrored: "يُكتب كل تعديل مرتين: في التخزين المحلي وفي قاعدة بيانات المتصفّح (IndexedDB).",
        "Each change is written twice: to local storage and to the browser's database (IndexedDB).";
    NoMirror: "قاعدة بيانات المتصفّح غير متاحة: يُكتب كل تعديل في التخزين المحلي وحده.",
        "The browser's database is not available: each change is written to local storage alone.";
    NoLocal: "التخزين المحلي غير متاح: يُكتب كل تعديل في قاعدة بيانات المتصفّح وحدها.",
        "Local storage is not available: each change is written to the browser's database alone.";
    Nowhere: "لا يسمح المتصفّح بالتخزين هنا: يبقى العمل إلى أن تُغلق الصفحة.",
        "The browser allows no storage here: work lasts until the page is closed.";
    Projects: "المشاريع في هذا المتصفّح", "Projects in this browser";
    NoProjects: "لم يُحفظ شيء بعد.", "Nothing is kept yet.";
    OpenHere: "مفتوح الآن", "open now";
    Aside: "ما عُزل", "Set aside";
    AsideAbout: "قيم محفوظة لا مكان لها في المشروع. لم تُحذف، ويمكن تنزيلها.",
        "Kept values that have no part in the project. They were not deleted and can be downloaded.";
    AsideDo: "تنزيل ما عُزل", "Download what was set aside";
    Erase: "المحو", "Erase";
    EraseDo: "محو كل شيء…", "Erase everything…";
    EraseAsk: "يُمحى من هذا المتصفّح كل ما حفظته هذه الصفحة: المشاريع كلها وسجلها والإعدادات. لا يعيده إلا نسخة احتياطية.",
        "All that this page has kept in this browser is erased: every project, its history and the settings. Only a back-up brings it back.";
    EraseYes: "محو كل شيء", "Erase everything";
    EraseFailed: "لم يسمح المتصفّح بالمحو.", "The browser did not allow it.";
    Looking: "يُقرأ ما حُفظ…", "Reading what is kept…";
    ReminderDo: "حفظ نسخة", "Keep a copy";
}

/// How much room is taken in local storage, of how much, in characters; with what the browser says of the whole, in bytes.
#[must_use]
pub fn used(lang: Lang, units: usize, of: usize, whole: Option<(u64, u64)>) -> String {
    let (units, of) = (tenths(units as u64, 1_000_000), tenths(of as u64, 1_000_000));
    let whole = whole.map(|(used, quota)| (tenths(used, 1 << 20), tenths(quota, 1 << 20)));
    match (lang, whole) {
        (Lang::Ar, None) => format!("التخزين المحلي: {units} من {of} مليون حرف."),
        (Lang::Ar, Some((used, quota))) => {
            format!(
                "التخزين المحلي: {units} من {of} مليون حرف. مجموع ما تشغله الصفحة في تقدير المتصفّح: {used} من {quota} ميغابايت."
            )
        }
        (Lang::En, None) => format!("Local storage: {units} of {of} million characters."),
        (Lang::En, Some((used, quota))) => {
            format!(
                "Local storage: {units} of {of} million characters. All that the page takes, as the browser estimates it: {used} of {quota} MB."
            )
        }
    }
}

/// A number of units with one decimal, rounded up, so that nothing looks like none; from a hundred on without.
fn tenths(count: u64, unit: u64) -> String {
    let tenths = count.saturating_mul(10).div_ceil(unit);
    if tenths >= 1_000 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// When the last copy was made: a day, such as 2026-05-06.
#[must_use]
pub fn copied(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Ar => format!("آخر نسخة: {}.", isolated(day)),
        Lang::En => format!("Last copy: {}.", isolated(day)),
    }
}

/// What a back-up is: its file and the day it was made.
#[must_use]
pub fn of_file(lang: Lang, name: &str, day: &str) -> String {
    match lang {
        Lang::Ar => format!("النسخة {} من يوم {}", isolated(name), isolated(day)),
        Lang::En => format!("The back-up {} of {}", isolated(name), isolated(day)),
    }
}

/// From how many to how many; nothing here is told by a dash.
#[must_use]
pub fn change(here: Option<usize>, after: usize) -> String {
    match here {
        Some(here) if here == after => after.to_string(),
        here => format!("\u{2066}{} → {after}\u{2069}", here.map_or_else(|| "–".to_owned(), |here| here.to_string())),
    }
}

/// Why a file is not read as a back-up.
#[must_use]
pub fn refused(lang: Lang, name: &str, fault: &BackupFault) -> String {
    let name = isolated(name);
    match (lang, fault) {
        (Lang::Ar, BackupFault::NotBackup) => format!("الملف {name} ليس نسخة احتياطية من حاشية، أو أنه مقطوع. لم يتغيّر شيء."),
        (Lang::Ar, BackupFault::TooLarge(_)) => format!("الملف {name} أكبر من المسموح. لم يتغيّر شيء."),
        (Lang::Ar, BackupFault::NewerVersion(version)) => {
            format!("كتب الملف {name} إصدار أحدث من حاشية (صيغة {version}). ينبغي تحديث الصفحة ثم فتحه.")
        }
        (Lang::Ar, BackupFault::NotText(value)) => {
            format!("القيمة {} في الملف {name} ليست نصًا. لم يتغيّر شيء.", isolated(value))
        }
        (Lang::En, BackupFault::NotBackup) => {
            format!("The file {name} is no back-up of Hashiya, or it was cut off. Nothing was changed.")
        }
        (Lang::En, BackupFault::TooLarge(_)) => format!("The file {name} is larger than allowed. Nothing was changed."),
        (Lang::En, BackupFault::NewerVersion(version)) => {
            format!("A newer Hashiya wrote the file {name} (version {version}). Update the page, then open it.")
        }
        (Lang::En, BackupFault::NotText(value)) => {
            format!("The value {} in the file {name} is no text. Nothing was changed.", isolated(value))
        }
    }
}

/// How many values of a back-up are damaged and left out.
#[must_use]
pub fn damaged(lang: Lang, count: usize) -> String {
    let count = i18n::counted(lang, Noun::Entry, count);
    match lang {
        Lang::Ar => format!("تالف في النسخة ولا يُستعاد: {count}."),
        Lang::En => format!("Damaged in the back-up and left out: {count}."),
    }
}

/// How many values of a back-up are not Hashiya's and left out.
#[must_use]
pub fn foreign(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => format!("فيها ما ليس لحاشية، ويُترك: {count}."),
        Lang::En => format!("Not Hashiya's, and left out: {count}."),
    }
}

/// How much a project holds.
#[must_use]
pub fn holds(lang: Lang, documents: usize, spans: usize, entries: usize) -> String {
    let counts = [(Noun::Document, documents), (Noun::Span, spans), (Noun::Entry, entries)];
    counts.map(|(noun, count)| i18n::counted(lang, noun, count)).join(super::checked::comma(lang))
}

/// Why a value was set aside.
#[must_use]
pub const fn why(lang: Lang, why: &Why) -> &'static str {
    match (lang, why) {
        (Lang::Ar, Why::Fault(EntryFault::NewerVersion(_))) => "من إصدار أحدث",
        (Lang::Ar, Why::Fault(EntryFault::Damaged)) => "تالف",
        (Lang::Ar, Why::Fault(EntryFault::NotJson)) => "غير مفهوم",
        (Lang::Ar, Why::Misplaced) => "تحت اسم غير اسمه",
        (Lang::Ar, Why::Unfit(Misfit::Missing)) => "ما يغيّره غير موجود",
        (Lang::Ar, Why::Unfit(_)) => "لا يوافق ما حوله",
        (Lang::En, Why::Fault(EntryFault::NewerVersion(_))) => "of a newer version",
        (Lang::En, Why::Fault(EntryFault::Damaged)) => "damaged",
        (Lang::En, Why::Fault(EntryFault::NotJson)) => "not understood",
        (Lang::En, Why::Misplaced) => "under a name that is not its own",
        (Lang::En, Why::Unfit(Misfit::Missing)) => "what it changes is not there",
        (Lang::En, Why::Unfit(_)) => "does not fit what stands round it",
    }
}

/// That many changes have been made since the last copy.
#[must_use]
pub fn reminder(lang: Lang, changes: u64) -> String {
    match lang {
        Lang::Ar => format!("منذ آخر نسخة مرّ أكثر من أسبوع، وبلغت التعديلات {changes}."),
        Lang::En => format!("More than a week and {changes} changes since the last copy."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_said_in_both_languages() {
        for (word, lang) in Word::ALL.iter().flat_map(|word| [(word, Lang::Ar), (word, Lang::En)]) {
            assert!(!super::word(lang, *word).trim().is_empty(), "{word:?}");
        }
    }

    #[test]
    fn room_is_told_in_short_numbers() {
        assert_eq!(used(Lang::En, 1, 5_200_000, None), "Local storage: 0.1 of 5.2 million characters.");
        assert!(used(Lang::Ar, 4_100_001, 5_200_000, Some((3 << 20, 9_999 << 20))).contains("4.2 من 5.2 مليون حرف"));
        assert!(used(Lang::En, 0, 5_200_000, Some((3 << 20, 9_999 << 20))).contains("3.0 of 9999 MB"));
    }
}
