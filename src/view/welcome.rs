//! The one line of a first visit: what to do. Gone after the first tag.

use super::now::Now;
use crate::draw;
use crate::i18n::Word;
use yew::prelude::*;

/// Where the worked example is: a project of its own, which the page opens in place of one's own work.
pub const EXAMPLE: &str = "?project=oman-talks-example";

/// The line of a first visit.
pub fn welcome(now: &Now) -> Html {
    let begun = !now.history.is_empty() || now.state.documents.iter().any(|state| !state.spans.is_empty());
    draw! {
        <p key="welcome" class="welcome" hidden={begun || now.selected().is_some()}>
            { now.word(Word::FirstVisit) }{ " " }
            <a key="example" href={EXAMPLE} data-action="example">{ now.word(Word::Example) }</a>
        </p>
    }
}
