//! A package that was opened: what is in it, the annotator's name, and the beginning of their work.

use crate::desk::field::text_of;
use crate::desk::now::{go_to, is_kept};
use crate::desk::{Desk, Handed, Now};
use crate::format::native::package::about;
use crate::i18n::desk::handed::{self, Word, word};
use yew::prelude::*;

/// What the part is given.
#[derive(Properties, Clone, PartialEq)]
pub struct StartProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The package.
    pub handed: Handed,
}

/// The part.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let StartProps { now, desk, handed } = props;
    let (name, known) = (use_state(String::new), use_state(|| false));
    let ready = match handed {
        Handed::Ready(file, state) | Handed::NotKept(file, state) => Some((file.clone(), state.clone())),
        _ => None,
    };
    let id = ready.as_ref().map(|(_, state)| state.project.id.clone());
    {
        let known = known.setter();
        use_effect_with(id.clone(), move |id| {
            known.set(false);
            if let Some(id) = id.clone() {
                wasm_bindgen_futures::spawn_local(async move { known.set(is_kept(&id).await) });
            }
        });
    }
    let leave = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.put_handed(None))
    };
    let oninput = {
        let name = name.setter();
        Callback::from(move |event: InputEvent| name.set(text_of(event.target_dyn_into())))
    };
    let begin = {
        let (desk, name, ready) = (desk.clone(), String::clone(&name), ready.clone());
        Callback::from(move |()| {
            if let (Some((file, state)), false) = (&ready, name.trim().is_empty()) {
                desk.begin_package(file.clone(), state.clone(), &name);
            }
        })
    };
    let onkeydown = {
        let begin = begin.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                begin.emit(());
            }
        })
    };
    let onclick = begin.reform(|_: MouseEvent| ());
    let go_on = Callback::from(move |_: MouseEvent| {
        if let Some(id) = &id {
            go_to(id);
        }
    });
    let say = |what| word(now.lang, what);
    let told = match handed {
        Handed::Fetching => say(Word::Fetching).to_owned(),
        Handed::NoPath(path) => handed::no_path(now.lang, path),
        Handed::NoFile(path) => handed::no_file(now.lang, path),
        Handed::NoPackage(path) => handed::no_package(now.lang, path),
        Handed::Ready(..) => String::new(),
        Handed::NotKept(..) => say(Word::NotKept).to_owned(),
    };
    let is_fault = !matches!(handed, Handed::Fetching | Handed::Ready(..));
    html! {
        <section class="annotator-start" aria-label={say(Word::Package)} data-package={ready.as_ref().map(|(_, state)| state.project.id.clone())}>
            <h3 key="title">{ say(Word::Package) }</h3>
            <p key="told" class={if is_fault { "desk-refusal" } else { "small" }} role={if is_fault { "alert" } else { "status" }} hidden={told.is_empty()}>{ told }</p>
            if let Some((file, state)) = &ready {
                <p key="about">{ handed::package(now.lang, file, state, about(state).as_ref()) }</p>
                if *known {
                    <p key="known">{ say(Word::Known) }</p>
                    <button key="go-on" type="button" class="button primary" data-action="package-go-on" data-first="" onclick={go_on}>{ say(Word::GoOn) }</button>
                } else {
                    <label key="name" class="desk-named">
                        <span key="name" class="small">{ say(Word::Name) }</span>
                        <input key="field" class="desk-field" type="text" dir="auto" autocomplete="name" data-field="package-name" data-first="" value={String::clone(&name)} {oninput} {onkeydown} />
                    </label>
                    <button key="begin" type="button" class="button primary" data-action="package-begin" aria-disabled={name.trim().is_empty().then_some("true")} {onclick}>{ say(Word::Begin) }</button>
                }
            }
            <button key="leave" type="button" class="button" data-action="package-leave" onclick={leave}>{ say(Word::Leave) }</button>
        </section>
    }
}
