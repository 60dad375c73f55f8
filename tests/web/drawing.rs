//! `draw!` gives what Yew's `html!` would.

use hashiya::draw;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

#[wasm_bindgen_test]
fn elements_attributes_and_children_are_those_of_html() {
    let (title, missing) = (String::from("a title"), None::<String>);
    let node = NodeRef::default();
    let ours = draw! {
        <div key="one" ref={node.clone()} class=["card", Some("open"), None::<&str>] title={title.clone()} aria-label="a name" data-none={missing.clone()}>
            <p key="words">{ "words" }{ title.clone() }</p>
            <i key="none" />
        </div>
    };
    let yews = html! {
        <div key="one" ref={node} class={classes!("card", Some("open"), None::<&str>)} title={title.clone()} aria-label="a name" data-none={missing}>
            <p key="words">{ "words" }{ title }</p>
            <i key="none" />
        </div>
    };
    let (Html::VTag(ours), Html::VTag(yews)) = (&ours, &yews) else { panic!("each is an element") };
    assert_eq!(ours.key, yews.key);
    assert_eq!(ours.children(), yews.children());
    let attributes = |tag: &yew::virtual_dom::VTag| {
        let mut list: Vec<(String, String)> =
            tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        list.sort();
        list
    };
    assert_eq!(attributes(ours), attributes(yews));
}

#[wasm_bindgen_test]
fn a_condition_is_one_child_whether_it_holds_or_not() {
    for open in [true, false] {
        let ours = draw! { <b>if open { <i /><u /> }<s /></b> };
        let yews = html! { <b>if open { <i /><u /> }<s /></b> };
        assert_eq!(ours, yews, "{open}");
        let ours = draw! { <b>if open { <i /> } else { { "no" } }<s /></b> };
        let Html::VTag(ours) = ours else { panic!("it is an element") };
        let Some(Html::VList(children)) = ours.children() else { panic!("it has children") };
        assert_eq!(children.len(), 2, "{open}");
    }
}

#[wasm_bindgen_test]
fn lists_are_laid_flat_and_what_is_missing_is_left_out() {
    let list = || (0..3_usize).map(|place| html! { <li key={place}>{ place }</li> });
    assert_eq!(draw! { <ul>{ for list() }</ul> }, html! { <ul>{ for list() }</ul> });
    assert_eq!(draw! { <ul>{ None::<Html> }{ for list() }</ul> }, html! { <ul>{ for list() }</ul> });
    assert_eq!(draw! { <></> }, Html::default());
    assert_eq!(draw! { <><b /><i /></> }, html! { <><b /><i /></> });
}

#[wasm_bindgen_test]
fn fields_hold_values_and_truths_are_attributes() {
    let ours = draw! { <input type="checkbox" value="x" checked={true} hidden={false} disabled={true} /> };
    let Html::VTag(ours) = ours else { panic!("it is an element") };
    assert_eq!((ours.value().map(|value| value.as_str()), ours.checked()), (Some("x"), Some(true)));
    let names: Vec<&str> = ours.attributes.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["type", "disabled"]);
}
