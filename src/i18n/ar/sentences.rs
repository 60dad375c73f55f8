//! Sentences in Arabic: messages, refusals, faults of files, names of changes.

use super::nouns::counted;
use super::words::word;
use crate::core::document::Status;
use crate::core::refusal::Refusal;
use crate::core::tagset::Tagset;
use crate::core::transaction::{ChangeName, ShapeChange};
use crate::i18n::plural::Noun;
use crate::i18n::{Lang, Word, isolated, label_name, quoted, shortened};
use crate::session::Message;

/// Characters of a selection that are read out.
const SAID: usize = 80;

/// A message as a sentence.
pub fn say(message: &Message, tagset: &Tagset) -> String {
    match message {
        Message::Refused(refusal) => refused(refusal),
        Message::Done(name) => format!("تم: {}", change(name)),
        Message::Undone(name) => format!("تم التراجع عن: {}", change(name)),
        Message::Redone(name) => format!("تمت إعادة: {}", change(name)),
        Message::Selected(words) => format!("محدَّد: {}", quoted(&shortened(words, SAID))),
        Message::Reached(label, words, place, all) => {
            let label = label_name(Lang::Ar, label, tagset);
            format!("{label} {}، {place} من {all}", quoted(&shortened(words, SAID)))
        }
        Message::Armed(Some(label)) => format!("كل ما يُحدَّد يأخذ الوسم {}، إلى أن يُضغط Esc.", label_name(Lang::Ar, label, tagset)),
        Message::Armed(None) => "لم يعد التحديد يَسِم.".to_owned(),
        Message::NoLabelYet => "لم يُستعمل وسم بعد يمكن تكراره. يكفي إعطاء وسم مرة واحدة.".to_owned(),
        Message::NoName => "لا كلمة هنا تبدو اسمًا لم يوسم. تُعرف بأنها وُسمت في موضع آخر، أو تلي لقبًا، أو تبدأ بحرف لاتيني كبير.".to_owned(),
        Message::TaggingBegun => "بدأ الوسم بالمفاتيح: الأسهم تحرّك المؤشر، ومع Shift تحدِّد، ومفاتيح الوسوم تَسِم، وEsc للخروج.".to_owned(),
        Message::TaggingLeft => "انتهى الوسم بالمفاتيح.".to_owned(),
        Message::Told([told, _]) => told.clone(),
        Message::Downloaded(name) => format!("نُزّل الملف {}.", isolated(name)),
        Message::BackedUp(name) => format!(
            "لم تطابق مواضع بعض المقاطع نصوصها عند الفحص، فنُزّلت نسخة احتياطية خام باسم {}. ينبغي الاحتفاظ بها والإبلاغ عن الخلل.",
            isolated(name)
        ),
        Message::NoStore => "لا يسمح المتصفّح بالتخزين هنا: يبقى العمل إلى أن تُغلق الصفحة. ينبغي تنزيل JSON قبل ذلك.".to_owned(),
        Message::LocalOnly => "يعمل التخزين المحلي وحده: قد تضيع الثواني الأخيرة قبل أي انهيار. يُستحسن تنزيل JSON من حين إلى آخر.".to_owned(),
        Message::SetAside(count) => {
            format!("تعذّرت قراءة بعض ما حُفظ سابقًا ({})، فعُزل ولم يُحذف. البقية كلها هنا.", counted(Noun::Entry, *count as usize, false))
        }
        Message::OlderPage => "حفظت نسخة أحدث من هذه الصفحة عملًا لا تقرؤه هذه النسخة. لم يضع شيء: ينبغي إعادة تحميل الصفحة.".to_owned(),
        Message::MirrorOnly => "التخزين المحلي ممتلئ أو محجوب، ويُحفظ العمل في قاعدة بيانات المتصفّح (IndexedDB) بدلًا منه؛ لم يضع شيء.".to_owned(),
        Message::NotLoaded => word(Word::NotLoaded).to_owned(),
        Message::MayBeCleared => "قد يمحو المتصفّح ما تحفظه الصفحة: Safari بعد سبعة أيام بلا زيارة، والنوافذ الخاصة عند إغلاقها. للأمان: تنزيل JSON من حين إلى آخر.".to_owned(),
    }
}

/// What a change did, as a noun phrase.
pub fn change(name: &ChangeName) -> String {
    match name {
        ChangeName::Tag(label, words) => format!("وسم {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::TagMany(count, label) => {
            format!("وسم {} بالوسم {}", counted(Noun::Span, *count as usize, true), isolated(label.as_str()))
        }
        ChangeName::Delete(label, words) => format!("حذف {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::DeleteMany(count) => format!("حذف {}", counted(Noun::Span, *count as usize, true)),
        ChangeName::Relabel(words, label) => format!("تغيير وسم {} إلى {}", quoted(words), isolated(label.as_str())),
        ChangeName::RelabelMany(count, label) => {
            format!("تغيير وسم {} إلى {}", counted(Noun::Span, *count as usize, true), isolated(label.as_str()))
        }
        ChangeName::Move(label, words) => format!("تعديل حدود {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::Note(label, words) => format!("كتابة حاشية على {} {}", isolated(label.as_str()), quoted(words)),
        ChangeName::Status(title, status) => format!("حالة {}: {}", quoted(&shortened(title, 40)), state(*status)),
        ChangeName::Annotator => "تغيير اسم الواسم".to_owned(),
        ChangeName::Open(name) => format!("فتح {}", isolated(name)),
        ChangeName::LabelAdd(label) => format!("إضافة الوسم {}", isolated(label.as_str())),
        ChangeName::LabelEdit(label) => format!("تعديل الوسم {}", isolated(label.as_str())),
        ChangeName::LabelRemove(label) => format!("إزالة الوسم {}", isolated(label.as_str())),
        ChangeName::Tagset(name) => format!("أخذ وسوم من {}", isolated(name)),
        ChangeName::Guidelines => "كتابة دليل الوسم".to_owned(),
        ChangeName::Fix(count) => format!("إصلاح {}", counted(Noun::Span, *count as usize, true)),
        ChangeName::Accept(count) => format!("قبول اقتراحات: {}", counted(Noun::Span, *count as usize, false)),
        ChangeName::Spelling(words) => format!("تهجئات الاسم الواحد: {}", quoted(words)),
        ChangeName::Shape(change, words) => format!("{} {}", shaped(*change), quoted(words)),
        ChangeName::Refuse(words) => format!("رفض اقتراح {} أو السماح به", quoted(words)),
    }
}

const fn shaped(change: ShapeChange) -> &'static str {
    match change {
        ShapeChange::FragmentAdd => "إضافة قطعة إلى",
        ShapeChange::FragmentRemove => "إزالة قطعة من",
        ShapeChange::Attribute => "تغيير سمة",
        ShapeChange::RelationAdd => "إضافة علاقة",
        ShapeChange::RelationEdit => "تعديل علاقة",
        ShapeChange::RelationRemove => "إزالة علاقة",
        ShapeChange::EventAdd => "إضافة حدث",
        ShapeChange::EventEdit => "تعديل حدث",
        ShapeChange::EventRemove => "إزالة حدث",
        ShapeChange::RoleAdd => "إضافة دور",
        ShapeChange::RoleRemove => "إزالة دور",
        ShapeChange::DocumentLabel => "تغيير وسوم المستند",
        ShapeChange::EntityAdd => "إضافة كيان",
        ShapeChange::EntityEdit => "تعديل كيان",
        ShapeChange::EntityRemove => "إزالة كيان",
        ShapeChange::EntityMerge => "دمج كيانين في",
        ShapeChange::Mention => "تغيير ذكر",
        ShapeChange::LinkAdd => "إضافة رابط",
        ShapeChange::LinkEdit => "تعديل رابط",
        ShapeChange::LinkRemove => "إزالة رابط",
        ShapeChange::KindAdd => "إضافة نوع",
        ShapeChange::KindEdit => "تعديل نوع",
        ShapeChange::KindRemove => "إزالة نوع",
        ShapeChange::DocumentEdit => "تعديل مستند",
        ShapeChange::DocumentRemove => "إزالة مستند",
        ShapeChange::Settle => "حسم",
    }
}

const fn state(status: Status) -> &'static str {
    match status {
        Status::New => "جديد",
        Status::Working => "قيد العمل",
        Status::Done => "منجز",
    }
}

fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingSelected => "لا شيء محدَّد. يلزم أولًا تحديد كلمات من المقال، أو اختيار مقطع لتغيير وسمه.",
        Refusal::NoSpan => "لا مقطع مختار. يمكن اختياره بالنقر عليه في المقال أو في القائمة.",
        Refusal::AlreadyTagged(label, words) => {
            return format!(
                "{} موسوم بالوسم {} من قبل. يمكن إعطاؤه وسمًا آخر أو تغيير حدوده.",
                quoted(words),
                isolated(label.as_str())
            );
        }
        Refusal::ReadOnly => "هذا المقطع من عمل واسم آخر، وهو للقراءة فقط. يبقى وسم الكلمات نفسها ممكنًا.",
        Refusal::EdgeBlocked => "لا تتحرك هذه الحافة أبعد من ذلك: هنا طرف النص أو طرف المقطع الآخر.",
        Refusal::NoBase => "لا مقطع تُضاف إليه هذه الكلمات. يُختار المقطع أولًا، ثم تُحدَّد الكلمات.",
        Refusal::Shape(_) => "لا يصحّ ذلك هنا، ولم يتغيّر شيء.",
        Refusal::NothingToUndo => "لا شيء يمكن التراجع عنه: هذا أول السجل.",
        Refusal::NothingToRedo => "لا شيء تمكن إعادته: هذا آخر تعديل.",
        Refusal::Depended => "بُني على هذا التعديل تعديل لاحق. ينبغي التراجع عن اللاحق أولًا.",
        Refusal::NoChange => "لا يغيّر ذلك شيئًا: الحال كذلك من قبل.",
        Refusal::Gone => "ما يُراد تغييره لم يعد موجودًا. قد يعيده التراجع.",
        Refusal::LabelInUse(count) => {
            return format!("عدد المقاطع بهذا الوسم: {count}. ينبغي أولًا اختيار مصيرها.");
        }
        Refusal::LabelCycle => "لا يوضع وسم تحت نفسه.",
        Refusal::KeyTaken => "للصفحة عمل بهذا المفتاح. ينبغي اختيار غيره.",
    }
    .to_owned()
}
