//! The bundled articles' texts. They stand in the page, so the program does not bring them a second time.

use super::dom;
use crate::core::document::Document;
use crate::seeds::{self, Seed};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response};

/// The texts of all bundled articles, in their order; `None` if one is not to be had.
pub async fn texts() -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for seed in seeds::documents() {
        texts.push(text(seed).await?);
    }
    Some(texts)
}

/// The text of a bundled article, byte for byte: as it stands in the page or, where something has changed it there
/// (a browser that translates, an extension), from its file. `None` where neither is to be had.
async fn text(seed: &Seed) -> Option<String> {
    let found = dom::document().query_selector(&format!("article[data-document=\"{}\"]", seed.id));
    let article = found.ok()??.dyn_into().ok()?;
    let is_right = |text: &String| Document::hash(text) == seed.sha256;
    match standing(&article, seed.units).filter(is_right) {
        None => file(&article.get_attribute("data-file")?).await.filter(is_right),
        text => text,
    }
}

/// The blocks of an article, each at its place; all between them are line feeds, as the build has made sure.
fn standing(article: &HtmlElement, units: u32) -> Option<String> {
    let (mut text, mut length) = (String::new(), 0);
    for row in dom::children(article).iter().flat_map(|section| dom::children(section)) {
        let block = row.last_element_child()?;
        let start: u32 = block.get_attribute("data-start")?.parse().ok()?;
        let words = block.text_content()?;
        feed(&mut text, start.min(units).saturating_sub(length));
        length = start.saturating_add(words.encode_utf16().count() as u32);
        text.push_str(&words);
    }
    feed(&mut text, units.saturating_sub(length));
    Some(text)
}

fn feed(text: &mut String, count: u32) {
    text.extend(std::iter::repeat_n('\n', count as usize));
}

/// A file of the page's own host.
pub(super) async fn file(address: &str) -> Option<String> {
    let response = JsFuture::from(dom::window().fetch_with_str(address)).await.ok()?;
    JsFuture::from(response.dyn_into::<Response>().ok()?.text().ok()?).await.ok()?.as_string()
}
