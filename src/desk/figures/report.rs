//! The report on one page of paper: drawn when it is asked for, and shown by print alone.

use super::work::Found;
use super::{ask, draw, made};
use crate::desk::Now;
use crate::desk::marked::use_mark;
use crate::i18n::desk::figures::{Word, methods, report, summary, title, word};
use crate::i18n::shown;
use crate::web::dom;
use gloo::events::EventListener;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;
use yew::prelude::*;

/// The paper, and what is kept free on all sides. Not in the sheet of styles: it would hold for the article as well.
const PAPER: &str = "@page { size: A4; margin: 13mm; }";

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
            let paper = paper();
            // Where a page may not print, nothing is printed.
            let _ = dom::window().print();
            move || {
                drop(listener);
                if let Some(paper) = paper {
                    let all = Array::from(&dom::document().adopted_style_sheets());
                    dom::document()
                        .set_adopted_style_sheets(&all.filter(&mut |sheet, _, _| &sheet != AsRef::<JsValue>::as_ref(&paper)));
                }
            }
        });
    }
    let made = made(now, found);
    let asked = ask(now.lang, found, None, (0, 0));
    let paragraph = methods(&asked, &made);
    let all = report(&asked, &paragraph);
    let figures = all.iter().map(|told| {
        let (named, described) = (format!("report-{}", told.kind.name()), format!("report-about-{}", told.kind.name()));
        html! {
            <figure key={told.kind.name()} class="report-figure">
                <figcaption key="caption">
                    <h2 key="title" id={named.clone()}>{ title(now.lang, told.kind) }</h2>
                    <p key="about" id={described.clone()}>{ told.about.clone() }</p>
                </figcaption>
                { draw::plot(told, &named, &described) }
            </figure>
        }
    });
    html! {
        <section class="report" aria-label={word(now.lang, Word::ReportTitle)}>
            <header key="head" class="report-head">
                <h1 key="title">{ word(now.lang, Word::ReportTitle) }{ ": " }<bdi>{ shown(&now.state.project.name) }</bdi></h1>
                <p key="what">{ summary(now.lang, &found.figures) }{ " · " }<bdi>{ made.day.clone() }</bdi></p>
            </header>
            <p key="methods" class="report-methods">{ paragraph.clone() }</p>
            <div key="figures" class="report-figures">{ for figures }</div>
        </section>
    }
}

/// Gives the page its paper, with a sheet of styles of its own.
fn paper() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(PAPER).ok()?;
    let all = Array::from(&dom::document().adopted_style_sheets());
    all.push(&sheet);
    dom::document().set_adopted_style_sheets(&all);
    Some(sheet)
}
