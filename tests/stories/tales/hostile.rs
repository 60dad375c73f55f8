//! A file from somebody who means harm: it is data, it does nothing, and what it hides is seen.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::corpus::FT;
use crate::page::Page;
use crate::page::native::Native;

/// What every text of the file ends in: markup that runs script in a page that takes it for such, words that would turn
/// the line round or leave their place, and controls.
const HARM: &str = "\"'><img src=x onerror=\"window.harm=1\"><svg onload=\"window.harm=2\"></svg><script>window.harm=3</script>\
<iframe src=\"https://harm.invalid/\"></iframe><style>*{display:none}</style>{{harm}}${harm}\
\u{202E}fdp.exe\u{2069}\u{2069}\u{202C}\u{2066}\u{7}\u{1B}[2J\u{0}\u{9B}";

/// Markdown that would ask another host, or run.
const MARKDOWN: &str = "# <img src=x onerror=window.harm=4>\n\n[a](javascript:window.harm=5) ![b](https://harm.invalid/b.png) <https://harm.invalid/>\n\n<script>window.harm=6</script>\n\n";

/// Fields whose text is anybody's. All others have a form of their own, to which the reader holds them.
const FREE: [&str; 13] = [
    "ar",
    "en",
    "title",
    "source",
    "note",
    "annotator",
    "description",
    "examples",
    "forms",
    "name",
    "text_value",
    "comment",
    "value",
];

/// Makes every free text of a value harmful. Texts of documents and what quotes them are proved by hashes: they stay.
fn poison(value: &mut Value, key: &str) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| poison(value, key)),
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, key)),
        Value::String(text) if FREE.contains(&key) => text.push_str(HARM),
        _ => {}
    }
}

/// A file with every shape there is, all its texts harmful, and a document whose text is.
fn file() -> Native {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/native/complete.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    poison(&mut file, "");
    file["guidelines"] = json!({ "ar": format!("{MARKDOWN}{HARM}"), "en": format!("{MARKDOWN}{HARM}") });
    let text = format!("{HARM}\n\n{}", "طويل".repeat(500));
    let hash: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    let length = json!({ "code_points": text.chars().count(), "utf16": text.encode_utf16().count(), "utf8": text.len() });
    file["documents"].as_array_mut().unwrap().push(json!({
        "id": "harm", "title": format!("{}{HARM}", "طويلجدا".repeat(300)), "source": HARM, "language": "ar", "direction": "auto",
        "text": text, "sha256": hash, "length": length, "regions": [], "status": "new", "spans": [], "relations": [], "events": [], "labels": [],
    }));
    Native(file)
}

/// Adds to `all` where a state of the page has taken the file for more than data, or hides what is in it.
fn look(page: &Page, all: &mut Vec<String>, state: &str) {
    page.browser.frames();
    let found = page.browser.script(
        r#"const found = [];
        if (window.harm) found.push(`it ran: ${window.harm}`);
        for (const made of document.querySelectorAll('img, iframe, object, embed, script:not(head script), style, form, [onerror], [onload], [srcdoc]'))
          found.push(`an element: ${made.outerHTML.slice(0, 120)}`);
        for (const link of document.querySelectorAll('a[href]'))
          if (!/^(http:|blob:)/.test(link.href) || new URL(link.href).origin !== location.origin) found.push(`a link: ${link.href.slice(0, 120)}`);
        const over = document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;
        if (over > 0) found.push(`the page scrolls sideways by ${over} pixels`);
        // In what the page says outside the text, nothing turns the order of letters unseen, and what is isolated is closed.
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement.closest('article, textarea, script, noscript')) continue;
          const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067]/.exec(node.data);
          if (hidden) found.push(`hidden: ${JSON.stringify(node.data.slice(Math.max(hidden.index - 30, 0), hidden.index + 12))} in ${node.parentElement.outerHTML.slice(0, 100)}`);
          let depth = 0;
          for (const sign of node.data.match(/[\u2068\u2069]/g) ?? []) {
            depth += sign === '\u2068' ? 1 : -1;
            if (depth < 0) break;
          }
          if (depth) found.push(`not closed: ${node.data.slice(0, 80)} in ${node.parentElement.outerHTML.slice(0, 100)}`);
        }
        return found;"#,
        vec![],
    );
    let found = found.as_array().cloned().unwrap_or_default();
    all.extend(found.iter().filter_map(|fault| fault.as_str()).map(|fault| format!("{state}: {fault}")));
}

pub fn harmful_file_does_nothing(page: &mut Page) {
    let mut all = Vec::new();
    page.open_document(FT);
    page.listen();
    page.open_native(&format!("{}.json", "<img src=x onerror=window.harm=7>".replace(['<', '>', '=', ' '], "_")), &file());
    look(page, &mut all, "it is opened");
    for document in ["first", "harm"] {
        page.browser.script("location.hash = arguments[0];", vec![json!(format!("#/{document}"))]);
        page.shows(document);
        look(page, &mut all, document);
        page.keys(&["l"]);
        look(page, &mut all, "the list");
        page.keys(&["Escape"]);
    }
    page.browser.script("location.hash = '#/first/s-whole';", vec![]);
    page.waits_for("[data-card=\"s-whole\"]");
    look(page, &mut all, "a card");
    page.keys(&["Escape"]);
    for (chord, desk) in [
        (&["f"][..], "search"),
        (&["c"], "desk-lint"),
        (&["z"], "desk-tagset"),
        (&["h"], "desk-guidelines"),
        (&["Shift", "x"], "desk-relations"),
        (&["Shift", "z"], "desk-entities"),
        (&["Shift", "c"], "desk-compare"),
        (&["Alt", "End"], "desk-figures"),
        (&["?"], "desk-keys"),
    ] {
        page.browser.script("document.activeElement?.blur();", vec![]);
        page.keys(chord);
        page.waits_for(&format!(".desk .{desk}"));
        page.browser.frames();
        look(page, &mut all, desk);
        super::desk_tagset::close_desk(page);
    }
    page.press_action("[data-action=\"keeping\"]");
    page.waits_for(".desk .desk-keeping");
    look(page, &mut all, "the page of what is kept");
    super::desk_tagset::close_desk(page);
    page.browser.script("document.activeElement?.blur();", vec![]);
    page.keys(&["Control", "k"]);
    page.browser.wait("the window", "document.querySelector('dialog[open]')", vec![]);
    look(page, &mut all, "the palette");
    page.keys(&["Escape"]);
    let strangers: Vec<String> = page
        .requests()
        .into_iter()
        .filter(|address| !address.starts_with(&page.address) && !address.starts_with("blob:"))
        .collect();
    assert!(strangers.is_empty(), "requests to elsewhere: {strangers:?}");
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
    // It is all still there, to the letter.
    let kept = page.download();
    assert!(kept.document("harm")["title"].as_str().is_some_and(|title| title.ends_with(HARM)));
    assert_eq!(kept.document("harm")["text"], file().document("harm")["text"]);
    page.reload();
    look(page, &mut all, "after a reload");
    assert!(all.is_empty(), "{all:#?}");
}
