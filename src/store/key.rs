//! The names under which values are kept. Other pages may live on the same origin: every name
//! begins with [`PREFIX`], and no other is ever read or written.

use crate::core::history::EntryKey;
use crate::core::ids::{Writer, is_id};
use std::fmt;
use std::str::FromStr;

/// What every name begins with.
pub const PREFIX: &str = "hashiya/";

/// What a value is, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// `hashiya/<project>/journal/<writer>/<number>`: an entry.
    Entry(String, EntryKey),
    /// `hashiya/<project>/snapshot/<clock>`: the project as it stood at that clock.
    Snapshot(String, u64),
    /// `hashiya/<project>/draft/<writer>`: what is being typed.
    Draft(String, Writer),
    /// `hashiya/settings`: what users set for themselves, whatever the project.
    Settings,
    /// `hashiya/current`: which project is open.
    Current,
}

impl Key {
    /// What the names of everything in a project begin with.
    #[must_use]
    pub fn project_prefix(project: &str) -> String {
        format!("{PREFIX}{project}/")
    }

    /// The project it belongs to, if it belongs to one.
    #[must_use]
    pub fn project(&self) -> Option<&str> {
        match self {
            Self::Entry(project, _) | Self::Snapshot(project, _) | Self::Draft(project, _) => Some(project),
            Self::Settings | Self::Current => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(project, EntryKey { writer, number }) => write!(f, "{PREFIX}{project}/journal/{writer}/{number}"),
            Self::Snapshot(project, clock) => write!(f, "{PREFIX}{project}/snapshot/{clock}"),
            Self::Draft(project, writer) => write!(f, "{PREFIX}{project}/draft/{writer}"),
            Self::Settings => write!(f, "{PREFIX}settings"),
            Self::Current => write!(f, "{PREFIX}current"),
        }
    }
}

/// A name that is none of ours, or of a later version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAKey;

impl FromStr for Key {
    type Err = NotAKey;

    /// Accepts exactly what [`fmt::Display`] writes.
    fn from_str(name: &str) -> Result<Self, NotAKey> {
        let parts = name.strip_prefix(PREFIX).ok_or(NotAKey)?.split('/').collect::<Vec<_>>();
        let key = match parts.as_slice() {
            ["settings"] => Self::Settings,
            ["current"] => Self::Current,
            [project, "journal", writer, number] => {
                let number = decimal(number)?.try_into().map_err(|_| NotAKey)?;
                Self::Entry(id(project)?.into(), EntryKey { writer: id(writer)?.into(), number })
            }
            [project, "snapshot", clock] => Self::Snapshot(id(project)?.into(), decimal(clock)?),
            [project, "draft", writer] => Self::Draft(id(project)?.into(), id(writer)?.into()),
            _ => return Err(NotAKey),
        };
        Ok(key)
    }
}

fn id(part: &str) -> Result<&str, NotAKey> {
    if is_id(part) { Ok(part) } else { Err(NotAKey) }
}

/// A number without sign or leading zeros, so that a value has one name only.
fn decimal(part: &str) -> Result<u64, NotAKey> {
    let plain = part.bytes().all(|byte| byte.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
    part.parse().ok().filter(|_| plain).ok_or(NotAKey)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        let entry = |number| Key::Entry("oman-talks".into(), EntryKey { writer: "k3_Z-9".into(), number });
        let keys = [
            (entry(0), "hashiya/oman-talks/journal/k3_Z-9/0"),
            (entry(u32::MAX), "hashiya/oman-talks/journal/k3_Z-9/4294967295"),
            (Key::Snapshot("p".into(), u64::MAX), "hashiya/p/snapshot/18446744073709551615"),
            (Key::Draft("settings".into(), "journal".into()), "hashiya/settings/draft/journal"),
            (Key::Settings, "hashiya/settings"),
            (Key::Current, "hashiya/current"),
        ];
        for (key, name) in keys {
            assert_eq!(key.to_string(), name);
            assert_eq!(name.parse(), Ok(key.clone()));
            assert!(key.project().is_none_or(|project| name.starts_with(&Key::project_prefix(project))));
        }
    }

    #[test]
    fn a_foreign_name_is_no_key() {
        let foreign = [
            "",
            "settings",
            "hashiya",
            "hashiya/",
            "hashiya/probe",
            "hashiya2/settings",
            "Hashiya/settings",
            "hashiya/settings/",
            "hashiya/p/journal/w",
            "hashiya/p/journal/w/",
            "hashiya/p/journal/w/01",
            "hashiya/p/journal/w/+1",
            "hashiya/p/journal/w/-1",
            "hashiya/p/journal/w/4294967296",
            "hashiya/p/journal/w/١",
            "hashiya/p/journal//1",
            "hashiya//journal/w/1",
            "hashiya/p/journal/w/1/2",
            "hashiya/مشروع/draft/w",
            "hashiya/p q/draft/w",
            "hashiya/p/relics/w",
            "hashiya/p/snapshot/18446744073709551616",
        ];
        for name in foreign {
            assert_eq!(name.parse::<Key>(), Err(NotAKey), "{name:?}");
        }
    }
}
