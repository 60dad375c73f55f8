//! The windows over the page.

mod modal;
mod palette;
mod settings;

use super::now::{Now, NowProps};
use super::part::part;
use crate::session::Dialog;
use crate::web::shell::Shell;
use palette::Palette;
use yew::prelude::*;

/// The window that is open. The first program has it in its rest, which whoever opens one has asked for.
#[inline(never)]
pub fn window(dialog: Dialog, now: &Now, shell: &Shell) -> Html {
    match dialog {
        Dialog::Settings => settings::settings(now, shell),
        Dialog::Palette => part::<Palette>("palette", NowProps { now: now.clone() }),
    }
}
