//! What a label looks like: eight hues at three steps, and seven lines, each told by name.

use super::edit::edit;
use crate::core::colour::{Colour, HUES, Line};
use crate::core::tagset::Label;
use crate::desk::roving::{rove, stop};
use crate::desk::{Desk, Now};
use crate::i18n::desk::{Word, checked};
use std::rc::Rc;
use yew::prelude::*;

/// The colours, a row for each step.
pub fn swatches(now: &Now, desk: &Desk, label: &Rc<Label>) -> Html {
    let swatch = |step: u8, hue: u8| {
        let colour = Colour::Palette(hue, step);
        let chosen = label.colour == colour;
        // A colour that a file brought is none of these: the first is the stop then.
        let is_stop = chosen || (matches!(label.colour, Colour::Rgb(..)) && (step, hue) == (1, 0));
        let name = format!("{}{}{}", now.word(checked::hue(hue)), checked::comma(now.lang), now.word(checked::step(step)));
        let (desk, id) = (desk.clone(), label.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| edit(&desk, &id, |label| Label { colour, ..label.clone() }));
        html! {
            <button key={colour.to_string()} type="button" class="swatch label-swatch" data-row="" data-hue={HUES[usize::from(hue)]} data-step={step.to_string()} data-line="solid"
                tabindex={stop(is_stop)} aria-pressed={if chosen { "true" } else { "false" }} aria-label={name.clone()} title={name} {onclick}></button>
        }
    };
    let all = (1..=3).flat_map(|step| (0..HUES.len() as u8).map(move |hue| (step, hue)));
    html! {
        <div key="colours" class="desk-named">
            <span key="name" class="small">{ now.word(Word::LabelColour) }</span>
            <div key="all" class="swatches" role="group" aria-label={now.word(Word::LabelColour)} data-rove="grid" data-columns="8" onkeydown={rove()}>
                { for all.map(|(step, hue)| swatch(step, hue)) }
            </div>
        </div>
    }
}

/// The lines.
pub fn lines(now: &Now, desk: &Desk, label: &Rc<Label>) -> Html {
    let (hue, step) = match label.colour {
        Colour::Palette(hue, step) => (HUES[usize::from(hue) % HUES.len()], step),
        Colour::Rgb(..) => (HUES[5], 2),
    };
    let sample = Line::ALL.into_iter().map(|line| {
        let chosen = label.line == line;
        let (desk, id) = (desk.clone(), label.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| edit(&desk, &id, |label| Label { line, ..label.clone() }));
        html! {
            <button key={line.name()} type="button" class="line-choice label-swatch" data-row="" data-hue={hue} data-step={step.to_string()} data-line={line.name()}
                tabindex={stop(chosen)} aria-pressed={if chosen { "true" } else { "false" }} aria-label={now.word(checked::line(line))} title={now.word(checked::line(line))} {onclick}>
                <span class="sample"></span>
            </button>
        }
    });
    html! {
        <div key="lines" class="desk-named">
            <span key="name" class="small">{ now.word(Word::LabelLine) }</span>
            <div key="all" class="line-choices" role="group" aria-label={now.word(Word::LabelLine)} data-rove="grid" data-columns="7" onkeydown={rove()}>{ for sample }</div>
        </div>
    }
}
