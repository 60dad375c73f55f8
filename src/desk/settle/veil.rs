//! What the article shows while the page is open: each thing that is said once, what is decided as the gold set has it, and the current
//! group marked.

use super::board::{Board, Item};
use crate::core::settle::veiled;
use crate::desk::{Desk, Now};
use yew::prelude::*;

/// Has the article show what is being settled for as long as the page stands.
#[hook]
pub fn use_veil(now: &Now, desk: &Desk, board: &Board, current: Option<&Item>) {
    let open = now.state.document(&now.open);
    let page = board.page(&now.open).filter(|_| board.sets.len() > 1);
    let hidden = match open.zip(page) {
        Some((document, settling)) => joined(veiled(document, settling, board.gold.as_ref()).iter().map(|id| id.as_str())),
        None => String::new(),
    };
    let lit = current.map(|item| {
        let gold = item.settling.settled[item.group].gold.iter().map(|span| &span.id);
        joined(item.found().spans().chain(gold).map(|id| id.as_str()))
    });
    {
        let desk = desk.clone();
        use_effect_with(hidden, move |hidden| desk.veil(hidden));
    }
    {
        let desk = desk.clone();
        use_effect_with(lit.unwrap_or_default(), move |lit| desk.light(lit));
    }
    let desk = desk.clone();
    use_effect_with((), move |()| {
        move || {
            desk.veil("");
            desk.light("");
        }
    });
}

fn joined<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(" ")
}
