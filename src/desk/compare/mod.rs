//! The page that holds against each other what the documents say.

use super::parts::PageProps;
use yew::prelude::*;

/// The page.
#[component]
pub fn ComparePage(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
