//! What the rows of relations, events, links and entities share: how ends are named, and the frame of a row.

use crate::core::command::SpanRef;
use crate::core::shapes::End;
use crate::desk::parts::document_name;
use crate::desk::{Desk, Now};
use crate::i18n::{self, Lang, desk::shapes::Say};
use crate::view::{Icon, Tool};
use web_sys::Element;
use yew::prelude::*;

/// Characters of an end's words that are shown.
pub const QUOTE: usize = 48;

/// The words of a span, shortened.
#[must_use]
pub fn span_words(now: &Now, (document, span): &SpanRef) -> String {
    let found = now.state.document(document).and_then(|state| Some(state.spans.get(span)?.words(&state.document.text)));
    found.map_or_else(String::new, |words| i18n::shortened(&words, QUOTE))
}

/// What an end is called: a span's words, an event's type and trigger, an entity's name.
#[must_use]
pub fn end_words(now: &Now, end: &End) -> String {
    match end {
        End::Span(span) => span_words(now, span),
        End::Event(id) => now.shapes.event(id).map_or_else(String::new, |event| {
            let kind = kind_word(now, now.shapes.kinds().event(&event.kind).map(|kind| &kind.name), &event.kind);
            match &event.trigger {
                Some(trigger) => format!("{kind}: {}", span_words(now, &(event.document.clone(), trigger.clone()))),
                None => kind,
            }
        }),
        End::Entity(id) => now.shapes.entity(id).map_or_else(String::new, |entity| entity.name.clone()),
    }
}

/// The name of a type in the language of the interface; its id where the tagset has it no more.
#[must_use]
pub fn kind_word(now: &Now, name: Option<&crate::core::tagset::Bilingual>, id: &str) -> String {
    name.map_or_else(|| id.to_owned(), |name| i18n::name(now.lang, name))
}

/// The document of an end, named, where it is not the open one.
#[must_use]
pub fn elsewhere(now: &Now, end: &End) -> Option<String> {
    let document = now.shapes.document_of(end).filter(|document| *document != now.open)?;
    Some(document_name(now, &now.state, &document))
}

/// From what to what: the arrow runs as the words of the interface do.
pub fn arrow(now: &Now, symmetric: bool) -> Html {
    let sign = match (symmetric, now.lang) {
        (true, _) => "\u{2194}",
        (false, Lang::Ar) => "\u{2190}",
        (false, Lang::En) => "\u{2192}",
    };
    html! { <i class="arrow" aria-hidden="true">{ sign }</i> }
}

/// Quoted words of a document, isolated.
pub fn words(text: &str) -> Html {
    html! { <bdi class="quote">{ format!("«{}»", i18n::shown(text)) }</bdi> }
}

/// The frame of a row.
pub struct Frame {
    /// What is said in its one line.
    pub line: Html,
    /// The whole of it in words, for those who do not see; blank where the line says it all.
    pub name: String,
    /// What the line does.
    pub go: Callback<MouseEvent>,
    /// Takes it away; nothing where it is not one's own.
    pub remove: Option<(Say, Callback<()>)>,
    /// Opens and closes what can be changed; nothing where nothing can.
    pub edit: Option<(Option<bool>, Callback<MouseEvent>)>,
    /// What the annotator wrote.
    pub note: String,
    /// What stands below the line.
    pub below: Html,
}

impl Frame {
    /// Draws what stands in the row. Delete on its line takes it away.
    pub fn draw(self, now: &Now) -> Html {
        let onkeydown = {
            let remove = self.remove.clone().map(|(_, remove)| remove);
            Callback::from(move |event: KeyboardEvent| {
                if let Some(remove) = remove.as_ref().filter(|_| matches!(event.key().as_str(), "Delete" | "Backspace")) {
                    event.prevent_default();
                    event.stop_propagation();
                    remove.emit(());
                }
            })
        };
        html! {
            <>
                <div key="line" class="detail-line">
                    <button key="go" type="button" class="detail-go" data-row="" title={Some(self.name).filter(|name| !name.is_empty())} onclick={self.go} {onkeydown}>{ self.line }</button>
                    { for self.edit.map(|(open, onclick)| {
                        let tool = Tool::new(Icon::Dots, now.said(Say::Edit), onclick).action("edit-row").class("small-tool");
                        match open {
                            Some(open) => tool.pressed(open).draw(),
                            None => tool.draw(),
                        }
                    }) }
                    { for self.remove.map(|(word, remove)| Tool::new(Icon::Close, now.said(word), remove.reform(|_: MouseEvent| ())).action("remove-row").class("small-tool").draw()) }
                </div>
                if !self.note.is_empty() {
                    <p key="note" class="detail-note" dir="auto">{ i18n::shown_in_lines(&self.note) }</p>
                }
                { self.below }
            </>
        }
    }
}

/// A handler that goes to the first span of an end.
pub fn go_to(now: &Now, desk: &Desk, end: &End) -> Callback<MouseEvent> {
    let (desk, target) = (desk.clone(), now.shapes.spans_of(end).into_iter().next());
    Callback::from(move |_: MouseEvent| {
        if let Some((document, span)) = &target {
            desk.go_to_span(document, span);
        }
    })
}

/// A choice of types: the id and the name of each.
pub fn types(now: &Now, all: Vec<(String, String)>, current: &str, choose: Callback<String>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<Element>().and_then(|element| {
            use wasm_bindgen::JsCast;
            element.dyn_into::<web_sys::HtmlSelectElement>().ok()
        });
        if let Some(chosen) = chosen {
            choose.emit(chosen.value());
        }
    });
    let option = |(id, name): (String, String)| html! { <option key={id.clone()} value={id.clone()} selected={id == current}>{ name }</option> };
    html! {
        <label key="type" class="desk-named">
            <span key="name" class="small">{ now.said(Say::Type) }</span>
            <select key="choice" class="desk-field" data-field="type" {onchange}>{ for all.into_iter().map(option) }</select>
        </label>
    }
}
