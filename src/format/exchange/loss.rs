//! What a format could not hold. In data; `i18n` says it in both languages.

/// One thing that a download does not hold as it is in the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What became of it.
    pub kind: LossKind,
    /// The name of its document; blank where it belongs to none.
    pub document: String,
    /// The words it stands on, or its name; shortened by whoever shows it.
    pub words: String,
    /// Its label or type, where it has one.
    pub label: String,
}

/// What became of something that a format cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossKind {
    /// A span was left out, since it lies inside another.
    Nested,
    /// A span was left out, since it crosses another.
    Crossing,
    /// A span was left out, since another lies inside it.
    Holding,
    /// A span was left out, since another has the same limits.
    SameLimits,
    /// A span was left out, since it begins or ends inside a token.
    InsideToken,
    /// A span was made longer, up to the limits of its tokens.
    Widened,
    /// Tokens were parted at the limits of a span.
    TokenParted,
    /// A span was left out, since it goes over the end of a sentence.
    OverSentence,
    /// A span in several pieces was written as one from its first to its last character.
    Filled,
    /// A span in several pieces was written as several spans.
    Parted,
    /// A span was cut at the ends of lines.
    CutAtLines,
    /// White space at the ends of a span was left out.
    Trimmed,
    /// A span was left out for a reason of the format's own.
    SpanDropped,
    /// A relation was left out.
    Relation,
    /// An event was left out.
    Event,
    /// An event was written without what has no place: its trigger is missing, or roles are alike.
    EventPart,
    /// An attribute was left out.
    Attribute,
    /// An attribute's value was written as text.
    AttributeAsText,
    /// A note was left out.
    Note,
    /// A note's line breaks were written as spaces.
    NoteLines,
    /// What a span mentions was left out, or a part of it.
    Referent,
    /// A label of a document was left out.
    DocumentLabel,
    /// A link between documents was left out.
    CrossLink,
    /// A label, type or attribute was given another name, since the format allows few characters.
    Renamed,
    /// Characters that the format cannot hold were written as spaces.
    Characters,
    /// A cell got an apostrophe, so that no spreadsheet runs it as a formula.
    Guarded,
    /// Line breaks were written as LF.
    LineBreaks,
    /// Who made it, or when, was left out.
    Author,
    /// White space between tokens cannot be told from the file.
    WhiteSpace,
    /// Title, source, language or direction of a document was left out.
    About,
}

impl Loss {
    /// One loss.
    #[must_use]
    pub fn new(kind: LossKind, document: &str, words: impl Into<String>, label: &str) -> Self {
        Self { kind, document: document.to_owned(), words: words.into(), label: label.to_owned() }
    }
}
