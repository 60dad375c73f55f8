//! A set of labels as chips: which labels something is for; none chosen means any.

use crate::core::ids::LabelId;
use crate::desk::Now;
use crate::i18n::{self, desk::shapes::Say};
use crate::view::chip;
use serde_json::Value;
use yew::prelude::*;

/// The chips. `put` takes the new set, or nothing for any label.
pub fn labels(
    now: &Now,
    name: &'static str,
    field: &'static str,
    chosen: Option<&[LabelId]>,
    put: Callback<Option<Value>>,
) -> Html {
    let all = &now.state.tagset.labels;
    let chosen: Vec<LabelId> = chosen.map(<[LabelId]>::to_vec).unwrap_or_default();
    let said = if chosen.is_empty() {
        now.said(Say::KindAnyLabel).to_owned()
    } else {
        chosen.iter().map(LabelId::to_string).collect::<Vec<_>>().join(" ")
    };
    let button = |id: &LabelId| {
        let on = chosen.contains(id);
        let (put, chosen, order) = (put.clone(), chosen.clone(), all.iter().map(|label| label.id.clone()).collect::<Vec<_>>());
        let this = id.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            // In the tagset's order; what it does not know any more stays at the end.
            let mut next: Vec<LabelId> =
                order.iter().filter(|id| if **id == this { !on } else { chosen.contains(id) }).cloned().collect();
            next.extend(chosen.iter().filter(|id| !order.contains(id) && **id != this).cloned());
            put.emit((!next.is_empty()).then(|| Value::Array(next.iter().map(|id| id.as_str().into()).collect())));
        });
        let title = i18n::label_name(now.lang, id, &now.state.tagset);
        html! {
            <button key={id.as_str()} type="button" class="chip-button" data-value={id.as_str().to_owned()} aria-pressed={if on { "true" } else { "false" }} title={title.clone()} aria-label={title} {onclick}>
                { chip(&now.state.tagset, id) }
            </button>
        }
    };
    let offered = all.iter().filter(|label| !label.is_retired() || chosen.contains(&label.id)).map(|label| &label.id);
    html! {
        <details key={field} class="kind-labels" data-field={field}>
            <summary><span class="small">{ name }</span><bdi dir="ltr" class="chosen">{ said }</bdi></summary>
            <div class="kind-chips" role="group" aria-label={name}>{ for offered.map(button) }</div>
        </details>
    }
}
