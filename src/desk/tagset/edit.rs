//! The one way from a field of the editor to a change of its label.

use crate::core::edit_tagset;
use crate::core::examples::{Example, examples, with_examples};
use crate::core::ids::LabelId;
use crate::core::refusal::Refusal;
use crate::core::tagset::Label;
use crate::desk::Desk;

/// Changes a label; nothing where it stays as it was.
pub fn edit(desk: &Desk, id: &LabelId, change: impl FnOnce(&Label) -> Label) {
    let state = desk.now().state.clone();
    let after = state.tagset.get(id).map(|label| (change(label), label));
    if after.as_ref().is_some_and(|(after, label)| *after == ***label) {
        return;
    }
    desk.change(|state, _| edit_tagset::edit(state, &after.ok_or(Refusal::Gone)?.0));
}

/// A label's examples of a language and kind, a line each.
pub fn example_lines(label: &Label, language: &str, negative: bool) -> String {
    let all = examples(label);
    let these = all.iter().filter(|example| example.language == language && example.negative == negative);
    these.map(|example| example.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The label with these examples, a line each, in place of those of that language and kind.
pub fn with_example_lines(label: &Label, language: &str, negative: bool, lines: &str) -> Label {
    let mut all = examples(label);
    all.retain(|example| example.language != language || example.negative != negative);
    all.extend(lines.lines().map(|line| Example { text: line.to_owned(), language: language.to_owned(), negative }));
    with_examples(label, &all)
}
