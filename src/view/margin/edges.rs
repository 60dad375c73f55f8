//! Moving an edge by one letter: of the active span, else of the selection.

use crate::core::command::Edge;
use crate::draw;
use crate::i18n::Word;
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, on};
use crate::view::parts::Tool;
use crate::web::shell::Shell;
use yew::prelude::*;

/// The four steps. They stand as the text runs: in Arabic the start on the right.
pub fn edges(now: &Now, shell: &Shell) -> Html {
    let step = |action: &'static str, word: Word, edge: Edge, forward: bool| {
        let icon = if forward { Icon::Forward } else { Icon::Back };
        Tool::new(icon, now.word(word), on(shell, Action::Nudge(edge, forward))).action(action).draw()
    };
    draw! {
        <div key="edges" class="edges" dir={if now.reads_rtl() { "rtl" } else { "ltr" }}>
            <span key="start" class="group" role="group" aria-label={now.word(Word::Start)}>
                { step("start-back", Word::StartBack, Edge::Start, false) }
                <span key="name" class="small" aria-hidden="true">{ now.word(Word::Start) }</span>
                { step("start-forward", Word::StartForward, Edge::Start, true) }
            </span>
            <span key="end" class="group" role="group" aria-label={now.word(Word::End)}>
                { step("end-back", Word::EndBack, Edge::End, false) }
                <span key="name" class="small" aria-hidden="true">{ now.word(Word::End) }</span>
                { step("end-forward", Word::EndForward, Edge::End, true) }
            </span>
        </div>
    }
}
