//! A set in the list: whose it is, how much is in it and how far it is, and what can be done with it.

use super::about;
use crate::core::annotators::Share;
use crate::core::document::Status;
use crate::core::ids::{DocumentId, SetId};
use crate::core::project::{AnnotationSet, Role};
use crate::desk::parts::document_name;
use crate::desk::{Desk, Now};
use crate::format::native::returned::status_of;
use crate::i18n::desk::annotators::{self as words, Word};
use crate::i18n::{self, Noun};
use crate::view::{Icon, Tool, status_word};
use crate::web::page;
use yew::prelude::*;

/// What a row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct RowProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The set.
    pub set: AnnotationSet,
    /// The set in figures.
    pub share: Share,
    /// Whether its spans are hidden in the text.
    pub hidden: bool,
    /// Takes the set out.
    pub remove: Callback<SetId>,
}

/// How far the work of a set on a document is; `None` where nothing says so.
fn status(now: &Now, set: &AnnotationSet, document: &DocumentId) -> Option<Status> {
    match set.role {
        Role::Own => now.state.document(document).map(|state| state.status),
        _ => status_of(set, document),
    }
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { now, desk, set, share, hidden, remove } = props;
    let (lang, word) = (now.lang, |word| words::word(now.lang, word));
    let name = words::set_name(lang, set);
    let all = now.state.documents.len();
    let ids = now.state.documents.iter().map(|one| &one.document.id);
    let done = ids.clone().filter(|id| status(now, set, id) == Some(Status::Done)).count();
    let mut facts = vec![i18n::counted(lang, Noun::Span, share.spans), words::touched(lang, share.documents.len(), all)];
    if done > 0 {
        facts.push(words::finished(lang, done));
    }
    if let Some(days) = share.last.as_deref().map(days_since) {
        facts.push(words::since(lang, days));
    }
    let toggle = {
        let (desk, id) = (desk.clone(), set.id.clone());
        Callback::from(move |_: MouseEvent| desk.toggle_set(&id))
    };
    let take_out = {
        let id = set.id.clone();
        remove.reform(move |_: MouseEvent| id.clone())
    };
    let eye = if *hidden { Icon::Hidden } else { Icon::Shown };
    let document = |id: &DocumentId| {
        let spans = share.documents.iter().find(|(other, _)| other == id).map_or(0, |(_, spans)| *spans);
        let count = if spans == 0 { word(Word::Untouched).to_owned() } else { i18n::counted(lang, Noun::Span, spans) };
        let status = status(now, set, id).map(|status| format!(" · {}", i18n::word(lang, status_word(status))));
        html! { <li key={id.as_str()}><bdi key="name">{ document_name(now, &now.state, id) }</bdi><span key="facts" class="small">{ count }{ status }</span></li> }
    };
    html! {
        <li class="annotator" data-set={set.id.as_str().to_owned()} data-role={set.role.name()}>
            <div key="head" class="annotator-head">
                <bdi key="name" class="name">{ name.clone() }</bdi>
                <span key="role" class="annotator-role small">{ words::role(lang, set.role) }</span>
                <span key="tools" class="annotator-tools">
                    // What one tags oneself is always seen.
                    if set.role != Role::Own {
                        { Tool::new(eye, about(lang, Word::Hide, &name), toggle).pressed(*hidden).action("hide-set").draw() }
                        { Tool::new(Icon::Delete, about(lang, Word::Remove, &name), take_out).action("remove-set").draw() }
                    }
                </span>
            </div>
            <p key="facts" class="small facts">{ facts.join(" · ") }</p>
            <meter key="share" min="0" max={all.to_string()} value={share.documents.len().to_string()} aria-label={about(lang, Word::Share, &name)} />
            <details key="documents">
                <summary class="small">{ word(Word::Documents) }</summary>
                <ul>{ for ids.map(document) }</ul>
            </details>
        </li>
    }
}

/// How many days of the calendar lie between a time and now.
fn days_since(time: &str) -> usize {
    const DAY: f64 = 86_400_000.0;
    let day = |time: &str| {
        let at = js_sys::Date::new(&time.into());
        ((at.get_time() - at.get_timezone_offset() * 60_000.0) / DAY).floor()
    };
    let days = day(&page::now()) - day(time);
    if days > 0.0 { days as usize } else { 0 }
}
