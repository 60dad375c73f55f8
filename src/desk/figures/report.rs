//! The report on one page of paper: drawn when it is asked for, and shown by print alone.

use super::work::Found;
use super::{ask, draw, made};
use crate::core::figures::kind::Kind;
use crate::desk::Now;
use crate::desk::marked::use_mark;
use crate::i18n::desk::figures::{Word, methods, summary, title, told, word};
use crate::i18n::shown;
use crate::web::dom;
use gloo::events::EventListener;
use std::rc::Rc;
use yew::prelude::*;

/// The most rows and columns of a drawing: with these all of them stand on one page of A4.
const MOST: (usize, usize) = (8, 8);

/// What the report is drawn from.
#[derive(Properties, Clone)]
pub struct ReportProps {
    /// The desk at this moment.
    pub now: Now,
    /// What was counted.
    pub found: Rc<Found>,
    /// Called when it was printed, or was not.
    pub done: Callback<()>,
}

impl PartialEq for ReportProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now && Rc::ptr_eq(&self.found, &other.found)
    }
}

/// The report. It has itself printed once it is there.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let ReportProps { now, found, done } = props;
    use_mark("data-report", Some(""));
    {
        let done = done.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&dom::window(), "afterprint", move |_| done.emit(()));
            // Where a page may not print, nothing is printed.
            let _ = dom::window().print();
            move || drop(listener)
        });
    }
    let asked = ask(now.lang, found, None, MOST);
    let all = Kind::ALL.into_iter().filter_map(|kind| told(&asked, kind));
    let figures = all.map(|told| {
        let (named, described) = (format!("report-{}", told.kind.name()), format!("report-about-{}", told.kind.name()));
        html! {
            <figure key={told.kind.name()} class="report-figure">
                <figcaption key="caption">
                    <h2 key="title" id={named.clone()}>{ title(now.lang, told.kind) }</h2>
                    <p key="about" id={described.clone()}>{ told.about.clone() }</p>
                </figcaption>
                { draw::plot(&told, &named, &described) }
            </figure>
        }
    });
    let made = made(now, found);
    html! {
        <section class="report" aria-label={word(now.lang, Word::ReportTitle)}>
            <header key="head" class="report-head">
                <h1 key="title">{ word(now.lang, Word::ReportTitle) }{ ": " }<bdi>{ shown(&now.state.project.name) }</bdi></h1>
                <p key="what">{ summary(now.lang, &found.figures) }{ " · " }<bdi>{ made.day.clone() }</bdi></p>
            </header>
            <p key="methods" class="report-methods">{ methods(&asked, &made) }</p>
            <div key="figures" class="report-figures">{ for figures }</div>
        </section>
    }
}
