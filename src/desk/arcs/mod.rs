//! Lines between the ends of relations and events, behind the text; and what lights up together with what is pointed at.
//!
//! The room paints spans and says when it has; this reads where they stand and draws into an element that lies behind the
//! article, so that letters are on top whatever happens.

mod draw;
mod layer;
mod measure;
mod spot;
mod wanted;

use super::parts::PageProps;
use layer::Layer;
use yew::prelude::*;

/// Draws the lines. Nothing of them is Yew's.
#[component]
pub fn Arcs(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let layer = use_memo((), |()| Layer::new(desk.clone()));
    {
        let layer = layer.clone();
        use_effect_with((), move |()| layer.listen());
    }
    {
        let layer = layer.clone();
        use_effect_with(now.clone(), move |now| layer.follow(now));
    }
    use_effect_with(now.act, move |act| layer.act(*act));
    Html::default()
}
