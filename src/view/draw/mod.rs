//! `draw!` is Yew's `html!` in small: the same writing, but each element, attribute and child is a call instead of a
//! piece of code that lays out the whole node in place: 12 kB less for a visitor to wait for.
//!
//! What differs: `class=["a", …]` lists classes, which may be missing; components are put in by [`super::part::part`].

mod child;
mod markup;
mod value;

pub use child::Child;
pub use value::{Class, Value};

use std::rc::Rc;
use yew::html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef};

/// Nodes being made.
pub struct Drawing(Box<Inside>);

#[derive(Default)]
struct Inside {
    /// Nodes that no element has closed over yet.
    nodes: Vec<VNode>,
    /// Open elements and lists, the innermost last, each with the place in `nodes` where its children begin.
    open: Vec<(Option<VTag>, usize)>,
    /// What has been said of the element that comes next.
    next: Next,
}

/// What is said of an element before it is opened.
#[derive(Default)]
struct Next {
    key: Option<Key>,
    node: Option<NodeRef>,
    classes: String,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    field: Option<AttrValue>,
    checked: Option<bool>,
}

impl Drawing {
    /// Nothing yet.
    #[expect(clippy::new_without_default, reason = "only `draw!` makes one")]
    #[inline(never)]
    #[must_use]
    pub fn new() -> Self {
        Self(Box::default())
    }

    /// The key of the next element.
    pub fn key(&mut self, key: impl Into<Key>) {
        self.keyed(key.into());
    }

    #[inline(never)]
    fn keyed(&mut self, key: Key) {
        self.0.next.key = Some(key);
    }

    /// What will know the next element once it is there.
    #[inline(never)]
    pub fn node(&mut self, node: NodeRef) {
        self.0.next.node = Some(node);
    }

    /// The value of the next attribute.
    pub fn attribute(&mut self, value: impl Value) {
        value.put(self);
    }

    /// One more class of the next element, or several with spaces between them.
    #[inline(never)]
    pub fn class(&mut self, class: &str) {
        let classes = &mut self.0.next.classes;
        if !classes.is_empty() && !class.is_empty() {
            classes.push(' ');
        }
        classes.push_str(class);
    }

    /// The classes that have been given are the value of the next attribute.
    #[inline(never)]
    pub fn classes(&mut self) {
        let classes = std::mem::take(&mut self.0.next.classes);
        self.text_value(Some(classes));
    }

    /// What the next field holds.
    pub fn field(&mut self, value: impl Into<AttrValue>) {
        self.0.next.field = Some(value.into());
    }

    /// Whether the next field is checked.
    pub fn checked(&mut self, checked: bool) {
        self.0.next.checked = Some(checked);
    }

    /// Opens an element with the attributes whose values have been given.
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str, names: &'static [&'static str]) {
        let next = &mut self.0.next;
        let mut element = VTag::new(tag);
        element.key = next.key.take();
        if let Some(node) = next.node.take() {
            element.node_ref = node;
        }
        if !names.is_empty() {
            element.set_attributes(Attributes::Dynamic { keys: names, values: next.values.drain(..).collect() });
        }
        if !next.listeners.is_empty() {
            element.set_listeners(next.listeners.drain(..).collect());
        }
        if let Some(value) = next.field.take() {
            element.set_value(Some(value));
        }
        if let Some(checked) = next.checked.take() {
            element.set_checked(checked);
        }
        let from = self.0.nodes.len();
        self.0.open.push((Some(element), from));
    }

    /// Opens a list: nodes that stand together without an element round them.
    #[inline(never)]
    pub fn list(&mut self) {
        let from = self.0.nodes.len();
        self.0.open.push((None, from));
    }

    /// Closes what was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        let Some((element, from)) = self.0.open.pop() else { return };
        let mut inside: Vec<VNode> = self.0.nodes.drain(from..).collect();
        let node = match element {
            Some(mut element) => {
                if let Some(children) = element.children_mut().filter(|_| !inside.is_empty()) {
                    *children = if inside.len() == 1 { inside.pop().unwrap_or_default() } else { list(inside) };
                }
                VNode::VTag(Rc::new(element))
            }
            None => list(inside),
        };
        self.0.nodes.push(node);
    }

    /// Puts a child in.
    pub fn put(&mut self, child: impl Child) {
        child.put(self);
    }

    /// What has been made.
    #[inline(never)]
    pub fn done(mut self) -> Html {
        let mut nodes = std::mem::take(&mut self.0.nodes);
        if nodes.len() == 1 { nodes.pop().unwrap_or_default() } else { list(nodes) }
    }

    fn listen(&mut self, listener: Rc<dyn Listener>) {
        self.0.next.listeners.push(Some(listener));
    }

    #[inline(never)]
    fn fixed_value(&mut self, value: Option<&'static str>) {
        self.shared_value(value.map(AttrValue::Static));
    }

    #[inline(never)]
    fn text_value(&mut self, value: Option<String>) {
        self.shared_value(value.map(AttrValue::from));
    }

    #[inline(never)]
    fn shared_value(&mut self, value: Option<AttrValue>) {
        self.0.next.values.push(value.map(AttributeOrProperty::Attribute));
    }

    #[inline(never)]
    fn words(&mut self, words: &str) {
        self.0.nodes.push(VText::new(AttrValue::from(words.to_owned())).into());
    }
}

fn list(nodes: Vec<VNode>) -> VNode {
    if nodes.is_empty() { VNode::default() } else { VNode::VList(Rc::new(VList::with_children(nodes, None))) }
}

macro_rules! events {
    ($($event:ident: $type:ident;)*) => {
        impl Drawing {
            $(#[doc = concat!("What is done at the event `", stringify!($event), "` of the next element.")]
            #[inline(never)]
            pub fn $event(&mut self, call: Callback<yew::$type>) {
                self.listen(Rc::new(html::$event::Wrapper::new(call)));
            })*
        }
    };
}

events! {
    onblur: FocusEvent;
    oncancel: Event;
    onchange: Event;
    onclick: MouseEvent;
    onfocusin: FocusEvent;
    onfocusout: FocusEvent;
    oninput: InputEvent;
    onkeydown: KeyboardEvent;
    onmousedown: MouseEvent;
    onmouseleave: MouseEvent;
    onmouseover: MouseEvent;
}
