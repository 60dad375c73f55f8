//! The labels of the open document as a whole, in its head.

use super::parts::PageProps;
use yew::prelude::*;

/// The part.
#[component]
pub fn DocumentLabels(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
