//! The page's stories without a page: actions in, sessions and effects out, on the bundled articles.

#![expect(clippy::expect_used, reason = "a test may give up")]

use hashiya::core::caret::{Selection, Unit};
use hashiya::core::command::{Context, Edge};
use hashiya::core::document::Status;
use hashiya::core::edit_documents;
use hashiya::core::history::History;
use hashiya::core::ids::{IdMaker, SpanId, Writer};
use hashiya::core::keymap::{Arrow, KeyAction};
use hashiya::core::range::TextRange;
use hashiya::core::refusal::Refusal;
use hashiya::core::units::Offset;
use hashiya::format::bundled::bundled;
use hashiya::format::native::{Opened, open_files};
use hashiya::i18n::desk::files::told;
use hashiya::i18n::document_name;
use hashiya::session::{Action, Effect, Language, Message, Moment, Session, Settings, Tone, update};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A page under test: a session and what it has asked for so far.
struct Page {
    session: Session,
    number: u32,
    effects: Vec<Effect>,
}

impl Page {
    fn new() -> Self {
        let session = Session::new(bundled(), History::default(), Settings::default());
        Self { session, number: 0, effects: Vec::new() }
    }

    fn act(&mut self, action: Action) -> &mut Self {
        let moment = Moment { now: "2026-05-06T07:08:09.000Z".into(), writer: Writer::new("writer"), number: self.number };
        let (session, effects) = update(&self.session, &moment, action);
        self.number += effects.iter().filter(|effect| matches!(effect, Effect::Journal(_))).count() as u32;
        self.session = session;
        self.effects.extend(effects);
        self
    }

    fn key(&mut self, key: KeyAction) -> &mut Self {
        self.act(Action::Key(key))
    }

    fn select(&mut self, start: u32, end: u32) -> &mut Self {
        self.act(Action::Select(Some(Selection { anchor: Offset(start), head: Offset(end) })))
    }

    fn tag(&mut self, start: u32, end: u32, label: &str) -> SpanId {
        self.select(start, end).act(Action::Label(label.into()));
        self.session.chosen.last().cloned().expect("a span was made and chosen")
    }

    /// The spans of the open document as `LABEL:words`.
    fn spans(&self) -> Vec<String> {
        let document = self.session.document().expect("a document is open");
        document.spans.iter().map(|span| format!("{}:{}", span.label, document.document.text.slice(span.range))).collect()
    }

    fn selected(&self) -> Option<&str> {
        let document = self.session.document()?;
        Some(document.document.text.slice(self.session.selected()?.range()))
    }

    fn refusal(&self) -> Option<&Refusal> {
        self.session.notice.as_ref()?.messages.iter().find_map(|message| match message {
            Message::Refused(refusal) => Some(refusal),
            _ => None,
        })
    }

    /// Opens a file as the desk does, and gives what came of it.
    fn open(&mut self, name: &str, text: &str) -> Vec<Opened> {
        let mut ids = IdMaker::new(&Writer::new("desk"), self.number);
        let opening = open_files(&self.session.state, vec![(name.to_owned(), Ok(text.to_owned()))], &mut ids);
        if let Some(transaction) = opening.transaction {
            self.act(Action::Take(Rc::new(transaction)));
        }
        let tone = if opening.files.iter().any(Opened::is_fault) { Tone::Error } else { Tone::Info };
        let messages = opening.files.iter().map(|file| Message::Told([told(Language::Ar, file), told(Language::En, file)]));
        self.act(Action::Told(tone, messages.collect()));
        opening.files
    }

    fn journal(&self) -> usize {
        self.effects.iter().filter(|effect| matches!(effect, Effect::Journal(_))).count()
    }
}

#[test]
fn a_tag_inside_lam_alef_lands_where_it_was_made_and_is_undone() {
    let mut page = Page::new();
    let before = page.session.state.clone();
    page.tag(3256, 3261, "GPE");
    assert_eq!(page.spans(), ["GPE:إيران"]);
    assert_eq!(page.session.document().map(|d| d.status), Some(Status::Working));
    let after = page.session.state.clone();
    page.key(KeyAction::Undo);
    assert!(page.session.state == before, "the first tag makes the set; undo takes both back");
    page.key(KeyAction::Redo);
    assert!(page.session.state == after);
    assert_eq!(page.journal(), 3, "undo and redo are entries themselves");
}

#[test]
fn a_label_goes_to_the_selection_else_to_the_chosen_spans() {
    let mut page = Page::new();
    page.tag(632, 644, "PERS");
    assert_eq!(page.session.selection, None, "the selection is used up");
    page.act(Action::Label("OCC".into()));
    assert_eq!(page.spans(), ["OCC:بريت ماكغورك"]);
    page.act(Action::Click(Vec::new(), false)).act(Action::Label("ORG".into()));
    assert_eq!(page.refusal(), Some(&Refusal::NothingSelected));
}

#[test]
fn undo_has_no_limit_and_ends_where_it_began() {
    let mut page = Page::new();
    let before = page.session.state.clone();
    for start in 0..150 {
        page.tag(start * 20, start * 20 + 15, ["PERS", "ORG", "GPE"][start as usize % 3]);
    }
    let mut history = Vec::new();
    while page.session.history.undoable().is_some() {
        history.push(page.session.state.clone());
        page.key(KeyAction::Undo);
    }
    assert_eq!(history.len(), 150);
    assert!(page.session.state == before);
    while let Some(state) = history.pop() {
        page.key(KeyAction::Redo);
        assert!(page.session.state == state);
    }
    page.key(KeyAction::Redo);
    assert_eq!(page.refusal(), Some(&Refusal::NothingToRedo));
}

#[test]
fn the_caret_goes_with_the_arrows_of_the_line() {
    let mut page = Page::new();
    page.key(KeyAction::Enter);
    assert!(page.session.tagging);
    page.key(KeyAction::Caret(Unit::Word, Arrow::Left, true));
    assert_eq!(page.selected(), Some("الكشف"), "left is forward where the line runs from right to left");
    page.key(KeyAction::Caret(Unit::Grapheme, Arrow::Right, true));
    assert_eq!(page.selected(), Some("الكش"));
    page.act(Action::Label("EVENT".into()));
    assert_eq!(page.spans(), ["EVENT:الكش"]);
    assert_eq!(page.session.selection, Some(Selection::caret(Offset(4))), "reading goes on behind the span");
    page.key(KeyAction::Hold(Edge::End)).key(KeyAction::Caret(Unit::Grapheme, Arrow::Left, false));
    assert_eq!(page.spans(), ["EVENT:الكشف"]);
    for _ in 0..3 {
        page.key(KeyAction::Leave);
    }
    assert!(!page.session.tagging);
}

#[test]
fn the_caret_walks_over_spaces_one_by_one_with_shift_held() {
    let mut page = Page::new();
    page.key(KeyAction::Enter);
    for _ in 0..7 {
        page.key(KeyAction::Caret(Unit::Grapheme, Arrow::Left, true));
    }
    assert_eq!(page.selected(), Some("الكشف ع"));
}

#[test]
fn clicks_go_through_all_spans_under_one_point() {
    let mut page = Page::new();
    let outer = page.tag(686, 713, "OCC");
    let inner = page.tag(691, 704, "ORG");
    let hits = vec![inner.clone(), outer.clone()];
    page.act(Action::Click(Vec::new(), false));
    page.act(Action::Click(hits.clone(), false));
    assert_eq!(page.session.chosen, std::slice::from_ref(&inner));
    page.act(Action::Click(hits.clone(), false));
    assert_eq!(page.session.chosen, std::slice::from_ref(&outer));
    page.act(Action::Click(hits, false));
    assert_eq!(page.session.chosen, std::slice::from_ref(&inner));
    page.act(Action::Click(vec![outer.clone()], true));
    assert_eq!(page.session.chosen, [inner, outer]);
    page.act(Action::Relabel("EVENT".into()));
    assert_eq!(page.spans().iter().filter(|span| span.starts_with("EVENT")).count(), 2);
    page.key(KeyAction::Undo).act(Action::Delete);
    assert_eq!(page.spans(), [] as [String; 0]);
}

#[test]
fn a_note_is_one_entry_however_long_it_is_typed_and_its_draft_is_what_it_becomes() {
    let mut page = Page::new();
    page.tag(632, 644, "PERS");
    page.key(KeyAction::Note);
    for text in ["م", "مب", "مبعوث"] {
        page.act(Action::TypeNote(text.into()));
    }
    let mut drafts = page.effects.iter().rev().filter_map(|effect| match effect {
        Effect::Draft(Some(draft)) => Some(draft.clone()),
        _ => None,
    });
    let draft = drafts.next().expect("a draft is kept");
    assert_eq!(page.journal(), 1);
    page.act(Action::KeepNote);
    assert_eq!(page.session.active().map(|span| span.note.as_str()), Some("مبعوث"));
    let kept = page.effects.iter().rev().find_map(|effect| match effect {
        Effect::Journal(entry) => Some(entry.clone()),
        _ => None,
    });
    assert_eq!(kept, Some(draft), "a crash would have brought back the same entry");
    page.key(KeyAction::Undo);
    assert_eq!(page.session.active().map(|span| span.note.as_str()), Some(""));
}

#[test]
fn what_is_downloaded_opens_again_and_the_second_time_adds_nothing() {
    let mut page = Page::new();
    page.tag(3256, 3261, "GPE");
    page.tag(4008, 4016, "CARDINAL");
    page.act(Action::Download);
    let file = page.effects.iter().find_map(|effect| match effect {
        Effect::Offer(name, text) => Some((name.clone(), text.clone())),
        _ => None,
    });
    let (name, text) = file.expect("a file is offered");
    assert_eq!(name, "hashiya-oman-talks-2026-05-06.json");
    let mut other = Page::new();
    other.open(&name, &text);
    assert_eq!(other.spans(), page.spans());
    let entries = other.journal();
    other.open(&name, &text);
    assert_eq!((other.spans(), other.journal()), (page.spans(), entries));
    other.key(KeyAction::Undo);
    assert_eq!(other.session.state.documents[0].spans.len(), 0, "the whole opening is one step");
}

#[test]
fn a_bad_file_changes_nothing_and_is_named() {
    let mut page = Page::new();
    page.tag(632, 644, "PERS");
    let before = page.session.state.clone();
    for text in ["", "{", "[]", "{\"format\":\"other\"}", "{\"format\":\"hashiya\",\"version\":2}"] {
        let told = page.open("x.json", text);
        assert!(page.session.state == before, "{text}");
        assert!(matches!(&told[..], [Opened::Refused(name, _)] if name == "x.json"), "{told:?}");
        let notice = page.session.notice.clone().expect("something is said");
        assert_eq!(notice.tone, Tone::Error);
        assert!(
            matches!(&notice.messages[..], [Message::Told([ar, en])] if ar.contains("x.json") && en.contains("x.json")),
            "{notice:?}"
        );
    }
}

#[test]
fn undo_shows_the_document_it_changes() {
    let mut page = Page::new();
    page.tag(632, 644, "PERS");
    page.key(KeyAction::OtherDocument(true));
    assert_eq!(page.session.open.as_str(), "nyt-report");
    page.key(KeyAction::Undo);
    assert_eq!(page.session.open.as_str(), "ft-report");
}

#[test]
fn next_and_previous_go_round_the_shown_spans() {
    let mut page = Page::new();
    let first = page.tag(36, 41, "GPE");
    let second = page.tag(632, 644, "PERS");
    let third = page.tag(718, 732, "PERS");
    let walk = |page: &mut Page, next| page.key(KeyAction::OtherSpan(next)).session.chosen.clone();
    assert_eq!(walk(&mut page, true), std::slice::from_ref(&first));
    assert_eq!(walk(&mut page, false), std::slice::from_ref(&third));
    page.act(Action::ToggleLabel("PERS".into()));
    assert_eq!(walk(&mut page, true), std::slice::from_ref(&first));
    page.act(Action::ShowLabels).act(Action::Choose(first, false));
    assert_eq!(walk(&mut page, true), std::slice::from_ref(&second));
}

#[test]
fn ids_are_never_made_twice() {
    let mut page = Page::new();
    let mut ids = BTreeSet::new();
    for start in 0..60 {
        ids.insert(page.tag(start * 30, start * 30 + 20, "PERS"));
    }
    assert_eq!(ids.len(), 60);
    page.select(0, 38).act(Action::Nudge(Edge::End, false));
    assert_eq!(
        page.session.selected().map(Selection::range),
        Some(TextRange::of(0, 35)),
        "the mark goes with its letter, the space with neither"
    );
}

#[test]
fn when_the_open_document_goes_its_neighbour_opens_and_undo_brings_it_back() {
    let mut page = Page::new();
    page.tag(632, 644, "PERS");
    let (before, [first, second]) = (page.session.state.clone(), ["ft-report", "nyt-report"]);
    let context = Context { now: String::new(), ids: IdMaker::new(&Writer::new("desk"), 0), annotator: None };
    for (gone, stays) in [(first, second), (second, first)] {
        page.act(Action::Open(gone.into(), None));
        let removed = edit_documents::remove(&page.session.state, &context, &[gone.into()]).expect("it goes");
        page.select(0, 5).act(Action::Take(Rc::new(removed)));
        assert_eq!((page.session.open.as_str(), page.session.selection), (stays, None));
        assert_eq!(page.session.state.documents.len(), 1);
        page.key(KeyAction::Undo);
        assert_eq!((page.session.open.as_str(), &page.session.state), (gone, &before));
        page.key(KeyAction::Redo).key(KeyAction::OtherDocument(true));
        assert_eq!(page.session.open.as_str(), stays);
        page.key(KeyAction::Undo);
    }
    // A title of one's own goes before the short name of a bundled article.
    let renamed = edit_documents::rename(&page.session.state, &first.into(), "خبر").expect("a title");
    page.act(Action::Take(Rc::new(renamed)));
    let name = |page: &Page| document_name(Language::Ar, &page.session.state.documents[0].document);
    assert_eq!(name(&page), "خبر");
    page.key(KeyAction::Undo);
    assert_ne!(name(&page), "خبر");
}
