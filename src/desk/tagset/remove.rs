//! Removing a label. One in use goes only when it has been said what becomes of its spans.

use super::Refocus;
use crate::core::edit_tagset::{self, Spans};
use crate::core::ids::LabelId;
use crate::desk::{Desk, Now};
use crate::i18n::{self, Noun, desk::Word};
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

/// What the question is drawn from.
#[derive(Properties, Clone)]
pub struct RemoveProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The label.
    pub id: LabelId,
    /// Where the focus goes after a change.
    pub refocus: Refocus,
}

impl PartialEq for RemoveProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now && self.id == other.id
    }
}

/// The button, and the question where there is one.
#[component]
pub fn Remove(props: &RemoveProps) -> Html {
    let RemoveProps { now, desk, id, refocus } = props;
    let (asked, choice) = (use_state(|| false), use_node_ref());
    {
        let choice = choice.clone();
        use_effect_with(*asked, move |asked| {
            if let Some(choice) = choice.cast::<HtmlElement>().filter(|_| *asked) {
                let _ = choice.focus();
            }
        });
    }
    let used = edit_tagset::usage(&now.state, id).own as usize;
    let remove = {
        let (desk, id, refocus) = (desk.clone(), id.clone(), refocus.clone());
        let next = neighbour(now, id.clone());
        move |spans: Option<Spans>| {
            refocus.replace(next.as_ref().map(|next| format!("[data-edit=\"{next}\"]")));
            desk.change(|state, context| edit_tagset::remove(state, context, &id, spans.as_ref()));
        }
    };
    let ask = {
        let (asked, remove) = (asked.setter(), remove.clone());
        Callback::from(move |_: MouseEvent| if used == 0 { remove(None) } else { asked.set(true) })
    };
    let relabel = {
        let (choice, remove) = (choice.clone(), remove.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(choice) = choice.cast::<HtmlSelectElement>() {
                remove(Some(Spans::Relabel(LabelId::from(choice.value().as_str()))));
            }
        })
    };
    let delete = Callback::from(move |_: MouseEvent| remove(Some(Spans::Delete)));
    let cancel = {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(false))
    };
    if !*asked {
        return html! {
            <div class="desk-remove"><button key="ask" type="button" class="button danger" data-action="label-remove" onclick={ask}>{ now.word(Word::LabelRemove) }</button></div>
        };
    }
    let question = format!(
        "{}: {}. {}",
        now.word(Word::LabelInUse),
        i18n::counted(now.lang, Noun::Span, used),
        now.word(Word::LabelInUseAsk)
    );
    let parent = now.state.tagset.get(id).and_then(|label| now.state.tagset.parent(label)).map(|parent| parent.id.clone());
    let others = now.state.tagset.labels.iter().filter(|other| other.id != *id).map(|other| {
        html! {
            <option key={other.id.as_str()} value={other.id.as_str().to_owned()} selected={parent.as_ref() == Some(&other.id)}>
                { format!("{} ({})", i18n::label_name(now.lang, &other.id, &now.state.tagset), other.id) }
            </option>
        }
    });
    let alone = now.state.tagset.labels.len() < 2;
    html! {
        <div class="desk-remove asked" role="group" aria-label={now.word(Word::LabelRemove)}>
            <p key="question">{ question }</p>
            <div key="relabel" class="desk-row" hidden={alone}>
                <select key="choice" ref={choice} class="desk-field" data-field="relabel-to" aria-label={now.word(Word::RelabelTo)}>{ for others }</select>
                <button key="do" type="button" class="button" data-action="remove-relabel" onclick={relabel}>{ now.word(Word::RemoveRelabel) }</button>
            </div>
            <div key="rest" class="desk-row">
                <button key="delete" type="button" class="button danger" data-action="remove-delete" onclick={delete}>{ now.word(Word::RemoveDelete) }</button>
                <button key="cancel" type="button" class="button" data-action="remove-cancel" onclick={cancel}>{ now.word(Word::Cancel) }</button>
            </div>
        </div>
    }
}

/// The label after this one in the list, else the one before.
fn neighbour(now: &Now, id: LabelId) -> Option<LabelId> {
    let rows = edit_tagset::tree(&now.state.tagset);
    let at = rows.iter().position(|(_, label)| label.id == id)?;
    let next = rows.get(at + 1).or_else(|| rows.get(at.checked_sub(1)?));
    next.map(|(_, label)| label.id.clone())
}
