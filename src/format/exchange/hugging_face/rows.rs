//! Sentences as tokens and tags.

use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Sheet};
use super::super::options::{Nesting, Options};
use super::super::tokens::{Tokenised, levels, tokenise};
use super::tags::tags;
use serde_json::{Map, Value, json};
use std::ops::Range;

/// The lines, the names of the columns of tags, and what they do not hold.
#[must_use]
pub fn rows(corpus: &Corpus, options: &Options) -> (Vec<Value>, Vec<String>, Vec<Loss>) {
    let mut losses = Vec::new();
    let mut all: Vec<(&Sheet, Tokenised, Vec<Option<usize>>)> = Vec::new();
    for sheet in &corpus.documents {
        let done = tokenise(sheet, options);
        losses.extend(done.losses.iter().cloned());
        let levels = match options.nesting {
            Nesting::Columns => levels(&done.spans),
            one => flat(sheet, &done.spans, one, &mut losses),
        };
        all.push((sheet, done, levels));
    }
    let deepest = all.iter().flat_map(|(_, _, levels)| levels.iter().flatten().copied()).max().unwrap_or(0);
    // A second column is there even where it says nothing, so that files can be put together.
    let count = if options.nesting == Nesting::Columns { deepest.max(1) + 1 } else { 1 };
    let columns: Vec<String> = (0..count).map(column).collect();
    let mut rows = Vec::new();
    for (sheet, done, levels) in &all {
        for (place, sentence) in sentences(done).into_iter().enumerate() {
            rows.push(row(sheet, done, levels, &columns, place, &sentence, options));
        }
    }
    (rows, columns, losses)
}

/// The name of a column of tags: that of the outermost as everyone calls it, that of the next as GermEval does.
fn column(level: usize) -> String {
    match level {
        0 => "ner_tags".to_owned(),
        1 => "nested_ner_tags".to_owned(),
        _ => format!("nested_ner_tags_{level}"),
    }
}

fn row(
    sheet: &Sheet,
    done: &Tokenised,
    levels: &[Option<usize>],
    columns: &[String],
    place: usize,
    sentence: &Range<usize>,
    options: &Options,
) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), format!("{}-{place}", sheet.name).into());
    object.insert("doc".into(), sheet.name.as_str().into());
    object.insert("tokens".into(), done.tokens[sentence.clone()].iter().map(|token| json!(sheet.text.slice(*token))).collect());
    for (level, column) in columns.iter().enumerate() {
        let inside: Vec<(Range<usize>, &str)> = sheet
            .spans
            .iter()
            .zip(&done.spans)
            .zip(levels)
            .filter(|(_, at)| **at == Some(level))
            .filter_map(|((span, range), _)| Some((range.clone()?, span.label.as_str())))
            .filter(|(range, _)| sentence.contains(&range.start))
            .map(|(range, label)| (range.start - sentence.start..range.end - sentence.start, label))
            .collect();
        object.insert(column.clone(), tags(sentence.len(), &inside, options.scheme).into());
    }
    Value::Object(object)
}

/// The sentences; where a span goes over the end of one, the next is in the same line.
fn sentences(done: &Tokenised) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for sentence in &done.sentences {
        let is_crossed = done.spans.iter().flatten().any(|span| span.start < sentence.start && span.end > sentence.start);
        match all.last_mut() {
            Some(last) if is_crossed => last.end = sentence.end,
            _ => all.push(sentence.clone()),
        }
    }
    all
}

/// One level alone: the outermost spans, or the innermost. What is left out is told with the reason.
fn flat(sheet: &Sheet, spans: &[Option<Range<usize>>], nesting: Nesting, losses: &mut Vec<Loss>) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..spans.len()).filter(|place| spans[*place].is_some()).collect();
    let range = |place: usize| spans[place].clone().unwrap_or_default();
    if nesting == Nesting::Innermost {
        order.sort_by_key(|place| (range(*place).len(), range(*place).start));
    } else {
        order.sort_by_key(|place| (usize::MAX - range(*place).len(), range(*place).start));
    }
    let mut kept: Vec<Range<usize>> = Vec::new();
    let mut levels = vec![None; spans.len()];
    let mut left = Vec::new();
    for place in order {
        let own = range(place);
        let Some(other) = kept.iter().find(|other| other.start < own.end && own.start < other.end) else {
            kept.push(own);
            levels[place] = Some(0);
            continue;
        };
        let covers = |one: &Range<usize>, other: &Range<usize>| one.start <= other.start && other.end <= one.end;
        let kind = match (covers(other, &own), covers(&own, other)) {
            (true, true) => LossKind::SameLimits,
            (false, false) => LossKind::Crossing,
            _ => LossKind::Nested,
        };
        left.push((place, kind));
    }
    left.sort_by_key(|(place, _)| *place);
    losses.extend(left.into_iter().map(|(place, kind)| {
        let span = &sheet.spans[place];
        Loss::new(kind, &sheet.name, sheet.words(span), &span.label)
    }));
    levels
}
