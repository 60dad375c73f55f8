//! Files that were given and wait to be looked at: what is in them, and what was decided of each document.

use crate::core::command::Context;
use crate::core::document::Direction;
use crate::core::geometry::first_strong_rtl;
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::text::Text;
use crate::core::transaction::{ChangeName, Transaction};
use crate::format::exchange::bring::{Arrival, Taking, arrivals, take};
use crate::format::exchange::fault::{Fault, Remark};
use crate::format::exchange::file::{Found, InFile};
use crate::format::exchange::formats::Format;
use crate::format::exchange::model::{Corpus, Sheet};
use crate::format::native::{FileFault, Report};
use crate::format::texts::{self, Encoding, Kind};
use crate::web::files;
use std::rc::Rc;

/// Everything that waits.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Waiting {
    /// The works, in the order in which they were read.
    pub works: Vec<Rc<Work>>,
    /// Files of which nothing can be taken.
    pub troubles: Vec<Trouble>,
}

/// Why nothing of a file can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A file of another tool's.
    Exchange(Fault),
    /// A text: the file's name, and why not.
    Text(String, texts::Fault),
    /// It could not be read: its name, and why.
    Unread(String, FileFault),
}

/// What belongs together: one file, or several of one format.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// The file's name, or that of the first.
    pub file: String,
    /// What it is.
    pub source: Source,
    /// What the files say beside their documents.
    pub corpus: Corpus,
    /// The documents.
    pub arrivals: Vec<Rc<Arrival>>,
    /// What was passed over.
    pub remarks: Vec<Remark>,
    /// What a text does not hold of its file, or holds otherwise.
    pub of_text: Vec<texts::Remark>,
}

/// Where a work comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// Another tool's files.
    Format(Format),
    /// A text in an encoding that can be chosen anew.
    Text(Rc<Bytes>, Encoding),
}

/// A text's bytes and the encodings that they may be in.
#[derive(Debug, PartialEq)]
pub struct Bytes {
    /// What it is written in.
    pub kind: Kind,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The encodings, the likeliest first.
    pub encodings: Vec<Encoding>,
}

impl Work {
    /// Another tool's files, read.
    ///
    /// # Errors
    /// Why nothing can be taken.
    pub fn of_format(state: &State, format: Format, batch: &[InFile]) -> Result<Self, Trouble> {
        let found = format.read(batch).map_err(Trouble::Exchange)?;
        let file = batch.first().map_or_else(String::new, |first| first.base().to_owned());
        if found.corpus.documents.is_empty() {
            return Err(Trouble::Exchange(Fault::Empty { file }));
        }
        let arrivals = arrivals(state, &found).into_iter().map(Rc::new).collect();
        Ok(Self {
            file,
            source: Source::Format(format),
            corpus: found.corpus,
            arrivals,
            remarks: found.remarks,
            of_text: Vec::new(),
        })
    }

    /// A text, read in the likeliest of its encodings.
    ///
    /// # Errors
    /// Why nothing can be taken.
    pub fn of_text(state: &State, kind: Kind, file: InFile) -> Result<Self, Trouble> {
        let encodings = texts::encodings(&file.bytes);
        let Some(first) = encodings.first().copied() else {
            return Err(Trouble::Text(file.base().to_owned(), texts::Fault::Encoding));
        };
        let name = file.base().to_owned();
        let bytes = Rc::new(Bytes { kind, bytes: file.bytes, encodings });
        Self::decoded(state, &name, &bytes, first)
    }

    /// The same text in an encoding.
    ///
    /// # Errors
    /// When the bytes are none in it.
    pub fn decoded(state: &State, name: &str, bytes: &Rc<Bytes>, encoding: Encoding) -> Result<Self, Trouble> {
        let trouble = |fault| Trouble::Text(name.to_owned(), fault);
        let pages = if matches!(bytes.kind, Kind::Docx | Kind::Epub) {
            texts::pages(bytes.kind, name, bytes.bytes.as_slice())
        } else {
            let ours = texts::decoded(&bytes.bytes, encoding);
            let text =
                ours.or_else(|| files::decoded(&bytes.bytes, encoding.label())).ok_or_else(|| trouble(texts::Fault::Encoding))?;
            texts::pages(bytes.kind, name, text.as_str())
        };
        let pages = pages.map_err(trouble)?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let many = pages.len() > 1;
        let of_text = pages.iter().flat_map(|page| page.remarks.clone()).collect();
        let sheets = pages.into_iter().enumerate().map(|(place, page)| {
            let called = page.title.filter(|title| !title.trim().is_empty());
            let title = called.unwrap_or_else(|| if many { format!("{stem} {}", place + 1) } else { stem.to_owned() });
            text_sheet(if many { format!("{stem}-{}", place + 1) } else { stem.to_owned() }, title, &page.text, Some(name))
        });
        let corpus = Corpus { name: stem.to_owned(), documents: sheets.collect(), ..Corpus::default() };
        let found = Found { corpus, remarks: Vec::new() };
        let arrivals = arrivals(state, &found).into_iter().map(Rc::new).collect();
        Ok(Self {
            file: name.to_owned(),
            source: Source::Text(bytes.clone(), encoding),
            corpus: found.corpus,
            arrivals,
            remarks: Vec::new(),
            of_text,
        })
    }

    /// A text that was pasted.
    #[must_use]
    pub fn pasted(state: &State, title: &str, text: &str) -> Self {
        let name = if title.trim().is_empty() { first_words(text) } else { title.trim().to_owned() };
        let sheet = text_sheet(String::new(), name.clone(), text, None);
        let corpus = Corpus { name: name.clone(), documents: vec![sheet], ..Corpus::default() };
        let found = Found { corpus, remarks: Vec::new() };
        let arrivals = arrivals(state, &found).into_iter().map(Rc::new).collect();
        let bytes = Bytes { kind: Kind::Plain, bytes: Vec::new(), encodings: Vec::new() };
        let source = Source::Text(Rc::new(bytes), Encoding::Utf8);
        Self { file: name, source, corpus: found.corpus, arrivals, remarks: Vec::new(), of_text: Vec::new() }
    }

    /// With one of its documents decided otherwise.
    #[must_use]
    pub fn with(&self, place: usize, arrival: Arrival) -> Self {
        let mut next = self.clone();
        if let Some(old) = next.arrivals.get_mut(place) {
            *old = Rc::new(arrival);
        }
        next
    }
}

/// A document of a text alone. Its direction is that of its first letter that has one.
fn text_sheet(name: String, title: String, text: &str, source: Option<&str>) -> Sheet {
    let (arabic, latin) = text.chars().take(2_000).fold((0, 0), |(arabic, latin), one| match one {
        '\u{600}'..='\u{6FF}' => (arabic + 1, latin),
        'A'..='Z' | 'a'..='z' => (arabic, latin + 1),
        _ => (arabic, latin),
    });
    let direction = match first_strong_rtl(text) {
        Some(true) => Direction::Rtl,
        Some(false) if latin > arabic => Direction::Ltr,
        _ => Direction::Auto,
    };
    Sheet {
        name,
        title,
        source: source.map(str::to_owned),
        language: if arabic > latin { "ar".to_owned() } else { String::new() },
        direction,
        text: Rc::new(Text::new(text)),
        ..Sheet::default()
    }
}

fn first_words(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    line.chars().take(60).collect()
}

impl Waiting {
    /// Takes all that is wanted into the project, as one step; tells of each work what it brought.
    ///
    /// # Errors
    /// [`Refusal::NoChange`] where nothing is new.
    pub fn take(
        &self,
        state: &State,
        taking: &Taking,
        context: &mut Context,
    ) -> Result<(Transaction, Vec<(String, Report)>), Refusal> {
        let mut state = state.clone();
        let (mut ops, mut document, mut reports, mut names) = (Vec::new(), None, Vec::new(), Vec::new());
        for work in &self.works {
            let arrivals: Vec<&Arrival> = work.arrivals.iter().map(Rc::as_ref).collect();
            if arrivals.iter().all(|arrival| !arrival.wanted) {
                continue;
            }
            let taking = Taking { name: work.file.clone(), ..taking.clone() };
            let (transaction, report) = take(&state, &arrivals, &work.corpus, &taking, context);
            state = transaction.apply(&state).map_err(|_| Refusal::Gone)?;
            ops.extend(transaction.ops);
            document = document.or(transaction.document);
            reports.push((work.file.clone(), report));
            names.push(work.file.clone());
        }
        let transaction = Transaction { name: ChangeName::Open(names.join("، ")), document, ops };
        if reports.is_empty() { Err(Refusal::NoChange) } else { Ok((transaction, reports)) }
    }
}
