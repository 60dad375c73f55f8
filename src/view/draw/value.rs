//! What attributes and classes may be given as.

use super::Drawing;
use yew::AttrValue;

/// What an attribute may hold.
pub trait Value {
    /// Gives it to the next attribute.
    fn put(self, drawing: &mut Drawing);
}

macro_rules! values {
    ($($type:ty: $value:ident => $way:ident($held:expr);)*) => {
        $(impl Value for $type {
            fn put(self, drawing: &mut Drawing) {
                let $value = self;
                drawing.$way($held);
            }
        })*
    };
}

values! {
    &'static str: value => fixed_value(Some(value));
    Option<&'static str>: value => fixed_value(value);
    bool: value => fixed_value(value.then_some(""));
    String: value => text_value(Some(value));
    Option<String>: value => text_value(value);
    AttrValue: value => shared_value(Some(value));
    Option<AttrValue>: value => shared_value(value);
}

/// What an element's classes are named by.
pub trait Class {
    /// Gives them to the next element.
    fn name(self, drawing: &mut Drawing);
}

impl Class for &str {
    fn name(self, drawing: &mut Drawing) {
        drawing.class(self);
    }
}

impl Class for String {
    fn name(self, drawing: &mut Drawing) {
        drawing.class(&self);
    }
}

impl<C: Class> Class for Option<C> {
    fn name(self, drawing: &mut Drawing) {
        if let Some(class) = self {
            class.name(drawing);
        }
    }
}
