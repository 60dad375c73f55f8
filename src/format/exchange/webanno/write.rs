//! Writing.

use super::super::file::{OutFile, Written};
use super::super::left_out::{self, Holds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Sheet, Tie};
use super::super::options::{Misfit, Options};
use super::super::tokens::{Tokenised, tokenise};
use super::super::whole_sentences::whole_sentences;
use super::ENTITY;
use super::cells::{escaped, text_escaped};
use super::rows::{Row, rows};
use crate::core::range::TextRange;
use crate::core::units::Offset;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// The corpus as one file a document: `003.tsv`.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let mut written = Written::default();
    for sheet in &corpus.documents {
        let text = document(sheet, options, &mut written.losses);
        written.files.push(OutFile::text(format!("{}.tsv", sheet.name), text));
    }
    written.losses.extend(left_out::links(corpus));
    written
}

/// A piece of a span with what its columns need.
struct Piece<'a> {
    span: &'a Mark,
    range: TextRange,
    /// The tokens that it holds or parts.
    tokens: Range<usize>,
    /// The number that tells it from others where it stands on several lines, over another, or at an end of a relation.
    number: Option<usize>,
    /// The id of its first line.
    at: String,
}

fn document(sheet: &Sheet, options: &Options, losses: &mut Vec<Loss>) -> String {
    // Parts of tokens have lines of their own, so no token is parted and no span made longer for another's sake.
    let done = tokenise(sheet, &Options { misfit: Misfit::Widen, ..*options });
    let mut pieces = pieces(sheet, &done, losses);
    let sentences = whole_sentences(&done.sentences, pieces.iter().map(|piece| &piece.tokens));
    let ranges: Vec<TextRange> = pieces.iter().map(|piece| piece.range).collect();
    let rows = rows(&done.tokens, &sentences, &ranges);
    number(sheet, &rows, &mut pieces);
    let ties = ties(sheet, &pieces);
    let mut out = format!("#FORMAT=WebAnno TSV 3.3\n#T_SP={ENTITY}|identifier|value\n");
    if !ties.is_empty() {
        let _ = writeln!(out, "#T_RL=custom.Relation|label|BT_{ENTITY}");
    }
    out.push('\n');
    for (sentence, rows) in sentences.iter().zip(&rows) {
        out.push('\n');
        let text = sheet.text.slice(extent(&done, sentence));
        for line in text.split('\n') {
            let _ = writeln!(out, "#Text={}", text_escaped(line));
        }
        for row in rows {
            line(sheet, row, &pieces, &ties, &mut out);
        }
    }
    say(sheet, &done, &sentences, losses);
    out
}

fn extent(done: &Tokenised, sentence: &Range<usize>) -> TextRange {
    TextRange::new(done.tokens[sentence.start].start(), done.tokens[sentence.end - 1].end())
}

/// The pieces of all spans without the white space round them. Those that are nothing else are left out.
fn pieces<'a>(sheet: &'a Sheet, done: &Tokenised, losses: &mut Vec<Loss>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for span in &sheet.spans {
        let (mut kept, mut is_trimmed) = (0, false);
        for piece in &span.pieces {
            let first = done.tokens.partition_point(|token| token.end() <= piece.start());
            let last = done.tokens.partition_point(|token| token.start() < piece.end());
            if first >= last {
                continue;
            }
            let start = done.tokens[first].start().max(piece.start());
            let end = done.tokens[last - 1].end().min(piece.end());
            is_trimmed |= TextRange::new(start, end) != *piece;
            kept += 1;
            pieces.push(Piece { span, range: TextRange::new(start, end), tokens: first..last, number: None, at: String::new() });
        }
        let mut lose = |kind| losses.push(Loss::new(kind, &sheet.name, sheet.words(span), &span.label));
        match kept {
            0 => lose(LossKind::SpanDropped),
            1 => {}
            _ => lose(LossKind::Parted),
        }
        if is_trimmed {
            lose(LossKind::Trimmed);
        }
    }
    pieces
}

fn number(sheet: &Sheet, rows: &[Vec<Row>], pieces: &mut [Piece]) {
    let mut needs = vec![false; pieces.len()];
    let mut lines = vec![0; pieces.len()];
    for row in rows.iter().flatten() {
        for &index in &row.spans {
            if lines[index] == 0 {
                pieces[index].at = row.id.clone();
            }
            lines[index] += 1;
            needs[index] |= lines[index] > 1 || row.spans.len() > 1;
        }
    }
    let ends: BTreeSet<&str> = sheet.relations.iter().flat_map(|tie| [tie.from.as_str(), tie.to.as_str()]).collect();
    let mut next = 1;
    for (piece, needs) in pieces.iter_mut().zip(needs) {
        if needs || ends.contains(piece.span.id.as_str()) {
            piece.number = Some(next);
            next += 1;
        }
    }
}

/// Relations by the piece they end at: its place, the cell for the kind and the cell for where it begins.
fn ties(sheet: &Sheet, pieces: &[Piece]) -> Vec<(usize, String, String)> {
    // The first piece of each span.
    let first: BTreeMap<&str, usize> = pieces.iter().enumerate().rev().map(|(at, piece)| (piece.span.id.as_str(), at)).collect();
    let one = |tie: &Tie| {
        let (from, to) = (*first.get(tie.from.as_str())?, *first.get(tie.to.as_str())?);
        let numbers = format!("[{}_{}]", pieces[from].number.unwrap_or(0), pieces[to].number.unwrap_or(0));
        let kind = if tie.kind.is_empty() { "*".to_owned() } else { escaped(&tie.kind) };
        Some((to, kind, format!("{}{numbers}", pieces[from].at)))
    };
    sheet.relations.iter().filter_map(one).collect()
}

fn line(sheet: &Sheet, row: &Row, pieces: &[Piece], ties: &[(usize, String, String)], out: &mut String) {
    let limit = |at: Offset| sheet.text.utf16(at).0;
    let (start, end) = (limit(row.range.start()), limit(row.range.end()));
    let _ = write!(out, "{}\t{start}-{end}\t{}\t", row.id, sheet.text.slice(row.range));
    let mut cell = |values: Vec<String>| {
        out.push_str(&if values.is_empty() { "_".to_owned() } else { values.join("|") });
        out.push('\t');
    };
    let on = || row.spans.iter().map(|&index| &pieces[index]);
    let numbered = |value: Option<&str>, piece: &Piece| {
        let value = value.filter(|value| !value.is_empty()).map_or_else(|| "*".to_owned(), escaped);
        piece.number.map_or(value.clone(), |number| format!("{value}[{number}]"))
    };
    let link = |piece: &Piece| piece.span.referents.first().and_then(|one| one.link.clone());
    cell(on().map(|piece| numbered(link(piece).map(|link| super::super::cas::address(&link)).as_deref(), piece)).collect());
    cell(on().map(|piece| numbered(Some(&piece.span.label), piece)).collect());
    if !ties.is_empty() {
        let here: Vec<_> = ties.iter().filter(|(to, _, _)| row.id == pieces[*to].at && row.spans.contains(to)).collect();
        cell(here.iter().map(|(_, kind, _)| kind.clone()).collect());
        cell(here.iter().map(|(_, _, from)| from.clone()).collect());
    }
    out.push('\n');
}

fn say(sheet: &Sheet, done: &Tokenised, sentences: &[Range<usize>], losses: &mut Vec<Loss>) {
    let mut lose = |kind, words: String, label: &str| losses.push(Loss::new(kind, &sheet.name, words, label));
    // Readers put a line break between two sentences, then spaces, and spaces before the first.
    let mut at = Offset(0);
    let mut is_same = true;
    for (index, sentence) in sentences.iter().enumerate() {
        let extent = extent(done, sentence);
        let gap = sheet.text.slice(TextRange::new(at, extent.start()));
        let read = if index == 0 { gap } else { gap.strip_prefix('\n').unwrap_or(if gap.is_empty() { "" } else { "?" }) };
        is_same &= read.chars().all(|character| character == ' ');
        at = extent.end();
    }
    if !is_same || at != sheet.text.len() {
        lose(LossKind::WhiteSpace, sheet.title.clone(), "");
    }
    for span in &sheet.spans {
        // Of what it mentions only the link of the first is held.
        for (index, one) in span.referents.iter().enumerate() {
            if index > 0 || one.link.is_none() || !one.id.is_empty() || !one.name.is_empty() {
                lose(LossKind::Referent, sheet.words(span), &span.label);
            }
        }
    }
    let holds = Holds { relations: true, referents: true, ..Holds::default() };
    losses.extend(left_out::of_sheet(sheet, holds));
    let there: BTreeSet<&str> =
        done.spans.iter().zip(&sheet.spans).filter(|(place, _)| place.is_some()).map(|(_, span)| span.id.as_str()).collect();
    for tie in &sheet.relations {
        if !there.contains(tie.from.as_str()) || !there.contains(tie.to.as_str()) {
            losses.push(Loss::new(LossKind::Relation, &sheet.name, tie.id.clone(), &tie.kind));
        }
    }
}
