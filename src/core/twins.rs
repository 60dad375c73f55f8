//! Twins: all places in all documents that say what a tagged range says, however it is written and whatever clitics
//! are attached, by written form.

use super::fold::{fold, limits};
use super::ids::{DocumentId, LabelId, SpanId};
use super::range::TextRange;
use super::search::shelf::Shelf;
use super::search::{Hit, Mode, Query};
use super::state::{DocumentState, State};
use std::collections::{BTreeMap, HashMap};

/// What twins are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The document of the range.
    pub document: &'a DocumentId,
    /// The range whose words are sought.
    pub range: TextRange,
    /// Its label.
    pub label: &'a LabelId,
    /// Groups of spellings that were taught to be the same.
    pub aliases: &'a [Vec<String>],
    /// Whether to look into a website's leftovers too.
    pub regions: bool,
}

/// Whether a place is tagged already, in a set of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tagged {
    /// It is not.
    No,
    /// With the label and these limits.
    Same(SpanId),
    /// With the label and other limits within the written word.
    Limits(SpanId),
    /// With another label and these limits.
    Other(SpanId, LabelId),
}

/// A place that says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// Which document, in the project's order.
    pub document: usize,
    /// The words, without clitics.
    pub range: TextRange,
    /// The written word or words they stand in.
    pub outer: TextRange,
    /// Whether it is tagged.
    pub tagged: Tagged,
}

/// The places with one written form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The written words, as they stand.
    pub words: String,
    /// The places, in order.
    pub twins: Vec<Twin>,
}

/// The twins by written form: the most frequent form first, of equals the one that comes first. The range
/// itself is among them, where its words can be found again.
#[must_use]
pub fn twins(state: &State, shelf: &Shelf, asked: &Asked<'_>) -> Vec<Form> {
    let queries = queries(shelf, asked);
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (index, document) in state.documents.iter().enumerate() {
        let Some(searcher) = shelf.get(&document.document.id) else { continue };
        let mut hits: BTreeMap<u32, Hit> = BTreeMap::new();
        for hit in queries.iter().flat_map(|query| searcher.hits(query)) {
            let before = hits.range(..hit.range.end().0).next_back();
            let free = before.is_none_or(|(_, other)| !other.range.overlaps(hit.range));
            if free && (asked.regions || !document.document.is_boilerplate(hit.range)) {
                hits.insert(hit.range.start().0, hit);
            }
        }
        for Hit { range, outer } in hits.into_values() {
            let words = document.document.text.slice(outer);
            let form = *known.entry(words).or_insert_with(|| {
                forms.push(Form { words: words.to_owned(), twins: Vec::new() });
                forms.len() - 1
            });
            let tagged = tagged(state, document, Hit { range, outer }, asked.label);
            forms[form].twins.push(Twin { document: index, range, outer, tagged });
        }
    }
    forms.sort_by_key(|form| std::cmp::Reverse(form.twins.len()));
    forms
}

/// Whether one's own sets tag a place already.
#[must_use]
pub fn tagged(state: &State, document: &DocumentState, hit: Hit, label: &LabelId) -> Tagged {
    let mut best = Tagged::No;
    for span in document.spans.overlapping(hit.range).filter(|span| state.is_own(span)) {
        if span.label == *label {
            if span.range == hit.range {
                return Tagged::Same(span.id.clone());
            }
            if hit.outer.covers(span.range) {
                best = Tagged::Limits(span.id.clone());
            }
        } else if span.range == hit.range && best == Tagged::No {
            best = Tagged::Other(span.id.clone(), span.label.clone());
        }
    }
    best
}

/// The most spellings of one string that are sought.
const SPELLINGS: usize = 64;

/// The ways to write some words by the spellings that were taught to be the same, themselves first. Of several words any
/// can be written otherwise, and a word keeps its article.
#[must_use]
pub fn spellings(words: &str, aliases: &[Vec<String>]) -> Vec<String> {
    let mut known = vec![words.to_owned()];
    let mut next = 0;
    while let Some(words) = known.get(next).cloned() {
        next += 1;
        let words = words.split_whitespace().collect::<Vec<_>>();
        for group in aliases {
            for (one, other) in group.iter().flat_map(|one| group.iter().map(move |other| (one, other))) {
                for written in rewritten(&words, one, other) {
                    if known.len() < SPELLINGS && !known.iter().any(|known| fold(known) == fold(&written)) {
                        known.push(written);
                    }
                }
            }
        }
    }
    known
}

/// The words with `one` replaced by `other`, once for each place where it stands.
fn rewritten(words: &[&str], one: &str, other: &str) -> Vec<String> {
    let sought = one.split_whitespace().map(fold).collect::<Vec<_>>();
    let folded = words.iter().map(|word| fold(word)).collect::<Vec<_>>();
    if sought.is_empty() || fold(one) == fold(other) {
        return Vec::new();
    }
    let places = folded.windows(sought.len()).enumerate().filter_map(|(at, there)| {
        let article = match there[0].strip_suffix(sought[0].as_str()) {
            Some("") => "",
            Some("ال") => "ال",
            _ => return None,
        };
        (there[1..] == sought[1..]).then_some((at, article))
    });
    places
        .map(|(at, article)| {
            let first = [article, other.trim()].concat();
            let parts = words[..at].iter().copied().chain([first.as_str()]).chain(words[at + sought.len()..].iter().copied());
            parts.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// What is sought for a range.
fn queries(shelf: &Shelf, asked: &Asked<'_>) -> Vec<Query> {
    let Some(searcher) = shelf.get(asked.document) else { return Vec::new() };
    let text = searcher.text();
    let words = text.slice(asked.range).trim_matches(|c| !limits::is_word(c));
    let outer = limits::written(text, asked.range);
    let before = fold(text.slice(TextRange::new(outer.start(), asked.range.start())));
    let after = text.slice(TextRange::new(asked.range.end(), outer.end()));
    let mut readings = vec![words.to_owned()];
    if is_lam(&before) && words.starts_with('ل') && !stands_free(shelf, words) {
        // لحوثيين in للحوثيين is الحوثيين, whose alef is not written there.
        readings = vec![["ا", words].concat()];
    }
    if !after.is_empty() {
        // حركت in حركتها is حركة, and مستوا in مستواها is مستوى.
        let plain = words.strip_suffix('ت').map(|stem| [stem, "ة"].concat());
        readings.extend(plain.or_else(|| words.strip_suffix('ا').map(|stem| [stem, "ى"].concat())));
    }
    let all = readings.iter().flat_map(|words| spellings(words, asked.aliases));
    all.filter_map(|words| Query::new(&words, Mode::Clitics, true)).collect()
}

fn is_lam(before: &str) -> bool {
    matches!(before, "ل" | "ول" | "فل")
}

/// Whether words stand anywhere without a ل attached before them.
fn stands_free(shelf: &Shelf, words: &str) -> bool {
    let Some(query) = Query::new(words, Mode::Clitics, true) else { return false };
    shelf.iter().any(|(_, searcher)| {
        let before = |hit: &Hit| fold(searcher.text().slice(TextRange::new(hit.outer.start(), hit.range.start())));
        searcher.hits(&query).any(|hit| !is_lam(&before(&hit)))
    })
}

#[cfg(test)]
mod tests;
