//! What the journal is replayed over: the newest snapshot that is whole, else the project as shipped.

use super::key::Key;
use super::replay::{SetAside, Why};
use super::values::Values;
use crate::core::history::EntryKey;
use crate::core::ids::Writer;
use crate::core::order;
use crate::core::state::State;
use crate::format::entry::{EntryFault, seal, unseal};
use crate::format::json;
use serde_json::Value;

/// Of each writer, a count of entries: those numbered below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(Vec<(Writer, u32)>);

impl Seen {
    /// The count of a writer.
    #[must_use]
    pub fn of(&self, writer: &Writer) -> u32 {
        // Values come writer by writer, so that the one asked for is mostly the last.
        self.0.iter().rfind(|(known, _)| known == writer).map_or(0, |(_, count)| *count)
    }

    /// All writers, with their counts.
    pub fn iter(&self) -> std::slice::Iter<'_, (Writer, u32)> {
        self.0.iter()
    }

    /// Gives a writer at least that count.
    pub fn raise(&mut self, writer: &Writer, count: u32) {
        match self.0.iter_mut().rfind(|(known, _)| known == writer) {
            Some((_, known)) => *known = count.max(*known),
            None => self.0.push((writer.clone(), count)),
        }
    }

    /// Whether there is no writer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A project as it stood, and which entries it holds already.
///
/// `seen` counts per writer: two tabs that write at once have entries of one clock, of which the
/// snapshot may hold one and not the other. The clock in its name only tells which is newer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Of each writer, how many entries it holds: those numbered below.
    pub seen: Seen,
    /// Entries numbered below that it does not hold, since they waited for something: `<writer>/<number>`.
    pub apart: Vec<String>,
    /// The project as a native file.
    pub project: String,
}

impl Snapshot {
    /// The snapshot as the store keeps it.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = String::from("{\"seen\":{");
        for (writer, count) in &self.seen.0 {
            json::field(writer.as_str(), &mut text);
            text.push_str(&count.to_string());
        }
        text.push('}');
        if !self.apart.is_empty() {
            text.push_str(",\"apart\":[");
            for name in &self.apart {
                json::next(&mut text);
                json::string(name, &mut text);
            }
            text.push(']');
        }
        text.push_str(",\"project\":");
        json::string(&self.project, &mut text);
        text.push('}');
        seal(&text)
    }

    /// The snapshot that a value of the store holds.
    ///
    /// # Errors
    /// Says what is wrong with the value.
    pub fn decode(value: &str) -> Result<Self, EntryFault> {
        let value = json::parse(unseal(value)?).map_err(|_| EntryFault::NotJson)?;
        Self::of(&value).ok_or(EntryFault::NotJson)
    }

    fn of(value: &Value) -> Option<Self> {
        let mut seen = Seen::default();
        for (writer, count) in value["seen"].as_object()? {
            seen.raise(&writer.as_str().into(), count.as_u64()?.try_into().ok()?);
        }
        let apart = value["apart"].as_array().into_iter().flatten().filter_map(|name| name.as_str().map(String::from));
        Some(Self { seen, apart: apart.collect(), project: value["project"].as_str()?.to_owned() })
    }
}

/// Where replay starts.
#[derive(Debug, Clone)]
pub struct Base {
    /// The project.
    pub state: State,
    /// Of each writer, how many entries it holds.
    pub seen: Seen,
    /// The names of entries numbered below that it does not hold: `<writer>/<number>`.
    pub apart: Vec<String>,
    /// The clock it stands at: 0 for the project as shipped.
    pub clock: u64,
    /// Snapshots that could not be read.
    pub set_aside: Vec<SetAside>,
}

impl Base {
    /// A project without any entry.
    #[must_use]
    pub const fn new(state: State) -> Self {
        Self { state, seen: Seen(Vec::new()), apart: Vec::new(), clock: 0, set_aside: Vec::new() }
    }

    /// The newest snapshot of `project` in `values` that is whole and that `read` can read (it is
    /// handed a native file), else what `shipped` gives.
    pub fn find(project: &str, values: &Values, read: impl Fn(&str) -> Option<State>, shipped: impl FnOnce() -> State) -> Self {
        let snapshots = values.iter().filter_map(|(name, value)| match name.parse() {
            Ok(Key::Snapshot(of, clock)) if of == project => Some((clock, name, value)),
            _ => None,
        });
        let mut snapshots = snapshots.collect::<Vec<_>>();
        order::sort_few(&mut snapshots, |a, b| a.0.cmp(&b.0));
        let mut set_aside = Vec::new();
        for (clock, name, value) in snapshots.into_iter().rev() {
            let read = Snapshot::decode(value)
                .and_then(|snapshot| Ok((read(&snapshot.project).ok_or(EntryFault::NotJson)?, snapshot.seen, snapshot.apart)));
            match read {
                Ok((state, seen, apart)) => return Self { state, seen, apart, clock, set_aside },
                Err(fault) => set_aside.push(SetAside { key: name.clone(), value: value.clone(), why: Why::Fault(fault) }),
            }
        }
        Self { set_aside, ..Self::new(shipped()) }
    }

    /// Whether that entry is in it.
    #[must_use]
    pub fn holds(&self, entry: &EntryKey) -> bool {
        entry.number < self.seen.of(&entry.writer) && !self.apart.contains(&entry.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{spans, world};

    fn read(project: &str) -> Option<State> {
        project.contains("عمان").then(|| world(project))
    }

    fn found(snapshots: &[(u64, String)]) -> Base {
        let values = snapshots.iter().map(|(clock, value)| (format!("hashiya/p/snapshot/{clock}"), value.clone())).collect();
        Base::find("p", &values, read, || world("كما [GPE:نُشر]"))
    }

    #[test]
    fn the_newest_whole_snapshot_is_the_base() {
        let snapshot =
            |project: &str| Snapshot { seen: Seen(vec![("w".into(), 3)]), apart: Vec::new(), project: project.into() }.encode();
        assert_eq!(unseal(&snapshot("\"عمان\"")), Ok(r#"{"seen":{"w":3},"project":"\"عمان\""}"#));
        assert_eq!(Snapshot::decode(&snapshot("عمان")).map(|s| (s.project, s.seen.of(&"w".into()))), Ok(("عمان".into(), 3)));

        let shipped = found(&[]);
        assert_eq!((spans(&shipped.state), shipped.clock), (vec!["GPE:نُشر".into()], 0));
        assert!(!shipped.holds(&EntryKey { writer: "w".into(), number: 0 }));

        // 10 is newer than 9, though its name sorts before.
        let base = found(&[(9, snapshot("[GPE:عمان] قديمة")), (10, snapshot("[GPE:عمان] جديدة"))]);
        assert_eq!((base.state.documents[0].document.text.as_str(), base.clock), ("عمان جديدة", 10));
        let holds = |writer: &str, number| base.holds(&EntryKey { writer: writer.into(), number });
        assert!(holds("w", 2) && !holds("w", 3) && !holds("v", 0));

        let cut = snapshot("[GPE:عمان] جديدة").replace("جديدة", "جديد");
        let base = found(&[(9, snapshot("[GPE:عمان] قديمة")), (10, cut), (11, snapshot("مسقط"))]);
        assert_eq!((base.state.documents[0].document.text.as_str(), base.clock), ("عمان قديمة", 9));
        let aside = base.set_aside.iter().map(|aside| (aside.key.as_str(), aside.why.clone())).collect::<Vec<_>>();
        let expected = [
            ("hashiya/p/snapshot/11", Why::Fault(EntryFault::NotJson)),
            ("hashiya/p/snapshot/10", Why::Fault(EntryFault::Damaged)),
        ];
        assert_eq!(aside, expected);
    }
}
