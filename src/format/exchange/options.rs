//! What the user chooses of how a format is written.

use super::model::Unit;

/// What counts as a token in formats made of tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tokens {
    /// Written words and single marks of punctuation.
    #[default]
    Words,
    /// Written words parted into their clitics.
    Clitics,
}

/// What becomes of a span that begins or ends inside a token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Misfit {
    /// It is made longer, up to the limits of its tokens.
    #[default]
    Widen,
    /// The token is parted at its limits.
    Part,
    /// It is left out.
    Drop,
}

/// How tags of tokens are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scheme {
    /// `B-` on each first token, `I-` on the rest.
    #[default]
    Iob2,
    /// `I-`, and `B-` only where two of one label touch: the form of the files of CoNLL-2003.
    Iob1,
    /// `B- I- E-`, and `S-` for one token.
    Bioes,
}

/// What becomes of spans inside others in formats with a column of tags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Nesting {
    /// Each level has a column; crossing ones too.
    #[default]
    Columns,
    /// Only the outermost are written.
    Outermost,
    /// Only the innermost are written.
    Innermost,
}

/// All choices; a format reads those that concern it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// What counts as a token.
    pub tokens: Tokens,
    /// What becomes of spans that begin or end inside a token.
    pub misfit: Misfit,
    /// How tags are written.
    pub scheme: Scheme,
    /// What becomes of nested spans.
    pub nesting: Nesting,
    /// What limits count in formats whose readers do not agree (doccano, PubAnnotation); `None`: what the tool itself counts.
    pub unit: Option<Unit>,
    /// Whether cells that a spreadsheet would run as a formula get an apostrophe.
    pub safe_cells: bool,
}

impl Options {
    /// What is chosen where nobody chooses.
    pub const DEFAULT: Self = Self {
        tokens: Tokens::Words,
        misfit: Misfit::Widen,
        scheme: Scheme::Iob2,
        nesting: Nesting::Columns,
        unit: None,
        safe_cells: false,
    };
}
