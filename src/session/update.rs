//! The one door: what each action makes of a session. The parts stand in `choosing`, `editing` and `files`.

use super::action::Action;
use super::effect::Effect;
use super::message::{Message, Notice, Tone};
use super::model::{Dialog, Panel, Session};
use super::settings::{Names, SIZES, SPACINGS, Settings};
use crate::core::command::{self, Command, Context};
use crate::core::history::{Act, Entry, EntryKey, History};
use crate::core::ids::{IdMaker, Writer};
use crate::core::keymap::{KeyAction, Keys};
use crate::core::refusal::Refusal;
use crate::core::transaction::{ChangeName, Transaction};
use crate::core::travel;
use std::borrow::Borrow;
use std::rc::Rc;

/// What the browser brings to an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The time: RFC 3339, UTC.
    pub now: String,
    /// Who writes the journal here.
    pub writer: Writer,
    /// The number of the next entry; each [`Effect::Journal`] uses up one.
    pub number: u32,
}

/// The session after an action, and what it asks of the browser.
#[must_use]
pub fn update(session: &Session, moment: &Moment, action: impl Borrow<Action>) -> (Session, Vec<Effect>) {
    let mut turn = Turn { session: session.clone(), effects: Vec::new(), moment: moment.clone() };
    turn.act(action.borrow());
    if turn.session.selection != session.selection || turn.session.open != session.open {
        turn.find_parts();
    }
    if turn.session.selected().is_none() {
        turn.session.base = None;
    }
    (turn.session, turn.effects)
}

/// One action being carried out.
pub(super) struct Turn {
    pub(super) session: Session,
    pub(super) effects: Vec<Effect>,
    pub(super) moment: Moment,
}

impl Turn {
    fn act(&mut self, action: &Action) {
        match action {
            Action::Key(key) => self.key(*key),
            Action::Select(selection) => self.select(*selection),
            Action::Show(range) => self.go_to(*range),
            Action::CaretTo(offset, extend) => self.caret_to(*offset, *extend),
            Action::Click(spans, add) => self.click(spans.clone(), *add),
            Action::Tap(offset) => self.tap(*offset),
            Action::Choose(span, add) => self.choose(span, *add),
            Action::ChooseAll(spans) => self.choose_all(spans.clone()),
            Action::Label(label) => self.label(label),
            Action::Part(place) => self.part(*place),
            Action::Arm(label) => self.arm(label.clone()),
            Action::Retract => {
                if let Ok((act, transaction)) = travel::undo(&self.session.state, &self.session.history) {
                    self.commit(act, transaction);
                }
            }
            Action::Relabel(label) => self.relabel(label),
            Action::Delete => self.delete(),
            Action::Nudge(edge, forward) => self.nudge(*edge, *forward),
            Action::DragEdge(edge, offset, piece) => self.drag_edge(*edge, *offset, *piece),
            Action::AddFragment => self.add_fragment(),
            Action::RemoveFragment(piece) => self.remove_fragment(*piece),
            Action::OpenNote => self.open_note(),
            Action::TypeNote(text) => self.type_note(text.clone()),
            Action::KeepNote => self.keep_note(),
            Action::DropNote => self.drop_note(),
            Action::Restore(draft) => {
                self.commit(Act::Do, draft.transaction.clone());
            }
            Action::Merge(merged) => self.merge(&merged.0, &merged.1),
            Action::Beside(others) => self.session.history = self.session.history.clone().beside(others.clone()),
            Action::Take(transaction) => {
                let name = transaction.name.clone();
                if self.commit(Act::Do, Transaction::clone(transaction)) {
                    // What files brought is told in full.
                    match name {
                        ChangeName::Open(_) => self.show(transaction),
                        name => self.effects.push(Effect::Announce(Message::Done(name))),
                    }
                }
            }
            Action::Told(tone, messages) => self.notify(*tone, messages.clone()),
            Action::NotLoaded => self.notify(Tone::Error, vec![Message::NotLoaded]),
            Action::Open(document, span) => self.open(document, span.as_ref()),
            Action::ToggleLabel(label) => {
                let hidden = Rc::make_mut(&mut self.session.hidden);
                match hidden.iter().position(|other| other == label) {
                    Some(place) => drop(hidden.remove(place)),
                    None => hidden.push(label.clone()),
                }
            }
            Action::Veil(spans) => self.session.veiled.clone_from(spans),
            Action::ShowLabels => self.session.hidden = Rc::default(),
            Action::Status(document, status) => {
                self.command(&Command::Status(document.clone(), *status));
            }
            Action::Annotator(name) => {
                let name = name.trim();
                self.command(&Command::Annotator((!name.is_empty()).then(|| name.to_owned())));
            }
            Action::Speak(language) => self.set(|settings| settings.lang = *language),
            Action::Theme(theme) => self.set(|settings| settings.theme = *theme),
            Action::Size(larger) => self.set(|settings| settings.size = stepped(settings.size, *larger, SIZES)),
            Action::Spacing(wider) => self.set(|settings| settings.spacing = stepped(settings.spacing, *wider, SPACINGS)),
            Action::Names(names) => self.set(|settings| settings.names = *names),
            Action::SingleKeys(on) => self.set(|settings| settings.single_keys = *on),
            Action::Rebind(action, key) => self.set(|settings| settings.keys.set(*action, key.clone())),
            Action::ResetKeys => self.set(|settings| settings.keys = Keys::default()),
            Action::Panel(panel) => self.session.panel = *panel,
            Action::Filter(filter) => self.session.filter = Rc::new(filter.clone()),
            Action::Dialog(dialog) => self.session.dialog = *dialog,
            Action::Dismiss => self.session.notice = None,
            Action::Download => self.download(),
            Action::Saved(saved) => self.kept(*saved),
            Action::Stores(facts) => self.stores(*facts),
        }
    }

    fn key(&mut self, key: KeyAction) {
        match key {
            KeyAction::Undo => self.travel(travel::undo(&self.session.state, &self.session.history), Message::Undone),
            KeyAction::Redo => self.travel(travel::redo(&self.session.state, &self.session.history), Message::Redone),
            KeyAction::Delete => self.delete(),
            KeyAction::Note => self.open_note(),
            KeyAction::OtherSpan(next) => self.other_span(next),
            KeyAction::Hold(edge) => self.hold(edge),
            KeyAction::Caret(unit, arrow, extend) => self.arrow(unit, arrow, extend),
            KeyAction::Enter => self.enter(),
            KeyAction::Leave => self.leave(),
            KeyAction::Word => self.word(),
            KeyAction::NextName => self.next_name(),
            KeyAction::Repeat => self.repeat(),
            KeyAction::All => self.select_all(),
            KeyAction::OtherDocument(next) => self.other_document(next),
            KeyAction::List => {
                let listed = self.session.panel == Panel::List;
                self.session.panel = if listed { Panel::Margin } else { Panel::List };
            }
            KeyAction::Names => {
                let place = Names::ALL.iter().position(|names| *names == self.session.settings.names).unwrap_or(0);
                self.set(|settings| settings.names = Names::ALL[(place + 1) % Names::ALL.len()]);
            }
            KeyAction::Palette => self.session.dialog = Some(Dialog::Palette),
            KeyAction::Download => self.download(),
            KeyAction::Fragment => self.add_fragment(),
            KeyAction::Shape(act) => {
                self.keep_note();
                self.effects.push(Effect::Shape(act));
            }
            KeyAction::Suggest(accept) => self.effects.push(Effect::Suggest(accept)),
            KeyAction::Desk(page) => {
                self.keep_note();
                self.session.dialog = None;
                self.effects.push(Effect::Desk(page));
            }
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        change(Rc::make_mut(&mut self.session.settings));
        self.effects.push(Effect::KeepSettings);
    }

    fn travel(
        &mut self,
        found: Result<(Act, Transaction), Refusal>,
        said: impl FnOnce(crate::core::transaction::ChangeName) -> Message,
    ) {
        match found {
            Ok((act, transaction)) => {
                let name = transaction.name.clone();
                self.show(&transaction);
                if self.commit(act, transaction.clone()) {
                    // A document that has come back opens.
                    self.show(&transaction);
                    self.choose_touched(&transaction);
                    self.effects.push(Effect::Announce(said(name)));
                }
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// Carries out a command of the project. Returns whether it was.
    pub(super) fn command(&mut self, command: &Command) -> Option<Transaction> {
        let ids = IdMaker::new(&self.moment.writer, self.moment.number);
        let mut context = Context { now: self.moment.now.clone(), ids, annotator: None };
        match command::run(&self.session.state, &mut context, command) {
            Ok(transaction) => {
                let name = transaction.name.clone();
                let done = self.commit(Act::Do, transaction.clone());
                if done {
                    self.effects.push(Effect::Announce(Message::Done(name)));
                }
                done.then_some(transaction)
            }
            Err(Refusal::NoChange) => None,
            Err(refusal) => {
                self.refuse(refusal);
                None
            }
        }
    }

    /// Applies a transaction, writes it into the history and hands it to the journal.
    pub(super) fn commit(&mut self, act: Act, transaction: Transaction) -> bool {
        let Ok(state) = transaction.apply(&self.session.state) else {
            self.refuse(Refusal::Depended);
            return false;
        };
        let entry = self.entry(act, transaction);
        self.moment.number += 1;
        self.session.history = self.session.history.clone().with(entry.clone());
        self.session.saved = super::model::Saved::Waiting;
        self.session.notice = None;
        self.effects.push(Effect::Journal(entry));
        self.become_state(Rc::new(state));
        true
    }

    /// The next entry of the journal.
    pub(super) fn entry(&self, act: Act, transaction: Transaction) -> Rc<Entry> {
        self.entry_after(&self.session.history, act, transaction)
    }

    /// The next entry of the journal, after that history.
    pub(super) fn entry_after(&self, history: &History, act: Act, transaction: Transaction) -> Rc<Entry> {
        let key = EntryKey { writer: self.moment.writer.clone(), number: self.moment.number };
        let clock = history.next_clock();
        Rc::new(Entry { key, clock, at: self.moment.now.clone(), act, transaction })
    }

    pub(super) fn refuse(&mut self, refusal: Refusal) {
        let tone = if refusal == Refusal::Depended { Tone::Error } else { Tone::Info };
        self.notify(tone, vec![Message::Refused(refusal)]);
    }

    pub(super) fn notify(&mut self, tone: Tone, messages: Vec<Message>) {
        self.session.notice = Some(Rc::new(Notice { tone, messages }));
    }
}

fn stepped(step: u8, up: bool, steps: u8) -> u8 {
    if up { (step + 1).min(steps - 1) } else { step.saturating_sub(1) }
}
