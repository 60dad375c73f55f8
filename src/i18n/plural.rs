//! Plural forms by the rules of the Unicode CLDR, and the things that are counted.

use super::Lang;

/// A plural category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Arabic 0.
    Zero,
    /// 1.
    One,
    /// Arabic 2.
    Two,
    /// Arabic 3 to 10, 103 to 110, and so on.
    Few,
    /// Arabic 11 to 99, 111 to 199, and so on.
    Many,
    /// Everything else.
    Other,
}

/// The category of a whole number.
#[must_use]
pub const fn plural(lang: Lang, count: usize) -> Plural {
    match (lang, count, count % 100) {
        (_, 1, _) => Plural::One,
        (Lang::En, ..) => Plural::Other,
        (Lang::Ar, 0, _) => Plural::Zero,
        (Lang::Ar, 2, _) => Plural::Two,
        (Lang::Ar, _, 3..=10) => Plural::Few,
        (Lang::Ar, _, 11..=99) => Plural::Many,
        (Lang::Ar, ..) => Plural::Other,
    }
}

/// What the interface counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Annotated stretches of text.
    Span,
    /// Documents.
    Document,
    /// Labels of the tagset.
    Label,
    /// Annotation sets.
    Set,
    /// Relations, events, entities and links, which are carried along.
    Record,
    /// Entries of the journal.
    Entry,
    /// Bytes of a file.
    Byte,
}

impl Noun {
    /// All.
    pub const ALL: [Self; 7] = [Self::Span, Self::Document, Self::Label, Self::Set, Self::Record, Self::Entry, Self::Byte];
}
