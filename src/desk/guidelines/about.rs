//! What is said of the active span's label: by the tagset, then by its part of the guidelines.

use super::markdown::markdown;
use crate::core::examples::examples;
use crate::core::guidelines::part_for;
use crate::core::tagset::Label;
use crate::desk::Now;
use crate::i18n::{self, Lang, desk::Word};
use crate::view::chip;
use yew::prelude::*;

/// The part; an empty element where no span is active.
pub fn about(now: &Now, lang: Lang, guidelines: &str) -> Html {
    let Some(label) = now.active().and_then(|span| now.state.tagset.get(&span.label)) else {
        return html! { <section key="part" hidden=true></section> };
    };
    let part = part_for(guidelines, label);
    let described = i18n::name(lang, &label.description);
    html! {
        <section key="part" class="guide-part" data-part={label.id.as_str().to_owned()} aria-label={i18n::desk::word(lang, Word::GuidePart)}>
            <h3 key="title">{ chip(&now.state.tagset, &label.id) }{ " " }{ i18n::label_name(lang, &label.id, &now.state.tagset) }</h3>
            <div key="says">
                if let Some(part) = part {
                    { markdown(part) }
                } else {
                    <p key="about" dir="auto">{ described }</p>
                    { listed(lang, label, false) }
                    { listed(lang, label, true) }
                }
            </div>
        </section>
    }
}

/// A label's examples, positive or negative.
fn listed(lang: Lang, label: &Label, negative: bool) -> Html {
    let all = examples(label);
    let these = all.into_iter().filter(|example| example.negative == negative && example.language == lang.tag());
    let items =
        these.enumerate().map(|(place, example)| html! { <li key={place} dir="auto">{ example.text }</li> }).collect::<Vec<_>>();
    let title = i18n::desk::word(lang, if negative { Word::GuideCounter } else { Word::GuideExamples });
    html! {
        <div key={if negative { "not" } else { "yes" }} hidden={items.is_empty()}>
            <h4 key="title">{ title }</h4>
            <ul key="items" class="bulleted">{ for items }</ul>
        </div>
    }
}
