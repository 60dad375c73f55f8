//! What the page says until it is dismissed or replaced.

use super::icon::Icon;
use super::now::{Now, NowProps, on, use_shell};
use super::parts::Tool;
use crate::i18n::{self, Word};
use crate::session::{Action, Notice, Tone};
use crate::web::shell::Shell;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long something said in passing stays, in milliseconds, for each of its lines.
const STAY: u32 = 9_000;

/// The notices.
#[component]
pub fn Notices(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
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
    html! { <div class="notices">{ for shown.map(|notice| one(now, &shell, &notice)) }</div> }
}

fn one(now: &Now, shell: &Shell, notice: &Notice) -> Html {
    let (kind, role) = match notice.tone {
        Tone::Info => ("info", "status"),
        Tone::Error => ("error", "alert"),
    };
    let lines = notice.messages.iter().enumerate().map(|(place, message)| {
        html! { <p key={place}>{ i18n::say(now.lang(), message, &now.state.tagset) }</p> }
    });
    html! {
        <div key={kind} class="notice" data-notice={kind} {role}>
            <div key="lines" class="lines">{ for lines }</div>
            { Tool::new(Icon::Close, now.word(Word::Close), on(shell, Action::Dismiss)).draw() }
        </div>
    }
}
