//! All keys, from the one table that the keyboard reads, in words.

use super::modal::Modal;
use crate::core::keymap::BINDINGS;
use crate::i18n::{self, Word};
use crate::view::now::{Now, is_mac};
use crate::view::parts::chip;
use yew::prelude::*;

/// The headings in their order.
const GROUPS: [Word; 5] = [Word::GroupTagging, Word::GroupReading, Word::GroupSpans, Word::GroupDesk, Word::GroupPage];

/// The keys.
pub fn help(now: &Now) -> Html {
    html! {
        <Modal key="help" now={now.clone()} title={Word::Help} class="help">
            <p key="about" class="small">{ now.word(Word::KeysAbout) }</p>
            <div key="groups" class="key-groups">{ for GROUPS.into_iter().enumerate().map(|(place, heading)| group(now, place, heading)) }</div>
            <h3 key="labels-head">{ now.word(Word::KeyLabels) }</h3>
            <p key="arm" class="small">{ now.word(Word::KeyArm) }</p>
            <ul key="labels" class="key-labels">{ for now.state.tagset.labels.iter().filter_map(|label| {
                let key = label.shortcut.as_deref()?;
                Some(html! {
                    <li key={label.id.as_str()}>{ cap(key) }{ chip(&now.state.tagset, &label.id) }<span>{ i18n::name(now.lang(), &label.name) }</span></li>
                })
            }) }</ul>
        </Modal>
    }
}

/// The keys under one heading; those that do the same share a row.
fn group(now: &Now, place: usize, heading: Word) -> Html {
    let mut rows: Vec<(Word, Vec<&str>)> = Vec::new();
    for binding in BINDINGS {
        let (group, what) = i18n::of_key(binding.action);
        if group != heading {
            continue;
        }
        let key = now.settings.keys.key(binding);
        match rows.iter_mut().find(|(known, _)| *known == what) {
            Some((_, keys)) => keys.push(key),
            None => rows.push((what, vec![key])),
        }
    }
    let row = |(place, (what, keys)): (usize, &(Word, Vec<&str>))| {
        html! {
            <div key={place} class="key-row"><dt>{ for keys.iter().map(|key| cap(key)) }</dt><dd>{ now.word(*what) }</dd></div>
        }
    };
    html! {
        <section key={place}>
            <h3 key="heading">{ now.word(heading) }</h3>
            <dl key="rows">{ for rows.iter().enumerate().map(row) }</dl>
        </section>
    }
}

fn cap(key: &str) -> Html {
    html! { <kbd key={key.to_owned()} dir="ltr">{ i18n::key_cap(key, is_mac()) }</kbd> }
}
