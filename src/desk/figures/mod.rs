//! The page of figures: counts and drawings of what is annotated, a table behind each, files of them, a report to print and
//! a paragraph on methods.

mod chosen;
mod draw;
mod faces;
mod figure;
mod paragraph;
mod picture;
mod report;
mod save;
mod work;

use super::parts::PageProps;
use super::slices::{Progress, use_slices};
use super::{Desk, Now};
use crate::core::desk::DeskPage;
use crate::core::figures::kind::Kind;
use crate::core::ids::LabelId;
use crate::i18n::desk::figures::{Ask, Made, Told, Word, summary, told, word};
use crate::i18n::{self, Lang};
use crate::web::page;
use chosen::Chosen;
use std::rc::Rc;
use work::{Counting, Found, Question};
use yew::prelude::*;

/// The most rows and columns of a drawing on the page.
const MOST: (usize, usize) = (24, 12);

/// How the page asks for figures.
fn ask(lang: Lang, found: &Found, label: Option<usize>, most: (usize, usize)) -> Ask<'_> {
    let (state, figures, heat) = (&*found.question.state, &found.figures, &found.heat);
    Ask { lang, state, figures, heat, within: found.question.wish.within, label, most }
}

/// By what and when the figures are made.
fn made(now: &Now, found: &Found) -> Made {
    let leftovers = chosen::has_leftovers(&now.state).then_some(found.question.wish.boilerplate);
    let day = page::now().get(..10).unwrap_or_default().to_owned();
    Made { version: env!("CARGO_PKG_VERSION").to_owned(), day, leftovers }
}

/// The page.
#[component]
pub fn FiguresPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let chosen = use_state(Chosen::default);
    let label = use_state(|| None::<LabelId>);
    let said = use_state(|| None::<Word>);
    let printing = use_state(|| false);
    let last = use_mut_ref(|| None::<Rc<Found>>);
    let question = Question { state: now.state.clone(), wish: chosen.wish(&now.state) };
    let counting = use_slices(question, Counting::new);
    if counting.over {
        last.replace(counting.work.borrow().found());
    }
    let found = last.borrow().clone();
    let figures = use_memo((found.as_ref().map(Rc::as_ptr), now.lang, (*label).clone()), |(_, lang, label)| {
        let Some(found) = &found else { return Vec::new() };
        let place = label.as_ref().and_then(|id| found.figures.labels.iter().position(|label| label == id));
        let ask = ask(*lang, found, place, MOST);
        Kind::ALL.into_iter().filter_map(|kind| told(&ask, kind)).map(Rc::new).collect::<Vec<Rc<Told>>>()
    });
    let say = {
        let (said, desk, lang) = (said.setter(), desk.clone(), now.lang);
        Callback::from(move |one: Word| {
            said.set(Some(one));
            desk.say(word(lang, one));
        })
    };
    let set = {
        let chosen = chosen.setter();
        Callback::from(move |next: Chosen| chosen.set(next))
    };
    let progress = (!counting.over).then(|| {
        let work = counting.work.clone();
        let share = Callback::from(move |()| crate::desk::slices::Work::share(&*work.borrow()));
        html! { <Progress now={now.clone()} {share} /> }
    });
    let body = match &found {
        Some(found) if !found.figures.spans.is_empty() => {
            html! { <>{ head(now, found, &printing) }{ all(now, desk, found, &figures, &label, &say) }</> }
        }
        Some(found) => nothing(now, found),
        None => Html::default(),
    };
    let report = found.clone().filter(|found| *printing && !found.figures.spans.is_empty()).map(|found| {
        let printing = printing.setter();
        let done = Callback::from(move |()| printing.set(false));
        html! { <report::Report now={now.clone()} {found} {done} /> }
    });
    html! {
        <div class="desk-figures">
            <h2 key="title" class="unseen">{ i18n::word(now.lang, i18n::desk_page(DeskPage::Figures)) }</h2>
            { chosen::choices(now, &chosen, &set) }
            <div key="progress" class="figures-progress">{ progress }</div>
            <p key="said" class="small" hidden={said.is_none()} data-said="">{ said.map(|one| word(now.lang, one)).unwrap_or_default() }</p>
            <div key="body">{ body }</div>
            { report }
        </div>
    }
}

/// What is counted, and the button for the report.
fn head(now: &Now, found: &Rc<Found>, printing: &UseStateHandle<bool>) -> Html {
    let onclick = {
        let printing = printing.setter();
        Callback::from(move |_: MouseEvent| printing.set(true))
    };
    html! {
        <div key="head" class="desk-row figures-head">
            <p key="summary" class="small" data-summary="" role="status">{ summary(now.lang, &found.figures) }</p>
            <button key="report" type="button" class="button small-button" data-action="figures-report" {onclick}>{ word(now.lang, Word::Report) }</button>
        </div>
    }
}

fn all(
    now: &Now,
    desk: &Desk,
    found: &Rc<Found>,
    figures: &[Rc<Told>],
    label: &UseStateHandle<Option<LabelId>>,
    say: &Callback<Word>,
) -> Html {
    let each = figures.iter().map(|told| {
        let tools = (told.kind == Kind::Forms).then(|| figure::labels(now, &found.figures, label));
        figure::figure(now, desk, told, tools, say)
    });
    html! { <>{ for each }{ paragraph::paragraphs(now, found, say) }</> }
}

/// What the page says where it has nothing to show.
fn nothing(now: &Now, found: &Found) -> Html {
    let href = format!("?project={}", page::EXAMPLE);
    let any = now.state.documents.iter().any(|one| one.spans.iter().next().is_some());
    let chosen = found.question.wish.documents.is_empty() || found.question.wish.sets.is_empty();
    html! {
        <>
            <p key="nothing" class="desk-empty" role="status">{ word(now.lang, if any && chosen { Word::NothingChosen } else { Word::Nothing }) }</p>
            <p key="how" class="small" hidden={any}>{ word(now.lang, Word::NothingHow) }</p>
            <p key="example" hidden={any || now.state.project.id == page::EXAMPLE}><a {href}>{ word(now.lang, Word::Example) }</a></p>
        </>
    }
}
