//! The mirror: an IndexedDB database, whose `complete` event says that a value is on disk.
//!
//! Used through `web-sys` as it is. The crate `idb` was weighed: it adds 48 kB of program (15 kB as
//! brotli), has no `durability`, and does not tell why a transaction was aborted.

use super::Write;
use super::fault::fault;
use crate::store::StoreFault;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The database.
const DATABASE: &str = "hashiya";

/// Its version: the layout of its object stores, not of what stands in them.
const VERSION: u32 = 1;

/// Its one object store: text under names given from outside.
const ENTRIES: &str = "entries";

/// How long the browser may take to open the database, in milliseconds, before the page starts without it.
const PATIENCE: u32 = 3_000;

/// The open database. Clones share the connection.
#[derive(Debug, Clone)]
pub struct Mirror {
    connection: Rc<Connection>,
}

#[derive(Debug)]
struct Connection {
    database: IdbDatabase,
    /// Lets go of the database when a later version of the page or an erasure wants it.
    _yielding: EventListener,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// A transaction that was handed to the browser and has not been confirmed yet.
#[derive(Debug)]
pub struct Receipt {
    transaction: IdbTransaction,
    outcome: Promise,
}

impl Mirror {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// [`StoreFault::Blocked`] where the browser has none, denies it, or has not answered in three seconds.
    pub async fn open() -> Result<Self, StoreFault> {
        let window = web_sys::window().ok_or(StoreFault::Blocked)?;
        let factory = window.indexed_db().ok().flatten().ok_or(StoreFault::Blocked)?;
        let request = factory.open_with_u32(DATABASE, VERSION).map_err(|error| fault(&error))?;
        let upgraded = request.clone();
        // Not dropped with this future: an answer that comes too late must still make the object
        // store, or the database would stand without it for ever.
        let upgrade = Closure::once_into_js(move || {
            if let Some(database) = opened(&upgraded) {
                let _ = database.create_object_store(ENTRIES);
            }
        });
        request.set_onupgradeneeded(upgrade.dyn_ref());
        let mut timer = None;
        let late = Promise::new(&mut |resolve, _| {
            timer = Some(Timeout::new(PATIENCE, move || {
                let _ = resolve.call0(&JsValue::NULL);
            }));
        });
        let answer = answer(&request);
        let first = JsFuture::from(Promise::race(&Array::of2(&answer, &late))).await;
        drop(timer);
        match first {
            Ok(late) if late.is_undefined() => {
                // A connection that nobody holds would stand in the way of those who come after.
                let unwanted = request.clone();
                let close = Closure::once_into_js(move || drop(opened(&unwanted).inspect(IdbDatabase::close)));
                request.set_onsuccess(close.dyn_ref());
                return Err(StoreFault::Blocked);
            }
            Ok(_) => {}
            Err(_) => return Err(request.error().ok().flatten().map_or(StoreFault::Blocked, |error| fault(&error))),
        }
        let database = opened(&request).ok_or(StoreFault::Blocked)?;
        database.transaction_with_str(ENTRIES).map_err(|error| fault(&error))?;
        let closing = database.clone();
        let yielding = EventListener::new(&database, "versionchange", move |_| closing.close());
        Ok(Self { connection: Rc::new(Connection { database, _yielding: yielding }) })
    }

    /// Hands writes to the browser in this very task, all or none of which will be done.
    ///
    /// # Errors
    /// When the browser does not take them.
    pub fn write(&self, writes: &[Write]) -> Result<Receipt, StoreFault> {
        let issue = || -> Result<Receipt, JsValue> {
            let transaction = self.begin_strict()?;
            let entries = transaction.object_store(ENTRIES)?;
            for write in writes {
                match write {
                    Write::Put(key, value) => entries.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?,
                    Write::Remove(key) => entries.delete(&JsValue::from_str(key))?,
                };
            }
            let outcome = outcome(&transaction);
            commit(&transaction);
            Ok(Receipt { transaction, outcome })
        };
        issue().map_err(|error| fault(&error))
    }

    /// All names that begin with `prefix`, with their values, sorted by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreFault> {
        self.list_some(prefix, &|_| true).await
    }

    /// As [`Self::list`], of the names that are `wanted` alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn list_some(&self, prefix: &str, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<(String, String)>, StoreFault> {
        let pairs = self.list_raw(prefix).await?.into_iter().filter(|(name, _)| wanted(name));
        Ok(pairs.filter_map(|(name, value)| Some((name, value.as_string()?))).collect())
    }

    /// As [`Self::list`], with each value as the browser holds it: none is copied into the program's memory.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn list_raw(&self, prefix: &str) -> Result<Vec<(String, JsValue)>, StoreFault> {
        let ask = || -> Result<(Receipt, IdbRequest, IdbRequest), JsValue> {
            let transaction = self.connection.database.transaction_with_str(ENTRIES)?;
            let entries: IdbObjectStore = transaction.object_store(ENTRIES)?;
            let range = IdbKeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&format!("{prefix}\u{ffff}")))?;
            let (names, values) = (entries.get_all_keys_with_key(&range)?, entries.get_all_with_key(&range)?);
            let outcome = outcome(&transaction);
            Ok((Receipt { transaction, outcome }, names, values))
        };
        let (receipt, names, values) = ask().map_err(|error| fault(&error))?;
        receipt.confirmed().await?;
        let array = |request: &IdbRequest| request.result().map(|result| Array::from(&result)).map_err(|error| fault(&error));
        let (names, values) = (array(&names)?, array(&values)?);
        Ok(names.iter().zip(values.iter()).filter_map(|(name, value)| Some((name.as_string()?, value))).collect())
    }

    /// A transaction whose `complete` event waits for the disk and not only for the system.
    /// `web-sys` has the third argument behind an unstable flag only; engines that do not know it pass over it.
    fn begin_strict(&self) -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let database = &self.connection.database;
        let method: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        method.call3(database, &ENTRIES.into(), &"readwrite".into(), &options)?.dyn_into()
    }
}

impl Receipt {
    /// Waits for the `complete` event.
    ///
    /// # Errors
    /// When the transaction was given up; then none of it was done.
    pub async fn confirmed(self) -> Result<(), StoreFault> {
        match JsFuture::from(self.outcome).await {
            Ok(_) => Ok(()),
            Err(_) => Err(self.transaction.error().map_or_else(|| StoreFault::Other("AbortError".into()), |error| fault(&error))),
        }
    }
}

fn opened(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

fn answer(request: &IdbOpenDbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// What becomes of a transaction. A write that fails aborts it, so that there are only two ends.
fn outcome(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// Starts the commit now, and not when the page has heard of every write. Engines that do not know
/// this commit by themselves.
#[expect(deprecated, reason = "gone from IndexedDB 2.0, which web-sys goes by, and back in 3.0")]
fn commit(transaction: &IdbTransaction) {
    let _ = transaction.commit();
}
