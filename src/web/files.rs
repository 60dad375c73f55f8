//! Files out of the browser and into it.

use crate::session::FileFault;
use gloo::file::{Blob, File, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlInputElement};

/// How long a download's address stays valid, in milliseconds: the click that uses it runs in the same task,
/// but WebKit reads it later.
const ADDRESS_LIFE: u32 = 60_000;

/// Offers a JSON file for download, without a dialog.
pub fn offer(name: &str, text: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some("application/json")));
    let anchor =
        gloo::utils::document().create_element("a").ok().and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    Timeout::new(ADDRESS_LIFE, move || drop(url)).forget();
}

/// Reads the files that an input holds, and empties it, so that the same file can be chosen again.
pub async fn read(input: &HtmlInputElement) -> Vec<(String, Result<String, FileFault>)> {
    let files = input.files().map(|list| gloo::file::FileList::from(list).to_vec()).unwrap_or_default();
    let mut texts = Vec::with_capacity(files.len());
    for file in &files {
        texts.push((file.name(), text_of(file).await));
    }
    input.set_value("");
    texts
}

/// Decoded strictly: a file in another encoding is told so instead of being filled with replacement characters.
async fn text_of(file: &File) -> Result<String, FileFault> {
    let bytes = gloo::file::futures::read_as_bytes(file).await.map_err(|_| FileFault::Unread)?;
    String::from_utf8(bytes).map_err(|_| FileFault::NotUtf8)
}
