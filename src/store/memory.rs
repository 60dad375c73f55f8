//! A store that lives as long as the page does: for tests, and where a browser keeps nothing.

use super::{Store, StoreFault};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Texts in memory, with as much room as they are given.
#[derive(Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
    room: Option<usize>,
}

impl Memory {
    /// A store that holds at most `room` UTF-16 units of names and values, as local storage counts them.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self { room: Some(room), ..Self::default() }
    }
}

impl Store for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        let mut values = self.values.borrow_mut();
        if let Some(room) = self.room {
            let others = values.iter().filter(|(name, _)| *name != key);
            let used = others.map(|(name, value)| units(name) + units(value)).sum::<usize>();
            if used + units(key) + units(value) > room {
                return Err(StoreFault::Full);
            }
        }
        values.insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreFault> {
        let values = self.values.borrow();
        let from = values.range::<str, _>((std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded));
        Ok(from.take_while(|(key, _)| key.starts_with(prefix)).map(|(key, value)| (key.clone(), value.clone())).collect())
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_keeps_lists_and_forgets() {
        let store = Memory::default();
        for (key, value) in [("hashiya/b", "٢"), ("hashiya/a", "١"), ("hashiyb", "x"), ("hashiya", "y"), ("hashiya/a", "٣")] {
            assert_eq!(store.put(key, value), Ok(()));
        }
        assert_eq!(store.get("hashiya/a"), Ok(Some("٣".into())));
        assert_eq!(store.list("hashiya/"), Ok(vec![("hashiya/a".into(), "٣".into()), ("hashiya/b".into(), "٢".into())]));
        assert_eq!(store.remove("hashiya/a").and_then(|()| store.remove("hashiya/a")), Ok(()));
        assert_eq!(store.get("hashiya/a"), Ok(None));
    }

    #[test]
    fn a_full_store_refuses_and_keeps_what_it_has() {
        let store = Memory::with_room(6);
        assert_eq!(store.put("أ", "عمان"), Ok(()));
        assert_eq!(store.put("ب", "🙂"), Err(StoreFault::Full));
        assert_eq!(store.put("أ", "مسقط 🙂"), Err(StoreFault::Full));
        assert_eq!(store.get("أ"), Ok(Some("عمان".into())));
        assert_eq!(store.put("أ", "مسقطا"), Ok(()));
    }
}
