//! The table of every pair and of all together, and the list of measures of the one that is chosen.

use super::view::{View, figure, value, who_name};
use crate::core::agreement::Measure;
use crate::core::agreement::errands::Who;
use crate::core::agreement::gather::Gathered;
use crate::core::agreement::told::{Kind, Told};
use crate::desk::Now;
use crate::i18n::desk::agreement::{self as words, Word, measures, word};
use yew::prelude::*;

/// What is known of a pair or of all together.
pub struct Known {
    /// Who.
    pub who: Who,
    /// The measures, in their order; empty while they are not known.
    pub told: Vec<Told>,
}

impl Known {
    fn measure(&self, kind: Kind) -> Option<&Told> {
        self.told.iter().find(|told| told.kind == kind)
    }
}

/// The columns: of a pair Cohen's kappa, of all Fleiss'.
const COLUMNS: [Kind; 6] = [Kind::Exact, Kind::Tolerant, Kind::Cohen, Kind::Alpha, Kind::AlphaU, Kind::Gamma];

/// The table.
pub fn table(now: &Now, gathered: &Gathered, all: &[Known], view: &View, set: &Callback<View>) -> Html {
    let shown = view.who(gathered);
    let head = |kind: &Kind| {
        html! { <th key={kind.name()} scope="col" title={measures::name(now.lang, *kind)}>{ measures::short(now.lang, *kind) }</th> }
    };
    let row = |known: &Known| {
        let ids = known.who.and_then(|(one, other)| Some((gathered.sets.get(one)?.clone(), gathered.sets.get(other)?.clone())));
        let key = ids.as_ref().map_or_else(|| "together".to_owned(), |(one, other)| format!("{one} {other}"));
        let next = View { who: Some(ids), cell: None, ..view.clone() };
        let onclick = set.reform(move |_: MouseEvent| next.clone());
        let pressed = if known.who == shown { "true" } else { "false" };
        let cell = |kind: &Kind| {
            let kind = if *kind == Kind::Cohen && known.who.is_none() { Kind::Fleiss } else { *kind };
            html! { <td key={kind.name()} data-measure={kind.name()}>{ value(now, known.measure(kind)) }</td> }
        };
        html! {
            <tr key={key.clone()} data-pair={key}>
                <th key="who" scope="row"><button key="choose" type="button" class="agreement-who" aria-pressed={pressed} {onclick}>{ who_name(now, gathered, known.who) }</button></th>
                { for COLUMNS.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <div key="overview" class="agreement-scroll agreement-pairs" role="region" tabindex="0" aria-label={word(now.lang, Word::Overview)}>
            <table class="agreement-table" data-table="agreement">
                <caption key="caption" class="unseen">{ word(now.lang, Word::Overview) }</caption>
                <thead key="head"><tr><th key="who" scope="col">{ word(now.lang, Word::Who) }</th>{ for COLUMNS.iter().map(head) }</tr></thead>
                <tbody key="body">{ for all.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// All measures of one of them, each with what it means.
pub fn measures(now: &Now, gathered: &Gathered, known: &Known) -> Html {
    let each = known.told.iter().map(|told| measure(now, gathered, told, known.who.is_none()));
    let name = who_name(now, gathered, known.who);
    html! {
        <section key="measures" aria-label={word(now.lang, Word::Measures)}>
            <h3 key="title">{ word(now.lang, Word::Measures) }{ ": " }{ name }</h3>
            <ul key="list" class="agreement-measures" data-measures={known.told.len().to_string()}>{ for each }</ul>
        </section>
    }
}

fn measure(now: &Now, gathered: &Gathered, told: &Told, together: bool) -> Html {
    let lang = now.lang;
    let attribute = told.attribute.and_then(|place| gathered.attributes.get(place));
    let key = format!("{} {}", told.kind.name(), attribute.map_or("", String::as_str));
    let error =
        told.error.map(|error| html! { <bdi key="error" class="small" dir="ltr">{ format!(" ± {}", figure(error)) }</bdi> });
    let is_mean = together && !matches!(told.kind, Kind::Fleiss | Kind::Alpha | Kind::AlphaU | Kind::Gamma);
    let mut notes = Vec::new();
    if is_mean {
        notes.push(words::mean(lang).to_owned());
    }
    if let Some(excused) = told.excused {
        notes.push(words::excused(lang, excused));
    }
    if let Some(tally) = told.tally {
        notes.push(words::counts(lang, tally.shared, tally.first, tally.second));
    }
    if let Err(why) = told.value {
        notes.push(measures::why(lang, why).to_owned());
    }
    let parts = told.parts.as_ref().map(|(precision, recall)| {
        let part = |name: Word, value: &Measure| {
            let value = value.map_or_else(|_| word(lang, Word::None).to_owned(), figure);
            html! { <span key={word(lang, name)}>{ word(lang, name) }{ ": " }<bdi dir="ltr">{ value }</bdi></span> }
        };
        html! { <p key="parts" class="small agreement-parts">{ part(Word::Precision, precision) }{ part(Word::Recall, recall) }</p> }
    });
    html! {
        <li key={key.clone()} data-told={key.trim_end().to_owned()}>
            <details>
                <summary key="summary">
                    <span key="name" class="agreement-name">{ measures::name(lang, told.kind) }if let Some(attribute) = attribute { { ": " }<bdi>{ attribute }</bdi> }</span>
                    <span key="value">{ value(now, Some(told)) }{ error }</span>
                </summary>
                <p key="about" class="small">{ measures::about(lang, told.kind) }</p>
                { parts }
                <p key="source" class="small">{ word(lang, Word::Source) }{ ": " }<bdi dir="ltr">{ measures::source(told.kind) }</bdi></p>
            </details>
            <p key="notes" class="small agreement-notes" hidden={notes.is_empty()}>{ notes.join(" · ") }</p>
        </li>
    }
}
