//! The measures: their names, what each means in a sentence or two, where it comes from, and why one has no value.
//! `docs/agreement.md` says the same at length.

use crate::core::agreement::Why;
use crate::core::agreement::told::Kind;
use crate::i18n::Lang;

const SPANS: &str = "Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, ch. 8";
const COREFERENCE: &str = "Pradhan, Luo, Recasens, Hovy, Ng and Strube 2014";

/// The name of a measure.
#[must_use]
pub const fn name(lang: Lang, kind: Kind) -> &'static str {
    let (ar, en) = match kind {
        Kind::Exact => ("F1 مطابقة تامة", "Exact F1"),
        Kind::Tolerant => ("F1 مع التسامح في اللواصق", "Clitic-tolerant F1"),
        Kind::Overlap => ("F1 مع التداخل", "Overlap F1"),
        Kind::Unlabelled => ("F1 تامة بلا وسوم", "Exact F1, unlabelled"),
        Kind::UnlabelledTolerant => ("F1 متسامحة بلا وسوم", "Tolerant F1, unlabelled"),
        Kind::UnlabelledOverlap => ("F1 بالتداخل بلا وسوم", "Overlap F1, unlabelled"),
        Kind::Cohen => ("كابا كوهين", "Cohen’s kappa"),
        Kind::Fleiss => ("كابا فليس", "Fleiss’ kappa"),
        Kind::Alpha => ("ألفا كريبندورف", "Krippendorff’s alpha"),
        Kind::AlphaU => ("ألفا التقطيع", "alpha_U"),
        Kind::Gamma => ("غاما", "Gamma"),
        Kind::Relations => ("F1 العلاقات", "Relations, F1"),
        Kind::RelationsAny => ("F1 العلاقات بلا نوع", "Relations, F1, untyped"),
        Kind::Roles => ("F1 أدوار الأحداث", "Roles of events, F1"),
        Kind::RolesAny => ("F1 الأدوار بلا نوع", "Roles, F1, untyped"),
        Kind::Attribute => ("الاتفاق في سمة", "Attribute, share alike"),
        Kind::AttributeKappa => ("كابا كوهين للسمة", "Attribute, Cohen’s kappa"),
        Kind::Muc => ("MUC للكيانات", "Entities, MUC"),
        Kind::BCubed => ("B³ للكيانات", "Entities, B³"),
        Kind::CeafMentions => ("CEAF بالذِّكر", "Entities, CEAF by mentions"),
        Kind::CeafEntities => ("CEAF بالكيان", "Entities, CEAF by entities"),
        Kind::Conll => ("متوسط CoNLL للكيانات", "Entities, CoNLL average"),
    };
    match lang {
        Lang::Ar => ar,
        Lang::En => en,
    }
}

/// A shorter name, for the head of a column.
#[must_use]
pub const fn short(lang: Lang, kind: Kind) -> &'static str {
    match (lang, kind) {
        (Lang::Ar, Kind::Exact) => "F1 تامة",
        (Lang::Ar, Kind::Tolerant) => "F1 متسامحة",
        (Lang::Ar, Kind::Cohen | Kind::Fleiss) => "كابا",
        (Lang::Ar, Kind::Alpha) => "ألفا",
        (Lang::En, Kind::Alpha) => "Alpha",
        (Lang::En, Kind::Exact) => "F1 exact",
        (Lang::En, Kind::Tolerant) => "F1 tolerant",
        (Lang::En, Kind::Cohen | Kind::Fleiss) => "Kappa",
        _ => name(lang, kind),
    }
}

/// What a measure means.
#[must_use]
pub const fn about(lang: Lang, kind: Kind) -> &'static str {
    let (ar, en) = match kind {
        Kind::Exact => (
            "يُعدّ المقطعان واحدًا إن كانت حدودهما ووسمهما واحدة. وF1 ضعف المشترك مقسومًا على مجموع ما عند الاثنين: 1 اتفاق تام، و0 لا مشترك.",
            "Two spans are the same where all limits and the label are. F1 is twice what is shared, of all that both have: 1 is full agreement, 0 is none.",
        ),
        Kind::Tolerant => (
            "كالتامة، إلا أن الحدود التي لا تختلف إلا بحروف متصلة بالكلمة (واو العطف وباء الجر والضمائر ونحوها) أو بعلامة ترقيم أو فراغ تُعدّ واحدة. ويُذكر كم زوجًا تطابق بذلك وحده.",
            "As exact, but limits that differ only by attached words (such as و, ب or a pronoun), punctuation or space count as the same. How many pairs are the same only so is said.",
        ),
        Kind::Overlap => (
            "يكفي أن يشترك المقطعان في حرف واحد وأن يكون وسمهما واحدًا؛ ويُقرن كل مقطع بواحد على الأكثر.",
            "It is enough that two spans of the same label have a character in common; each is paired with one at most.",
        ),
        Kind::Unlabelled => (
            "كالمطابقة التامة، أيًّا كان الوسم: أاتفقا على ما يُوسم؟",
            "As exact, whatever the label: do they agree on what to mark?",
        ),
        Kind::UnlabelledTolerant => ("كالمتسامحة، أيًّا كان الوسم.", "As tolerant, whatever the label."),
        Kind::UnlabelledOverlap => ("كالتداخل، أيًّا كان الوسم.", "As overlap, whatever the label."),
        Kind::Cohen => (
            "الاتفاق في وسم كل كلمة فوق ما تعطيه المصادفة بحسب ما يكثر منه كل واسم. أكثر الكلمات بلا وسم، فيعلو حيث قلّ الوسم.",
            "Agreement on the label of each word beyond what each annotator's own shares would give by chance. Most words have no label, so it is high where few are marked.",
        ),
        Kind::Fleiss => (
            "كابا لأكثر من واسمين: الاتفاق في وسم كل كلمة فوق ما تعطيه حصص الجميع مصادفة.",
            "Kappa for more than two: agreement on the label of each word beyond what everybody's shares would give by chance.",
        ),
        Kind::Alpha => (
            "الاختلاف في وسم الكلمات منسوبًا إلى ما تعطيه المصادفة، مصححًا لصغر العينة: 1 اتفاق تام، و0 كالمصادفة.",
            "Disagreement on the labels of words as a share of that by chance, corrected for small samples: 1 is full agreement, 0 is as by chance.",
        ),
        Kind::AlphaU => (
            "أقُطعت من النص القِطع نفسها؟ تختلف القطعتان بمربّع البعد بين طرفيهما، فللمقاطع الطويلة وزن أكبر.",
            "Whether the same stretches are cut out of the text. Two stretches differ by the squares of the distances of their ends, so that long ones weigh more.",
        ),
        Kind::Gamma => (
            "تُصفّ مقاطع الواسمين بعضها بإزاء بعض بأقل اضطراب ممكن، ويقاس ذلك باضطراب المصادفة. يُقدَّر اضطراب المصادفة بعيّنات، فيُذكر معه الخطأ بثقة 95%.",
            "Everybody's spans are laid beside one another with the least disorder, which is held against that of chance. Chance is sampled, so the error with 95 % confidence is given.",
        ),
        Kind::Relations => (
            "العلاقات التي طرفاها عند الواسمَين كليهما بالحدود والوسم نفسها: كم منها عندهما معًا وبالنوع نفسه.",
            "Relations whose two ends both annotators have with the same limits and label: how many of them both have, of the same type.",
        ),
        Kind::RelationsAny => ("كالعلاقات، أيًّا كان النوع.", "As relations, whatever the type."),
        Kind::Roles => (
            "أدوار الأحداث التي عند الواسمَين كليهما لفظها وشاغل دورها: كم منها عندهما معًا وفي الدور نفسه.",
            "Roles of events whose trigger and filler both annotators have: how many of them both have, in the same role.",
        ),
        Kind::RolesAny => ("كالأدوار، أيًّا كان الدور.", "As roles, whatever the role."),
        Kind::Attribute => (
            "من المقاطع التي عند الواسمَين وذكر أحدهما قيمة لهذه السمة: حصة ما قيمته عندهما واحدة.",
            "Of spans that both have and of which one at least says something by this attribute: the share said alike.",
        ),
        Kind::AttributeKappa => (
            "الاتفاق في قيمة السمة فوق المصادفة؛ والسكوت قيمة أيضًا.",
            "Agreement on the attribute beyond chance; saying nothing is a value too.",
        ),
        Kind::Muc => (
            "كم وصلة بين ذِكرين ينبغي أن تُزاد على كيانات أحدهما لتصير كيانات الآخر. لا يعدّ ما ذُكر مرة واحدة.",
            "How many links between mentions have to be added to the one's entities to make the other's. What is mentioned once does not count.",
        ),
        Kind::BCubed => (
            "لكل ذكر: حصة ما جمعه الآخر معه من كيانه؛ ثم متوسط ذلك.",
            "For each mention the share of its entity that the other joins with it; the mean of that.",
        ),
        Kind::CeafMentions => (
            "تُقرن الكيانات واحدًا بواحد بأحسن ما يمكن، وتُعدّ الأذكار المشتركة.",
            "Entities are paired one to one as well as can be, and shared mentions are counted.",
        ),
        Kind::CeafEntities => ("مثله، ولكل كيان الوزن نفسه.", "The same, each entity weighing alike."),
        Kind::Conll => ("متوسط F1 لـ MUC وB³ وCEAF بالكيان.", "The mean F1 of MUC, B³ and CEAF by entities."),
    };
    match lang {
        Lang::Ar => ar,
        Lang::En => en,
    }
}

/// Where a measure comes from, as it is cited.
#[must_use]
pub const fn source(kind: Kind) -> &'static str {
    match kind {
        Kind::Exact | Kind::Overlap | Kind::Unlabelled | Kind::UnlabelledOverlap => SPANS,
        Kind::Tolerant | Kind::UnlabelledTolerant => "Hashiya, docs/agreement.md",
        Kind::Cohen | Kind::AttributeKappa => "Cohen 1960, A coefficient of agreement for nominal scales",
        Kind::Fleiss => "Fleiss 1971, Measuring nominal scale agreement among many raters",
        Kind::Alpha => "Krippendorff 2004, Content Analysis, 2nd edition, ch. 11",
        Kind::AlphaU => "Krippendorff 1995, On the reliability of unitizing contiguous data",
        Kind::Gamma => "Mathet, Widlöcher and Métivier 2015, The unified and holistic method Gamma",
        Kind::Relations | Kind::RelationsAny | Kind::Roles | Kind::RolesAny | Kind::Attribute => "Hashiya, docs/agreement.md",
        Kind::Muc => "Vilain, Burger, Aberdeen, Connolly and Hirschman 1995",
        Kind::BCubed => "Bagga and Baldwin 1998, Algorithms for scoring coreference chains",
        Kind::CeafMentions | Kind::CeafEntities => "Luo 2005, On coreference resolution performance metrics",
        Kind::Conll => COREFERENCE,
    }
}

/// Why there is no value.
#[must_use]
pub const fn why(lang: Lang, why: Why) -> &'static str {
    let (ar, en) = match why {
        Why::OneAnnotator => ("لا قيمة: الاتفاق بين اثنين على الأقل", "No value: agreement is between two at least"),
        Why::NothingMarked => ("لا قيمة: لم يوسم شيء", "No value: nobody has marked anything"),
        Why::OneMarkedNothing => ("لا قيمة: أحد الواسمين لم يسم شيئًا", "No value: one annotator has marked nothing"),
        Why::NoTokens => ("لا قيمة: لا كلمات في النص", "No value: the text has no words"),
        Why::NoVariety => (
            "لا قيمة: أعطى الجميع كل كلمة الشيء نفسه، فالمصادفة وحدها تتفق",
            "No value: all have given everything the same, so that chance alone agrees",
        ),
        Why::OverlapsItself => {
            ("لا قيمة: لأحد الواسمين مقطعان متداخلان بالوسم نفسه", "No value: an annotator has two overlapping spans of one label")
        }
        Why::NothingShared => ("لا قيمة: لا مشترك يُقارن", "No value: they share nothing that could be compared"),
        Why::NothingJoined => ("لا قيمة: لا كيان ذُكر أكثر من مرة", "No value: no entity is mentioned more than once"),
        Why::NoDisorder => ("لا قيمة: لا تعطي المصادفة اضطرابًا", "No value: chance gives no disorder"),
    };
    match lang {
        Lang::Ar => ar,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_named_and_explained_in_both_languages() {
        for kind in Kind::ALL {
            for lang in [Lang::Ar, Lang::En] {
                assert!(!name(lang, kind).is_empty() && !about(lang, kind).is_empty() && !source(kind).is_empty());
            }
        }
    }
}
