//! Files out of the browser and into it.

use crate::format::native::{BYTES_MAX, FileFault};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// How long a download's address stays valid, in milliseconds: the click that uses it runs in the same task,
/// but WebKit reads it later.
const ADDRESS_LIFE: u32 = 60_000;

/// Offers a JSON file, or CSV where its name says so, for download, without a dialog.
pub fn offer(name: &str, text: &str) {
    let kind = if name.ends_with(".csv") { "text/csv" } else { "application/json" };
    offer_part(name, &JsValue::from_str(text), kind);
}

/// Offers a file of any kind for download, without a dialog.
pub fn offer_bytes(name: &str, bytes: &[u8]) {
    offer_part(name, &Uint8Array::from(bytes), "application/octet-stream");
}

fn offer_part(name: &str, part: &JsValue, kind: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_blob_sequence_and_options(&Array::of1(part), &options);
    let Ok(url) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)) else { return };
    let anchor =
        gloo::utils::document().create_element("a").ok().and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    Timeout::new(ADDRESS_LIFE, move || drop(Url::revoke_object_url(&url))).forget();
}

/// Takes the files that an input holds out of it, so that the same file can be chosen again.
#[must_use]
pub fn taken(input: &HtmlInputElement) -> Array {
    let files = input.files().map_or_else(Array::new, |list| Array::from(&list));
    input.set_value("");
    files
}

/// The names and bytes of a list of files.
pub async fn all_bytes(files: &Array) -> Vec<(String, Result<Vec<u8>, FileFault>)> {
    let mut all = Vec::new();
    for file in files.iter().filter_map(|file| file.dyn_into::<File>().ok()) {
        let bytes = bytes_of(&file).await;
        // Of a folder, with the folders it stood in.
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        all.push((path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), bytes));
    }
    all
}

/// The size is asked first: a file that memory cannot hold would end the program.
async fn bytes_of(file: &File) -> Result<Vec<u8>, FileFault> {
    let size = file.size();
    if size > BYTES_MAX as f64 {
        return Err(FileFault::TooLarge { bytes: size as usize });
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| FileFault::Unread)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Bytes as text in an encoding that the browser knows by that label (Encoding Standard); `None` where it does not know it, or they are none in it.
#[must_use]
pub fn decoded(bytes: &[u8], label: &str) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// The names and texts of a list of files.
pub async fn texts(files: &Array) -> Vec<(String, Result<String, FileFault>)> {
    let mut texts = Vec::new();
    for file in files.iter().filter_map(|file| file.dyn_into::<File>().ok()) {
        texts.push((file.name(), text_of(&file).await));
    }
    texts
}

/// Decoded strictly: a file in another encoding is told so instead of being filled with replacement characters.
async fn text_of(file: &File) -> Result<String, FileFault> {
    String::from_utf8(bytes_of(file).await?).map_err(|_| FileFault::NotUtf8)
}
