//! A label's fields. Each is a change of its own when it is left.

use super::Refocus;
use super::edit::{edit, example_lines, with_example_lines};
use super::key::KeyField;
use super::look::{lines, swatches};
use super::remove::Remove;
use crate::core::edit_tagset;
use crate::core::ids::LabelId;
use crate::core::tagset::{Bilingual, Label};
use crate::desk::field::Field;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::Word};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the editor is drawn from.
#[derive(Properties, Clone)]
pub struct EditorProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The label.
    pub id: LabelId,
    /// Where the focus goes after a change.
    pub refocus: Refocus,
}

impl PartialEq for EditorProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now && self.id == other.id
    }
}

/// The editor.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { now, desk, id, refocus } = props;
    let Some(label) = now.state.tagset.get(id) else { return html! { <div hidden=true></div> } };
    html! {
        <div class="desk-editor" role="group" aria-label={i18n::label_name(now.lang, id, &now.state.tagset)}>
            { texts(now, desk, label) }
            { swatches(now, desk, label) }
            { lines(now, desk, label) }
            <div key="key" class="desk-pair">
                <KeyField key="key" now={now.clone()} desk={desk.clone()} id={id.clone()} />
                { parent(now, desk, label, refocus) }
            </div>
            { order(now, desk, label, refocus) }
            <Remove key="remove" now={now.clone()} desk={desk.clone()} id={id.clone()} refocus={refocus.clone()} />
        </div>
    }
}

/// The fields of words: names, descriptions, examples, in both languages.
fn texts(now: &Now, desk: &Desk, label: &Rc<Label>) -> Html {
    let put = |set: fn(&Label, String) -> Label| {
        let (desk, id) = (desk.clone(), label.id.clone());
        Callback::from(move |text: String| edit(&desk, &id, |label| set(label, text)))
    };
    let named = |ar: bool, text: &Bilingual| AttrValue::from(if ar { text.ar.clone() } else { text.en.clone() });
    let shown = |language: &str, negative: bool| AttrValue::from(example_lines(label, language, negative));
    html! {
        <>
            <div key="names" class="desk-pair">
                <Field key="ar" name={now.word(Word::LabelNameAr)} field="name-ar" value={named(true, &label.name)} onkeep={put(|label, ar| Label { name: Bilingual { ar, ..label.name.clone() }, ..label.clone() })} />
                <Field key="en" name={now.word(Word::LabelNameEn)} field="name-en" value={named(false, &label.name)} onkeep={put(|label, en| Label { name: Bilingual { en, ..label.name.clone() }, ..label.clone() })} />
            </div>
            <Field key="about-ar" name={now.word(Word::LabelAboutAr)} field="about-ar" rows=2 value={named(true, &label.description)}
                onkeep={put(|label, ar| Label { description: Bilingual { ar, ..label.description.clone() }, ..label.clone() })} />
            <Field key="about-en" name={now.word(Word::LabelAboutEn)} field="about-en" rows=2 value={named(false, &label.description)}
                onkeep={put(|label, en| Label { description: Bilingual { en, ..label.description.clone() }, ..label.clone() })} />
            <div key="examples-ar" class="desk-pair">
                <Field key="yes" name={now.word(Word::ExamplesAr)} field="examples-ar" rows=2 hint={now.word(Word::OnePerLine)} value={shown("ar", false)} onkeep={put(|label, lines| with_example_lines(label, "ar", false, &lines))} />
                <Field key="no" name={now.word(Word::CounterAr)} field="counter-ar" rows=2 hint={now.word(Word::OnePerLine)} value={shown("ar", true)} onkeep={put(|label, lines| with_example_lines(label, "ar", true, &lines))} />
            </div>
            <div key="examples-en" class="desk-pair">
                <Field key="yes" name={now.word(Word::ExamplesEn)} field="examples-en" rows=2 hint={now.word(Word::OnePerLine)} value={shown("en", false)} onkeep={put(|label, lines| with_example_lines(label, "en", false, &lines))} />
                <Field key="no" name={now.word(Word::CounterEn)} field="counter-en" rows=2 hint={now.word(Word::OnePerLine)} value={shown("en", true)} onkeep={put(|label, lines| with_example_lines(label, "en", true, &lines))} />
            </div>
        </>
    }
}

/// The label it stands under.
fn parent(now: &Now, desk: &Desk, label: &Rc<Label>, refocus: &Refocus) -> Html {
    let tagset = &now.state.tagset;
    let onchange = {
        let (desk, id, refocus) = (desk.clone(), label.id.clone(), refocus.clone());
        Callback::from(move |event: Event| {
            let Some(choice) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let parent = Some(choice.value()).filter(|id| !id.is_empty()).map(|id| LabelId::from(id.as_str()));
            refocus.replace(Some("[data-field=\"parent\"]".to_owned()));
            desk.change(|state, _| edit_tagset::place(state, &id, parent.as_ref(), None));
        })
    };
    let own = tagset.parent(label).map(|parent| &parent.id);
    let above = |other: &Rc<Label>| {
        let mut chain = std::iter::successors(Some(other), |next| tagset.parent(next)).take(tagset.labels.len() + 1);
        chain.any(|next| next.id == label.id)
    };
    let choices = tagset.labels.iter().filter(|other| !above(other)).map(|other| {
        html! {
            <option key={other.id.as_str()} value={other.id.as_str().to_owned()} selected={own == Some(&other.id)}>
                { i18n::label_name(now.lang, &other.id, tagset) }
            </option>
        }
    });
    html! {
        <label key="parent" class="desk-named">
            <span key="name" class="small">{ now.word(Word::LabelParent) }</span>
            <select key="choice" class="desk-field" data-field="parent" {onchange}>
                <option key="" value="" selected={own.is_none()}>{ now.word(Word::NoParent) }</option>
                { for choices }
            </select>
        </label>
    }
}

/// Up, down, out of use and back.
fn order(now: &Now, desk: &Desk, label: &Rc<Label>, refocus: &Refocus) -> Html {
    let shift = |down: bool, action: &'static str| {
        let (desk, id, refocus) = (desk.clone(), label.id.clone(), refocus.clone());
        Callback::from(move |_: MouseEvent| {
            refocus.replace(Some(format!("[data-action=\"{action}\"]")));
            desk.change(|state, _| edit_tagset::shift(state, &id, down));
        })
    };
    let retired = label.is_retired();
    let retire = {
        let (desk, id) = (desk.clone(), label.id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, _| edit_tagset::retire(state, &id, !retired));
        })
    };
    html! {
        <div key="order" class="desk-row">
            <button key="up" type="button" class="button" data-action="label-up" onclick={shift(false, "label-up")}>{ now.word(Word::MoveUp) }</button>
            <button key="down" type="button" class="button" data-action="label-down" onclick={shift(true, "label-down")}>{ now.word(Word::MoveDown) }</button>
            <button key="retire" type="button" class="button" data-action="label-retire" title={now.word(Word::RetireAbout)} onclick={retire}>
                { now.word(if retired { Word::BringBack } else { Word::Retire }) }
            </button>
        </div>
    }
}
