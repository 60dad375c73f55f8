//! What every annotator says of the current group, each version a button; then all, none, single things and an edit.

use super::board::{Board, Item};
use super::draft::Draft;
use super::editor::Editor;
use super::names::set_name;
use super::view::Act;
use crate::core::settle::{Form, Take};
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::settle::{self as words, Word, word};
use crate::view::{Icon, chip, icon};
use yew::prelude::*;

/// The most characters of what is said that are shown.
const LONG: usize = 90;

/// The panel.
pub fn panel(now: &Now, desk: &Desk, board: &Board, item: &Item, draft: Option<&Draft>, act: &Callback<Act>) -> Html {
    let groups = &item.settling.groups;
    let (versions, taken) = (groups.versions(item.found()), item.settling.taken(item.group));
    let spot = item.spot();
    let button = |take: Take, name: &'static str, key: &'static str, said: Word| {
        let spot = spot.clone();
        let onclick = act.reform(move |_: MouseEvent| Act::Take(spot.clone(), take.clone()));
        html! {
            <button key={name} type="button" class="button small-button" data-action={name} aria-keyshortcuts={key} {onclick}><kbd aria-hidden="true" dir="ltr">{ key }</kbd><span>{ word(now.lang, said) }</span></button>
        }
    };
    let edit = {
        let spot = spot.clone();
        act.reform(move |_: MouseEvent| Act::Edit(spot.clone()))
    };
    let silent = board.sets.iter().filter(|set| !groups.hands.contains(set)).map(|set| set_name(now, set)).collect::<Vec<_>>();
    let many = item.found().forms.len() > 1 && versions.iter().any(|(forms, _)| forms.len() > 1) || item.found().forms.len() > 2;
    html! {
        <div class="difference-panel">
            <ul key="versions" class="versions" role="list" aria-label={word(now.lang, Word::Versions)}>
                { for versions.iter().map(|(forms, hands)| version(now, board, item, forms, hands, &taken, act)) }
            </ul>
            if many { { singles(now, item, &taken, act) } }
            if !silent.is_empty() { <p key="silent" class="small">{ words::absent(now.lang, &silent) }</p> }
            <div key="do" class="desk-row">
                { button(Take::Both, "take-both", "B", Word::Both) }
                { button(Take::Neither, "take-neither", "N", Word::Neither) }
                <button key="edit" type="button" class="button small-button" data-action="settle-edit" aria-keyshortcuts="E" aria-expanded={if draft.is_some() { "true" } else { "false" }} onclick={edit}><kbd aria-hidden="true" dir="ltr">{ "E" }</kbd><span>{ word(now.lang, Word::Edit) }</span></button>
            </div>
            if let Some(draft) = draft {
                <Editor key="editor" now={now.clone()} desk={desk.clone()} document={spot.0.clone()} span={spot.1.clone()} draft={draft.clone()} act={act.clone()} />
            }
        </div>
    }
}

/// One version: who holds it, with their keys, and what it says.
fn version(
    now: &Now,
    board: &Board,
    item: &Item,
    forms: &[usize],
    hands: &[usize],
    taken: &[usize],
    act: &Callback<Act>,
) -> Html {
    let groups = &item.settling.groups;
    let sets = hands.iter().map(|hand| &groups.hands[*hand]).collect::<Vec<_>>();
    let names = sets.iter().map(|set| set_name(now, set)).collect::<Vec<_>>();
    let digits = sets.iter().filter_map(|set| board.sets.iter().position(|other| other == *set)).map(|place| place + 1);
    let digits = digits.filter(|digit| *digit < 10).map(|digit| digit.to_string()).collect::<Vec<_>>();
    let is_taken = item.settling.settled[item.group].is_decided() && forms == taken && !forms.is_empty();
    let onclick = {
        let (spot, set) = (item.spot(), sets.first().map(|set| (*set).clone()));
        act.reform(move |_: MouseEvent| match &set {
            Some(set) => Act::Take(spot.clone(), Take::One(set.clone())),
            None => Act::At(spot.clone()),
        })
    };
    let said = forms.iter().map(|form| said(now, item, &item.found().forms[*form]));
    html! {
        <li key={hands.first().map_or(0, |hand| *hand).to_string()} class="version">
            <button type="button" class="version-take" data-take={sets.first().map(|set| set.to_string())} aria-pressed={if is_taken { "true" } else { "false" }} aria-keyshortcuts={digits.join(" ")} {onclick}>
                <span key="who" class="version-who">{ for digits.iter().map(|digit| html! { <kbd key={digit.clone()} aria-hidden="true" dir="ltr">{ digit.clone() }</kbd> }) }<bdi key="names">{ words::list(now.lang, &names) }</bdi>
                    if is_taken { { icon(Icon::Done) } }
                </span>
                <span key="said" class="version-said">
                    { for said }
                    if forms.is_empty() { <span key="nothing" class="small">{ word(now.lang, Word::NothingSaid) }</span> }
                </span>
            </button>
        </li>
    }
}

/// A label and the words it is given to.
fn said(now: &Now, item: &Item, form: &Form) -> Html {
    let Some(state) = now.state.document(&item.settling.document) else { return Html::default() };
    let text = &state.document.text;
    let quote = form.pieces.iter().map(|piece| text.slice(*piece)).collect::<Vec<_>>().join(" … ");
    let dir = if state.document.is_rtl_at(form.hull().start()) { "rtl" } else { "ltr" };
    html! {
        <span key={key(form)} class="form">
            { chip(&now.state.tagset, &form.label) }
            <bdi key="quote" class="quote" lang={state.document.language.clone()} {dir}>{ i18n::shortened(&quote, LONG) }</bdi>
        </span>
    }
}

/// Each thing that is said, to be taken alone.
fn singles(now: &Now, item: &Item, taken: &[usize], act: &Callback<Act>) -> Html {
    let each = item.found().forms.iter().enumerate().map(|(place, form)| {
        let (spot, saying) = (item.spot(), form.saying());
        let onchange = act.reform(move |_: Event| Act::Take(spot.clone(), Take::Pick(saying.clone())));
        html! {
            <li key={key(form)}>
                <label class="mark"><input type="checkbox" data-single={place.to_string()} checked={taken.contains(&place)} {onchange} />{ said(now, item, form) }</label>
            </li>
        }
    });
    html! {
        <details key="singles" class="singles">
            <summary>{ word(now.lang, Word::Single) }</summary>
            <ul role="list" aria-label={word(now.lang, Word::Single)}>{ for each }</ul>
        </details>
    }
}

fn key(form: &Form) -> String {
    let pieces = form.pieces.iter().map(|piece| format!("{}-{}", piece.start().0, piece.end().0)).collect::<Vec<_>>();
    format!("{} {}", form.label, pieces.join(" "))
}
