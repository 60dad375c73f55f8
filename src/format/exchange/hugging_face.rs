//! JSON lines for Hugging Face `datasets`, in two forms: sentences as tokens with tags, for training, and documents with their spans, for all the
//! rest; and a card that tells the library what the columns hold.
//!
//! Every line has the same columns with the same kinds of values, since the library takes the kinds from the first ones. Tags are texts, never numbers.
//! Numbers of others are read where their names are given along, and so are spans as the library writes a sequence of structures: as
//! a list for each of their fields.

mod card;
mod names;
mod read;
mod rows;
mod spans;
mod tags;

pub use names::tells;
pub use read::read;

use super::file::{InFile, OutFile, Written};
use super::left_out;
use super::model::Corpus;
use super::options::Options;
use super::records::{Outline, outline};
use serde_json::Value;

/// The corpus as lines of tokens, lines of documents, and a card.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let (rows, columns, mut losses) = rows::rows(corpus, options);
    let (documents, more) = spans::documents(corpus);
    losses.extend(more);
    losses.extend(left_out::links(corpus));
    let lines = |all: &[Value]| all.iter().map(|one| format!("{one}\n")).collect::<String>();
    let files = vec![
        OutFile::text("tokens.jsonl", lines(&rows)),
        OutFile::text("spans.jsonl", lines(&documents)),
        OutFile::text("README.md", card::card(corpus, &columns, options)),
    ];
    Written { files, losses }
}

/// Whether a file looks like one of this format: tokens with tags, or a text with a list of spans.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let first = outline(&file.bytes);
    let is_tagged = first.has("/tokens", b'[')
        && !first.has("/tokens[]", b'{')
        && ["/ner_tags", "/tags", "/labels"].iter().any(|column| first.has(column, b'['));
    let is_spans =
        ["/spans", "/entities"].iter().any(|list| first.has(list, b'[') && first.has(&format!("{list}[]/start"), b'0'))
            || (first.has("/spans", b'[') && !first.has("/spans[]", b'{'))
            || ["/spans", "/entities"].iter().any(|list| is_columns(&first, list));
    let is_prodigy = ["/_input_hash", "/_view_id", "/answer", "/spans[]/token_start", "/tokens[]/text"];
    let is_prodigy = is_prodigy.iter().any(|place| [b'0', b'"'].iter().any(|kind| first.has(place, *kind)));
    is_tagged || (first.has("/text", b'"') && is_spans && !is_prodigy && !first.has("/ents", b'[') && !first.has("/_id", b'"'))
}

/// Whether spans stand there as a list for each of their fields.
#[must_use]
pub fn is_columns(first: &Outline, list: &str) -> bool {
    ["start[]", "end[]"].iter().all(|field| first.has(&format!("{list}/{field}"), b'0'))
}

#[cfg(test)]
mod tests;
