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

macro_rules! words {
    ($($type:ty: $child:ident => $words:expr;)*) => {
        $(impl Child for $type {
            fn put(self, drawing: &mut Drawing) {
                let $child = self;
                drawing.words($words);
            }
        })*
    };
}

words! {
    &str: child => child;
    String: child => &child;
    &String: child => child;
    AttrValue: child => &child;
    usize: child => &child.to_string();
}

impl<T: Child> Child for Option<T> {
    fn put(self, drawing: &mut Drawing) {
        if let Some(child) = self {
            child.put(drawing);
        }
    }
}
