//! The page that holds against each other what two documents say: a card for each event, and a table of who is named
//! and of the figures.

mod card;
mod cells;
mod pick;
mod table;

use super::parts::PageProps;
use super::{Desk, Now};
use crate::core::compare::{self, Card, Pair, Table, Verdict, csv::csv};
use crate::core::desk::DeskPage;
use crate::core::ids::DocumentId;
use crate::i18n;
use crate::i18n::desk::compare::{self as words, Word};
use crate::web::page;
use std::rc::Rc;
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Debug, PartialEq)]
struct Compared {
    documents: Vec<DocumentId>,
    cards: Vec<Card>,
    pairs: Vec<Pair>,
    table: Table,
}

impl Compared {
    fn of(now: &Now, documents: Vec<DocumentId>) -> Self {
        let (state, shapes) = (&*now.state, &*now.shapes);
        let cards = compare::cards(state, shapes, &documents);
        let pairs = compare::pairs(state, shapes, &documents, &cards);
        let table = compare::table(state, shapes, &documents, &cards, &pairs);
        Self { documents, cards, pairs, table }
    }

    fn is_empty(&self) -> bool {
        self.cards.is_empty() && self.pairs.is_empty() && self.table.entities.is_empty()
    }

    /// The events that both documents tell of.
    fn shared(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.reports() > 1)
    }

    /// How many rows and links say that the documents differ.
    fn differences(&self) -> usize {
        let rows = self.shared().flat_map(|card| &card.rows).map(|row| row.verdict);
        rows.chain(self.pairs.iter().map(|pair| pair.verdict)).filter(|verdict| *verdict == Verdict::Differ).count()
    }
}

/// The page.
#[component]
pub fn ComparePage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let chosen = use_state(|| None::<(DocumentId, DocumentId)>);
    let in_table = use_state(|| false);
    let two = pick::two(now, chosen.as_ref());
    // The shapes are made anew for each state and for nothing else.
    let compared = use_memo((Rc::as_ptr(&now.shapes) as usize, two.clone()), |(_, two)| {
        two.as_ref().map(|(one, other)| Compared::of(now, vec![one.clone(), other.clone()]))
    });
    let Some(compared) = &*compared else { return nothing(now, Word::OneDocument) };
    let show = |table: bool| {
        let setter = in_table.setter();
        Callback::from(move |_: MouseEvent| setter.set(table))
    };
    let view = |table: bool, word: Word, name: &'static str| {
        html! {
            <button key={name} type="button" class="choice" data-view={name} data-first={(!table).then_some("")} aria-pressed={if *in_table == table { "true" } else { "false" }} onclick={show(table)}>
                { words::word(now.lang, word) }
            </button>
        }
    };
    let body = match (compared.is_empty(), *in_table) {
        (true, _) => nothing(now, Word::NothingHow),
        (false, true) => table::table(now, desk, compared),
        (false, false) => events(now, desk, compared),
    };
    html! {
        <div class="desk-compare">
            <h2 key="title" class="unseen">{ i18n::word(now.lang, i18n::desk_page(DeskPage::Compare)) }</h2>
            { pick::pick(now, two.as_ref(), &chosen) }
            <div key="head" class="desk-row compare-head">
                <div key="views" class="choices" role="group" aria-label={words::word(now.lang, Word::View)}>
                    { view(false, Word::Events, "events") }{ view(true, Word::Table, "table") }
                </div>
                <button key="csv" type="button" class="button small-button" data-action="compare-csv" disabled={compared.is_empty()} onclick={download(now, desk, &compared.documents)}>
                    { words::word(now.lang, Word::Csv) }
                </button>
            </div>
            <div key="body">{ body }</div>
        </div>
    }
}

fn events(now: &Now, desk: &Desk, compared: &Compared) -> Html {
    let shared = compared.shared().count();
    let alone = compared.cards.iter().filter(|one| one.reports() == 1).collect::<Vec<_>>();
    html! {
        <>
            <p key="summary" class="small" data-summary="">{ words::summary(now.lang, shared, compared.differences()) }</p>
            { for compared.shared().map(|one| card::card(now, desk, one, &compared.documents)) }
            { card::pairs(now, desk, &compared.pairs, &compared.documents) }
            <details key="alone" class="compare-alone" hidden={alone.is_empty()}>
                <summary>{ format!("{} ({})", words::word(now.lang, Word::Alone), alone.len()) }</summary>
                { for alone.into_iter().map(|one| card::alone(now, desk, one)) }
            </details>
        </>
    }
}

/// What the page says where it has nothing to show.
fn nothing(now: &Now, how: Word) -> Html {
    let href = format!("?project={}", page::EXAMPLE);
    html! {
        <div class="desk-compare">
            <p key="nothing" class="desk-empty">{ words::word(now.lang, Word::Nothing) }</p>
            <p key="how" class="small">{ words::word(now.lang, how) }</p>
            <p key="example" hidden={now.state.project.id == page::EXAMPLE}><a {href}>{ words::word(now.lang, Word::Example) }</a></p>
        </div>
    }
}

/// Offers the table as CSV.
fn download(now: &Now, desk: &Desk, documents: &[DocumentId]) -> Callback<MouseEvent> {
    let (now, desk, documents) = (now.clone(), desk.clone(), documents.to_vec());
    Callback::from(move |_: MouseEvent| {
        let table = Compared::of(&now, documents.clone()).table;
        let text = csv(&table, &now.state, &now.shapes, |name| i18n::name_as_written(now.lang, name).to_owned());
        let today = page::now();
        let day = today.get(..10).unwrap_or_default();
        desk.offer(&format!("hashiya-{}-comparison-{day}.csv", now.state.project.id), &text);
    })
}
