//! A corpus as PubAnnotation's files.

use super::super::anchor::{offset, position};
use super::super::file::{OutFile, Written};
use super::super::left_out::{self, Holds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Sheet, Unit};
use super::super::options::Options;
use super::super::web_annotation::address_of;
use super::{IDENTIFIER, UNITS};
use crate::core::range::TextRange;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What has no place here.
const HOLDS: Holds = Holds { labels: false, notes: false, relation_notes: false, events: false, authors: false, ..Holds::ALL };

/// The corpus as files of this format.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let mut written = Written::default();
    let unit = options.unit.unwrap_or(Unit::Utf16);
    for sheet in &corpus.documents {
        let attributes = sheet.spans.iter().flat_map(|span| &span.attributes);
        let denied = attributes.filter(|(_, value)| *value == Value::Bool(false)).map(|(name, _)| name.as_str()).collect();
        let mut page = Page { sheet, unit, denied, losses: Vec::new() };
        let value = page.document(corpus);
        written.losses.extend(page.losses);
        written.losses.extend(left_out::of_sheet(sheet, HOLDS));
        written.files.push(OutFile::text(format!("{}.json", sheet.name), format!("{value:#}\n")));
    }
    written.losses.extend(left_out::links(corpus));
    written
}

struct Page<'a> {
    sheet: &'a Sheet,
    unit: Unit,
    /// Attributes that are `false` anywhere. TextAE, to which a flag is there or not, shows nothing of a file that says so.
    denied: BTreeSet<&'a str>,
    losses: Vec<Loss>,
}

impl Page<'_> {
    fn lose(&mut self, kind: LossKind, words: String, label: &str) {
        self.losses.push(Loss::new(kind, &self.sheet.name, words, label));
    }

    fn document(&mut self, corpus: &Corpus) -> Value {
        let sheet = self.sheet;
        let mut fields = Map::new();
        let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
        put("text", sheet.text.as_str().into());
        put("sourceid", sheet.name.as_str().into());
        if let Some(source) = &sheet.source {
            put("source_url", source.as_str().into());
        }
        if let Some((_, name)) = UNITS.iter().find(|(unit, _)| *unit == self.unit && *unit != Unit::Utf16) {
            put("offset_unit", (*name).into());
        }
        if !(sheet.title.is_empty() && sheet.language.is_empty() && sheet.extra.is_empty()) {
            self.lose(LossKind::About, sheet.title.clone(), "");
        }
        let (mut denotations, mut kept) = (Vec::new(), Vec::new());
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        let mut all: Vec<TextRange> = Vec::new();
        for span in &sheet.spans {
            if span.pieces.iter().any(|piece| all.iter().any(|other| piece.crosses(*other))) {
                self.lose(LossKind::Crossing, sheet.words(span), &span.label);
                continue;
            }
            let Some(places) = self.places(span) else {
                self.lose(LossKind::SpanDropped, sheet.words(span), &span.label);
                continue;
            };
            all.extend(&span.pieces);
            ids.insert(&span.id);
            kept.push(span);
            denotations.push(json!({ "id": span.id, "span": places, "obj": span.label }));
        }
        put("denotations", Value::Array(denotations));
        let mut relations = Vec::new();
        for tie in &sheet.relations {
            if ids.contains(tie.from.as_str()) && ids.contains(tie.to.as_str()) {
                relations.push(json!({ "id": tie.id, "pred": tie.kind, "subj": tie.from, "obj": tie.to }));
            } else {
                self.lose(LossKind::Relation, left_out::tie_words(sheet, tie), &tie.kind);
            }
        }
        put("relations", Value::Array(relations));
        ids.extend(sheet.relations.iter().map(|tie| tie.id.as_str()));
        let mut attributes: Vec<Value> = Vec::new();
        let mut number = 0_usize;
        for (span, name, value) in kept.into_iter().flat_map(|span| self.attributes(span)) {
            number += 1;
            while ids.contains(format!("A{number}").as_str()) {
                number += 1;
            }
            attributes.push(json!({ "id": format!("A{number}"), "subj": span, "pred": name, "obj": value }));
        }
        put("attributes", Value::Array(attributes));
        let label = |label: &std::rc::Rc<crate::core::tagset::Label>| {
            let name = if label.name.ar.is_empty() { &label.name.en } else { &label.name.ar };
            json!({ "id": label.id.as_str(), "label": name })
        };
        if !corpus.tagset.labels.is_empty() {
            put("config", json!({ "entity types": corpus.tagset.labels.iter().map(label).collect::<Vec<_>>() }));
        }
        Value::Object(fields)
    }

    /// Where a span stands: one place, or a list of several; `None` where the unit has no such places.
    fn places(&self, span: &Mark) -> Option<Value> {
        let text = &self.sheet.text;
        let at = |place| {
            let count = position(text, self.unit, place);
            (offset(text, self.unit, count) == Some(place)).then_some(count)
        };
        let mut places = Vec::new();
        for piece in &span.pieces {
            places.push(json!({ "begin": at(piece.start())?, "end": at(piece.end())? }));
        }
        if places.len() == 1 { places.pop() } else { Some(Value::Array(places)) }
    }

    /// What is said of a span: its id, a name and a value.
    fn attributes(&mut self, span: &Mark) -> Vec<(String, String, Value)> {
        let words = self.sheet.words(span);
        let mut all = Vec::new();
        for (name, value) in &span.attributes {
            let of_list = value.as_array().map_or(&[][..], Vec::as_slice);
            match value {
                Value::Array(_) if of_list.iter().all(|one| !one.is_array() && !one.is_object()) && !of_list.is_empty() => {
                    if of_list.len() == 1 {
                        self.lose(LossKind::AttributeAsText, words.clone(), name);
                    }
                    all.extend(of_list.iter().map(|one| (span.id.clone(), name.clone(), one.clone())));
                }
                Value::Null | Value::Object(_) | Value::Array(_) => self.lose(LossKind::Attribute, words.clone(), name),
                Value::Bool(flag) if self.denied.contains(name.as_str()) => {
                    self.lose(LossKind::AttributeAsText, words.clone(), name);
                    all.push((span.id.clone(), name.clone(), flag.to_string().into()));
                }
                plain => all.push((span.id.clone(), name.clone(), plain.clone())),
            }
        }
        for referent in &span.referents {
            let address = address_of(referent);
            if address.is_none() || !referent.name.is_empty() {
                self.lose(LossKind::Referent, words.clone(), &span.label);
            }
            all.extend(address.map(|address| (span.id.clone(), IDENTIFIER.to_owned(), address.into())));
        }
        all
    }
}
