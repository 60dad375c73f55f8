//! Tagsets to begin with: what one adds is seen before it is taken.

use crate::core::op::KindList;
use crate::core::presets::{PRESETS, Preset};
use crate::core::take_tagset::{Take, take_for_documents, take_preset};
use crate::desk::{Desk, Now};
use crate::i18n::{self, Lang, Noun, desk::Word, desk::presets as said};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the section is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct PresetsProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
}

/// The section.
#[component]
pub fn Presets(props: &PresetsProps) -> Html {
    let PresetsProps { now, desk } = props;
    let chosen = use_state(|| None::<Preset>);
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let choice = event.target_dyn_into::<HtmlSelectElement>();
            chosen.set(choice.and_then(|choice| Preset::named(&choice.value())));
        })
    };
    let name = |preset: &Preset| if now.lang == Lang::Ar { preset.ar } else { preset.en };
    let choices = PRESETS.iter().map(|preset| {
        html! { <option key={preset.id} value={preset.id} selected={*chosen == Some(*preset)}>{ name(preset) }</option> }
    });
    html! {
        <section class="desk-part" aria-label={now.word(Word::Presets)}>
            <h3 key="title">{ now.word(Word::Presets) }</h3>
            <select key="choice" class="desk-field" data-field="preset" aria-label={now.word(Word::PresetChoose)} {onchange}>
                <option key="" value="" selected={chosen.is_none()}>{ now.word(Word::PresetNone) }</option>
                { for choices }
            </select>
            <div key="chosen">{ (*chosen).map(|preset| offer(now, desk, preset)) }</div>
        </section>
    }
}

/// What a preset adds, and the two ways to take it.
fn offer(now: &Now, desk: &Desk, preset: Preset) -> Html {
    let labels = preset.labels();
    let new = labels.iter().filter(|label| now.state.tagset.get(&label.id).is_none());
    let items = new.map(|label| {
        html! {
            <li key={label.id.as_str()}>
                <bdi key="id" class="code" dir="ltr">{ label.id.as_str() }</bdi>
                <span key="name" title={i18n::name(now.lang, &label.description)}>{ i18n::name(now.lang, &label.name) }</span>
            </li>
        }
    });
    let items = items.collect::<Vec<_>>();
    let take = |how: Take| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, _| take_preset(state, &preset, how));
        })
    };
    let for_documents = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, _| take_for_documents(state, &preset));
        })
    };
    let kinds = preset.kinds();
    let brings = |list: KindList| kinds.iter().filter(|(of, _)| *of == list).count();
    let beside =
        said::beside(now.lang, brings(KindList::Attributes), brings(KindList::RelationTypes), brings(KindList::EventTypes));
    let count = items.len();
    let adds = take_preset(&now.state, &preset, Take::Add).is_ok();
    let labels_documents = take_for_documents(&now.state, &preset).is_ok();
    html! {
        <div key={preset.id} class="preset" data-preset={preset.id}>
            <p key="new" class="small" hidden={count == 0}>{ format!("{}: {}", now.word(Word::PresetNew), i18n::counted(now.lang, Noun::Label, count)) }</p>
            <p key="nothing" class="small" hidden={adds}>{ now.word(Word::PresetNothing) }</p>
            <ul key="labels" class="preset-labels" tabindex="0" aria-label={now.word(Word::PresetNew)} hidden={count == 0}>{ for items }</ul>
            <p key="beside" class="small" data-beside="" hidden={beside.is_none()}>{ beside }</p>
            <div key="buttons" class="desk-row">
                <button key="add" type="button" class="button" data-action="preset-add" hidden={!adds} onclick={take(Take::Add)}>{ now.word(Word::PresetAdd) }</button>
                <button key="replace" type="button" class="button" data-action="preset-replace" onclick={take(Take::Replace)}>{ now.word(Word::PresetReplace) }</button>
                <button key="documents" type="button" class="button" data-action="preset-documents" hidden={!labels_documents} onclick={for_documents}>{ said::for_documents(now.lang) }</button>
            </div>
            <p key="about" class="small">{ now.word(Word::PresetReplaceAbout) }</p>
        </div>
    }
}
