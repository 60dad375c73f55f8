//! Work as people do it, at random and without a browser: tags, notes, other labels, other limits, deletions, undo and redo.

use hashiya::core::command::Edge;
use hashiya::core::document::Status;
use hashiya::core::ids::LabelId;
use hashiya::core::keymap::KeyAction;
use hashiya::session::Action;

use crate::chance::Chance;
use crate::tab::Tab;

/// Makes one edit at random. What is refused is tried otherwise, so that there is always one.
pub fn edit(tab: &mut Tab, chance: &mut Chance) {
    let before = tab.session.history.len();
    let entries = tab.written.len();
    for _ in 0..50 {
        attempt(tab, chance);
        if tab.written.len() != entries || tab.session.history.len() != before {
            return;
        }
    }
    panic!("of fifty things none could be done");
}

fn attempt(tab: &mut Tab, chance: &mut Chance) {
    let label = chance.pick(&tab.session.state.tagset.labels).id.clone();
    match chance.below(20) {
        0..10 => tag(tab, chance, label),
        10 | 11 => on_one(tab, chance, vec![Action::Relabel(label)]),
        12 | 13 => {
            let words = format!("حاشية {} 🙂", chance.below(1_000));
            on_one(tab, chance, vec![Action::OpenNote, Action::TypeNote(words), Action::KeepNote]);
        }
        14 => on_one(tab, chance, vec![Action::Delete]),
        15 => {
            let (edge, forward) = (*chance.pick(&[Edge::Start, Edge::End]), chance.below(2) == 0);
            on_one(tab, chance, vec![Action::Nudge(edge, forward)]);
        }
        16 | 17 => {
            tab.act(Action::Key(KeyAction::Undo));
        }
        18 => {
            tab.act(Action::Key(KeyAction::Redo));
        }
        _ => {
            let document = chance.pick(&tab.session.state.documents).document.id.clone();
            let status = *chance.pick(&Status::ALL);
            tab.act(Action::Open(document.clone(), None)).act(Action::Status(document, status));
        }
    }
}

fn tag(tab: &mut Tab, chance: &mut Chance, label: LabelId) {
    let Some(document) = tab.session.document() else { return };
    let length = document.document.text.len().0;
    let start = chance.below(length as usize - 12) as u32;
    tab.tag(start, start + 2 + chance.below(10) as u32, label.as_str());
}

/// Chooses a span of the open document, where there is one, and does that with it.
fn on_one(tab: &mut Tab, chance: &mut Chance, actions: Vec<Action>) {
    let Some(document) = tab.session.document() else { return };
    let spans = document.spans.iter().map(|span| span.id.clone()).collect::<Vec<_>>();
    if !spans.is_empty() {
        let span = chance.pick(&spans).clone();
        for action in std::iter::once(Action::Choose(span, false)).chain(actions) {
            tab.act(action);
        }
    }
}

/// A tab after so many edits from the first visit on, and what it showed after each.
pub fn worked(count: usize, chance: &mut Chance) -> Tab {
    let mut tab = Tab::open("w", &Default::default());
    (0..count).for_each(|_| edit(&mut tab, chance));
    tab
}
