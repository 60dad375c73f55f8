//! Which span goes into which column of tags.

use super::super::loss::{Loss, LossKind};
use super::super::model::Sheet;
use super::super::options::{Nesting, Scheme};
use super::super::tokens::levels;
use std::cmp::Reverse;
use std::ops::Range;

/// A column: its spans in order, none over another, with their place in the sheet.
pub type Column = Vec<(Range<usize>, usize)>;

/// The columns for the spans of a sheet, at least one. `places` says which tokens each span holds.
pub fn columns(sheet: &Sheet, places: &[Option<Range<usize>>], nesting: Nesting, losses: &mut Vec<Loss>) -> Vec<Column> {
    let mut columns: Vec<Column> = vec![Vec::new()];
    match nesting {
        Nesting::Columns => {
            for (index, level) in levels(places).into_iter().enumerate() {
                let (Some(level), Some(place)) = (level, &places[index]) else { continue };
                columns.resize_with(columns.len().max(level + 1), Vec::new);
                columns[level].push((place.clone(), index));
            }
        }
        Nesting::Outermost | Nesting::Innermost => {
            let mut order: Column =
                places.iter().enumerate().filter_map(|(index, place)| Some((place.clone()?, index))).collect();
            match nesting {
                Nesting::Innermost => order.sort_by_key(|(place, _)| (place.len(), place.start)),
                _ => order.sort_by_key(|(place, _)| (Reverse(place.len()), place.start)),
            }
            for (place, index) in order {
                let in_the_way = columns[0].iter().find(|(other, _)| other.start < place.end && place.start < other.end);
                match in_the_way {
                    None => columns[0].push((place, index)),
                    Some((other, _)) => {
                        let span = &sheet.spans[index];
                        losses.push(Loss::new(why(&place, other), &sheet.name, sheet.words(span), &span.label));
                    }
                }
            }
        }
    }
    for column in &mut columns {
        column.sort_by_key(|(place, _)| place.start);
    }
    columns
}

/// Why a span is left out for another.
fn why(place: &Range<usize>, other: &Range<usize>) -> LossKind {
    if place == other {
        LossKind::SameLimits
    } else if other.start <= place.start && place.end <= other.end {
        LossKind::Nested
    } else if place.start <= other.start && other.end <= place.end {
        LossKind::Holding
    } else {
        LossKind::Crossing
    }
}

/// The tags of a column, one a token. `label` gives the label of a span by its place in the sheet.
pub fn tags<'a>(
    column: &Column,
    sentences: &[Range<usize>],
    count: usize,
    scheme: Scheme,
    label: impl Fn(usize) -> &'a str,
) -> Vec<String> {
    let mut tags = vec!["O".to_owned(); count];
    let mut before: Option<(usize, &str)> = None;
    for (place, index) in column {
        let name = label(*index);
        let opens_sentence = || sentences.iter().any(|sentence| sentence.start == place.start);
        let touches = before == Some((place.start, name)) && !opens_sentence();
        for at in place.clone() {
            let (first, last) = (at == place.start, at + 1 == place.end);
            let prefix = match scheme {
                Scheme::Iob2 => ["I", "B"][usize::from(first)],
                Scheme::Iob1 => ["I", "B"][usize::from(first && touches)],
                Scheme::Bioes => match (first, last) {
                    (true, true) => "S",
                    (true, false) => "B",
                    (false, true) => "E",
                    (false, false) => "I",
                },
            };
            tags[at] = format!("{prefix}-{name}");
        }
        before = Some((place.end, name));
    }
    tags
}
