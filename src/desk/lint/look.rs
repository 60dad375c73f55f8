//! What the checks found, looked for after the page has been drawn, so that no tag waits for it.

use crate::core::ids::DocumentId;
use crate::core::lint::{self, Finding};
use crate::core::memory::lexicon::Lexicon;
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::core::suggest::{Suggester, Suggestion};
use crate::desk::{Desk, Now};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long the page rests before it looks again, in milliseconds.
const REST: u32 = 40;

/// What was found of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The findings of all documents.
    pub findings: Vec<Finding>,
    /// The suggestions for the open document.
    pub suggestions: Vec<Suggestion>,
}

/// What is found of the project as it stands. `None` until it has been looked at for the first time.
#[hook]
pub fn use_found(now: &Now, desk: &Desk) -> Option<Rc<Found>> {
    let found = use_state_eq(|| None::<Rc<Found>>);
    {
        let (setter, desk) = (found.setter(), desk.clone());
        use_effect_with(Asked { state: now.state.clone(), open: now.open.clone() }, move |asked| {
            let Asked { state, open } = asked.clone();
            let timer = Timeout::new(REST, move || {
                let found = desk.with_lexicon(&state, |lexicon| look(&state, &open, lexicon));
                setter.set(Some(Rc::new(found)));
            });
            move || drop(timer)
        });
    }
    (*found).clone()
}

/// What is asked. A state is the same where it is the same value.
#[derive(Clone)]
struct Asked {
    state: Rc<State>,
    open: DocumentId,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.open == other.open
    }
}

fn look(state: &State, open: &DocumentId, lexicon: &Lexicon) -> Found {
    let whole = state.document(open).map(|document| TextRange::of(0, document.document.text.len().0));
    let suggestions = whole.map(|whole| Suggester::new(state, lexicon).within(open, whole)).unwrap_or_default();
    Found { findings: lint::findings_with(state, lexicon), suggestions }
}
