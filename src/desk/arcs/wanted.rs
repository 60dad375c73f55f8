//! Which lines there are to draw in the open document.

use crate::core::document::Document;
use crate::core::ids::SpanId;
use crate::core::shapes::kinds::Kinds;
use crate::core::span::Span;
use crate::desk::now::Now;
use crate::i18n;
use std::rc::Rc;

/// What a line stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A relation.
    Relation(Rc<str>),
    /// A role in an event: the event's id, the role's, its place among the event's roles.
    Role(Rc<str>, String, usize),
    /// The gap after that piece of a span.
    Gap(usize),
}

/// A line to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What it stands for.
    pub what: What,
    /// The span where it begins.
    pub from: SpanId,
    /// The span where it ends.
    pub to: SpanId,
    /// Whether it has an arrow.
    pub directed: bool,
    /// How it is dashed: the place of its type among the tagset's.
    pub look: usize,
    /// What is written at it.
    pub name: String,
}

impl Wanted {
    /// A name of its own among all lines.
    pub fn key(&self) -> String {
        match &self.what {
            What::Relation(id) => format!("r {id}"),
            What::Role(id, _, place) => format!("e {id} {place}"),
            What::Gap(piece) => format!("g {} {piece}", self.from),
        }
    }
}

/// The lines of the open document whose ends are shown: relations, roles of events from their triggers, and the gaps of
/// spans in pieces.
pub fn wanted(now: &Now) -> Vec<Wanted> {
    let Some(state) = now.state.document(&now.open) else { return Vec::new() };
    let shown = |id: &SpanId| now.state.span(&now.open, id).is_some_and(|span| !span.is_hidden(&now.hidden));
    let kinds = now.shapes.kinds();
    let mut all = Vec::new();
    for relation in now.shapes.relations().iter().filter(|relation| relation.document == now.open) {
        let kind = kinds.relation(&relation.kind);
        all.push(Wanted {
            what: What::Relation(relation.id.clone()),
            from: relation.from.clone(),
            to: relation.to.clone(),
            directed: !kind.is_some_and(|kind| kind.symmetric),
            look: kinds.relations.iter().position(|kind| kind.id == relation.kind).unwrap_or(0),
            name: kind.map_or_else(|| relation.kind.clone(), |kind| i18n::name(now.lang, &kind.name)),
        });
    }
    for event in now.shapes.events().iter().filter(|event| event.document == now.open) {
        let Some(trigger) = &event.trigger else { continue };
        for (place, (role, span)) in event.roles.iter().enumerate() {
            all.push(Wanted {
                what: What::Role(event.id.clone(), role.clone(), place),
                from: trigger.clone(),
                to: span.clone(),
                directed: true,
                look: 0,
                name: role_name(now, kinds, &event.kind, role),
            });
        }
    }
    all.retain(|line| line.from != line.to && shown(&line.from) && shown(&line.to));
    let gaps = |span: &Rc<Span>| {
        let id = span.id.clone();
        (1..span.fragments.len()).map(move |piece| Wanted {
            what: What::Gap(piece - 1),
            from: id.clone(),
            to: id.clone(),
            directed: false,
            look: 0,
            name: String::new(),
        })
    };
    all.extend(state.spans.iter().filter(|span| shown(&span.id)).flat_map(gaps));
    all
}

fn role_name(now: &Now, kinds: &Kinds, event: &str, role: &str) -> String {
    let def = kinds.event(event).and_then(|kind| kind.role(role));
    def.map_or_else(|| role.to_owned(), |def| i18n::name(now.lang, &def.name))
}

/// In which block of a document a span begins.
pub fn block_of(document: &Document, span: &Span) -> Option<usize> {
    document.text.blocks_of(span.range).next()
}
