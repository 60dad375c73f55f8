//! Values of attributes as texts, and texts as values, for formats that have only texts.

use crate::format::json;
use serde_json::Value;

/// A text that reads back as the value: a text stands as it is unless that would read as something else, all else as JSON.
#[must_use]
pub fn written(value: &Value) -> String {
    match value {
        Value::String(text) if !text.is_empty() && json::parse(text).is_err() => text.clone(),
        other => other.to_string(),
    }
}

/// The value that [`written`] made a text of.
#[must_use]
pub fn value(text: &str) -> Value {
    json::parse(text).unwrap_or_else(|_| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_value_comes_back() {
        for value in [
            json!("x"),
            json!("3"),
            json!(3),
            json!(-1.5),
            json!(true),
            json!(["أ"]),
            json!(""),
            json!("\"x\""),
            json!("["),
            json!(null),
        ] {
            assert_eq!(super::value(&written(&value)), value);
        }
        assert_eq!((written(&json!("عال جدًا")), written(&json!("3"))), ("عال جدًا".to_owned(), "\"3\"".to_owned()));
    }
}
