//! The pieces of a discontinuous span, each with a button that takes it away.

use crate::core::command::{Command, run};
use crate::core::span::Span;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use crate::view::{Icon, Tool, quote};
use std::rc::Rc;
use yew::prelude::*;

/// Characters of a piece that are shown.
const QUOTE: usize = 40;

/// The pieces; nothing where there is one.
pub fn pieces(now: &Now, desk: &Desk, span: &Rc<Span>, own: bool) -> Html {
    let Some(document) = now.state.document(&now.open).filter(|_| !span.fragments.is_empty()) else { return Html::default() };
    let piece = |(place, range): (usize, crate::core::range::TextRange)| {
        let words = document.document.text.slice(range);
        let remove = {
            let (desk, at) = (desk.clone(), (now.open.clone(), span.id.clone()));
            Callback::from(move |_: MouseEvent| {
                desk.change(|state, context| run(state, context, &Command::RemoveFragment(at.clone(), place)));
            })
        };
        let name = format!("{} {}", now.said(Say::PieceRemove), i18n::quoted(&i18n::shortened(words, QUOTE)));
        html! {
            <li key={place} class="detail-piece" data-fragment={place.to_string()}>
                { quote(words, QUOTE, document.document.direction.name()) }
                if own {
                    { Tool::new(Icon::Close, name, remove).action("remove-fragment").class("small-tool").draw() }
                }
            </li>
        }
    };
    html! { <ul key="pieces" class="detail-pieces" aria-label={now.said(Say::Pieces)}>{ for span.pieces().enumerate().map(piece) }</ul> }
}
