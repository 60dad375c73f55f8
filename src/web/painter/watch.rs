//! What makes a painter work: sections coming near, and everything that lays the text out anew.

use super::Painter;
use crate::core::geometry::Rect;
use crate::web::dom;
use gloo::events::EventListener;
use std::cell::Cell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{FontFaceSetLoadStatus, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver};

/// The class of the root element while the article is laid out for paper.
const PAPER: &str = "paper";

type Observed = Closure<dyn FnMut(js_sys::Array)>;

/// Observers and listeners, until dropped.
pub struct Watch {
    sections: Option<IntersectionObserver>,
    size: Option<ResizeObserver>,
    _closures: [Observed; 2],
    _listeners: Vec<EventListener>,
}

impl Watch {
    /// Watches for a painter.
    pub fn new(painter: &Rc<Painter>) -> Self {
        let weak = Rc::downgrade(painter);
        let coming = closure(&weak, Painter::sections_moved);
        let resized = closure(&weak, |painter, _| painter.resized());
        let init = IntersectionObserverInit::new();
        init.set_root_margin(&format!("{}% 0px", painter.reach() * 100));
        if let Some(port) = &painter.port {
            init.set_root(Some(port));
        }
        let sections = IntersectionObserver::new_with_options(coming.as_ref().unchecked_ref(), &init).ok();
        if let Some(observer) = &sections {
            painter.surface.sheets().iter().for_each(|(section, _)| observer.observe(section));
        }
        let size = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &size {
            observer.observe(painter.surface.article());
        }
        fonts(&weak);
        Self { sections, size, _closures: [coming, resized], _listeners: listeners(painter) }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.sections {
            observer.disconnect();
        }
        if let Some(observer) = &self.size {
            observer.disconnect();
        }
    }
}

fn closure(painter: &Weak<Painter>, act: impl Fn(&Painter, js_sys::Array) + 'static) -> Observed {
    let painter = Weak::clone(painter);
    Closure::new(move |entries| {
        if let Some(painter) = painter.upgrade() {
            act(&painter, entries);
        }
    })
}

/// Fonts that are still on their way when the painter starts; later ones are told by an event.
fn fonts(painter: &Weak<Painter>) {
    let set = dom::document().fonts();
    if set.status() == FontFaceSetLoadStatus::Loaded {
        return;
    }
    let Ok(ready) = set.ready() else { return };
    let painter = Weak::clone(painter);
    spawn_local(async move {
        let _ = JsFuture::from(ready).await;
        if let Some(painter) = painter.upgrade() {
            painter.relayout();
        }
    });
}

fn listeners(painter: &Rc<Painter>) -> Vec<EventListener> {
    let on = |target: &web_sys::EventTarget, event: &'static str, act: fn(&Painter)| {
        let painter = Rc::downgrade(painter);
        dom::on(target, event, move |_| {
            if let Some(painter) = painter.upgrade() {
                act(&painter);
            }
        })
    };
    let window = dom::window();
    let ratio = Cell::new(window.device_pixel_ratio());
    let zoomed = {
        let painter = Rc::downgrade(painter);
        dom::on(&window, "resize", move |_| {
            let now = dom::window().device_pixel_ratio();
            if let Some(painter) = painter.upgrade().filter(|_| ratio.replace(now) != now) {
                painter.relayout();
            }
        })
    };
    let scrolled = {
        let port = painter.port.clone().map(web_sys::EventTarget::from);
        on(&port.unwrap_or_else(|| window.clone().into()), "scroll", Painter::moved)
    };
    vec![
        on(&dom::document().fonts(), "loadingdone", Painter::relayout),
        on(&window, "beforeprint", |painter| painter.lay_on_paper(true)),
        on(&window, "afterprint", |painter| painter.lay_on_paper(false)),
        zoomed,
        scrolled,
    ]
}

impl Painter {
    /// How many of the port's heights away a section is still near. All of a short article is, so that scrolling it paints
    /// nothing anew.
    fn reach(&self) -> u32 {
        if self.surface.is_short() { 1_000 } else { 1 }
    }

    /// The sections that are near the port, asked for at once instead of waited for.
    pub(super) fn near_now(&self) -> Vec<usize> {
        let (top, height) = self.port();
        let reach = height * f64::from(self.reach());
        let boxes = self.surface.sheets().iter().map(|(section, _)| dom::rect_of(section));
        let near = |rect: &Rect| rect.width > 0.0 && rect.bottom() > top - reach && rect.top < top + height + reach;
        boxes.enumerate().filter(|(_, rect)| near(rect)).map(|(index, _)| index).collect()
    }

    /// Where what the article scrolls in begins in the viewport, and how high it is.
    pub(super) fn port(&self) -> (f64, f64) {
        self.port.as_ref().map_or_else(
            || (0.0, dom::viewport_height()),
            |port| {
                let port = dom::rect_of(port);
                (port.top, port.height)
            },
        )
    }

    fn sections_moved(&self, entries: js_sys::Array) {
        let (mut left, mut come) = (Vec::new(), Vec::new());
        let mut state = self.state.borrow_mut();
        for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
            let Some(sheet) = self.surface.sheet_of(&entry.target()) else { continue };
            match (state.near.binary_search(&sheet), entry.is_intersecting()) {
                (Err(place), true) => {
                    state.near.insert(place, sheet);
                    come.push(sheet);
                }
                (Ok(place), false) => {
                    state.near.remove(place);
                    if !state.on_paper {
                        left.push(sheet);
                    }
                }
                _ => {}
            }
        }
        drop(state);
        let blocks = |sheets: Vec<usize>| {
            let ranges =
                sheets.into_iter().filter_map(|sheet| self.surface.sheets().get(sheet).map(|(_, blocks)| blocks.clone()));
            ranges.flatten().collect::<Vec<_>>()
        };
        self.forget(blocks(left).into_iter());
        self.renew(blocks(come));
    }

    /// Measures anew the blocks whose size is another; the cards beside the article may have to move in any case.
    fn resized(&self) {
        let mut stale = Vec::new();
        let mut state = self.state.borrow_mut();
        for (index, painted) in state.painted.as_mut_slice() {
            let Some(layer) = self.surface.layer(*index) else { continue };
            let now = dom::rect_of(layer);
            painted.stale |= (now.width, now.height) != painted.drawn.size;
            if painted.stale {
                stale.push(*index);
            }
        }
        for index in &stale {
            state.stretches.remove(index);
        }
        drop(state);
        // No others are asked where they stand: that would lay out what is not in view, and change the size once more.
        self.renew(stale);
        (self.on_painted)();
    }

    /// Lays the article out as wide as paper, in both media, and paints all of it; or takes that back.
    fn lay_on_paper(&self, on_paper: bool) {
        if let Some(root) = dom::root() {
            let _ = root.class_list().toggle_with_force(PAPER, on_paper);
        }
        self.state.borrow_mut().on_paper = on_paper;
        if !on_paper {
            let near = self.near_blocks();
            let painted = self.state.borrow().painted.as_slice().iter().map(|(index, _)| *index).collect::<Vec<_>>();
            self.forget(painted.into_iter().filter(|index| near.binary_search(index).is_err()));
        }
        self.relayout();
    }
}
