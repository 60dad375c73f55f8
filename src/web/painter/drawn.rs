//! The elements of a layer: the one place that writes into it.

use super::marks::{Kind, Mark};
use crate::core::fixed::fixed;
use crate::core::geometry::Rect;
use crate::core::ids::SpanId;
use crate::web::dom;
use std::cell::Cell;
use web_sys::{Element, HtmlElement};

/// The attribute of a layer that is another after each painting, for whoever keeps what was measured in it.
pub const PAINTING: &str = "data-painting";

/// How far ahead an old mark is looked for. Marks keep their order, so what is not there was taken away or is new.
const AHEAD: usize = 64;

/// What stands in a layer.
#[derive(Default)]
pub struct Drawn {
    /// What was drawn.
    pub marks: Vec<Mark>,
    /// Its elements, one for each mark.
    pub elements: Vec<HtmlElement>,
    /// The layer's width and height when it was measured.
    pub size: (f64, f64),
}

impl Drawn {
    /// Makes the layer hold these marks in place of `old`, whose elements it takes over: what is still as it was is not
    /// touched, so that one tag among hundreds writes one element. Only writes.
    pub fn write(&mut self, layer: &HtmlElement, old: Self) {
        let moved = self.size != old.size;
        let mut next = 0;
        for mark in &self.marks {
            let ahead = old.marks.iter().skip(next).take(AHEAD).position(|other| other.kind == mark.kind);
            let gone = next..next + ahead.unwrap_or(0);
            old.elements.iter().take(gone.end).skip(gone.start).for_each(|element| element.remove());
            next = gone.end;
            let kept = ahead.and_then(|_| old.marks.get(next).zip(old.elements.get(next)));
            let element = match kept {
                Some((other, element)) => {
                    next += 1;
                    if other.classes != mark.classes {
                        element.set_class_name(&mark.classes);
                    }
                    if moved || other.rect != mark.rect {
                        place(element, mark.rect, self.size);
                    }
                    element.clone()
                }
                None => {
                    let element = made(mark);
                    place(&element, mark.rect, self.size);
                    let _ = layer.insert_before(&element, old.elements.get(next).map(AsRef::as_ref));
                    element
                }
            };
            self.elements.push(element);
        }
        old.elements.iter().skip(next).for_each(|element| element.remove());
        dom::set(layer, PAINTING, &count().to_string());
    }

    /// Marks the elements of these spans as pointed at, and no longer those of `old`.
    pub fn light(&self, old: &[SpanId], lit: &[SpanId]) {
        for (mark, element) in self.marks.iter().zip(&self.elements) {
            let Kind::Piece(id, _) = &mark.kind else { continue };
            let now = lit.contains(id);
            if now || old.contains(id) {
                let element: &Element = element;
                let _ = element.class_list().toggle_with_force("hovered", now);
            }
        }
    }
}

/// How many paintings there were.
fn count() -> u32 {
    thread_local! {
        static COUNT: Cell<u32> = const { Cell::new(0) };
    }
    COUNT.replace(COUNT.get().wrapping_add(1))
}

fn made(mark: &Mark) -> HtmlElement {
    let element = dom::element("i", &mark.classes);
    match &mark.kind {
        Kind::Piece(id, _) => dom::set(&element, "data-span", id.as_str()),
        // Not `data-span`: a handle paints nothing of the span's text.
        Kind::Handle(id, ..) => dom::set(&element, "data-handle", id.as_str()),
        Kind::More(count) => dom::set(&element, "data-more", &count.to_string()),
        Kind::Plain => {}
    }
    element
}

/// One physical shorthand: right in both directions of writing, and one call for each mark.
fn place(element: &HtmlElement, rect: Rect, (width, height): (f64, f64)) {
    let (right, bottom) = (width - rect.right(), height - rect.bottom());
    let [top, right, bottom, left] = [rect.top, right, bottom, rect.left].map(|side| fixed(side, 3));
    let inset = [&*top, "px ", &right, "px ", &bottom, "px ", &left, "px"].concat();
    let _ = element.style().set_property("inset", &inset);
}
