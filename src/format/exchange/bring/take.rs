//! The one transaction that takes arrivals into a project.

use super::super::model::{Corpus, LinkEnd, Mark, Sheet};
use super::labels::Names;
use super::records::Records;
use super::{Arrival, Target};
use crate::core::command::Context;
use crate::core::document::Document;
use crate::core::ids::{DocumentId, SetId, SpanId, is_document_id};
use crate::core::pieces::joined;
use crate::core::project::{AnnotationSet, Role};
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span::Span;
use crate::core::span_set::SpanSet;
use crate::core::state::{DocumentState, State};
use crate::core::transaction::Transaction;
use crate::format::native::{Incoming, Report, open};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Hex digits of a text's SHA-256 that name a document without a name of its own.
const HASH_ID: usize = 16;

/// How spans are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// Whether they become one's own, to be edited; else they stand beside them as somebody's, read-only.
    pub own: bool,
    /// Whose they are where a file does not say.
    pub annotator: String,
    /// The name of the files, for undo.
    pub name: String,
}

/// Where the spans of the arrivals stand: what each document and span of the file is called here.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub documents: HashMap<String, DocumentId>,
    pub spans: HashMap<(String, String), (DocumentId, SpanId)>,
    pub events: HashMap<(String, String), String>,
}

/// Takes arrivals of a file into a project. The transaction fits the state, and has no ops where nothing is new.
#[must_use]
pub fn take(
    state: &State,
    arrivals: &[&Arrival],
    file: &Corpus,
    taking: &Taking,
    context: &mut Context,
) -> (Transaction, Report) {
    let mut take = Take {
        state,
        file,
        taking,
        names: Names::new(&state.tagset),
        sets: BTreeMap::new(),
        places: Places::default(),
        documents: Vec::new(),
        passed: 0,
    };
    let wanted: Vec<&Arrival> = arrivals.iter().copied().filter(|arrival| arrival.wanted).collect();
    for arrival in &wanted {
        take.document(arrival, context);
    }
    let mut records = Records::new(state, context.now.clone());
    for arrival in &wanted {
        let raw = &arrival.raw;
        let owned = !(raw.relations.is_empty() && raw.events.is_empty() && raw.labels.is_empty());
        // A text alone makes no set.
        let annotator = raw.spans.first().and_then(|span| span.annotator.as_deref());
        let set = if owned { take.set(annotator, context) } else { SetId::from("") };
        records.of_sheet(&arrival.raw, &set, &mut take.places, &mut take.names, &mut context.ids);
    }
    for link in &file.links {
        records.link(link, &take.places, &mut context.ids);
    }
    let Take { names, sets, documents, passed, .. } = take;
    let incoming = State {
        tagset: Rc::new(names.done()),
        sets: Rc::new(sets.into_values().collect()),
        documents,
        records: Rc::new(records.done()),
        ..state.clone()
    };
    let (transaction, mut report) = open(state, &Incoming { exported_at: None, state: incoming }, &taking.name, &mut context.ids);
    report.spans_passed += passed;
    (transaction, report)
}

struct Take<'a> {
    state: &'a State,
    file: &'a Corpus,
    taking: &'a Taking,
    names: Names,
    sets: BTreeMap<String, AnnotationSet>,
    places: Places,
    documents: Vec<Rc<DocumentState>>,
    passed: u32,
}

impl Take<'_> {
    /// The set that spans of somebody go into.
    fn set(&mut self, annotator: Option<&str>, context: &mut Context) -> SetId {
        if self.taking.own {
            let ours = self.state.own_set().cloned();
            let set = self.sets.entry(String::new()).or_insert_with(|| {
                ours.unwrap_or_else(|| AnnotationSet {
                    id: SetId::new(context.ids.next_id()),
                    annotator: context.annotator.clone(),
                    role: Role::Own,
                    derived_from: Vec::new(),
                    extra: Extra::default(),
                })
            });
            return set.id.clone();
        }
        let name = annotator.unwrap_or(&self.taking.annotator).to_owned();
        let known =
            self.state.sets.iter().find(|set| set.role == Role::Received && set.annotator.as_deref() == Some(&name)).cloned();
        let set = self.sets.entry(name.clone()).or_insert_with(|| {
            known.unwrap_or_else(|| AnnotationSet {
                id: SetId::new(context.ids.next_id()),
                annotator: Some(name),
                role: Role::Received,
                derived_from: Vec::new(),
                extra: Extra::default(),
            })
        });
        set.id.clone()
    }

    fn document(&mut self, arrival: &Arrival, context: &mut Context) {
        let known = match &arrival.target {
            Target::Known(id) => self.state.document(id),
            Target::New => None,
        };
        let document = known.map_or_else(|| Rc::new(self.new_document(&arrival.raw)), |one| one.document.clone());
        self.places.documents.insert(arrival.raw.name.clone(), document.id.clone());
        let mut spans: Vec<Rc<Span>> = Vec::new();
        let doubtful = arrival.anchored.doubtful.iter().zip(&arrival.accepted).filter(|(_, accepted)| **accepted);
        let decided = doubtful.filter_map(|(doubt, _)| Some(Mark { pieces: vec![doubt.place?], ..doubt.mark.clone() }));
        for mark in arrival.anchored.sheet.spans.iter().cloned().chain(decided) {
            let span = self.span(&mark, context);
            // What a file says twice is made one by `open`; what is here already is named here, so that relations on it are the same.
            let id = known.and_then(|one| one.spans.repeated(&span)).map(|twin| twin.id.clone());
            self.passed += u32::from(id.is_some());
            let place = (document.id.clone(), id.clone().unwrap_or_else(|| span.id.clone()));
            self.places.spans.insert((arrival.raw.name.clone(), mark.id.clone()), place);
            if id.is_none() {
                spans.push(Rc::new(span));
            }
        }
        let status = known.map(|one| one.status).unwrap_or_default();
        self.documents.push(Rc::new(DocumentState { document, status, spans: SpanSet::from_spans(spans) }));
    }

    fn new_document(&self, raw: &Sheet) -> Document {
        let sha256 = Document::hash(raw.text.as_str());
        let taken = |id: &str| {
            self.state.document(&id.into()).is_some() || self.documents.iter().any(|one| one.document.id.as_str() == id)
        };
        let named = Some(raw.name.to_ascii_lowercase()).filter(|name| is_document_id(name) && !taken(name));
        let id = named.unwrap_or_else(|| sha256.get(..HASH_ID).unwrap_or(&sha256).to_owned());
        let title = [&raw.title, &raw.name].into_iter().find(|one| !one.trim().is_empty()).cloned().unwrap_or_else(|| id.clone());
        Document {
            id: id.as_str().into(),
            title_is_ours: first_line(raw.text.as_str()) != title,
            title,
            source: raw.source.clone(),
            language: if raw.language.is_empty() { "und".to_owned() } else { raw.language.clone() },
            direction: raw.direction,
            text: raw.text.clone(),
            sha256,
            regions: Vec::new(),
            extra: Extra::new(Map::from_iter(raw.extra.iter().cloned().map(|(name, value)| (format!("imported_{name}"), value)))),
        }
    }

    fn span(&mut self, mark: &Mark, context: &mut Context) -> Span {
        let declared = self.file.tagset.labels.iter().find(|label| label.id.as_str() == mark.label).cloned();
        let label = self.names.label(&mark.label, declared.as_deref());
        let mut attributes = Map::new();
        for (name, value) in mark.attributes.iter().filter(|(_, value)| !value.is_null() && !value.is_object()) {
            attributes.insert(self.names.attribute(name, value), value.clone());
        }
        let pieces = joined(&mark.pieces);
        let hull = TextRange::new(
            pieces.first().map_or_else(|| mark.hull().start(), |piece| piece.start()),
            pieces.last().map_or_else(|| mark.hull().end(), |piece| piece.end()),
        );
        Span {
            id: SpanId::new(context.ids.next_id()),
            set: self.set(mark.annotator.as_deref(), context),
            label,
            range: hull,
            fragments: if pieces.len() > 1 { pieces } else { Vec::new() },
            note: mark.note.clone(),
            attributes: Extra::new(attributes),
            created_at: if mark.created_at.is_empty() { context.now.clone() } else { mark.created_at.clone() },
            updated_at: context.now.clone(),
            extra: Extra::default(),
        }
    }
}

/// The first line with words in it.
fn first_line(text: &str) -> &str {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
}

/// Where an end of a link stands here, as the file of a project writes it; `None` where it is not here.
pub(super) fn end(end: &LinkEnd, places: &Places, entity: impl Fn(&str) -> Option<String>) -> Option<Value> {
    match end {
        LinkEnd::Span(document, span) => {
            let (document, span) = places.spans.get(&(document.clone(), span.clone()))?;
            Some(serde_json::json!({ "document": document.as_str(), "span": span.as_str() }))
        }
        LinkEnd::Event(document, event) => {
            let event = places.events.get(&(document.clone(), event.clone()))?;
            Some(serde_json::json!({ "event": event }))
        }
        LinkEnd::Entity(id) => Some(serde_json::json!({ "entity": entity(id)? })),
    }
}
