//! A page without a browser: the session as the page drives it, and what it writes under the names of the stores.

use std::rc::Rc;

use hashiya::core::caret::Selection;
use hashiya::core::ids::{IdMaker, Writer};
use hashiya::core::keymap::KeyAction;
use hashiya::core::state::State;
use hashiya::core::units::Offset;
use hashiya::format;
use hashiya::format::bundled::bundled;
use hashiya::format::native::{self, Choice, ReadFault};
use hashiya::session::{Action, Effect, Message, Moment, Session, Settings, update};
use hashiya::store::{Base, Key, Replayed, Seen, Snapshot, Values, replay};

/// When tabs work, unless they are told otherwise.
pub const NOW: &str = "2026-05-06T07:08:09.000Z";

/// A page on its own store.
#[derive(Clone)]
pub struct Tab {
    /// What it shows.
    pub session: Session,
    /// What its clock says.
    pub now: String,
    /// Names and values in the order in which they were written; of a draft the last one.
    pub written: Vec<(String, String)>,
    /// What was said since this was last emptied.
    pub said: Vec<Message>,
    writer: Writer,
    number: u32,
}

impl Tab {
    /// A page that opens on what is kept. The first of all keeps the project as shipped, as the page does.
    pub fn open(writer: &str, kept: &Values) -> Self {
        let project = bundled().project.id.clone();
        let Replayed { state, history, drafts, next_clock, .. } = replayed(kept);
        let session = Session::new(state, history.having_seen(next_clock - 1), Settings::default());
        let mut tab =
            Self { session, now: NOW.into(), written: Vec::new(), said: Vec::new(), writer: Writer::new(writer), number: 0 };
        let shipped = Key::Snapshot(project, 0).to_string();
        if kept.get(&shipped).is_none() {
            tab.written.push((shipped, snapshot(&bundled())));
        }
        for draft in drafts {
            tab.act(Action::Restore(draft));
        }
        tab
    }

    /// Carries out an action and keeps what the page would.
    pub fn act(&mut self, action: Action) -> &mut Self {
        let moment = Moment { now: self.now.clone(), writer: self.writer.clone(), number: self.number };
        let (session, effects) = update(&self.session, &moment, action);
        let project = session.state.project.id.clone();
        for effect in effects {
            match effect {
                Effect::Journal(entry) => {
                    self.number = entry.key.number + 1;
                    self.put(Key::Entry(project.clone(), entry.key.clone()), format::entry::encode(&entry));
                }
                Effect::Draft(Some(entry)) => self.put(self.draft(&project), format::entry::encode(&entry)),
                Effect::Draft(None) => {
                    let name = self.draft(&project).to_string();
                    self.written.retain(|(known, _)| *known != name);
                }
                Effect::KeepSettings => self.put(Key::Settings, session.settings.write()),
                Effect::Announce(message) => self.said.push(message),
                _ => {}
            }
        }
        self.session = session;
        self
    }

    /// Gives a stretch of the open document, in code points, a label.
    pub fn tag(&mut self, start: u32, end: u32, label: &str) -> &mut Self {
        self.act(Action::Select(Some(Selection { anchor: Offset(start), head: Offset(end) })));
        self.act(Action::Label(label.into()))
    }

    /// Opens a native file, as one change.
    ///
    /// # Errors
    /// Why it is refused; nothing is changed then.
    pub fn open_file(&mut self, text: &str) -> Result<&mut Self, ReadFault> {
        let incoming = native::read(text)?;
        let mut ids = IdMaker::new(&self.writer, self.number);
        let (transaction, _) = native::open(&self.session.state, &incoming, "ملف.json", &mut ids);
        let changes = !transaction.ops.is_empty();
        Ok(if changes { self.act(Action::Take(Rc::new(transaction))) } else { self })
    }

    /// What it has written, as a store gives it back.
    pub fn values(&self) -> Values {
        self.written.iter().cloned().collect()
    }

    fn put(&mut self, key: Key, value: String) {
        let name = key.to_string();
        if matches!(key, Key::Draft(..) | Key::Settings) {
            self.written.retain(|(known, _)| *known != name);
        }
        self.written.push((name, value));
    }

    fn draft(&self, project: &str) -> Key {
        Key::Draft(project.to_owned(), self.writer.clone())
    }
}

/// What the page makes of what is kept.
pub fn replayed(kept: &Values) -> Replayed {
    let project = bundled().project.id.clone();
    let read = |file: &str| native::read(file).ok().map(native::state_from);
    replay(&project, Base::find(&project, kept, read, bundled), kept)
}

/// A state as the value of a snapshot that holds no entry.
pub fn snapshot(state: &State) -> String {
    let project = native::write(state, NOW, &Choice::default()).expect("a state is written");
    Snapshot { seen: Seen::default(), apart: Vec::new(), project }.encode()
}

/// Everything that a state says, as the file says it: two states are one where this is one.
pub fn essence(state: &State) -> String {
    native::write(state, NOW, &Choice::default()).expect("a state is written")
}

/// A page on what is kept that takes everything back, step by step: the state it comes to, and the steps.
pub fn undone(kept: &Values) -> (Rc<State>, usize) {
    let mut tab = Tab::open("undoing", kept);
    let mut steps = 0;
    loop {
        let before = tab.number;
        tab.act(Action::Key(KeyAction::Undo));
        if tab.number == before {
            return (tab.session.state, steps);
        }
        steps += 1;
    }
}
