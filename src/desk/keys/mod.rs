//! The page of the keys, the help: each action with its key, which the next key that is pressed there replaces.

use super::parts::PageProps;
use crate::core::keymap::{BINDINGS, Binding, Taken, key_of};
use crate::core::tagset::Label;
use crate::desk::{Desk, Now};
use crate::i18n::{
    self,
    desk::{
        Word,
        keys::{self, HEADINGS},
    },
};
use crate::view::{chip, is_mac};
use crate::web::keyboard;
use std::rc::Rc;
use yew::prelude::*;

/// What a press in a field came to: the row, and why its key was not taken.
type Trouble = Option<(&'static str, String)>;

/// The page.
#[component]
pub fn KeysPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let trouble = use_state(|| Trouble::None);
    let changed = !now.keys.0.is_empty();
    let reset = {
        let (desk, trouble) = (desk.clone(), trouble.setter());
        Callback::from(move |_: MouseEvent| {
            trouble.set(None);
            desk.reset_keys();
        })
    };
    let groups = HEADINGS.into_iter().enumerate().map(|(place, heading)| {
        // The first key of an action is the one that can be changed.
        let rows = BINDINGS.iter().filter(|row| keys::heading(row.action) == heading && key_of(row.action) == Some(row.key));
        let name = now.word(heading);
        html! {
            <section key={place} aria-label={name}>
                <h3 key="heading">{ name }</h3>
                <ul key="rows">{ for rows.map(|binding| row(now, desk, binding, &trouble)) }</ul>
            </section>
        }
    });
    html! {
        <div class="desk-keys">
            <h2 key="title">{ now.word(Word::TabKeys) }</h2>
            <p key="about" class="small">{ now.word(Word::KeysHow) }</p>
            <button key="reset" type="button" class="button" data-action="keys-reset" hidden={!changed} onclick={reset}>{ now.word(Word::KeysReset) }</button>
            <p key="layouts" class="small">{ now.word(Word::KeysAbout) }</p>
            <div key="groups">{ for groups }</div>
            { labels(now) }
        </div>
    }
}

fn row(now: &Now, desk: &Desk, binding: &'static Binding, trouble: &UseStateHandle<Trouble>) -> Html {
    let onkeydown = {
        let (desk, setter) = (desk.clone(), trouble.setter());
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = keyboard::press(&event).and_then(|press| press.name()) else { return };
            if matches!(key.as_str(), "Tab" | "Shift+Tab" | "Escape" | "Enter") {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            let chosen = (!matches!(key.as_str(), "Delete" | "Backspace")).then_some(key);
            setter.set(put(&desk, binding, chosen));
        })
    };
    let own = now.keys.key(binding);
    let name = keys::says(now.lang, binding.action);
    let fault = trouble.as_ref().filter(|(row, _)| *row == binding.key).map(|(_, why)| why.clone());
    let table = i18n::key_cap(binding.key, is_mac());
    let others = BINDINGS.iter().filter(|other| other.action == binding.action && other.key != binding.key);
    let others =
        others.map(|other| html! { <kbd key={other.key} class="small" dir="ltr">{ i18n::key_cap(other.key, is_mac()) }</kbd> });
    html! {
        <li key={binding.key} class="desk-key">
            <label key="label">
                <span key="name">{ name }</span>
                <span key="others" class="others">{ for others }</span>
                <kbd key="table" class="small table" dir="ltr" hidden={own == binding.key}>{ table }</kbd>
                <input key="field" class="desk-field" dir="ltr" readonly=true data-key={binding.key} value={i18n::key_cap(own, is_mac())} {onkeydown} />
            </label>
            <p key="fault" class="small fault" role="alert" hidden={fault.is_none()}>{ fault.clone().unwrap_or_default() }</p>
        </li>
    }
}

/// Gives an action a key, or (`None`) the table's own again. Says why not where the key means something else.
fn put(desk: &Desk, binding: &'static Binding, key: Option<String>) -> Trouble {
    let now = desk.now();
    let wanted = key.as_deref().unwrap_or(binding.key);
    let why = if wanted.chars().any(char::is_whitespace) {
        Some(now.word(Word::KeyUnfit).to_owned())
    } else {
        now.keys
            .taken(binding.action, wanted, &now.state.tagset)
            .map(|taken| format!("{}: {}", now.word(Word::KeyHasMeaning), meaning(&now, &taken)))
    };
    if why.is_none() {
        desk.rebind(binding.action, key);
    }
    why.map(|why| (binding.key, why))
}

fn meaning(now: &Now, taken: &Taken) -> String {
    match taken {
        Taken::Action(action) => keys::says(now.lang, *action).to_owned(),
        Taken::Label(label) => i18n::isolated(&i18n::label_name(now.lang, label, &now.state.tagset)),
    }
}

/// The keys of the labels, which the page of the labels changes.
fn labels(now: &Now) -> Html {
    let row = |label: &Rc<Label>| {
        let key = label.shortcut.as_deref()?;
        Some(html! {
            <li key={label.id.as_str()}><kbd key="key" dir="ltr">{ i18n::key_cap(key, is_mac()) }</kbd>{ chip(&now.state.tagset, &label.id) }<span key="name">{ i18n::name(now.lang, &label.name) }</span></li>
        })
    };
    html! {
        <section key="labels" aria-label={now.word(Word::KeyLabels)}>
            <h3 key="heading">{ now.word(Word::KeyLabels) }</h3>
            <p key="arm" class="small">{ now.word(Word::KeyArm) }</p>
            <ul key="rows" class="key-labels">{ for now.state.tagset.labels.iter().filter_map(row) }</ul>
        </section>
    }
}
