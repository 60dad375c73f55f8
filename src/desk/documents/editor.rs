//! The fields of a document, below its row.

use super::view::{Act, Step};
use crate::core::document::Direction;
use crate::core::state::DocumentState;
use crate::desk::field::Field;
use crate::i18n::{
    Lang,
    desk::documents::{self, Word},
};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the fields are drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct EditorProps {
    /// The language of the interface.
    pub lang: Lang,
    /// The document.
    pub state: Rc<DocumentState>,
    /// Takes what is done.
    pub act: Callback<Act>,
}

/// The fields.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { lang, state, act } = props;
    let document = &state.document;
    let id = &document.id;
    let word = |word| documents::word(*lang, word);
    let rename = act.reform({
        let id = id.clone();
        move |title: String| Act::Rename(id.clone(), title)
    });
    let speak = act.reform({
        let id = id.clone();
        move |language: String| Act::Speak(id.clone(), language)
    });
    let direct = {
        let (id, act) = (id.clone(), act.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().and_then(|choice| Direction::named(&choice.value()));
            if let Some(direction) = chosen {
                act.emit(Act::Direct(id.clone(), direction));
            }
        })
    };
    let option = |direction: Direction| {
        html! {
            <option key={direction.name()} value={direction.name()} selected={document.direction == direction}>{ documents::direction(*lang, direction) }</option>
        }
    };
    let button = |name: &'static str, said: Word, class: &'static str, done: Act| {
        let onclick = act.reform(move |_: MouseEvent| done.clone());
        html! { <button key={name} type="button" class={classes!("button", class)} data-action={name} {onclick}>{ word(said) }</button> }
    };
    let step = |step| Act::Move(id.clone(), step);
    html! {
        <div class="desk-editor">
            <Field key="title" name={word(Word::Title)} value={document.title.clone()} field="document-title" onkeep={rename} />
            <label key="direction" class="desk-named">
                <span key="name" class="small">{ word(Word::Direction) }</span>
                <select key="choice" class="desk-field" data-field="document-direction" onchange={direct}>
                    { for [Direction::Rtl, Direction::Ltr, Direction::Auto].map(option) }
                </select>
            </label>
            <Field key="language" name={word(Word::Language)} value={document.language.clone()} hint={word(Word::LanguageHint)} field="document-language" onkeep={speak} />
            <div key="moves" class="desk-row">
                { button("move-up", Word::Up, "", step(Step::Up)) }
                { button("move-down", Word::Down, "", step(Step::Down)) }
                { button("move-first", Word::First, "", step(Step::First)) }
            </div>
            <div key="remove" class="desk-row">{ button("remove-document", Word::Remove, "danger", Act::Remove(vec![id.clone()])) }</div>
        </div>
    }
}
