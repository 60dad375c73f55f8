//! The page of the entities and their mentions.

use super::parts::PageProps;
use yew::prelude::*;

/// The page.
#[component]
pub fn EntitiesPage(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
