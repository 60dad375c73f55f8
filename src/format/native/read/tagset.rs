//! The labels of a file.

use super::super::at::At;
use super::super::fault::{ReadFault, Stop, short};
use super::{DEPTH_MAX, once, unknown, within};
use crate::core::colour::{Colour, HUES, Line};
use crate::core::ids::LabelId;
use crate::core::names::Names;
use crate::core::record::Extra;
use crate::core::tagset::{Bilingual, Label, Tagset};
use std::rc::Rc;

/// The longest name of a key, in characters.
const SHORTCUT_MAX: usize = 16;

/// The tagset; an empty one where the file has none.
pub(in super::super) fn tagset(file: &At) -> Result<Tagset, Stop> {
    let Some(at) = file.get("tagset") else { return Ok(Tagset::default()) };
    let extra = Extra::new(unknown(&at, &["labels"])?);
    let mut labels = Vec::<Rc<Label>>::new();
    if let Some(list) = at.get("labels") {
        let (mut ids, mut keys) = (Names::default(), Names::default());
        for (place, at) in list.items()?.enumerate() {
            let label = label(&at, place)?;
            once(&mut ids, label.id.as_str(), &at, label.id.as_str())?;
            if let Some(key) = &label.shortcut {
                once(&mut keys, key, &at, key)?;
            }
            labels.push(Rc::new(label));
        }
        let parent_of = |id: &LabelId| labels.get(ids.get(id.as_str())?)?.parent.as_ref();
        for (label, at) in labels.iter().zip(list.items()?) {
            let Some(parent) = &label.parent else { continue };
            let path = format!("{}/parent", at.path());
            if !ids.has(parent.as_str()) {
                return Err(Box::new(ReadFault::UnknownReference { path, id: parent.to_string() }));
            }
            let mut above = std::iter::successors(Some(parent), |id| parent_of(id));
            if above.nth(labels.len().min(DEPTH_MAX)).is_some() {
                // A chain longer than there are labels has come round.
                let round = above.nth(labels.len()).is_some() || labels.len() <= DEPTH_MAX;
                let round = round.then(|| ReadFault::Cycle { path, id: label.id.to_string() });
                return Err(Box::new(round.unwrap_or(ReadFault::TooDeep)));
            }
        }
    }
    Ok(Tagset { labels, extra })
}

fn label(at: &At, place: usize) -> Result<Label, Stop> {
    let id = LabelId::from(at.need("id")?.id()?);
    let mut kept = unknown(at, &["id", "name", "description", "colour", "style", "shortcut", "parent"])?;
    within(&mut kept, at, "name", &["ar", "en"])?;
    within(&mut kept, at, "description", &["ar", "en"])?;
    let colour = at.get("colour").map(|at| colour(&at)).transpose()?;
    Ok(Label {
        name: bilingual(at, "name")?.unwrap_or_else(|| Bilingual::new(id.as_str(), id.as_str())),
        description: bilingual(at, "description")?.unwrap_or_default(),
        // Labels without a colour still differ from their neighbours.
        colour: colour.unwrap_or(Colour::Palette((place % HUES.len()) as u8, 2)),
        line: at.get("style").map(|at| at.word(Line::named)).transpose()?.unwrap_or_default(),
        shortcut: at.get("shortcut").map(|at| at.word(shortcut)).transpose()?,
        parent: at.get("parent").map(|at| at.id().map(LabelId::from)).transpose()?,
        extra: Extra::new(kept),
        id,
    })
}

/// A text in both languages; `None` where the field is absent.
pub(super) fn bilingual(at: &At, name: &str) -> Result<Option<Bilingual>, Stop> {
    let Some(at) = at.get(name) else { return Ok(None) };
    at.object()?;
    Ok(Some(Bilingual { ar: at.text_or("ar", "")?, en: at.text_or("en", "")? }))
}

fn colour(at: &At) -> Result<Colour, Stop> {
    let written = at.text()?;
    written.parse().map_err(|()| Box::new(ReadFault::BadColour { path: at.path(), found: short(written) }))
}

/// The name of a key, if it can be one.
fn shortcut(written: &str) -> Option<String> {
    let sane = !written.is_empty()
        && written.chars().count() <= SHORTCUT_MAX
        && !written.chars().any(|c| c.is_whitespace() || c.is_control());
    sane.then(|| written.to_owned())
}
