//! A new label: its name, and whether the selection gets it at once.

use crate::core::edit_tagset;
use crate::core::ids::LabelId;
use crate::core::new_label::proposed;
use crate::core::tagset::Bilingual;
use crate::desk::field::{on_enter, text_of};
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::Word};
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Characters of the selection that are shown.
const QUOTE: usize = 40;

/// What the form is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct MakeProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// Called with a label that was made.
    pub onmade: Callback<LabelId>,
}

/// The form. Enter tags the selection where there is one.
#[component]
pub fn Make(props: &MakeProps) -> Html {
    let MakeProps { now, desk, onmade } = props;
    let (name, field) = (use_state(String::new), use_node_ref());
    let oninput = {
        let name = name.setter();
        Callback::from(move |event: InputEvent| name.set(text_of(event.target_dyn_into::<Element>())))
    };
    let make = {
        let (desk, onmade, name, field) = (desk.clone(), onmade.clone(), name.setter(), field.clone());
        Callback::from(move |tags: bool| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            match field.value().trim() {
                "" => {
                    let _ = field.focus();
                }
                words => {
                    if let Some(id) = make(&desk, words, tags) {
                        name.set(String::new());
                        onmade.emit(id);
                    }
                }
            }
        })
    };
    let selected = now.selection.and_then(|range| Some(now.state.document(&now.open)?.document.text.slice(range)));
    let tags = selected.is_some();
    let onkeydown = on_enter(make.reform(move |_| tags));
    let press = |tags: bool| {
        let make = make.clone();
        Callback::from(move |_: MouseEvent| make.emit(tags))
    };
    let class = if selected.is_some() { "button" } else { "button primary" };
    html! {
        <div class="desk-make" role="group" aria-label={now.word(Word::LabelNew)}>
            <label key="name" class="desk-named">
                <span key="name" class="small">{ now.word(Word::LabelNewName) }</span>
                <input key="field" ref={field} class="desk-field" type="text" data-first="" data-field="new-label" dir={(!name.is_empty()).then_some("auto")}
                    autocomplete="off" value={(*name).clone()} {oninput} {onkeydown} />
            </label>
            <div key="buttons" class="desk-row">
                if let Some(words) = selected {
                    <button key="tag" type="button" class="button primary" data-action="label-make-tag" onclick={press(true)}>
                        { now.word(Word::LabelMakeTag) }{ " " }{ i18n::quoted(&i18n::shortened(words, QUOTE)) }
                    </button>
                }
                <button key="make" type="button" {class} data-action="label-make" onclick={press(false)}>{ now.word(Word::LabelMake) }</button>
            </div>
        </div>
    }
}

/// Makes a label of that name; gives its id where it was made.
fn make(desk: &Desk, name: &str, tags: bool) -> Option<LabelId> {
    let now = desk.now();
    let arabic = name.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c));
    let name = if arabic { Bilingual::new(name, "") } else { Bilingual::new("", name) };
    let label = proposed(&now.state.tagset, name, None);
    let made = match now.selection.filter(|_| tags) {
        Some(range) => desk.change(|state, context| edit_tagset::add_on(state, context, &label, &now.open, range)),
        None => desk.change(|state, _| edit_tagset::add(state, &label)),
    };
    made.then_some(label.id)
}
