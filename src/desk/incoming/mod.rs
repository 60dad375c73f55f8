//! The page of import: files and texts that were given, what is in them, and the question whether to take it.

mod arrival;
mod doubts;
mod give;
mod waiting;
mod work;

pub use waiting::{Trouble, Waiting, Work};

use super::now::{Desk, Now};
use super::parts::PageProps;
use super::tagset::files::what;
use crate::core::desk::DeskPage;
use crate::format::exchange::bring::Taking;
use crate::format::native::Opened;
use crate::i18n::desk::exchange::{self, Word};
use crate::i18n::desk::{self, files::told};
use std::rc::Rc;
use yew::prelude::*;

/// What was given.
#[derive(Debug, Clone)]
pub enum Incoming {
    /// It is being read: how many parts are, and of how many.
    Reading(usize, usize),
    /// It waits to be looked at.
    Ready(Rc<Waiting>),
}

/// What waits, shared: two are equal where they are the same value.
#[derive(Clone)]
struct Shared(Rc<Waiting>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The page.
#[component]
pub fn ImportPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let word = |word| exchange::word(now.lang, word);
    let body = match &now.incoming {
        None => html! { <give::Give key="give" now={now.clone()} desk={desk.clone()} /> },
        Some(Incoming::Reading(done, all)) => html! {
            <div key="reading" role="status">
                <p key="words">{ word(Word::Reading) }{ " " }{ exchange::progress(now.lang, *done, *all) }</p>
                <progress key="bar" value={done.to_string()} max={all.to_string()} aria-label={word(Word::Reading)} />
            </div>
        },
        Some(Incoming::Ready(waiting)) => {
            html! { <Ready key="ready" now={now.clone()} desk={desk.clone()} waiting={Shared(waiting.clone())} /> }
        }
    };
    html! {
        <div class="desk-import">
            <h2 key="title">{ word(Word::Import) }</h2>
            { body }
        </div>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct ReadyProps {
    now: Now,
    desk: Desk,
    waiting: Shared,
}

/// What waits, and what to do with it.
#[component]
fn Ready(props: &ReadyProps) -> Html {
    let ReadyProps { now, desk, waiting } = props;
    let taking = use_state(|| Taking { own: true, annotator: String::new(), name: String::new() });
    let word = |word| exchange::word(now.lang, word);
    let waiting = &waiting.0;
    let edit = |place: usize| {
        let (desk, waiting) = (desk.clone(), waiting.clone());
        Callback::from(move |work: Work| {
            let mut next = Waiting::clone(&waiting);
            next.works[place] = Rc::new(work);
            desk.put_incoming(Some(Incoming::Ready(Rc::new(next))));
        })
    };
    let spans = waiting.works.iter().any(|work| work.arrivals.iter().any(|arrival| !arrival.raw.spans.is_empty()));
    let wanted = waiting.works.iter().any(|work| work.arrivals.iter().any(|arrival| arrival.wanted));
    let take = {
        let (desk, waiting, taking) = (desk.clone(), waiting.clone(), Taking::clone(&taking));
        Callback::from(move |_: MouseEvent| {
            let named = waiting.works.first().map_or_else(String::new, |work| work.file.clone());
            let annotator = if taking.annotator.trim().is_empty() { named } else { taking.annotator.trim().to_owned() };
            desk.take_incoming(&waiting, &Taking { annotator, ..taking.clone() });
        })
    };
    let leave = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.put_incoming(None))
    };
    html! {
        <>
            { labels(now, desk) }
            { for waiting.troubles.iter().enumerate().map(|(place, trouble)| say_trouble(now, place, trouble)) }
            { for waiting.works.iter().enumerate().map(|(place, work)| work::draw(now, place, work, &edit(place))) }
            if spans {
                { whose(now, &taking) }
            }
            <div key="do" class="desk-row import-do">
                <button key="take" type="button" class="button primary" data-action="import-take" hidden={!wanted} onclick={take}>{ word(Word::Take) }</button>
                <button key="leave" type="button" class="button" data-action="import-leave" onclick={leave}>{ word(Word::Cancel) }</button>
            </div>
        </>
    }
}

/// Files of labels that came along: they wait on a page of their own.
fn labels(now: &Now, desk: &Desk) -> Html {
    if now.tagsets.is_empty() {
        return html! {};
    }
    let desk = desk.clone();
    let show = Callback::from(move |_: MouseEvent| desk.show(Some(DeskPage::Tagset)));
    html! {
        <div key="labels" class="desk-row" data-tagset-files={now.tagsets.len().to_string()}>
            { for now.tagsets.iter().map(|file| html! { <span key={file.0.as_str()}>{ what(now, file) }</span> }) }
            <button key="show" type="button" class="button" data-action="show-tagset" onclick={show}>{ now.word(desk::Word::tab(DeskPage::Tagset)) }</button>
        </div>
    }
}

fn say_trouble(now: &Now, place: usize, trouble: &Trouble) -> Html {
    let words = match trouble {
        Trouble::Exchange(fault) => exchange::fault(now.lang, fault),
        Trouble::Text(file, fault) => exchange::text_fault(now.lang, file, fault),
        Trouble::Unread(file, fault) => told(now.lang, &Opened::Unreadable(file.clone(), *fault)),
    };
    html! { <p key={format!("trouble-{place}")} class="desk-refusal" role="alert" data-trouble="">{ words }</p> }
}

/// Whose the annotations become.
fn whose(now: &Now, taking: &UseStateHandle<Taking>) -> Html {
    let word = |word| exchange::word(now.lang, word);
    let choice = |own: bool, name: Word| {
        let taking = taking.clone();
        let on = taking.own == own;
        let onchange = Callback::from(move |_: Event| taking.set(Taking { own, ..Taking::clone(&taking) }));
        html! {
            <label key={own.to_string()} class="check">
                <input key="box" type="radio" name="import-whose" value={own.to_string()} checked={on} {onchange} />
                <span key="name">{ word(name) }</span>
            </label>
        }
    };
    let oninput = {
        let taking = taking.clone();
        Callback::from(move |event: InputEvent| {
            let annotator = super::field::text_of(event.target_dyn_into());
            taking.set(Taking { annotator, ..Taking::clone(&taking) });
        })
    };
    html! {
        <fieldset key="whose">
            <legend key="legend" class="small">{ word(Word::As) }</legend>
            { choice(true, Word::AsOwn) }
            { choice(false, Word::AsOther) }
            if !taking.own {
                <label key="annotator" class="desk-named">
                    <span key="name" class="small">{ word(Word::Annotator) }</span>
                    <input key="field" class="desk-field" type="text" dir="auto" data-field="annotator" value={taking.annotator.clone()} {oninput} />
                </label>
            }
        </fieldset>
    }
}
