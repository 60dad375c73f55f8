//! What the lines between spans and the second document say.

use crate::i18n::Lang;

/// A fixed string of these parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BesideWord {
    /// All lines are drawn.
    LinesAll,
    /// Only those at hand are drawn.
    LinesAtHand,
    /// None is drawn.
    LinesNone,
    /// There is nothing to draw a line between.
    LinesNothing,
    /// The name of the second document's part of the page.
    Beside,
    /// Which document stands beside.
    Choose,
    /// Stands beside the other no more.
    Close,
    /// There is no other document.
    Alone,
    /// The active span has no counterpart.
    NoCounterpart,
    /// No span is active.
    NoSpan,
}

impl BesideWord {
    /// All.
    pub const ALL: [Self; 10] = [
        Self::LinesAll,
        Self::LinesAtHand,
        Self::LinesNone,
        Self::LinesNothing,
        Self::Beside,
        Self::Choose,
        Self::Close,
        Self::Alone,
        Self::NoCounterpart,
        Self::NoSpan,
    ];
}

/// The words of a string.
#[must_use]
pub const fn word(lang: Lang, word: BesideWord) -> &'static str {
    match lang {
        Lang::Ar => ar(word),
        Lang::En => en(word),
    }
}

const fn ar(word: BesideWord) -> &'static str {
    match word {
        BesideWord::LinesAll => "خطوط العلاقات: كلها",
        BesideWord::LinesAtHand => "خطوط العلاقات: ما يخصّ المقطع المختار أو المشار إليه",
        BesideWord::LinesNone => "خطوط العلاقات: لا شيء",
        BesideWord::LinesNothing => "لا علاقات في هذه الوثيقة بعد.",
        BesideWord::Beside => "الوثيقة المقابلة",
        BesideWord::Choose => "الوثيقة المقابلة",
        BesideWord::Close => "إغلاق الوثيقة المقابلة",
        BesideWord::Alone => "لا وثيقة أخرى في المشروع.",
        BesideWord::NoCounterpart => "لا نظير لهذا المقطع في وثيقة أخرى: اربطه بمقطع فيها أو سمِّ كيانه.",
        BesideWord::NoSpan => "اختر مقطعًا أولًا.",
    }
}

const fn en(word: BesideWord) -> &'static str {
    match word {
        BesideWord::LinesAll => "Relation lines: all",
        BesideWord::LinesAtHand => "Relation lines: those of the chosen span, or the one pointed at",
        BesideWord::LinesNone => "Relation lines: none",
        BesideWord::LinesNothing => "There are no relations in this document yet.",
        BesideWord::Beside => "The document beside",
        BesideWord::Choose => "Document beside",
        BesideWord::Close => "Close the document beside",
        BesideWord::Alone => "There is no other document in the project.",
        BesideWord::NoCounterpart => {
            "This span has no counterpart in another document: link it to a span there, or name its entity."
        }
        BesideWord::NoSpan => "Choose a span first.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_both_languages() {
        for word in BesideWord::ALL {
            let (ar, en) = (ar(word), en(word));
            assert!(!ar.is_empty() && !en.is_empty() && ar.chars().all(|c| !c.is_ascii_alphabetic()), "{word:?}");
        }
    }
}
