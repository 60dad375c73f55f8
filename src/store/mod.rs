//! Where the work is kept: the names of values, the stores that hold them, how two stores become
//! one, and how a journal becomes a project again. Pure: the browser's stores are in `web::store`.

pub mod backup;
pub mod base;
pub mod compact;
#[cfg(test)]
mod fixture;
pub mod journal;
pub mod key;
mod machine;
pub mod memory;
pub mod reminder;
pub mod replay;
pub mod room;
pub mod union;
pub mod values;

pub use base::{Base, Seen, Snapshot};
pub use journal::{Journal, Merged};
pub use key::{Key, PREFIX};
pub use memory::Memory;
pub use replay::{Replayed, SetAside, Why, replay};
pub use union::{Union, union, union_beside};
pub use values::Values;

/// Why a store does not do what it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreFault {
    /// It is not there, or the browser does not let the page use it.
    Blocked,
    /// It has no room left. What it holds can still be read.
    Full,
    /// Something else, in the browser's words.
    Other(String),
}

/// Texts under names, written and read at once.
pub trait Store {
    /// The value of that name, if there is one.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;

    /// Gives a name a value, in place of the one it may have.
    ///
    /// # Errors
    /// When it cannot be written; the old value then stands.
    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault>;

    /// Takes a name away. One that is not there is no error.
    ///
    /// # Errors
    /// When the store cannot be written.
    fn remove(&self, key: &str) -> Result<(), StoreFault>;

    /// All names that begin with `prefix`, with their values, sorted by name.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreFault>;
}
