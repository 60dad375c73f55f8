//! A label's examples and whether it is retired: typed views over what its [`Extra`](super::record::Extra) carries.
//!
//! `examples` is a list. A bare string is a positive example in the language of its script; one that says more is
//! an object: `{"text": …, "language": "en", "negative": true}`. What cannot be read stays as it is.

use super::tagset::Label;
use serde_json::{Map, Value};

/// The label's field with its examples.
const EXAMPLES: &str = "examples";

/// Words that show what a label is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The words.
    pub text: String,
    /// The language they are for, as a BCP 47 tag: `ar`, `en`.
    pub language: String,
    /// Whether they would not get the label.
    pub negative: bool,
}

impl Example {
    fn read(value: &Value) -> Option<Self> {
        let text = value.as_str().or_else(|| value.get("text")?.as_str())?;
        let language = value.get("language").and_then(Value::as_str).unwrap_or_else(|| language_of(text));
        let negative = value.get("negative").and_then(Value::as_bool).unwrap_or(false);
        Some(Self { text: text.to_owned(), language: language.to_owned(), negative })
    }

    fn write(&self) -> Value {
        let told = language_of(&self.text) == self.language;
        if told && !self.negative {
            return Value::from(self.text.as_str());
        }
        let mut fields = Map::from_iter([("text".to_owned(), Value::from(self.text.as_str()))]);
        if !told {
            fields.insert("language".to_owned(), Value::from(self.language.as_str()));
        }
        if self.negative {
            fields.insert("negative".to_owned(), Value::Bool(true));
        }
        Value::Object(fields)
    }
}

/// A label's examples in order.
#[must_use]
pub fn examples(label: &Label) -> Vec<Example> {
    listed(label).iter().filter_map(Example::read).collect()
}

/// The label with these examples in place of its own; blank ones are left out.
#[must_use]
pub fn with_examples(label: &Label, examples: &[Example]) -> Label {
    let old = listed(label);
    let mut all = Vec::new();
    for example in examples {
        let example = Example { text: example.text.trim().to_owned(), ..example.clone() };
        if !example.text.is_empty() {
            // An example that stays keeps whatever else a file said of it.
            let known = old.iter().find(|value| Example::read(value).as_ref() == Some(&example));
            all.push(known.cloned().unwrap_or_else(|| example.write()));
        }
    }
    all.extend(old.iter().filter(|value| Example::read(value).is_none()).cloned());
    let value = (!all.is_empty()).then_some(Value::Array(all));
    Label { extra: label.extra.with(EXAMPLES, value), ..label.clone() }
}

fn listed(label: &Label) -> &[Value] {
    label.extra.get(EXAMPLES).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The language of the interface that words are in, by their first letter of either script.
fn language_of(text: &str) -> &'static str {
    let letter = text.chars().find(|c| c.is_alphabetic());
    if letter.is_some_and(|c| c.is_ascii()) { "en" } else { "ar" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::record::Extra;
    use crate::core::tagset::Tagset;
    use serde_json::json;

    fn label(extra: &Value) -> Label {
        let extra = Extra::new(extra.as_object().cloned().unwrap_or_default());
        Label { extra, ..Label::clone(&Tagset::wojood().labels[0]) }
    }

    fn example(text: &str, language: &str, negative: bool) -> Example {
        Example { text: text.into(), language: language.into(), negative }
    }

    #[test]
    fn examples_are_read_written_and_what_is_strange_stays() {
        let old = label(&json!({"z": 1, "examples": [
            "بريت ماكغورك", "Brett McGurk", 7, {"text": "إيران", "negative": true, "why": "GPE"}, {"text": "Iran", "language": "ar"}
        ]}));
        let mut all = examples(&old);
        let expected = [
            example("بريت ماكغورك", "ar", false),
            example("Brett McGurk", "en", false),
            example("إيران", "ar", true),
            example("Iran", "ar", false),
        ];
        assert_eq!(all, expected);
        all.remove(0);
        all.push(example("  the envoy ", "en", true));
        all.push(example(" ", "en", true));
        let new = with_examples(&old, &all);
        let written = json!([
            "Brett McGurk", {"text": "إيران", "negative": true, "why": "GPE"}, {"text": "Iran", "language": "ar"},
            {"text": "the envoy", "negative": true}, 7
        ]);
        assert_eq!((new.extra.get("examples"), new.extra.get("z")), (Some(&written), Some(&json!(1))));
        assert_eq!(examples(&new)[3], example("the envoy", "en", true));
        let none = with_examples(&label(&json!({"examples": ["x"]})), &[]);
        assert!(none.extra.is_empty());
    }
}
