//! The browser's two stores in a real browser: what is written is in both, whatever one of them refuses.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used)]

use hashiya::core::names::Names;
use hashiya::format::entry::seal;
use hashiya::store::{PREFIX, Store, StoreFault};
use hashiya::web::store::local::Local;
use hashiya::web::store::mirror::Mirror;
use hashiya::web::store::{Saved, Stores, Vault, Write, room};
use js_sys::{Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{IdbDatabase, IdbRequest, Storage};

wasm_bindgen_test_configure!(run_in_browser);

/// Arabic with marks, an emoji, a letter beyond the BMP, both line ends and a NUL.
const TEXT: &str = "«99 هجومًا» عُمان 🙂 \u{1EE00}\r\nسطر\u{0}";

/// What each of the two stores holds.
async fn held(vault: &Vault, prefix: &str) -> (Vec<(String, String)>, Vec<(String, String)>) {
    let union = vault.load(prefix, &|_| true).await;
    let without = |missing: &[String]| union.all.iter().filter(|(name, _)| !missing.contains(name)).cloned().collect();
    (without(&union.missing_in_local), without(&union.missing_in_mirror))
}

/// A vault on empty stores.
async fn vault() -> Vault {
    let storage = storage();
    storage.clear().expect("a test's own origin can be cleared");
    let vault = Vault::open().await;
    let (_, kept) = held(&vault, "").await;
    let removals = kept.into_iter().map(|(key, _)| Write::Remove(key)).collect::<Vec<_>>();
    assert_eq!(write(&vault, &removals).await, Saved::Both);
    vault
}

fn storage() -> Storage {
    window().local_storage().ok().flatten().expect("local storage")
}

fn window() -> web_sys::Window {
    web_sys::window().expect("a window")
}

async fn write(vault: &Vault, writes: &[Write]) -> Saved {
    let saved = Rc::new(RefCell::new(None));
    let told = saved.clone();
    let promise = Promise::new(&mut |resolve, _| {
        let told = told.clone();
        vault.write(writes, move |saved| {
            *told.borrow_mut() = Some(saved);
            resolve.call0(&JsValue::NULL).expect("resolves");
        });
    });
    JsFuture::from(promise).await.expect("is told");
    saved.take().expect("was told")
}

async fn put(vault: &Vault, key: &str, value: &str) -> Saved {
    write(vault, &[Write::Put(key.into(), value.into())]).await
}

async fn mend(vault: &Vault) {
    let union = vault.load(PREFIX, &|_| true).await;
    let mut returning = Names::default();
    for name in &union.missing_in_local {
        returning.add(name);
    }
    vault.mend(&union, &returning);
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(key, value)| (key.into(), value.into())).collect()
}

/// What an event of a request brings: `success`, or `error`.
async fn answer(request: &IdbRequest) -> JsValue {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.expect("the request succeeds");
    request.result().expect("a result")
}

fn factory() -> web_sys::IdbFactory {
    window().indexed_db().ok().flatten().expect("IndexedDB")
}

/// A connection of somebody else's to the same database.
async fn second_connection() -> IdbDatabase {
    answer(&factory().open("hashiya").expect("opens")).await.unchecked_into()
}

fn ask(database: &IdbDatabase, key: &str) -> IdbRequest {
    let transaction = database.transaction_with_str("entries").expect("a transaction");
    transaction.object_store("entries").and_then(|entries| entries.get(&key.into())).expect("a request")
}

/// Fills local storage to the last unit, under names that are not ours.
fn fill() {
    let storage = storage();
    let mut size = 1 << 20;
    let mut count = 0;
    while size > 0 {
        let full = storage.set_item(&format!("filler{count}"), &"x".repeat(size)).is_err();
        if full { size /= 2 } else { count += 1 }
    }
}

/// Puts something else in the place of a property until it is dropped.
struct Replaced(Object, &'static str, JsValue);

impl Replaced {
    fn new(object: &JsValue, name: &'static str, accessor: &str, by: &JsValue) -> Self {
        let object: Object = object.clone().unchecked_into();
        let old = Object::get_own_property_descriptor(&object, &name.into());
        let descriptor = Object::new();
        Reflect::set(&descriptor, &accessor.into(), by).expect("a descriptor");
        Reflect::set(&descriptor, &"configurable".into(), &true.into()).expect("a descriptor");
        Object::define_property(&object, &name.into(), &descriptor);
        Self(object, name, old)
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        Reflect::delete_property(&self.0, &self.1.into()).expect("deletes");
        if self.2.is_object() {
            Object::define_property(&self.0, &self.1.into(), self.2.unchecked_ref());
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_put_is_in_both_stores_and_what_is_removed_in_none() {
    let vault = vault().await;
    storage().set_item("foreign", "x").expect("writes");
    storage().set_item("hashiyb/a", "x").expect("writes");
    assert_eq!(put(&vault, "hashiya/p/journal/w/1", TEXT).await, Saved::Both);
    assert_eq!(put(&vault, "hashiya/p/journal/w/0", "قديم").await, Saved::Both);
    assert_eq!(put(&vault, "hashiya/p/journal/w/0", "جديد").await, Saved::Both);
    assert_eq!(put(&vault, "hashiya/q/journal/w/0", "آخر").await, Saved::Both);
    let kept = pairs(&[("hashiya/p/journal/w/0", "جديد"), ("hashiya/p/journal/w/1", TEXT)]);
    assert_eq!(held(&vault, "hashiya/p/").await, (kept.clone(), kept));
    let (local, mirror) = held(&vault, PREFIX).await;
    assert_eq!((local.len(), &local), (3, &mirror));
    assert_eq!(write(&vault, &[Write::Remove("hashiya/p/journal/w/1".into())]).await, Saved::Both);
    vault.remove("hashiya/q/journal/w/0");
    let kept = pairs(&[("hashiya/p/journal/w/0", "جديد")]);
    assert_eq!(held(&vault, PREFIX).await, (kept.clone(), kept));
    assert_eq!(storage().get_item("foreign"), Ok(Some("x".into())));
    assert_eq!(vault.stores(), Stores { local: Ok(()), mirror: Ok(()) });
}

#[wasm_bindgen_test]
async fn a_write_is_handed_to_both_stores_in_its_own_task() {
    let vault = vault().await;
    let other = second_connection().await;
    vault.put("hashiya/p/journal/w/0", TEXT, drop);
    // Nothing has been awaited. A reader that asks now is served after every write that was handed
    // in before, so it tells whether this one was.
    let reading = ask(&other, "hashiya/p/journal/w/0");
    assert_eq!(storage().get_item("hashiya/p/journal/w/0"), Ok(Some(TEXT.into())));
    assert_eq!(answer(&reading).await.as_string().as_deref(), Some(TEXT));
    other.close();
}

#[wasm_bindgen_test]
async fn what_is_reported_saved_is_in_the_database() {
    let vault = vault().await;
    assert_eq!(put(&vault, "hashiya/p/journal/w/0", TEXT).await, Saved::Both);
    let other = second_connection().await;
    assert_eq!(answer(&ask(&other, "hashiya/p/journal/w/0")).await.as_string().as_deref(), Some(TEXT));
    assert!(answer(&ask(&other, "hashiya/p/journal/w/1")).await.is_undefined());
    other.close();
}

#[wasm_bindgen_test]
async fn each_store_is_given_what_only_the_other_has() {
    let vault = vault().await;
    let (local, mirror) = (Local::open().expect("local storage"), Mirror::open().await.expect("IndexedDB"));
    let whole = seal("{\"clock\":3}");
    local.put("hashiya/p/journal/w/0", "في المحلي").expect("writes");
    local.put("hashiya/p/journal/w/2", &whole[..whole.len() - 2]).expect("writes");
    let writes = [("hashiya/p/journal/w/1", "في المرآة"), ("hashiya/p/journal/w/2", whole.as_str())];
    let writes = writes.map(|(key, value)| Write::Put(key.into(), value.into()));
    mirror.write(&writes).expect("is taken").confirmed().await.expect("is written");
    assert_eq!((local.list(PREFIX).map(|pairs| pairs.len()), mirror.list(PREFIX).await.map(|pairs| pairs.len())), (Ok(2), Ok(2)));
    mend(&vault).await;
    let kept = pairs(&[
        ("hashiya/p/journal/w/0", "في المحلي"),
        ("hashiya/p/journal/w/1", "في المرآة"),
        ("hashiya/p/journal/w/2", &whole),
    ]);
    assert_eq!(held(&vault, PREFIX).await, (kept.clone(), kept));
}

#[wasm_bindgen_test]
async fn when_local_storage_is_full_the_mirror_keeps_the_work_and_it_is_said() {
    let vault = vault().await;
    assert_eq!(write(&vault, &[Write::Put("hashiya/p/draft/w".into(), "مسودة".into())]).await, Saved::Both);
    fill();
    let writes = [Write::Put("hashiya/p/journal/w/0".into(), TEXT.into()), Write::Remove("hashiya/p/draft/w".into())];
    assert_eq!(write(&vault, &writes).await, Saved::MirrorOnly(StoreFault::Full));
    assert_eq!(vault.stores(), Stores { local: Err(StoreFault::Full), mirror: Ok(()) });
    // Local storage was left as it was: the draft does not go where its entry has not come.
    let (local, mirror) = (pairs(&[("hashiya/p/draft/w", "مسودة")]), pairs(&[("hashiya/p/journal/w/0", TEXT)]));
    assert_eq!(held(&vault, PREFIX).await, (local.clone(), mirror.clone()));
    // A page that opens on it now reads it all, says that it is full, and cannot mend it.
    let reopened = Vault::open().await;
    assert_eq!((reopened.facts().local, reopened.facts().mirror), (false, true));
    let (found_local, found_mirror) = held(&reopened, PREFIX).await;
    assert_eq!((&found_local, &found_mirror), (&local, &mirror));
    mend(&reopened).await;
    assert_eq!(held(&reopened, PREFIX).await.0, local);
    storage().clear().expect("clears");
    assert_eq!(put(&reopened, "hashiya/p/journal/w/1", TEXT).await, Saved::Both);
    assert!(reopened.facts().local);
}

#[wasm_bindgen_test]
async fn a_mirror_that_never_answers_is_done_without() {
    drop(vault().await);
    // A connection that does not let go keeps a deletion waiting, and that keeps every opening waiting.
    let stubborn = second_connection().await;
    let deletion = factory().delete_database("hashiya").expect("asks");
    let vault = Vault::open().await;
    assert_eq!(vault.stores(), Stores { local: Ok(()), mirror: Err(StoreFault::Blocked) });
    assert_eq!(put(&vault, "hashiya/p/journal/w/0", TEXT).await, Saved::LocalOnly(StoreFault::Blocked));
    assert_eq!(held(&vault, PREFIX).await, (pairs(&[("hashiya/p/journal/w/0", TEXT)]), Vec::new()));
    stubborn.close();
    answer(&deletion).await;
    // The opening that was given up has been answered by now: it left a sound database and no connection.
    let later = Vault::open().await;
    assert_eq!(put(&later, "hashiya/p/journal/w/1", TEXT).await, Saved::Both);
    drop(later);
    answer(&factory().delete_database("hashiya").expect("asks")).await;
}

#[wasm_bindgen_test]
async fn the_mirror_lets_go_of_its_database_and_the_work_goes_on() {
    let vault = vault().await;
    // Is answered only once every connection is closed.
    answer(&factory().delete_database("hashiya").expect("asks")).await;
    let saved = put(&vault, "hashiya/p/journal/w/0", TEXT).await;
    assert!(matches!(&saved, Saved::LocalOnly(StoreFault::Other(why)) if why.starts_with("InvalidStateError")), "{saved:?}");
    assert!(saved.is_kept() && !vault.facts().mirror);
    let reopened = Vault::open().await;
    let (local, mirror) = held(&reopened, PREFIX).await;
    assert_eq!((local.len(), mirror.len()), (1, 0));
    mend(&reopened).await;
    assert_eq!(held(&reopened, PREFIX).await.1, pairs(&[("hashiya/p/journal/w/0", TEXT)]));
}

#[wasm_bindgen_test]
async fn a_browser_that_denies_both_stores_is_borne() {
    drop(vault().await);
    let denied = Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(|| {
        Err(web_sys::DomException::new_with_message_and_name("denied", "SecurityError").map_or_else(|error| error, JsValue::from))
    });
    let _local = Replaced::new(&window(), "localStorage", "get", denied.as_ref());
    let _mirror = Replaced::new(&window(), "indexedDB", "value", &JsValue::UNDEFINED);
    let vault = Vault::open().await;
    assert_eq!(vault.stores(), Stores { local: Err(StoreFault::Blocked), mirror: Err(StoreFault::Blocked) });
    let saved = put(&vault, "hashiya/p/journal/w/0", TEXT).await;
    assert_eq!(saved, Saved::Neither(StoreFault::Blocked, StoreFault::Blocked));
    assert!(!saved.is_kept());
    assert_eq!(held(&vault, PREFIX).await, (Vec::new(), Vec::new()));
    vault.remove("hashiya/p/journal/w/0");
}

#[wasm_bindgen_test]
async fn room_and_persistence_are_told_where_the_browser_tells() {
    let told = room::estimate().await.expect("Chromium tells");
    assert!(told.quota > told.used);
    assert!(room::persisted().await.is_some() && room::persist().await.is_some());
    let navigator = window().navigator();
    let _none = Replaced::new(&navigator, "storage", "value", &JsValue::UNDEFINED);
    assert_eq!((room::estimate().await, room::persisted().await, room::persist().await), (None, None, None));
}
