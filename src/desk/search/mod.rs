//! Search in all documents, as one types, and what is done to the hits at once.

mod ask;
pub(super) mod bulk;
mod done;
mod find;
mod forms;
pub(super) mod hits;
mod picks;
pub(super) mod place;
mod said;

pub(super) use done::Done;
pub(super) use find::with_shelf;
pub(super) use picks::Picks;
pub(super) use said::Said;

use super::now::{Desk, Now};
use super::parts::PageProps;
use crate::core::command::{self, Command};
use crate::core::ids::LabelId;
use crate::core::many;
use crate::core::search::pattern::Fault;
use crate::i18n::desk::{Word, found};
use find::{Ask, How};
use forms::Form;
use hits::Hits;
use place::{Listing, Place};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Hits that are listed at first. The rest is counted, and listed when all are picked.
const FIRST: usize = 2000;

/// What was found, or why a pattern cannot be used, with the written forms.
type Found = (Result<Rc<Listing>, Fault>, Vec<Form>);

/// The page.
#[component]
pub fn SearchPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let asked = use_state(find::last);
    let picks = use_state(Picks::default);
    let most = use_state(|| FIRST);
    let label = use_state(|| None::<LabelId>);
    let done = use_state(|| None::<Done>);
    let next = use_mut_ref(|| 0_usize);
    let documents = now.state.documents.iter().map(|state| state.document.clone()).collect::<Vec<_>>();
    let outcome = use_memo((Ask::clone(&asked), *most, now.lang, documents), |(ask, most, lang, _)| look(now, *lang, ask, *most));
    let (found, forms) = &*outcome;
    let listing = found.clone().unwrap_or_default();
    let fault = found.as_ref().err().map(|fault| fault_words(now, fault));
    let onask = {
        let (asked, picks, most, done, next) = (asked.setter(), picks.setter(), most.setter(), done.setter(), next.clone());
        Callback::from(move |ask: Ask| {
            find::remember(&ask);
            next.replace(0);
            asked.set(ask);
            picks.set(Picks::default());
            most.set(FIRST);
            done.set(None);
        })
    };
    let onenter = {
        let (listing, desk, now) = (listing.clone(), desk.clone(), now.clone());
        Callback::from(move |back: bool| go_on(&now, &desk, &listing, &mut next.borrow_mut(), back))
    };
    let onpick = {
        let (picks, done) = (picks.clone(), done.setter());
        Callback::from(move |(places, picked): (Vec<Place>, bool)| {
            done.set(None);
            picks.set(picks.with(&places, picked));
        })
    };
    let picked = listing.places.iter().map(|place| picks.has(place)).collect::<Vec<_>>();
    let chosen = listing.places.iter().filter(|place| picks.has(place)).copied().collect::<Vec<_>>();
    let did = done.as_ref().and_then(|done| done.words(now)).map(str::to_owned);
    let said = said(now, &asked, fault.as_deref(), &listing, did.as_deref());
    let onall = {
        let (now, asked, most, onpick) = (now.clone(), Ask::clone(&asked), most.setter(), onpick.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let all = find::find(&now.state, now.lang, &asked, usize::MAX).map(|listing| listing.places).unwrap_or_default();
            most.set(usize::MAX);
            onpick.emit((all, field.checked()));
        })
    };
    html! {
        <div class="search">
            { ask::ask(now, &asked, fault.as_deref(), &onask, &onenter) }
            <Said key="said" words={said} />
            { sum(now, &asked, fault.is_some(), &listing) }
            <div key="act" class="act" hidden={listing.places.is_empty()}>
                { forms::draw(now, forms, &picks, &onpick) }
                <div key="all" class="desk-row">
                    <label key="all" class="mark"><input type="checkbox" data-action="pick-all" checked={!chosen.is_empty() && chosen.len() == listing.total()} onchange={onall} /><span>{ now.word(Word::PickAll) }</span></label>
                    <span key="count" class="small">{ if chosen.is_empty() { String::new() } else { found::chosen(now.lang, chosen.len()) } }</span>
                </div>
                { act(props, chosen, &label, &done.setter()) }
            </div>
            <p key="done" class="found-done" hidden={did.is_none()}>{ did.unwrap_or_default() }</p>
            <Hits key="hits" now={now.clone()} desk={desk.clone()} {listing} picked={Rc::new(picked)} {onpick} />
        </div>
    }
}

fn look(now: &Now, lang: crate::i18n::Lang, ask: &Ask, most: usize) -> Found {
    match find::find(&now.state, lang, ask, most) {
        Ok(listing) => {
            let forms = if listing.is_whole() { forms::forms(&now.state, &listing) } else { Vec::new() };
            (Ok(Rc::new(listing)), forms)
        }
        Err(fault) => (Err(fault), Vec::new()),
    }
}

/// Goes to the next hit, or back to the one before, and round at the ends.
fn go_on(now: &Now, desk: &Desk, listing: &Listing, next: &mut usize, back: bool) {
    let all = listing.places.len();
    if all == 0 {
        return;
    }
    // `next` is the number of hits gone to, counted round.
    *next = match (back, *next) {
        (true, 0 | 1) => all,
        (true, at) => at - 1,
        (false, at) => at % all + 1,
    };
    let place = listing.places[*next - 1];
    if let Some(document) = place.state(&now.state) {
        desk.go(&document.document.id, place.range);
    }
}

fn fault_words(now: &Now, fault: &Fault) -> String {
    match fault {
        Fault::Empty => now.word(Word::PatternUnfinished).to_owned(),
        Fault::InnerBoundary => now.word(Word::PatternBoundary).to_owned(),
        Fault::Unreadable(words) => {
            let last = words.lines().last().unwrap_or_default().trim_start_matches("error: ");
            format!("{} {}", now.word(Word::PatternUnreadable), crate::i18n::isolated(last))
        }
    }
}

/// What is said of the whole: nothing while nothing is asked.
fn said(now: &Now, ask: &Ask, fault: Option<&str>, listing: &Listing, done: Option<&str>) -> String {
    match (done, fault) {
        (Some(done), _) => done.to_owned(),
        (None, Some(_)) => String::new(),
        (None, None) if ask.is_empty() => String::new(),
        (None, None) if listing.total() == 0 => now.word(Word::FindNothing).to_owned(),
        (None, None) => found::hits_in(now.lang, listing.total(), listing.groups.len()),
    }
}

/// The number of hits, or what one can type, or what one can try.
fn sum(now: &Now, ask: &Ask, faulty: bool, listing: &Listing) -> Html {
    let total = listing.total();
    if ask.is_empty() || faulty {
        let hint = if faulty { "" } else { now.word(Word::FindHint) };
        return html! { <p key="sum" class="desk-empty" data-hits="0">{ hint }</p> };
    }
    if total == 0 {
        let what = if ask.how == How::Pattern { Word::FindNothingPattern } else { Word::FindNothingWords };
        return html! { <p key="sum" class="desk-empty" data-hits="0">{ now.word(Word::FindNothing) }{ " " }{ now.word(what) }</p> };
    }
    html! {
        <p key="sum" class="found-sum" data-hits={total.to_string()}>
            <strong key="count">{ found::hits_in(now.lang, total, listing.groups.len()) }</strong>
            <span key="keys" class="small keys-hint">{ now.word(Word::FindKeys) }</span>
        </p>
    }
}

/// The buttons for all that is picked.
fn act(
    props: &PageProps,
    chosen: Vec<Place>,
    label: &UseStateHandle<Option<LabelId>>,
    done: &UseStateSetter<Option<Done>>,
) -> Html {
    let PageProps { now, desk } = props;
    if chosen.is_empty() {
        return html! { <div key="do" hidden=true></div> };
    }
    let lang = now.lang;
    let picked = label.as_ref().or_else(|| now.state.tagset.labels.first().map(|label| &label.id)).cloned();
    let Some(picked) = picked else { return html! { <div key="do" hidden=true></div> } };
    let places = bulk::untagged(&now.state, &chosen, &picked);
    let spans = bulk::own_spans(&now.state, &chosen, None);
    let (to_tag, to_delete) = (places.len(), spans.len());
    let onlabel = {
        let label = label.setter();
        Callback::from(move |id: LabelId| label.set(Some(id)))
    };
    let ontag = {
        let (desk, done, picked) = (desk.clone(), done.clone(), picked.clone());
        Callback::from(move |_: MouseEvent| {
            let made = desk.change(|state, context| many::tag(state, context, &places, &picked));
            done.set(made.then(|| Done::just(&desk, found::was_tagged(lang, places.len()))));
        })
    };
    let ondelete = {
        let (desk, done, spans) = (desk.clone(), done.clone(), spans.clone());
        Callback::from(move |_: MouseEvent| {
            let made = desk.change(|state, context| command::run(state, context, &Command::Delete(spans.clone())));
            done.set(made.then(|| Done::just(&desk, found::was_deleted(lang, spans.len()))));
        })
    };
    let onrelabel = {
        let (desk, done) = (desk.clone(), done.clone());
        Callback::from(move |label: LabelId| {
            let made =
                desk.change(|state, context| command::run(state, context, &Command::Relabel(spans.clone(), label.clone())));
            done.set(made.then(|| Done::just(&desk, found::was_relabelled(lang, spans.len()))));
        })
    };
    let relabel = found::relabel(lang, to_delete);
    html! {
        <div key="do" class="act-rows">
            <div key="tag" class="desk-row">
                { bulk::label_choice(now, "label", Some(&picked), None, &onlabel) }
                <button key="tag" type="button" class="button primary" data-action="tag-hits" disabled={to_tag == 0} onclick={ontag}>{ found::tag(lang, to_tag) }</button>
            </div>
            <div key="change" class="desk-row" hidden={to_delete == 0}>
                { bulk::label_choice(now, "relabel", None, Some(&relabel), &onrelabel) }
                <button key="delete" type="button" class="button danger" data-action="delete-hits" onclick={ondelete}>{ found::delete(lang, to_delete) }</button>
            </div>
        </div>
    }
}
