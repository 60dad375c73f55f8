//! The bar at the selection: the likeliest labels, and the edges while nothing is tagged yet.

use super::icon::Icon;
use super::margin::edges;
use super::now::{Now, NowProps, direction, keep_selection, keys_of, on, the_shell, tip};
use super::parts::{Tool, chip, quote, unseen};
use crate::core::ids::{LabelId, SpanId};
use crate::core::keymap::KeyAction;
use crate::core::range::TextRange;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::web::shell::Shell;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Labels that are offered.
const OFFERED: usize = 5;
/// Parts of a word that are offered.
const PARTS: usize = 5;
/// Characters of the span that a piece is added to.
const QUOTE: usize = 16;
/// Between the selection and the bar, in CSS pixels.
const GAP: f64 = 10.0;

/// The bar at the selection. It never takes the focus by mouse, so that the selection stays.
#[component]
pub fn SelectionBar(props: &NowProps) -> Html {
    let (now, shell, bar) = (&props.now, the_shell(), use_node_ref());
    {
        let (shell, bar) = (shell.clone(), bar.clone());
        use_effect_with((), move |()| {
            let known = shell.clone();
            shell.on_painted(move || place(&known, &bar));
        });
    }
    {
        let (shell, bar) = (shell.clone(), bar.clone());
        use_effect_with((now.selection, now.parts.clone()), move |_| place(&shell, &bar));
    }
    let all = now.word(Word::AllLabels);
    draw! {
        <div ref={bar} class="selection-bar" data-bar="selection" role="toolbar" aria-label={now.word(Word::SelectionBar)} hidden={now.selected().is_none()}
            onmousedown={keep_selection()}>
            { now.armed.as_ref().map(|id| armed(now, &shell, id)) }
            { now.base.as_ref().and_then(|id| piece(now, &shell, id)) }
            { parts(now, &shell) }
            <span key="labels" class="picks">{ for now.likeliest(OFFERED).iter().map(|id| pick(now, &shell, id)) }</span>
            { now.recent.first().filter(|_| now.armed.is_none()).map(|id| {
                let name = format!("{}: {}", now.word(Word::Arm), i18n::isolated(id.as_str()));
                Tool::new(Icon::Pin, name, on(&shell, Action::Arm(Some(id.clone())))).action("arm").draw()
            }) }
            { Tool::new(Icon::Dots, all, on(&shell, Action::Key(KeyAction::Palette))).key(all, KeyAction::Palette).draw() }
            { edges(now, &shell) }
        </div>
    }
}

/// The armed label: what a finger tags with.
fn armed(now: &Now, shell: &Shell, id: &LabelId) -> Html {
    draw! {
        <button key="armed" type="button" class="button primary" data-action="tag-armed" onclick={on(shell, Action::Label(id.clone()))}>
            { now.word(Word::TagAs) }{ chip(&now.state.tagset, id) }
        </button>
    }
}

/// Adds the selection to the span that was chosen before it, as a piece of its own.
fn piece(now: &Now, shell: &Shell, id: &SpanId) -> Option<Html> {
    let state = now.document()?;
    let span = state.spans.get(id).filter(|span| now.state.is_own(span))?;
    let words = i18n::shortened(&span.words(&state.document.text), QUOTE);
    let name = now.word(Word::KeyFragment);
    Some(draw! {
        <button key="piece" type="button" class="chip-button piece-add" data-action="add-fragment" title={tip(name, KeyAction::Fragment)}
            aria-label={format!("{name}: {}", i18n::quoted(&words))} aria-keyshortcuts={keys_of(KeyAction::Fragment)} onclick={on(shell, Action::AddFragment)}>
            { "+ " }{ chip(&now.state.tagset, &span.label) }{ quote(&words, QUOTE, direction(&state.document)) }
        </button>
    })
}

/// The parts of the selected word, where it has more than one. What is cut off stands beside each, paler.
fn parts(now: &Now, shell: &Shell) -> Html {
    let (Some(document), Some(selected)) = (now.document(), now.selected()) else { return Html::default() };
    let Some(word) = now.parts.first().filter(|_| now.parts.len() > 1) else { return Html::default() };
    let slice = |start, end| document.document.text.slice(TextRange::new(start, end));
    let part = |(place, part): (usize, &TextRange)| {
        let words = slice(part.start(), part.end());
        let (before, after) = (slice(word.start(), part.start()), slice(part.end(), word.end()));
        // A joiner keeps the letter in the shape that it has in the word.
        let (before, after) =
            ((!before.is_empty()).then(|| format!("{before}\u{200D}")), (!after.is_empty()).then(|| after.to_owned()));
        draw! {
            <button key={place} type="button" class="chip-button quote" data-part={place.to_string()} aria-label={format!("{}: {words}", now.word(Word::Limits))}
                aria-pressed={if *part == selected.range() { "true" } else { "false" }} onclick={on(shell, Action::Part(place))}>
                <i data-cut={before}></i>{ words }<i data-cut={after}></i>
            </button>
        }
    };
    draw! {
        <span key="parts" class="parts" role="group" aria-label={now.word(Word::Limits)} lang="ar" dir="rtl">
            { for now.parts.iter().take(PARTS).enumerate().map(part) }
        </span>
    }
}

fn pick(now: &Now, shell: &Shell, id: &LabelId) -> Html {
    let title = i18n::label_name(now.lang(), id, &now.state.tagset);
    draw! {
        <button key={id.as_str()} type="button" class="chip-button" data-pick={id.as_str().to_owned()} title={title.clone()}
            onclick={on(shell, Action::Label(id.clone()))}>{ chip(&now.state.tagset, id) }{ unseen(title) }</button>
    }
}

/// Puts the bar below the selection's last line, above it where the window ends. Under a finger the style sheet keeps it at the bottom.
fn place(shell: &Shell, bar: &NodeRef) {
    let (Some(bar), Some(rect)) = (bar.cast::<HtmlElement>(), shell.selection_rect()) else { return };
    let document = gloo::utils::document();
    let Some((root, column)) = document.document_element().zip(document.get_element_by_id("reading")) else { return };
    let column = column.get_bounding_client_rect();
    let (width, height) = (f64::from(bar.offset_width()), f64::from(bar.offset_height()));
    // Not behind the line that asks for another end, which stands at the window's foot.
    let asking = document.query_selector(".linking-bar").ok().flatten();
    let high = asking.map_or_else(|| f64::from(root.client_height()), |line| line.get_bounding_client_rect().top());
    // Over the article's column, so that neither labels nor cards are covered.
    let first = column.left().max(8.0);
    let left = (rect.left + rect.width / 2.0 - width / 2.0).min(column.right() - width).max(first);
    let below = rect.bottom() + GAP;
    let top = if below + height > high && rect.top - GAP - height > 0.0 { rect.top - GAP - height } else { below };
    let page = root.get_bounding_client_rect();
    let (x, y) = ((left - page.left()) as i32, (top - page.top()) as i32);
    let _ = bar.style().set_property("transform", &format!("translate({x}px,{y}px)"));
}
