//! The page of downloads, back-up and storage: what is kept in this browser, a copy of it, and bringing a copy back.

mod copy;
mod erase;
pub mod kept;
pub mod reminder;
mod restore;
mod storage;

use super::now::{Desk, Now};
use super::parts::PageProps;
use crate::i18n::desk::keeping::{self, Word};
use kept::Kept;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// What is kept, shared: two are equal where they are the same value.
#[derive(Clone)]
pub struct Shared(Rc<Kept>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Kept;

    fn deref(&self) -> &Kept {
        &self.0
    }
}

/// What the parts of the page are given.
#[derive(Properties, Clone, PartialEq)]
pub struct PartProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// What is kept.
    pub kept: Shared,
    /// Has it read anew.
    pub again: Callback<()>,
}

impl PartProps {
    /// A fixed string of the page.
    fn word(&self, word: Word) -> &'static str {
        keeping::word(self.now.lang, word)
    }
}

/// The page.
#[component]
pub fn KeepingPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (kept, round) = (use_state(|| None::<Shared>), use_state(|| 0_u32));
    {
        let kept = kept.setter();
        // What a back-up would change is told of what is kept at the time; the rest is read when the page is opened.
        let compared = now.backup.as_ref().map(|file| (Rc::as_ptr(file) as usize, now.state.clone()));
        use_effect_with((*round, compared), move |_| {
            wasm_bindgen_futures::spawn_local(async move { kept.set(Some(Shared(Rc::new(Kept::read().await)))) });
        });
    }
    let again = {
        let round = round.clone();
        Callback::from(move |()| round.set(*round + 1))
    };
    let word = |word| keeping::word(now.lang, word);
    let parts = match &*kept {
        Some(kept) => {
            let part = PartProps { now: now.clone(), desk: desk.clone(), kept: kept.clone(), again };
            html! {
                <>
                    <copy::Copy key="copy" ..part.clone() />
                    <restore::RestorePart key="restore" ..part.clone() />
                    <storage::StoragePart key="storage" ..part.clone() />
                    <erase::ErasePart key="erase" ..part />
                </>
            }
        }
        None => html! { <p key="looking" class="small" role="status">{ word(Word::Looking) }</p> },
    };
    html! {
        <div class="desk-keeping">
            <h2 key="title">{ now.word(crate::i18n::desk::Word::TabKeeping) }</h2>
            <p key="about" class="small">{ word(Word::About) }</p>
            <div key="parts">{ parts }</div>
        </div>
    }
}
