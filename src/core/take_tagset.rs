//! Labels taken from a preset or a file. Used by the desk alone.

use super::distinct::fitting;
use super::draft::Draft;
use super::edit_tagset::usage;
use super::ids::LabelId;
use super::new_label::{free_key, key_fits, looks};
use super::op::{Item, Op};
use super::presets::Preset;
use super::refusal::Refusal;
use super::state::State;
use super::tagset::Label;
use super::transaction::{ChangeName, Transaction};
use std::rc::Rc;

/// What becomes of the labels that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// Those that no span has and that are not taken are removed; the others stay, after what is taken.
    Replace,
    /// They stay, before what is taken.
    Add,
}

/// Takes a preset's labels. One whose id is here stays as it is here.
///
/// # Errors
/// When that would change nothing.
pub fn take_preset(state: &State, preset: &Preset, how: Take) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    take(&mut draft, &preset.labels(), how)?;
    draft.done(ChangeName::Tagset(preset.id.to_owned()), None)
}

/// Takes labels into a draft. One whose id is here stays as it is here; another gets another look or key where its
/// own are taken.
///
/// # Errors
/// Never, as long as no two of the labels have one id.
pub fn take(draft: &mut Draft, labels: &[Rc<Label>], how: Take) -> Result<(), Refusal> {
    let is_taken = |id: &LabelId| labels.iter().any(|label| label.id == *id);
    if how == Take::Replace {
        // From the last to the first: taking it back adds them in their order again.
        for label in draft.state.tagset.clone().labels.iter().rev() {
            let used = usage(&draft.state, &label.id);
            if !is_taken(&label.id) && used.own + used.others == 0 {
                draft.drop(&label.id)?;
            }
        }
    }
    let family = labels.len() > FAMILIES_FROM;
    for label in labels.iter().filter(|label| draft.state.tagset.get(&label.id).is_none()).collect::<Vec<_>>() {
        let tagset = &draft.state.tagset;
        let (colour, line) = fitting(&looks(tagset), (label.colour, label.line), family);
        let free = |key: &String| key_fits(key) && tagset.by_shortcut(key).is_none();
        let shortcut = label.shortcut.as_ref().and_then(|key| if free(key) { Some(key.clone()) } else { free_key(tagset) });
        draft.put(Op::Add(Item::Label(Rc::new(Label { colour, line, shortcut, ..Label::clone(label) }))))?;
    }
    if how == Take::Replace {
        let rest = draft.state.tagset.labels.iter().map(|label| &label.id).filter(|id| !is_taken(id));
        let order = labels.iter().map(|label| &label.id).chain(rest).cloned().collect();
        draft.order(order)?;
    }
    Ok(())
}

/// With more labels than this, those of a group keep its hue rather than differ twice from all.
const FAMILIES_FROM: usize = 21;
