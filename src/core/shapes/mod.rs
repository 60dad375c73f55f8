//! Relations, events, document labels, entities and links, read from the project's records.
//!
//! The records stay as the file has them; these are views, made anew for each state. A record that names a span, event or
//! entity which is not there is passed over: it waits for it (see [`crate::core::cascade`]).

pub mod kinds;
pub mod make;
pub mod relate;
pub mod event;
pub mod entity;
pub mod link;
pub mod label;
pub mod attribute;
pub mod edit_kinds;
mod model;
mod read;

pub use model::{DocumentLabel, End, Entity, Event, Link, LinkKind, Relation};

use crate::core::command::SpanRef;
use crate::core::ids::{DocumentId, SpanId};
use crate::core::record::{Collection, Record};
use crate::core::state::State;
use kinds::Kinds;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What stands on a span.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// The relations it is an end of.
    pub relations: Vec<Rc<Relation>>,
    /// The events it is the trigger of, or has a role in.
    pub events: Vec<Rc<Event>>,
    /// The entities it mentions.
    pub entities: Vec<Rc<Entity>>,
    /// The links it is an end of: itself, or an event that it is the trigger of.
    pub links: Vec<Rc<Link>>,
}

/// All shapes of a project.
#[derive(Debug, Default)]
pub struct Shapes {
    relations: Vec<Rc<Relation>>,
    events: Vec<Rc<Event>>,
    labels: Vec<Rc<DocumentLabel>>,
    entities: Vec<Rc<Entity>>,
    links: Vec<Rc<Link>>,
    kinds: Kinds,
    /// Places in the lists above, by span.
    on_span: HashMap<SpanId, Places>,
}

#[derive(Debug, Default)]
struct Places {
    relations: Vec<usize>,
    events: Vec<usize>,
    entities: Vec<usize>,
    links: Vec<usize>,
}

impl Shapes {
    /// Reads the records of a project.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let mut shapes = Self { kinds: Kinds::of(&state.tagset), ..Self::default() };
        let of = |collection| state.records.iter().filter(move |record: &&Rc<Record>| record.collection == collection);
        shapes.relations.extend(of(Collection::Relations).filter_map(|record| read::relation(state, record)).map(Rc::new));
        shapes.events.extend(of(Collection::Events).filter_map(|record| read::event(state, record)).map(Rc::new));
        shapes.labels.extend(of(Collection::Labels).filter_map(read::document_label).map(Rc::new));
        shapes.entities.extend(of(Collection::Entities).filter_map(|record| read::entity(state, record)).map(Rc::new));
        let events = shapes.events.iter().map(|event| event.id.clone()).collect::<HashSet<_>>();
        let entities = shapes.entities.iter().map(|entity| entity.id.clone()).collect::<HashSet<_>>();
        let there = |end: &End| match end {
            End::Span((document, span)) => state.span(document, span).is_some(),
            End::Event(id) => events.contains(id),
            End::Entity(id) => entities.contains(id),
        };
        let whole = |link: &Link| there(&link.from) && there(&link.to);
        shapes.links.extend(of(Collection::Links).filter_map(read::link).filter(whole).map(Rc::new));
        shapes.place();
        shapes
    }

    fn place(&mut self) {
        let mut on: HashMap<SpanId, Places> = HashMap::new();
        let mut triggers: HashMap<&str, &SpanId> = HashMap::new();
        let mut put = |span: &SpanId, place: usize, list: fn(&mut Places) -> &mut Vec<usize>| {
            let places = list(on.entry(span.clone()).or_default());
            if places.last() != Some(&place) {
                places.push(place);
            }
        };
        for (place, relation) in self.relations.iter().enumerate() {
            put(&relation.from, place, |places| &mut places.relations);
            put(&relation.to, place, |places| &mut places.relations);
        }
        for (place, event) in self.events.iter().enumerate() {
            for span in event.trigger.iter().chain(event.roles.iter().map(|(_, span)| span)) {
                put(span, place, |places| &mut places.events);
            }
            if let Some(trigger) = &event.trigger {
                triggers.insert(&event.id, trigger);
            }
        }
        for (place, entity) in self.entities.iter().enumerate() {
            for (_, span) in &entity.mentions {
                put(span, place, |places| &mut places.entities);
            }
        }
        for (place, link) in self.links.iter().enumerate() {
            for end in [&link.from, &link.to] {
                match end {
                    End::Span((_, span)) => put(span, place, |places| &mut places.links),
                    End::Event(event) => {
                        if let Some(span) = triggers.get(&**event) {
                            put(span, place, |places| &mut places.links);
                        }
                    }
                    End::Entity(_) => {}
                }
            }
        }
        self.on_span = on;
    }

    /// What the tagset offers.
    #[must_use]
    pub const fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// The relations of all documents.
    #[must_use]
    pub fn relations(&self) -> &[Rc<Relation>] {
        &self.relations
    }

    /// The events of all documents.
    #[must_use]
    pub fn events(&self) -> &[Rc<Event>] {
        &self.events
    }

    /// The labels of all documents.
    #[must_use]
    pub fn document_labels(&self) -> &[Rc<DocumentLabel>] {
        &self.labels
    }

    /// The entities.
    #[must_use]
    pub fn entities(&self) -> &[Rc<Entity>] {
        &self.entities
    }

    /// The links.
    #[must_use]
    pub fn links(&self) -> &[Rc<Link>] {
        &self.links
    }

    /// The event of that id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Rc<Event>> {
        self.events.iter().find(|event| &*event.id == id)
    }

    /// The entity of that id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&Rc<Entity>> {
        self.entities.iter().find(|entity| &*entity.id == id)
    }

    /// What stands on a span.
    #[must_use]
    pub fn on_span(&self, span: &SpanId) -> Standing {
        fn taken<T>(list: &[Rc<T>], places: &[usize]) -> Vec<Rc<T>> {
            places.iter().map(|place| list[*place].clone()).collect()
        }
        let Some(places) = self.on_span.get(span) else { return Standing::default() };
        Standing {
            relations: taken(&self.relations, &places.relations),
            events: taken(&self.events, &places.events),
            entities: taken(&self.entities, &places.entities),
            links: taken(&self.links, &places.links),
        }
    }

    /// The document of an end; `None` for an entity, which is in none.
    #[must_use]
    pub fn document_of(&self, end: &End) -> Option<DocumentId> {
        match end {
            End::Span((document, _)) => Some(document.clone()),
            End::Event(id) => Some(self.event(id)?.document.clone()),
            End::Entity(_) => None,
        }
    }

    /// The spans that stand for an end: itself, an event's trigger, an entity's mentions.
    #[must_use]
    pub fn spans_of(&self, end: &End) -> Vec<SpanRef> {
        match end {
            End::Span(span) => vec![span.clone()],
            End::Event(id) => {
                let trigger = self.event(id).and_then(|event| Some((event.document.clone(), event.trigger.clone()?)));
                trigger.into_iter().collect()
            }
            End::Entity(id) => self.entity(id).map_or_else(Vec::new, |entity| entity.mentions.clone()),
        }
    }

    /// What is to be seen together with a span: the other mentions of its entities, and the other ends of its links.
    #[must_use]
    pub fn together(&self, span: &SpanRef) -> Vec<SpanRef> {
        let standing = self.on_span(&span.1);
        let mut together: Vec<SpanRef> = standing.entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
        together.extend(standing.links.iter().flat_map(|link| [&link.from, &link.to]).flat_map(|end| self.spans_of(end)));
        let mut seen = HashSet::from([span.clone()]);
        together.retain(|other| seen.insert(other.clone()));
        together
    }
}
