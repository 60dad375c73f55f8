//! The page that settles what annotators say differently: a list of the differences beside the text, each with what every
//! annotator says, decided by a click or a key; and rules that decide many at once.

mod board;
mod draft;
mod editor;
mod head;
mod names;
mod panel;
mod row;
mod rules;
mod veil;
mod view;

use super::large::Doing;
use super::parts::PageProps;
use super::search::{Done, Said};
use super::{Desk, Now};
use crate::core::desk::DeskPage;
use crate::i18n;
use crate::i18n::desk::Word as DeskWord;
use crate::i18n::desk::found;
use crate::i18n::desk::settle::{Word, word};
use board::Cache;
use view::{Act, DRAWN, Scene, View, carry_out, give_focus};
use yew::prelude::*;

/// The page.
#[component]
pub fn SettlePage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let view = use_memo((), |()| View::last());
    let cache = use_mut_ref(Cache::default);
    let under_way = use_state(|| false);
    let redraw = use_force_update();
    let sets = view.borrow().chosen(now);
    let board = cache.borrow_mut().board(&now.state, &sets);
    let listed = board.listed(&view.borrow().narrow);
    view.borrow_mut().follow(now, &listed);
    let act = {
        let (desk, view, board, listed, redraw) = (desk.clone(), (*view).clone(), board.clone(), listed.clone(), redraw.clone());
        Callback::from(move |act: Act| {
            carry_out(&Scene { desk: &desk, view: &view, board: &board, listed: &listed }, act);
            redraw.force_update();
        })
    };
    {
        let view = (*view).clone();
        use_effect(move || give_focus(&view));
    }
    let at = view.borrow().at.clone();
    let current = at.as_ref().and_then(|at| listed.iter().position(|item| item.spot() == *at));
    veil::use_veil(now, desk, &board, current.map(|place| &listed[place]));
    if board.sets.len() < 2 && view.borrow().sets.is_none() {
        return nothing(now, desk);
    }
    let doing = {
        let (desk, view) = (desk.clone(), (*view).clone());
        let ondone = {
            let (desk, view) = (desk.clone(), view.clone());
            Callback::from(move |words: String| {
                view.borrow_mut().done = Some(Done::just(&desk, words));
                redraw.force_update();
            })
        };
        Doing { desk, under_way: under_way.clone(), ondone }
    };
    let view = view.borrow();
    let said = view.done.as_ref().and_then(|done| done.words(now)).unwrap_or_default().to_owned();
    let drawn = view.most.max(current.map_or(0, |place| place + 1)).min(listed.len());
    let rows = listed[..drawn].iter().enumerate().map(|(place, item)| {
        let is_current = current == Some(place);
        row::row(now, desk, &board, item, is_current.then_some(view.draft.as_ref()), &act)
    });
    let more = act.reform(|_: MouseEvent| Act::More(DRAWN));
    let left = listed.len() - drawn;
    let counts = board.counts(&view.narrow);
    let empty = if counts.differences > 0 && counts.settled == counts.differences { Word::AllSettled } else { Word::NothingLeft };
    html! {
        <div class="desk-settle" aria-busy={if *under_way { "true" } else { "false" }}>
            <Said key="said" words={said.clone()} />
            <h2 key="title" class="unseen">{ i18n::word(now.lang, i18n::desk_page(DeskPage::Settle)) }</h2>
            { head::head(now, &board, &view, listed.is_empty(), &act) }
            { rules::rules(now, &board, &view, &act, &doing) }
            <p key="done" class="found-done" hidden={said.is_empty()}>{ said.clone() }{ " " }{ now.word(DeskWord::TwinsUndo) }</p>
            <p key="way" class="small" role="status" hidden={!*under_way}>{ now.word(DeskWord::UnderWay) }</p>
            { head::narrow(now, &view.narrow, &act) }
            <ul key="list" class="difference-list" data-rove="list" role="list" aria-label={word(now.lang, Word::List)} onkeydown={row::keys(&board, &listed, current, &act)}>{ for rows }</ul>
            <p key="nothing" class="desk-empty" hidden={!listed.is_empty()}>{ word(now.lang, empty) }</p>
            <button key="more" type="button" class="button show-more" data-action="more-differences" hidden={left == 0} onclick={more}>{ found::more(now.lang, left) }</button>
            <p key="keys" class="small keys keys-hint">{ word(now.lang, Word::Keys) }</p>
            { head::gold(now, desk, &board) }
        </div>
    }
}

/// What the page says while there are no two to settle between.
fn nothing(now: &Now, desk: &Desk) -> Html {
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.show(Some(DeskPage::Annotators)));
    html! {
        <div class="desk-settle">
            <h2 key="title" class="unseen">{ i18n::word(now.lang, i18n::desk_page(DeskPage::Settle)) }</h2>
            <p key="few" class="desk-empty">{ word(now.lang, Word::Few) }</p>
            <p key="open" class="settle-open"><button type="button" class="button" data-action="settle-import" data-first="" {onclick}>{ word(now.lang, Word::OpenFiles) }</button></p>
        </div>
    }
}
