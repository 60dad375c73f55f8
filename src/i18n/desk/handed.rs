//! What is said of packages: handing work out, and beginning what was handed out.

use crate::core::state::State;
use crate::format::native::package::About;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::{Lang, Noun, counted, isolated};

use super::words_of::words;

words! {
    HandOut: "توزيع العمل على واسم", "Hand work out to an annotator";
    About: "حزمة فيها المستندات والوسوم والدليل، بلا عمل أحد. من يفتحها يكتب اسمه ويبدأ مشروعًا مستقلًّا، وما ينزّله بعد ذلك عملُه وحده.",
        "A package holds the documents, the tagset and the guidelines, and nobody's work. Whoever opens it gives a name and begins a project of its own; what they download then is their own work alone.";
    Suggestions: "مع مقاطعي اقتراحاتٍ تُقبل أو تُرفض", "With my spans as suggestions to accept or refuse";
    Download: "تنزيل الحزمة", "Download the package";
    Unsound: "لم تُكتب الحزمة: في المشروع مقطع لا يطابق نصّه. انظر صفحة «فحص».",
        "The package was not written: a span of the project does not fit its text. See the page “Checks”.";
    Link: "أرسل الملف، أو ضعه بجانب هذه الصفحة على خادمها وأرسل هذا الرابط:",
        "Send the file; or put it beside this page on its host, and send this link:";
    Package: "حزمة عمل", "A package";
    Fetching: "تُجلب الحزمة…", "Fetching the package…";
    NotKept: "لم يُحفظ المشروع: لا مكان له في هذا المتصفّح، أو لا يسمح بالتخزين. أفسح مكانًا من صفحة «الحفظ» ثم أعد المحاولة.",
        "The project was not kept: this browser has no room for it, or allows no storage. Make room on the page “Keeping”, then try again.";
    Known: "بدأتَ هذه الحزمة هنا من قبل، وعملك عليها محفوظ.", "You have begun this package here before; your work on it is kept.";
    GoOn: "متابعة العمل", "Go on with the work";
    Name: "اسمك، كما يراه من وزّع العمل", "Your name, as whoever handed the work out will see it";
    Begin: "ابدأ العمل", "Begin the work";
    Leave: "ليس الآن", "Not now";
}

/// That a package was offered for download.
#[must_use]
pub fn made(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Ar => format!("نُزّلت الحزمة {}.", isolated(file)),
        Lang::En => format!("Downloaded the package {}.", isolated(file)),
    }
}

/// What is in a package.
#[must_use]
pub fn package(lang: Lang, file: &str, state: &State, about: Option<&About>) -> String {
    let mut parts =
        vec![counted(lang, Noun::Document, state.documents.len()), counted(lang, Noun::Label, state.tagset.labels.len())];
    let suggestions = about.map_or(0, |about| about.suggestions);
    if suggestions > 0 {
        parts.push(match lang {
            Lang::Ar => {
                declined(["اقتراح واحد", "اقتراحان", "اقتراحين", "اقتراحات", "اقتراحًا", "اقتراح", ""], suggestions, false)
            }
            Lang::En => numbered("suggestion", "suggestions", suggestions),
        });
    }
    let from = about.and_then(|about| about.from.as_deref()).map(isolated);
    let (file, name) = (isolated(file), isolated(&state.project.name));
    match (lang, from) {
        (Lang::Ar, Some(from)) => format!("{name}، من {from}: {} ({file})", parts.join("، ")),
        (Lang::Ar, None) => format!("{name}: {} ({file})", parts.join("، ")),
        (Lang::En, Some(from)) => format!("{name}, from {from}: {} ({file})", parts.join(", ")),
        (Lang::En, None) => format!("{name}: {} ({file})", parts.join(", ")),
    }
}

/// That the address names no file beside the page.
#[must_use]
pub fn no_path(lang: Lang, path: &str) -> String {
    let path = isolated(path);
    match lang {
        Lang::Ar => format!(
            "لا يدلّ الرابط على حزمة بجانب هذه الصفحة: {path}. لا تُفتح إلا ملفات JSON من المكان نفسه. اطلب ممن أرسله أن يراجعه."
        ),
        Lang::En => format!(
            "The link names no package beside this page: {path}. Only JSON files of the same place are opened. Ask whoever sent it to look at it again."
        ),
    }
}

/// That the file is not to be had.
#[must_use]
pub fn no_file(lang: Lang, path: &str) -> String {
    let path = isolated(path);
    match lang {
        Lang::Ar => format!("تعذّر جلب الحزمة {path}: ليست في مكانها، أو لا اتصال بالشبكة. أعد تحميل الصفحة، أو اطلب الملف نفسه."),
        Lang::En => format!(
            "The package {path} could not be fetched: it is not there, or there is no network. Reload the page, or ask for the file itself."
        ),
    }
}

/// That the file is no package.
#[must_use]
pub fn no_package(lang: Lang, path: &str) -> String {
    let path = isolated(path);
    match lang {
        Lang::Ar => format!("الملف {path} ليس حزمة عمل. اطلب ممن أرسل الرابط أن يراجعه."),
        Lang::En => format!("The file {path} is no package. Ask whoever sent the link to look at it again."),
    }
}
