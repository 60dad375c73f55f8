//! A corpus as brat's files.

use super::super::file::{OutFile, Written};
use super::super::left_out::{self, Holds};
use super::super::lines::{breaks, is_blank, one_line, trimmed, with_line_feeds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Referent, Sheet};
use super::super::options::Options;
use super::conf;
use super::names::{Names, numbered, plain, values};
use crate::core::range::TextRange;
use crate::core::text::Text;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HOLDS: Holds = Holds { about: false, extra: false, labels: false, authors: false, ..Holds::ALL };

/// The corpus as files of this format.
#[must_use]
pub fn write(corpus: &Corpus, _options: &Options) -> Written {
    let names = Names::of(corpus);
    let mut written = Written { files: Vec::new(), losses: names.losses().collect() };
    for sheet in &corpus.documents {
        let (sheet, loss) = with_line_feeds(sheet);
        written.losses.extend(loss);
        written.losses.extend(left_out::of_sheet(&sheet, HOLDS));
        let mut page = Page::new(&sheet, &names);
        page.spans();
        page.relations();
        page.events();
        let Page { out, losses, .. } = page;
        written.losses.extend(losses);
        written.files.push(OutFile::text(format!("{}.txt", sheet.name), sheet.text.as_str()));
        written.files.push(OutFile::text(format!("{}.ann", sheet.name), out));
    }
    if !corpus.documents.is_empty() {
        written.files.extend(conf::written(corpus, &names));
    }
    written.losses.extend(left_out::links(corpus));
    written
}

/// The lines of one document.
struct Page<'a> {
    sheet: &'a Sheet,
    names: &'a Names,
    out: String,
    losses: Vec<Loss>,
    /// The number of each span that is written.
    numbers: BTreeMap<&'a str, usize>,
    /// How many lines of a letter there are.
    counts: BTreeMap<char, usize>,
    /// Each event and the number of the line that its words have by themselves.
    triggers: BTreeMap<&'a str, usize>,
}

impl<'a> Page<'a> {
    fn new(sheet: &'a Sheet, names: &'a Names) -> Self {
        let (counts, triggers) = (BTreeMap::new(), BTreeMap::new());
        Self { sheet, names, out: String::new(), losses: Vec::new(), numbers: BTreeMap::new(), counts, triggers }
    }

    fn next(&mut self, letter: char) -> usize {
        let count = self.counts.entry(letter).or_default();
        *count += 1;
        *count
    }

    fn line(&mut self, letter: char, number: usize, rest: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{letter}{number}\t{rest}");
    }

    fn lose(&mut self, kind: LossKind, words: String, label: &str) {
        self.losses.push(Loss::new(kind, &self.sheet.name, words, label));
    }

    /// The spans with what is said of them. Behind a span that tells of an event stands the same once more as brat's trigger,
    /// whose type is the event's.
    fn spans(&mut self) {
        let sheet = self.sheet;
        let kept: Vec<(&Mark, Vec<TextRange>)> = sheet.spans.iter().map(|span| (span, self.fragments(span))).collect();
        let kept: Vec<_> = kept.into_iter().filter(|(_, fragments)| !fragments.is_empty()).collect();
        self.counts.insert('T', kept.len());
        for (place, (span, fragments)) in kept.iter().enumerate() {
            let number = place + 1;
            self.numbers.insert(&span.id, number);
            let place = placed(&sheet.text, fragments);
            self.line('T', number, &format!("{} {place}", self.names.get(&span.label)));
            for event in sheet.events.iter().filter(|event| event.trigger.as_deref() == Some(&span.id)) {
                let number = self.next('T');
                self.triggers.insert(&event.id, number);
                self.line('T', number, &format!("{} {place}", self.names.get(&event.kind)));
            }
            for (name, value) in &span.attributes {
                self.attribute(span, number, name, value);
            }
            for referent in &span.referents {
                self.referent(span, number, referent);
            }
            self.note('T', number, &span.note, || sheet.words(span), &span.label);
        }
    }

    /// Where a span stands, without line breaks and blank ends; nothing where nothing is left.
    fn fragments(&mut self, span: &Mark) -> Vec<TextRange> {
        let text = &self.sheet.text;
        let parts: Vec<Vec<TextRange>> = span.pieces.iter().map(|piece| parts(text, *piece)).collect();
        let words = self.sheet.words(span);
        let fragments: Vec<TextRange> = parts.iter().flatten().copied().collect();
        if fragments.is_empty() {
            self.lose(LossKind::SpanDropped, words, &span.label);
            return fragments;
        }
        let whole = |(piece, parts): (&TextRange, &Vec<TextRange>)| {
            parts.first().map(|part| part.start()) == Some(piece.start())
                && parts.last().map(|part| part.end()) == Some(piece.end())
        };
        if !span.pieces.iter().zip(&parts).all(whole) {
            self.lose(LossKind::Trimmed, words.clone(), &span.label);
        }
        if parts.iter().any(|parts| parts.len() > 1) {
            self.lose(LossKind::CutAtLines, words.clone(), &span.label);
        }
        // Whoever reads it cannot tell two such pieces from one that goes over a line.
        if span.pieces.windows(2).any(|pair| is_line_gap(text.slice(TextRange::new(pair[0].end(), pair[1].start())))) {
            self.lose(LossKind::Filled, words, &span.label);
        }
        fragments
    }

    fn attribute(&mut self, span: &Mark, number: usize, name: &str, value: &Value) {
        let written = self.names.get(name);
        let values = values(value);
        let is_flag = *value == Value::Bool(true);
        let held = if let Value::Array(list) = value { list.len() == values.len() } else { true };
        if !is_flag && (values.is_empty() || !held) {
            self.lose(LossKind::Attribute, self.sheet.words(span), name);
        }
        let as_text = value.is_number() || value.is_array() && values.len() == 1;
        if as_text || value.as_str().is_some_and(|text| text == "true") {
            self.lose(LossKind::AttributeAsText, self.sheet.words(span), name);
        }
        if is_flag {
            let count = self.next('A');
            self.line('A', count, &format!("{written} T{number}"));
        }
        for value in values {
            let count = self.next('A');
            self.line('A', count, &format!("{written} T{number} {}", self.names.get(&value)));
        }
    }

    fn referent(&mut self, span: &Mark, number: usize, referent: &Referent) {
        let link =
            referent.link.as_deref().map(|link| link.replace(|character: char| breaks(character) || is_blank(character), "_"));
        let reference = match link {
            Some(link) if link.contains("://") => format!("URL:{link}"),
            Some(link) if link.contains(':') => link,
            Some(link) => format!("Wikidata:{link}"),
            None if referent.id.is_empty() => {
                self.lose(LossKind::Referent, self.sheet.words(span), &span.label);
                return;
            }
            None => format!("Hashiya:{}", referent.id),
        };
        let name = one_line(&referent.name);
        if name != referent.name {
            self.lose(LossKind::Referent, self.sheet.words(span), &span.label);
        }
        let count = self.next('N');
        self.line('N', count, &format!("Reference T{number} {reference}\t{name}"));
    }

    fn note(&mut self, letter: char, number: usize, note: &str, words: impl Fn() -> String, label: &str) {
        let line = one_line(note);
        if line != note {
            self.lose(LossKind::NoteLines, words(), label);
        }
        if !line.is_empty() {
            let count = self.next('#');
            self.line('#', count, &format!("AnnotatorNotes {letter}{number}\t{line}"));
        }
    }

    fn relations(&mut self) {
        let sheet = self.sheet;
        for tie in &sheet.relations {
            let ends = (self.numbers.get(tie.from.as_str()).copied(), self.numbers.get(tie.to.as_str()).copied());
            let (Some(from), Some(to)) = ends else {
                self.lose(LossKind::Relation, left_out::tie_words(sheet, tie), &tie.kind);
                continue;
            };
            let number = self.next('R');
            self.line('R', number, &format!("{} Arg1:T{from} Arg2:T{to}", self.names.get(&tie.kind)));
            self.note('R', number, &tie.note, || left_out::tie_words(sheet, tie), &tie.kind);
        }
    }

    fn events(&mut self) {
        let sheet = self.sheet;
        for event in &sheet.events {
            let words = || left_out::trigger_words(sheet, event.trigger.as_deref());
            let Some(trigger) = self.triggers.get(event.id.as_str()).copied() else {
                self.lose(LossKind::Event, words(), &event.kind);
                continue;
            };
            let (mut roles, mut spans) = (Vec::new(), Vec::new());
            for (role, span) in &event.roles {
                if let Some(number) = self.numbers.get(span.as_str()) {
                    roles.push(self.names.get(role));
                    spans.push(*number);
                }
            }
            let numbered = numbered(&roles);
            let reads = plain(&numbered.iter().map(String::as_str).collect::<Vec<_>>()) == roles;
            if roles.len() < event.roles.len() || !reads {
                self.lose(LossKind::EventPart, words(), &event.kind);
            }
            let number = self.next('E');
            let mut line = format!("{}:T{trigger}", self.names.get(&event.kind));
            for (role, span) in numbered.iter().zip(spans) {
                // Writing to a string cannot fail.
                let _ = write!(line, " {role}:T{span}");
            }
            self.line('E', number, &line);
            self.note('E', number, &event.note, words, &event.kind);
        }
    }
}

/// Limits and words as they stand in a line.
fn placed(text: &Text, fragments: &[TextRange]) -> String {
    let limits: Vec<String> = fragments.iter().map(|range| format!("{} {}", range.start().0, range.end().0)).collect();
    let words: Vec<&str> = fragments.iter().map(|range| text.slice(*range)).collect();
    format!("{}\t{}", limits.join(";"), words.join(" "))
}

/// A range without line breaks: what stands between them, its ends without white space.
fn parts(text: &Text, range: TextRange) -> Vec<TextRange> {
    let mut parts = Vec::new();
    let mut start = range.start().0;
    let ends = text.slice(range).chars().zip(range.start().0..).filter(|(character, _)| breaks(*character)).map(|(_, at)| at);
    for end in ends.chain([range.end().0]) {
        parts.push(trimmed(text, TextRange::of(start, end)));
        start = end + 1;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether only white space stands there, a line break among it.
pub fn is_line_gap(gap: &str) -> bool {
    gap.contains(breaks) && gap.chars().all(is_blank)
}
