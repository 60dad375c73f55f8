//! Erasing everything: asked plainly, with a back-up offered first.

use super::PartProps;
use super::copy::download;
use super::kept::{erase, reload};
use crate::i18n::desk::keeping::Word;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The section.
#[component]
pub fn ErasePart(props: &PartProps) -> Html {
    let (asked, failed, group, button) = (use_state(|| None::<bool>), use_state(|| false), use_node_ref(), use_node_ref());
    {
        let (group, button) = (group.clone(), button.clone());
        use_effect_with(*asked, move |asked| {
            let to = match asked {
                Some(true) => group.cast::<HtmlElement>(),
                Some(false) => button.cast::<HtmlElement>(),
                None => None,
            };
            if let Some(to) = to {
                let _ = to.focus();
            }
        });
    }
    let set = |to: bool| {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(Some(to)))
    };
    let yes = {
        let failed = failed.setter();
        Callback::from(move |_: MouseEvent| {
            let failed = failed.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if erase().await {
                    reload();
                } else {
                    failed.set(true);
                }
            });
        })
    };
    let body = if *asked == Some(true) {
        html! {
            <div key="asked" ref={group} class="keeping-preview" role="group" tabindex="-1" aria-label={props.word(Word::EraseYes)}>
                <p key="question">{ props.word(Word::EraseAsk) }</p>
                <p key="failed" class="desk-refusal" role="alert" hidden={!*failed}>{ props.word(Word::EraseFailed) }</p>
                <div key="do" class="desk-row">
                    <button key="first" type="button" class="button primary" data-action="erase-back-up" onclick={download(props)}>{ props.word(Word::BackUpFirst) }</button>
                    <button key="yes" type="button" class="button danger" data-action="erase-yes" onclick={yes}>{ props.word(Word::EraseYes) }</button>
                    <button key="no" type="button" class="button" data-action="erase-cancel" onclick={set(false)}>{ props.now.word(crate::i18n::desk::Word::Cancel) }</button>
                </div>
            </div>
        }
    } else {
        html! { <button key="ask" ref={button} type="button" class="button danger" data-action="erase" onclick={set(true)}>{ props.word(Word::EraseDo) }</button> }
    };
    html! {
        <section class="desk-part" aria-label={props.word(Word::Erase)}>
            <h3 key="title">{ props.word(Word::Erase) }</h3>
            { body }
        </section>
    }
}
