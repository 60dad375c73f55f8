//! What is in view is painted at once; what is merely near, in slices of some frames, so that no frame is missed.

use super::Painter;
use crate::core::order;
use crate::web::dom;
use wasm_bindgen_futures::spawn_local;

/// Milliseconds of a frame that measuring for what is not in view may take.
pub(super) const SLICE: f64 = 5.0;

/// Marks after which a frame has enough to style, lay out and paint, which takes longer than measuring them.
pub(super) const ENOUGH: usize = 300;

impl Painter {
    /// Paints anew those of these blocks that should show something else than they do. Those in view, and on paper all,
    /// are done when it returns.
    pub(super) fn renew(&self, blocks: Vec<usize>) {
        let (top, height) = self.port();
        let all = self.state.borrow().on_paper;
        let (mut seen, mut unseen) = (Vec::new(), Vec::new());
        for index in blocks {
            let Some(layer) = self.surface.layer(index).map(|layer| dom::rect_of(layer)) else { continue };
            let away = (top - layer.bottom()).max(layer.top - top - height);
            if all || away <= 0.0 {
                seen.push(index);
            } else {
                unseen.push((away, index));
            }
        }
        let (_, changed) = self.paint(&seen, false);
        self.wait(&seen, unseen);
        if changed {
            (self.on_painted)();
        }
    }

    /// Has blocks painted soon, each with how far away it is, the nearest first; not those that were `done`.
    fn wait(&self, done: &[usize], mut unseen: Vec<(f64, usize)>) {
        order::sort_few(&mut unseen, |one, other| other.0.total_cmp(&one.0));
        let mut state = self.state.borrow_mut();
        let under_way = !state.waiting.is_empty();
        state.waiting.retain(|index| !done.contains(index) && unseen.iter().all(|(_, other)| other != index));
        state.waiting.extend(unseen.into_iter().map(|(_, index)| index));
        if under_way || state.waiting.is_empty() {
            return;
        }
        let this = self.this.clone();
        spawn_local(async move {
            loop {
                dom::frame().await;
                if this.upgrade().is_none_or(|painter| painter.slice()) {
                    break;
                }
            }
        });
    }

    /// Paints some of what waits. Whether nothing waits any more.
    fn slice(&self) -> bool {
        let near = self.near_blocks();
        let waiting = std::mem::take(&mut self.state.borrow_mut().waiting);
        let nearest = waiting.into_iter().rev().filter(|index| near.binary_search(index).is_ok()).collect::<Vec<_>>();
        let (done, changed) = self.paint(&nearest, true);
        self.state.borrow_mut().waiting = nearest.into_iter().skip(done).rev().collect();
        if changed {
            (self.on_painted)();
        }
        self.state.borrow().waiting.is_empty()
    }
}
