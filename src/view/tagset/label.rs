//! A label of the tagset.

use crate::core::tagset::Label;
use crate::draw;
use crate::i18n::{self, Lang, Noun, Word};
use crate::session::Action;
use crate::view::icon::{Icon, icon};
use crate::view::now::{is_mac, keep_selection, on, the_shell};
use crate::view::parts::Tool;
use std::rc::Rc;
use yew::prelude::*;

/// What a label's row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct LabelProps {
    /// The label.
    pub label: Rc<Label>,
    /// Its place in the tagset.
    pub place: usize,
    /// Its spans in the open document.
    pub count: usize,
    /// Whether its spans are hidden.
    pub hidden: bool,
    /// Whether the active span has it.
    pub active: bool,
    /// Whether it is given to whatever is selected.
    pub armed: bool,
    /// The language of the interface.
    pub lang: Lang,
}

/// A label: a press tags the selection, else relabels the chosen spans.
#[component]
pub fn LabelRow(props: &LabelProps) -> Html {
    let LabelProps { label, place, count, hidden, active, armed, lang } = props.clone();
    let shell = the_shell();
    let name = i18n::name(lang, &label.name);
    let about = i18n::name(lang, &label.description);
    let key = label.shortcut.as_deref();
    let cap = key.map(|key| i18n::key_cap(key, is_mac()));
    let (eye, picture) = if hidden { (Word::ShowLabel, Icon::Hidden) } else { (Word::HideLabel, Icon::Shown) };
    let of_it = |word| format!("{}: {}", i18n::word(lang, word), i18n::isolated(&name));
    let onclick = {
        let (shell, id) = (shell.clone(), label.id.clone());
        Callback::from(move |event: MouseEvent| {
            let id = id.clone();
            shell.dispatch(if event.shift_key() { Action::Arm(Some(id)) } else { Action::Label(id) });
        })
    };
    let title = format!("{name}\n{about}\n{}", i18n::counted(lang, Noun::Span, count));
    draw! {
        <li class=["label-row", format!("label-{place}"), hidden.then_some("hidden"), active.then_some("active")]>
            <button key="tag" type="button" class="tag" data-label={label.id.as_str().to_owned()} aria-keyshortcuts={key.map(|key| i18n::aria_keys(key, is_mac()))}
                {title} onmousedown={keep_selection()} {onclick}>
                <bdi class="chip" dir="ltr">{ label.id.as_str() }</bdi>
                <span class="name">{ &name }</span>
                <span class="count" aria-hidden="true">{ if count > 0 { count.to_string() } else { String::new() } }</span>
                <kbd aria-hidden="true">{ cap }</kbd>
            </button>
            // Keys arm a label by Shift: the pin is no stop on the way of Tab.
            <button key="pin" type="button" class="tool pin" tabindex="-1" aria-label={of_it(Word::Arm)} title={of_it(Word::Arm)}
                aria-pressed={if armed { "true" } else { "false" }} onmousedown={keep_selection()} onclick={on(&shell, Action::Arm(Some(label.id.clone())))}>{ icon(Icon::Pin) }</button>
            { Tool::new(picture, of_it(eye), on(&shell, Action::ToggleLabel(label.id.clone()))).class("eye").pressed(hidden).draw() }
        </li>
    }
}
