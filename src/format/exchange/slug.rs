//! Names for formats that allow few characters.

use std::collections::BTreeSet;

/// A name of ASCII letters, digits, `_` and `-` for anything that may be called otherwise; one that is such a name already stays. The same `taken`
/// never gives the same name twice; what cannot be written at all becomes `x`, `x-2`…
#[must_use]
pub fn slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut plain: String = name
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() || "_-".contains(character) { character } else { '_' })
        .collect();
    if plain.chars().all(|character| character == '_') {
        plain = "x".to_owned();
    }
    let mut candidates = std::iter::once(plain.clone()).chain((2_u32..).map(|n| format!("{plain}-{n}")));
    let free = candidates.find(|candidate| taken.insert(candidate.clone()));
    free.unwrap_or(plain)
}
