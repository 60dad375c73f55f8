//! The reverse of tagging all: those that are tagged alike are deleted, or get another label.

use crate::core::command::{self, Command, SpanRef};
use crate::core::ids::LabelId;
use crate::desk::now::{Desk, Now};
use crate::desk::search::bulk;
use crate::i18n::desk::{Word, found};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The buttons; nothing where fewer than two are tagged.
pub fn reverse(now: &Now, desk: &Desk, spans: &Rc<Vec<SpanRef>>, ondone: &Callback<String>) -> Html {
    let spans = spans.clone();
    let (lang, count) = (now.lang, spans.len());
    let ondelete = {
        let (desk, ondone, spans) = (desk.clone(), ondone.clone(), spans.clone());
        Callback::from(move |event: MouseEvent| {
            // The button goes with the spans: the sheet takes over its focus.
            let sheet = event.target_dyn_into::<HtmlElement>().and_then(|button| button.closest(".desk").ok().flatten());
            if desk.change(|state, context| command::run(state, context, &Command::Delete(spans.to_vec()))) {
                ondone.emit(found::was_deleted(lang, spans.len()));
                if let Some(sheet) = sheet.and_then(|sheet| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(sheet).ok()) {
                    let _ = sheet.focus();
                }
            }
        })
    };
    let onrelabel = {
        let (desk, ondone) = (desk.clone(), ondone.clone());
        Callback::from(move |label: LabelId| {
            if desk.change(|state, context| command::run(state, context, &Command::Relabel(spans.to_vec(), label.clone()))) {
                ondone.emit(found::was_relabelled(lang, spans.len()));
            }
        })
    };
    let relabel = found::relabel(lang, count);
    html! {
        <section key="reverse" class="twins-reverse" aria-label={now.word(Word::TwinsReverse)} hidden={count < 2}>
            <p key="what" class="small twins-state">{ now.word(Word::TwinsReverse) }</p>
            <div key="do" class="desk-row">
                { bulk::label_choice(now, "relabel-twins", None, Some(&relabel), &onrelabel) }
                <button key="delete" type="button" class="button danger" data-action="delete-twins" onclick={ondelete}>{ found::delete(lang, count) }</button>
            </div>
        </section>
    }
}
