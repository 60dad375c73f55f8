//! JSON as text. One writer and one reader for the journal, the file and the settings keep the program small.

mod read;

pub use read::{Fault, parse, parse_each};

use serde_json::Value;
use std::fmt::Write as _;

/// Appends a value without any space.
pub fn put(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{number}");
        }
        Value::String(text) => string(text, out),
        Value::Array(items) => {
            out.push('[');
            for item in items {
                next(out);
                put(item, out);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            out.push('{');
            for (name, value) in fields {
                field(name, out);
                put(value, out);
            }
            out.push('}');
        }
    }
}

/// Appends a text in quotes, escaped no more than it must be.
pub fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        let short = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\u{C}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\0'..' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
                continue;
            }
            plain => {
                out.push(plain);
                continue;
            }
        };
        out.push('\\');
        out.push(short);
    }
    out.push('"');
}

/// Appends the name of an object's next field, with what must stand before its value.
pub fn field(name: &str, out: &mut String) {
    next(out);
    string(name, out);
    out.push(':');
}

/// Parts what follows from a part before it, if there is one: no value ends in an opening bracket.
pub fn next(out: &mut String) {
    if !out.ends_with(['{', '[']) {
        out.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_is_what_others_write() {
        let control = (0..0x21).chain([0x7F, 0x80]).filter_map(char::from_u32).collect::<String>();
        let value = json!({
            "": [], "نص": "سطر\r\n\u{2028}\"\\/🙂[", "list": [{"a": null}, {}, [[], ["["]], true, false], "n": [0, -1, 1.5, u64::MAX], "c": control
        });
        let mut text = String::new();
        put(&value, &mut text);
        assert_eq!(text, value.to_string());
    }
}
