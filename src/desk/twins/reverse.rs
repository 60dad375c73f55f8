//! The reverse of tagging all: those that are tagged alike are deleted, or get another label.

use crate::core::command::{self, Command, SpanRef};
use crate::core::ids::LabelId;
use crate::desk::large::Doing;
use crate::desk::now::Now;
use crate::desk::search::bulk;
use crate::i18n::desk::{Word, found};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The buttons; nothing where fewer than two are tagged.
pub fn reverse(now: &Now, spans: &Rc<Vec<SpanRef>>, doing: &Doing) -> Html {
    let (lang, count) = (now.lang, spans.len());
    let ondelete = {
        let (doing, spans) = (doing.clone(), spans.clone());
        Callback::from(move |event: MouseEvent| {
            // The button goes with the spans: the sheet takes over its focus.
            let sheet = event.target_dyn_into::<HtmlElement>().and_then(|button| button.closest(".desk").ok().flatten());
            let ondone = doing.ondone.reform(move |words| {
                if let Some(sheet) = sheet.as_ref().and_then(|sheet| sheet.dyn_ref::<HtmlElement>()) {
                    let _ = sheet.focus();
                }
                words
            });
            let command = Command::Delete(spans.to_vec());
            let doing = Doing { ondone, ..doing.clone() };
            doing.change(count, found::was_deleted(lang, count), move |state, context| command::run(state, context, &command));
        })
    };
    let onrelabel = {
        let (doing, spans) = (doing.clone(), spans.clone());
        Callback::from(move |label: LabelId| {
            let command = Command::Relabel(spans.to_vec(), label);
            doing.change(count, found::was_relabelled(lang, count), move |state, context| command::run(state, context, &command));
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
