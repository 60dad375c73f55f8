//! The formats by name, and which files are of which.

use super::file::{InFile, Reading, Written};
use super::model::Corpus;
use super::options::Options;
use super::{
    brat, cas_json, conll, docbin, doccano, hugging_face, label_studio, prodigy, pubannotation, spacy, table, tei,
    web_annotation, webanno, xmi,
};

/// A format of another tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// W3C Web Annotation, as JSON-LD.
    WebAnnotation,
    /// brat standoff.
    Brat,
    /// CoNLL: a token and its tags a line.
    Conll,
    /// doccano's JSON lines.
    Doccano,
    /// Label Studio's JSON.
    LabelStudio,
    /// spaCy's documents as JSON lines.
    Spacy,
    /// spaCy's DocBin.
    DocBin,
    /// Prodigy's JSON lines.
    Prodigy,
    /// UIMA CAS JSON 0.4.
    CasJson,
    /// UIMA XMI with its type system.
    Xmi,
    /// WebAnno TSV 3.3.
    WebAnno,
    /// PubAnnotation JSON.
    PubAnnotation,
    /// TEI P5 standoff.
    Tei,
    /// Spans as a table: CSV and TSV.
    Table,
    /// JSON lines of tokens and tags for Hugging Face `datasets`.
    HuggingFace,
}

impl Format {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Table,
        Self::Conll,
        Self::HuggingFace,
        Self::Spacy,
        Self::DocBin,
        Self::Prodigy,
        Self::Doccano,
        Self::LabelStudio,
        Self::Brat,
        Self::WebAnnotation,
        Self::CasJson,
        Self::Xmi,
        Self::WebAnno,
        Self::PubAnnotation,
        Self::Tei,
    ];

    /// Its name in file names and hooks.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::WebAnnotation => "web-annotation",
            Self::Brat => "brat",
            Self::Conll => "conll",
            Self::Doccano => "doccano",
            Self::LabelStudio => "label-studio",
            Self::Spacy => "spacy",
            Self::DocBin => "docbin",
            Self::Prodigy => "prodigy",
            Self::CasJson => "cas-json",
            Self::Xmi => "xmi",
            Self::WebAnno => "webanno",
            Self::PubAnnotation => "pubannotation",
            Self::Tei => "tei",
            Self::Table => "table",
            Self::HuggingFace => "hugging-face",
        }
    }

    /// The corpus as files of this format, and what they do not hold.
    #[must_use]
    pub fn write(self, corpus: &Corpus, options: &Options) -> Written {
        match self {
            Self::WebAnnotation => web_annotation::write(corpus, options),
            Self::Brat => brat::write(corpus, options),
            Self::Conll => conll::write(corpus, options),
            Self::Doccano => doccano::write(corpus, options),
            Self::LabelStudio => label_studio::write(corpus, options),
            Self::Spacy => spacy::write(corpus, options),
            Self::DocBin => docbin::write(corpus, options),
            Self::Prodigy => prodigy::write(corpus, options),
            Self::CasJson => cas_json::write(corpus, options),
            Self::Xmi => xmi::write(corpus, options),
            Self::WebAnno => webanno::write(corpus, options),
            Self::PubAnnotation => pubannotation::write(corpus, options),
            Self::Tei => tei::write(corpus, options),
            Self::Table => table::write(corpus, options),
            Self::HuggingFace => hugging_face::write(corpus, options),
        }
    }

    /// Whether a file looks like one of this format, by what it holds.
    #[must_use]
    pub fn claims(self, file: &InFile) -> bool {
        match self {
            Self::WebAnnotation => web_annotation::claims(file),
            Self::Brat => brat::claims(file),
            Self::Conll => conll::claims(file),
            Self::Doccano => doccano::claims(file),
            Self::LabelStudio => label_studio::claims(file),
            Self::Spacy => spacy::claims(file),
            Self::DocBin => docbin::claims(file),
            Self::Prodigy => prodigy::claims(file),
            Self::CasJson => cas_json::claims(file),
            Self::Xmi => xmi::claims(file),
            Self::WebAnno => webanno::claims(file),
            Self::PubAnnotation => pubannotation::claims(file),
            Self::Tei => tei::claims(file),
            Self::Table => table::claims(file),
            Self::HuggingFace => hugging_face::claims(file),
        }
    }

    /// Reads the files that belong to one work of this format.
    ///
    /// # Errors
    /// Says why nothing can be taken.
    pub fn read(self, files: &[InFile]) -> Reading {
        match self {
            Self::WebAnnotation => web_annotation::read(files),
            Self::Brat => brat::read(files),
            Self::Conll => conll::read(files),
            Self::Doccano => doccano::read(files),
            Self::LabelStudio => label_studio::read(files),
            Self::Spacy => spacy::read(files),
            Self::DocBin => docbin::read(files),
            Self::Prodigy => prodigy::read(files),
            Self::CasJson => cas_json::read(files),
            Self::Xmi => xmi::read(files),
            Self::WebAnno => webanno::read(files),
            Self::PubAnnotation => pubannotation::read(files),
            Self::Tei => tei::read(files),
            Self::Table => table::read(files),
            Self::HuggingFace => hugging_face::read(files),
        }
    }
}

/// What a format asks of [`Options`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// [`Options::tokens`]
    Tokens,
    /// [`Options::misfit`]
    Misfit,
    /// [`Options::scheme`]
    Scheme,
    /// [`Options::nesting`]
    Nesting,
    /// [`Options::unit`]
    Unit,
    /// [`Options::safe_cells`]
    SafeCells,
}

impl Format {
    /// The order in which files are tried: what is sure by its first line or by fields of its own comes before what much may look like.
    const TRIED: [Self; 15] = [
        Self::DocBin,
        Self::Xmi,
        Self::Tei,
        Self::WebAnno,
        Self::CasJson,
        Self::WebAnnotation,
        Self::PubAnnotation,
        Self::LabelStudio,
        Self::Prodigy,
        Self::HuggingFace,
        Self::Spacy,
        Self::Doccano,
        Self::Brat,
        Self::Conll,
        Self::Table,
    ];

    /// The choices that it listens to.
    #[must_use]
    pub const fn asks(self) -> &'static [Asks] {
        match self {
            Self::Conll => &[Asks::Scheme, Asks::Tokens, Asks::Misfit, Asks::Nesting],
            Self::HuggingFace => &[Asks::Scheme, Asks::Tokens, Asks::Misfit, Asks::Nesting],
            Self::DocBin | Self::Spacy => &[Asks::Tokens, Asks::Misfit, Asks::Nesting],
            Self::Prodigy | Self::Tei | Self::Xmi | Self::CasJson => &[Asks::Tokens, Asks::Misfit],
            Self::WebAnno => &[Asks::Tokens],
            Self::Doccano | Self::PubAnnotation => &[Asks::Unit],
            Self::Table => &[Asks::SafeCells],
            Self::WebAnnotation | Self::Brat | Self::LabelStudio => &[],
        }
    }

    /// Whether several files of it make one work: texts with their annotations, spans with their relations.
    const fn gathers(self) -> bool {
        matches!(self, Self::Brat | Self::Xmi | Self::Table | Self::WebAnnotation)
    }

    /// Whether files that were written read back: each span that comes back stands on the words that it says, in the text it came from.
    #[must_use]
    pub fn reads_back(self, corpus: &Corpus, written: &Written) -> bool {
        let files: Vec<InFile> =
            written.files.iter().map(|file| InFile { name: file.name.clone(), bytes: file.bytes.clone() }).collect();
        let sound = |found: &super::file::Found| {
            found.corpus.documents.iter().all(|sheet| {
                let own = corpus.documents.iter().find(|own| own.name == sheet.name || own.text == sheet.text);
                let anchored = super::anchor::anchor(sheet, own.map_or(&sheet.text, |own| &own.text));
                anchored.moved.is_empty() && anchored.doubtful.is_empty()
            })
        };
        let (batches, _) = sort(files);
        !batches.is_empty()
            && batches.iter().all(|(format, files)| *format == self && format.read(files).as_ref().is_ok_and(sound))
    }
}

/// Files by format: those that belong together in one batch, every other in a batch of its own. Then those of no format that is known.
#[must_use]
pub fn sort(files: Vec<InFile>) -> (Vec<(Format, Vec<InFile>)>, Vec<InFile>) {
    let mut batches: Vec<(Format, Vec<InFile>)> = Vec::new();
    let mut rest = Vec::new();
    for file in files {
        match Format::TRIED.into_iter().find(|format| format.claims(&file)) {
            Some(format) => match batches.iter_mut().find(|(other, _)| *other == format && format.gathers()) {
                Some((_, batch)) => batch.push(file),
                None => batches.push((format, vec![file])),
            },
            None => rest.push(file),
        }
    }
    // The names of numbers are of all lines beside them.
    let tell: Vec<InFile> = rest.iter().filter(|file| hugging_face::tells(file)).cloned().collect();
    for (_, batch) in batches.iter_mut().filter(|(format, _)| *format == Format::HuggingFace) {
        let own = |file: &&InFile| batch[0].name.starts_with(file.name.strip_suffix(file.base()).unwrap_or_default());
        let own: Vec<InFile> = tell.iter().filter(own).cloned().collect();
        rest.retain(|file| !own.contains(file));
        batch.extend(own);
    }
    // What says nothing by itself belongs to the work beside it.
    for (format, batch) in &mut batches {
        let belongs = |file: &InFile| match format {
            Format::Brat => batch.iter().any(|ann| brat::belongs(file, ann)),
            Format::WebAnnotation => batch.iter().any(|annotations| web_annotation::belongs(file, annotations)),
            Format::Xmi => file.ends(".xml") && holds(file, b"typeSystemDescription"),
            _ => companion(file),
        };
        let found: Vec<InFile> = rest.extract_if(.., |file| belongs(file)).collect();
        batch.extend(found);
    }
    (batches.into_iter().flat_map(|(format, batch)| apart(format, batch)).collect(), rest)
}

/// Files of UIMA are works of their own, each with all type systems: one that has no text must not keep others out.
fn apart(format: Format, batch: Vec<InFile>) -> Vec<(Format, Vec<InFile>)> {
    if format != Format::Xmi {
        return vec![(format, batch)];
    }
    let (types, works): (Vec<InFile>, Vec<InFile>) = batch.into_iter().partition(xmi::is_type_system);
    if works.is_empty() {
        return vec![(format, types)];
    }
    works.into_iter().map(|work| (format, std::iter::once(work).chain(types.iter().cloned()).collect())).collect()
}

/// A file that our own downloads have beside the work itself, and that says nothing of it.
fn companion(file: &InFile) -> bool {
    matches!(file.base(), "losses.txt" | "README.md" | "labels.json") || file.ends(".xml") && holds(file, b"<View")
}

fn holds(file: &InFile, words: &[u8]) -> bool {
    file.bytes.get(..file.bytes.len().min(4_096)).is_some_and(|start| start.windows(words.len()).any(|window| window == words))
}
