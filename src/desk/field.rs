//! A field whose text is a draft until it is left: then it is one change, one step to undo.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What a field is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct FieldProps {
    /// Its name, shown above it.
    pub name: AttrValue,
    /// The text that stands.
    pub value: AttrValue,
    /// How many lines it shows; more than one makes it a field of lines, which Enter parts and Ctrl/Cmd+Enter keeps.
    #[prop_or(1)]
    pub rows: u32,
    /// What stands in it while it is empty.
    #[prop_or_default]
    pub hint: AttrValue,
    /// A value of `data-field`, by which it is known.
    pub field: &'static str,
    /// Takes the text when the field is left or kept with another text than it had.
    pub onkeep: Callback<String>,
    /// Called when the field is done with: kept by a key, or given up by Esc.
    #[prop_or_default]
    pub ondone: Callback<()>,
}

/// The field with its name. Esc drops the draft; without one it is left to the sheet, which closes.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let draft = use_state(|| None::<String>);
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| draft.set(Some(text_of(event.target_dyn_into::<Element>()))))
    };
    let keep = {
        let (draft, kept, onkeep) = (draft.setter(), props.value.clone(), props.onkeep.clone());
        // What the page shows may lag behind what was typed, so the field itself is asked.
        Callback::from(move |element: Option<Element>| {
            let text = text_of(element);
            draft.set(None);
            if text != *kept {
                onkeep.emit(text);
            }
        })
    };
    let onblur = {
        let keep = keep.clone();
        Callback::from(move |event: FocusEvent| keep.emit(event.target_dyn_into::<Element>()))
    };
    let onkeydown = {
        let (draft, lines, ondone) = (draft.setter(), props.rows > 1, props.ondone.clone());
        let kept = props.value.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let element = event.target_dyn_into::<Element>();
            match event.key().as_str() {
                "Enter" if !lines || event.ctrl_key() || event.meta_key() => {
                    event.prevent_default();
                    event.stop_propagation();
                    keep.emit(element);
                    ondone.emit(());
                }
                "Escape" if text_of(element.clone()) != *kept => {
                    event.prevent_default();
                    event.stop_propagation();
                    put(element, &kept);
                    draft.set(None);
                    ondone.emit(());
                }
                _ => {}
            }
        })
    };
    let value = draft.as_ref().map_or_else(|| props.value.clone(), |draft| AttrValue::from(draft.clone()));
    // An empty field takes the direction of its hint.
    let dir = (!value.is_empty()).then_some("auto");
    let (hint, field) = (props.hint.clone(), props.field);
    html! {
        <label class="desk-named">
            <span key="name" class="small">{ props.name.clone() }</span>
            if props.rows > 1 {
                <textarea key="lines" class="desk-field" data-field={field} rows={props.rows.to_string()} {dir} placeholder={hint} {value} {oninput} {onblur} {onkeydown} />
            } else {
                <input key="line" class="desk-field" type="text" data-field={field} {dir} placeholder={hint} {value} {oninput} {onblur} {onkeydown} />
            }
        </label>
    }
}

/// Hears of Enter in a field of one line, which is given what the field holds; not of one that ends a composition.
pub fn on_enter(act: Callback<String>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            act.emit(text_of(event.target_dyn_into()));
        }
    })
}

/// What a field holds.
pub fn text_of(element: Option<Element>) -> String {
    let Some(element) = element else { return String::new() };
    let line = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    line.or_else(|| element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)).unwrap_or_default()
}

fn put(element: Option<Element>, text: &str) {
    let Some(element) = element else { return };
    if let Some(line) = element.dyn_ref::<HtmlInputElement>() {
        line.set_value(text);
    } else if let Some(lines) = element.dyn_ref::<HtmlTextAreaElement>() {
        lines.set_value(text);
    }
}
