//! The table: who is named by which report, and which figures they give.

use super::cards::{Card, Pair, ordered};
use super::same::figure;
use super::{Cell, Verdict, Why};
use crate::core::command::SpanRef;
use crate::core::ids::DocumentId;
use crate::core::shapes::{Entity, Shapes};
use crate::core::state::State;
use crate::core::tagset::Bilingual;
use std::rc::Rc;

/// An entity and where it is mentioned.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityRow {
    /// The entity.
    pub entity: Rc<Entity>,
    /// Its mentions in the order of the text, a cell for each document.
    pub cells: Vec<Cell>,
    /// Whether all documents name it ([`Verdict::Agree`]) or not ([`Verdict::Missing`]).
    pub verdict: Verdict,
}

/// Figures of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    /// What it is, for hooks: `<event>.<role>`, or the id of a link.
    pub id: String,
    /// The event's type and the role; none for figures that a link alone joins.
    pub names: Option<(Bilingual, Bilingual)>,
    /// The spans that give it, a cell for each document.
    pub cells: Vec<Cell>,
    /// How they stand to one another.
    pub verdict: Verdict,
    /// Why.
    pub why: Why,
    /// What annotators wrote about it.
    pub notes: Vec<String>,
}

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The documents, in the order of the cells.
    pub documents: Vec<DocumentId>,
    /// The entities that one of them mentions; those that all mention first.
    pub entities: Vec<EntityRow>,
    /// The figures; those that differ first.
    pub figures: Vec<FigureRow>,
}

/// The table of these documents, over what their cards and other links say.
#[must_use]
pub fn table(state: &State, shapes: &Shapes, documents: &[DocumentId], cards: &[Card], pairs: &[Pair]) -> Table {
    let mut entities = shapes.entities().iter().filter_map(|entity| row(state, documents, entity)).collect::<Vec<_>>();
    entities.sort_by_key(|row| (row.verdict, row.cells.iter().position(|cell| !cell.is_empty())));
    let gives = |span: &SpanRef| figure(state, shapes, span).is_some();
    let numeric = |cells: &[Cell]| cells.iter().flatten().any(gives);
    let of_events = cards.iter().flat_map(|card| {
        card.rows.iter().filter(|row| numeric(&row.cells)).map(|row| FigureRow {
            id: format!("{}.{}", card.id, row.role),
            names: Some((card.name.clone(), row.name.clone())),
            cells: row.cells.clone(),
            verdict: row.verdict,
            why: row.why.clone(),
            notes: row.notes.clone(),
        })
    });
    let of_links = pairs.iter().filter(|pair| pair.cells.iter().flatten().all(gives)).map(|pair| FigureRow {
        id: pair.link.id.to_string(),
        names: None,
        cells: pair.cells.clone(),
        verdict: pair.verdict,
        why: Why::Link(pair.link.clone()),
        notes: Some(pair.link.note.clone()).filter(|note| !note.is_empty()).into_iter().collect(),
    });
    let mut figures = of_events.chain(of_links).collect::<Vec<_>>();
    figures.sort_by_key(|row| match row.verdict {
        Verdict::Differ => 0,
        Verdict::Agree => 1,
        Verdict::Missing => 2,
    });
    Table { documents: documents.to_vec(), entities, figures }
}

fn row(state: &State, documents: &[DocumentId], entity: &Rc<Entity>) -> Option<EntityRow> {
    let of = |document: &DocumentId| ordered(state, entity.mentions.iter().filter(|(of, _)| of == document).cloned().collect());
    let cells = documents.iter().map(of).collect::<Vec<_>>();
    let named = cells.iter().filter(|cell| !cell.is_empty()).count();
    let verdict = if named == documents.len() { Verdict::Agree } else { Verdict::Missing };
    (named > 0).then(|| EntityRow { entity: entity.clone(), cells, verdict })
}
