//! Two tabs on one project, without a page: what each does comes to the other, and what is open there stays.

#![expect(clippy::expect_used, reason = "a test may give up")]

use hashiya::core::caret::Selection;
use hashiya::core::document::Document;
use hashiya::core::history::{Entry, History};
use hashiya::core::ids::{SpanId, Writer};
use hashiya::core::keymap::KeyAction;
use hashiya::core::op::{Item, Op};
use hashiya::core::refusal::Refusal;
use hashiya::core::text::Text;
use hashiya::core::transaction::{ChangeName, Transaction};
use hashiya::core::units::Offset;
use hashiya::format::bundled::bundled;
use hashiya::session::{Action, Effect, Message, Moment, Session, Settings, update};
use hashiya::store::{Journal, Seen};
use std::rc::Rc;

const TEXT: &str = "ar-2";

/// A tab: a session, its journal, and what it has written and kept as a draft.
struct Tab {
    session: Session,
    journal: Journal,
    writer: Writer,
    number: u32,
    written: Vec<Rc<Entry>>,
    draft: Option<Rc<Entry>>,
}

impl Tab {
    fn new(writer: &str, other: &str) -> Self {
        let session = Session::new(bundled(), History::default(), Settings::default());
        let journal = Journal::new(bundled(), Seen::default(), Vec::new(), 0);
        let mut tab = Self { session, journal, writer: writer.into(), number: 0, written: Vec::new(), draft: None };
        tab.act(Action::Beside(Rc::new(vec![other.into()])));
        tab
    }

    /// Does as the shell does.
    fn act(&mut self, action: Action) -> &mut Self {
        let moment = Moment { now: "2026-05-06T07:08:09.000Z".into(), writer: self.writer.clone(), number: self.number };
        let (session, effects) = update(&self.session, &moment, action);
        self.session = session;
        let mut made = Vec::new();
        for effect in effects {
            match effect {
                Effect::Journal(entry) => {
                    made.push(entry.clone());
                    self.written.push(entry);
                }
                Effect::Wait(entry) => {
                    drop(self.journal.take(vec![entry.clone()]));
                    self.written.push(entry);
                }
                Effect::Draft(draft) => self.draft = draft,
                _ => {}
            }
        }
        self.number = self.written.len() as u32;
        if let Some(merged) = self.journal.made(&made, &self.session.state, &self.session.history) {
            self.act(Action::Merge(Rc::new((merged.state, merged.history))));
        }
        self
    }

    /// Hears all that the other has written.
    fn hear(&mut self, other: &Self) -> &mut Self {
        if let Some(merged) = self.journal.take(other.written.clone()) {
            self.act(Action::Merge(Rc::new((merged.state, merged.history))));
        }
        self
    }

    fn tag(&mut self, start: u32, end: u32, label: &str) -> SpanId {
        self.act(Action::Select(Some(Selection { anchor: Offset(start), head: Offset(end) }))).act(Action::Label(label.into()));
        self.session.chosen.last().cloned().expect("a span was made and chosen")
    }

    fn spans(&self) -> Vec<String> {
        let document = self.session.document().expect("a document is open");
        document.spans.iter().map(|span| format!("{}:{}", span.label, document.document.text.slice(span.range))).collect()
    }

    fn note(&self, span: &SpanId) -> Option<&str> {
        self.session.document()?.spans.get(span).map(|span| span.note.as_str())
    }
}

fn two() -> (Tab, Tab) {
    (Tab::new("x", "y"), Tab::new("y", "x"))
}

#[test]
fn what_another_tab_does_is_seen_and_what_is_open_here_stays() {
    let (mut here, mut there) = two();
    let (mine, doomed) = (here.tag(632, 644, "PERS"), here.tag(3256, 3261, "GPE"));
    there.hear(&here);
    here.act(Action::ChooseAll(vec![doomed.clone(), mine.clone()])).act(Action::OpenNote).act(Action::TypeNote("مبعو".into()));
    let (open, note) = (here.session.open.clone(), here.session.note.clone());
    there.tag(700, 712, "ORG");
    there.act(Action::ChooseAll(vec![doomed])).act(Action::Delete);
    here.hear(&there);
    assert_eq!(here.spans(), there.spans());
    assert_eq!(here.spans().len(), 2);
    assert_eq!((&here.session.chosen, &here.session.open), (&vec![mine.clone()], &open));
    assert_eq!(here.session.note, note, "the note being typed");
    // The draft follows: it comes after what the other tab has done.
    let clock = there.written.iter().map(|entry| entry.clock).max();
    assert!(here.draft.as_ref().map(|draft| draft.clock) > clock);
    here.act(Action::TypeNote("مبعوث".into())).act(Action::KeepNote);
    there.hear(&here);
    assert_eq!(there.note(&mine), Some("مبعوث"));
    // A selection and a caret stay where they are.
    let selection = Some(Selection { anchor: Offset(20), head: Offset(30) });
    here.act(Action::Select(selection));
    there.tag(20, 26, "GPE");
    here.hear(&there);
    assert_eq!(here.session.selection, selection);
    assert!(here.session.state == there.session.state);
}

#[test]
fn a_note_typed_on_a_span_that_another_tab_deletes_comes_back_with_it() {
    let (mut here, mut there) = two();
    let span = here.tag(632, 644, "PERS");
    there.hear(&here);
    here.act(Action::ChooseAll(vec![span.clone()])).act(Action::OpenNote).act(Action::TypeNote("كُتبت قبل الحذف".into()));
    there.act(Action::ChooseAll(vec![span.clone()])).act(Action::Delete);
    here.hear(&there);
    assert_eq!((here.spans().len(), &here.session.note, &here.draft), (0, &None, &None));
    there.hear(&here).act(Action::Key(KeyAction::Undo));
    assert_eq!(there.note(&span), Some("كُتبت قبل الحذف"));
    here.hear(&there);
    assert_eq!(here.note(&span), Some("كُتبت قبل الحذف"));
    assert!(here.session.state == there.session.state);
    // What is done from then on is numbered and ordered as ever.
    here.tag(3256, 3261, "GPE");
    there.hear(&here);
    assert_eq!(there.spans(), here.spans());
}

#[test]
fn a_document_that_another_tab_takes_back_is_not_open_any_more() {
    let (mut here, mut there) = two();
    let text = "زار محمود عباس القاهرة";
    let document = Document {
        id: TEXT.into(),
        title: "ثان".into(),
        text: Rc::new(Text::new(text)),
        sha256: Document::hash(text),
        ..Document::clone(&bundled().documents[0].document)
    };
    let ops = vec![Op::Add(Item::Document(Rc::new(document)))];
    there.act(Action::Take(Rc::new(Transaction { name: ChangeName::Open("file.json".into()), document: None, ops })));
    here.hear(&there).act(Action::Open(TEXT.into(), None));
    assert_eq!(here.session.open.as_str(), TEXT, "{:?}", there.session.notice);
    there.act(Action::Key(KeyAction::Undo));
    here.hear(&there);
    assert_eq!(here.session.open, bundled().documents[0].document.id);
    assert!(here.session.document().is_some());
}

#[test]
fn undo_that_another_tab_stands_in_the_way_of_says_why() {
    let (mut here, mut there) = two();
    let span = here.tag(632, 644, "PERS");
    there.hear(&here).act(Action::ChooseAll(vec![span])).act(Action::Relabel("OCC".into()));
    here.hear(&there).act(Action::Key(KeyAction::Undo));
    let said = here.session.notice.as_ref().map(|notice| notice.messages.clone());
    assert_eq!(said, Some(vec![Message::Refused(Refusal::Depended)]));
    assert_eq!(here.spans(), ["OCC:بريت ماكغورك"]);
    // Once that tab is closed, its change is one like any other.
    here.act(Action::Beside(Rc::default())).act(Action::Key(KeyAction::Undo));
    assert_eq!(here.spans(), ["PERS:بريت ماكغورك"]);
}
