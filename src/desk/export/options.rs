//! What a format is asked for, as far as it listens.

use super::wish::Wish;
use crate::desk::Now;
use crate::format::exchange::formats::Asks;
use crate::format::exchange::model::Unit;
use crate::format::exchange::options::{Misfit, Nesting, Options, Scheme, Tokens};
use crate::i18n::desk::exchange::{self, Word};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The options of the chosen format.
pub fn options(now: &Now, wish: &Wish, set: &Callback<Wish>) -> Html {
    let Some(format) = wish.format else { return Html::default() };
    let word = |word| exchange::word(now.lang, word);
    let Options { tokens, misfit, scheme, nesting, unit, safe_cells } = wish.options;
    let pick = |field, title, choices: &[(&'static str, Options)], on| picker(now, wish, set, (field, title), choices, on);
    let with = wish.options;
    let each = format.asks().iter().map(|asks| match asks {
        Asks::Tokens => {
            let choices = [Tokens::Words, Tokens::Clitics].map(|tokens| {
                let name = if tokens == Tokens::Words { Word::TokensWords } else { Word::TokensClitics };
                (word(name), Options { tokens, ..with })
            });
            pick("tokens", Word::Tokens, &choices, tokens as usize)
        }
        Asks::Misfit => {
            let names = [Word::MisfitWiden, Word::MisfitPart, Word::MisfitDrop];
            let kinds = [Misfit::Widen, Misfit::Part, Misfit::Drop];
            let choices = std::array::from_fn::<_, 3, _>(|at| (word(names[at]), Options { misfit: kinds[at], ..with }));
            pick("misfit", Word::Misfit, &choices, misfit as usize)
        }
        Asks::Scheme => {
            let choices = [("IOB2", Scheme::Iob2), ("IOB1 (CoNLL-2003)", Scheme::Iob1), ("BIOES", Scheme::Bioes)]
                .map(|(name, scheme)| (name, Options { scheme, ..with }));
            pick("scheme", Word::Scheme, &choices, scheme as usize)
        }
        Asks::Nesting => {
            let names = [Word::NestingColumns, Word::NestingOuter, Word::NestingInner];
            let kinds = [Nesting::Columns, Nesting::Outermost, Nesting::Innermost];
            let choices = std::array::from_fn::<_, 3, _>(|at| (word(names[at]), Options { nesting: kinds[at], ..with }));
            pick("nesting", Word::Nesting, &choices, nesting as usize)
        }
        Asks::Unit => {
            let kinds =
                [(Word::CountsTool, None), (Word::CountsPoints, Some(Unit::CodePoint)), (Word::CountsUtf16, Some(Unit::Utf16))];
            let choices = kinds.map(|(name, unit)| (word(name), Options { unit, ..with }));
            pick("unit", Word::Counts, &choices, kinds.iter().position(|(_, one)| *one == unit).unwrap_or(0))
        }
        Asks::SafeCells => {
            let (wish, set) = (wish.clone(), set.clone());
            let onchange = Callback::from(move |event: Event| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    let options = Options { safe_cells: input.checked(), ..wish.options };
                    set.emit(Wish { options, ..wish.clone() });
                }
            });
            html! {
                <label key="safe" class="check">
                    <input key="box" type="checkbox" data-field="safe-cells" checked={safe_cells} {onchange} />
                    <span key="name">{ word(Word::SafeCells) }</span>
                </label>
            }
        }
    });
    html! { <div key="options" class="export-options">{ for each }</div> }
}

fn picker(
    now: &Now,
    wish: &Wish,
    set: &Callback<Wish>,
    (field, title): (&'static str, Word),
    choices: &[(&'static str, Options)],
    on: usize,
) -> Html {
    let onchange = {
        let (wish, set) = (wish.clone(), set.clone());
        let all: Vec<Options> = choices.iter().map(|(_, options)| *options).collect();
        Callback::from(move |event: Event| {
            let place = event.target_dyn_into::<HtmlSelectElement>().map_or(-1, |select| select.selected_index());
            if let Some(options) = usize::try_from(place).ok().and_then(|place| all.get(place)) {
                set.emit(Wish { options: *options, ..wish.clone() });
            }
        })
    };
    let option = |(place, (name, _)): (usize, &(&'static str, Options))| {
        html! { <option key={place} value={place.to_string()} selected={place == on}>{ *name }</option> }
    };
    html! {
        <label key={field} class="desk-named">
            <span key="name" class="small">{ exchange::word(now.lang, title) }</span>
            <select key="choice" class="desk-field" data-field={field} {onchange}>{ for choices.iter().enumerate().map(option) }</select>
        </label>
    }
}
