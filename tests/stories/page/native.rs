//! The downloaded file, read as an outside program reads it.

use serde_json::Value;

use crate::corpus::{Corpus, Stretch};

/// A native file of the product.
pub struct Native(pub Value);

impl Native {
    /// The spans of one document, in the order of the file.
    pub fn spans(&self, document: &str) -> Vec<&Value> {
        self.document(document)["spans"].as_array().map(|spans| spans.iter().collect()).unwrap_or_default()
    }

    /// One document.
    pub fn document(&self, id: &str) -> &Value {
        let documents = self.0["documents"].as_array().expect("the file has documents");
        documents.iter().find(|document| document["id"] == id).unwrap_or_else(|| panic!("the file has the document {id}"))
    }

    /// The span with this id.
    pub fn span(&self, document: &str, id: &str) -> &Value {
        self.spans(document).into_iter().find(|span| span["id"] == id).unwrap_or_else(|| panic!("the file has the span {id}"))
    }

    /// What each span says, without times: for comparing two files.
    pub fn essence(&self, document: &str) -> Vec<String> {
        let keys = ["id", "label", "start", "end", "text", "note"];
        let mut lines: Vec<String> =
            self.spans(document).iter().map(|span| keys.map(|key| span[key].to_string()).join(" ")).collect();
        lines.sort();
        lines
    }

    /// Fails unless a span has just these limits and label, in all three units, with its quote and its surroundings.
    pub fn holds(&self, corpus: &Corpus, id: &str, stretch: Stretch, label: &str) {
        let span = self.span(corpus.id, id);
        let context = format!("{span}");
        assert_eq!(span["label"], label, "{context}");
        exact(corpus, span);
        assert_eq!(
            (span["start"].as_u64(), span["end"].as_u64()),
            (Some(stretch.start as u64), Some(stretch.end as u64)),
            "wanted «{}»: {context}",
            corpus.slice(stretch)
        );
    }
}

/// Fails unless the span's three units, quote and surroundings all say the same of the text.
pub fn exact(corpus: &Corpus, span: &Value) {
    let limit = |key: &str| span[key].as_u64().unwrap_or_else(|| panic!("{key} is a number: {span}")) as usize;
    let stretch = Stretch { start: limit("start"), end: limit("end") };
    let pair = |unit: fn(&Corpus, usize) -> usize| serde_json::json!([unit(corpus, stretch.start), unit(corpus, stretch.end)]);
    assert_eq!(span["text"], corpus.slice(stretch), "{span}");
    assert_eq!(span["utf16"], pair(Corpus::utf16), "{span}");
    assert_eq!(span["utf8"], pair(Corpus::utf8), "{span}");
    let before = corpus.slice(Stretch { start: 0, end: stretch.start });
    let after = corpus.slice(Stretch { start: stretch.end, end: corpus.len() });
    assert!(before.ends_with(span["prefix"].as_str().unwrap_or("\u{0}")), "{span}");
    assert!(after.starts_with(span["suffix"].as_str().unwrap_or("\u{0}")), "{span}");
}
