//! The measures as files.

use super::gammas::Gammas;
use super::view::name;
use crate::core::agreement::csv::{Row, csv, json};
use crate::core::agreement::gather::Gathered;
use crate::core::agreement::survey::Report;
use crate::core::agreement::told::{Told, gamma, of_all, of_pair};
use crate::desk::{Desk, Now};
use crate::format::json as text;
use crate::i18n::desk::agreement::{Word, word};
use crate::web::page;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Offers the table as CSV and as JSON. Gamma is in it as far as it is known: of the label that is shown.
pub fn files(
    now: &Now,
    desk: &Desk,
    gathered: &Rc<Gathered>,
    report: &Report,
    gammas: &Rc<RefCell<Gammas>>,
    label: Option<usize>,
) -> Html {
    let known = report.all.is_some();
    let offer = |ending: &'static str| {
        let (now, desk, gathered, report, gammas) = (now.clone(), desk.clone(), gathered.clone(), report.clone(), gammas.clone());
        Callback::from(move |_: MouseEvent| {
            let rows = rows(&now, &gathered, &report, &gammas.borrow(), label);
            let today = page::now();
            let day = today.get(..10).unwrap_or_default();
            let content = if ending == "csv" { csv(&rows) } else { file(&now, &gathered, &rows, &today) };
            desk.offer(&format!("hashiya-{}-agreement-{day}.{ending}", now.state.project.id), &content);
        })
    };
    html! {
        <div key="files" class="desk-row agreement-files">
            <button key="csv" type="button" class="button small-button" data-action="agreement-csv" disabled={!known} onclick={offer("csv")}>{ word(now.lang, Word::Csv) }</button>
            <button key="json" type="button" class="button small-button" data-action="agreement-json" disabled={!known} onclick={offer("json")}>{ word(now.lang, Word::Json) }</button>
            <span key="about" class="small">{ word(now.lang, Word::FileAbout) }</span>
        </div>
    }
}

/// All measures of every pair and of all together, on all labels and on each that somebody used.
fn rows(now: &Now, gathered: &Gathered, report: &Report, gammas: &Gammas, shown: Option<usize>) -> Vec<Row> {
    let used = |label: &usize| {
        let mut units = gathered.corpus.pages.iter().flat_map(|page| page.units.iter().flatten());
        units.any(|unit| unit.label == *label)
    };
    let labels = std::iter::once(None).chain((0..gathered.labels.len()).filter(used).map(Some)).collect::<Vec<_>>();
    let pairs = report.pairs.iter().map(|pair| Some((pair.first, pair.second)));
    let all = std::iter::once(None).filter(|_: &Option<_>| gathered.sets.len() > 2).chain(pairs);
    let mut rows = Vec::new();
    for who in all {
        let names = who.map(|(first, second)| (name(now, gathered, first), name(now, gathered, second)));
        for label in &labels {
            let pair = who.and_then(|who| report.pairs.iter().find(|pair| (pair.first, pair.second) == who));
            let mut told = pair.map_or_else(|| of_all(report, *label), |pair| of_pair(pair, *label));
            told.extend(gammas.found(who).filter(|_| *label == shown).map(|found| gamma(&found)));
            rows.extend(told.into_iter().map(|told: Told| Row {
                pair: names.clone(),
                label: label.and_then(|label| gathered.labels.get(label)).map(ToString::to_string),
                about: told.attribute.and_then(|place| gathered.attributes.get(place)).cloned(),
                told,
            }));
        }
    }
    rows
}

/// The rows as JSON, with what was measured and when.
fn file(now: &Now, gathered: &Gathered, rows: &[Row], at: &str) -> String {
    let names = (0..gathered.sets.len()).map(|place| Value::from(name(now, gathered, place))).collect::<Vec<_>>();
    let documents = gathered.documents.iter().map(|id| Value::from(id.as_str())).collect::<Vec<_>>();
    let mut file = Map::new();
    file.insert("measured_at".to_owned(), at.into());
    file.insert("project".to_owned(), now.state.project.id.as_str().into());
    file.insert("annotators".to_owned(), names.into());
    file.insert("documents".to_owned(), documents.into());
    file.insert("measures".to_owned(), json(rows));
    let mut written = String::new();
    text::put(&Value::Object(file), &mut written);
    written
}
