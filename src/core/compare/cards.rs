//! Event cards: what each report says of one event. And what is linked outside of them.

use super::group::groups;
use super::same::compare;
use super::{Cell, Verdict, Why};
use crate::core::command::SpanRef;
use crate::core::ids::DocumentId;
use crate::core::shapes::kinds::RoleDef;
use crate::core::shapes::{End, Event, Link, LinkKind, Shapes};
use crate::core::state::State;
use crate::core::tagset::Bilingual;
use std::rc::Rc;

/// A row of a card: a role of the event.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The role's id.
    pub role: String,
    /// Its name.
    pub name: Bilingual,
    /// The spans in it, a cell for each document.
    pub cells: Vec<Cell>,
    /// How the cells stand to one another.
    pub verdict: Verdict,
    /// Why.
    pub why: Why,
    /// What annotators wrote about links between the cells.
    pub notes: Vec<String>,
}

/// One event, as the documents tell of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The id of its first event.
    pub id: Rc<str>,
    /// The name of its type.
    pub name: Bilingual,
    /// The events that are it, a list for each document.
    pub events: Vec<Vec<Rc<Event>>>,
    /// The words that tell of it, a cell for each document.
    pub triggers: Vec<Cell>,
    /// Its roles.
    pub rows: Vec<Row>,
    /// What annotators wrote about the events and the links that join them.
    pub notes: Vec<String>,
}

impl Card {
    /// How many of the documents tell of it.
    #[must_use]
    pub fn reports(&self) -> usize {
        self.events.iter().filter(|events| !events.is_empty()).count()
    }
}

/// The events of these documents, those that more of them tell of first.
#[must_use]
pub fn cards(state: &State, shapes: &Shapes, documents: &[DocumentId]) -> Vec<Card> {
    let made = groups(shapes).into_iter().filter_map(|group| card(state, shapes, documents, &group));
    let mut cards = made.collect::<Vec<_>>();
    cards.sort_by_key(|card| std::cmp::Reverse(card.reports()));
    cards
}

fn card(state: &State, shapes: &Shapes, documents: &[DocumentId], group: &[Rc<Event>]) -> Option<Card> {
    let of = |document: &DocumentId| group.iter().filter(|event| event.document == *document).cloned().collect::<Vec<_>>();
    let events = documents.iter().map(of).collect::<Vec<_>>();
    let first = events.iter().flatten().next()?.clone();
    let kind = shapes.kinds().event(&first.kind);
    let filled = |role: &str| {
        let of = |event: &Rc<Event>| {
            let spans =
                event.roles.iter().filter(|(named, _)| named == role).map(|(_, span)| (event.document.clone(), span.clone()));
            spans.collect::<Vec<SpanRef>>()
        };
        events.iter().map(|events| ordered(state, events.iter().flat_map(of).collect())).collect::<Vec<Cell>>()
    };
    let rows = roles(shapes, &events).into_iter().map(|role| {
        let cells = filled(&role.0);
        let (verdict, why) = verdict(state, shapes, &cells);
        Row { notes: notes_between(shapes, &cells), role: role.0, name: role.1, cells, verdict, why }
    });
    let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    let trigger = |event: &Rc<Event>| Some((event.document.clone(), event.trigger.clone()?));
    let triggers = events.iter().map(|events| events.iter().filter_map(trigger).collect()).collect();
    let is_ours = |end: &End| matches!(end, End::Event(id) if events.iter().flatten().any(|event| event.id == *id));
    let links = shapes.links().iter().filter(|link| is_ours(&link.from) && is_ours(&link.to)).map(|link| &link.note);
    let notes = links.chain(events.iter().flatten().map(|event| &event.note)).filter(|note| !note.is_empty()).cloned();
    Some(Card {
        id: first.id.clone(),
        name: kind.map_or_else(|| Bilingual::new(&first.kind, &first.kind), |kind| kind.name.clone()),
        notes: notes.collect(),
        triggers,
        rows,
        events,
    })
}

/// The roles of the events' types in their order, then those that no type has.
fn roles(shapes: &Shapes, events: &[Vec<Rc<Event>>]) -> Vec<(String, Bilingual)> {
    let mut roles: Vec<(String, Bilingual)> = Vec::new();
    let mut add = |id: &str, name: Bilingual| {
        if !roles.iter().any(|(known, _)| known == id) {
            roles.push((id.to_owned(), name));
        }
    };
    for kind in events.iter().flatten().filter_map(|event| shapes.kinds().event(&event.kind)) {
        kind.roles.iter().for_each(|RoleDef { id, name, .. }| add(id, name.clone()));
    }
    for (role, _) in events.iter().flatten().flat_map(|event| &event.roles) {
        add(role, Bilingual::new(role, role));
    }
    roles
}

/// Spans in the order of their text, each once.
pub(super) fn ordered(state: &State, mut cell: Cell) -> Cell {
    let start = |(document, span): &SpanRef| state.span(document, span).map(|span| (span.range.start(), span.range.end()));
    cell.sort_by_key(start);
    cell.dedup();
    cell
}

/// How the cells of a row stand to one another.
pub(super) fn verdict(state: &State, shapes: &Shapes, cells: &[Cell]) -> (Verdict, Why) {
    let full = cells.iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>();
    let pairs = full.iter().enumerate().flat_map(|(place, one)| full[place + 1..].iter().map(move |other| (one, other)));
    let mut agreed = (Verdict::Missing, Why::OneReport);
    for (one, other) in pairs {
        let found = compare(state, shapes, one, other);
        match (found.0, &found.1) {
            (Verdict::Differ, _) => return found,
            // What somebody has said goes before what only follows from the spans.
            (_, Why::Link(_) | Why::LessPrecise) => agreed = found,
            _ if agreed.0 == Verdict::Missing => agreed = found,
            _ => {}
        }
    }
    agreed
}

fn notes_between(shapes: &Shapes, cells: &[Cell]) -> Vec<String> {
    let is_here = |end: &End| matches!(end, End::Span(span) if cells.iter().any(|cell| cell.contains(span)));
    let links = shapes.links().iter().filter(|link| is_here(&link.from) && is_here(&link.to) && !link.note.is_empty());
    links.map(|link| link.note.clone()).collect()
}

/// Two things that a link joins and no card shows together.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The link.
    pub link: Rc<Link>,
    /// The spans that stand for its ends, a cell for each document.
    pub cells: Vec<Cell>,
    /// What the link says.
    pub verdict: Verdict,
}

/// The links between these documents that stand in no row of the cards and join none of their events.
#[must_use]
pub fn pairs(state: &State, shapes: &Shapes, documents: &[DocumentId], cards: &[Card]) -> Vec<Pair> {
    let shown = |link: &Link| {
        let both = |cells: &[Cell]| {
            [&link.from, &link.to]
                .iter()
                .all(|end| matches!(end, End::Span(span) if cells.iter().any(|cell| cell.contains(span))))
        };
        let joins = |card: &Card| {
            [&link.from, &link.to]
                .iter()
                .all(|end| matches!(end, End::Event(id) if card.events.iter().flatten().any(|event| event.id == *id)))
        };
        cards.iter().any(|card| joins(card) || both(&card.triggers) || card.rows.iter().any(|row| both(&row.cells)))
    };
    let pair = |link: &Rc<Link>| {
        let spans = [&link.from, &link.to].map(|end| shapes.spans_of(end));
        let of = |document: &DocumentId| {
            let here = spans.iter().flatten().filter(|(of, _)| of == document).cloned().collect();
            ordered(state, here)
        };
        let cells = documents.iter().map(of).collect::<Vec<_>>();
        let verdict = match link.kind {
            LinkKind::Contradicts | LinkKind::Updates => Verdict::Differ,
            _ => Verdict::Agree,
        };
        let reports = cells.iter().filter(|cell| !cell.is_empty()).count();
        (reports > 1).then(|| Pair { link: link.clone(), cells, verdict })
    };
    shapes.links().iter().filter(|link| !shown(link)).filter_map(pair).collect()
}
