//! The confusion matrix of a pair: which label met which, and the spans of the cell that is chosen.

use super::view::{CellAt, LISTED, View, name};
use crate::core::agreement::confusion::{Confusion, Couple, confusion};
use crate::core::agreement::gather::Gathered;
use crate::core::ids::{DocumentId, SpanId};
use crate::desk::parts::document_name;
use crate::desk::roving::{rove, stop};
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::agreement::{self as words, Word, word};
use crate::view::chip;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The most characters of a span that is listed.
const LONG: usize = 60;

/// What the matrix is drawn from.
#[derive(Properties, Clone)]
pub struct MatrixProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// What was gathered.
    pub gathered: Rc<Gathered>,
    /// The two annotators.
    pub pair: (usize, usize),
    /// What is chosen on the page.
    pub view: View,
    /// Takes what is chosen.
    pub set: Callback<View>,
}

impl PartialEq for MatrixProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.gathered, &other.gathered)
            && self.now == other.now
            && self.pair == other.pair
            && self.view == other.view
            && self.set == other.set
    }
}

/// The matrix and the list.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let MatrixProps { now, gathered, pair, view, set, .. } = props;
    let found = use_memo((Rc::as_ptr(gathered) as usize, *pair), |(_, pair)| confusion(&gathered.corpus, pair.0, pair.1));
    let (first, second) = (name(now, gathered, pair.0), name(now, gathered, pair.1));
    let side = |of: fn(&CellAt) -> Option<usize>| {
        let used = found.keys().filter_map(of).collect::<BTreeSet<_>>();
        used.into_iter().map(Some).chain([None]).collect::<Vec<_>>()
    };
    let (rows, columns) = (side(|at| at.0), side(|at| at.1));
    let stop_at = view.cell.filter(|at| rows.contains(&at.0) && columns.contains(&at.1)).or(found.keys().next().copied());
    let code = |label: Option<usize>| match label.and_then(|label| gathered.labels.get(label)) {
        Some(id) => chip(&now.state.tagset, id),
        None => html! { <span class="small">{ word(now.lang, Word::Nothing) }</span> },
    };
    let spoken = |label: Option<usize>| {
        let id = label.and_then(|label| gathered.labels.get(label));
        id.map_or_else(|| word(now.lang, Word::Nothing).to_owned(), ToString::to_string)
    };
    let cell = |row: Option<usize>, column: Option<usize>| {
        let count = found.get(&(row, column)).map_or(0, Vec::len);
        let at = (row, column);
        let next = View { cell: Some(at), most: LISTED, ..view.clone() };
        let onclick = set.reform(move |_: MouseEvent| next.clone());
        let about = words::cell(now.lang, (&first, &spoken(row)), (&second, &spoken(column)), count);
        let class = classes!("agreement-cell", (row == column).then_some("same"), (count == 0).then_some("none"));
        html! {
            <td key={spoken(column)} {class}>
                <button key="cell" type="button" data-row="" data-cell={format!("{} {}", spoken_id(gathered, row), spoken_id(gathered, column))} tabindex={stop(stop_at == Some(at))}
                    aria-label={about.clone()} title={about} aria-pressed={if view.cell == Some(at) { "true" } else { "false" }} {onclick}>
                    { if count == 0 { "·".to_owned() } else { count.to_string() } }
                </button>
            </td>
        }
    };
    let row = |row: &Option<usize>| {
        html! { <tr key={spoken(*row)}><th key="head" scope="row">{ code(*row) }</th>{ for columns.iter().map(|column| cell(*row, *column)) }</tr> }
    };
    html! {
        <section class="agreement-confusion" aria-label={word(now.lang, Word::Confusion)}>
            <h3 key="title">{ word(now.lang, Word::Confusion) }</h3>
            <p key="how" class="small">{ words::confusion_how(now.lang, &first, &second) }</p>
            <div key="scroll" class="agreement-scroll">
                <table class="agreement-matrix" data-table="confusion" data-rove="grid" data-columns={columns.len().to_string()} onkeydown={rove()}>
                    <thead key="head"><tr><td key="corner"></td>{ for columns.iter().map(|column| html! { <th key={spoken(*column)} scope="col" dir="ltr">{ code(*column) }</th> }) }</tr></thead>
                    <tbody key="body">{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
            { couples(props, &found) }
        </section>
    }
}

/// The id of a label for scripts; a dash for nothing.
fn spoken_id(gathered: &Gathered, label: Option<usize>) -> String {
    label.and_then(|label| gathered.labels.get(label)).map_or_else(|| "-".to_owned(), ToString::to_string)
}

/// The spans of the chosen cell.
fn couples(props: &MatrixProps, found: &Confusion) -> Html {
    let MatrixProps { now, gathered, pair, view, set, .. } = props;
    let Some(at) = view.cell else { return html! { <div key="couples" hidden=true></div> } };
    let all = found.get(&at).map_or(&[][..], Vec::as_slice);
    let item = |(place, couple): (usize, &Couple)| {
        let Some((document, one, other)) = gathered.couple(pair.0, pair.1, couple) else {
            return html! { <li key={place} hidden=true></li> };
        };
        html! {
            <li key={place} class="agreement-couple">
                { one.map(|span| jump(props, document, span, pair.0)) }
                { other.map(|span| jump(props, document, span, pair.1)) }
                <span key="home" class="small">{ document_name(now, &now.state, document) }</span>
            </li>
        }
    };
    let more = {
        let next = View { most: view.most + LISTED, ..view.clone() };
        set.reform(move |_: MouseEvent| next.clone())
    };
    html! {
        <div key="couples" role="status">
            <p key="none" class="desk-empty" hidden={!all.is_empty()}>{ word(now.lang, Word::CellEmpty) }</p>
            <ul key="list" data-couples={all.len().to_string()}>{ for all.iter().take(view.most).enumerate().map(item) }</ul>
            <button key="more" type="button" class="button" hidden={all.len() <= view.most} onclick={more}>{ word(now.lang, Word::More) }</button>
        </div>
    }
}

/// A span's words with its label, as a way to its place.
fn jump(props: &MatrixProps, document: &DocumentId, span: &SpanId, annotator: usize) -> Html {
    let (now, desk) = (&props.now, &props.desk);
    let (Some(home), Some(found)) = (now.state.document(document), now.state.span(document, span)) else {
        return Html::default();
    };
    let onclick = {
        let (desk, document, span) = (desk.clone(), document.clone(), span.clone());
        Callback::from(move |_: MouseEvent| desk.go_to_span(&document, &span))
    };
    let title = name(now, &props.gathered, annotator);
    html! {
        <button key={format!("{annotator}")} type="button" class="evidence" data-jump={span.to_string()} {title} {onclick}>
            { chip(&now.state.tagset, &found.label) }
            <bdi key="words" class="quote" dir={home.document.direction.name()}>{ i18n::shortened(&found.words(&home.document.text), LONG) }</bdi>
            <span key="who" class="unseen">{ name(now, &props.gathered, annotator) }</span>
        </button>
    }
}
