//! Every reader of what comes from outside, given a text, and what must hold whatever the text is: nothing panics,
//! what is refused changes nothing, what is taken can be shown, written, read again and taken back.

use std::hint::black_box;

use hashiya::core::compare::{self, csv::csv};
use hashiya::core::ids::{IdMaker, Writer};
use hashiya::core::keymap::KeyAction;
use hashiya::core::lanes::paint;
use hashiya::core::lint::findings;
use hashiya::core::project::Role;
use hashiya::core::shapes::Shapes;
use hashiya::core::state::State;
use hashiya::core::take_tagset::Take;
use hashiya::format::backup::may_be;
use hashiya::format::bundled::bundled;
use hashiya::format::entry::{decode, seal, stamp, unseal};
use hashiya::format::native::package::about;
use hashiya::format::native::returned::Returning;
use hashiya::format::native::tagset_file::{read_tagset, take_file};
use hashiya::format::native::{Choice, raw_backup, read, write};
use hashiya::session::{Action, Settings};
use hashiya::store::{Key, Values};

use crate::tab::{NOW, Tab, replayed, undone};

/// A reader, by what it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A project, as it is opened.
    File,
    /// A tagset, as it is opened.
    Tagset,
    /// An entry of the journal, sealed as if the page had written it.
    Entry,
    /// A value of the journal as it stands.
    Value,
    /// The project in a snapshot, sealed.
    Snapshot,
    /// The settings.
    Settings,
    /// A file of another tool, or a text, and what comes of it.
    Foreign,
    /// A back-up.
    Backup,
}

/// All of them.
pub const READERS: [Reader; 8] = [
    Reader::File,
    Reader::Tagset,
    Reader::Entry,
    Reader::Value,
    Reader::Snapshot,
    Reader::Settings,
    Reader::Foreign,
    Reader::Backup,
];

impl Reader {
    /// The folder of the corpus that is given to it.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Tagset => "tagset",
            Self::Entry => "entry",
            Self::Value => "value",
            Self::Snapshot => "snapshot",
            Self::Settings => "settings",
            Self::Foreign => "foreign",
            Self::Backup => "backup",
        }
    }

    /// Reads a text. `journal` is work by others, in whose midst it comes.
    ///
    /// # Errors
    /// Says what does not hold. What panics is for the caller to catch.
    pub fn bear(self, text: &str, journal: &[(String, String)]) -> Result<(), String> {
        match self {
            Self::File => file(text),
            Self::Tagset => tagset(text),
            Self::Entry => entry(&seal(text), journal),
            Self::Value => entry(text, journal),
            Self::Snapshot => snapshot(text, journal),
            Self::Settings => settings(text),
            Self::Foreign => super::foreign::bear(text),
            Self::Backup => backup(text),
        }
    }
}

fn file(text: &str) -> Result<(), String> {
    let Ok(incoming) = read(text) else { return Ok(()) };
    let again = write(&incoming.state, NOW, &Choice::default()).map_err(|fault| format!("read, but not written: {fault:?}"))?;
    let again = read(&again).map_err(|fault| format!("what was written is not read: {fault:?}"))?;
    holds(again.state == incoming.state, "what was read and written is read as something else")?;
    let mut tab = Tab::open("w", &Values::default());
    let before = tab.session.state.clone();
    tab.open_file(text).map_err(|fault| format!("refused the second time: {fault:?}"))?;
    usable(&tab.session.state)?;
    // What the page keeps of it is the same after a reload, and one undo takes it back.
    let reloaded = replayed(&tab.values());
    holds(reloaded.set_aside.is_empty() && reloaded.state == *tab.session.state, "a reload does not give the file back")?;
    tab.act(Action::Key(KeyAction::Undo));
    holds(tab.session.state == before, "one undo does not take the file back")?;
    returned(text)
}

/// As what an annotator sends back, twice: the second time nothing is new.
fn returned(text: &str) -> Result<(), String> {
    let state = bundled();
    let mut returning = Returning::over(&state);
    let mut ids = IdMaker::new(&Writer::new("r"), 0);
    for _ in 0..2 {
        returning.take("عائد.json".to_owned(), Ok(text), NOW, &mut ids);
    }
    let gathering = returning.done();
    let Some(transaction) = gathering.transaction else { return Ok(()) };
    let after = transaction.apply(&state).map_err(|misfit| format!("gathered, but does not fit: {misfit:?}"))?;
    usable(&after)?;
    black_box(about(&after));
    holds(after.sets.iter().all(|set| set.role != Role::Own), "somebody else's set is one's own")?;
    holds(transaction.inverse().apply(&after).as_ref() == Ok(&state), "undo does not take the returned file back")?;
    let mut again = Returning::over(&after);
    again.take("عائد.json".to_owned(), Ok(text), NOW, &mut ids);
    holds(again.done().transaction.is_none(), "the same file has something new")
}

fn tagset(text: &str) -> Result<(), String> {
    let Ok(file) = read_tagset(text) else { return Ok(()) };
    let state = bundled();
    for how in [Take::Add, Take::Replace] {
        if let Ok(taken) = take_file(&state, &file, "وسوم.json", how) {
            let after = taken.apply(&state).map_err(|misfit| format!("taken, but does not fit: {misfit:?}"))?;
            usable(&after)?;
            holds(taken.inverse().apply(&after).as_ref() == Ok(&state), "undo does not take the tagset back")?;
        }
    }
    Ok(())
}

fn entry(value: &str, journal: &[(String, String)]) -> Result<(), String> {
    if let Ok(text) = unseal(value) {
        black_box(stamp(text));
    }
    // It stands where it says it belongs, as far as that can be read, in place of what is there.
    let project = bundled().project.id.clone();
    let name = match decode(value) {
        Ok(entry) => Key::Entry(project, entry.key).to_string(),
        Err(_) => Key::Entry(project, hashiya::core::history::EntryKey { writer: "wx".into(), number: 0 }).to_string(),
    };
    let mut values = journal.iter().cloned().collect::<Values>();
    values.insert(name.clone(), value.to_owned());
    let whole = replayed(&values);
    usable(&whole.state)?;
    undone(&values);
    let without = replayed(&journal.iter().filter(|(known, _)| *known != name).cloned().collect());
    if decode(value).is_err() {
        holds(whole.state == without.state, "what cannot be read has a part in the project")?;
        holds(
            whole.set_aside.iter().any(|aside| aside.key == name && aside.value == value),
            "what cannot be read is not set aside",
        )?;
    }
    // A page opens on it, and edits go on.
    let mut tab = Tab::open("wy", &values);
    tab.tag(10, 14, "PERS")
        .act(Action::Key(KeyAction::Undo))
        .act(Action::Key(KeyAction::Redo))
        .act(Action::Key(KeyAction::Download));
    Ok(())
}

fn snapshot(text: &str, journal: &[(String, String)]) -> Result<(), String> {
    let mut inner = String::from("{\"seen\":{},\"project\":");
    hashiya::format::json::string(text, &mut inner);
    inner.push('}');
    let mut values = journal.iter().cloned().collect::<Values>();
    let name = Key::Snapshot(bundled().project.id.clone(), 7).to_string();
    values.insert(name, seal(&inner));
    let found = replayed(&values);
    usable(&found.state)?;
    // Refused, it leaves the older one and all the work over it.
    if read(text).is_err() {
        let before = replayed(&journal.iter().cloned().collect());
        holds(found.state == before.state, "a snapshot that is refused changes the project")?;
        holds(!found.set_aside.is_empty(), "a snapshot that is refused is not set aside")?;
    }
    Ok(())
}

fn backup(text: &str) -> Result<(), String> {
    black_box(may_be(text));
    let Ok(found) = hashiya::format::backup::read(text) else { return Ok(()) };
    let again = hashiya::format::backup::write(found.values.iter().map(|(name, value)| (name.as_str(), value.as_str())), NOW);
    let again = hashiya::format::backup::read(&again).map_err(|fault| format!("what was written is not read: {fault:?}"))?;
    holds(again.values == found.values, "a back-up that was read and written is read as something else")
}

fn settings(text: &str) -> Result<(), String> {
    let settings = Settings::read(text);
    holds(Settings::read(&settings.write()) == settings, "settings that were read and written are read as something else")
}

/// What every state must be good for: it is written as a file, or kept raw where it contradicts itself; it is painted,
/// checked and compared.
pub fn usable(state: &State) -> Result<(), String> {
    if write(state, NOW, &Choice::default()).is_err() {
        holds(!raw_backup(state, NOW).is_empty(), "no raw back-up")?;
    }
    for document in &state.documents {
        let text = &document.document.text;
        for span in document.spans.iter() {
            holds(span.range.end() <= text.len() && !span.range.is_empty(), "a span reaches beyond its text")?;
            black_box(text.slice(span.range));
            let named = state.tagset.get(&span.label).is_some() && state.set(&span.set).is_some();
            holds(named, "a span stands in a set, or has a label, that is not there")?;
        }
        for block in text.blocks() {
            black_box(paint(text, &document.spans, block, block.range, |_| Some((0, false))));
        }
    }
    let shapes = Shapes::of(state);
    let ids = state.documents.iter().map(|document| document.document.id.clone()).collect::<Vec<_>>();
    let cards = compare::cards(state, &shapes, &ids);
    let pairs = compare::pairs(state, &shapes, &ids, &cards);
    black_box(csv(&compare::table(state, &shapes, &ids, &cards, &pairs), state, &shapes, |name| name.ar.clone()));
    black_box(findings(state));
    Ok(())
}

pub fn holds(law: bool, otherwise: &str) -> Result<(), String> {
    if law { Ok(()) } else { Err(otherwise.to_owned()) }
}
