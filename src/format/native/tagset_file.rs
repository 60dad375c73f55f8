//! A tagset with its guidelines as a file of its own, in the shapes of the native file. Used by the desk alone.
//!
//! A native file is read as well, for its tagset.

use super::at::At;
use super::fault::{ReadFault, Stop, short};
use super::print::print;
use super::read::{tagset, value_of};
use super::{FORMAT, VERSION, fill, time, write};
use crate::core::draft::Draft;
use crate::core::guidelines::{self, FIELD};
use crate::core::op::{Carried, Change, Op};
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::tagset::Tagset;
use crate::core::take_tagset::{Take, take};
use crate::core::transaction::{ChangeName, Transaction};
use serde_json::{Value, json};

/// What `format` says in such a file.
pub const TAGSET_FORMAT: &str = "hashiya-tagset";

/// What such a file holds, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagsetFile {
    /// The labels, with the relation types and whatever else stands beside them.
    pub tagset: Tagset,
    /// Languages, and the guidelines in each as Markdown.
    pub guidelines: Vec<(String, String)>,
}

/// Whether a text is such a file by what it says of itself, sound or not; a native file is none.
#[must_use]
pub fn is_tagset(text: &str) -> bool {
    let start: String = text.chars().take(4_096).filter(|one| !one.is_whitespace()).collect();
    start.contains(&format!("\"format\":\"{TAGSET_FORMAT}\""))
}

/// The tagset and the guidelines of a project as a file's text. `exported_at` is RFC 3339, UTC.
#[must_use]
pub fn write_tagset(state: &State, exported_at: &str) -> String {
    let mut file = json!({
        "format": TAGSET_FORMAT, "version": VERSION, "exported_at": exported_at,
        "generator": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
        "tagset": write::tagset(&state.tagset),
    });
    if let Some(guidelines) = state.project.top.get(FIELD) {
        file[FIELD] = guidelines.clone();
    }
    print(&file)
}

/// Reads and checks such a file.
///
/// # Errors
/// Names the first place that does not fit, and what is wrong there.
pub fn read_tagset(text: &str) -> Result<TagsetFile, ReadFault> {
    parsed(text).map_err(|fault| *fault)
}

/// Takes what a file holds into a project, under the name of the file: labels as from a preset, relation types and
/// the like where they lack, guidelines where there are none, or with [`Take::Replace`] in place of those there are.
///
/// # Errors
/// When that would change nothing.
pub fn take_file(state: &State, file: &TagsetFile, name: &str, how: Take) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    take(&mut draft, &file.tagset.labels, how)?;
    let before = draft.state.tagset.extra.clone();
    let after = fill::union(&before, &file.tagset.extra);
    if before != after {
        let (before, after) = (Carried::Tagset(before), Carried::Tagset(after));
        draft.put(Op::Change(Change::Carried { before, after }))?;
    }
    for (language, markdown) in file.guidelines.iter().filter(|(_, markdown)| !markdown.trim().is_empty()) {
        if how == Take::Replace || guidelines::get(&draft.state, language).trim().is_empty() {
            guidelines::put(&mut draft, language, markdown)?;
        }
    }
    draft.done(ChangeName::Tagset(name.to_owned()), None)
}

fn parsed(text: &str) -> Result<TagsetFile, Stop> {
    let value = value_of(text)?;
    let file = At::top(&value);
    if !matches!(value.get("format").and_then(Value::as_str), Some(TAGSET_FORMAT | FORMAT)) {
        return Err(Box::new(ReadFault::NotOurs));
    }
    let version = file.need("version")?;
    match version.value.as_u64() {
        Some(newer) if newer > VERSION => return Err(Box::new(ReadFault::NewerVersion(newer))),
        Some(0) => return Err(Box::new(ReadFault::BadValue { path: version.path(), found: short("0") })),
        _ => version.number()?,
    };
    if let Some(at) = file.get("exported_at") {
        at.word(time::time)?;
    }
    file.need("tagset")?;
    Ok(TagsetFile { tagset: tagset::tagset(&file)?, guidelines: guidelines_of(&file)? })
}

fn guidelines_of(file: &At) -> Result<Vec<(String, String)>, Stop> {
    let mut found = Vec::new();
    if let Some(at) = file.get(FIELD) {
        for language in at.object()?.keys() {
            if let Some(text) = at.get(language) {
                found.push((language.clone(), text.text()?.to_owned()));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::edit_tagset::{add, retire};
    use crate::core::fixture::{NOW, world};
    use crate::core::new_label::proposed;
    use crate::core::presets::PRESETS;
    use crate::core::tagset::Bilingual;
    use crate::core::take_tagset::take_preset;
    use crate::format::native::{Choice, Kind};
    use crate::format::shape::{self, Shape};

    fn rich() -> State {
        let start = world("زار [PERS:محمود] القاهرة");
        let label = proposed(&start.tagset, Bilingual::new("زائر", "Visitor"), Some(&"PERS".into()));
        let step = |state: State, made: Result<Transaction, Refusal>| made.unwrap().apply(&state).unwrap();
        let mut state = start.clone();
        state = step(state, add(&start, &label));
        let retired = retire(&state, &"LAW".into(), true);
        state = step(state, retired);
        for (language, text) in [("ar", "# دليل\n## شخص\n🙂"), ("en", "# Guide")] {
            let written = guidelines::set(&state, language, text);
            state = step(state, written);
        }
        let tagset = std::rc::Rc::make_mut(&mut state.tagset);
        tagset.extra = tagset.extra.with("relation_types", Some(json!([{"id": "r", "x": 1}])));
        state
    }

    #[test]
    fn what_is_written_is_read_and_taken() {
        let state = rich();
        let text = write_tagset(&state, NOW);
        let file = read_tagset(&text).unwrap();
        assert_eq!(file.tagset, *state.tagset);
        assert_eq!(file.guidelines.len(), 2);
        let native = super::super::write(&state, NOW, &Choice::default()).unwrap();
        assert_eq!(read_tagset(&native).unwrap(), file);
        assert!(is_tagset(&text) && !is_tagset(&native) && !is_tagset("") && is_tagset("{\"format\" : \"hashiya-tagset\""));
        let start = world("نص");
        for how in [Take::Add, Take::Replace] {
            let taken = take_file(&start, &file, "وسوم.json", how).unwrap();
            let after = taken.apply(&start).unwrap();
            assert_eq!((&after.tagset.extra, guidelines::get(&after, "ar")), (&state.tagset.extra, "# دليل\n## شخص\n🙂"));
            assert_eq!(after.tagset.get(&"VISITOR".into()), state.tagset.get(&"VISITOR".into()));
            assert_eq!(taken.inverse().apply(&after).as_ref(), Ok(&start));
            assert_eq!(Transaction::get(&serde_json::from_str(&shape::text(&taken)).unwrap()), Some(taken));
            assert_eq!(take_file(&after, &file, "وسوم.json", how), Err(Refusal::NoChange));
        }
        let mine = guidelines::set(&start, "ar", "دليلي").unwrap().apply(&start).unwrap();
        let of = |how| guidelines::get(&take_file(&mine, &file, "f", how).unwrap().apply(&mine).unwrap(), "ar").to_owned();
        assert_eq!((of(Take::Add).as_str(), of(Take::Replace).as_str()), ("دليلي", "# دليل\n## شخص\n🙂"));
    }

    #[test]
    fn every_preset_goes_through_a_file() {
        let start = world("نص");
        for preset in PRESETS.iter().filter(|preset| preset.id != "wojood21") {
            let state = take_preset(&start, preset, Take::Replace).unwrap().apply(&start).unwrap();
            let file = read_tagset(&write_tagset(&state, NOW)).unwrap();
            assert_eq!(file.tagset, *state.tagset, "{}", preset.id);
        }
    }

    #[test]
    fn faults_name_their_place() {
        let base: Value = serde_json::from_str(&write_tagset(&rich(), NOW)).unwrap();
        let fault = |pointer: &str, value: Value| {
            let mut bad = base.clone();
            *bad.pointer_mut(pointer).unwrap() = value;
            read_tagset(&bad.to_string()).unwrap_err()
        };
        let path = |path: &str| path.to_owned();
        assert_eq!(fault("/format", json!("doccano")), ReadFault::NotOurs);
        assert_eq!(fault("/version", json!(2)), ReadFault::NewerVersion(2));
        assert_eq!(fault("/tagset", json!(null)), ReadFault::Missing { path: path("/tagset") });
        let place = path("/tagset/labels/1/colour");
        assert_eq!(
            fault("/tagset/labels/1/colour", json!("url(x)")),
            ReadFault::BadColour { path: place, found: "url(x)".into() }
        );
        let place = path("/tagset/labels/1");
        assert_eq!(fault("/tagset/labels/1/id", json!("PERS")), ReadFault::Duplicate { path: place, id: "PERS".into() });
        let place = path("/tagset/labels/0/parent");
        assert_eq!(fault("/tagset/labels/0/parent", json!("VISITOR")), ReadFault::Cycle { path: place, id: "PERS".into() });
        let place = path("/guidelines/ar");
        assert_eq!(fault("/guidelines/ar", json!(1)), ReadFault::WrongType { path: place, expected: Kind::Text });
        assert!(matches!(read_tagset("{"), Err(ReadFault::NotJson { .. })));
    }
}
