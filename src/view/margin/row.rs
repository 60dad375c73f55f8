//! The row of a line that is not active: its one span, or a stack of them that opens.

use crate::core::ids::{LabelId, SpanId};
use crate::core::tagset::Tagset;
use crate::draw;
use crate::i18n::{self, Lang, Noun, Word};
use crate::session::Action;
use crate::view::now::the_shell;
use crate::view::parts::{chip, label_class, quote, unseen};
use crate::web::shell::Shell;
use std::rc::Rc;
use yew::prelude::*;

/// Characters of a quote that a folded card can show.
pub const QUOTE: usize = 48;
/// Chips that a folded stack shows before it counts the rest.
pub const CHIPS: usize = 4;

/// What a folded card says of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The span.
    pub id: SpanId,
    /// Its label.
    pub label: LabelId,
    /// Its words, shortened.
    pub quote: String,
    /// Its note.
    pub note: String,
}

/// What a row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct RowProps {
    /// The labels.
    pub tagset: Rc<Tagset>,
    /// The line's spans in reading order: all, or as many as a folded stack shows.
    pub spans: Rc<Vec<Said>>,
    /// How many there are.
    pub count: usize,
    /// The language of the interface.
    pub lang: Lang,
    /// The direction of the quotes.
    pub dir: &'static str,
    /// Where the row wants to stand, in CSS pixels from the top of the cards.
    pub top: i32,
    /// Whether the stack is open.
    pub open: bool,
    /// Opens the stack of the line that has that span, or none.
    pub onopen: Callback<Option<SpanId>>,
}

/// The row of a line.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let shell = the_shell();
    let stacked = props.count > 1;
    draw! {
        <div class=["place", "line-row", stacked.then_some("stack")] data-top={props.top.to_string()}>
            if stacked {
                { folded(props, &shell) }
            }
            if !stacked || props.open {
                <div key="cards" class="folded-cards">{ for props.spans.iter().map(|said| card(props, &shell, said)) }</div>
            }
        </div>
    }
}

fn folded(props: &RowProps, shell: &Shell) -> Html {
    let count = props.count;
    let toggle = {
        let (onopen, first, open) = (props.onopen.clone(), props.spans.first().map(|said| said.id.clone()), props.open);
        Callback::from(move |_: MouseEvent| onopen.emit(first.clone().filter(|_| !open)))
    };
    let name = format!("{}: {}", i18n::word(props.lang, Word::OpenStack), i18n::counted(props.lang, Noun::Span, count));
    let chips = props.spans.iter().take(CHIPS).map(|said| {
        let title = format!("{} {} {}", i18n::label_name(props.lang, &said.label, &props.tagset), i18n::quoted(&said.quote), i18n::shown(&said.note));
        // There may be hundreds of chips: an attribute costs no painting, as words out of sight would.
        let name = format!("{} {title}", said.label);
        draw! {
            <button key={said.id.as_str()} type="button" class=["chip-button", (!said.note.is_empty()).then_some("noted")] data-of={said.id.as_str().to_owned()}
                aria-label={name} {title} onclick={choose(props, shell, said)}>{ chip(&props.tagset, &said.label) }</button>
        }
    });
    draw! {
        <div key="stack" class="stack-head">
            <button key="count" type="button" class="stack-count" aria-expanded={if props.open { "true" } else { "false" }} aria-label={format!("{count} {name}")} title={name} onclick={toggle}>{ count }</button>
            <span key="chips" class="chips">{ for chips }{ if count > CHIPS { "…" } else { "" } }</span>
        </div>
    }
}

fn card(props: &RowProps, shell: &Shell, said: &Said) -> Html {
    let label = i18n::label_name(props.lang, &said.label, &props.tagset);
    draw! {
        <button key={said.id.as_str()} type="button" class=["folded", label_class(&props.tagset, &said.label)] data-of={said.id.as_str().to_owned()}
            data-card={said.id.as_str().to_owned()} onclick={choose(props, shell, said)}>
            { chip(&props.tagset, &said.label) }
            { quote(&said.quote, QUOTE, props.dir) }
            if !said.note.is_empty() {
                <bdi class="note-line">{ i18n::shortened(&said.note, QUOTE) }</bdi>
            }
            { unseen(label) }
        </button>
    }
}

fn choose(props: &RowProps, shell: &Shell, said: &Said) -> Callback<MouseEvent> {
    let (shell, onopen, id) = (shell.clone(), props.onopen.clone(), said.id.clone());
    Callback::from(move |_| {
        onopen.emit(None);
        shell.dispatch(Action::Choose(id.clone(), false));
    })
}
