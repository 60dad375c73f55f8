//! Other tools' formats, each in a module of its own: what they hold is read into a [`Corpus`](model::Corpus) and written from one.
//!
//! Out: [`gather`] makes a corpus of the chosen part of a project, a format's `write` makes files of it and says what they
//! could not hold. In: [`sort`](formats::sort) tells formats apart by what files hold, a format's `read` gives a corpus as the files have it, [`anchor`] finds
//! its limits in the text, and [`bring`] makes one transaction of it.

pub mod anchor;
pub mod brat;
pub mod bring;
pub mod cas;
pub mod cas_json;
pub mod conll;
pub mod covering;
pub mod doccano;
pub mod docbin;
pub mod fault;
pub mod file;
pub mod formats;
pub mod gather;
pub mod hugging_face;
pub mod json_lines;
pub mod known;
pub mod label_studio;
pub mod left_out;
pub mod lines;
pub mod loss;
pub mod model;
pub mod options;
pub mod plain;
pub mod prodigy;
pub mod pubannotation;
pub mod records;
pub mod rest;
pub mod slug;
pub mod spacy;
pub mod table;
pub mod tei;
pub mod tokens;
pub mod unit;
pub mod web_annotation;
pub mod webanno;
pub mod whole_sentences;
pub mod xmi;
pub mod zip;
#[cfg(test)]
pub mod proof_tests;
#[cfg(test)]
pub mod trials;
#[cfg(test)]
pub mod worlds;
