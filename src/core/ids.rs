//! Names that never change: of documents, spans, labels, sets, writers.
//!
//! An id holds no offset. Ids made here come from a random writer id and a counter
//! (PRODUCT.md, "The model"), so that two people or two tabs never make the same one.

use std::fmt;
use std::rc::Rc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes a name as it is. Names that come from a file are checked by the reader.
            #[must_use]
            pub fn new(name: impl Into<Rc<str>>) -> Self {
                Self(name.into())
            }

            /// The name itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self::new(name)
            }
        }
    };
}

id! {
    /// A document: the manifest's slug, else the first 16 hex digits of its SHA-256.
    DocumentId
}
id! {
    /// A span.
    SpanId
}
id! {
    /// A label of the tagset.
    LabelId
}
id! {
    /// An annotation set.
    SetId
}
id! {
    /// One load of the page: the one who writes journal entries.
    Writer
}

/// The longest id, in characters.
pub const ID_MAX: usize = 64;

/// Whether `name` is a well-formed id of anything but a document: `[A-Za-z0-9_-]{1,64}`.
#[must_use]
pub fn is_id(name: &str) -> bool {
    (1..=ID_MAX).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Whether `name` is a well-formed document id: `[a-z0-9_-]{1,64}`.
#[must_use]
pub fn is_document_id(name: &str) -> bool {
    is_id(name) && !name.bytes().any(|b| b.is_ascii_uppercase())
}

/// Whether a text can say what something is elsewhere: an address of the web, or an id such as `Q794` or `geonames:286963`.
#[must_use]
pub fn is_outside(link: &str) -> bool {
    if link.starts_with("https://") || link.starts_with("http://") {
        return !link.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"'));
    }
    link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":._/#-".contains(&byte))
}

/// Makes the ids of one transaction: `<writer>-<entry>-<counter>`, all unique while the writer numbers its entries once.
#[derive(Debug, Clone)]
pub struct IdMaker {
    prefix: String,
    next: u32,
}

impl IdMaker {
    /// For the entry that `writer` numbers `entry`.
    #[must_use]
    pub fn new(writer: &Writer, entry: u32) -> Self {
        Self { prefix: format!("{writer}-{entry}"), next: 0 }
    }

    /// The next id, as a bare string.
    pub fn next_id(&mut self) -> String {
        self.next += 1;
        format!("{}-{}", self.prefix, self.next)
    }
}
