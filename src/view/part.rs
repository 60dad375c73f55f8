//! The one component of the page. Yew makes what a component needs anew for each type of component, some kilobytes each
//! time; so there is one type, and what it draws is a value.

use std::any::Any;
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// A function component with what it is given. It is drawn anew where that has changed, as Yew does.
pub fn part<P: FunctionProvider + 'static>(key: impl Into<Key>, props: P::Properties) -> Html {
    place(key.into(), PartProps::of::<P>(props))
}

fn place(key: Key, props: PartProps) -> Html {
    VComp::new::<Part>(Rc::new(props), Some(key)).into()
}

/// What a part is drawn from.
#[derive(Properties, Clone)]
pub struct PartProps {
    what: Rc<dyn What>,
}

impl PartProps {
    /// Those of a function component.
    pub fn of<P: FunctionProvider + 'static>(props: P::Properties) -> Self {
        Self { what: Rc::new(Given::<P>(props)) }
    }
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.what.is(&*other.what)
    }
}

/// A function component with what it is given, of whatever type.
trait What: Any {
    fn draw(&self, hooks: &mut HookContext) -> Html;
    fn is(&self, other: &dyn What) -> bool;
}

struct Given<P: FunctionProvider>(P::Properties);

impl<P: FunctionProvider + 'static> What for Given<P> {
    fn draw(&self, hooks: &mut HookContext) -> Html {
        // Nothing here suspends.
        P::run(hooks, &self.0).unwrap_or_default()
    }

    fn is(&self, other: &dyn What) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref::<Self>().is_some_and(|other| self.0 == other.0)
    }
}

struct Drawn<'a>(&'a dyn What);

impl Hook for Drawn<'_> {
    type Output = Html;

    fn run(self, hooks: &mut HookContext) -> Html {
        self.0.draw(hooks)
    }
}

fn use_what(what: &dyn What) -> Drawn<'_> {
    Drawn(what)
}

/// The component.
#[component]
pub fn Part(props: &PartProps) -> Html {
    use_what(&*props.what)
}
