//! Lines between the ends of relations and events, behind the text.

use super::parts::PageProps;
use yew::prelude::*;

/// The part.
#[component]
pub fn Arcs(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
