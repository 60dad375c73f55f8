//! Gathers what the measures need from a project: some annotation sets over some documents, in steps of a document each.
//!
//! A website's leftovers count only where that is asked for: without them spans that lie in them are passed over, and what
//! follows moves up, so that the length of a text is that of what was to be annotated.

use super::confusion::Couple;
use super::coreference::Entities;
use super::kept::Kept;
use super::shapes::{Tie, Value};
use super::tolerant::Words;
use super::unit::{Corpus, Page, Unit};
use crate::core::clitics::FreeWords;
use crate::core::ids::{DocumentId, LabelId, SetId, SpanId};
use crate::core::range::TextRange;
use crate::core::shapes::Shapes;
use crate::core::span::Span;
use crate::core::state::State;
use crate::core::text::Text;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What is to be measured.
pub struct Wish {
    /// Whose work: each annotator is a set.
    pub sets: Vec<SetId>,
    /// On which documents.
    pub documents: Vec<DocumentId>,
    /// Whether a website's leftovers count.
    pub boilerplate: bool,
    /// Cuts a text into tokens, in order and apart.
    pub tokens: fn(&Text) -> Vec<TextRange>,
}

/// What was gathered. The numbers in it are places in these lists.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// The spans, for the measures.
    pub corpus: Corpus,
    /// The annotators.
    pub sets: Vec<SetId>,
    /// The documents, each a page.
    pub documents: Vec<DocumentId>,
    /// The labels, those of the whole tagset.
    pub labels: Vec<LabelId>,
    /// The ids of the spans, by page, annotator and place.
    pub spans: Vec<Vec<Vec<SpanId>>>,
    /// The ids of types of relations.
    pub relation_types: Vec<String>,
    /// The relations of each page and annotator.
    pub relations: Vec<Vec<Vec<Tie>>>,
    /// The ids of types of events and of their roles.
    pub roles: Vec<(String, String)>,
    /// What fills which role, from the trigger, of each page and annotator.
    pub filled: Vec<Vec<Vec<Tie>>>,
    /// The ids of attributes.
    pub attributes: Vec<String>,
    /// The values of each page and annotator.
    pub values: Vec<Vec<Vec<Value>>>,
    /// The entities of each annotator. Who mentions the same words, whatever their label, has the same mention.
    pub entities: Vec<Entities>,
    /// The page of each mention.
    pub mentions: Vec<usize>,
}

/// Gathering under way.
pub struct Gathering {
    state: State,
    shapes: Rc<Shapes>,
    wish: Wish,
    free: FreeWords,
    /// How many documents were read for their words, and how many are gathered.
    read: usize,
    found: Gathered,
}

impl Gathering {
    /// Begins. Sets and documents that the project does not have are passed over.
    #[must_use]
    pub fn new(state: &State, shapes: &Rc<Shapes>, mut wish: Wish) -> Self {
        wish.sets.retain(|set| state.set(set).is_some());
        wish.documents.retain(|document| state.document(document).is_some());
        let found = Gathered {
            corpus: Corpus { annotators: wish.sets.len(), labels: state.tagset.labels.len(), pages: Vec::new() },
            sets: wish.sets.clone(),
            labels: state.tagset.labels.iter().map(|label| label.id.clone()).collect(),
            ..Gathered::default()
        };
        Self { state: state.clone(), shapes: shapes.clone(), wish, free: FreeWords::default(), read: 0, found }
    }

    /// Reads a document's words, or gathers its spans. Returns whether everything is there.
    pub fn step(&mut self) -> bool {
        let place = self.found.documents.len();
        if let Some(state) = self.wish.documents.get(self.read).and_then(|id| self.state.document(id)) {
            self.free.add(state.document.text.as_str());
            self.read += 1;
            false
        } else if let Some(id) = self.wish.documents.get(place).cloned() {
            self.page(&id);
            false
        } else {
            self.entities();
            true
        }
    }

    /// How much is done, from 0 to 100.
    #[must_use]
    pub fn share(&self) -> u32 {
        let (done, all) = (self.read + self.found.documents.len(), 2 * self.wish.documents.len());
        (done * 100).checked_div(all).map_or(100, |share| share as u32)
    }

    /// What was gathered.
    #[must_use]
    pub fn done(self) -> Gathered {
        self.found
    }

    fn page(&mut self, id: &DocumentId) {
        let Some(state) = self.state.document(id).cloned() else { return };
        let document = &state.document;
        let kept = Kept::of(document, self.wish.boilerplate);
        let counts = |span: &Span| span.pieces().any(|piece| kept.any(piece));
        let mut own: Vec<Vec<&Rc<Span>>> = vec![Vec::new(); self.wish.sets.len()];
        for span in state.spans.iter().filter(|span| counts(span)) {
            if let Some(annotator) = self.wish.sets.iter().position(|set| *set == span.set) {
                own[annotator].push(span);
            }
        }
        let pieces = own.iter().flatten().flat_map(|span| span.pieces()).collect::<Vec<_>>();
        let mut words = Words::of(&document.text, &self.free, pieces.iter());
        let tagset = &self.state.tagset;
        let mut unit = |span: &&Rc<Span>| {
            let core = span.pieces().map(|piece| kept.moved(words.core(piece))).collect();
            Unit {
                pieces: span.pieces().map(|piece| kept.moved(piece)).collect(),
                core,
                label: tagset.position(&span.label).unwrap_or_default(),
            }
        };
        let units = own.iter().map(|spans| spans.iter().map(&mut unit).collect()).collect();
        let tokens = (self.wish.tokens)(&document.text).into_iter().filter(|token| kept.any(*token));
        let tokens = tokens.map(|token| kept.moved(token)).collect();
        let length = kept.moved(document.text.whole()).len();
        self.found.corpus.pages.push(Page { length, tokens, units });
        let ids = own.iter().map(|spans| spans.iter().map(|span| span.id.clone()).collect()).collect::<Vec<_>>();
        let places = ids.iter().map(|own: &Vec<SpanId>| own.iter().cloned().zip(0..).collect()).collect::<Vec<_>>();
        self.shapes(id, &places);
        let values = own.iter().map(|spans| self.values(spans)).collect();
        self.found.values.push(values);
        self.found.spans.push(ids);
        self.found.documents.push(id.clone());
    }

    /// The relations and events of a document.
    fn shapes(&mut self, document: &DocumentId, places: &[HashMap<SpanId, usize>]) {
        let shapes = self.shapes.clone();
        let annotator = |set: &SetId| self.wish.sets.iter().position(|own| own == set);
        let (mut relations, mut filled) = (vec![Vec::new(); places.len()], vec![Vec::new(); places.len()]);
        for relation in shapes.relations().iter().filter(|relation| relation.document == *document) {
            let Some(who) = annotator(&relation.set) else { continue };
            let (Some(&from), Some(&to)) = (places[who].get(&relation.from), places[who].get(&relation.to)) else { continue };
            let known = shapes.kinds().relations.iter().find(|kind| kind.id == relation.kind);
            let symmetric = known.is_some_and(|kind| kind.symmetric);
            relations[who].push(Tie { from, to, kind: number(&mut self.found.relation_types, &relation.kind), symmetric });
        }
        for event in shapes.events().iter().filter(|event| event.document == *document) {
            let Some(who) = annotator(&event.set) else { continue };
            let Some(&from) = event.trigger.as_ref().and_then(|trigger| places[who].get(trigger)) else { continue };
            for (role, span) in &event.roles {
                if let Some(&to) = places[who].get(span) {
                    let kind = number(&mut self.found.roles, &(event.kind.clone(), role.clone()));
                    filled[who].push(Tie { from, to, kind, symmetric: false });
                }
            }
        }
        self.found.relations.push(relations);
        self.found.filled.push(filled);
    }

    /// What the attributes of spans say.
    fn values(&mut self, spans: &[&Rc<Span>]) -> Vec<Value> {
        let mut values = Vec::new();
        for (unit, span) in spans.iter().enumerate() {
            for (id, value) in span.attributes.iter().filter(|(_, value)| !value.is_null()) {
                values.push(Value { unit, attribute: number(&mut self.found.attributes, id), says: said(value) });
            }
        }
        values
    }

    /// The entities, of each annotator those of their own spans.
    fn entities(&mut self) {
        let mut place = HashMap::new();
        for (page, annotators) in self.found.spans.iter().enumerate() {
            for (annotator, spans) in annotators.iter().enumerate() {
                for (unit, span) in spans.iter().enumerate() {
                    place.insert((&self.found.documents[page], span), (page, annotator, unit));
                }
            }
        }
        let mut numbers = HashMap::new();
        let (mut mentions, mut taken) = (Vec::new(), HashSet::new());
        let mut entities = vec![Entities::new(); self.wish.sets.len()];
        for entity in self.shapes.entities() {
            let mut own = vec![Vec::new(); entities.len()];
            for &(page, annotator, unit) in entity.mentions.iter().filter_map(|(document, span)| place.get(&(document, span))) {
                let pieces = &self.found.corpus.pages[page].units[annotator][unit].pieces;
                let mention = *numbers.entry((page, pieces)).or_insert_with(|| {
                    mentions.push(page);
                    mentions.len() - 1
                });
                // Words that are in an entity already, by a span of another label, are not mentioned twice.
                if taken.insert((annotator, mention)) {
                    own[annotator].push(mention);
                }
            }
            for (all, own) in entities.iter_mut().zip(own).filter(|(_, own)| !own.is_empty()) {
                all.push(own);
            }
        }
        (self.found.entities, self.found.mentions) = (entities, mentions);
    }
}

impl Gathered {
    /// The document of a couple of spans ([`super::confusion`]), and the ids of both, of these two annotators.
    #[must_use]
    pub fn couple(
        &self,
        first: usize,
        second: usize,
        couple: &Couple,
    ) -> Option<(&DocumentId, Option<&SpanId>, Option<&SpanId>)> {
        let spans = self.spans.get(couple.page)?;
        let one = couple.first.and_then(|place| spans.get(first)?.get(place));
        let other = couple.second.and_then(|place| spans.get(second)?.get(place));
        Some((self.documents.get(couple.page)?, one, other))
    }

    /// One page of it alone.
    #[must_use]
    pub fn only(&self, page: usize) -> Self {
        fn one<T: Clone>(list: &[T], page: usize) -> Vec<T> {
            list.get(page).cloned().into_iter().collect()
        }
        let here =
            |entity: &Vec<usize>| entity.iter().copied().filter(|mention| self.mentions.get(*mention) == Some(&page)).collect();
        let entities = self.entities.iter().map(|own| {
            let own = own.iter().map(here);
            own.filter(|entity: &Vec<usize>| !entity.is_empty()).collect()
        });
        Self {
            corpus: Corpus { pages: one(&self.corpus.pages, page), ..self.corpus },
            sets: self.sets.clone(),
            documents: one(&self.documents, page),
            labels: self.labels.clone(),
            spans: one(&self.spans, page),
            relation_types: self.relation_types.clone(),
            relations: one(&self.relations, page),
            roles: self.roles.clone(),
            filled: one(&self.filled, page),
            attributes: self.attributes.clone(),
            values: one(&self.values, page),
            entities: entities.collect(),
            mentions: vec![0; self.mentions.len()],
        }
    }
}

/// The place of a name in a list, at whose end it is put where it is new.
fn number<T: Clone + PartialEq>(list: &mut Vec<T>, name: &(impl ToOwned<Owned = T> + ?Sized)) -> usize {
    let name = name.to_owned();
    list.iter().position(|known| *known == name).unwrap_or_else(|| {
        list.push(name);
        list.len() - 1
    })
}

/// A value as it is compared: several choices in whatever order they were made.
fn said(value: &serde_json::Value) -> String {
    let serde_json::Value::Array(choices) = value else { return value.to_string() };
    let mut choices = choices.iter().map(ToString::to_string).collect::<Vec<_>>();
    choices.sort();
    choices.join(" ")
}
