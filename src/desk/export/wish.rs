//! What the user wishes to export, and the files it makes.

use crate::core::ids::{DocumentId, LabelId, SetId};
use crate::desk::Now;
use crate::format::exchange::file::{OutFile, Written};
use crate::format::exchange::formats::Format;
use crate::format::exchange::gather::gather;
use crate::format::exchange::loss::Loss;
use crate::format::exchange::options::Options;
use crate::format::native::{self, Choice};
use crate::web::page;
use std::cell::RefCell;

/// Which of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<T> {
    /// All.
    All,
    /// What the page shows: the open document, the labels that are not hidden.
    Shown,
    /// These.
    These(Vec<T>),
}

/// All that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The format; `None` for Hashiya's own.
    pub format: Option<Format>,
    /// Which documents.
    pub documents: Part<DocumentId>,
    /// Spans with which labels.
    pub labels: Part<LabelId>,
    /// Whose annotations; `None`: everyone's.
    pub set: Option<SetId>,
    /// What the format is asked for.
    pub options: Options,
}

/// What a wish makes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// The files; none where there is nothing to write, or where they do not read back.
    pub files: Vec<OutFile>,
    /// What the format could not hold.
    pub losses: Vec<Loss>,
    /// Whether what was written does not read back as it was.
    pub unsound: bool,
}

thread_local! {
    /// The wish of last time, for as long as the page is open.
    static LAST: RefCell<Wish> = const {
        RefCell::new(Wish { format: None, documents: Part::All, labels: Part::All, set: None, options: Options::DEFAULT })
    };
}

impl Wish {
    /// That of last time.
    pub fn last() -> Self {
        LAST.with_borrow(Self::clone)
    }

    /// Remembers it for next time.
    pub fn keep(&self) {
        LAST.replace(self.clone());
    }

    /// What of the project is chosen.
    pub fn choice(&self, now: &Now) -> Choice {
        let shown =
            || now.state.tagset.labels.iter().map(|label| label.id.clone()).filter(|id| !now.hidden.contains(id)).collect();
        Choice {
            documents: match &self.documents {
                Part::All => None,
                Part::Shown => Some(vec![now.open.clone()]),
                Part::These(these) => Some(these.clone()),
            },
            labels: match &self.labels {
                Part::All => None,
                Part::Shown => Some(shown()),
                Part::These(these) => Some(these.clone()),
            },
            sets: self.set.clone().map(|set| vec![set]),
        }
    }

    /// The files. Work in proportion to what is chosen.
    pub fn made(&self, now: &Now) -> Made {
        let choice = self.choice(now);
        let Some(format) = self.format else {
            let (name, at) = (self.name(now), page::now());
            let text = native::write(&now.state, &at, &choice);
            let files = text.iter().map(|text| OutFile::text(name.clone() + ".json", text.clone())).collect();
            return Made { files, losses: Vec::new(), unsound: text.is_err() };
        };
        let corpus = gather(&now.state, &choice);
        if corpus.documents.is_empty() {
            return Made::default();
        }
        let Written { files, losses } = format.write(&corpus, &self.options);
        let written = Written { files, losses };
        if format.reads_back(&corpus, &written) {
            Made { files: written.files, losses: written.losses, unsound: false }
        } else {
            Made { unsound: true, ..Made::default() }
        }
    }

    /// What a download is called, without a suffix.
    pub fn name(&self, now: &Now) -> String {
        let at = page::now();
        let day = at.get(..10).unwrap_or_default();
        match self.format {
            Some(format) => format!("hashiya-{}-{}-{day}", now.state.project.id, format.id()),
            None => format!("hashiya-{}-{day}", now.state.project.id),
        }
    }
}
