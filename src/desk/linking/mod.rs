//! Joining the active span with another one: the line that says what is under way, and the menu of what fits.

use super::parts::PageProps;
use yew::prelude::*;

/// The part.
#[component]
pub fn Linking(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
