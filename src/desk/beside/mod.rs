//! Another document beside the open one.

use super::parts::PageProps;
use yew::prelude::*;

/// The part.
#[component]
pub fn Beside(props: &PageProps) -> Html {
    let PageProps { now: _, desk: _ } = props;
    Html::default()
}
