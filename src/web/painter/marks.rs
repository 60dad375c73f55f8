//! What is drawn in a block's layer, as values; and the one place that writes them into the page.

use super::measure::{Edge, Known, Measure};
use crate::core::fixed::fixed;
use crate::core::geometry::{self, Rect};
use crate::core::ids::SpanId;
use crate::core::lanes::{BlockPaint, PaintSpan};
use crate::core::order;
use crate::web::dom;
use web_sys::{Element, HtmlElement};

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
}

/// A block's layer as it was last painted.
pub struct Painted {
    /// What was asked for.
    pub wanted: Wanted,
    /// What was drawn.
    pub marks: Vec<Mark>,
    /// Its elements, one for each mark.
    pub elements: Vec<HtmlElement>,
    /// The layer's width and height when it was measured.
    pub size: (f64, f64),
    /// Rectangles that need not be asked for again.
    pub known: Known,
    /// Whether the layout has changed since.
    pub stale: bool,
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
    Mark { kind: Kind::Plain, classes: class.into(), rect }
}

fn pieces(span: &PaintSpan, measure: &mut Measure, marks: &mut Vec<Mark>) {
    let length = span.pieces.iter().map(|(start, end)| end - start).sum();
    let mut common = format!("piece label-{} lane-{}", span.label, span.lane);
    if span.active {
        common.push_str(" active");
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
            marks.push(Mark { kind: Kind::Piece(span.id.clone(), length), classes, rect: geometry::in_lane(*text, span.lane) });
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
            _ => marks.push(Mark { kind: Kind::More(count), classes: "more".into(), rect }),
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
                marks.push(Mark { kind, classes, rect: geometry::in_lane(rect, span.lane) });
            }
        }
    }
}

/// Puts the marks into the layer in place of what it holds, and gives their elements. Only writes.
pub fn write(layer: &HtmlElement, marks: &[Mark], size: (f64, f64)) -> Vec<HtmlElement> {
    layer.set_text_content(None);
    let fragment = dom::document().create_document_fragment();
    let elements = marks.iter().map(|mark| {
        let element = dom::element("i", &mark.classes);
        match &mark.kind {
            Kind::Piece(id, _) => dom::set(&element, "data-span", id.as_str()),
            // Not `data-span`: a handle paints nothing of the span's text.
            Kind::Handle(id, ..) => dom::set(&element, "data-handle", id.as_str()),
            Kind::More(count) => dom::set(&element, "data-more", &count.to_string()),
            Kind::Plain => {}
        }
        place(&element, mark.rect, size);
        let _ = fragment.append_child(&element);
        element
    });
    let elements = elements.collect();
    let _ = layer.append_child(&fragment);
    elements
}

/// One physical shorthand: right in both directions of writing, and one call for each mark.
fn place(element: &HtmlElement, rect: Rect, (width, height): (f64, f64)) {
    let (right, bottom) = (width - rect.right(), height - rect.bottom());
    let [top, right, bottom, left] = [rect.top, right, bottom, rect.left].map(|side| fixed(side, 3));
    let inset = [&*top, "px ", &right, "px ", &bottom, "px ", &left, "px"].concat();
    let _ = element.style().set_property("inset", &inset);
}

/// Marks the elements of these spans as pointed at, and no others.
pub fn hover(painted: &Painted, lit: &[SpanId]) {
    for (mark, element) in painted.marks.iter().zip(&painted.elements) {
        if let Kind::Piece(id, _) = &mark.kind {
            let element: &Element = element;
            let _ = element.class_list().toggle_with_force("hovered", lit.contains(id));
        }
    }
}
