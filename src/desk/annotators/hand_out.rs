//! Handing out: what goes into a package, its download, and how it becomes a link.

use crate::core::ids::DocumentId;
use crate::desk::{Desk, Now};
use crate::format::native::package::{Wish, write_package};
use crate::i18n;
use crate::i18n::desk::handed::{self, Word, word};
use crate::view::{Icon, icon};
use crate::web::page;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the part is given.
#[derive(Properties, Clone, PartialEq)]
pub struct HandOutProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
}

/// The part.
#[component]
pub fn HandOut(props: &HandOutProps) -> Html {
    let HandOutProps { now, desk } = props;
    let say = |what| word(now.lang, what);
    let (without, suggestions, unsound) = (use_state(Vec::<DocumentId>::new), use_state(|| false), use_state(|| false));
    let made = use_state(|| None::<String>);
    let documents = now.state.documents.iter().map(|one| one.document.id.clone());
    let documents = documents.filter(|id| !without.contains(id)).collect::<Vec<_>>();
    let nothing = documents.is_empty();
    let check = |id: &DocumentId| {
        let (list, id_of, on) = (without.clone(), id.clone(), !without.contains(id));
        let onchange = Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut next = list.iter().filter(|other| **other != id_of).cloned().collect::<Vec<_>>();
            if !input.checked() {
                next.push(id_of.clone());
            }
            list.set(next);
        });
        let name = crate::desk::parts::document_name(now, &now.state, id);
        html! {
            <label key={id.as_str()} class="check">
                <input key="box" type="checkbox" value={id.to_string()} data-handed="document" checked={on} {onchange} />
                <bdi key="name">{ name }</bdi>
            </label>
        }
    };
    let suggest = {
        let suggestions = suggestions.setter();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                suggestions.set(input.checked());
            }
        })
    };
    let onclick = {
        let (now, desk, wish) = (now.clone(), desk.clone(), Wish { documents, suggestions: *suggestions });
        let (unsound, made) = (unsound.setter(), made.setter());
        Callback::from(move |_: MouseEvent| {
            if wish.documents.is_empty() {
                return;
            }
            let at = page::now();
            let written = write_package(&now.state, &wish, &at);
            unsound.set(written.is_err());
            if let Ok(text) = written {
                let name = format!("hashiya-package-{}-{}.json", now.state.project.id, at.get(..10).unwrap_or_default());
                desk.offer(&name, &text);
                desk.say(&handed::made(now.lang, &name));
                made.set(Some(name));
            }
        })
    };
    let link = made.as_ref().map(|name| format!("{}?open={name}", base()));
    html! {
        <details class="annotator-hand" data-part="hand-out">
            <summary key="summary">{ say(Word::HandOut) }</summary>
            <p key="about" class="small">{ say(Word::About) }</p>
            <fieldset key="documents">
                <legend key="legend" class="small">{ i18n::desk::annotators::word(now.lang, i18n::desk::annotators::Word::Documents) }</legend>
                { for now.state.documents.iter().map(|one| check(&one.document.id)) }
            </fieldset>
            <label key="suggestions" class="check">
                <input key="box" type="checkbox" data-handed="suggestions" checked={*suggestions} onchange={suggest} />
                <span key="name">{ say(Word::Suggestions) }</span>
            </label>
            <button key="do" type="button" class="button" data-action="hand-out" aria-disabled={nothing.then_some("true")} {onclick}>
                { icon(Icon::Download) }<span key="name">{ say(Word::Download) }</span>
            </button>
            <p key="unsound" class="desk-refusal" role="alert" hidden={!*unsound}>{ say(Word::Unsound) }</p>
            <p key="link" class="small" hidden={link.is_none()}>
                { say(Word::Link) }{ " " }<bdi key="link" dir="ltr" class="annotator-link" data-link="">{ link.unwrap_or_default() }</bdi>
            </p>
        </details>
    }
}

/// The address of the page without what it asks for.
fn base() -> String {
    let location = gloo::utils::window().location();
    [location.origin().unwrap_or_default(), location.pathname().unwrap_or_default()].concat()
}
