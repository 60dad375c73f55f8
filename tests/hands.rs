//! The hands' stories without a page: the caret's steps, the parts of words, the armed label, going from name to name.

#![expect(clippy::expect_used, reason = "a test may give up")]

use hashiya::core::caret::{Selection, Unit};
use hashiya::core::history::History;
use hashiya::core::ids::Writer;
use hashiya::core::keymap::{Arrow, KeyAction};
use hashiya::core::range::TextRange;
use hashiya::core::units::Offset;
use hashiya::format::bundled::bundled;
use hashiya::session::{Action, Effect, Message, Moment, Session, Settings, update};

/// A page under test: a session and what it said last.
struct Page {
    session: Session,
    number: u32,
    said: Vec<Message>,
}

impl Page {
    fn new() -> Self {
        let session = Session::new(bundled(), History::default(), Settings::default());
        Self { session, number: 0, said: Vec::new() }
    }

    fn act(&mut self, action: Action) -> &mut Self {
        let moment = Moment { now: "2026-05-06T07:08:09.000Z".into(), writer: Writer::new("writer"), number: self.number };
        let (session, effects) = update(&self.session, &moment, action);
        self.number += effects.iter().filter(|effect| matches!(effect, Effect::Journal(_))).count() as u32;
        self.session = session;
        self.said.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Announce(message) => Some(message),
            _ => None,
        }));
        self
    }

    fn key(&mut self, key: KeyAction) -> &mut Self {
        self.act(Action::Key(key))
    }

    fn select(&mut self, start: u32, end: u32) -> &mut Self {
        self.act(Action::Select(Some(Selection { anchor: Offset(start), head: Offset(end) })))
    }

    fn label(&mut self, label: &str) -> &mut Self {
        self.act(Action::Label(label.into()))
    }

    fn caret(&mut self, at: u32) -> &mut Self {
        if !self.session.tagging {
            self.key(KeyAction::Enter);
        }
        self.act(Action::CaretTo(Offset(at), false))
    }

    fn selected(&self) -> &str {
        let document = self.session.document().expect("a document is open");
        self.session.selected().map_or("", |selection| document.document.text.slice(selection.range()))
    }

    fn parts(&self) -> Vec<&str> {
        let document = self.session.document().expect("a document is open");
        self.session.parts.iter().map(|part| document.document.text.slice(*part)).collect()
    }

    /// The spans of the open document as `LABEL:words`.
    fn spans(&self) -> Vec<String> {
        let document = self.session.document().expect("a document is open");
        document.spans.iter().map(|span| format!("{}:{}", span.label, document.document.text.slice(span.range))).collect()
    }

    fn noticed(&self) -> Option<&Message> {
        self.session.notice.as_ref()?.messages.first()
    }
}

#[test]
fn the_word_key_goes_through_the_parts_and_says_each() {
    let mut page = Page::new();
    page.caret(2530);
    let mut seen = Vec::new();
    for _ in 0..4 {
        page.key(KeyAction::Word);
        seen.push(page.selected().to_owned());
    }
    assert_eq!(seen[..2], ["للحوثيين", "لحوثيين"], "after the first lam the article stays");
    assert!(seen[1..].contains(&"للحوثيين".to_owned()), "and round: {seen:?}");
    let last = page.said.last();
    assert!(matches!(last, Some(Message::Selected(words)) if *words == seen[3]), "{last:?}");
    // A word without parts stays as it is; a caret elsewhere means another word.
    page.caret(6).key(KeyAction::Word).key(KeyAction::Word);
    assert_eq!((page.selected(), page.parts()), ("عن", vec!["عن"]));
}

#[test]
fn a_double_click_or_a_tap_offers_the_parts_as_chips() {
    let mut page = Page::new();
    page.select(3255, 3261);
    assert_eq!(page.parts(), ["لإيران", "إيران"]);
    page.act(Action::Part(1));
    assert_eq!(page.selected(), "إيران");
    assert_eq!(page.parts(), ["لإيران", "إيران"], "the way back stays open");
    page.act(Action::Part(0)).act(Action::Part(9));
    assert_eq!(page.selected(), "لإيران");
    page.act(Action::Select(None)).act(Action::Tap(Offset(3880))).act(Action::Tap(Offset(3258)));
    assert_eq!(page.parts(), [] as [&str; 0], "several words have no parts");
    page.select(4007, 4009);
    assert_eq!((page.selected(), page.parts()), ("99", vec!["99"]), "a number is one part");
}

#[test]
fn on_a_span_the_word_key_changes_its_limits_and_that_is_remembered_for_its_label() {
    let mut page = Page::new();
    page.caret(1994).key(KeyAction::Word).label("GPE").key(KeyAction::Word);
    assert_eq!(page.spans(), ["GPE:إيران"]);
    page.key(KeyAction::Undo);
    assert_eq!(page.spans(), ["GPE:وإيران"], "one step");
    page.key(KeyAction::Redo);
    // Elsewhere the key means the word there; the label is repeated as it was cut.
    page.caret(3258).key(KeyAction::Repeat);
    assert_eq!(page.spans(), ["GPE:إيران", "GPE:إيران"]);
    page.caret(2530).key(KeyAction::Repeat);
    assert_eq!(page.spans()[1], "GPE:لحوثيين");
    // Limits set by hand are as they are, and what was chosen is remembered.
    page.caret(3656).key(KeyAction::Word).key(KeyAction::Word).key(KeyAction::Word);
    assert_eq!(page.selected(), "لأمريكا");
    page.key(KeyAction::Repeat);
    assert_eq!(page.spans().last().map(String::as_str), Some("GPE:لأمريكا"));
    page.caret(3957).key(KeyAction::Repeat);
    assert_eq!(page.spans().last().map(String::as_str), Some("GPE:والمملكة"), "whole again");
}

#[test]
fn an_armed_label_goes_to_what_is_selected_and_esc_lets_go_in_order() {
    let mut page = Page::new();
    page.act(Action::Arm(Some("GPE".into())));
    assert!(matches!(page.said.last(), Some(Message::Armed(Some(_)))));
    // By keys on Enter; without a selection Enter is what it was.
    page.caret(3256).key(KeyAction::Enter);
    assert_eq!(page.spans(), [] as [&str; 0]);
    page.key(KeyAction::Word).key(KeyAction::Word).key(KeyAction::Enter);
    assert_eq!(page.spans(), ["GPE:إيران"]);
    // A word selected whole is cut alike while the label is armed.
    page.select(1993, 1999).label("GPE");
    assert_eq!(page.spans(), ["GPE:إيران", "GPE:إيران"]);
    page.caret(2530).key(KeyAction::Word);
    assert_eq!(page.selected(), "لحوثيين");
    page.key(KeyAction::Leave);
    assert!(page.session.selected().is_none() && page.session.armed.is_some() && page.session.tagging);
    page.key(KeyAction::OtherSpan(true)).key(KeyAction::Leave);
    assert!(page.session.armed.is_none() && !page.session.chosen.is_empty());
    page.key(KeyAction::Leave);
    assert!(page.session.chosen.is_empty() && page.session.tagging);
    page.act(Action::Arm(Some("ORG".into()))).act(Action::Arm(Some("ORG".into())));
    assert_eq!(page.session.armed, None, "the same again puts it down");
}

#[test]
fn a_longer_row_of_clicks_takes_back_what_a_shorter_one_tagged_and_is_one_step() {
    let mut page = Page::new();
    page.act(Action::Arm(Some("PERS".into()))).select(0, 5).label("PERS");
    let before = page.said.len();
    page.select(0, 15).act(Action::Retract);
    assert_eq!(page.said.len(), before, "in passing nothing is said of it");
    assert_eq!((page.selected(), page.spans().len()), ("الكشف عن محادثا", 0), "what is selected stays so");
    page.label("PERS");
    assert_eq!(page.spans(), ["PERS:الكشف عن محادثا"]);
    page.key(KeyAction::Undo);
    assert!(page.spans().is_empty() && page.session.history.undoable().is_none());
    // With nothing to take back it does nothing.
    page.act(Action::Retract);
    assert!(page.spans().is_empty());
}

#[test]
fn a_place_that_was_searched_for_is_selected_and_said() {
    let mut page = Page::new();
    page.act(Action::Show(TextRange::of(0, 5)));
    assert_eq!(page.selected(), "الكشف");
    assert_eq!(page.said.last(), Some(&Message::Selected("الكشف".into())));
}

#[test]
fn repeating_needs_a_label_and_gives_it_to_what_is_meant() {
    let mut page = Page::new();
    page.key(KeyAction::Repeat);
    assert_eq!(page.noticed(), Some(&Message::NoLabelYet));
    page.select(632, 644).label("PERS").select(718, 728).key(KeyAction::Repeat);
    assert_eq!(page.spans(), ["PERS:بريت ماكغورك", "PERS:باقري كاني"]);
    let first = page.session.document().and_then(|document| document.spans.iter().next()).map(|span| span.id.clone());
    page.label("OCC").act(Action::Choose(first.expect("a span"), false));
    page.key(KeyAction::Repeat);
    assert_eq!(page.spans(), ["OCC:بريت ماكغورك", "OCC:باقري كاني"]);
}

#[test]
fn names_follow_one_another_and_what_is_tagged_is_passed_over() {
    let mut page = Page::new();
    page.select(3256, 3261).label("GPE").caret(0);
    let mut found = 0;
    while found < 60 {
        page.key(KeyAction::NextName);
        if page.noticed() == Some(&Message::NoName) {
            break;
        }
        page.key(KeyAction::Repeat);
        found += 1;
    }
    let spans = page.spans();
    let iran = spans.iter().filter(|span| *span == "GPE:إيران").count();
    assert!(iran >= 10, "{iran} of {spans:?}");
    assert!(found < 60, "it comes to an end");
}

#[test]
fn the_caret_goes_by_parts_sentences_and_paragraphs() {
    let mut page = Page::new();
    let caret = |unit, arrow, extend| KeyAction::Caret(unit, arrow, extend);
    page.caret(3254).key(caret(Unit::Part, Arrow::Left, false)).key(caret(Unit::Part, Arrow::Left, true));
    assert_eq!(page.selected(), "إيران");
    let blocks = page.session.document().expect("open").document.text.blocks().to_vec();
    page.caret(0).key(caret(Unit::Block, Arrow::Down, true));
    assert_eq!(page.session.selected().map(|selection| selection.range()), Some(blocks[0].range));
    page.key(caret(Unit::Block, Arrow::Down, true));
    assert_eq!(page.session.selected().map(|selection| selection.head), Some(blocks[1].range.end()));
    page.caret(blocks[2].range.start().0).key(caret(Unit::Block, Arrow::Up, false));
    assert_eq!(page.session.selection, Some(Selection::caret(blocks[1].range.start())));
    page.caret(blocks[3].range.start().0).key(caret(Unit::Sentence, Arrow::End, true));
    let sentence = page.selected();
    assert!(sentence.ends_with('.') && !sentence[..sentence.len() - 1].contains(". "), "{sentence}");
}

#[test]
fn keys_of_ones_own_are_kept_with_the_settings() {
    let mut page = Page::new();
    page.act(Action::Rebind(KeyAction::Repeat, Some("e".into())));
    assert_eq!(Settings::read(&page.session.settings.write()).keys.key_of(KeyAction::Repeat), Some("e"));
    page.act(Action::ResetKeys);
    assert_eq!(page.session.settings.keys.key_of(KeyAction::Repeat), Some("g"));
}
