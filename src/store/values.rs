//! What a store holds: values by name, in the order of the names.

use crate::core::keyed::Keyed;

/// Values by name. Names that come in order, as stores give them, are kept at no cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(Keyed<String, String>);

impl Values {
    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&String> {
        self.pair(name).map(|(_, value)| value)
    }

    /// A name and its value.
    #[must_use]
    pub fn pair(&self, name: &str) -> Option<&(String, String)> {
        let pairs = self.0.as_slice();
        let place = pairs.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        pairs.get(place)
    }

    /// Gives a name a value, in place of the one it may have.
    pub fn insert(&mut self, name: String, value: String) {
        self.0.insert(name, value);
    }

    /// All, by name.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, String)> {
        self.0.as_slice().iter()
    }
}

impl FromIterator<(String, String)> for Values {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Self {
        let mut values = Self::default();
        for (name, value) in pairs {
            values.insert(name, value);
        }
        values
    }
}

impl<'a> IntoIterator for &'a Values {
    type Item = &'a (String, String);
    type IntoIter = std::slice::Iter<'a, (String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
