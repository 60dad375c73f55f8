//! Paints spans behind the text of one surface: the one module that edits the DOM after it is made.
//!
//! Only blocks near the viewport are painted, and of very long ones the part near it. A renewal asks what blocks should
//! show, compares that with what they show, and works on those that differ: first all reading of the layout, then
//! all writing, so that the engine lays out once. What is in view is renewed at once, the rest in slices ([`soon`]).

mod ask;
mod drawn;
mod lines;
mod marks;
mod measure;
mod soon;
mod stretch;
mod view;
mod watch;

pub use drawn::PAINTING;
pub use measure::Edge;

use super::dom;
use super::surface::Surface;
use crate::core::ids::SpanId;
use crate::core::keyed::Keyed;
use crate::core::lanes::BlockPaint;
use crate::core::range::TextRange;
use crate::core::units::Offset;
use marks::{Drawn, Painted, Wanted};
use measure::Measure;
use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};
use stretch::Stretch;
use watch::Watch;
use web_sys::{HtmlElement, Range};

/// What a part of a block should show, by the block's index.
pub type Source = dyn Fn(usize, TextRange) -> BlockPaint;

/// Paints one surface and keeps it painted until dropped.
pub struct Painter {
    surface: Rc<Surface>,
    source: Rc<Source>,
    on_painted: Rc<dyn Fn()>,
    state: RefCell<State>,
    range: Option<Range>,
    watch: OnceCell<Watch>,
    /// The element that the article scrolls in; the window, where there is none.
    port: Option<HtmlElement>,
    this: Weak<Self>,
}

#[derive(Default)]
struct State {
    /// Sections near the viewport, in order.
    near: Vec<usize>,
    /// Whether all blocks are painted, for paper.
    on_paper: bool,
    painted: Keyed<usize, Painted>,
    /// Near blocks that are to be renewed in slices, the nearest last.
    waiting: Vec<usize>,
    /// Of near blocks that are very long: the part that is near.
    stretches: Keyed<usize, Stretch>,
    /// The spans that are pointed at: the one under the mouse, or what it lights up.
    lit: Vec<SpanId>,
    /// The span under the pointer.
    pointed: Option<SpanId>,
    caret: Option<Offset>,
    found: Option<TextRange>,
    /// Suggestions, with the place of their label.
    ghosts: Vec<(TextRange, usize)>,
}

impl Painter {
    /// Paints what is near and goes on doing so. `source` says what a block should show;
    /// `on_painted` is called after anything painted has changed or moved. `port` is the element that the article
    /// scrolls in, where that is not the window.
    #[must_use]
    pub fn new(surface: Rc<Surface>, source: Rc<Source>, on_painted: Rc<dyn Fn()>, port: Option<HtmlElement>) -> Rc<Self> {
        let range = dom::document().create_range().ok();
        let state = RefCell::default();
        let painter = Rc::new_cyclic(|this| {
            let (watch, this) = (OnceCell::new(), this.clone());
            Self { surface, source, on_painted, state, range, watch, port, this }
        });
        let _ = painter.watch.set(Watch::new(&painter));
        painter.refresh();
        painter
    }

    /// The surface it paints.
    #[must_use]
    pub const fn surface(&self) -> &Rc<Surface> {
        &self.surface
    }

    /// Paints anew the near blocks that should show something else than they do: those in view at once.
    pub fn refresh(&self) {
        self.renew(self.near_blocks());
    }

    /// The same, where only these stretches of the text may look otherwise.
    pub fn refresh_in(&self, stretches: &[TextRange]) {
        if stretches.is_empty() {
            return;
        }
        let touched = |index: &usize| {
            let block = self.surface.block(*index).map(|block| block.range);
            block.is_some_and(|block| stretches.iter().any(|stretch| stretch.overlaps(block)))
        };
        self.renew(self.near_blocks().into_iter().filter(touched).collect());
    }

    /// Shows the program's own caret, or none.
    pub fn show_caret(&self, caret: Option<Offset>) {
        let old = std::mem::replace(&mut self.state.borrow_mut().caret, caret);
        if old != caret {
            let block = |offset: Option<Offset>| self.surface.point(offset?).map(|(block, _)| block);
            let (from, to) = (block(old), block(caret));
            self.renew(self.near_blocks().into_iter().filter(|index| Some(*index) == from || Some(*index) == to).collect());
        }
    }

    /// Points out a stretch of text, such as a search hit, or none.
    pub fn show_found(&self, found: Option<TextRange>) {
        if std::mem::replace(&mut self.state.borrow_mut().found, found) != found {
            self.refresh();
        }
    }

    /// Outlines suggestions, each with the place of its label.
    pub fn show_ghosts(&self, ghosts: Vec<(TextRange, usize)>) {
        if self.state.borrow().ghosts != ghosts {
            self.state.borrow_mut().ghosts = ghosts;
            self.refresh();
        }
    }

    /// Marks the pieces of these spans as pointed at, and of no others.
    pub fn show_lit(&self, spans: &[SpanId]) {
        let mut state = self.state.borrow_mut();
        if state.lit != spans {
            let old = std::mem::replace(&mut state.lit, spans.to_vec());
            state.painted.as_slice().iter().for_each(|(_, painted)| painted.drawn.light(&old, spans));
        }
    }

    /// Marks the span under the pointer. Says whether that is another than before.
    pub fn show_pointed(&self, span: Option<SpanId>) -> bool {
        let changed = self.state.borrow().pointed != span;
        if changed {
            self.show_lit(span.as_slice());
            self.state.borrow_mut().pointed = span;
        }
        changed
    }

    /// Takes every layout measure for outdated and paints anew.
    pub fn relayout(&self) {
        let mut state = self.state.borrow_mut();
        state.painted.as_mut_slice().iter_mut().for_each(|(_, painted)| painted.stale = true);
        state.stretches = Keyed::default();
        drop(state);
        self.refresh();
    }

    /// The blocks to be kept painted, in order.
    fn near_blocks(&self) -> Vec<usize> {
        let mut state = self.state.borrow_mut();
        if state.on_paper {
            return (0..self.surface.len()).collect();
        }
        if state.near.is_empty() {
            state.near = self.near_now();
        }
        let sheets = self.surface.sheets();
        state.near.iter().filter_map(|sheet| sheets.get(*sheet)).flat_map(|(_, blocks)| blocks.clone()).collect()
    }

    fn wanted(&self, index: usize) -> Wanted {
        let Some(part) = self.near_part(index) else { return Wanted::default() };
        let paint = (self.source)(index, part);
        let state = self.state.borrow();
        let caret = state.caret.and_then(|offset| self.surface.point(offset)).filter(|(block, _)| *block == index);
        let found = state.found.and_then(|range| self.local(index, range));
        let ghost = |(range, label): &(TextRange, usize)| self.local(index, *range).map(|(start, end)| (start, end, *label));
        let ghosts = state.ghosts.iter().filter(|(range, _)| range.overlaps(part)).filter_map(ghost).collect();
        Wanted { paint, caret: caret.map(|(_, unit)| unit), found, ghosts }
    }

    /// The part of a range in a block, in UTF-16 units from the block's start.
    fn local(&self, index: usize, range: TextRange) -> Option<(u32, u32)> {
        let block = self.surface.block(index)?;
        let part = range.intersection(block.range)?;
        let unit = |offset| self.surface.text().utf16(offset).0 - block.start_utf16.0;
        Some((unit(part.start()), unit(part.end())))
    }

    /// Paints those of these blocks that should show something else than they do, no more than a frame
    /// can take where they come in a `slice`. How many were looked at, and whether anything was painted.
    fn paint(&self, blocks: &[usize], slice: bool) -> (usize, bool) {
        let Some(range) = &self.range else { return (blocks.len(), false) };
        // Read.
        let (mut done, mut ready, mut count, end) = (0, Vec::new(), 0, dom::time() + soon::SLICE);
        for &index in blocks {
            done += 1;
            let wanted = self.wanted(index);
            let mut state = self.state.borrow_mut();
            let same = |painted: &Painted| !painted.stale && painted.wanted == wanted;
            if state.painted.get(&index).map_or(wanted == Wanted::default(), same) {
                continue;
            }
            let old = state.painted.remove(&index);
            drop(state);
            let (drawn, known) = old.map(Painted::taken_apart).unwrap_or_default();
            let Some(mut measure) = Measure::new(&self.surface, range, index, known) else { continue };
            let marks = marks::marks(&wanted, &mut measure);
            count += marks.len();
            let size = (measure.layer.width, measure.layer.height);
            ready.push((
                index,
                drawn,
                Painted { wanted, drawn: Drawn { marks, elements: Vec::new(), size }, known: measure.used(), stale: false },
            ));
            if slice && (count > soon::ENOUGH || dom::time() > end) {
                break;
            }
        }
        // Write.
        let changed = !ready.is_empty();
        let mut state = self.state.borrow_mut();
        for (index, old, mut painted) in ready {
            let Some(layer) = self.surface.layer(index) else { continue };
            painted.drawn.write(layer, old);
            if !state.lit.is_empty() {
                painted.drawn.light(&[], &state.lit);
            }
            state.painted.insert(index, painted);
        }
        (done, changed)
    }

    /// Empties the layers of blocks that are no longer near.
    fn forget(&self, blocks: impl Iterator<Item = usize>) {
        let mut state = self.state.borrow_mut();
        for index in blocks {
            if let (Some(_), Some(layer)) = (state.painted.remove(&index), self.surface.layer(index)) {
                layer.set_text_content(None);
            }
            state.stretches.remove(&index);
        }
    }
}
