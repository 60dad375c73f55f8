//! Reading.

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{Corpus, Mark, Sheet};
use super::decode::{begins_with_inside, decode};
use super::layout::{Layout, Row, cells, is_tag};
use super::place::Place;
use crate::core::range::TextRange;
use crate::core::text::Text;
use std::cmp::Reverse;
use std::rc::Rc;

/// The sentences between two beginnings of documents.
#[derive(Debug, Default)]
struct Part<'a> {
    name: Option<&'a str>,
    sentences: Vec<Vec<Row<'a>>>,
}

/// Where each token stands in a text.
type Places = Vec<Vec<(u32, u32)>>;

/// Reads files of tokens and tags, each `-DOCSTART-` a document.
///
/// # Errors
/// A file is not UTF-8, has no column of tags, or no token.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in files {
        let parts = parts(file.text()?);
        let rows: Vec<&Row> = parts.iter().flat_map(|part| part.sentences.iter().flatten()).collect();
        if rows.is_empty() {
            return Err(Fault::Empty { file: file.name.clone() });
        }
        let layout = Layout::of(&rows).ok_or_else(|| Fault::Shape {
            file: file.name.clone(),
            line: rows[0].line,
            what: "B- I- O".to_owned(),
        })?;
        let stem = [".iob2", ".iob1", ".bioes"].iter().find_map(|scheme| file.stem().strip_suffix(scheme)).unwrap_or(file.stem());
        if found.corpus.name.is_empty() {
            found.corpus.name = stem.to_owned();
        }
        let parts: Vec<Part> = parts.into_iter().filter(|part| !part.sentences.is_empty()).collect();
        let inside = layout.tags.iter().all(|&column| {
            begins_with_inside(parts.iter().flat_map(|part| &part.sentences).map(|sentence| tags(sentence, column, layout.count)))
        });
        for (index, part) in parts.iter().enumerate() {
            let name = match part.name {
                Some(name) => name.to_owned(),
                None if parts.len() == 1 => stem.to_owned(),
                None => format!("{stem}-{}", index + 1),
            };
            let sheet = sheet(part, &layout, inside, &file.name, &mut found);
            found.corpus.documents.push(Sheet { name, ..sheet });
        }
    }
    if found.corpus == Corpus::default() {
        return Err(Fault::Empty { file: String::new() });
    }
    Ok(found)
}

/// Parts a file at its documents and sentences.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part::default()];
    let mut sentence: Vec<Row> = Vec::new();
    // A line more than there is ends the last sentence.
    for (index, line) in text.split('\n').chain([""]).enumerate() {
        let line = line.trim_end_matches('\r');
        let cells = cells(line);
        let is_comment = line.starts_with('#') && !(cells.len() > 1 && cells.last().is_some_and(|cell| is_tag(cell)));
        let begins = cells.first().is_some_and(|first| *first == "-DOCSTART-");
        let name = ["# newdoc id = ", "# doc_id = "].iter().find_map(|key| line.strip_prefix(key)).map(str::trim);
        if cells.is_empty() || is_comment || begins {
            if let Some(part) =
                parts.last_mut().filter(|_| !sentence.is_empty() && (cells.is_empty() || begins || name.is_some()))
            {
                part.sentences.push(std::mem::take(&mut sentence));
            }
            if begins || name.is_some() {
                parts.push(Part { name, sentences: Vec::new() });
            }
        } else {
            sentence.push(Row { line: index + 1, cells });
        }
    }
    parts
}

fn sheet(part: &Part, layout: &Layout, inside: bool, file: &str, found: &mut Found) -> Sheet {
    let remark = |line, kind, words: &str| Remark { file: file.to_owned(), line, kind, words: words.to_owned() };
    for row in part.sentences.iter().flatten().filter(|row| row.cells.len() != layout.count) {
        found.remarks.push(remark(row.line, RemarkKind::Unreadable, &row.cells.join(" ")));
    }
    let (text, places, is_joined) = match exact(part, layout) {
        Some((text, places)) => (text, places, false),
        None => {
            let (text, places) = joined(part, layout);
            (text, places, true)
        }
    };
    let mut spans = Vec::new();
    for (sentence, places) in part.sentences.iter().zip(&places) {
        for &column in &layout.tags {
            for one in decode(tags(sentence, column, layout.count).into_iter()) {
                if one.odd && !inside {
                    let row = &sentence[one.tokens.start];
                    found.remarks.push(remark(row.line, RemarkKind::OddTag, row.cells[column]));
                }
                let range = TextRange::of(places[one.tokens.start].0, places[one.tokens.end - 1].1);
                spans.push(Mark { label: one.label.to_owned(), pieces: vec![range], ..Mark::default() });
            }
        }
    }
    spans.sort_by_key(|span| (span.hull().start(), Reverse(span.hull().end())));
    for (index, span) in spans.iter_mut().enumerate() {
        span.id = format!("s{}", index + 1);
    }
    Sheet { text: Rc::new(Text::new(text)), is_joined, spans, ..Sheet::default() }
}

/// The tags of a sentence in a column; a line of another number of columns has none.
fn tags<'a>(sentence: &[Row<'a>], column: usize, count: usize) -> Vec<&'a str> {
    sentence.iter().map(|row| row.cells.get(column).filter(|_| row.cells.len() == count).map_or("O", |cell| cell)).collect()
}

fn token<'a>(row: &Row<'a>, layout: &Layout) -> &'a str {
    row.cells.get(layout.token).or(row.cells.first()).copied().unwrap_or_default()
}

/// The text as it was, from the column of places; `None` where there is none or it contradicts itself.
fn exact(part: &Part, layout: &Layout) -> Option<(String, Places)> {
    let column = layout.place?;
    let (mut text, mut at, mut all) = (String::new(), 0, Vec::new());
    let rows: Vec<&Row> = part.sentences.iter().flatten().collect();
    for (index, row) in rows.iter().enumerate() {
        let place = Place::parse(row.cells.get(column)?)?;
        let token = token(row, layout);
        let after = match (&place.after, rows.get(index + 1)) {
            (Some(after), _) => after.as_str(),
            (None, Some(next)) if Place::parse(next.cells.get(column)?)?.start > place.end => " ",
            (None, _) => "",
        };
        if index == 0 {
            text.push_str(&place.before);
            at = place.before.chars().count() as u32;
        }
        if (at, at + token.chars().count() as u32) != (place.start, place.end) {
            return None;
        }
        text.push_str(token);
        text.push_str(after);
        at = place.end + after.chars().count() as u32;
        all.push((place.start, place.end));
    }
    let mut all = all.into_iter();
    Some((text, part.sentences.iter().map(|sentence| all.by_ref().take(sentence.len()).collect()).collect()))
}

/// The tokens with a space between two, and a line break between two sentences.
fn joined(part: &Part, layout: &Layout) -> (String, Places) {
    let (mut text, mut at, mut places) = (String::new(), 0, Vec::with_capacity(part.sentences.len()));
    for (index, sentence) in part.sentences.iter().enumerate() {
        let mut here = Vec::with_capacity(sentence.len());
        for (inner, row) in sentence.iter().enumerate() {
            if index > 0 || inner > 0 {
                text.push(if inner == 0 { '\n' } else { ' ' });
                at += 1;
            }
            let token = token(row, layout);
            let end = at + token.chars().count() as u32;
            text.push_str(token);
            here.push((at, end));
            at = end;
        }
        places.push(here);
    }
    (text, places)
}
