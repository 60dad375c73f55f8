//! Small pieces that several components draw alike.

use super::icon::{Icon, icon};
use crate::core::ids::LabelId;
use crate::core::tagset::Tagset;
use crate::i18n;
use yew::prelude::*;

/// The class that gives a label its colour and line; without one for a label that is not there.
#[must_use]
pub fn label_class(tagset: &Tagset, id: &LabelId) -> Option<String> {
    tagset.position(id).map(|place| format!("label-{place}"))
}

/// A label's short code on its tint, over its line.
pub fn chip(tagset: &Tagset, id: &LabelId) -> Html {
    html! { <bdi class={classes!("chip", label_class(tagset, id))} dir="ltr">{ id.as_str() }</bdi> }
}

/// Words of a document, on one line.
pub fn quote(text: &str, most: usize, direction: &'static str) -> Html {
    html! { <bdi class="quote" dir={direction}>{ i18n::shortened(text, most) }</bdi> }
}

/// A control that shows a picture and is named for those who do not see it.
#[derive(Properties, Clone, PartialEq)]
pub struct ToolProps {
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub name: AttrValue,
    /// Its tooltip, where it says more than the name.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Its key, as `aria-keyshortcuts` writes it.
    #[prop_or_default]
    pub keys: Option<AttrValue>,
    /// Whether it is on, for one that stays on.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Whether it can do nothing now. It keeps the focus and says why when it is used.
    #[prop_or_default]
    pub disabled: bool,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// The value of `data-action`.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// What it does.
    pub onclick: Callback<MouseEvent>,
}

/// A control that shows a picture.
#[component]
pub fn Tool(props: &ToolProps) -> Html {
    let title = props.title.clone().unwrap_or_else(|| props.name.clone());
    let pressed = props.pressed.map(|on| if on { "true" } else { "false" });
    html! {
        <button type="button" class={classes!("tool", props.class.clone())} aria-label={props.name.clone()} {title}
            aria-keyshortcuts={props.keys.clone()} aria-pressed={pressed} aria-disabled={props.disabled.then_some("true")}
            data-action={props.action.clone()} onclick={props.onclick.clone()} onmousedown={super::now::keep_selection()}>
            { icon(props.icon) }
        </button>
    }
}
