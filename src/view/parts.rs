//! Small pieces that several components draw alike.

use super::icon::{Icon, icon};
use super::now::{keep_selection, keys_of, tip};
use crate::core::ids::LabelId;
use crate::core::keymap::KeyAction;
use crate::core::tagset::Tagset;
use crate::draw;
use crate::i18n;
use yew::prelude::*;

/// The class that gives a label its colour and line; without one for a label that is not there.
#[must_use]
pub fn label_class(tagset: &Tagset, id: &LabelId) -> Option<String> {
    tagset.position(id).map(|place| format!("label-{place}"))
}

/// A label's short code on its tint, over its line.
pub fn chip(tagset: &Tagset, id: &LabelId) -> Html {
    draw! { <bdi class=["chip", label_class(tagset, id)] dir="ltr">{ id.as_str() }</bdi> }
}

/// Words for those who do not see: what stands beside a code in a control's name.
pub fn unseen(words: impl Into<AttrValue>) -> Html {
    draw! { <span class="unseen">{ words.into() }</span> }
}

/// Words of a document, on one line.
pub fn quote(text: &str, most: usize, direction: &'static str) -> Html {
    draw! { <bdi class="quote" dir={direction}>{ i18n::shortened(text, most) }</bdi> }
}

/// A control that shows a picture and is named for those who do not see it. Drawn in place, not as a
/// component: there are many, and none has anything of its own to remember.
#[derive(Clone)]
pub struct Tool {
    icon: Icon,
    name: AttrValue,
    title: Option<AttrValue>,
    keys: Option<String>,
    pressed: Option<bool>,
    disabled: bool,
    class: &'static str,
    action: Option<&'static str>,
    onclick: Callback<MouseEvent>,
}

impl Tool {
    /// A control with that picture and name, which does that.
    #[must_use]
    pub fn new(icon: Icon, name: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Self {
        let name = name.into();
        Self { icon, name, title: None, keys: None, pressed: None, disabled: false, class: "", action: None, onclick }
    }

    /// With a tooltip that says more than the name: what is done, and the key of the table that does it too.
    #[must_use]
    pub fn key(mut self, text: &str, action: KeyAction) -> Self {
        self.title = Some(tip(text, action).into());
        self.keys = keys_of(action);
        self
    }

    /// One that stays on, and whether it is.
    #[must_use]
    pub fn pressed(mut self, on: bool) -> Self {
        self.pressed = Some(on);
        self
    }

    /// One that can do nothing now. It keeps the focus and says why when it is used.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// With a class.
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// With a value of `data-action`, which is its key among its siblings too.
    #[must_use]
    pub fn action(mut self, action: &'static str) -> Self {
        self.action = Some(action);
        self
    }

    /// Draws it.
    pub fn draw(self) -> Html {
        let title = self.title.unwrap_or_else(|| self.name.clone());
        let pressed = self.pressed.map(|on| if on { "true" } else { "false" });
        draw! {
            <button key={self.action.unwrap_or("tool")} type="button" class=["tool", self.class] aria-label={self.name} {title}
                aria-keyshortcuts={self.keys} aria-pressed={pressed} aria-disabled={self.disabled.then_some("true")}
                data-action={self.action} onclick={self.onclick} onmousedown={keep_selection()}>
                { icon(self.icon) }
            </button>
        }
    }
}
