//! JSON as people read it: two spaces of indent, and lists of numbers on one line.

use crate::format::json;
use serde_json::Value;

/// The value as JSON text with a line break at its end.
pub(super) fn print(value: &Value) -> String {
    let mut out = String::new();
    put(value, 0, &mut out);
    out.push('\n');
    out
}

fn put(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (index, (name, field)) in fields.iter().enumerate() {
                next(index, depth + 1, out);
                json::string(name, out);
                out.push_str(": ");
                put(field, depth + 1, out);
            }
            line(depth, out);
            out.push('}');
        }
        Value::Array(items) if items.iter().all(Value::is_number) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                json::put(item, out);
            }
            out.push(']');
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                next(index, depth + 1, out);
                put(item, depth + 1, out);
            }
            line(depth, out);
            out.push(']');
        }
        other => json::put(other, out),
    }
}

fn next(index: usize, depth: usize, out: &mut String) {
    out.push_str(if index > 0 { "," } else { "" });
    line(depth, out);
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

#[cfg(test)]
mod tests {
    use super::print;
    use serde_json::json;

    #[test]
    fn pairs_stand_on_one_line_and_all_is_read_back() {
        let value =
            json!({"utf16": [3, 8], "نص": "سطر\r\n\u{2028}\"🙂", "list": [{"a": null}, {}], "empty": [], "deep": [[1.5], ["x"]]});
        let text = print(&value);
        assert!(text.contains("\"utf16\": [3, 8],\n"), "{text}");
        assert!(text.ends_with("}\n"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
