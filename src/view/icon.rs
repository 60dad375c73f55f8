//! The icons: one stroke of 1.5 px on a grid of 20. Each stands beside words or in a named control.

use crate::draw;
use yew::prelude::*;

/// A picture of the bar or a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Takes back.
    Undo,
    /// Makes again.
    Redo,
    /// Lines of a list.
    List,
    /// A tag with a name.
    Names,
    /// A small A.
    Smaller,
    /// A large A.
    Larger,
    /// Half sun, half moon.
    Theme,
    /// A question mark.
    Help,
    /// Sliders.
    Settings,
    /// A magnifying glass.
    Search,
    /// A folder that opens.
    Open,
    /// An arrow into a tray.
    Download,
    /// An arrowhead down.
    More,
    /// An open eye.
    Shown,
    /// A closed eye.
    Hidden,
    /// A cross.
    Close,
    /// A bin.
    Delete,
    /// A pen.
    Note,
    /// An arrowhead to the start of a line.
    Back,
    /// An arrowhead to the end of a line.
    Forward,
    /// A hook.
    Done,
    /// Three dots.
    Dots,
    /// A pin.
    Pin,
}

/// The picture. Its direction follows the style sheet: those with the class `turns` are mirrored from right to left.
pub fn icon(icon: Icon) -> Html {
    let (path, turns) = match icon {
        Icon::Undo => ("M7.5 4 3.5 8l4 4M4 8h8a4.5 4.5 0 0 1 0 9H8", true),
        Icon::Redo => ("m12.5 4 4 4-4 4M16 8H8a4.5 4.5 0 0 0 0 9h4", true),
        Icon::List => ("M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01", true),
        Icon::Names => ("M3 13.5V6.5h9l4.5 3.5-4.5 3.5zM6 10h4", true),
        Icon::Smaller => ("m5 16 5-11 5 11M7 12h6", false),
        Icon::Larger => ("m3 17 7-14.5 7 14.5M5.7 12h8.6", false),
        Icon::Theme => ("M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14M10 6.5h3.7M10 10h4.5M10 13.5h3.7", false),
        Icon::Help => {
            ("M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M7.9 7.9a2.1 2.1 0 1 1 3.2 1.8c-.7.45-1.1.85-1.1 1.7M10 14h.01", true)
        }
        Icon::Settings => ("M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4", true),
        Icon::Search => ("M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4", true),
        Icon::Open => ("M3 15.5v-11h5l1.5 2H17v3M3 15.5l2.5-6H19l-2.5 6z", true),
        Icon::Download => ("M10 3v9M6.5 9l3.5 3.5L13.5 9M3.5 13v3.5h13V13", false),
        Icon::More => ("m6 8 4 4 4-4", false),
        Icon::Shown => ("M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4", false),
        Icon::Hidden => ("M2 9s3 4.5 8 4.5S18 9 18 9M5 12l-1.5 2M10 13.5v2.5M15 12l1.5 2", false),
        Icon::Close => ("m5.5 5.5 9 9M14.5 5.5l-9 9", false),
        Icon::Delete => ("M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5", false),
        Icon::Note => ("m4 16 .8-3.5L13.5 4 16 6.5l-8.6 8.7zM11.5 6l2.5 2.5", true),
        Icon::Back => ("m12 5-5 5 5 5", true),
        Icon::Forward => ("m8 5 5 5-5 5", true),
        Icon::Done => ("m4.5 10.5 3.5 3.5 7.5-8", false),
        Icon::Pin => ("M7 3h6l-1 5.5 3 3H5l3-3zM10 11.5V17", false),
        Icon::Dots => ("M4.5 10h.01M10 10h.01M15.5 10h.01", false),
    };
    draw! {
        <svg class=["icon", turns.then_some("turns")] viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
