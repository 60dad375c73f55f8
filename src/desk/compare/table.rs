//! The table: who is named by which document, and the figures.

use super::Compared;
use super::card::{columns, notes};
use super::cells::{cell, evidence, verdict};
use crate::core::compare::{Cell, EntityRow, FigureRow, Why};
use crate::core::ids::DocumentId;
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::compare::{self as said, Word};
use crate::view::chip;
use yew::prelude::*;

/// The table, figures first: there the documents differ most plainly.
pub fn table(now: &Now, desk: &Desk, compared: &Compared) -> Html {
    let (table, documents) = (&compared.table, &compared.documents);
    html! {
        <table key="table" role="table" class="compare-table" data-table="compare" aria-label={said::word(now.lang, Word::Table)}>
            { columns(now, documents, Word::Entity) }
            { head("figures", said::word(now.lang, Word::Figures), table.figures.is_empty()) }
            <tbody key="figures" role="rowgroup">{ for table.figures.iter().map(|row| figure(now, desk, row, documents)) }</tbody>
            { head("entities", said::word(now.lang, Word::Entities), table.entities.is_empty()) }
            <tbody key="entities" role="rowgroup">{ for table.entities.iter().map(|row| entity(now, desk, row, documents)) }</tbody>
        </table>
    }
}

/// The heading of a part.
fn head(key: &'static str, name: &'static str, hidden: bool) -> Html {
    html! {
        <tbody key={format!("head-{key}")} role="rowgroup" {hidden}>
            <tr role="row" class="part"><th role="columnheader" scope="colgroup" colspan="4">{ name }</th></tr>
        </tbody>
    }
}

fn figure(now: &Now, desk: &Desk, row: &FigureRow, documents: &[DocumentId]) -> Html {
    let name = match &row.names {
        Some((event, role)) => {
            html! { <><span key="event">{ i18n::name(now.lang, event) }</span><span key="role">{ i18n::name(now.lang, role) }</span></> }
        }
        None => html! { <span key="figure">{ said::word(now.lang, Word::Figure) }</span> },
    };
    html! {
        <tr key={row.id.clone()} role="row" data-row={row.id.clone()} data-verdict={row.verdict.name()} class="figures">
            <th key="name" role="rowheader" scope="row">{ name }</th>
            { for documents.iter().zip(&row.cells).map(|(document, found)| cell(now, desk, found, document)) }
            <td key="verdict" role="cell" class="of-verdict">{ verdict(now, row.verdict, &row.why, &row.cells) }{ notes(now, &row.notes) }</td>
        </tr>
    }
}

fn entity(now: &Now, desk: &Desk, row: &EntityRow, documents: &[DocumentId]) -> Html {
    let entity = &row.entity;
    let kind = entity.kind.as_deref().map(|kind| chip(&now.state.tagset, &kind.into()));
    let why = if row.verdict == crate::core::compare::Verdict::Agree { Why::Same } else { Why::OneReport };
    // That both name it is seen: only where one alone does is it said.
    let said = (why == Why::OneReport).then(|| verdict(now, row.verdict, &why, &row.cells));
    html! {
        <tr key={entity.id.to_string()} role="row" data-row={entity.id.to_string()} data-verdict={row.verdict.name()}>
            <th key="name" role="rowheader" scope="row"><bdi key="name">{ i18n::shown(&entity.name) }</bdi>{ kind }</th>
            { for documents.iter().zip(&row.cells).map(|(document, found)| mentions(now, desk, found, document)) }
            <td key="verdict" role="cell" class="of-verdict">{ said }</td>
        </tr>
    }
}

/// How often a document mentions it, and the first words that do.
fn mentions(now: &Now, desk: &Desk, found: &Cell, document: &DocumentId) -> Html {
    let Some(first) = found.first() else { return cell(now, desk, found, document) };
    let count =
        (found.len() > 1).then(|| html! { <span key="count" class="small">{ said::mentions(now.lang, found.len()) }</span> });
    html! { <td key={document.as_str()} role="cell" data-column={document.to_string()}>{ evidence(now, desk, first, false) }{ count }</td> }
}
