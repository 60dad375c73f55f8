//! The page as a whole: its attributes, its address, its settings.

use super::dom;
use crate::core::ids::{DocumentId, SpanId, is_document_id, is_id};
use crate::session::{Language, Panel, Saved, Session, Settings};
use wasm_bindgen::JsValue;

/// Where the settings are kept.
const SETTINGS: &str = "hashiya/settings";

/// The time now: RFC 3339, UTC.
#[must_use]
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Whether the browser clears what a page keeps although the user has not asked for it: Safari and its
/// kin do after seven days of use without a visit. Private windows cannot be told from others.
#[must_use]
pub fn clears_by_itself() -> bool {
    let vendor = js_sys::Reflect::get(&gloo::utils::window().navigator(), &"vendor".into());
    vendor.ok().and_then(|vendor| vendor.as_string()).is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// A random id of ten letters and digits: 50 bits, from the browser's own source where it has one.
#[must_use]
pub fn random_id() -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0_u8; 10];
    let filled = gloo::utils::window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// The settings kept here, with the language that the address asks for; that one is remembered.
#[must_use]
pub fn settings() -> Settings {
    let kept = storage().and_then(|storage| storage.get_item(SETTINGS).ok().flatten());
    let mut settings = Settings::read(&kept.unwrap_or_default());
    let query = gloo::utils::window().location().search().unwrap_or_default();
    let asked = query.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Language::of);
    if let Some(language) = asked {
        settings.lang = language;
        keep_settings(&settings);
    }
    settings
}

/// Keeps the settings; where nothing can be written they last as long as the page.
pub fn keep_settings(settings: &Settings) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(SETTINGS, &settings.write());
    }
}

/// The project of the worked example.
pub const EXAMPLE: &str = "oman-talks-example";

/// The project of the simulated annotators.
pub const ANNOTATORS: &str = "oman-talks-annotators";

/// The project that the address asks for in place of one's own work.
#[must_use]
pub fn asked() -> Option<String> {
    gloo::utils::document().document_element()?.get_attribute("data-project")
}

/// The file of a project that is shipped as an example; `None` where that one is not.
#[must_use]
pub fn example(project: &str) -> Option<String> {
    let name = match project {
        EXAMPLE => "data-example",
        ANNOTATORS => "data-annotators",
        _ => return None,
    };
    gloo::utils::document().document_element()?.get_attribute(name)
}

/// The package that the address asks for, as it is written there.
#[must_use]
pub fn opens() -> Option<String> {
    gloo::utils::document().document_element()?.get_attribute("data-opens")
}

/// Whether the example is to be as it was shipped again.
#[must_use]
pub fn resets() -> bool {
    gloo::utils::document().document_element().is_some_and(|root| root.get_attribute("data-reset").is_some())
}

/// The document and span that the address names.
#[must_use]
pub fn address() -> Option<(DocumentId, Option<SpanId>)> {
    let hash = gloo::utils::window().location().hash().ok()?;
    let mut parts = hash.strip_prefix("#/")?.splitn(2, '/');
    let document = parts.next().filter(|id| is_document_id(id))?;
    let span = parts.next().filter(|id| is_id(id)).map(SpanId::from);
    Some((document.into(), span))
}

/// Shows the open document in the address: as a new place in the browser's history, or in place of the current one.
pub fn set_address(document: &DocumentId, new_place: bool) {
    if address().is_some_and(|(open, _)| open == *document) {
        return;
    }
    let Ok(history) = gloo::utils::window().history() else { return };
    let url = format!("#/{document}");
    let _ = if new_place {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Brings the attributes of `html` in line with the session. `title` is the page's title.
pub fn reflect(session: &Session) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    let settings = &session.settings;
    dom::change(&root, "lang", settings.lang.tag());
    dom::change(&root, "dir", settings.lang.direction());
    dom::change(&root, "data-theme", settings.theme.name());
    dom::change(&root, "data-size", &settings.size.to_string());
    dom::change(&root, "data-spacing", &settings.spacing.to_string());
    dom::change(&root, "data-names", settings.names.name());
    dom::change(&root, "data-open", session.open.as_str());
    dom::change(&root, "data-panel", if session.panel == Panel::List { "list" } else { "margin" });
    dom::change(&root, "data-tagging", if session.tagging { "true" } else { "false" });
    let saved = match session.saved {
        Saved::Yes => "true",
        Saved::Waiting => "false",
        Saved::Failed => "failed",
    };
    dom::change(&root, "data-saved", saved);
}

/// Says that input is taken: the hook version on `html`.
pub fn ready() {
    if let Some(root) = gloo::utils::document().document_element() {
        dom::change(&root, "data-hashiya", "1");
    }
}

/// Says something to a screen reader, through the live region.
pub fn announce(text: &str) {
    if let Some(live) = gloo::utils::document().get_element_by_id("live") {
        // The same words twice are not a change; a trailing no-break space makes them one.
        let again = live.text_content().is_some_and(|said| said == text);
        live.set_text_content(Some(&if again { format!("{text}\u{A0}") } else { text.to_owned() }));
    }
}

fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
