//! How a value of the program stands in JSON. By hand rather than derived: what derives make of the
//! journal's entries is more than a hundred kilobytes of program.

use super::json;
use crate::core::record::Extra;
use serde_json::Value;
use std::rc::Rc;

/// A value that is kept as JSON.
pub trait Shape: Sized {
    /// Appends it as JSON.
    fn put(&self, out: &mut String);

    /// It out of JSON; `None` where that is of another shape. A field that is absent is asked for as `null`.
    fn get(value: &Value) -> Option<Self>;

    /// Whether it is left out of an object that may lack it.
    fn is_blank(&self) -> bool {
        false
    }
}

/// The JSON text of a value.
#[must_use]
pub fn text(value: &impl Shape) -> String {
    let mut out = String::new();
    value.put(&mut out);
    out
}

/// The value of a field that may be absent.
pub fn may<T: Shape + Default>(value: &Value) -> Option<T> {
    if value.is_null() { Some(T::default()) } else { T::get(value) }
}

/// The name of a variant and what it holds: `"name"` or `{"name": …}`.
#[must_use]
pub fn variant(value: &Value) -> Option<(&str, &Value)> {
    match value {
        Value::String(name) => Some((name, &Value::Null)),
        Value::Object(fields) if fields.len() == 1 => fields.iter().next().map(|(name, value)| (name.as_str(), value)),
        _ => None,
    }
}

impl Shape for String {
    fn put(&self, out: &mut String) {
        json::string(self, out);
    }

    fn get(value: &Value) -> Option<Self> {
        value.as_str().map(Self::from)
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Shape for bool {
    fn put(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn get(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Shape for u64 {
    fn put(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }

    fn get(value: &Value) -> Option<Self> {
        value.as_u64()
    }
}

impl Shape for u32 {
    fn put(&self, out: &mut String) {
        u64::from(*self).put(out);
    }

    fn get(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl Shape for Value {
    fn put(&self, out: &mut String) {
        json::put(self, out);
    }

    fn get(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl Shape for Extra {
    fn put(&self, out: &mut String) {
        match self.fields() {
            None => out.push_str("null"),
            Some(fields) => {
                out.push('{');
                for (name, value) in fields {
                    json::field(name, out);
                    json::put(value, out);
                }
                out.push('}');
            }
        }
    }

    fn get(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::default()),
            Value::Object(fields) => Some(Self::new(fields.clone())),
            _ => None,
        }
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Shape> Shape for Rc<T> {
    fn put(&self, out: &mut String) {
        (**self).put(out);
    }

    fn get(value: &Value) -> Option<Self> {
        T::get(value).map(Self::new)
    }
}

impl<T: Shape> Shape for Option<T> {
    fn put(&self, out: &mut String) {
        match self {
            None => out.push_str("null"),
            Some(value) => value.put(out),
        }
    }

    fn get(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::get(value).map(Some) }
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn put(&self, out: &mut String) {
        out.push('[');
        for item in self {
            json::next(out);
            item.put(out);
        }
        out.push(']');
    }

    fn get(value: &Value) -> Option<Self> {
        let items = value.as_array()?;
        let mut list = Self::with_capacity(items.len());
        for item in items {
            list.push(T::get(item)?);
        }
        Some(list)
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<A: Shape, B: Shape> Shape for (A, B) {
    fn put(&self, out: &mut String) {
        out.push('[');
        self.0.put(out);
        out.push(',');
        self.1.put(out);
        out.push(']');
    }

    fn get(value: &Value) -> Option<Self> {
        Some((A::get(&value[0])?, B::get(&value[1])?))
    }
}
