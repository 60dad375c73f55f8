//! A label in the list; its editor opens in place.

use super::Refocus;
use super::editor::Editor;
use crate::core::edit_tagset;
use crate::core::ids::LabelId;
use crate::desk::roving;
use crate::desk::{Desk, Now};
use crate::i18n::{self, Noun, desk::Word};
use crate::view::chip;
use yew::prelude::*;

/// Levels of the hierarchy that are told apart by their indent.
const DEPTH_MAX: usize = 4;

/// What a row is drawn from.
#[derive(Properties, Clone)]
pub struct RowProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The label.
    pub id: LabelId,
    /// How many labels stand above it.
    pub depth: usize,
    /// Whether its editor is open.
    pub open: bool,
    /// Whether it is the list's stop of the Tab key.
    pub stop: bool,
    /// Opens or closes the editor of a label.
    pub onopen: Callback<LabelId>,
    /// Hears which row has the focus.
    pub oncurrent: Callback<LabelId>,
    /// Where the focus goes after a change.
    pub refocus: Refocus,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let same = (&self.id, self.depth, self.open, self.stop) == (&other.id, other.depth, other.open, other.stop);
        same && self.now == other.now && self.onopen == other.onopen
    }
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { now, desk, id, refocus, .. } = props;
    let Some(label) = now.state.tagset.get(id) else { return html! { <li hidden=true></li> } };
    let usage = edit_tagset::usage(&now.state, id);
    let count = (usage.own + usage.others) as usize;
    let retired = label.is_retired();
    let onclick = props.onopen.reform({
        let id = id.clone();
        move |_: MouseEvent| id.clone()
    });
    let onfocus = props.oncurrent.reform({
        let id = id.clone();
        move |_: FocusEvent| id.clone()
    });
    let onkeydown = {
        let (desk, id, refocus) = (desk.clone(), id.clone(), refocus.clone());
        Callback::from(move |event: KeyboardEvent| {
            let down = event.key() == "ArrowDown";
            if event.alt_key() && (down || event.key() == "ArrowUp") {
                event.prevent_default();
                event.stop_propagation();
                refocus.replace(Some(format!("[data-edit=\"{id}\"]")));
                desk.change(|state, _| edit_tagset::shift(state, &id, down));
            }
        })
    };
    html! {
        <li class={classes!("desk-label", retired.then_some("retired"))} data-depth={props.depth.min(DEPTH_MAX).to_string()}>
            <button key="row" type="button" class="desk-label-row" data-row="" data-edit={id.as_str().to_owned()} tabindex={roving::stop(props.stop)}
                aria-expanded={if props.open { "true" } else { "false" }} {onclick} {onfocus} {onkeydown}>
                { chip(&now.state.tagset, id) }
                <span key="name" class="name">{ i18n::name(now.lang, &label.name) }</span>
                <span key="retired" class="small" hidden={!retired}>{ now.word(Word::Retired) }</span>
                <span key="count" class="count" aria-hidden="true">{ count.to_string() }</span>
                <span key="spans" class="unseen">{ i18n::counted(now.lang, Noun::Span, count) }</span>
            </button>
            if props.open {
                <Editor key="editor" now={now.clone()} desk={desk.clone()} id={id.clone()} refocus={refocus.clone()} />
            }
        </li>
    }
}
