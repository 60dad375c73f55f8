//! The paragraph that says, for a paper, what was counted and how, with the figures in it.

use super::{Ask, CHARACTER, WORD, people, so_many};
use crate::core::figures::median;
use crate::core::fixed::fixed;
use crate::i18n::{self, Lang, Noun, shown};

/// By what and when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The version of Hashiya.
    pub version: String,
    /// The day: `2026-01-02`.
    pub day: String,
    /// Whether a website's leftovers count. `None` where no document has any.
    pub leftovers: Option<bool>,
}

/// How many labels are named.
const NAMED: usize = 3;

/// The paragraph.
#[must_use]
pub fn methods(ask: &Ask<'_>, made: &Made) -> String {
    let figures = ask.figures;
    let (extent, counts, used) = (figures.extent(), figures.by_label(), figures.used());
    let all = figures.spans.len();
    let words = so_many(ask.lang, WORD, ("word", "words"), extent.words as usize, false);
    let characters = so_many(ask.lang, CHARACTER, ("character", "characters"), extent.characters as usize, false);
    let middle = |lengths: Vec<u32>| fixed(median(&lengths).unwrap_or_default(), 1);
    let (in_words, in_characters) =
        (middle(figures.lengths(None, |seen| seen.words)), middle(figures.lengths(None, |seen| seen.characters)));
    let share = |count: usize| fixed(count as f64 * 100.0 / all.max(1) as f64, 1);
    let name = |label: &usize| {
        let count = counts[*label];
        match ask.lang {
            Lang::Ar => format!("{} ({count}، {}%)", ask.label_name(*label), share(count)),
            Lang::En => format!("{} ({count}, {}%)", ask.label_name(*label), share(count)),
        }
    };
    let named = used.iter().take(NAMED).map(name).collect::<Vec<_>>();
    let whose = figures.sets.len();
    let dense = fixed(all as f64 * 1000.0 / f64::from(extent.words.max(1)), 1);
    let each = fixed(all as f64 / whose.max(1) as f64, 1);
    let density = match (ask.lang, whose) {
        (Lang::Ar, 0 | 1) => format!("أي {dense} في كل ألف كلمة"),
        (Lang::Ar, _) => format!("بمتوسط {each} لكل واسم"),
        (Lang::En, 0 | 1) => format!("{dense} per thousand words"),
        (Lang::En, _) => format!("on average {each} each"),
    };
    let (documents, sets) = (figures.documents.len(), people(ask.lang, figures.sets.len()));
    // Nothing that cannot be seen goes into what is copied.
    let (labels, project) = (figures.labels.len(), format!("«{}»", shown(&ask.state.project.name)));
    let (version, day) = (&made.version, &made.day);
    match ask.lang {
        Lang::Ar => {
            let without = match made.leftovers {
                Some(false) => "، ولم تُحسب مخلّفات المواقع",
                Some(true) => "، وحُسبت معها مخلّفات المواقع",
                None => "",
            };
            let mut text = format!(
                "عدد مستندات مشروع {project} {documents}، فيها {words} و{characters}{without}. وعدد المقاطع الموسومة {all}، وضعها {sets}، {density}. واستُعمل من الوسوم {} من {labels}، أكثرها {}. ووسيط طول المقطع {in_words} بالكلمات و{in_characters} بالمحارف.",
                used.len(),
                named.join("، و"),
            );
            if let Some(mean) = ask.heat.mean() {
                text += &format!(" ومتوسط F1 بين كل واسمَين، لمقاطع تطابقت حدودها ووسومها، {}.", fixed(mean, 3));
            }
            text + &format!(
                " والكلمة ما كان فيها حرف أو رقم بحسب UAX #29، والمحرف نقطة ترميز في يونيكود. حُسبت الأرقام ببرنامج حاشية {version} في {day}."
            )
        }
        Lang::En => {
            let documents = i18n::counted(Lang::En, Noun::Document, documents);
            let without = match made.leftovers {
                Some(false) => ", the leftovers of websites not counted",
                Some(true) => ", the leftovers of websites among them",
                None => "",
            };
            let spans = i18n::counted(Lang::En, Noun::Span, all);
            let mut text = format!(
                "The project {project} holds {documents} with {words} and {characters}{without}. In these, {sets} marked {spans}, {density}, with {} of {labels} labels, most often {}. The median length of a span is {in_words} in words and {in_characters} in characters.",
                used.len(),
                named.join(", "),
            );
            if let Some(mean) = ask.heat.mean() {
                text += &format!(
                    " The mean F1 of all pairs of annotators, of spans with the very same limits and label, is {}.",
                    fixed(mean, 3)
                );
            }
            text + &format!(
                " A word is what holds a letter or a digit by UAX #29; a character is a code point of Unicode. Counted by Hashiya {version} on {day}."
            )
        }
    }
}
