//! Spellings that no folding joins: one is taught, those that are known can be forgotten.

use crate::core::aliases;
use crate::core::record::Collection;
use crate::core::state::State;
use crate::desk::field::on_enter;
use crate::desk::now::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::Word;
use crate::view::{Icon, Tool};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct AliasProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The words that have other spellings.
    pub words: AttrValue,
}

/// A field for another spelling of the words, and the spellings that are known.
#[component]
pub fn Aliases(props: &AliasProps) -> Html {
    let AliasProps { now, desk, words } = props;
    let draft = use_state(String::new);
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                draft.set(field.value());
            }
        })
    };
    let teach = {
        let (desk, words, draft) = (desk.clone(), words.clone(), draft.clone());
        Callback::from(move |()| {
            if !draft.trim().is_empty() && desk.change(|state, context| aliases::teach(state, context, &words, &draft)) {
                draft.set(String::new());
            }
        })
    };
    let onkeydown = on_enter(teach.reform(|_| ()));
    let onclick = Callback::from(move |_: MouseEvent| teach.emit(()));
    let dir = (!draft.is_empty()).then_some("auto");
    let known = spellings(&now.state, words);
    html! {
        <section class="aliases" aria-label={now.word(Word::AliasNew)}>
            <div key="new" class="desk-row alias-new">
                <span key="name" class="small" aria-hidden="true">{ now.word(Word::AliasNew) }</span>
                <input key="field" class="desk-field" type="text" data-field="alias" {dir} aria-label={now.word(Word::AliasNew)} placeholder={now.word(Word::AliasHint)}
                    value={String::clone(&draft)} {oninput} {onkeydown} />
                <button key="add" type="button" class="button" data-action="teach-alias" disabled={draft.trim().is_empty()} {onclick}>{ now.word(Word::AliasAdd) }</button>
            </div>
            <ul key="known" role="list" class="desk-row alias-known" hidden={known.is_empty()}>{ for known.iter().map(|form| spelling(now, desk, form)) }</ul>
        </section>
    }
}

fn spelling(now: &Now, desk: &Desk, form: &str) -> Html {
    let forget = {
        let (desk, form) = (desk.clone(), form.to_owned());
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, _| aliases::forget(state, &form));
        })
    };
    let name = format!("{} {}", now.word(Word::AliasForget), i18n::quoted(form));
    html! {
        <li key={form.to_owned()} role="listitem" class="alias" data-alias={form.to_owned()}>
            <bdi key="form" class="quote" dir="auto">{ crate::i18n::shown(form) }</bdi>
            { Tool::new(Icon::Close, name, forget).action("forget-alias").draw() }
        </li>
    }
}

/// The other spellings of some words, as they were taught.
fn spellings(state: &State, words: &str) -> Vec<String> {
    let own = aliases::folded(words);
    let classes = aliases::classes(state);
    let Some(class) = classes.of(&own) else { return Vec::new() };
    let records = state.records.iter().filter(|record| record.collection == Collection::Aliases);
    let written = records.flat_map(|record| record.value.get("forms").and_then(|forms| forms.as_array()).into_iter().flatten());
    let mut found: Vec<String> = Vec::new();
    for form in written.filter_map(|form| form.as_str()) {
        let folded = aliases::folded(form);
        if folded != own && class.contains(&folded) && !found.iter().any(|known| aliases::folded(known) == folded) {
            found.push(form.to_owned());
        }
    }
    found
}
