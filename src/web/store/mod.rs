//! The browser's two stores, written together: local storage and its IndexedDB mirror.

mod fault;
pub mod local;
pub mod mirror;
pub mod room;

use crate::core::names::Names;
use crate::session::StoreFacts;
use crate::store::{Store, StoreFault, Union, union_beside};
use local::Local;
use mirror::{Mirror, Receipt};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// A change of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Gives a name a value.
    Put(String, String),
    /// Takes a name away.
    Remove(String),
}

/// Where a write has arrived. Each fault is that of the store where it has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// In both stores; the mirror's disk has confirmed.
    Both,
    /// In the mirror, whose disk has confirmed; not in local storage.
    MirrorOnly(StoreFault),
    /// In local storage, which reaches the disk up to five seconds later.
    LocalOnly(StoreFault),
    /// Nowhere: local storage's fault and the mirror's. The work is in memory only.
    Neither(StoreFault, StoreFault),
}

impl Saved {
    fn of(local: Result<(), StoreFault>, mirror: Result<(), StoreFault>) -> Self {
        match (local, mirror) {
            (Ok(()), Ok(())) => Self::Both,
            (Err(local), Ok(())) => Self::MirrorOnly(local),
            (Ok(()), Err(mirror)) => Self::LocalOnly(mirror),
            (Err(local), Err(mirror)) => Self::Neither(local, mirror),
        }
    }

    /// Whether a reload will find it.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        !matches!(self, Self::Neither(..))
    }
}

/// What each store did at the last write, or at the opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stores {
    /// Local storage.
    pub local: Result<(), StoreFault>,
    /// Its IndexedDB mirror.
    pub mirror: Result<(), StoreFault>,
}

/// Names with their values, sorted by name.
pub type Pairs = Vec<(String, String)>;

/// Both stores. Clones share them.
#[derive(Debug, Clone)]
pub struct Vault {
    local: Result<Local, StoreFault>,
    mirror: Result<Mirror, StoreFault>,
    stores: Rc<RefCell<Stores>>,
    persisted: Rc<Cell<bool>>,
}

impl Vault {
    /// Opens what can be opened. Waits for the mirror three seconds at most; never fails, since a
    /// page without any store still works in memory.
    pub async fn open() -> Self {
        let local = Local::open();
        let mirror = Mirror::open().await;
        let stores = Stores {
            local: local.clone().and_then(|local| local.probe()),
            mirror: mirror.as_ref().map(drop).map_err(Clone::clone),
        };
        let persisted = room::persisted().await.unwrap_or(false);
        Self { local, mirror, stores: Rc::new(RefCell::new(stores)), persisted: Rc::new(Cell::new(persisted)) }
    }

    /// Which stores work, as far as is known now.
    #[must_use]
    pub fn stores(&self) -> Stores {
        self.stores.borrow().clone()
    }

    /// [`Self::stores`] as the session has them; how many entries were set aside is for the caller to say.
    #[must_use]
    pub fn facts(&self) -> StoreFacts {
        let stores = self.stores.borrow();
        StoreFacts {
            local: stores.local.is_ok(),
            mirror: stores.mirror.is_ok(),
            persisted: self.persisted.get(),
            ..StoreFacts::default()
        }
    }

    /// Asks the browser never to clear the stores by itself: see [`room::persist`].
    pub async fn persist(&self) -> Option<bool> {
        let granted = room::persist().await?;
        self.persisted.set(granted);
        Some(granted)
    }

    /// What local storage and the mirror hold together under names that begin with `prefix` and are `wanted`. A store that
    /// cannot be read gives nothing. A value that both have is copied into the program's memory once.
    pub async fn load(&self, prefix: &str, wanted: &dyn Fn(&str) -> bool) -> Union {
        let mirror = match &self.mirror {
            Ok(mirror) => mirror.list_raw(prefix).await,
            Err(fault) => Err(fault.clone()),
        };
        // Read in one task with what it is compared with.
        let local = self.local.clone().and_then(|local| Ok((local.list_some(prefix, wanted)?, local)));
        let (mut others, mut alike) = (Pairs::new(), Names::default());
        for (name, value) in mirror.as_deref().unwrap_or_default() {
            if !wanted(name) {
            } else if local.as_ref().is_ok_and(|(_, local)| local.has(name, value)) {
                alike.add(name);
            } else if let Some(value) = value.as_string() {
                others.push((name.clone(), value));
            }
        }
        if let Err(fault) = &local {
            self.stores.borrow_mut().local = Err(fault.clone());
        }
        if let Err(fault) = mirror {
            self.stores.borrow_mut().mirror = Err(fault);
        }
        union_beside(local.map(|(pairs, _)| pairs).unwrap_or_default(), others, alike)
    }

    /// The values that either store has under names that begin with `prefix` and are `wanted`.
    pub async fn find(&self, prefix: &str, wanted: &dyn Fn(&str) -> bool) -> Pairs {
        let mut found =
            self.local.as_ref().map_or_else(|_| Pairs::new(), |local| local.list_some(prefix, wanted).unwrap_or_default());
        if let Ok(mirror) = &self.mirror {
            found.extend(mirror.list_some(prefix, wanted).await.unwrap_or_default());
        }
        found
    }

    /// Writes to both stores before it returns; `on_done` is told in a later task where the writes
    /// have arrived. In the mirror either all of them are done or none.
    pub fn write(&self, writes: &[Write], on_done: impl FnOnce(Saved) + 'static) {
        let local = self.write_local(writes);
        let receipt = self.issue(writes);
        // That something could be taken out does not tell whether there is room again.
        let tells = writes.iter().any(|write| matches!(write, Write::Put(..)));
        if tells {
            self.stores.borrow_mut().local = local.clone();
        }
        let vault = self.clone();
        spawn_local(async move {
            let mirror = confirmed(receipt).await;
            if tells {
                vault.stores.borrow_mut().mirror = mirror.clone();
            }
            on_done(Saved::of(local, mirror));
        });
    }

    /// [`Self::write`] of one value.
    pub fn put(&self, key: &str, value: &str, on_done: impl FnOnce(Saved) + 'static) {
        self.write(&[Write::Put(key.into(), value.into())], on_done);
    }

    /// Takes a name out of both stores before it returns.
    pub fn remove(&self, key: &str) {
        self.write(&[Write::Remove(key.into())], drop);
    }

    /// Gives each store what only the other has, in the way of [`Self::write`]; local storage only what is `returning`.
    /// What does not fit there stays in the mirror.
    pub fn mend(&self, union: &Union, returning: &Names) {
        let writes = |names: &[String], wanted: &dyn Fn(&str) -> bool| {
            let found = names.iter().filter(|name| wanted(name)).filter_map(|name| union.all.pair(name));
            found.map(|(name, value)| Write::Put(name.clone(), value.clone())).collect::<Vec<_>>()
        };
        let local = writes(&union.missing_in_local, &|name| returning.has(name));
        let mirror = writes(&union.missing_in_mirror, &|_| true);
        if !local.is_empty() {
            let outcome = self.write_local(&local);
            self.stores.borrow_mut().local = outcome;
        }
        if !mirror.is_empty() {
            let receipt = self.issue(&mirror);
            let vault = self.clone();
            spawn_local(async move {
                let outcome = confirmed(receipt).await;
                vault.stores.borrow_mut().mirror = outcome;
            });
        }
    }

    /// Stops at the first write that fails: a draft must not go before its entry has come.
    fn write_local(&self, writes: &[Write]) -> Result<(), StoreFault> {
        let local = self.local.as_ref().map_err(Clone::clone)?;
        writes.iter().try_for_each(|write| match write {
            Write::Put(key, value) => local.put(key, value),
            Write::Remove(key) => local.remove(key),
        })
    }

    fn issue(&self, writes: &[Write]) -> Result<Receipt, StoreFault> {
        self.mirror.as_ref().map_err(Clone::clone)?.write(writes)
    }
}

async fn confirmed(receipt: Result<Receipt, StoreFault>) -> Result<(), StoreFault> {
    match receipt {
        Ok(receipt) => receipt.confirmed().await,
        Err(fault) => Err(fault),
    }
}
