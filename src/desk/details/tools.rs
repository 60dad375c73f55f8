//! What can be begun from the open card: joining, an event, an entity, the attributes.

use crate::core::keymap::{KeyAction, ShapeAct};
use crate::core::span::Span;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use std::rc::Rc;
use yew::prelude::*;

/// What can be done with several spans at once: they mention one entity.
pub fn of_several(now: &Now, desk: &Desk) -> Html {
    html! { <div class="detail-tools">{ button(now, desk, ShapeAct::Entity, Say::Entity, Say::EntityTip) }</div> }
}

/// A button that does what the key of an act does.
fn button(now: &Now, desk: &Desk, act: ShapeAct, word: Say, tip: Say) -> Html {
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Some(act)))
    };
    let key = now.keys.key_of(KeyAction::Shape(act)).map(str::to_owned);
    let title = match &key {
        Some(key) => format!("{} ({})", now.said(tip), i18n::isolated(&i18n::key_cap(key, false))),
        None => now.said(tip).to_owned(),
    };
    let keys = key.map(|key| i18n::aria_keys(&key, false));
    html! {
        <button key={act.name()} type="button" class="tool text" data-action={act.name()} {title} aria-keyshortcuts={keys} {onclick}>{ now.said(word) }</button>
    }
}

/// The buttons of one span.
pub fn tools(now: &Now, desk: &Desk, span: &Rc<Span>, form: bool, onform: &Callback<Option<Option<String>>>) -> Html {
    let kinds = now.shapes.kinds();
    let some = kinds.attributes_of(&span.label).next().is_some();
    let attributes = {
        let onform = onform.clone();
        Callback::from(move |_: MouseEvent| onform.emit((!form).then_some(None)))
    };
    let first = now.shapes.relations().is_empty() && now.shapes.links().is_empty();
    html! {
        <>
            <div key="tools" class="detail-tools">
                { button(now, desk, ShapeAct::Link, Say::Link, Say::LinkTip) }
                { button(now, desk, ShapeAct::Entity, Say::Entity, Say::EntityTip) }
                { button(now, desk, ShapeAct::Event, Say::Event, Say::EventTip) }
                if some {
                    <button key="attributes" type="button" class="tool text" data-action="attributes" aria-expanded={if form { "true" } else { "false" }} onclick={attributes}>
                        { now.said(Say::AttributesEdit) }
                    </button>
                }
            </div>
            if first {
                <p key="hint" class="small detail-hint">{ now.said(Say::Hint) }</p>
            }
        </>
    }
}
