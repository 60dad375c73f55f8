//! The names of numbers. A column of classes is written as numbers; what they are called the library writes beside it: into
//! `dataset_info.json`, and into the block of YAML at the head of the card, `README.md`.

use super::super::file::InFile;
use super::super::records::members;
use crate::format::json::parse;
use serde_json::Value;
use std::collections::BTreeMap;

/// How deep columns stand in one another.
const DEPTH: usize = 16;

/// The names of the classes of each column, which is called with all it stands in: `ner_tags`, `spans/label`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ClassNames(BTreeMap<String, Vec<String>>);

/// Whether a file may tell the names of numbers in the files beside it.
#[must_use]
pub fn tells(file: &InFile) -> bool {
    matches!(file.base(), "dataset_info.json" | "dataset_infos.json" | "README.md")
}

impl ClassNames {
    /// What files tell.
    #[must_use]
    pub fn of(files: &[InFile]) -> Self {
        let mut names = Self::default();
        for file in files.iter().filter(|file| tells(file)) {
            let Ok(text) = file.text() else { continue };
            match parse(text) {
                Ok(value) => names.info(&value, 0),
                Err(_) => names.card(text),
            }
        }
        names
    }

    /// What a class of a column is called.
    #[must_use]
    pub fn get(&self, column: &str, class: u64) -> Option<&str> {
        self.0.get(column)?.get(usize::try_from(class).ok()?).map(String::as_str)
    }

    /// Whether the classes of a column have names.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.0.contains_key(column)
    }

    /// What is told first holds.
    fn put(&mut self, column: String, names: Vec<String>) {
        if !column.is_empty() && !names.is_empty() {
            self.0.entry(column).or_insert(names);
        }
    }

    /// Of JSON: the columns of the one data set, or of each of several.
    fn info(&mut self, value: &Value, depth: usize) {
        match value.get("features") {
            Some(features) => self.feature("", features, 0),
            None if depth == 0 => value.as_object().into_iter().flatten().for_each(|(_, inner)| self.info(inner, depth + 1)),
            None => {}
        }
    }

    fn feature(&mut self, column: &str, value: &Value, depth: usize) {
        if depth > DEPTH {
            return;
        }
        if value["_type"] == "ClassLabel" {
            self.put(column.to_owned(), members(value.get("names")).filter_map(|name| Some(name.as_str()?.to_owned())).collect());
        } else if let Some(inner) = value.get("feature").filter(|_| value["_type"].is_string()).or_else(|| value.get(0)) {
            self.feature(column, inner, depth + 1);
        } else if value["_type"].is_null() {
            for (name, inner) in value.as_object().into_iter().flatten() {
                let inside = if column.is_empty() { name.clone() } else { format!("{column}/{name}") };
                self.feature(&inside, inner, depth + 1);
            }
        }
    }

    /// Of the block of YAML, as far as the library writes it: `- name: ner_tags`, and below it `class_label:`, `names:`, `'0': O`.
    fn card(&mut self, text: &str) {
        let mut lines = text.lines().map(str::trim_end);
        if lines.next() != Some("---") {
            return;
        }
        // The columns that are open, each with how far it is indented.
        let mut open: Vec<(usize, &str)> = Vec::new();
        let (mut is_class, mut found): (bool, Option<(usize, Vec<String>)>) = (false, None);
        for line in lines.take_while(|line| *line != "---").chain(std::iter::once("---")) {
            let (indent, line) = (line.len() - line.trim_start().len(), line.trim_start());
            let item = if line == "---" { None } else { line.strip_prefix("- ") };
            if let Some((from, names)) = &mut found {
                let name = item.or_else(|| line.split_once(':').map(|(_, name)| name));
                // A list may stand as far out as what it is of.
                match name.filter(|_| indent > *from || (indent == *from && item.is_some_and(|item| !item.starts_with("name:"))))
                {
                    Some(name) => {
                        names.push(plain(name).to_owned());
                        continue;
                    }
                    None => {
                        let names = std::mem::take(names);
                        let column = open.iter().map(|(_, name)| *name).collect::<Vec<_>>().join("/");
                        self.put(column, names);
                        found = None;
                    }
                }
            }
            if let Some(item) = item {
                open.retain(|(other, _)| *other < indent);
                if let Some(name) = item.strip_prefix("name:") {
                    open.push((indent, plain(name)));
                }
            }
            if line == "names:" && is_class {
                found = Some((indent, Vec::new()));
            }
            is_class = line == "class_label:";
        }
    }
}

/// A word of YAML without its quotes.
fn plain(word: &str) -> &str {
    let word = word.trim();
    let quoted = |mark: char| word.strip_prefix(mark).and_then(|word| word.strip_suffix(mark));
    quoted('\'').or_else(|| quoted('"')).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, text: &str) -> ClassNames {
        ClassNames::of(&[InFile { name: name.into(), bytes: text.as_bytes().to_vec() }])
    }

    #[test]
    fn the_card_and_the_json_tell_the_same() {
        let card = "---\nconfigs:\n- config_name: default\ndataset_info:\n  features:\n  - name: id\n    dtype: string\n  - name: ner_tags\n    sequence:\n      class_label:\n        names:\n          '0': O\n          '1': B-PER\n  - name: spans\n    list:\n    - name: start\n      dtype: int32\n    - name: label\n      dtype:\n        class_label:\n          names:\n            '0': شخص\n            '1': 'NO'\n  splits:\n  - name: train\n    num_bytes: 5\n---\n\n# ner_tags\n";
        let new = r#"{"features": {"id": {"dtype": "string", "_type": "Value"}, "ner_tags": {"feature": {"names": ["O", "B-PER"], "_type": "ClassLabel"}, "_type": "List"},
            "spans": [{"start": {"dtype": "int32", "_type": "Value"}, "label": {"names": ["شخص", "NO"], "_type": "ClassLabel"}}]}}"#;
        let old = r#"{"default": {"features": {"ner_tags": {"feature": {"num_classes": 2, "names": ["O", "B-PER"], "id": null, "_type": "ClassLabel"}, "length": -1, "_type": "Sequence"},
            "spans": {"feature": {"label": {"names": ["شخص", "NO"], "_type": "ClassLabel"}}, "_type": "Sequence"}}}}"#;
        for (name, text) in [("README.md", card), ("a/dataset_info.json", new), ("dataset_infos.json", old)] {
            let names = of(name, text);
            assert_eq!((names.get("ner_tags", 1), names.get("ner_tags", 2)), (Some("B-PER"), None), "{name}");
            assert_eq!((names.get("spans/label", 0), names.get("spans/label", 1)), (Some("شخص"), Some("NO")), "{name}");
            assert_eq!(names.0.len(), 2, "{name}");
        }
    }

    #[test]
    fn a_list_of_names_may_stand_far_out() {
        let card = "---\ndataset_info:\n- config_name: a\n  features:\n  - name: ner_tags\n    sequence:\n      class_label:\n        names:\n        - O\n        - \"B-X\"\n  - name: other\n    dtype: string\n---";
        assert_eq!(of("README.md", card).0, BTreeMap::from([("ner_tags".to_owned(), vec!["O".to_owned(), "B-X".to_owned()])]));
    }

    #[test]
    fn what_is_wrong_tells_nothing() {
        for text in [
            "",
            "---",
            "---\nclass_label:\nnames:\n",
            "# names:\n- O",
            "{}",
            "[]",
            "{\"features\": [5]}",
            "{\"features\": {\"a\": {\"_type\": \"ClassLabel\", \"names\": 5}}}",
        ] {
            assert_eq!(of("README.md", text), ClassNames::default(), "{text}");
        }
        let deep = format!("{{\"features\": {}5{}}}", "{\"a\":".repeat(90), "}".repeat(90));
        assert_eq!(of("dataset_info.json", &deep), ClassNames::default());
        let card = "---\n- name: a\n  class_label:\n    names:\n      '0': O\n      '1': \"";
        for end in 0..card.len() {
            let _ = of("README.md", &card[..end]);
        }
        assert_eq!(of("labels.json", r#"{"features": {"a": {"_type": "ClassLabel", "names": ["O"]}}}"#), ClassNames::default());
    }
}
