//! The page of agreement: every pair of sets and all together, by the measures of `docs/agreement.md`; which label met
//! which; the table as files. Measuring goes on in slices and in workers, and what is found first is shown first.

mod choose;
mod crew;
mod files;
mod gammas;
mod matrix;
mod measuring;
mod overview;
mod view;
pub mod worker;

use super::parts::PageProps;
use super::slices::{Slices, Work, use_slices};
use super::{Desk, Now};
use crate::core::agreement::errands::Who;
use crate::core::agreement::gather::Gathered;
use crate::core::agreement::survey::Report;
use crate::core::agreement::told::{Kind, Told, gamma, of_all, of_pair};
use crate::core::desk::DeskPage;
use crate::i18n;
use crate::i18n::desk::agreement::{self as words, Word, word};
use gammas::{Gammas, Sought};
use matrix::Matrix;
use measuring::{Measuring, Question};
use overview::Known;
use std::rc::Rc;
use view::View;
use yew::prelude::*;

/// The page.
#[component]
pub fn AgreementPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let view = use_state(View::new);
    let sets = view.sets(&now.state);
    let question = Question {
        state: now.state.clone(),
        shapes: now.shapes.clone(),
        sets: if sets.len() > 1 { sets.clone() } else { Vec::new() },
        documents: view.documents(&now.state),
        boilerplate: view.boilerplate,
    };
    let measured = use_slices(question, Measuring::new);
    let (gathered, report) = {
        let work = measured.work.borrow();
        (work.gathered(), work.report())
    };
    let label = gathered.as_ref().and_then(|gathered| view.label(gathered));
    // Gamma waits until all else is known.
    let sought = Sought { gathered: gathered.clone().filter(|_| measured.over && report.all.is_some()), label };
    let gammas = use_slices(sought, Gammas::new);
    let workers = (measured.work.borrow().crew.given().max(gammas.work.borrow().crew.given())).to_string();
    let set = {
        let setter = view.setter();
        Callback::from(move |next: View| setter.set(next))
    };
    let body = match gathered.filter(|_| sets.len() > 1) {
        Some(gathered) => measures(props, &view, &set, &gathered, &report, &gammas, label),
        None => html! { <div key="body"></div> },
    };
    html! {
        <div class="desk-agreement" data-measured={measured.over.to_string()} data-gamma={gammas.over.to_string()} data-workers={workers}>
            <h2 key="title">{ i18n::word(now.lang, i18n::desk_page(DeskPage::Agreement)) }</h2>
            <p key="about" class="small">{ word(now.lang, Word::About) }</p>
            { too_few(now, desk, sets.len()) }
            { choose::choose(now, &view, &set) }
            { choose::label(now, &view, &set) }
            { progress(now, &measured, &gammas) }
            { body }
        </div>
    }
}

/// What the page says where there is nothing to measure.
fn too_few(now: &Now, desk: &Desk, sets: usize) -> Html {
    let desk = desk.clone();
    let show = Callback::from(move |_: MouseEvent| desk.show(Some(DeskPage::Annotators)));
    html! {
        <div key="too-few" hidden={sets > 1}>
            <p key="words" class="desk-empty">{ word(now.lang, Word::TooFew) }</p>
            <button key="gather" type="button" class="button" data-action="show-annotators" onclick={show}>{ word(now.lang, Word::Gather) }</button>
        </div>
    }
}

/// How far measuring is, with a way to stop it and to go on.
fn progress(now: &Now, measured: &Slices<Measuring>, gammas: &Slices<Gammas>) -> Html {
    let stopped = measured.work.borrow().crew.is_stopped() || gammas.work.borrow().crew.is_stopped();
    let over = measured.over && gammas.over;
    let stop = {
        let (measuring, gammas) = (measured.work.clone(), gammas.work.clone());
        Callback::from(move |_: MouseEvent| {
            measuring.borrow_mut().stop();
            gammas.borrow_mut().stop();
        })
    };
    let go_on = {
        let (measure, compute) = (measured.again.clone(), gammas.again.clone());
        let (measuring, gammas) = (measured.work.clone(), gammas.work.clone());
        Callback::from(move |_: MouseEvent| {
            // Only one of the two is ever stopped: gamma begins when all else is known.
            let (of_all, of_gamma) = (measuring.borrow_mut().crew.go_on(), gammas.borrow_mut().crew.go_on());
            if of_all {
                measure.emit(());
            } else if of_gamma {
                compute.emit(());
            }
        })
    };
    let gamma = measured.over;
    let share = if gamma { gammas.work.borrow().share() } else { measured.work.borrow().share() };
    html! {
        <div key="progress" class="desk-row agreement-progress" hidden={over && !stopped}>
            if over {
                <span key="stopped" class="small" role="status">{ word(now.lang, Word::Stopped) }</span>
                <button key="go-on" type="button" class="button small-button" data-action="agreement-go-on" onclick={go_on}>{ word(now.lang, Word::GoOn) }</button>
            } else {
                <progress key="bar" max="100" value={share.to_string()} aria-label={word(now.lang, if gamma { Word::MeasuringGamma } else { Word::Measuring })} />
                <span key="share" class="small">{ words::share(now.lang, gamma, share) }</span>
                <button key="stop" type="button" class="button small-button" data-action="agreement-stop" onclick={stop}>{ word(now.lang, Word::Stop) }</button>
            }
        </div>
    }
}

fn measures(
    props: &PageProps,
    view: &View,
    set: &Callback<View>,
    gathered: &Rc<Gathered>,
    report: &Report,
    gammas: &Slices<Gammas>,
    label: Option<usize>,
) -> Html {
    let PageProps { now, desk } = props;
    let all = known(gathered, report, &gammas.work.borrow(), label);
    let shown = view.who(gathered);
    let one = all.iter().find(|known| known.who == shown);
    html! {
        <div key="body" class="agreement-body">
            { overview::table(now, gathered, &all, view, set) }
            if let Some(one) = one { { overview::measures(now, gathered, one) } }
            if let Some(pair) = shown {
                <Matrix key="matrix" now={now.clone()} desk={desk.clone()} gathered={gathered.clone()} {pair} view={view.clone()} set={set.clone()} />
            }
            { files::files(now, desk, gathered, report, &gammas.work, label) }
        </div>
    }
}

/// What is known of every pair and, of more than two, of all together.
fn known(gathered: &Gathered, report: &Report, gammas: &Gammas, label: Option<usize>) -> Vec<Known> {
    let count = gathered.corpus.annotators;
    let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |second| Some((first, second))));
    let all = (count > 2).then_some(None).into_iter().chain(pairs);
    all.map(|who| Known { who, told: told(report, gammas, who, label) }).collect()
}

fn told(report: &Report, gammas: &Gammas, who: Who, label: Option<usize>) -> Vec<Told> {
    let pair = who.map(|who| report.pairs.iter().find(|pair| (pair.first, pair.second) == who));
    let mut told = match pair {
        Some(pair) => pair.map_or_else(Vec::new, |pair| of_pair(pair, label)),
        None => of_all(report, label),
    };
    if let Some(found) = gammas.found(who) {
        let place = told.iter().position(|one| one.kind > Kind::Gamma).unwrap_or(told.len());
        told.insert(place, gamma(&found));
    }
    told
}
