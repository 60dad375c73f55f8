//! What a new label gets: an id, a look and a key that nothing else has. Used by the desk alone.

use super::colour::{Colour, Line};
use super::distinct::{Look, fitting, rarest_hue};
use super::ids::LabelId;
use super::keymap::BINDINGS;
use super::record::Extra;
use super::tagset::{Bilingual, Label, Tagset};

/// The longest code that is made of a name, in characters.
const CODE_MAX: usize = 32;

/// The longest name of a key, in characters.
const KEY_MAX: usize = 16;

/// The keys that are tried for a new label, in order.
const KEYS: &str = "1234567890qwertyuiopasdfghjklzxcvbnm";

/// A label that could be added under that name: with an id, a look and a key that nothing else has.
#[must_use]
pub fn proposed(tagset: &Tagset, name: Bilingual, parent: Option<&LabelId>) -> Label {
    let taken = looks(tagset);
    let family = parent.and_then(|id| match tagset.get(id)?.colour {
        Colour::Palette(hue, _) => Some(hue),
        Colour::Rgb(..) => None,
    });
    let wish = (Colour::Palette(family.unwrap_or_else(|| rarest_hue(&taken)), 2), Line::Solid);
    let (colour, line) = fitting(&taken, wish, family.is_some());
    Label {
        id: free_id(tagset, &name),
        name,
        description: Bilingual::default(),
        colour,
        line,
        shortcut: free_key(tagset),
        parent: parent.cloned(),
        extra: Extra::default(),
    }
}

/// Whether a label may have the key: it is one, and the page itself does nothing by it.
#[must_use]
pub fn key_fits(key: &str) -> bool {
    let sane = !key.is_empty() && key.chars().count() <= KEY_MAX && !key.chars().any(|c| c.is_whitespace() || c.is_control());
    // With Shift a label's key arms the label.
    sane && !key.starts_with("Shift+") && !BINDINGS.iter().any(|binding| binding.key == key)
}

/// A key that neither a label nor the page uses.
#[must_use]
pub fn free_key(tagset: &Tagset) -> Option<String> {
    standard_keys().find(|key| key_fits(key) && tagset.by_shortcut(key).is_none())
}

/// The keys that labels are given, in order; the page uses some of them.
pub fn standard_keys() -> impl Iterator<Item = String> {
    KEYS.chars().map(String::from)
}

/// An id that no label has, made of the Latin letters of a name: `ARMED_GROUP`; `L1`, `L2`… where it has none.
#[must_use]
pub fn free_id(tagset: &Tagset, name: &Bilingual) -> LabelId {
    let free = |id: &String| tagset.get(&id.as_str().into()).is_none();
    let code = [&name.en, &name.ar].into_iter().map(|name| code(name)).find(|code| !code.is_empty());
    let numbered = |(first, stem): (u32, String)| (first..).map(move |n| format!("{stem}{n}"));
    let more = numbered(code.as_ref().map_or_else(|| (1, "L".to_owned()), |code| (2, format!("{code}_"))));
    code.into_iter().chain(more).find(free).unwrap_or_default().as_str().into()
}

fn code(name: &str) -> String {
    let mut code = String::new();
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if code.len() + word.len() < CODE_MAX {
            code.push_str(if code.is_empty() { "" } else { "_" });
            code.push_str(&word.to_ascii_uppercase());
        }
    }
    code
}

/// What the labels look like.
#[must_use]
pub fn looks(tagset: &Tagset) -> Vec<Look> {
    tagset.labels.iter().map(|label| (label.colour, label.line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::distinct::differences;

    #[test]
    fn ids_are_made_of_names_and_never_twice() {
        let mut tagset = Tagset::wojood();
        let mut id = |ar: &str, en: &str| {
            let label = proposed(&tagset, Bilingual::new(ar, en), None);
            let id = label.id.to_string();
            tagset.labels.push(label.into());
            id
        };
        assert_eq!(id("فصيل مسلح", "Armed group (non-state)"), "ARMED_GROUP_NON_STATE");
        assert_eq!([id("", "Armed group"), id("", "armed  group!"), id("", "Org")], ["ARMED_GROUP", "ARMED_GROUP_2", "ORG_2"]);
        assert_eq!([id("فصيل", ""), id("حلف", "…"), id("COVID", "")], ["L1", "L2", "COVID"]);
        let long = id("", &"word ".repeat(40));
        assert!(long.len() <= CODE_MAX && long.starts_with("WORD_WORD") && !long.ends_with('_'));
        assert!(id("", &"w".repeat(99)).starts_with('L'));
    }

    #[test]
    fn looks_and_keys_are_new_while_there_are_any() {
        let mut tagset = Tagset::default();
        for n in 0..60 {
            let label = proposed(&tagset, Bilingual::new(&n.to_string(), ""), None);
            let close = looks(&tagset).iter().map(|look| differences(look, &(label.colour, label.line))).min();
            assert!(close.is_none_or(|close| if n < 12 { close >= 2 } else { close >= 1 }), "{n}");
            let key = label.shortcut.as_deref();
            assert!(key.is_none_or(|key| key_fits(key) && tagset.by_shortcut(key).is_none()));
            assert_eq!(key.is_some(), n < KEYS.chars().filter(|key| key_fits(&key.to_string())).count());
            tagset.labels.push(label.into());
        }
        let child = proposed(&Tagset::wojood(), Bilingual::new("دولة", "Country"), Some(&"GPE".into()));
        assert!(matches!(child.colour, Colour::Palette(0, _)) && child.parent == Some("GPE".into()));
        assert!(
            !key_fits("m") && !key_fits("") && !key_fits("a b") && !key_fits("Ctrl+z") && !key_fits("Shift+1") && key_fits("ض")
        );
    }
}
