//! The page of all relations, events and links of the open document, as text.

use super::parts::PageProps;
use yew::prelude::*;

/// The page.
#[component]
pub fn RelationsPage(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
