//! What is drawn in a block's layer, as values.

use super::measure::{Edge, Known, Measure};
use crate::core::geometry::{self, Rect};
use crate::core::ids::SpanId;
use crate::core::lanes::{BlockPaint, PaintSpan};
use crate::core::order;

pub use super::drawn::Drawn;

/// All that a block's layer should show. Equal values need no new painting.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// The spans.
    pub paint: BlockPaint,
    /// The caret, in UTF-16 units from the block's start.
    pub caret: Option<u32>,
    /// A stretch to point out, likewise.
    pub found: Option<(u32, u32)>,
    /// Suggestions likewise, with the place of their label.
    pub ghosts: Vec<(u32, u32, usize)>,
}

/// What a mark is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A piece of a span, of that many UTF-16 units in all of the block.
    Piece(SpanId, u32),
    /// A grip at an edge of a piece of the chosen span: which one.
    Handle(SpanId, Edge, usize),
    /// How many spans got no line.
    More(u32),
    /// The caret or a stretch pointed out.
    Plain,
}

/// One element of a layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Its classes.
    pub classes: String,
    /// Its box relative to the layer.
    pub rect: Rect,
    /// Whether its span begins with it.
    pub begins: bool,
}

/// A block's layer as it was last painted.
pub struct Painted {
    /// What was asked for.
    pub wanted: Wanted,
    /// What was drawn.
    pub drawn: Drawn,
    /// Rectangles that need not be asked for again.
    pub known: Known,
    /// Whether the layout has changed since.
    pub stale: bool,
}

impl Painted {
    /// What stands in the layer, and the rectangles that still hold.
    #[must_use]
    pub fn taken_apart(self) -> (Drawn, Known) {
        (self.drawn, if self.stale { Known::default() } else { self.known })
    }
}

/// Lays out what is wanted. Only reads.
pub fn marks(wanted: &Wanted, measure: &mut Measure) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some((start, end)) = wanted.found {
        let boxes = measure.text(start, end);
        marks.extend(boxes.iter().map(|text| plain("found", geometry::in_lane(*text, 0))));
    }
    for (start, end, label) in &wanted.ghosts {
        let classes = format!("ghost label-{label}");
        marks.extend(measure.text(*start, *end).iter().map(|text| plain(&classes, geometry::in_lane(*text, 0))));
    }
    for span in &wanted.paint.spans {
        pieces(span, measure, &mut marks);
    }
    hidden(&wanted.paint.hidden, measure, &mut marks);
    for span in wanted.paint.spans.iter().filter(|span| span.active) {
        handles(span, measure, &mut marks);
    }
    if let Some(edge) = wanted.caret.and_then(|unit| measure.caret(unit)) {
        marks.push(plain("caret", geometry::in_lane(edge, 1)));
    }
    marks
}

fn plain(class: &str, rect: Rect) -> Mark {
    Mark { kind: Kind::Plain, classes: class.into(), rect, begins: false }
}

fn pieces(span: &PaintSpan, measure: &mut Measure, marks: &mut Vec<Mark>) {
    let length = span.pieces.iter().map(|(start, end)| end - start).sum();
    let mut common = format!("piece label-{} lane-{}", span.label, span.lane);
    if span.active {
        common.push_str(" active");
    }
    if span.buried {
        common.push_str(" buried");
    }
    for (place, &(start, end)) in span.pieces.iter().enumerate() {
        let (begins, ends) = limits(span, place);
        let rects = measure.text(start, end);
        for (index, text) in rects.iter().enumerate() {
            let mut classes = common.clone();
            if index == 0 && begins {
                classes.push_str(" first");
            }
            if index + 1 == rects.len() && ends {
                classes.push_str(" last");
            }
            let begins = index == 0 && begins && span.number + place == 0;
            let rect = geometry::in_lane(*text, span.lane);
            marks.push(Mark { kind: Kind::Piece(span.id.clone(), length), classes, rect, begins });
        }
    }
}

/// Whether that one of a span's parts in a block begins in it, and whether it ends in it.
fn limits(span: &PaintSpan, place: usize) -> (bool, bool) {
    (place > 0 || span.edges.0, place + 1 < span.pieces.len() || span.edges.1)
}

/// Counts that would stand closer than an em are one count, at the later place.
fn hidden(hidden: &[(u32, u32)], measure: &mut Measure, marks: &mut Vec<Mark>) {
    let mut ends = hidden.to_vec();
    order::sort_few(&mut ends, Ord::cmp);
    let first = marks.len();
    for (unit, count) in ends {
        let Some(edge) = measure.edge(unit, Edge::End) else { continue };
        let rect = geometry::in_lane(edge, 2);
        match marks[first..].last_mut() {
            Some(Mark { kind: Kind::More(sum), rect: last, .. })
                if last.same_line(&rect) && (last.left - rect.left).abs() < rect.height / 2.0 =>
            {
                *sum += count;
                *last = rect;
            }
            _ => marks.push(Mark { kind: Kind::More(count), classes: "more".into(), rect, begins: false }),
        }
    }
}

fn handles(span: &PaintSpan, measure: &mut Measure, marks: &mut Vec<Mark>) {
    for (place, &(start, end)) in span.pieces.iter().enumerate() {
        let (begins, ends) = limits(span, place);
        for (edge, unit, here, class) in [(Edge::Start, start, begins, "start"), (Edge::End, end, ends, "end")] {
            if let Some(rect) = measure.edge(unit, edge).filter(|_| here) {
                let kind = Kind::Handle(span.id.clone(), edge, span.number + place);
                let classes = format!("handle {class} label-{}", span.label);
                marks.push(Mark { kind, classes, rect: geometry::in_lane(rect, span.lane), begins: false });
            }
        }
    }
}
