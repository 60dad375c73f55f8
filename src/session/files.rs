//! Files out.

use super::effect::Effect;
use super::message::{Message, Tone};
use super::update::Turn;
use crate::format::native;

impl Turn {
    /// Offers the project as a native file. Should a span not slice to its quote, a raw back-up, named so.
    #[inline(never)]
    pub(super) fn download(&mut self) {
        self.keep_note();
        self.session.dialog = None;
        let state = &self.session.state;
        let day = self.moment.now.get(..10).unwrap_or_default();
        let name = format!("hashiya-{}-{day}.json", state.project.id);
        match native::write_whole(state, &self.moment.now) {
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
}
