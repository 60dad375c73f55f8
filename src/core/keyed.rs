//! Things by key, in the order of the keys: a sorted list, for some hundreds at most or for keys that come in order.

/// Things by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed<K, V>(Vec<(K, V)>);

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Keyed<K, V> {
    /// The thing of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// Gives a key a thing, in place of the one it may have.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Takes the thing of a key out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.place(key).ok().map(|place| self.0.remove(place).1)
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }
}

impl<K, V> Keyed<K, V> {
    /// All, by key.
    #[must_use]
    pub fn as_slice(&self) -> &[(K, V)] {
        &self.0
    }

    /// All, by key; keys must stay in order.
    pub fn as_mut_slice(&mut self) -> &mut [(K, V)] {
        &mut self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Keyed;

    #[test]
    fn things_are_found_replaced_and_taken_in_any_order() {
        let mut keyed = Keyed::default();
        for key in [5, 1, 9, 3, 1] {
            keyed.insert(key, key * 10);
        }
        keyed.insert(3, 0);
        assert_eq!(keyed.as_slice(), [(1, 10), (3, 0), (5, 50), (9, 90)]);
        assert_eq!((keyed.remove(&5), keyed.remove(&5), keyed.get(&9), keyed.get(&5)), (Some(50), None, Some(&90), None));
        keyed.as_mut_slice()[0].1 = 1;
        assert_eq!(keyed.as_slice(), [(1, 1), (3, 0), (9, 90)]);
    }
}
