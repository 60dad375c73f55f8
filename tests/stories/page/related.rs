//! A document full of spans and relations, opened as a file like any other.

use serde_json::{Value, json};

use super::Page;
use super::native::Native;
use crate::corpus::{Corpus, FT, Stretch};

/// The words of a text, by white space.
pub fn words(corpus: &Corpus) -> Vec<Stretch> {
    let mut words: Vec<Stretch> = Vec::new();
    let mut inside = false;
    for (at, letter) in corpus.text.chars().enumerate() {
        match (letter.is_whitespace(), inside) {
            (false, true) => words.last_mut().unwrap().end = at + 1,
            (false, false) => words.push(Stretch { start: at, end: at + 1 }),
            _ => {}
        }
        inside = !letter.is_whitespace();
    }
    words
}

/// A span like `model` elsewhere.
pub fn span_like(corpus: &Corpus, model: &Value, id: &str, run: Stretch, label: &str) -> Value {
    let mut span = model.clone();
    let around = |start: usize, end: usize| corpus.slice(Stretch { start, end });
    span["id"] = json!(id);
    span["label"] = json!(label);
    span["start"] = json!(run.start);
    span["end"] = json!(run.end);
    span["utf16"] = json!([corpus.utf16(run.start), corpus.utf16(run.end)]);
    span["utf8"] = json!([corpus.utf8(run.start), corpus.utf8(run.end)]);
    span["text"] = json!(corpus.slice(run));
    let width = model["suffix"].as_str().map_or(0, |suffix| suffix.chars().count());
    span["prefix"] = json!(around(run.start.saturating_sub(width), run.start));
    span["suffix"] = json!(around(run.end, (run.end + width).min(corpus.len())));
    span
}

impl Page {
    /// Opens a file with so many spans (every word, every two words, every three, with one label after another, but never
    /// the first one) and so many relations among them, near ones and far ones.
    pub fn open_related(&mut self, corpus: &Corpus, spans: usize, relations: usize) {
        let labels = self.labels().split_off(1);
        let words = words(corpus);
        self.tag(corpus, words[0], &labels[0]);
        let mut file = self.download().0;
        let runs = (1..)
            .flat_map(|length| words.windows(length).map(|run| Stretch { start: run[0].start, end: run[run.len() - 1].end }));
        file["tagset"]["relation_types"] = json!([
            { "id": "of", "name": { "ar": "تابع لـ", "en": "of" }, "symmetric": false, "rules": [] },
            { "id": "with", "name": { "ar": "مع", "en": "with" }, "symmetric": true, "rules": [] },
        ]);
        let document = file["documents"].as_array_mut().unwrap().iter_mut().find(|document| document["id"] == FT).unwrap();
        let model = document["spans"][0].clone();
        let made = runs.skip(1).take(spans - 1).enumerate();
        let made = made.map(|(nth, run)| span_like(corpus, &model, &format!("bench-{nth}"), run, &labels[nth % labels.len()].id));
        let made = made.collect::<Vec<_>>();
        document["spans"].as_array_mut().unwrap().extend(made);
        let end = |nth: usize| format!("bench-{}", nth % (spans - 1));
        let related = (0..relations).map(|nth| {
            json!({
                "id": format!("relation-{nth}"), "set": model["set"], "type": if nth % 3 == 0 { "with" } else { "of" },
                "from": end(nth * 7), "to": end(nth * 7 + 1 + nth * 29 % 41),
            })
        });
        document["relations"] = related.collect();
        self.open_native("related.json", &Native(file));
        assert_eq!(self.download().spans(FT).len(), spans);
    }

    /// Opens a file of the page's own.
    pub fn open_native(&self, name: &str, file: &Native) {
        let path = self.keep(name, &file.0.to_string());
        self.open_files(&[path]);
        // What came of this very file: an older message says nothing of it.
        let told = "[...T.notices('error'), ...T.notices('info')].some((words) => words.includes(arguments[0]))";
        self.browser.wait("what came of the file", told, vec![serde_json::json!(name)]);
        self.saved();
        self.browser.frames();
    }

    /// Asks for lines of relations until all are drawn.
    pub fn show_lines(&self) {
        self.browser.wait("the second program", "document.querySelector('#desk').link", vec![]);
        for _ in 0..3 {
            let all = self.browser.script("return localStorage.getItem('hashiya/lines') === 'all';", vec![]);
            if all == true {
                break;
            }
            self.keys(&["Shift", "v"]);
            self.browser.frames();
        }
        self.browser.wait("lines", "document.querySelectorAll('#arcs [data-relation]').length > 5", vec![]);
    }
}
