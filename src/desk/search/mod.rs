//! Search in all documents, as one types, and what is done to the hits at once.

mod ask;
pub(super) mod bulk;
mod chosen;
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

use super::large::Doing;
use super::now::{Desk, Now};
use super::parts::PageProps;
use crate::core::command::{self, Command};
use crate::core::desk::DeskPage;
use crate::core::ids::LabelId;
use crate::core::many;
use crate::core::search::pattern::Fault;
use crate::desk::slices::{Progress, Work, use_slices};
use crate::i18n::desk::{Word, found};
use chosen::Chosen;
use find::{Ask, How, Question, Search};
use forms::Form;
use hits::Hits;
use place::{Listing, Place};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Hits that are listed at first. The rest is counted, and listed when all are picked.
const FIRST: usize = 2000;

/// What was found so far.
#[derive(Clone)]
struct Found {
    listing: Rc<Listing>,
    /// The written forms, once all is found.
    forms: Rc<Vec<Form>>,
    /// Whether all is found.
    over: bool,
}

/// The page.
#[component]
pub fn SearchPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let asked = use_state(find::last);
    let picks = use_state(Picks::default);
    let most = use_state(|| FIRST);
    let label = use_state(|| None::<LabelId>);
    let done = use_state(|| None::<Done>);
    let under_way = use_state(|| false);
    let next = use_mut_ref(|| 0_usize);
    let question = Question { ask: Ask::clone(&asked), most: *most, state: now.state.clone() };
    let slices = use_slices(question, Search::new);
    let (total, over) = (slices.work.borrow().total(), slices.over);
    let found = use_memo((Shared(slices.work.clone()), total, over, now.lang), |(work, _, over, lang)| {
        let listing = Rc::new(work.0.borrow().listing(*lang));
        let forms = if *over && listing.is_whole() { forms::forms(&now.state, &listing) } else { Vec::new() };
        Found { listing, forms: Rc::new(forms), over: *over }
    });
    let Found { listing, forms, .. } = Found::clone(&found);
    let fault = slices.work.borrow().fault().map(|fault| fault_words(now, fault));
    let share = {
        let work = slices.work.clone();
        Callback::from(move |()| work.borrow().share())
    };
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
    let did = done.as_ref().and_then(|done| done.words(now)).map(str::to_owned);
    let did = if *under_way { Some(now.word(Word::UnderWay).to_owned()) } else { did };
    let said = said(now, &asked, fault.as_deref(), &found, did.as_deref());
    let onall = {
        let (most, picks, done) = (most.setter(), picks.setter(), done.setter());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            done.set(None);
            most.set(usize::MAX);
            picks.set(if field.checked() { Picks::everything() } else { Picks::default() });
        })
    };
    let ondone = {
        let (done, desk) = (done.setter(), desk.clone());
        Callback::from(move |words: String| done.set(Some(Done::just(&desk, words))))
    };
    let label_of = label.as_ref().or_else(|| now.state.tagset.labels.first().map(|label| &label.id)).cloned();
    let chosen =
        use_memo((now.state.clone(), listing.clone(), Picks::clone(&picks), label_of), |(state, listing, picks, label)| {
            Chosen::of(state, listing, picks, label.as_ref())
        });
    html! {
        <div class="search" data-asked={asked.typed.clone()} aria-busy={(!over).then_some("true")}>
            <h2 key="title" class="unseen">{ now.word(Word::tab(DeskPage::Search)) }</h2>
            { ask::ask(now, &asked, fault.as_deref(), &onask, &onenter) }
            <Said key="said" words={said} />
            { sum(now, &asked, fault.is_some(), &found, &share) }
            <div key="act" class="act" hidden={listing.places.is_empty()}>
                { forms::draw(now, &forms, &picks, &onpick) }
                <div key="all" class="desk-row">
                    <label key="all" class="mark"><input type="checkbox" data-action="pick-all" checked={chosen.count > 0 && chosen.count == listing.total()} onchange={onall} /><span>{ now.word(Word::PickAll) }</span></label>
                    <span key="count" class="small">{ if chosen.count == 0 { String::new() } else { found::chosen(now.lang, chosen.count) } }</span>
                </div>
                { act(props, &chosen, over, &label, &Doing { desk: desk.clone(), under_way: under_way.clone(), ondone }) }
            </div>
            <p key="done" class="found-done" hidden={did.is_none()}>{ did.unwrap_or_default() }</p>
            <Hits key="hits" now={now.clone()} desk={desk.clone()} {listing} picked={chosen.picked.clone()} of={asked.key()} {onpick} />
        </div>
    }
}

/// A thing that is the same only where it is the same value.
struct Shared<T>(Rc<T>);

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
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
fn said(now: &Now, ask: &Ask, fault: Option<&str>, found: &Found, done: Option<&str>) -> String {
    let listing = &found.listing;
    match (done, fault) {
        (Some(done), _) => done.to_owned(),
        (None, Some(_)) => String::new(),
        (None, None) if ask.is_empty() => String::new(),
        (None, None) if !found.over => now.word(Word::FindLooking).to_owned(),
        (None, None) if listing.total() == 0 => now.word(Word::FindNothing).to_owned(),
        (None, None) => found::hits_in(now.lang, listing.total(), listing.groups.len()),
    }
}

/// The number of hits, or what one can type, or what one can try.
fn sum(now: &Now, ask: &Ask, faulty: bool, found: &Found, share: &Callback<(), u32>) -> Html {
    let total = found.listing.total();
    if ask.is_empty() || faulty {
        let hint = if faulty { "" } else { now.word(Word::FindHint) };
        return html! { <p key="sum" class="desk-empty" data-hits="0">{ hint }</p> };
    }
    if !found.over {
        return html! {
            <p key="sum" class="found-sum" data-found={total.to_string()}>
                <strong key="count">{ found::hits(now.lang, total) }</strong>
                <Progress key="progress" now={now.clone()} share={share.clone()} />
            </p>
        };
    }
    if total == 0 {
        let what = if ask.how == How::Pattern { Word::FindNothingPattern } else { Word::FindNothingWords };
        return html! { <p key="sum" class="desk-empty" data-hits="0">{ now.word(Word::FindNothing) }{ " " }{ now.word(what) }</p> };
    }
    html! {
        <p key="sum" class="found-sum" data-hits={total.to_string()}>
            <strong key="count">{ found::hits_in(now.lang, total, found.listing.groups.len()) }</strong>
            <span key="keys" class="small keys-hint">{ now.word(Word::FindKeys) }</span>
        </p>
    }
}

/// The buttons for all that is picked, once all is found.
fn act(props: &PageProps, chosen: &Chosen, over: bool, label: &UseStateHandle<Option<LabelId>>, doing: &Doing) -> Html {
    let now = &props.now;
    let lang = now.lang;
    let Some(picked) = chosen.label.clone().filter(|_| over && chosen.count > 0) else {
        return html! { <div key="do" hidden=true></div> };
    };
    let (places, spans) = (chosen.untagged.clone(), chosen.spans.clone());
    let (to_tag, to_delete) = (places.len(), spans.len());
    let onlabel = {
        let label = label.setter();
        Callback::from(move |id: LabelId| label.set(Some(id)))
    };
    let ontag = {
        let (doing, picked) = (doing.clone(), picked.clone());
        Callback::from(move |_: MouseEvent| {
            let (places, label) = (places.clone(), picked.clone());
            let words = found::was_tagged(lang, to_tag);
            doing.change(to_tag, words, move |state, context| many::tag(state, context, &places, &label));
        })
    };
    let ondelete = {
        let (doing, spans) = (doing.clone(), spans.clone());
        Callback::from(move |_: MouseEvent| {
            let command = Command::Delete(spans.to_vec());
            let words = found::was_deleted(lang, to_delete);
            doing.change(to_delete, words, move |state, context| command::run(state, context, &command));
        })
    };
    let onrelabel = {
        let doing = doing.clone();
        Callback::from(move |label: LabelId| {
            let command = Command::Relabel(spans.to_vec(), label);
            let words = found::was_relabelled(lang, to_delete);
            doing.change(to_delete, words, move |state, context| command::run(state, context, &command));
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
