//! What the page says until it is dismissed or replaced.

use super::icon::{Icon, icon};
use super::now::{Now, NowProps, on, the_shell};
use super::parts::Tool;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::{Action, Message, Notice, Tone};
use crate::web::rest;
use crate::web::shell::Shell;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long something said in passing stays, in milliseconds, for each of its lines.
const STAY: u32 = 9_000;

/// The notices.
#[component]
pub fn Notices(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, the_shell());
    let shown = now.notice.clone();
    {
        let shell = shell.clone();
        use_effect_with(shown.clone(), move |shown| {
            let passing = shown.clone().filter(|notice| notice.tone == Tone::Info);
            let timer = passing.map(|notice| {
                let lines = notice.messages.len() as u32;
                Timeout::new(STAY * lines.max(1), move || {
                    if shell.session().notice.as_ref().is_some_and(|now| Rc::ptr_eq(now, &notice)) {
                        shell.dispatch(Action::Dismiss);
                    }
                })
            });
            move || drop(timer)
        });
    }
    draw! { <div class="notices">{ shown.map(|notice| one(now, &shell, &notice)) }</div> }
}

fn one(now: &Now, shell: &Shell, notice: &Notice) -> Html {
    let (kind, role) = match notice.tone {
        Tone::Info => ("info", "status"),
        Tone::Error => ("error", "alert"),
    };
    let lines = notice.messages.iter().enumerate().map(|(place, message)| {
        let said = match message {
            Message::NotLoaded => None,
            message => rest::here().then(|| i18n::say(now.lang(), message, &now.state.tagset)),
        };
        draw! { <p key={place}>{ said.unwrap_or_else(|| now.word(Word::NotLoaded).to_owned()) }</p> }
    });
    // What is nowhere but in the page can be taken out of it at once.
    let unkept = notice.messages.iter().any(|message| matches!(message, Message::NoStore)).then(|| {
        draw! {
            <button key="download" type="button" class="button" data-action="download-now" onclick={on(shell, Action::Download)}>
                { icon(Icon::Download) }<span>{ now.word(Word::Download) }</span>
            </button>
        }
    });
    draw! {
        <div key={kind} class="notice" data-notice={kind} {role}>
            <div key="lines" class="lines">{ for lines }{ unkept }</div>
            { Tool::new(Icon::Close, now.word(Word::Close), on(shell, Action::Dismiss)).draw() }
        </div>
    }
}
