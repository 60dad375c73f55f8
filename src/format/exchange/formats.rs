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
