//! The windows over the page.

mod modal;
mod palette;
mod settings;

use super::now::{Now, NowProps};
use super::part::part;
use crate::draw;
use crate::session::Dialog;
use crate::web::shell::Shell;
use palette::Palette;
use yew::prelude::*;

/// The window that is open, if one is.
pub fn dialogs(now: &Now, shell: &Shell) -> Html {
    let window = match now.dialog {
        Some(Dialog::Settings) => settings::settings(now, shell),
        Some(Dialog::Palette) => part::<Palette>("palette", NowProps { now: now.clone() }),
        None => draw! { <i key="none" hidden=true /> },
    };
    draw! { <div key="windows" class="windows">{ window }</div> }
}
