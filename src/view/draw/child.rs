//! What may stand in an element.

use super::Drawing;
use yew::AttrValue;
use yew::virtual_dom::VNode;

/// What may stand in an element.
pub trait Child {
    /// Puts it in.
    fn put(self, drawing: &mut Drawing);
}

impl Child for VNode {
    #[inline(never)]
    fn put(self, drawing: &mut Drawing) {
        drawing.0.nodes.push(self);
    }
}

impl Child for &str {
    fn put(self, drawing: &mut Drawing) {
        drawing.words(self);
    }
}

impl Child for String {
    fn put(self, drawing: &mut Drawing) {
        drawing.words(&self);
    }
}

impl Child for &String {
    fn put(self, drawing: &mut Drawing) {
        drawing.words(self);
    }
}

impl Child for AttrValue {
    fn put(self, drawing: &mut Drawing) {
        drawing.words(&self);
    }
}

impl Child for usize {
    fn put(self, drawing: &mut Drawing) {
        drawing.words(&self.to_string());
    }
}

impl<T: Child> Child for Option<T> {
    fn put(self, drawing: &mut Drawing) {
        if let Some(child) = self {
            child.put(drawing);
        }
    }
}
