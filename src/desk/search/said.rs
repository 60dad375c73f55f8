//! What a page says to those who listen, once its words rest: not with each letter that is typed.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long words must rest before they are said, in milliseconds.
const REST: u32 = 300;

/// What is said.
#[derive(Properties, Clone, PartialEq)]
pub struct SaidProps {
    /// The words.
    pub words: AttrValue,
}

/// A live region that nobody sees.
#[component]
pub fn Said(props: &SaidProps) -> Html {
    let said = use_state(AttrValue::default);
    let resting = use_mut_ref(|| None::<Timeout>);
    {
        let said = said.setter();
        use_effect_with(props.words.clone(), move |words| {
            let words = words.clone();
            // The one before is dropped, which ends its wait.
            resting.replace(Some(Timeout::new(REST, move || said.set(words))));
        });
    }
    html! { <p class="unseen" role="status">{ AttrValue::clone(&said) }</p> }
}
