//! The line that reminds of a copy: after a week and some hundred changes without one, once a day at most.

use crate::core::desk::DeskPage;
use crate::desk::{Desk, Now};
use crate::i18n::{
    self,
    desk::keeping::{self, Word},
};
use crate::store::reminder::Reminder;
use crate::view::{Icon, Tool};
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Where the days of the last copies are kept.
const KEPT: &str = "hashiya/copies";

fn kept() -> Reminder {
    let kept = || gloo::utils::window().local_storage().ok()??.get_item(KEPT).ok()?;
    Reminder::read(&kept().unwrap_or_default())
}

/// Where nothing can be written, nobody is reminded.
fn keep(reminder: &Reminder) {
    if let Ok(Some(storage)) = gloo::utils::window().local_storage() {
        let _ = storage.set_item(KEPT, &reminder.text());
    }
}

/// The time now, in milliseconds since 1970.
fn clock() -> u64 {
    js_sys::Date::now() as u64
}

/// The day of a project's last copy; `None` where none is known.
#[must_use]
pub fn last(project: &str) -> Option<String> {
    let at = kept().last(project)?;
    let date = js_sys::Date::new(&JsValue::from_f64(at as f64)).to_iso_string();
    date.as_string()?.get(..10).map(str::to_owned)
}

/// Remembers that a copy was made of a project, up to that clock.
pub fn copied(project: &str, at: Option<u64>) {
    let mut reminder = kept();
    reminder.copied(project, clock(), at);
    keep(&reminder);
}

/// Remembers a change; tells how many there are since the last copy when it is time to say so.
pub fn changed(project: &str, at: u64) -> Option<u64> {
    let before = kept();
    let mut reminder = before.clone();
    let due = reminder.changed(project, clock(), at);
    if reminder != before {
        keep(&reminder);
    }
    due
}

/// The line, while there is something to say. It has a key like all its neighbours: one child without would have them made
/// anew, and forget what is open in them, whenever one of them comes or goes.
pub fn line(now: &Now, desk: &Desk) -> Option<Html> {
    let changes = now.reminder?;
    let go = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.remind(None);
            desk.show(Some(DeskPage::Keeping));
        })
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.remind(None))
    };
    Some(html! {
        <div key="reminder" class="keeping-reminder" role="status" data-reminder="">
            <p key="words">{ keeping::reminder(now.lang, changes) }</p>
            <button key="do" type="button" class="button" data-action="reminder-go" onclick={go}>{ keeping::word(now.lang, Word::ReminderDo) }</button>
            { Tool::new(Icon::Close, i18n::word(now.lang, i18n::Word::Close), close).action("reminder-close").draw() }
        </div>
    })
}
