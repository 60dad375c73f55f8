//! A large project: both articles again and again, opened as a file like any other.

use serde_json::{Value, json};

use super::Page;
use crate::corpus::{Corpus, FT, NYT};

/// The documents of a large project.
pub const LARGE: [&str; 2] = ["large-ft", "large-nyt"];

/// The texts of a large project of at least so many code points, one made of each article.
pub fn texts(points: usize) -> [String; 2] {
    [FT, NYT].map(|id| {
        let corpus = Corpus::read(id);
        format!("{}\n", corpus.text.trim_end()).repeat((points / 2).div_ceil(corpus.len()))
    })
}

/// Gives a document of a file another text, without anything on it.
fn put(document: &mut Value, corpus: &Corpus) {
    document["id"] = json!(corpus.id);
    document["title"] = json!(corpus.id);
    document["sha256"] = json!(corpus.sha256());
    document["length"] = json!({ "code_points": corpus.len(), "utf16": corpus.utf16(corpus.len()), "utf8": corpus.text.len() });
    document["text"] = json!(corpus.text);
    for part in ["regions", "spans", "relations", "events", "labels"] {
        document[part] = json!([]);
    }
}

impl Page {
    /// Opens a file with a large project, and shows its first document.
    pub fn open_large(&mut self, points: usize) {
        let mut file = self.download().0;
        let documents = file["documents"].as_array_mut().expect("the file has documents");
        let models = std::mem::take(documents);
        for ((id, text), mut document) in LARGE.into_iter().zip(texts(points)).zip(models) {
            let corpus = Corpus { id, text };
            put(&mut document, &corpus);
            documents.push(document);
        }
        self.open_texts(&file, LARGE[0]);
    }

    /// Opens a file whose one document has this text, and shows it.
    pub fn open_text(&mut self, corpus: &Corpus) {
        let mut file = self.download().0;
        put(&mut file["documents"][0], corpus);
        file["documents"].as_array_mut().expect("the file has documents").truncate(1);
        self.open_texts(&file, corpus.id);
    }

    fn open_texts(&self, file: &Value, first: &str) {
        let path = self.keep("large.json", &file.to_string());
        self.open_files(&[path]);
        self.any_notice();
        self.saved();
        self.browser.script("location.hash = arguments[0];", vec![json!(format!("#/{first}"))]);
        self.shows(first);
    }
}
