//! The bar at the selection: the likeliest labels, and the edges while nothing is tagged yet.

use super::icon::Icon;
use super::margin::edges;
use super::now::{Now, NowProps, keep_selection, on, use_shell};
use super::parts::{Tool, chip};
use crate::core::ids::LabelId;
use crate::core::keymap::KeyAction;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::web::shell::Shell;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Labels that are offered.
const OFFERED: usize = 5;
/// Between the selection and the bar, in CSS pixels.
const GAP: f64 = 10.0;

/// The bar at the selection. It never takes the focus by mouse, so that the selection stays.
#[component]
pub fn SelectionBar(props: &NowProps) -> Html {
    let (now, shell, bar) = (&props.now, use_shell(), use_node_ref());
    {
        let (shell, bar) = (shell.clone(), bar.clone());
        use_effect_with((), move |()| {
            let known = shell.clone();
            shell.on_painted(move || place(&known, &bar));
        });
    }
    {
        let (shell, bar) = (shell.clone(), bar.clone());
        use_effect_with(now.selection, move |_| place(&shell, &bar));
    }
    let all = now.word(Word::AllLabels);
    html! {
        <div ref={bar} class="selection-bar" data-bar="selection" role="toolbar" aria-label={now.word(Word::SelectionBar)} hidden={now.selected().is_none()}
            onmousedown={keep_selection()}>
            <span key="labels" class="picks">{ for now.likeliest(OFFERED).iter().map(|id| pick(now, &shell, id)) }</span>
            { Tool::new(Icon::Dots, all, on(&shell, Action::Key(KeyAction::Palette))).key(all, KeyAction::Palette).draw() }
            { edges(now, &shell) }
        </div>
    }
}

fn pick(now: &Now, shell: &Shell, id: &LabelId) -> Html {
    let title = i18n::label_name(now.lang(), id, &now.state.tagset);
    html! {
        <button key={id.as_str()} type="button" class="chip-button" data-pick={id.as_str().to_owned()} aria-label={format!("{title} ({id})")} {title}
            onclick={on(shell, Action::Label(id.clone()))}>{ chip(&now.state.tagset, id) }</button>
    }
}

/// Puts the bar below the selection's last line, above it where the window ends. Under a finger the style sheet keeps it at the bottom.
fn place(shell: &Shell, bar: &NodeRef) {
    let (Some(bar), Some(rect)) = (bar.cast::<HtmlElement>(), shell.selection_rect()) else { return };
    let document = gloo::utils::document();
    let Some((root, column)) = document.document_element().zip(document.get_element_by_id("reading")) else { return };
    let column = column.get_bounding_client_rect();
    let (width, height) = (f64::from(bar.offset_width()), f64::from(bar.offset_height()));
    let high = f64::from(root.client_height());
    // Over the article's column, so that neither labels nor cards are covered.
    let first = column.left().max(8.0);
    let left = (rect.left + rect.width / 2.0 - width / 2.0).min(column.right() - width).max(first);
    let below = rect.bottom() + GAP;
    let top = if below + height > high && rect.top - GAP - height > 0.0 { rect.top - GAP - height } else { below };
    let window = gloo::utils::window();
    let scrolled = |value: Result<f64, wasm_bindgen::JsValue>| value.unwrap_or(0.0);
    let (x, y) = ((left + scrolled(window.scroll_x())) as i32, (top + scrolled(window.scroll_y())) as i32);
    let _ = bar.style().set_property("transform", &format!("translate({x}px,{y}px)"));
}
