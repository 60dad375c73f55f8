//! What can be wrong with a file, in data; `i18n` says it in both languages.
//!
//! A `path` is a JSON pointer (RFC 6901) into the file: `/documents/0/spans/3/utf16`.

/// The longest quote that a fault carries, in code points.
const QUOTE_MAX: usize = 80;

/// What a value of the file should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An object.
    Object,
    /// A list.
    List,
    /// A string.
    Text,
    /// A whole number from 0 to 4,294,967,295.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list of two numbers, the first not greater.
    Pair,
}

/// Why a file is not opened. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// It is not JSON; line and column from 1, the column in bytes.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// It is JSON, but no file of Hashiya.
    NotOurs,
    /// A newer version of Hashiya wrote it; the version is told.
    NewerVersion(u64),
    /// Its objects and lists stand in one another more than [`super::DEPTH_MAX`] deep.
    TooDeep,
    /// It has more bytes than [`super::BYTES_MAX`].
    TooLarge {
        /// Its bytes.
        bytes: usize,
    },
    /// A field that must be there is not.
    Missing {
        /// Where it should be.
        path: String,
    },
    /// A value is of another type.
    WrongType {
        /// Where.
        path: String,
        /// What it should be.
        expected: Kind,
    },
    /// A string or number is none of those allowed there.
    BadValue {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
    },
    /// An id is not of the form that ids have.
    BadId {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
    },
    /// A colour is neither one of the palette nor `#rrggbb`.
    BadColour {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
    },
    /// A text does not have the SHA-256 that stands beside it: one of the two was altered.
    HashMismatch {
        /// Where the SHA-256 stands.
        path: String,
        /// The document.
        document: String,
    },
    /// A text does not have the length that stands beside it.
    LengthMismatch {
        /// Where the length stands.
        path: String,
        /// The document.
        document: String,
    },
    /// Limits hold no text, or reach beyond the text.
    OutOfText {
        /// Where they stand.
        path: String,
        /// The document.
        document: String,
    },
    /// The limits of a span and what it quotes do not fit each other.
    OffsetMismatch {
        /// Where the limits or the surroundings stand that do not fit.
        path: String,
        /// The document.
        document: String,
        /// The span; empty for a region.
        span: String,
        /// What the file says stands there, perhaps shortened.
        expected: String,
        /// What stands there in the text, perhaps shortened.
        found: String,
    },
    /// The parts of a span overlap, are out of order, or do not fill its limits.
    BadFragments {
        /// Where.
        path: String,
        /// The span.
        span: String,
    },
    /// An id names nothing in the file.
    UnknownReference {
        /// Where.
        path: String,
        /// The id.
        id: String,
    },
    /// An id, a text or a key is given twice, or a set says the same of the same text twice.
    Duplicate {
        /// Where the second stands.
        path: String,
        /// What is repeated.
        id: String,
    },
    /// A label stands under itself.
    Cycle {
        /// Where.
        path: String,
        /// The label.
        id: String,
    },
}

/// The fault on its way out of the reader: a pointer, since every step of reading hands one on.
pub(super) type Stop = Box<ReadFault>;

/// Why a project is not written: what was about to be written contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteFault {
    /// A document's text does not have its SHA-256 any more.
    Hash {
        /// The document.
        document: String,
    },
    /// A span's limits in one of the three units do not hold what it quotes.
    Slice {
        /// The document.
        document: String,
        /// The span.
        span: String,
        /// The unit: `code_point`, `utf16` or `utf8`.
        unit: &'static str,
    },
    /// What was written cannot be read back.
    Unreadable,
}

/// A quote short enough for a message.
pub(super) fn short(quote: &str) -> String {
    let mut kept = quote.chars().take(QUOTE_MAX).collect::<String>();
    if kept.len() < quote.len() {
        kept.push('…');
    }
    kept
}
