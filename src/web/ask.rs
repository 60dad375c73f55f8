//! What is asked of the shell: where things stand in the viewport, and what stands at a point of it.

use super::selection;
use super::shell::Shell;
use crate::core::caret::Selection;
use crate::core::command::Edge;
use crate::core::geometry::Rect;
use crate::core::ids::SpanId;
use crate::core::range::TextRange;
use crate::core::units::Offset;

impl Shell {
    /// The first piece of each painted span of the open document, in the viewport.
    #[must_use]
    pub fn first_pieces(&self) -> Vec<(SpanId, Rect)> {
        self.reading().as_ref().map_or_else(Vec::new, |reading| reading.painter.first_pieces())
    }

    /// The spans painted at a point of the viewport, innermost first.
    pub(super) fn hit(&self, x: f64, y: f64) -> Vec<SpanId> {
        self.reading().as_ref().map_or_else(Vec::new, |reading| reading.painter.hit(x, y))
    }

    /// The suggestion that is outlined at an offset of the open document.
    pub(super) fn ghost_at(&self, offset: Offset) -> Option<TextRange> {
        self.reading().as_ref()?.painter.ghost_at(offset)
    }

    /// The offset at a point of the viewport.
    pub(super) fn offset_at(&self, x: f64, y: f64) -> Option<Offset> {
        let reading = self.reading();
        let reading = reading.as_ref()?;
        selection::offset_at_point(&reading.surface, x, y)
    }

    /// The edge, and of which piece of the active span, whose grip is within `reach` CSS pixels of a point of the viewport.
    pub(super) fn grip_at(&self, x: f64, y: f64, reach: f64) -> Option<(Edge, usize)> {
        let session = self.session();
        let active = session.active().filter(|span| session.state.is_own(span))?;
        let reading = self.reading();
        let (span, edge, piece) = reading.as_ref()?.painter.handle_at(x, y, reach)?;
        (span == active.id).then_some((edge, piece))
    }

    /// Shows what a piece of the active span would cover with an edge at that offset, or nothing.
    pub(super) fn preview(&self, dragged: Option<(Edge, Offset, usize)>) {
        let range = dragged.and_then(|(edge, to, piece)| {
            let range = self.session().active()?.pieces().nth(piece)?;
            Some(if edge == Edge::Start { TextRange::new(to, range.end()) } else { TextRange::new(range.start(), to) })
        });
        self.with_painter(|painter| painter.show_found(range));
    }

    /// Marks the span under the mouse as pointed at, and tells the desk, which knows what belongs to it.
    pub(super) fn point_at(&self, point: Option<(f64, f64)>) {
        let span = point.and_then(|(x, y)| self.hit(x, y).into_iter().next());
        self.with_painter(|painter| {
            if painter.show_pointed(span.clone()) {
                self.desk().tell("hover", span.as_ref().map_or("", SpanId::as_str));
            }
        });
    }

    /// Whether a node lies in the open article.
    pub(super) fn in_article(&self, node: &web_sys::Node) -> bool {
        self.reading().as_ref().is_some_and(|reading| reading.surface.article().contains(Some(node)))
    }

    /// Where a span is painted, in the viewport: the hull of its pieces.
    #[must_use]
    pub fn span_rect(&self, id: &SpanId) -> Option<Rect> {
        let reading = self.reading();
        Rect::hull(&reading.as_ref()?.painter.rects_of(id))
    }

    /// The rectangle of the selection's line nearest its head, in the viewport.
    #[must_use]
    pub fn selection_rect(&self) -> Option<Rect> {
        let range = self.session().selected()?;
        let reading = self.reading();
        let rects = reading.as_ref()?.painter.range_rects(range.range());
        let forward = range.anchor <= range.head;
        rects.into_iter().reduce(|a, b| if (b.top > a.top) == forward { b } else { a })
    }

    /// The range that is selected, for those who draw beside it.
    #[must_use]
    pub fn selected(&self) -> Option<TextRange> {
        self.session().selected().map(Selection::range)
    }
}
