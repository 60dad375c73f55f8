//! The windows over the page.

mod downloads;
mod help;
mod modal;
mod palette;
mod settings;

use super::now::NowProps;
use crate::session::Dialog;
use downloads::Downloads;
use help::Help;
use palette::Palette;
use settings::SettingsWindow;
use yew::prelude::*;

/// The window that is open, if one is.
#[component]
pub fn Dialogs(props: &NowProps) -> Html {
    let now = &props.now;
    let window = match now.dialog {
        Some(Dialog::Help) => html! { <Help key="help" now={now.clone()} /> },
        Some(Dialog::Settings) => html! { <SettingsWindow key="settings" now={now.clone()} /> },
        Some(Dialog::Palette) => html! { <Palette key="palette" now={now.clone()} /> },
        Some(Dialog::Downloads) => html! { <Downloads key="downloads" now={now.clone()} /> },
        None => html! { <i key="none" hidden=true /> },
    };
    html! { <div class="windows">{ window }</div> }
}
