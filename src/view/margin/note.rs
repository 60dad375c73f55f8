//! The note of a span: what its field holds is a draft until the field is left.

use crate::core::ids::SpanId;
use crate::draw;
use crate::i18n::Word;
use crate::session::Action;
use crate::view::now::{Now, the_shell};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the field is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct NoteProps {
    /// The session of this moment.
    pub now: Now,
    /// The span.
    pub id: SpanId,
    /// Whether the note is somebody else's.
    pub readonly: bool,
}

/// The note's field. Esc drops what was typed, Ctrl/Cmd+Enter and leaving the field keep it.
#[component]
pub fn NoteField(props: &NoteProps) -> Html {
    let (now, shell, field) = (&props.now, the_shell(), use_node_ref());
    let draft = now.note.as_ref().filter(|note| note.span == props.id && note.document == now.open);
    let kept = now.document().and_then(|state| state.spans.get(&props.id)).map_or("", |span| span.note.as_str());
    let text = draft.map_or_else(|| kept.to_owned(), |note| note.text.clone());
    {
        let field = field.clone();
        use_effect_with(draft.is_some(), move |open| {
            let field = field.cast::<HtmlTextAreaElement>().filter(|_| *open);
            let here =
                |field: &HtmlTextAreaElement| gloo::utils::document().active_element().is_some_and(|element| element == ***field);
            if let Some(field) = field.filter(|field| !here(field)) {
                let _ = field.focus();
            }
        });
    }
    let oninput = {
        let shell = shell.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                shell.dispatch(Action::TypeNote(field.value()));
            }
        })
    };
    let onblur = {
        let shell = shell.clone();
        Callback::from(move |_: FocusEvent| {
            if shell.session().note.is_some() {
                shell.dispatch(Action::KeepNote);
            }
        })
    };
    let onkeydown = {
        let field = field.clone();
        Callback::from(move |event: KeyboardEvent| {
            let keep = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
            if !keep && (event.key() != "Escape" || event.is_composing()) {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            shell.dispatch(if keep { Action::KeepNote } else { Action::DropNote });
            leave(field.cast::<HtmlTextAreaElement>(), shell.session().open.as_str());
        })
    };
    // An empty field takes the direction of its hint.
    let dir = (!text.is_empty()).then_some("auto");
    draw! {
        <textarea ref={field} class="note" data-note="" rows="1" {dir} aria-label={now.word(Word::Note)} placeholder={now.word(Word::NotePlaceholder)}
            readonly={props.readonly} value={text} {oninput} {onblur} {onkeydown} />
    }
}

/// From the field back to the article.
fn leave(field: Option<HtmlTextAreaElement>, open: &str) {
    let article = gloo::utils::document().query_selector(&format!("article[data-document=\"{open}\"]")).ok().flatten();
    match article.and_then(|article| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(article).ok()) {
        Some(article) => {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = article.focus_with_options(&options);
        }
        None => {
            let _ = field.map(|field| field.blur());
        }
    }
}
