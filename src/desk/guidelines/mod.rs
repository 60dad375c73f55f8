//! The page of the guidelines: read, with the active label's part first, and written.

mod about;
mod markdown;

use super::field::Field;
use super::parts::PageProps;
use crate::core::guidelines;
use crate::desk::{Desk, Now};
use crate::i18n::{
    Lang,
    desk::{Word, skeleton},
};
use markdown::markdown;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Lines of the field.
const ROWS: u32 = 22;

/// The page.
#[component]
pub fn GuidelinesPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (lang, editing, page) = (use_state(|| now.lang), use_state(|| false), use_node_ref());
    {
        let page = page.clone();
        use_effect_with(*editing, move |editing| {
            // The field when it opens; what opens it when it is done with.
            let wanted = if *editing { "[data-field=\"guidelines\"]" } else { "[data-action=\"guide-edit\"]" };
            let lost = gloo::utils::document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            let found = page.cast::<HtmlElement>().and_then(|page| page.query_selector(wanted).ok().flatten());
            if let Some(element) = found.filter(|_| *editing || lost) {
                let _ = wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(element).focus();
            }
        });
    }
    let text = guidelines::get(&now.state, lang.tag()).to_owned();
    let shown = use_memo(text.clone(), |text| markdown(text));
    let ondone = {
        let editing = editing.setter();
        Callback::from(move |()| editing.set(false))
    };
    let empty = text.trim().is_empty();
    html! {
        <div ref={page} class="desk-guidelines">
            { head(now, &lang, &editing, empty) }
            if *editing {
                <div key="edit" class="guide-edit">
                    <Field key={lang.tag()} name={now.word(Word::GuideText)} field="guidelines" rows={ROWS} value={text.clone()} onkeep={keep(desk, *lang)} {ondone} />
                    <p key="keep" class="small">{ now.word(Word::GuideKeep) }</p>
                </div>
            } else {
                <div key="read" class="guide-read" lang={lang.tag()} dir={if *lang == Lang::Ar { "rtl" } else { "ltr" }}>
                    { about::about(now, *lang, &text) }
                    { if empty { nothing(now, desk, *lang) } else { html! { <section key="whole" class="guide-whole" aria-label={now.word(Word::GuideWhole)}>{ (*shown).clone() }</section> } } }
                </div>
            }
        </div>
    }
}

/// The title, the languages, reading or writing.
fn head(now: &Now, lang: &UseStateHandle<Lang>, editing: &UseStateHandle<bool>, empty: bool) -> Html {
    let choice = |of: Lang, word: Word| {
        let setter = lang.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(of));
        html! {
            <button key={of.tag()} type="button" class="choice" data-action={format!("guide-{}", of.tag())} aria-pressed={if **lang == of { "true" } else { "false" }} {onclick}>
                { now.word(word) }
            </button>
        }
    };
    let toggle = {
        let (setter, on) = (editing.setter(), **editing);
        Callback::from(move |_: MouseEvent| setter.set(!on))
    };
    html! {
        <header key="head" class="desk-row guide-head">
            <h2 key="title">{ now.word(Word::TabGuidelines) }</h2>
            <div key="languages" class="choices" role="group" aria-label={now.word(Word::GuideLanguage)}>
                { choice(Lang::Ar, Word::GuideArabic) }
                { choice(Lang::En, Word::GuideEnglish) }
            </div>
            <button key="edit" type="button" class="button" data-first={(!empty).then_some("")} data-action="guide-edit" onclick={toggle}>
                { now.word(if **editing { Word::GuideRead } else { Word::GuideEdit }) }
            </button>
        </header>
    }
}

/// What stands where there are no guidelines yet.
fn nothing(now: &Now, desk: &Desk, lang: Lang) -> Html {
    let draft = {
        let keep = keep(desk, lang);
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| keep.emit(skeleton(lang, &desk.now().state.tagset)))
    };
    html! {
        <div key="nothing" class="desk-empty" lang={now.lang.tag()} dir={if now.lang == Lang::Ar { "rtl" } else { "ltr" }}>
            <p key="none">{ now.word(Word::GuideNone) }</p>
            <p key="about" class="small">{ now.word(Word::GuideNoneAbout) }</p>
            <button key="draft" type="button" class="button primary" data-first="" data-action="guide-draft" onclick={draft}>{ now.word(Word::GuideSkeleton) }</button>
        </div>
    }
}

fn keep(desk: &Desk, lang: Lang) -> Callback<String> {
    let desk = desk.clone();
    Callback::from(move |text: String| {
        desk.change(|state, _| guidelines::set(state, lang.tag(), &text));
    })
}
