//! The project's own data and its annotation sets.

use super::ids::SetId;
use super::record::Extra;

/// Whose an annotation set is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// One's own: can be edited.
    Own,
    /// Somebody else's: read-only.
    Received,
    /// A settled reference: read-only.
    Gold,
}

impl Role {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Received => "received",
            Self::Gold => "gold",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Own, Self::Received, Self::Gold].into_iter().find(|role| role.name() == name)
    }
}

/// A body of annotations by one hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationSet {
    /// Its id.
    pub id: SetId,
    /// Who made it, if they said.
    pub annotator: Option<String>,
    /// Whose it is here.
    pub role: Role,
    /// The sets it was made from.
    pub derived_from: Vec<SetId>,
    /// What a file said of it beyond this.
    pub extra: Extra,
}

/// The project itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What a file's `project` said beyond this.
    pub extra: Extra,
    /// Fields at the top of a file that this version does not edit (`guidelines` among them).
    pub top: Extra,
}
