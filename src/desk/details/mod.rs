//! What the open card of a span shows beyond its label, note and limits: attributes, relations, events, the entity.

use super::parts::PageProps;
use yew::prelude::*;

/// The part.
#[component]
pub fn Details(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
