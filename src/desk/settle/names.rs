//! What sets are called.

use crate::core::ids::SetId;
use crate::core::project::Role;
use crate::desk::Now;
use crate::i18n;
use crate::i18n::desk::settle::{Word, word};

/// The name of whoever made a set; of a set without one what it is here.
pub fn set_name(now: &Now, id: &SetId) -> String {
    let Some(set) = now.state.set(id) else { return id.to_string() };
    let annotator = set.annotator.as_deref().filter(|name| !name.trim().is_empty()).map(i18n::shown);
    annotator.unwrap_or_else(|| if set.role == Role::Own { word(now.lang, Word::Own).to_owned() } else { id.to_string() })
}
