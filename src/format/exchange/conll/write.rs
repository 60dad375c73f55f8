//! Writing.

use super::super::file::{OutFile, Written};
use super::super::left_out::{self, Holds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Sheet};
use super::super::options::{Options, Scheme};
use super::super::tokens::tokenise;
use super::super::whole_sentences::whole_sentences;
use super::columns::{columns, tags};
use super::place::Place;
use crate::core::range::TextRange;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The corpus as one file a document, the scheme of its tags in its name: `003.iob2.conll`.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let scheme = match options.scheme {
        Scheme::Iob2 => "iob2",
        Scheme::Iob1 => "iob1",
        Scheme::Bioes => "bioes",
    };
    let mut written = Written::default();
    for sheet in &corpus.documents {
        let text = document(sheet, options, &mut written.losses);
        written.files.push(OutFile::text(format!("{}.{scheme}.conll", sheet.name), text));
    }
    written.losses.extend(left_out::links(corpus));
    written
}

fn document(sheet: &Sheet, options: &Options, losses: &mut Vec<Loss>) -> String {
    let done = tokenise(sheet, options);
    losses.extend(done.losses);
    let columns = columns(sheet, &done.spans, options.nesting, losses);
    let kept = columns.iter().flatten().map(|(place, _)| place);
    let sentences = whole_sentences(&done.sentences, kept);
    let labels = labels(sheet, losses);
    losses.extend(left_out::of_sheet(sheet, Holds::default()));
    if done.tokens.is_empty() && !sheet.text.is_empty() {
        losses.push(Loss::new(LossKind::WhiteSpace, &sheet.name, "", ""));
    }
    let columns: Vec<Vec<String>> = columns
        .iter()
        .map(|column| tags(column, &sentences, done.tokens.len(), options.scheme, |index| &labels[index]))
        .collect();
    let mut out = format!("-DOCSTART- -X- -X-{}\n\n", " O".repeat(columns.len()));
    for sentence in sentences {
        for index in sentence {
            out.push_str(sheet.text.slice(done.tokens[index]));
            out.push_str(" -X- ");
            out.push_str(&place(sheet, &done.tokens, index).written());
            for column in &columns {
                out.push(' ');
                out.push_str(&column[index]);
            }
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// The label of each span as it can stand in a tag: without white space.
fn labels<'a>(sheet: &'a Sheet, losses: &mut Vec<Loss>) -> Vec<Cow<'a, str>> {
    let mut told = BTreeSet::new();
    let one = |label: &'a str| {
        if !label.is_empty() && !label.contains(char::is_whitespace) {
            return Cow::Borrowed(label);
        }
        if told.insert(label) {
            losses.push(Loss::new(LossKind::Renamed, &sheet.name, label, label));
        }
        Cow::Owned(if label.is_empty() { "_".to_owned() } else { label.replace(char::is_whitespace, "_") })
    };
    sheet.spans.iter().map(|span| span.label.as_str()).map(one).collect()
}

fn place(sheet: &Sheet, tokens: &[TextRange], index: usize) -> Place {
    let token = tokens[index];
    let next = tokens.get(index + 1).map_or(sheet.text.len(), |next| next.start());
    let after = sheet.text.slice(TextRange::new(token.end(), next));
    // Without a next token nothing tells a space from the end of the text.
    let told = after.is_empty() || (after == " " && index + 1 < tokens.len());
    let before = if index == 0 { sheet.text.slice(TextRange::of(0, token.start().0)) } else { "" };
    Place { start: token.start().0, end: token.end().0, before: before.to_owned(), after: (!told).then(|| after.to_owned()) }
}
