//! The rest of this program. What is seldom wanted in the first moments of a visit is no part of the file that they wait
//! for: the build puts it into one of its own (`src/bin/weave/split.rs`), which the page's script fetches as soon as input
//! is taken. Only what is asked for before that is there waits for it, and only where it cannot be had (the network has
//! gone in that very moment) is there anything to tell.

use web_sys::{Event, EventInit};

/// The event by which the page's script is asked for the rest at once. It is cancelled where the rest cannot be had; where
/// the program is in one piece nobody listens.
const ASKED: &str = "rest";

/// Whether the rest has come. Nothing is waited for.
#[must_use]
pub fn came() -> bool {
    gloo::utils::document().document_element().is_some_and(|root| root.has_attribute("data-rest"))
}

/// Whether the rest is there. Where it has not come it is fetched now, and the page waits for it.
///
/// Every door to the rest asks this too, and ends the program where the answer is no (`src/bin/weave/split/door.rs`). So
/// whoever leads there asks first.
#[inline(never)]
#[must_use]
pub fn here() -> bool {
    came() || {
        let init = EventInit::new();
        init.set_cancelable(true);
        let event = Event::new_with_event_init_dict(ASKED, &init);
        event.and_then(|event| gloo::utils::document().dispatch_event(&event)).unwrap_or(false)
    }
}
