//! Why something of the shapes is not done, in words that say what fits instead.

use crate::core::refusal::ShapeRefusal;
use crate::core::shapes::kinds::Kinds;
use crate::core::tagset::{Bilingual, Tagset};
use crate::i18n::{self, Lang};

/// Why nothing is joined, named or given a value.
#[must_use]
pub fn refusal(lang: Lang, why: &ShapeRefusal, kinds: &Kinds, tagset: &Tagset) -> String {
    let name = |name: Option<&Bilingual>, id: &str| i18n::quoted(name.map_or(id, |name| i18n::name_as_written(lang, name)));
    let relation = |id: &str| name(kinds.relation(id).map(|kind| &kind.name), id);
    let event = |id: &str| name(kinds.event(id).map(|kind| &kind.name), id);
    let role = |id: &str| name(kinds.events.iter().find_map(|kind| kind.role(id)).map(|role| &role.name), id);
    let label = |id| i18n::isolated(&i18n::label_name(lang, id, tagset));
    let fixed = |ar: &str, en: &str| match lang {
        Lang::Ar => ar.to_owned(),
        Lang::En => en.to_owned(),
    };
    match why {
        ShapeRefusal::SameSpan => fixed("لا يُربط المقطع بنفسه.", "A span is not joined with itself."),
        ShapeRefusal::SameDocument => {
            fixed("الرابط بين مستندين، وكلاهما في مستند واحد.", "A link joins two documents, and both ends are in one.")
        }
        ShapeRefusal::OtherDocument => {
            fixed("العلاقة داخل مستند واحد، وهما في مستندين.", "A relation stays within a document, and the ends are in two.")
        }
        ShapeRefusal::AlreadyThere => fixed("هذا مسجَّل من قبل.", "This is there already."),
        ShapeRefusal::NotAllowed(kind, id, from) => match (lang, from) {
            (Lang::Ar, true) => format!("{} لا تبدأ من {}.", relation(kind), label(id)),
            (Lang::Ar, false) => format!("{} لا تصل إلى {}.", relation(kind), label(id)),
            (Lang::En, true) => format!("{} does not begin at {}.", relation(kind), label(id)),
            (Lang::En, false) => format!("{} does not lead to {}.", relation(kind), label(id)),
        },
        ShapeRefusal::TriggerNotAllowed(kind, id) => match lang {
            Lang::Ar => format!("لفظ الحدث {} لا يكون من وسم {}.", event(kind), label(id)),
            Lang::En => format!("A trigger of {} cannot be {}.", event(kind), label(id)),
        },
        ShapeRefusal::RoleFull(id) => match lang {
            Lang::Ar => format!("اكتمل الدور {}.", role(id)),
            Lang::En => format!("The role {} is full.", role(id)),
        },
        ShapeRefusal::BadNumber => fixed("ليس هذا عددًا، مثل 99 أو 2.5.", "This is no number, such as 99 or 2.5."),
        ShapeRefusal::BadDate => fixed(
            "ليس هذا تاريخًا: سنة، أو سنة وشهر، أو يوم، مثل 2024-01-31.",
            "This is no date: a year, a month or a day, such as 2024-01-31.",
        ),
        ShapeRefusal::BadOutsideId => fixed(
            "ليس هذا معرّفًا خارجيًّا: يبدأ بحرف Q ثم أرقام، أو هو عنوان يبدأ بـ https.",
            "This is no id: it is Q and digits, or an address that begins with https.",
        ),
        ShapeRefusal::KindInUse(count) => {
            let count = super::uses(lang, *count as usize);
            match lang {
                Lang::Ar => format!("لهذا النوع {count}. اختر مصيرها أولًا."),
                Lang::En => format!("This type has {count}. Choose first what becomes of them."),
            }
        }
        ShapeRefusal::NoKinds => fixed("لا أنواع لذلك بعد.", "There are no types for that yet."),
        ShapeRefusal::NoTitle => fixed("لا عنوان بلا حروف. بقي العنوان كما كان.", "A title needs letters. It stays as it was."),
        ShapeRefusal::BadLanguage => fixed(
            "ليس هذا رمز لغة، مثل ar أو en أو ar-EG. بقيت اللغة كما كانت.",
            "This is no tag of a language, such as ar, en or ar-EG. It stays as it was.",
        ),
        ShapeRefusal::LastDocument => fixed(
            "لا بد من مستند واحد على الأقل. يُفتح غيره أولًا، ثم تُزال هذه.",
            "One document has to stay. Open another one first, then remove these.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::ids::LabelId;

    #[test]
    fn what_is_not_allowed_is_said_by_name_in_both_languages() {
        let (kinds, tagset) = (Kinds::default(), Tagset::default());
        let why = |lang| refusal(lang, &ShapeRefusal::NotAllowed("post".into(), LabelId::new("GPE"), false), &kinds, &tagset);
        assert!(why(Lang::Ar).contains("post") && why(Lang::Ar).contains("GPE"), "{}", why(Lang::Ar));
        assert!(why(Lang::En).contains("does not lead to"), "{}", why(Lang::En));
    }
}
