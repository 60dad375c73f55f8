//! A figure as the page shows it: the drawing, and the table behind it.

use crate::core::figures::svg::{Element, Paint, elements, view_box};
use crate::core::figures::table::{Cell, Table};
use crate::i18n::Lang;
use crate::i18n::desk::figures::{Told, beginning};
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

/// The most rows of a table that the page shows; the CSV has all.
const ROWS: usize = 60;

/// The drawing. It is named and described by the elements of these ids.
pub fn plot(told: &Told, named: &str, described: &str) -> Html {
    let drawn = elements(&told.plot, &Paint::PAGE).into_iter().map(element);
    html! {
        <svg key="plot" class="plot" viewBox={view_box(&told.plot)} role="img" aria-labelledby={named.to_owned()} aria-describedby={described.to_owned()}>
            { for drawn }
        </svg>
    }
}

fn element(of: Element) -> Html {
    let mut tag = VTag::new(of.name);
    for (name, value) in of.attributes {
        tag.add_attribute(name, value);
    }
    if !of.words.is_empty() {
        tag.add_child(VNode::from(VText::new(of.words)));
    }
    VNode::from(tag)
}

/// The table, named by a title.
pub fn table(lang: Lang, table: &Table, title: &str) -> Html {
    let heads = table.heads.iter().enumerate().map(|(place, head)| {
        html! {
            <th key={place} scope="col">
                <bdi key="name">{ head.name.clone() }</bdi>
                if !head.unit.is_empty() { <span key="unit" class="small">{ format!(" ({})", head.unit) }</span> }
            </th>
        }
    });
    let rows = table.rows.iter().take(ROWS).enumerate().map(|(place, row)| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let number = cell.is_number().then_some("number");
            let written = html! { <bdi>{ cell.written() }</bdi> };
            if column == 0 {
                html! { <th key={column} scope="row" class={classes!(number)}>{ written }</th> }
            } else {
                html! { <td key={column} class={classes!(number)} data-empty={matches!(cell, Cell::Nothing).then_some("")}>{ written }</td> }
            }
        });
        html! { <tr key={place}>{ for cells }</tr> }
    });
    let all = table.rows.len();
    html! {
        <>
            <div key="scroll" class="figure-scroll" role="region" tabindex="0" aria-label={title.to_owned()}>
                <table class="figure-table">
                    <thead key="head"><tr>{ for heads }</tr></thead>
                    <tbody key="rows">{ for rows }</tbody>
                </table>
            </div>
            <p key="rest" class="small" hidden={all <= ROWS}>{ beginning(lang, ROWS, all) }</p>
        </>
    }
}
