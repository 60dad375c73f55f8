//! Event cards, and the links that stand in none.

use super::cells::{cell, evidence, judged, marked, verdict};
use crate::core::compare::{Card, Pair, Row, Why};
use crate::core::ids::DocumentId;
use crate::core::shapes::End;
use crate::desk::parts::document_name;
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::{compare as said, compare::Word};
use yew::prelude::*;

/// An event that both documents tell of: a row for each role.
pub fn card(now: &Now, desk: &Desk, card: &Card, documents: &[DocumentId]) -> Html {
    let (name, heading) = (i18n::name(now.lang, &card.name), format!("compare-{}", card.id));
    let triggers = documents.iter().zip(&card.triggers).map(|(document, found)| cell(now, desk, found, document));
    html! {
        <section key={card.id.to_string()} class="event-card" data-event-card={card.id.to_string()}>
            <h3 key="name" id={heading.clone()} class="compare-name">{ name }</h3>
            { notes(now, &card.notes) }
            <table key="table" role="table" class="compare-table" aria-labelledby={heading}>
                { columns(now, documents, Word::Role) }
                <tbody key="rows" role="rowgroup">
                    <tr key="trigger" role="row" class="trigger">
                        <th key="name" role="rowheader" scope="row">{ said::word(now.lang, Word::Told) }</th>
                        { for triggers }
                        <td key="verdict" role="cell" class="of-verdict"></td>
                    </tr>
                    { for card.rows.iter().map(|one| row(now, desk, card, one, documents)) }
                </tbody>
            </table>
        </section>
    }
}

/// The heads of the columns.
pub fn columns(now: &Now, documents: &[DocumentId], first: Word) -> Html {
    let head = |document: &DocumentId| {
        html! { <th key={document.as_str()} role="columnheader" scope="col"><bdi>{ document_name(now, &now.state, document) }</bdi></th> }
    };
    html! {
        <thead key="head" role="rowgroup">
            <tr role="row">
                <th key="first" role="columnheader" scope="col" class="of-name"><span class="unseen">{ said::word(now.lang, first) }</span></th>
                { for documents.iter().map(head) }
                <th key="verdict" role="columnheader" scope="col" class="of-verdict"><span class="unseen">{ said::word(now.lang, Word::Verdict) }</span></th>
            </tr>
        </thead>
    }
}

fn row(now: &Now, desk: &Desk, card: &Card, row: &Row, documents: &[DocumentId]) -> Html {
    html! {
        <tr key={row.role.clone()} role="row" data-row={format!("{}.{}", card.id, row.role)} data-verdict={row.verdict.name()}>
            <th key="name" role="rowheader" scope="row">{ i18n::name(now.lang, &row.name) }</th>
            { for documents.iter().zip(&row.cells).map(|(document, found)| judged(now, desk, found, document, &row.why)) }
            <td key="verdict" role="cell" class="of-verdict">{ verdict(now, row.verdict, &row.why, &row.cells) }{ notes(now, &row.notes) }</td>
        </tr>
    }
}

/// What annotators wrote, a line each.
pub fn notes(now: &Now, notes: &[String]) -> Html {
    let lines =
        notes.iter().enumerate().map(|(place, note)| html! { <li key={place} dir="auto">{ i18n::shown_in_lines(note) }</li> });
    html! { <ul key="notes" class="compare-notes" aria-label={said::word(now.lang, Word::Notes)} hidden={notes.is_empty()}>{ for lines }</ul> }
}

/// An event that one document tells of: what fills its roles, in a line each.
pub fn alone(now: &Now, desk: &Desk, card: &Card) -> Html {
    let spans = |found: &[Vec<_>]| found.iter().flatten().map(|span| evidence(now, desk, span, false)).collect::<Html>();
    let rows = card.rows.iter().map(|row| {
        html! {
            <div key={row.role.clone()} class="alone-row"><dt>{ i18n::name(now.lang, &row.name) }</dt><dd>{ spans(&row.cells) }</dd></div>
        }
    });
    let document =
        card.events.iter().flatten().next().map(|event| document_name(now, &now.state, &event.document)).unwrap_or_default();
    html! {
        <section key={card.id.to_string()} class="event-card" data-event-card={card.id.to_string()}>
            <h3 key="name" class="compare-name">{ i18n::name(now.lang, &card.name) }<span class="small">{ document }</span></h3>
            <dl key="roles">
                <div key="told" class="alone-row"><dt>{ said::word(now.lang, Word::Told) }</dt><dd>{ spans(&card.triggers) }</dd></div>
                { for rows }
            </dl>
            { notes(now, &card.notes) }
        </section>
    }
}

/// The links that stand in no card.
pub fn pairs(now: &Now, desk: &Desk, pairs: &[Pair], documents: &[DocumentId]) -> Html {
    let row = |pair: &Pair| {
        let first = match &pair.link.from {
            End::Entity(_) => true,
            end => now.shapes.document_of(end).as_ref() == documents.first(),
        };
        let words = said::link(now.lang, &pair.link.kind, first);
        let note = Some(pair.link.note.clone()).filter(|note| !note.is_empty());
        html! {
            <tr key={pair.link.id.to_string()} role="row" data-row={pair.link.id.to_string()} data-verdict={pair.verdict.name()}>
                <th key="name" role="rowheader" scope="row">{ marked(pair.verdict, &Why::Link(pair.link.clone()), words) }</th>
                { for documents.iter().zip(&pair.cells).map(|(document, found)| cell(now, desk, found, document)) }
                <td key="verdict" role="cell" class="of-verdict">{ notes(now, &Vec::from_iter(note)) }</td>
            </tr>
        }
    };
    let name = said::word(now.lang, Word::Pairs);
    html! {
        <section key="pairs" class="event-card" data-pairs="" hidden={pairs.is_empty()}>
            <h3 key="name" id="compare-pairs" class="compare-name">{ name }</h3>
            <table key="table" role="table" class="compare-table" aria-labelledby="compare-pairs">
                { columns(now, documents, Word::Verdict) }
                <tbody key="rows" role="rowgroup">{ for pairs.iter().map(row) }</tbody>
            </table>
        </section>
    }
}
