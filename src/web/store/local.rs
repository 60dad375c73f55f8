//! Local storage: where the work is read from at start. It is written at once, but reaches the disk
//! up to five seconds later; that is what the mirror is for.

use super::fault::fault;
use crate::store::key::PREFIX;
use crate::store::{Store, StoreFault};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The value written to see whether there is room. No key of ours is read under this name.
const PROBE: &str = "hashiya/probe";

/// The origin's local storage. Only names that begin with [`PREFIX`] are touched.
#[derive(Debug, Clone)]
pub struct Local {
    storage: Storage,
}

impl Local {
    /// Opens it.
    ///
    /// # Errors
    /// [`StoreFault::Blocked`] where the browser has none or denies it.
    pub fn open() -> Result<Self, StoreFault> {
        let window = web_sys::window().ok_or(StoreFault::Blocked)?;
        // The getter itself throws where storage is denied, and is absent at some addresses.
        let storage = window.local_storage().ok().flatten().ok_or(StoreFault::Blocked)?;
        Ok(Self { storage })
    }

    /// Whether it can be written now. One that is full can still be read.
    ///
    /// # Errors
    /// Says what a write would meet.
    pub fn probe(&self) -> Result<(), StoreFault> {
        self.put(PROBE, "1")?;
        self.remove(PROBE)
    }
}

impl Store for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.storage.get_item(key).map_err(|error| fault(&error))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.storage.set_item(key, value).map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.storage.remove_item(key).map_err(|error| fault(&error))
    }

    fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreFault> {
        self.list_some(prefix, &|_| true)
    }
}

impl Local {
    /// Whether it has that very value under a name. Nothing of either is copied into the program's memory.
    #[must_use]
    pub fn has(&self, name: &str, value: &JsValue) -> bool {
        Reflect::get(&self.storage, &name.into()).is_ok_and(|known| known == *value)
    }

    /// As [`Store::list`], of the names that are `wanted` alone.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn list_some(&self, prefix: &str, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<(String, String)>, StoreFault> {
        // All names at once: asking for them by index walks the store each time in some engines,
        // and another tab may write in between.
        let names = Reflect::own_keys(&self.storage).map_err(|error| fault(&error))?;
        let names = names.iter().filter_map(|name| name.as_string());
        let mut names =
            names.filter(|name| name.starts_with(PREFIX) && name.starts_with(prefix) && wanted(name)).collect::<Vec<_>>();
        crate::core::order::sort(&mut names, Ord::cmp);
        let mut pairs = Vec::with_capacity(names.len());
        for name in names {
            if let Some(value) = self.get(&name)? {
                pairs.push((name, value));
            }
        }
        Ok(pairs)
    }
}
