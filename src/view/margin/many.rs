//! The card of several chosen spans.

use super::relabel::label_choice;
use crate::draw;
use crate::i18n::{self, Noun, Word};
use crate::session::Action;
use crate::view::icon::{Icon, icon};
use crate::view::now::{Now, on};
use crate::web::shell::Shell;
use yew::prelude::*;

/// Relabels or deletes all chosen spans at once.
pub fn many(now: &Now, shell: &Shell) -> Html {
    let count = i18n::counted(now.lang(), Noun::Span, now.chosen.len());
    draw! {
        <section key="many" class="card many" data-card="many" aria-label={now.word(Word::ChosenSpans)}>
            <header key="head" class="card-head">
                <strong key="count">{ count }</strong>
                <button key="none" type="button" class="tool text" onclick={on(shell, Action::ChooseAll(Vec::new()))}>{ now.word(Word::Deselect) }</button>
            </header>
            <p key="about" class="small">{ now.word(Word::Relabel) }</p>
            { label_choice(now, shell, None, &Callback::noop()) }
            // The desk draws into it: which entity all of them mention.
            <div key="details" class="details" data-details="many"></div>
            <footer key="foot" class="card-foot">
                <button key="delete" type="button" class="button danger" data-action="delete" onclick={on(shell, Action::Delete)}>
                    { icon(Icon::Delete) }<span>{ now.word(Word::Delete) }</span>
                </button>
            </footer>
        </section>
    }
}
