//! Why a file gives no text, and what its text does not hold. In data; `i18n` says it in both languages.

/// Why nothing of a file was read. The caller knows which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Its bytes are not in the encoding that was asked for, or in none that is decoded here.
    Encoding,
    /// It is no zip, or a damaged one.
    Zip,
    /// A part of it is locked with a password.
    Locked,
    /// A part of it is not XML.
    Xml {
        /// The part, as it is called in the package.
        part: String,
    },
    /// A part that it must have is not there.
    Missing {
        /// The part, as it is called in the package.
        part: String,
    },
    /// It is larger, or unpacks to more, than is read.
    TooLarge {
        /// The most bytes that are read of one file, unpacked.
        most: u64,
    },
    /// What it holds stands in itself too deep.
    TooDeep,
    /// There are no words in it.
    Empty,
}

/// What a text does not hold of its file, or holds otherwise, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Revisions that took words out: the words are left out.
    DeletedLeftOut(u32),
    /// Revisions that put words in: the words are taken.
    InsertedTaken(u32),
    /// Footnotes and endnotes, which stand after the text.
    NotesAtEnd(u32),
    /// Pictures and drawings, which are left out.
    PicturesLeftOut(u32),
    /// Comments of readers, which are left out.
    CommentsLeftOut(u32),
    /// Parts of a book that could not be read and are left out.
    PartsLeftOut(u32),
}

impl Remark {
    /// How often.
    #[must_use]
    pub const fn count(self) -> u32 {
        match self {
            Self::DeletedLeftOut(count)
            | Self::InsertedTaken(count)
            | Self::NotesAtEnd(count)
            | Self::PicturesLeftOut(count)
            | Self::CommentsLeftOut(count)
            | Self::PartsLeftOut(count) => count,
        }
    }
}
