//! What was tagged before and appears again in the open document: outlined in the article, accepted or refused by a key.

use super::now::{Desk, Now};
use crate::core::suggest::{self, Suggester, Suggestion};
use crate::i18n::desk::Word;
use std::fmt::Write as _;

/// Where the desk remembers that no suggestions are wanted.
const KEPT: &str = "hashiya/suggestions";

/// Whether suggestions are wanted: unless they were switched off once.
#[must_use]
pub fn wanted() -> bool {
    let kept = || gloo::utils::window().local_storage().ok()??.get_item(KEPT).ok()?;
    kept().as_deref() != Some("off")
}

/// Remembers whether suggestions are wanted. Where nothing can be written, for as long as the page stands.
pub fn keep(on: bool) {
    if let Ok(Some(store)) = gloo::utils::window().local_storage() {
        let _ = if on { store.remove_item(KEPT) } else { store.set_item(KEPT, "off") };
    }
}

/// The suggestions as the first program takes them: the document, then a line each.
#[must_use]
pub fn told(now: &Now, ghosts: &[Suggestion]) -> String {
    let mut told = now.open.to_string();
    for ghost in ghosts {
        if let Some(place) = now.state.tagset.position(&ghost.label) {
            let _ = write!(told, "\n{} {} {place}", ghost.range.start().0, ghost.range.end().0);
        }
    }
    told
}

impl Desk {
    /// The suggestions for the open document, in its order.
    #[must_use]
    pub(super) fn suggestions(&self) -> Vec<Suggestion> {
        let now = self.now();
        let Some(document) = now.state.document(&now.open).filter(|_| now.suggest) else { return Vec::new() };
        let whole = document.document.text.whole();
        self.with_lexicon(&now.state, |lexicon| Suggester::new(&now.state, lexicon).within(&now.open, whole))
    }

    /// Goes to the next suggestion; accepts or refuses the one that is selected, and goes on to the one after it.
    pub(super) fn suggest(&self, accept: bool) {
        let now = self.now();
        let ghosts = self.suggestions();
        let here = now.selection.and_then(|selection| ghosts.iter().find(|ghost| ghost.range == selection));
        if let Some(ghost) = here {
            self.hurry_outlines();
            self.change(
                |state, context| {
                    if accept { suggest::accept(state, context, ghost) } else { Ok(suggest::refuse(context, ghost)) }
                },
            );
        } else if !accept {
            return;
        }
        let ghosts = self.suggestions();
        let from = now.selection.or_else(|| Some(now.active()?.range)).map(|range| range.start());
        let next = ghosts.iter().find(|ghost| from.is_none_or(|from| ghost.range.start() > from)).or(ghosts.first());
        match next {
            Some(next) => self.go(&next.document, next.range),
            None => self.say(now.word(if now.suggest { Word::SuggestNone } else { Word::SuggestOff })),
        }
    }
}
