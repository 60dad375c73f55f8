//! What the checks, the labels' editor and the guidelines say beyond fixed words: counts, kinds of findings, looks.

use super::Word;
use crate::core::colour::{HUES, Line};
use crate::core::ids::LabelId;
use crate::core::lint::{Fix, Kind};
use crate::core::tagset::Tagset;
use crate::i18n::ar::nouns::declined;
use crate::i18n::en::nouns::numbered;
use crate::i18n::{self, Lang};

/// Something that wants a look, in Arabic: as in `ar::nouns`.
const FINDING: [&str; 7] = ["ملاحظة واحدة", "ملاحظتان", "ملاحظتين", "ملاحظات", "ملاحظة", "ملاحظة", "لا ملاحظات"];
/// A suggestion, in Arabic.
const SUGGESTION: [&str; 7] = ["اقتراح واحد", "اقتراحان", "اقتراحين", "اقتراحات", "اقتراحًا", "اقتراح", "لا اقتراحات"];

/// So many findings.
#[must_use]
pub fn findings(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => declined(FINDING, count, false),
        Lang::En => numbered("finding", "findings", count),
    }
}

/// So many suggestions.
#[must_use]
pub fn suggestions(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ar => declined(SUGGESTION, count, false),
        Lang::En => numbered("suggestion", "suggestions", count),
    }
}

/// What parts two things that are named one after the other.
#[must_use]
pub const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "، ",
        Lang::En => ", ",
    }
}

/// A kind of finding: its name, and why it wants a look.
#[must_use]
pub const fn kind(lang: Lang, kind: Kind) -> (&'static str, &'static str) {
    match lang {
        Lang::Ar => kind_ar(kind),
        Lang::En => kind_en(kind),
    }
}

const fn kind_ar(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::SameFormOtherLabel => ("وسم مختلف للكلمات نفسها", "لهذه الكلمات وسم آخر في معظم المواضع الأخرى."),
        Kind::UntaggedTwin => ("مماثل غير موسوم", "وُسمت هذه الكلمات في مواضع أخرى ولم توسم هنا."),
        Kind::EdgePunctuation => ("حدّ على علامة ترقيم", "يبدأ المقطع بعلامة ترقيم أو ينتهي بها."),
        Kind::EdgeSpace => ("حدّ على مسافة", "يبدأ المقطع بمسافة أو ينتهي بها."),
        Kind::EdgeTatweel => ("حدّ على تطويل", "يبدأ المقطع بتطويل أو ينتهي به."),
        Kind::EdgeBidiMark => ("حدّ على محرف لا يُرى", "يبدأ المقطع بمحرف اتجاه أو محرف لا يُرى، أو ينتهي به."),
        Kind::InsideCluster => ("حدّ بين حرف وحركته", "يفصل حدّ المقطع بين حرف وما عليه."),
        Kind::InsideNumber => ("حدّ داخل عدد", "يقطع حدّ المقطع عددًا."),
        Kind::UnbalancedQuotes => ("تنصيص أو قوس بلا قرين", "في المقطع إحدى علامتي الزوج دون الأخرى."),
        Kind::Duplicate => ("مقطع مكرر", "للكلمات نفسها الوسم نفسه مرتين."),
        Kind::RetiredLabel => ("وسم موقوف", "أُوقف هذا الوسم ولا يزال للمقطع."),
    }
}

const fn kind_en(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::SameFormOtherLabel => ("The same words, another label", "These words have another label at most other places."),
        Kind::UntaggedTwin => ("Untagged twins", "These words are tagged elsewhere, and not here."),
        Kind::EdgePunctuation => ("Limits on punctuation", "The span begins or ends with punctuation."),
        Kind::EdgeSpace => ("Limits on white space", "The span begins or ends with white space."),
        Kind::EdgeTatweel => ("Limits on a tatweel", "The span begins or ends with a tatweel."),
        Kind::EdgeBidiMark => {
            ("Limits on what nobody sees", "The span begins or ends with a direction mark or another character that nobody sees.")
        }
        Kind::InsideCluster => ("Limits between a letter and its mark", "A limit parts a letter from what stands on it."),
        Kind::InsideNumber => ("Limits inside a number", "A limit cuts a number."),
        Kind::UnbalancedQuotes => ("Quotes or brackets without their pair", "One of the pair is in the span, the other is not."),
        Kind::Duplicate => ("Said twice", "The same words have the same label twice."),
        Kind::RetiredLabel => ("Retired labels", "The label is retired, and the span still has it."),
    }
}

/// What a fix does, as its button says it.
#[must_use]
pub fn fix(lang: Lang, fix: &Fix, tagset: &Tagset) -> String {
    let to = |what: Word, label: &LabelId| {
        format!("{} {}", super::word(lang, what), i18n::isolated(&i18n::label_name(lang, label, tagset)))
    };
    match fix {
        Fix::SetRange(_) => super::word(lang, Word::FixLimits).to_owned(),
        Fix::Relabel(label) => to(Word::FixRelabel, label),
        Fix::Delete => super::word(lang, Word::FixDelete).to_owned(),
        Fix::Tag(_, label) => to(Word::FixTag, label),
    }
}

/// The name of a hue: its place in [`HUES`].
#[must_use]
pub const fn hue(hue: u8) -> Word {
    const NAMES: [Word; HUES.len()] = [
        Word::HueRed,
        Word::HueOrange,
        Word::HueAmber,
        Word::HueGreen,
        Word::HueTeal,
        Word::HueBlue,
        Word::HueViolet,
        Word::HuePink,
    ];
    NAMES[hue as usize % HUES.len()]
}

/// The name of a step of lightness: 1 light, 2 middle, 3 deep.
#[must_use]
pub const fn step(step: u8) -> Word {
    match step {
        1 => Word::StepLight,
        2 => Word::StepMiddle,
        _ => Word::StepDeep,
    }
}

/// The name of an underline.
#[must_use]
pub const fn line(line: Line) -> Word {
    match line {
        Line::Solid => Word::LineSolid,
        Line::Double => Word::LineDouble,
        Line::Dashed => Word::LineDashed,
        Line::Dotted => Word::LineDotted,
        Line::Thick => Word::LineThick,
        Line::ThickDashed => Word::LineThickDashed,
        Line::ThickDotted => Word::LineThickDotted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_the_right_form() {
        let arabic = [0, 1, 2, 3, 11, 100].map(|count| findings(Lang::Ar, count));
        assert_eq!(arabic, ["لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "3 ملاحظات", "11 ملاحظة", "100 ملاحظة"]);
        assert_eq!((findings(Lang::En, 1), suggestions(Lang::En, 2)), ("1 finding".to_owned(), "2 suggestions".to_owned()));
        assert_eq!(suggestions(Lang::Ar, 12), "12 اقتراحًا");
    }

    #[test]
    fn every_kind_is_told_in_both_languages_and_no_two_alike() {
        for lang in [Lang::Ar, Lang::En] {
            let mut names = Kind::ALL.map(|each| kind(lang, each).0).to_vec();
            assert!(Kind::ALL.iter().all(|each| kind(lang, *each).1.ends_with('.')));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Kind::ALL.len());
        }
    }
}
