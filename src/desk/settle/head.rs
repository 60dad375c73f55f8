//! What stands above the list and below it: between whom is settled and by whom, what the list is narrowed to, and what has come of it.

use super::board::{Board, Narrow, Show};
use super::names::set_name;
use super::view::{Act, View};
use crate::core::desk::DeskPage;
use crate::core::ids::{DocumentId, LabelId, SetId};
use crate::core::settle::gold::candidates;
use crate::desk::field::Field;
use crate::desk::parts::document_name;
use crate::desk::{Desk, Now};
use crate::format::native::{self, Choice};
use crate::i18n;
use crate::i18n::desk::settle::{self as words, Word, word};
use crate::view::{Icon, icon};
use crate::web::page;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Between whom, by whom, and how far one has come.
pub fn head(now: &Now, board: &Board, view: &View, is_first: bool, act: &Callback<Act>) -> Html {
    let counts = board.counts(&view.narrow);
    let progress = words::progress(now.lang, counts.settled, counts.differences);
    let at_work = Board::at_work(&now.state);
    let names = board.sets.iter().map(|set| set_name(now, set)).collect::<Vec<_>>();
    let check = |set: &SetId| {
        let id = set.clone();
        let onchange = act.reform(move |_: Event| Act::Toggle(id.clone()));
        html! {
            <label key={set.as_str()} class="mark">
                <input key="box" type="checkbox" data-set={set.to_string()} checked={board.sets.contains(set)} {onchange} />
                <bdi key="name">{ set_name(now, set) }</bdi>
            </label>
        }
    };
    let all = candidates(&now.state).map(|set| &set.id).filter(|set| at_work.contains(set));
    let summary = format!("{}: {}", word(now.lang, Word::Between), words::list(now.lang, &names));
    html! {
        <div key="head" class="settle-head">
            <details key="between" class="settle-between" open={board.sets.len() < 2}>
                <summary data-first={is_first.then_some("")}>{ summary }</summary>
                <div key="sets" class="settle-sets" role="group" aria-label={word(now.lang, Word::Annotators)}>{ for all.map(check) }</div>
                <Field key="by" name={word(now.lang, Word::ByName)} hint={word(now.lang, Word::ByHint)} field="settle-by" value={view.by(now, board)} onkeep={act.reform(Act::By)} />
            </details>
            <p key="progress" class="settle-progress">
                <progress key="bar" max={counts.differences.max(1).to_string()} value={counts.settled.to_string()} aria-hidden="true"></progress>
                <span key="words" data-settled={counts.settled.to_string()} data-differences={counts.differences.to_string()}>{ progress }</span>
            </p>
        </div>
    }
}

/// What the list is narrowed to.
pub fn narrow(now: &Now, narrow: &Narrow, act: &Callback<Act>) -> Html {
    let choose = |change: fn(&Narrow, String) -> Narrow| {
        let narrow = narrow.clone();
        act.reform(move |event: Event| Act::Narrow(change(&narrow, chosen(&event))))
    };
    let show = Show::ALL.into_iter().map(|show| {
        let name = match show {
            Show::Open => Word::ShowOpen,
            Show::Differ => Word::ShowDiffer,
            Show::All => Word::ShowAll,
        };
        option(show.name(), word(now.lang, name).to_owned(), narrow.show == show)
    });
    let documents = now.state.documents.iter().map(|state| {
        let id = &state.document.id;
        option(id.as_str(), document_name(now, &now.state, id), narrow.document.as_ref() == Some(id))
    });
    let labels = now.state.tagset.labels.iter().map(|label| {
        let name = format!("{} {}", label.id, i18n::name(now.lang, &label.name));
        option(label.id.as_str(), name, narrow.label.as_ref() == Some(&label.id))
    });
    let to_show = choose(|narrow, value| {
        let show = Show::ALL.into_iter().find(|show| show.name() == value).unwrap_or_default();
        Narrow { show, ..narrow.clone() }
    });
    let to_document = choose(|narrow, value| Narrow {
        document: Some(value).filter(|value| !value.is_empty()).map(DocumentId::new),
        ..narrow.clone()
    });
    let to_label = choose(|narrow, value| Narrow {
        label: Some(value).filter(|value| !value.is_empty()).map(LabelId::new),
        ..narrow.clone()
    });
    let all = |all: Word, none: bool| option("", word(now.lang, all).to_owned(), none);
    html! {
        <div key="narrow" class="settle-narrow">
            <select key="show" class="desk-field" data-field="settle-show" aria-label={word(now.lang, Word::Show)} onchange={to_show}>{ for show }</select>
            if now.state.documents.len() > 1 {
                <select key="document" class="desk-field" data-field="settle-document" aria-label={word(now.lang, Word::Document)} onchange={to_document}>
                    { all(Word::AllDocuments, narrow.document.is_none()) }{ for documents }
                </select>
            }
            <select key="label" class="desk-field" data-field="settle-of-label" aria-label={word(now.lang, Word::Label)} onchange={to_label}>
                { all(Word::AllLabels, narrow.label.is_none()) }{ for labels }
            </select>
        </div>
    }
}

/// What has come of it, to be downloaded.
pub fn gold(now: &Now, desk: &Desk, board: &Board) -> Html {
    let Some(gold) = board.gold.clone() else {
        return html! { <p key="gold" class="small settle-gold">{ word(now.lang, Word::GoldNone) }</p> };
    };
    let own =
        |set: &SetId| now.state.documents.iter().flat_map(|state| state.spans.iter()).filter(|span| span.set == *set).count();
    let count = own(&gold);
    let download = {
        let (now, desk) = (now.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            let (at, choice) = (page::now(), Choice { sets: Some(vec![gold.clone()]), ..Choice::default() });
            if let Ok(text) = native::write(&now.state, &at, &choice) {
                let day = at.get(..10).unwrap_or_default();
                desk.offer(&format!("hashiya-{}-gold-{day}.json", now.state.project.id), &text);
            }
        })
    };
    let export = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(DeskPage::Export)))
    };
    html! {
        <div key="gold" class="settle-gold" role="group" aria-label={word(now.lang, Word::Gold)}>
            <span key="count" class="small" data-gold={count.to_string()}>{ words::gold(now.lang, count) }</span>
            <span key="do" class="desk-row">
                <button key="download" type="button" class="button small-button" data-action="download-gold" onclick={download}>{ icon(Icon::Download) }<span>{ word(now.lang, Word::Download) }</span></button>
                <button key="export" type="button" class="button small-button" data-action="export-gold" onclick={export}>{ word(now.lang, Word::OtherFormats) }</button>
            </span>
        </div>
    }
}

/// A choice of a list of choices.
pub fn option(value: &str, name: String, selected: bool) -> Html {
    html! { <option key={value.to_owned()} value={value.to_owned()} {selected}>{ name }</option> }
}

/// What was chosen in a list of choices.
pub fn chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}
