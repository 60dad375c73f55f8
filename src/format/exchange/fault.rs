//! Why a file is not read, and what of a file that is read was passed over. In data; `i18n` says it in both languages.

/// Why nothing of a file was taken. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No format that is known.
    Unknown {
        /// The file.
        file: String,
    },
    /// It should be UTF-8 and is not.
    NotUtf8 {
        /// The file.
        file: String,
    },
    /// It is not JSON, XML, CSV, zip or whatever it should be.
    Broken {
        /// The file.
        file: String,
        /// The line, from 1; 0 where lines mean nothing in it.
        line: usize,
        /// What it should be: `JSON`, `XML`, `CSV`, `zip`, `MessagePack`.
        syntax: &'static str,
    },
    /// Something that the format must have is missing or of another kind.
    Shape {
        /// The file.
        file: String,
        /// The line, from 1; 0 where lines mean nothing in it.
        line: usize,
        /// What is missing or wrong, as the format names it: `%SOFA`, `text`, `span.begin`.
        what: String,
    },
    /// It is larger, or unpacks to more, than is read.
    TooLarge {
        /// The file.
        file: String,
        /// Its bytes.
        bytes: u64,
    },
    /// What it holds stands in itself too deep.
    TooDeep {
        /// The file.
        file: String,
    },
    /// A file that belongs to it was not given: the text of an `.ann`, the type system of an XMI.
    Alone {
        /// The file.
        file: String,
        /// The name of the one that is missing.
        missing: String,
    },
    /// There is no document in it.
    Empty {
        /// The file.
        file: String,
    },
}

/// What was passed over in a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The file.
    pub file: String,
    /// The line or record, from 1; 0 where that means nothing.
    pub line: usize,
    /// What it was.
    pub kind: RemarkKind,
    /// What stood there, shortened by whoever shows it.
    pub words: String,
}

/// Why something was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// A line or value that does not read.
    Unreadable,
    /// A span without characters, or whose end is before its start, or that goes beyond the text.
    BadLimits,
    /// A relation, an event or an attribute of a span that is not there.
    Dangling,
    /// Something that this program has no place for.
    NoPlace,
    /// A tag that does not follow from the one before it (`I-` after `O`): read as a beginning.
    OddTag,
    /// A record without a text.
    NoText,
    /// Numbers for labels, whose names stand in a file that was not given.
    NoNames,
}
