//! Buttons that decide many at once by a rule, each with how many.

use super::board::Board;
use super::head::{chosen, option};
use super::names::set_name;
use super::view::{self, Act, Scene, View};
use crate::core::ids::SetId;
use crate::core::settle::Rule;
use crate::desk::Now;
use crate::desk::large::Doing;
use crate::i18n::desk::settle::{self as words, Word, word};
use yew::prelude::*;

/// The buttons.
pub fn rules(now: &Now, board: &Board, view: &View, act: &Callback<Act>, doing: &Doing) -> Html {
    let button = |name: &'static str, rule: Rule, said: &str, spoken: Option<String>| {
        let count = board.count(&view.narrow, &rule);
        let (board, doing) = (board.clone(), doing.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let page = View::last();
            let scene = Scene { desk: &doing.desk, view: &page, board: &board, listed: &[] };
            view::rule(&scene, &doing, &rule);
        });
        let label = spoken.map(|spoken| words::with_count(&spoken, count));
        html! {
            <button key={name} type="button" class="button small-button" data-action={name} data-count={count.to_string()} aria-label={label} disabled={count == 0} {onclick}>
                { words::with_count(said, count) }
            </button>
        }
    };
    let whose = view.whose.clone().filter(|set| board.sets.contains(set)).or_else(|| board.sets.first().cloned());
    let each = board.sets.iter().map(|set| option(set.as_str(), set_name(now, set), whose.as_ref() == Some(set)));
    let onchange = act.reform(|event: Event| Act::Whose(SetId::new(chosen(&event))));
    let take = word(now.lang, Word::Take);
    let waiting = [Rule::Agreement, Rule::Majority].iter().any(|rule| board.count(&view.narrow, rule) > 0);
    html! {
        // Open while what all or most say waits to be taken.
        <details key="rules" class="settle-rules" open={waiting}>
            <summary>{ word(now.lang, Word::Bulk) }</summary>
            <div key="many" class="desk-row">
                { button("take-agreement", Rule::Agreement, word(now.lang, Word::Agreement), None) }
                { button("take-majority", Rule::Majority, word(now.lang, Word::Majority), None) }
            </div>
            if let Some(set) = whose.clone() {
                <div key="whole" class="desk-row">
                    <label key="who" class="settle-whole">
                        <span key="name" class="small">{ word(now.lang, Word::WholeOf) }</span>
                        <select key="choice" class="desk-field" data-field="settle-whose" {onchange}>{ for each }</select>
                    </label>
                    { button("take-whole", Rule::Whole(set.clone()), take, Some(format!("{take}: {} {}", word(now.lang, Word::WholeOf), set_name(now, &set)))) }
                </div>
            }
        </details>
    }
}
