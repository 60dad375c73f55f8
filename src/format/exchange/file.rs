//! Files as they come and go, and what a format made of them.

use super::fault::{Fault, Remark};
use super::loss::Loss;
use super::model::Corpus;

/// A file that was given: its name, with the folders it stood in, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InFile {
    /// Its name: `folder/003.ann`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A file to be given away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// Its name; may stand in folders: `brat/003.ann`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a format made of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, at least one where there is a document.
    pub files: Vec<OutFile>,
    /// What the format could not hold, in the order of the text.
    pub losses: Vec<Loss>,
}

/// What a format found in files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The documents, their limits still in [`Sheet::unit`](super::model::Sheet::unit).
    pub corpus: Corpus,
    /// What it passed over.
    pub remarks: Vec<Remark>,
}

/// What reading gives.
pub type Reading = Result<Found, Fault>;

impl InFile {
    /// Its name without folders.
    #[must_use]
    pub fn base(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }

    /// Its name without folders and without what follows its last full stop.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.base().rsplit_once('.').map_or(self.base(), |(stem, _)| if stem.is_empty() { self.base() } else { stem })
    }

    /// Whether its name ends so, whichever case it is in; `ending` with its full stop.
    #[must_use]
    pub fn ends(&self, ending: &str) -> bool {
        let base = self.base().as_bytes();
        base.len() > ending.len() && base[base.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    }

    /// What it holds as UTF-8, without a leading byte order mark.
    ///
    /// # Errors
    /// [`Fault::NotUtf8`].
    pub fn text(&self) -> Result<&str, Fault> {
        let text = std::str::from_utf8(&self.bytes).map_err(|_| Fault::NotUtf8 { file: self.name.clone() })?;
        Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
    }
}

impl OutFile {
    /// A file of text, without a byte order mark.
    #[must_use]
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), bytes: text.into().into_bytes() }
    }
}
