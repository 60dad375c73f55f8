//! What an action may have changed in the article is painted anew, and nothing else: what a tag costs does not grow with
//! the text. Held against painting everything.

#![expect(clippy::expect_used, reason = "a test may give up")]

use hashiya::core::caret::{Selection, Unit};
use hashiya::core::history::History;
use hashiya::core::ids::Writer;
use hashiya::core::keymap::{Arrow, KeyAction};
use hashiya::core::lanes::{self, BlockPaint};
use hashiya::core::units::Offset;
use hashiya::format::bundled::bundled;
use hashiya::session::{Action, Effect, Moment, Session, Settings, repaint, update};

/// What every block of the open document should show, as the page asks for it.
fn painted(session: &Session) -> Vec<BlockPaint> {
    let state = session.document().expect("a document is open");
    let text = &state.document.text;
    let shown = |span: &hashiya::core::span::Span| {
        let place = session.state.tagset.position(&span.label)?;
        (!session.hidden.contains(&span.label)).then(|| (place, session.chosen.contains(&span.id)))
    };
    text.blocks().iter().map(|block| lanes::paint(text, &state.spans, block, block.range, shown)).collect()
}

/// What a hand might do, by a number; places go all over the article, and spans nest, cross and repeat.
fn action(session: &Session, step: u32) -> Vec<Action> {
    let length = session.document().expect("a document is open").document.text.len().0;
    let at = step * 1_237 % (length - 40);
    let labels = session.state.tagset.labels.len() as u32;
    let label = session.state.tagset.labels[(step * 7 % labels) as usize].id.clone();
    let select = Action::Select(Some(Selection { anchor: Offset(at), head: Offset(at + 3 + step * 31 % 700) }));
    match step % 11 {
        0 => vec![Action::Key(KeyAction::Undo)],
        1 => vec![Action::Key(KeyAction::Redo)],
        2 => vec![Action::ToggleLabel(label)],
        3 => vec![Action::ChooseAll(Vec::new())],
        4 => vec![Action::Key(KeyAction::Delete)],
        5 => vec![Action::Key(KeyAction::OtherSpan(true))],
        6 => vec![Action::Label(label)],
        7 => vec![Action::Key(KeyAction::Caret(Unit::Word, Arrow::Left, false))],
        _ => vec![select, Action::Label(label)],
    }
}

#[test]
fn what_is_not_painted_anew_looks_as_it_did() {
    let mut session = Session::new(bundled(), History::default(), Settings::default());
    let (mut number, mut parts) = (0, 0);
    for step in 0..600 {
        for action in action(&session, step) {
            let moment = Moment { now: "2026-05-06T07:08:09.000Z".into(), writer: Writer::new("writer"), number };
            let (next, effects) = update(&session, &moment, action.clone());
            number += effects.iter().filter(|effect| matches!(effect, Effect::Journal(_))).count() as u32;
            if let Some(stretches) = repaint(&session, &next) {
                parts += 1;
                let blocks = next.document().expect("a document is open").document.text.blocks();
                for ((block, old), new) in blocks.iter().zip(painted(&session)).zip(painted(&next)) {
                    let anew = stretches.iter().any(|stretch| stretch.overlaps(block.range));
                    assert!(anew || old == new, "{action:?} at step {step} changed a block that is not painted anew");
                }
            }
            session = next;
        }
    }
    let spans = session.document().map_or(0, |state| state.spans.len());
    assert!(parts > 500 && spans > 100, "{parts} of the actions were bounded, {spans} spans stand");
}
