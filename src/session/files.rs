//! Files out and in.

use super::action::FileFault;
use super::effect::Effect;
use super::message::{Message, Tone};
use super::update::Turn;
use crate::core::history::Act;
use crate::core::ids::IdMaker;
use crate::core::transaction::{ChangeName, Transaction};
use crate::format::native::{self, Choice};

impl Turn {
    /// Offers the project as a native file. Should a span not slice to its quote, a raw back-up, named so.
    pub(super) fn download(&mut self, choice: &Choice) {
        self.keep_note();
        self.session.dialog = None;
        let state = &self.session.state;
        let day = self.moment.now.get(..10).unwrap_or_default();
        let name = format!("hashiya-{}-{day}.json", state.project.id);
        match native::write(state, &self.moment.now, choice) {
            Ok(text) => {
                self.effects.push(Effect::Announce(Message::Downloaded(name.clone())));
                self.effects.push(Effect::Offer(name, text));
            }
            Err(_) => {
                let name = format!("hashiya-{}-{day}.raw-backup.json", state.project.id);
                let text = native::raw_backup(state, &self.moment.now);
                self.notify(Tone::Error, vec![Message::BackedUp(name.clone())]);
                self.effects.push(Effect::Offer(name, text));
            }
        }
    }

    /// Opens files: all that can be read, as one undo step; what cannot is named.
    pub(super) fn open_files(&mut self, files: Vec<(String, Result<String, FileFault>)>) {
        self.keep_note();
        let mut messages = Vec::new();
        let mut tone = Tone::Info;
        let mut ids = IdMaker::new(&self.moment.writer, self.moment.number);
        let mut state = (*self.session.state).clone();
        let mut whole: Option<Transaction> = None;
        for (name, text) in files {
            let read = text.map_err(|fault| Message::Unreadable(name.clone(), fault));
            let incoming =
                read.and_then(|text| native::read(&text).map_err(|fault| Message::RefusedFile(name.clone(), Box::new(fault))));
            let message = match incoming {
                Ok(incoming) => {
                    let (transaction, report) = native::open(&state, &incoming, &name, &mut ids);
                    if let Ok(next) = transaction.apply(&state) {
                        state = next;
                        match &mut whole {
                            Some(whole) => {
                                whole.ops.extend(transaction.ops);
                                whole.name = ChangeName::Open(format!("{}، {name}", opened(&whole.name)));
                            }
                            None => whole = Some(transaction),
                        }
                    }
                    Message::Opened(name, report)
                }
                Err(message) => {
                    tone = Tone::Error;
                    message
                }
            };
            messages.push(message);
        }
        if let Some(transaction) = whole.filter(|transaction| !transaction.ops.is_empty()) {
            let touched = transaction.clone();
            if self.commit(Act::Do, transaction) {
                self.show(&touched);
            }
        }
        self.notify(tone, messages);
    }
}

fn opened(name: &ChangeName) -> &str {
    match name {
        ChangeName::Open(name) => name,
        _ => "",
    }
}
