//! MessagePack: values out of bytes, and JSON into bytes.

use rmp::decode::read_marker;
use rmp::{Marker, encode};
use serde_json::{Map, Number, Value};

/// How deep values may lie in one another.
const DEPTH: usize = 32;

/// A value in its bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Packed<'a> {
    /// Nothing.
    Nil,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i128),
    /// Any other number.
    Float(f64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
    /// A list.
    List(Vec<Self>),
    /// Names, or whatever else stands for one, and values.
    Fields(Vec<(Self, Self)>),
}

impl<'a> Packed<'a> {
    /// The one value that bytes hold; `None` where they do not, or too deep.
    #[must_use]
    pub fn of(mut bytes: &'a [u8]) -> Option<Self> {
        let value = value(&mut bytes, 0)?;
        bytes.is_empty().then_some(value)
    }

    /// The field of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().find(|(key, _)| matches!(key, Self::Text(key) if *key == name)).map(|(_, value)| value)
    }

    /// The members of a list; none of anything else.
    #[must_use]
    pub fn list(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// Its bytes; none of anything else.
    #[must_use]
    pub const fn bytes(&self) -> Option<&'a [u8]> {
        if let Self::Bytes(bytes) = self { Some(*bytes) } else { None }
    }

    /// As JSON. Fields whose name is no text are left out, and so are bytes.
    #[must_use]
    pub fn json(&self) -> Value {
        match self {
            Self::Nil | Self::Bytes(_) => Value::Null,
            Self::Flag(flag) => Value::Bool(*flag),
            Self::Whole(whole) => Number::from_i128(*whole).map_or(Value::Null, Value::Number),
            Self::Float(float) => Number::from_f64(*float).map_or(Value::Null, Value::Number),
            Self::Text(text) => Value::String((*text).to_owned()),
            Self::List(items) => items.iter().map(Self::json).collect(),
            Self::Fields(fields) => {
                let named = fields.iter().filter_map(|(key, value)| match key {
                    Self::Text(name) => Some(((*name).to_owned(), value.json())),
                    _ => None,
                });
                Value::Object(named.collect::<Map<_, _>>())
            }
        }
    }
}

fn value<'a>(bytes: &mut &'a [u8], depth: usize) -> Option<Packed<'a>> {
    if depth > DEPTH {
        return None;
    }
    Some(match read_marker(bytes).ok()? {
        Marker::Null => Packed::Nil,
        Marker::False => Packed::Flag(false),
        Marker::True => Packed::Flag(true),
        Marker::FixPos(number) => Packed::Whole(number.into()),
        Marker::FixNeg(number) => Packed::Whole(number.into()),
        Marker::U8 => Packed::Whole(whole(bytes, 1)?.into()),
        Marker::U16 => Packed::Whole(whole(bytes, 2)?.into()),
        Marker::U32 => Packed::Whole(whole(bytes, 4)?.into()),
        Marker::U64 => Packed::Whole(whole(bytes, 8)?.into()),
        Marker::I8 => Packed::Whole((whole(bytes, 1)? as i8).into()),
        Marker::I16 => Packed::Whole((whole(bytes, 2)? as i16).into()),
        Marker::I32 => Packed::Whole((whole(bytes, 4)? as i32).into()),
        Marker::I64 => Packed::Whole((whole(bytes, 8)? as i64).into()),
        Marker::F32 => Packed::Float(f32::from_bits(whole(bytes, 4)? as u32).into()),
        Marker::F64 => Packed::Float(f64::from_bits(whole(bytes, 8)?)),
        Marker::FixStr(length) => text(bytes, length.into())?,
        Marker::Str8 => sized(bytes, 1, text)?,
        Marker::Str16 => sized(bytes, 2, text)?,
        Marker::Str32 => sized(bytes, 4, text)?,
        Marker::Bin8 => sized(bytes, 1, binary)?,
        Marker::Bin16 => sized(bytes, 2, binary)?,
        Marker::Bin32 => sized(bytes, 4, binary)?,
        Marker::FixArray(length) => list(bytes, length.into(), depth)?,
        Marker::Array16 => sized(bytes, 2, |bytes, length| list(bytes, length, depth))?,
        Marker::Array32 => sized(bytes, 4, |bytes, length| list(bytes, length, depth))?,
        Marker::FixMap(length) => fields(bytes, length.into(), depth)?,
        Marker::Map16 => sized(bytes, 2, |bytes, length| fields(bytes, length, depth))?,
        Marker::Map32 => sized(bytes, 4, |bytes, length| fields(bytes, length, depth))?,
        // Kinds of one's own: spaCy has none.
        _ => return None,
    })
}

fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

/// A number of so many bytes, the greatest first.
fn whole(bytes: &mut &[u8], length: usize) -> Option<u64> {
    Some(take(bytes, length)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

fn sized<'a>(
    bytes: &mut &'a [u8],
    length: usize,
    read: impl FnOnce(&mut &'a [u8], usize) -> Option<Packed<'a>>,
) -> Option<Packed<'a>> {
    let length = usize::try_from(whole(bytes, length)?).ok()?;
    read(bytes, length)
}

fn text<'a>(bytes: &mut &'a [u8], length: usize) -> Option<Packed<'a>> {
    std::str::from_utf8(take(bytes, length)?).ok().map(Packed::Text)
}

fn binary<'a>(bytes: &mut &'a [u8], length: usize) -> Option<Packed<'a>> {
    take(bytes, length).map(Packed::Bytes)
}

/// No room is made for what a length only promises.
fn list<'a>(bytes: &mut &'a [u8], length: usize, depth: usize) -> Option<Packed<'a>> {
    let mut items = Vec::new();
    for _ in 0..length {
        items.push(value(bytes, depth + 1)?);
    }
    Some(Packed::List(items))
}

fn fields<'a>(bytes: &mut &'a [u8], length: usize, depth: usize) -> Option<Packed<'a>> {
    let mut all = Vec::new();
    for _ in 0..length {
        all.push((value(bytes, depth + 1)?, value(bytes, depth + 1)?));
    }
    Some(Packed::Fields(all))
}

/// What is packed one after the other. Writing to bytes cannot fail.
#[derive(Debug, Default)]
pub struct Packer(pub Vec<u8>);

impl Packer {
    /// The head of a list.
    pub fn list(&mut self, length: usize) {
        let _ = encode::write_array_len(&mut self.0, length as u32);
    }

    /// The head of an object.
    pub fn fields(&mut self, length: usize) {
        let _ = encode::write_map_len(&mut self.0, length as u32);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        let _ = encode::write_str(&mut self.0, text);
    }

    /// Bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let _ = encode::write_bin(&mut self.0, bytes);
    }

    /// A number of 0 and more.
    pub fn whole(&mut self, number: u64) {
        let _ = encode::write_uint(&mut self.0, number);
    }

    /// Any value of JSON. Numbers that fit no whole number are floats.
    pub fn json(&mut self, value: &Value) {
        match value {
            Value::Null => {
                let _ = encode::write_nil(&mut self.0);
            }
            Value::Bool(flag) => {
                let _ = encode::write_bool(&mut self.0, *flag);
            }
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => self.whole(number),
                (_, Some(number)) => {
                    let _ = encode::write_sint(&mut self.0, number);
                }
                _ => {
                    let _ = encode::write_f64(&mut self.0, number.as_f64().unwrap_or_default());
                }
            },
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                self.list(items.len());
                items.iter().for_each(|item| self.json(item));
            }
            Value::Object(fields) => {
                self.fields(fields.len());
                for (name, value) in fields {
                    self.text(name);
                    self.json(value);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_packed_is_read() {
        let long = "ن".repeat(40_000);
        let many: Vec<u32> = (0..70_000).collect();
        let value = json!({"a": [0, 127, 128, 65_536, u64::MAX, -1, -33, i64::MIN, 1.5], "ب": {"c": [null, true, false, ""]}, "long": long, "many": many});
        let mut packer = Packer::default();
        packer.json(&value);
        let read = Packed::of(&packer.0).unwrap();
        assert_eq!(read.json().to_string(), value.to_string());
        assert_eq!(read.get("a").map(|list| list.list().len()), Some(9));
    }

    #[test]
    fn promises_and_depth_are_no_trouble() {
        assert_eq!(Packed::of(&[0xDD, 0xFF, 0xFF, 0xFF, 0xFF]), None);
        assert_eq!(Packed::of(&[0xC6, 0xFF, 0xFF, 0xFF, 0xFF, 1]), None);
        assert_eq!(Packed::of(&[0x91; 10_000]), None);
        assert_eq!(Packed::of(&[0xC0, 0xC0]), None);
    }
}
