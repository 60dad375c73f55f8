//! Two stores become one: what either of them has counts.

use super::key::{Key, PREFIX};
use super::room::units;
use super::values::Values;
use crate::core::names::Names;
use crate::format::entry::{EntryFault, stamp, unseal};
use std::cmp::Reverse;

/// What two stores hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Union {
    /// Every name with its value.
    pub all: Values,
    /// How much of local storage's room is used: see [`super::room::units`].
    pub local_size: usize,
    /// Names whose value local storage lacks, or has another of.
    pub missing_in_local: Vec<String>,
    /// Names whose value the mirror lacks, or has another of.
    pub missing_in_mirror: Vec<String>,
}

impl Union {
    /// The projects that something is kept of, in order.
    #[must_use]
    pub fn projects(&self) -> Vec<String> {
        // All names of a project have a beginning of their own, so they stand together.
        let keys = self.all.iter().filter_map(|(name, _)| name.parse::<Key>().ok());
        let mut projects = keys.filter_map(|key| key.project().map(String::from)).collect::<Vec<_>>();
        projects.dedup();
        projects
    }
}

/// What local storage and its mirror hold together. Where they disagree about a value, the one whose
/// seal holds stands; of two such the one with the later [`stamp`], then the longer; else local
/// storage's. Names that are not Hashiya's are passed over.
#[must_use]
pub fn union(local: Vec<(String, String)>, mirror: Vec<(String, String)>) -> Union {
    union_beside(local, mirror, Names::default())
}

/// As [`union()`], where the mirror has the very values that local storage has under the names `alike`, so that they need
/// not be read twice.
#[must_use]
pub fn union_beside(local: Vec<(String, String)>, mirror: Vec<(String, String)>, alike: Names) -> Union {
    let ours = |(name, _): &(String, String)| name.starts_with(PREFIX);
    let mut union = Union::default();
    for (name, value) in local.into_iter().filter(ours) {
        union.local_size += units(&name) + units(&value);
        union.all.insert(name, value);
    }
    // The names whose value the mirror has.
    let mut mirrored = alike;
    for (name, value) in mirror.into_iter().filter(ours) {
        match union.all.get(&name) {
            Some(other) if *other == value => {}
            // What a later version of the page has written is never written over.
            Some(other) if is_newer(other) && is_newer(&value) => {}
            Some(other) if rank(other) >= rank(&value) => continue,
            _ => {
                union.missing_in_local.push(name.clone());
                union.all.insert(name.clone(), value);
            }
        }
        mirrored.add(&name);
    }
    union.missing_in_mirror = union.all.iter().filter(|(name, _)| !mirrored.has(name)).map(|(name, _)| name.clone()).collect();
    union
}

fn is_newer(value: &str) -> bool {
    matches!(unseal(value), Err(EntryFault::NewerVersion(_)))
}

/// Greater is better. The last part makes the choice the same whichever store has which value.
fn rank(value: &str) -> Option<(u64, String, usize, Reverse<&str>)> {
    let text = match unseal(value) {
        Err(EntryFault::NewerVersion(_)) => return Some((u64::MAX, String::new(), 0, Reverse(value))),
        text => text.ok()?,
    };
    let (clock, at) = stamp(text);
    Some((clock, at, text.len(), Reverse(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::entry::seal;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|&(key, value)| (key.into(), value.into())).collect()
    }

    #[test]
    fn what_either_has_counts_and_the_other_is_told_to_get_it() {
        let union = union(
            pairs(&[("hashiya/c", "ثالث"), ("hashiya/a", "أول"), ("foreign", "x")]),
            pairs(&[("hashiya/b", "ثان"), ("hashiya/a", "أول"), ("hashiyb/a", "y")]),
        );
        assert_eq!(
            union.all.iter().cloned().collect::<Vec<_>>(),
            pairs(&[("hashiya/a", "أول"), ("hashiya/b", "ثان"), ("hashiya/c", "ثالث")])
        );
        assert_eq!(union.missing_in_local, ["hashiya/b"]);
        assert_eq!(union.missing_in_mirror, ["hashiya/c"]);
    }

    /// The better value wins wherever it is, and the store that has the worse is told.
    fn wins(better: &str, worse: &str) {
        let (better_pairs, worse_pairs) = (pairs(&[("hashiya/k", better)]), pairs(&[("hashiya/k", worse)]));
        let one = union(better_pairs.clone(), worse_pairs.clone());
        assert_eq!(one.all.get("hashiya/k").map(String::as_str), Some(better));
        assert_eq!((one.missing_in_local.len(), one.missing_in_mirror.len()), (0, 1));
        let other = union(worse_pairs, better_pairs);
        assert_eq!(other.all, one.all);
        assert_eq!((other.missing_in_local.len(), other.missing_in_mirror.len()), (1, 0));
    }

    #[test]
    fn of_two_values_the_whole_the_later_the_longer_stands() {
        let draft = |clock: u64, at: &str, note: &str| {
            seal(&format!(r#"{{"clock":{clock},"at":"2026-01-02T00:00:{at}Z","note":"{note}"}}"#))
        };
        let whole = draft(4, "01.000", "حاشية");
        wins(&whole, &whole[..whole.len() - 1]);
        wins(&whole, &whole.replace('ش', "س"));
        wins(&draft(4, "01.000", "ح"), &draft(3, "02.000", "حاشية"));
        wins(&draft(4, "01.001", "ح"), &draft(4, "01.000", "حاشية"));
        wins(&draft(4, "01.001", "حاشية"), &draft(4, "01.001", "حاش"));
        wins("99 - من نسخة لم تُكتب بعد", &draft(4, "01.001", "حاشية"));
        wins(&draft(0, "01.000", "حاشية"), &seal("غير مختوم بوقت، وإن طال ما طال"));
    }

    #[test]
    fn of_two_bare_values_local_storage_has_the_later() {
        let union = union(pairs(&[("hashiya/settings", "{}")]), pairs(&[("hashiya/settings", "{\"a\":1}")]));
        assert_eq!(union.all.get("hashiya/settings").map(String::as_str), Some("{}"));
        assert_eq!(union.missing_in_mirror, ["hashiya/settings"]);
    }

    #[test]
    fn of_two_values_of_a_later_version_neither_is_written_over() {
        let union = union(pairs(&[("hashiya/p/journal/w/0", "98 - أ")]), pairs(&[("hashiya/p/journal/w/0", "99 - ب")]));
        assert_eq!((union.missing_in_local.len(), union.missing_in_mirror.len()), (0, 0));
    }

    #[test]
    fn projects_are_told_by_their_values() {
        let union = union(
            pairs(&[("hashiya/b/journal/w/0", ""), ("hashiya/settings", "")]),
            pairs(&[("hashiya/a/draft/w", ""), ("hashiya/x", "")]),
        );
        assert_eq!(union.projects().into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
