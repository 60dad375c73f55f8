//! A group in the list: its words in their context and how it stands; of the current one also what every annotator says.

use super::board::{Board, Item};
use super::draft::Draft;
use super::names::set_name;
use super::panel;
use super::view::Act;
use crate::core::ids::SetId;
use crate::core::settle::provenance::How;
use crate::core::settle::{Standing, Take};
use crate::core::surroundings::around;
use crate::desk::parts::document_name;
use crate::desk::roving::{rows, stop};
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::settle::{self as words, Word, word};
use crate::view::{Icon, chip, icon};
use crate::web::keyboard;
use web_sys::Element;
use yew::prelude::*;

/// The most characters of a group that its row shows.
const LONG: usize = 60;

/// The row; `draft` says that it is the current one, and what is being edited of it.
pub fn row(now: &Now, desk: &Desk, board: &Board, item: &Item, draft: Option<Option<&Draft>>, act: &Callback<Act>) -> Html {
    let (document, span) = item.spot();
    let Some(state) = now.state.document(&document) else { return Html::default() };
    let (text, hull) = (&state.document.text, item.found().hull());
    let (before, after) = around(text, hull);
    let dir = if state.document.is_rtl_at(hull.start()) { "rtl" } else { "ltr" };
    let spot = (document.clone(), span.clone());
    let at = act.reform(move |_: MouseEvent| Act::At(spot.clone()));
    let (mark, said) = standing(now, item);
    let is_current = draft.is_some();
    let name = match item.standing() {
        Standing::Agreed => "agreed",
        Standing::Differs => "differs",
        Standing::Decided => "decided",
    };
    let mut labels = Vec::new();
    for form in &item.found().forms {
        if !labels.contains(&&form.label) {
            labels.push(&form.label);
        }
    }
    let where_ = (now.state.documents.len() > 1).then(|| document_name(now, &now.state, &document));
    html! {
        <li key={format!("{document} {span}")} class="difference" data-difference={format!("{document} {span}")} data-standing={name}>
            <button key="go" type="button" class="finding-go" data-row="" data-first={is_current.then_some("")} tabindex={stop(is_current)} aria-current={is_current.then_some("true")} onclick={at}>
                <bdi key="quote" class="quote in-context" lang={state.document.language.clone()} {dir}>{ i18n::shown(&before) }<mark>{ i18n::shortened(text.slice(hull), LONG) }</mark>{ i18n::shown(&after) }</bdi>
                <span key="standing" class="small difference-standing">{ mark }{ said }</span>
                <span key="labels" class="chips">{ for labels.into_iter().map(|label| html! { <span key={label.as_str()}>{ chip(&now.state.tagset, label) }</span> }) }</span>
                <bdi key="where" class="small difference-where">{ where_ }</bdi>
            </button>
            if let Some(draft) = draft {
                { panel::panel(now, desk, board, item, draft, act) }
            }
        </li>
    }
}

/// How a group stands: a mark, and words for it.
fn standing(now: &Now, item: &Item) -> (Html, String) {
    match item.standing() {
        Standing::Decided => {
            let decision = item.settling.settled[item.group].decision();
            let whose = decision.as_ref().and_then(|decision| decision.whose.as_ref()).map(|set| set_name(now, set));
            let how = decision.as_ref().map_or(How::Pick, |decision| decision.how);
            let how = words::how(now.lang, how, &whose.unwrap_or_default());
            let by =
                decision.and_then(|decision| decision.by).map(|by| format!(" · {}", i18n::isolated(&by))).unwrap_or_default();
            (icon(Icon::Done), format!("{}: {how}{by}", word(now.lang, Word::Decided)))
        }
        Standing::Agreed => (html! { <span aria-hidden="true">{ "= " }</span> }, word(now.lang, Word::Agreed).to_owned()),
        Standing::Differs => (html! { <span aria-hidden="true">{ "≠ " }</span> }, word(now.lang, Word::Differs).to_owned()),
    }
}

/// The keys of the list: arrows go from group to group, the others decide about the current one.
pub fn keys(board: &Board, listed: &[Item], current: Option<usize>, act: &Callback<Act>) -> Callback<KeyboardEvent> {
    let (sets, listed, act) = (board.sets.clone(), listed.to_vec(), act.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(name) = keyboard::press(&event).and_then(|press| press.name()) else { return };
        if keyboard::is_typing(&event) && event.target_dyn_into::<Element>().is_none_or(|element| element.tag_name() != "INPUT") {
            return;
        }
        let Some(item) = current.and_then(|place| listed.get(place)) else { return };
        let done = match name.as_str() {
            "ArrowDown" | "ArrowUp" | "Home" | "End" => {
                let to = match name.as_str() {
                    "ArrowDown" => current.map(|place| place + 1),
                    "ArrowUp" => current.and_then(|place| place.checked_sub(1)),
                    "Home" => Some(0),
                    _ => listed.len().checked_sub(1),
                };
                let target = event.target_dyn_into::<Element>().and_then(|target| target.closest("[data-rove]").ok().flatten());
                let rows = target.map(|list| rows(&list)).unwrap_or_default();
                let place = to.filter(|place| *place < rows.len());
                if let Some((item, row)) = place.and_then(|place| Some((listed.get(place)?, rows.get(place)?))) {
                    act.emit(Act::At(item.spot()));
                    let _ = row.focus();
                }
                event.prevent_default();
                event.stop_propagation();
                return;
            }
            "b" => Act::Take(item.spot(), Take::Both),
            "n" => Act::Take(item.spot(), Take::Neither),
            "e" => Act::Edit(item.spot()),
            digit => match hand(digit, &sets, item) {
                Some(set) => Act::Take(item.spot(), Take::One(set)),
                None => return,
            },
        };
        event.prevent_default();
        event.stop_propagation();
        act.emit(done);
    })
}

/// The annotator of a digit: the first of those between whom is settled has 1.
fn hand(name: &str, sets: &[SetId], item: &Item) -> Option<SetId> {
    let digit = name.parse::<usize>().ok().filter(|_| name.len() == 1)?;
    sets.get(digit.checked_sub(1)?).filter(|set| item.settling.groups.hands.contains(set)).cloned()
}
