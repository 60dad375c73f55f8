//! The frame of a window: a modal `dialog` with a title and a way out.

use crate::draw;
use crate::i18n::Word;
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, on, the_shell};
use crate::view::part::part;
use crate::view::parts::Tool;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

/// A window of that class and title with what stands `inside`.
pub fn modal(class: &'static str, now: &Now, title: Word, inside: Html) -> Html {
    part::<Modal>(class, ModalProps { now: now.clone(), title, class, inside })
}

/// What a window is made of.
#[derive(Properties, Clone)]
struct ModalProps {
    now: Now,
    title: Word,
    class: &'static str,
    inside: Html,
}

/// What stands in a window is made anew each time: comparing it would only tell that.
impl PartialEq for ModalProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// A window. The browser keeps the focus inside it and gives it back afterwards.
#[component]
#[inline(never)]
fn Modal(props: &ModalProps) -> Html {
    let (now, shell, window) = (&props.now, the_shell(), use_node_ref());
    {
        let window = window.clone();
        use_effect_with((), move |()| {
            let window = window.cast::<HtmlDialogElement>();
            if let Some(window) = window.as_ref().filter(|window| !window.open()) {
                let _ = window.show_modal();
                // Else the browser would begin with the way out.
                let _ = window.focus();
            }
            move || {
                if let Some(window) = window {
                    window.close();
                }
            }
        });
    }
    let oncancel = {
        let shell = shell.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            shell.dispatch(Action::Dialog(None));
        })
    };
    let onkeydown = {
        let shell = shell.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                shell.dispatch(Action::Dialog(None));
            }
        })
    };
    // A press beside the window meets the dialog element itself, whose content fills it.
    let onclick = {
        let shell = shell.clone();
        Callback::from(move |event: MouseEvent| {
            if event.target_dyn_into::<Element>().is_some_and(|target| target.tag_name() == "DIALOG") {
                shell.dispatch(Action::Dialog(None));
            }
        })
    };
    draw! {
        <dialog ref={window} class=["window", props.class] aria-label={now.word(props.title)} tabindex="-1" {oncancel} {onclick} {onkeydown}>
            <div key="inside" class="window-inside">
                <div key="head" class="window-head">
                    <h2 key="title">{ now.word(props.title) }</h2>
                    { Tool::new(Icon::Close, now.word(Word::Close), on(&shell, Action::Dialog(None))).draw() }
                </div>
                <div key="body" class="window-body" tabindex="0">{ props.inside.clone() }</div>
            </div>
        </dialog>
    }
}
