//! Going from a span to what it is the same as, or linked with, in other documents.

use super::pane::Pane;
use crate::desk::now::{Desk, Now};
use crate::i18n::desk::beside::{self, BesideWord};

/// Goes to the next counterpart of the active span: in the document beside where it stands there, else by opening its
/// document. From there the same key leads back.
pub fn go(now: &Now, desk: &Desk, pane: Option<&Pane>) {
    let say = |word| desk.say(beside::word(now.lang, word));
    let Some(active) = now.active() else {
        say(BesideWord::NoSpan);
        return;
    };
    let together = now.shapes.together(&(now.open.clone(), active.id.clone()));
    let others = together.into_iter().filter(|(document, _)| *document != now.open).collect::<Vec<_>>();
    let Some(first) = others.first() else {
        say(BesideWord::NoCounterpart);
        return;
    };
    let beside = |pane: &&Pane| others.iter().any(|(document, _)| pane.shows(document));
    let Some(pane) = pane.filter(beside) else {
        desk.go_to_span(&first.0, &first.1);
        return;
    };
    let there = others.iter().filter(|(document, _)| pane.shows(document)).collect::<Vec<_>>();
    // Asked for again, it goes on to the next one.
    let next = now.act.map_or(0, |(_, count)| count as usize) % there.len();
    let (document, span) = there[next];
    if let Some(span) = now.state.span(document, span) {
        pane.scroll_to(span.range);
        let text = now.state.document(document).map(|state| span.words(&state.document.text)).unwrap_or_default();
        desk.say(&text);
    }
}
