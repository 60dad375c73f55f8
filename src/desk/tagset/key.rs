//! The key of a label: the field takes the next key that is pressed in it.

use super::edit::edit;
use crate::core::ids::LabelId;
use crate::core::keymap::KeyPress;
use crate::core::tagset::Label;
use crate::desk::field::text_of;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::Word};
use crate::web::keyboard;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// What the field is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct KeyProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The label.
    pub id: LabelId,
}

/// The field. Letters and digits go by their place on the keyboard, whatever the layout; Delete takes the key away.
#[component]
pub fn KeyField(props: &KeyProps) -> Html {
    let KeyProps { now, desk, id } = props;
    let put = {
        let (desk, id) = (desk.clone(), id.clone());
        move |shortcut: Option<String>| edit(&desk, &id, |label| Label { shortcut, ..label.clone() })
    };
    let onkeydown = {
        let put = put.clone();
        Callback::from(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.shift_key();
            let key = keyboard::press(&event).and_then(|press| press.name()).filter(|_| plain);
            let chosen = match key {
                Some(key) if matches!(key.as_str(), "Delete" | "Backspace") => None,
                Some(key) if key.chars().count() == 1 && key != " " => Some(key),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            put(chosen);
        })
    };
    let key = now.state.tagset.get(id).and_then(|label| label.shortcut.as_deref());
    let cap = key.map(|key| i18n::key_cap(key, false)).unwrap_or_default();
    let oninput = {
        // A keyboard on the screen tells no keys, only what they typed.
        let shown = cap.clone();
        Callback::from(move |event: InputEvent| {
            let element = event.target_dyn_into::<Element>();
            let typed = text_of(element).chars().last();
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                field.set_value(&shown);
            }
            let press = typed.map(|typed| KeyPress { key: typed.to_lowercase().to_string(), ..KeyPress::default() });
            put(press.and_then(|press| press.name()));
        })
    };
    html! {
        <label class="desk-named">
            <span key="name" class="small">{ now.word(Word::LabelKey) }</span>
            <input key="field" class="desk-field" type="text" dir="ltr" data-field="key" autocomplete="off" title={now.word(Word::LabelKeyAbout)} placeholder={now.word(Word::NoKey)} value={cap} {onkeydown} {oninput} />
        </label>
    }
}
