//! A value of a file that knows where it stands, so that every fault names its place.

use super::fault::{Kind, ReadFault, Stop, short};
use crate::core::ids;
use serde_json::{Map, Value};

/// A value and its place. The path is only put together when a fault needs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    pub value: &'a Value,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Top,
    Field(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// The value that paths begin at.
    pub fn top(value: &'a Value) -> Self {
        Self { value, step: Step::Top }
    }

    /// Where it stands, as a JSON pointer.
    pub fn path(&self) -> String {
        match self.step {
            Step::Top => String::new(),
            Step::Field(up, name) => format!("{}/{name}", up.path()),
            Step::Item(up, index) => format!("{}/{index}", up.path()),
        }
    }

    /// A field; `None` where it is absent or null.
    pub fn get<'b>(&'b self, name: &'b str) -> Option<At<'b>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(At { value, step: Step::Field(self, name) })
    }

    /// A field that must be there.
    pub fn need<'b>(&'b self, name: &'b str) -> Result<At<'b>, Stop> {
        self.object()?;
        self.get(name).ok_or_else(|| Box::new(ReadFault::Missing { path: format!("{}/{name}", self.path()) }))
    }

    /// The items of a list.
    pub fn items<'b>(&'b self) -> Result<impl ExactSizeIterator<Item = At<'b>>, Stop> {
        let list = self.value.as_array().ok_or_else(|| self.is_no(Kind::List))?;
        Ok(list.iter().enumerate().map(move |(index, value)| At { value, step: Step::Item(self, index) }))
    }

    /// It as an object.
    pub fn object(&self) -> Result<&'a Map<String, Value>, Stop> {
        self.value.as_object().ok_or_else(|| self.is_no(Kind::Object))
    }

    /// It as a string.
    pub fn text(&self) -> Result<&'a str, Stop> {
        self.value.as_str().ok_or_else(|| self.is_no(Kind::Text))
    }

    /// It as a number that can count text.
    pub fn number(&self) -> Result<u32, Stop> {
        self.value.as_u64().and_then(|number| u32::try_from(number).ok()).ok_or_else(|| self.is_no(Kind::Number))
    }

    /// It as a flag.
    pub fn flag(&self) -> Result<bool, Stop> {
        self.value.as_bool().ok_or_else(|| self.is_no(Kind::Flag))
    }

    /// It as two numbers in order.
    pub fn pair(&self) -> Result<(u32, u32), Stop> {
        let numbers = self
            .value
            .as_array()
            .map(|list| list.iter().map(|n| n.as_u64().and_then(|n| u32::try_from(n).ok())).collect::<Vec<_>>());
        match numbers.as_deref() {
            Some(&[Some(start), Some(end)]) if start <= end => Ok((start, end)),
            _ => Err(self.is_no(Kind::Pair)),
        }
    }

    /// It as an id of anything but a document.
    pub fn id(&self) -> Result<&'a str, Stop> {
        self.text().and_then(|id| {
            if ids::is_id(id) { Ok(id) } else { Err(Box::new(ReadFault::BadId { path: self.path(), found: short(id) })) }
        })
    }

    /// It as a document's id.
    pub fn document_id(&self) -> Result<&'a str, Stop> {
        self.id().and_then(|id| {
            if ids::is_document_id(id) { Ok(id) } else { Err(Box::new(ReadFault::BadId { path: self.path(), found: id.into() })) }
        })
    }

    /// It as one of the words that `named` knows.
    pub fn word<T>(&self, named: impl Fn(&str) -> Option<T>) -> Result<T, Stop> {
        let word = self.text()?;
        named(word).ok_or_else(|| Box::new(ReadFault::BadValue { path: self.path(), found: short(word) }))
    }

    /// The field's text, or a default where it is absent.
    pub fn text_or(&self, name: &str, default: &str) -> Result<String, Stop> {
        self.get(name).map_or(Ok(default), |at| at.text()).map(str::to_owned)
    }

    fn is_no(&self, expected: Kind) -> Stop {
        Box::new(ReadFault::WrongType { path: self.path(), expected })
    }
}
