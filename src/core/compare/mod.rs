//! What reports say of the same things, held against one another. Pure, and used by the desk alone.
//!
//! A [`Card`] gathers the reports of one event: a row for each role, a cell for each document, and a verdict that says
//! why. A [`Table`] lists the entities and the figures. Nothing here judges who is right: it says where the spans of two
//! reports name the same, and where they do not.

mod cards;
pub mod csv;
mod group;
mod same;
mod table;

pub use cards::{Card, Pair, Row, cards, pairs};
pub use same::figure;
pub use table::{EntityRow, FigureRow, Table, table};

use super::command::SpanRef;
use super::shapes::Link;
use std::rc::Rc;

/// Spans of one document.
pub type Cell = Vec<SpanRef>;

/// How the cells of a row stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They say the same.
    Agree,
    /// They do not.
    Differ,
    /// One document alone says something.
    Missing,
}

impl Verdict {
    /// Its name in hooks and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::Missing => "missing",
        }
    }
}

/// Why a verdict is what it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// They mention the same entity, give the same figure or date, or have the same words.
    Same,
    /// They give the same date, one of them more closely.
    LessPrecise,
    /// Somebody has linked two of their spans and said so.
    Link(Rc<Link>),
    /// Nothing of the one is in the other.
    Different,
    /// Some is in both, and this is not.
    Partly(Vec<SpanRef>),
    /// One document alone says something.
    OneReport,
}
