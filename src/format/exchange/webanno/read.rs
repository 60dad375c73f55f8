//! Reading.

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{Mark, Sheet, Tie, Unit};
use super::cells::text_plain;
use super::header::{Layer, Role, layers};
use super::marks::Marks;
use crate::core::range::TextRange;
use crate::core::text::Text;
use std::cmp::Reverse;
use std::rc::Rc;

/// Reads files, each a document.
///
/// # Errors
/// A file is not UTF-8, or has no sentence.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in files {
        let text = file.text()?;
        let layers = layers(text.lines().take_while(|line| !line.starts_with("#Text=")));
        let mut reader = Reader { file: &file.name, limit: text.len() as u32, layers: &layers, ..Reader::default() };
        reader.all(text);
        if reader.text.is_empty() {
            return Err(Fault::Empty { file: file.name.clone() });
        }
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        found.remarks.append(&mut reader.remarks);
        found.corpus.documents.push(reader.sheet(file.stem()));
    }
    if found.corpus.documents.is_empty() {
        return Err(Fault::Empty { file: String::new() });
    }
    Ok(found)
}

#[derive(Default)]
struct Reader<'a> {
    file: &'a str,
    /// The bytes of the file: no text in it is longer, so no gap is.
    limit: u32,
    layers: &'a [Layer],
    text: String,
    /// The length of the text in UTF-16 units.
    length: u32,
    /// The lines of a sentence whose first token has not come yet.
    pending: Vec<String>,
    /// Whether white space was put between sentences.
    is_joined: bool,
    marks: Marks,
    relations: Vec<Tie>,
    /// Relations whose ends are looked for when all spans are known: line, layer, kind, source, target.
    ties: Vec<(usize, usize, String, String, String)>,
    remarks: Vec<Remark>,
}

impl Reader<'_> {
    fn all(&mut self, text: &str) {
        for layer in self.layers {
            if layer.role == Role::Chain || layer.is_grammar() || layer.features < layer.columns.len() {
                self.remark(0, RemarkKind::NoPlace, &layer.kind);
            }
        }
        for (index, line) in text.lines().enumerate() {
            if let Some(piece) = line.strip_prefix("#Text=") {
                self.pending.push(text_plain(piece));
            } else if !line.starts_with('#') || line.contains('\t') {
                self.row(index + 1, line);
            }
        }
        self.sentence(self.length);
        for (line, layer, kind, from, to) in std::mem::take(&mut self.ties) {
            let base = self.layers[layer].base;
            match (self.marks.end(base, &from), self.marks.end(base, &to)) {
                (Some(from), Some(to)) => {
                    let id = format!("r{}", self.relations.len() + 1);
                    self.relations.push(Tie { id, kind, from, to, note: String::new() });
                }
                _ => self.remark(line, RemarkKind::Dangling, &kind),
            }
        }
    }

    /// Adds a sentence to the text, where its first token says that it begins.
    fn sentence(&mut self, begin: u32) {
        if self.pending.is_empty() {
            return;
        }
        let piece = std::mem::take(&mut self.pending).join("\n");
        // As INCEpTION does: a line break between two sentences, then spaces. A place that no text of this file reaches is none.
        let gap = begin.saturating_sub(self.length);
        let gap = if gap > self.limit { 1 } else { gap };
        for number in 0..gap {
            self.text.push(if number == 0 && self.length > 0 { '\n' } else { ' ' });
        }
        self.is_joined |= gap > 0;
        self.length += gap + piece.encode_utf16().count() as u32;
        self.text.push_str(&piece);
    }

    fn row(&mut self, line: usize, words: &str) {
        let cells: Vec<&str> = words.split('\t').collect();
        if words.trim().is_empty() {
            return;
        }
        let limits = cells.get(1).and_then(|cell| cell.split_once('-'));
        let limits = limits.and_then(|(begin, end)| Some((begin.parse::<u32>().ok()?, end.parse::<u32>().ok()?)));
        let (Some((begin, end)), true) = (limits, cells.len() > 3) else {
            // A file without layers has rows of three cells, and nothing on them.
            if limits.is_none() {
                self.remark(line, RemarkKind::Unreadable, words);
            }
            self.sentence(limits.map_or(self.length, |(begin, _)| begin));
            return;
        };
        self.sentence(begin);
        for (number, layer) in self.layers.iter().enumerate() {
            // What the line is too short for is not looked for in it.
            let Some(rest) = cells.get(3 + layer.first..).filter(|rest| !rest.is_empty()) else { break };
            let columns = &rest[..rest.len().min(layer.columns.len())];
            match layer.role {
                _ if layer.is_grammar() => {}
                Role::Span if begin >= end || end > self.length => {
                    if columns.iter().any(|cell| *cell != "_") {
                        self.remark(line, RemarkKind::BadLimits, words);
                    }
                }
                Role::Span => self.marks.row(number, layer, columns, cells[0], TextRange::of(begin, end)),
                Role::Relation if columns.len() == layer.columns.len() => self.relation(line, number, layer, columns, cells[0]),
                Role::Relation => {}
                Role::Chain => {}
            }
        }
    }

    fn relation(&mut self, line: usize, number: usize, layer: &Layer, columns: &[&str], row: &str) {
        let Some((source, features)) = columns.split_last().filter(|(source, _)| **source != "_") else { return };
        let features: Vec<Vec<super::cells::Cell>> = features.iter().map(|cell| super::cells::parse(cell)).collect();
        for (index, one) in source.split('|').enumerate() {
            // `1-1[2_3]`: begins at the span 2 on that line, ends at the span 3 on this one; 0 is one without a number.
            let (at, numbers) = one.split_once('[').map_or((one, "0_0"), |(at, rest)| (at, rest.trim_end_matches(']')));
            let (from, to) = numbers.split_once('_').unwrap_or((numbers, "0"));
            let value = |feature: usize| features[feature].get(index).and_then(|cell| cell.value.clone());
            let named = layer.columns.iter().take(features.len()).position(|name| name == "label" || name == "value");
            let kind = named.and_then(value).or_else(|| (0..features.len()).find_map(value));
            let kind = kind.unwrap_or_else(|| layer.short().to_owned());
            self.ties.push((line, number, kind, format!("{at}#{from}"), format!("{row}#{to}")));
        }
    }

    fn remark(&mut self, line: usize, kind: RemarkKind, words: &str) {
        self.remarks.push(Remark { file: self.file.to_owned(), line, kind, words: words.to_owned() });
    }

    fn sheet(self, name: &str) -> Sheet {
        let mut spans: Vec<Mark> = self.marks.into_all();
        spans.sort_by_key(|span| (span.hull().start(), Reverse(span.hull().end())));
        Sheet {
            name: name.to_owned(),
            text: Rc::new(Text::new(self.text)),
            is_joined: self.is_joined,
            unit: Unit::Utf16,
            spans,
            relations: self.relations,
            ..Sheet::default()
        }
    }
}
