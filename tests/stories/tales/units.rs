//! Offsets where the three units differ: both bundled articles have nothing beyond the basic plane.

use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::page::Page;
use crate::page::surface::From;

/// Flags, joined emoji, Arabic mathematical letters, a carriage return, and directions in turn.
const TEXT: &str = "🇺🇸 قال 𞸀𞸁 إنّ إيران 👩\u{200D}👩\u{200D}👧 وواشنطن اتفقتا.\r\nثم أضافت FBI Director و99 هجومًا 😀 لإيران.\n";

pub fn offsets_after_emoji(page: &mut Page) {
    let corpus = Corpus { id: "emoji", text: TEXT.to_string() };
    page.open_document(FT);
    let mut file = page.download().0;
    let documents = file["documents"].as_array_mut().unwrap();
    let mut document = documents[0].clone();
    for (key, value) in [
        ("id", json!(corpus.id)),
        ("title", json!("رموز")),
        ("text", json!(corpus.text)),
        ("sha256", json!(corpus.sha256())),
        ("length", json!({ "code_points": corpus.len(), "utf16": corpus.utf16(corpus.len()), "utf8": corpus.text.len() })),
        ("regions", json!([])),
        ("spans", json!([])),
    ] {
        document[key] = value;
    }
    documents.push(document);
    let path = page.keep("emoji.json", &file.to_string());
    page.open_files(&[path]);
    page.notice("info");
    page.open_document(corpus.id);
    let label = page.label(0);
    let mut made = Vec::new();
    for words in ["𞸀𞸁", "إيران", "👩\u{200D}👩\u{200D}👧 وواشنطن", "FBI Director", "😀"] {
        let stretch = corpus.find(words, 0);
        assert_eq!(page.drag(&corpus, stretch, From::Start), stretch, "{words}");
        let span = page.new_span(|page| page.press_label(&label));
        page.pieces_fit(&corpus, &span, stretch);
        made.push((span, stretch));
    }
    let native = page.download();
    for (span, stretch) in &made {
        native.holds(&corpus, span, *stretch, &label.id);
    }
    page.reload();
    page.shows(corpus.id);
    page.painted(&made[0].0);
}
