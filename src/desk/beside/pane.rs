//! The second document on the page: its surface and its painter, the same as the first's.

use crate::core::document::Document;
use crate::core::ids::SpanId;
use crate::core::lanes::{self, BlockPaint};
use crate::core::range::TextRange;
use crate::desk::linking;
use crate::desk::now::{Desk, Now};
use crate::web::dom;
use crate::web::painter::Painter;
use crate::web::surface::Surface;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent, PointerEvent};

/// The second document, until dropped.
pub struct Pane {
    painter: Rc<Painter>,
    now: Rc<RefCell<Now>>,
    _listeners: [EventListener; 3],
}

impl Pane {
    /// Shows a document in an element that it scrolls in.
    pub fn open(desk: &Desk, now: &Now, document: &Rc<Document>, port: &HtmlElement) -> Self {
        let surface = Rc::new(Surface::build(document));
        let _ = port.append_child(surface.article());
        let now = Rc::new(RefCell::new(now.clone()));
        let source = {
            let (now, document) = (now.clone(), document.clone());
            move |block, part| paint(&now.borrow(), &document, block, part)
        };
        let painter = Painter::new(surface.clone(), Rc::new(source), Rc::new(|| ()), Some(port.clone()));
        let article = surface.article();
        let moved = {
            let (desk, painter) = (desk.clone(), painter.clone());
            dom::on(article, "pointermove", move |event| {
                let mouse = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() != "touch");
                if let Some(event) = mouse {
                    point(&desk, &painter, hit(&painter, event));
                }
            })
        };
        let left = {
            let (desk, painter) = (desk.clone(), painter.clone());
            dom::on(article, "pointerleave", move |_| point(&desk, &painter, None))
        };
        let clicked = {
            let (desk, painter, now) = (desk.clone(), painter.clone(), now.clone());
            dom::on(article, "click", move |event| {
                if let Some(event) = event.dyn_ref::<MouseEvent>() {
                    choose(&desk, &now.borrow().clone(), &painter, hit(&painter, event));
                }
            })
        };
        Self { painter, now, _listeners: [moved, left, clicked] }
    }

    /// Paints what is so now.
    pub fn follow(&self, now: &Now) {
        let old = self.now.replace(now.clone());
        if !Rc::ptr_eq(&old.state, &now.state) || old.hidden != now.hidden {
            self.painter.refresh();
        }
    }

    /// Marks these spans, their ids parted by spaces, as pointed at.
    pub fn light(&self, spans: &str) {
        self.painter.show_lit(&spans.split_whitespace().map(SpanId::new).collect::<Vec<_>>());
    }

    /// Whether it shows that document.
    pub fn shows(&self, document: &crate::core::ids::DocumentId) -> bool {
        self.painter.surface().document_id() == document
    }

    /// Brings a range into view.
    pub fn scroll_to(&self, range: TextRange) {
        self.painter.scroll_to(range);
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        self.painter.surface().article().remove();
    }
}

fn hit(painter: &Painter, event: &MouseEvent) -> Option<SpanId> {
    painter.hit(f64::from(event.client_x()), f64::from(event.client_y())).into_iter().next()
}

fn point(desk: &Desk, painter: &Painter, span: Option<SpanId>) {
    if painter.show_pointed(span.clone()) {
        desk.hear("hover".to_owned(), span.as_ref().map_or("", SpanId::as_str).to_owned());
    }
}

/// A span was clicked: it is the other end while one is being chosen; else its counterpart in the open document is chosen,
/// where it has one.
fn choose(desk: &Desk, now: &Now, painter: &Painter, span: Option<SpanId>) {
    let Some(span) = span else { return };
    let own = (painter.surface().document_id().clone(), span);
    if linking::is_on(&desk.now()) {
        linking::offer_second(desk, own);
        return;
    }
    let together = now.shapes.together(&own);
    if let Some((document, span)) = together.iter().find(|(document, _)| *document == now.open) {
        desk.go_to_span(document, span);
    }
}

/// What is painted in a block of a document: as in the first one, but nothing is chosen.
fn paint(now: &Now, document: &Document, block: usize, part: TextRange) -> BlockPaint {
    let Some(state) = now.state.document(&document.id) else { return BlockPaint::default() };
    let Some(block) = document.text.blocks().get(block) else { return BlockPaint::default() };
    lanes::paint(&document.text, &state.spans, block, part, |span| {
        let shown = !span.is_hidden(&now.hidden);
        shown.then(|| now.state.tagset.position(&span.label)).flatten().map(|label| (label, false))
    })
}
