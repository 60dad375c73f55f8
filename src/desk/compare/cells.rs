//! What a cell shows: the words of its spans, each a way to its place; and the mark of a verdict.

use crate::core::command::SpanRef;
use crate::core::compare::{Cell, Verdict, Why, csv::words, figure};
use crate::core::ids::DocumentId;
use crate::desk::parts::document_name;
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::compare::{self as said, Word};
use yew::prelude::*;

/// The most characters of a span that a cell shows.
const LONG: usize = 90;

/// The spans of a document in a row.
pub fn cell(now: &Now, desk: &Desk, cell: &Cell, document: &DocumentId) -> Html {
    judged(now, desk, cell, document, &Why::Same)
}

/// The spans of a document in a row; those that the other document lacks are marked.
pub fn judged(now: &Now, desk: &Desk, cell: &Cell, document: &DocumentId, why: &Why) -> Html {
    let is_alone = |span: &SpanRef| matches!(why, Why::Partly(alone) if alone.contains(span));
    let nothing = cell
        .is_empty()
        .then(|| html! { <span key="nothing" class="small compare-nothing">{ said::word(now.lang, Word::NotSaid) }</span> });
    html! {
        <td key={document.as_str()} role="cell" class={classes!(cell.is_empty().then_some("without"))} data-column={document.to_string()}>
            { for cell.iter().map(|span| evidence(now, desk, span, is_alone(span))) }{ nothing }
        </td>
    }
}

/// A span's words, as a way to its place; marked where the other document lacks it.
pub fn evidence(now: &Now, desk: &Desk, span: &SpanRef, alone: bool) -> Html {
    let (document, id) = span;
    let Some(state) = now.state.document(document) else { return Html::default() };
    let text = words(&now.state, span);
    // The figure is told where the words do not show it: ثلاثة, 3.
    let value = figure(&now.state, &now.shapes, span).filter(|value| !text.contains(value.as_str()));
    let onclick = {
        let (desk, span) = (desk.clone(), span.clone());
        Callback::from(move |_: MouseEvent| desk.go_to_span(&span.0, &span.1))
    };
    let title = document_name(now, &now.state, document);
    html! {
        <button key={id.as_str()} type="button" class={classes!("evidence", alone.then_some("alone"))} data-jump={id.to_string()} {title} {onclick}>
            <bdi key="words" class="quote" lang={state.document.language.clone()} dir={state.document.direction.name()}>{ i18n::shortened(&text, LONG) }</bdi>
            if let Some(value) = value { <bdi key="figure" class="small">{ value }</bdi> }
            if alone { <span key="alone" class="unseen">{ said::word(now.lang, Word::Only) }</span> }
        </button>
    }
}

/// The mark and the words of a verdict on these cells.
pub fn verdict(now: &Now, verdict: Verdict, why: &Why, cells: &[Cell]) -> Html {
    let one = cells.iter().position(|cell| !cell.is_empty()).unwrap_or_default();
    marked(verdict, why, said::verdict(now.lang, verdict, why, one).to_owned())
}

/// The mark of a verdict, and words for it.
pub fn marked(verdict: Verdict, why: &Why, words: String) -> Html {
    html! {
        <span key="verdict" class={classes!("verdict", matches!(why, Why::Partly(_)).then_some("partly"))} data-verdict={verdict.name()}>
            <span key="mark" class="verdict-mark" aria-hidden="true">{ said::mark(verdict, why) }</span>
            <span key="words">{ words }</span>
        </span>
    }
}
