//! The files of the interface's face that some words need, as a style sheet that holds them.

use crate::core::figures::face::needed;
use crate::web::dom;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CssFontFaceRule, CssStyleSheet, Response, Url};

/// The family of the interface's face.
pub const FAMILY: &str = "Hashiya UI";

/// A file of the face, as the page's sheets name it.
struct Face {
    address: String,
    ranges: String,
}

/// The sheet; `None` where one of the files cannot be read.
pub async fn sheet(words: &str) -> Option<String> {
    let faces = faces();
    let needed = needed(&faces.iter().map(|face| face.ranges.clone()).collect::<Vec<_>>(), words.chars());
    let mut sheet = String::new();
    for (face, _) in faces.iter().zip(needed).filter(|(_, needed)| *needed) {
        let data = data(&face.address).await?;
        let range = if face.ranges.is_empty() { String::new() } else { format!("unicode-range:{};", face.ranges) };
        sheet.push_str(&format!(
            "@font-face{{font-family:\"{FAMILY}\";src:url(\"{data}\") format(\"woff2\");font-weight:100 900;{range}}}\n"
        ));
    }
    (!sheet.is_empty()).then_some(sheet)
}

/// The files of the face in the order of the page's sheets.
fn faces() -> Vec<Face> {
    let sheets = dom::document().style_sheets();
    let sheets = (0..sheets.length()).filter_map(|place| sheets.item(place)?.dyn_into::<CssStyleSheet>().ok());
    let mut faces = Vec::new();
    for sheet in sheets {
        // A sheet of another origin, such as one of an extension, may not be read.
        let Ok(rules) = sheet.css_rules() else { continue };
        let base = sheet.href().ok().flatten().or_else(|| dom::document().base_uri().ok().flatten()).unwrap_or_default();
        let rules = (0..rules.length()).filter_map(|place| rules.item(place)?.dyn_into::<CssFontFaceRule>().ok());
        for style in rules.map(|rule| rule.style()) {
            let value = |name: &str| style.get_property_value(name).unwrap_or_default();
            if value("font-family").trim_matches(['"', '\'', ' ']) == FAMILY
                && let Some(address) = address(&value("src"), &base)
            {
                faces.push(Face { address, ranges: value("unicode-range") });
            }
        }
    }
    faces
}

/// The whole address of the first file that a value of `src` names.
fn address(src: &str, base: &str) -> Option<String> {
    let rest = src.split_once("url(")?.1.split_once(')')?.0;
    let named = rest.trim_matches(['"', '\'', ' ']);
    if named.starts_with("data:") { Some(named.to_owned()) } else { Url::new_with_base(named, base).ok().map(|url| url.href()) }
}

/// A file as an address that holds it.
async fn data(address: &str) -> Option<String> {
    if address.starts_with("data:") {
        return Some(address.to_owned());
    }
    let window = dom::window();
    let answer = JsFuture::from(window.fetch_with_str(address)).await.ok()?.dyn_into::<Response>().ok()?;
    if !answer.ok() {
        return None;
    }
    let bytes = JsFuture::from(answer.array_buffer().ok()?).await.ok().map(|buffer: JsValue| Uint8Array::new(&buffer))?;
    let bytes = bytes.to_vec().into_iter().map(char::from).collect::<String>();
    Some(format!("data:font/woff2;base64,{}", window.btoa(&bytes).ok()?))
}
