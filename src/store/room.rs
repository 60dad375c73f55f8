//! What stands in local storage and what in the mirror alone, since local storage has little room.

use super::base::Base;
use super::key::Key;
use super::union::Union;
use crate::core::names::Names;
use std::collections::BTreeMap;

/// What local storage holds in every engine, in [`units`] of names and values.
pub const ROOM: usize = 5_200_000;

/// Where more than this is used, values move to the mirror.
pub const MUCH: usize = 4_000_000;

/// As much is left when they have, and no more is taken back at start.
pub const ENOUGH: usize = 3_500_000;

/// A value of that size is moved before any history: the text of a document, a snapshot.
pub const LARGE: usize = 20_000;

/// A value of local storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub name: String,
    /// The size of name and value, in [`units`].
    pub size: usize,
    /// Whether the mirror has confirmed the very same value.
    pub mirrored: bool,
}

/// The values that leave local storage, in that order, until no more than `enough` is used: large ones first, then other
/// projects' history, then the oldest of this one's (`history` names its entries in their order), and the last `latest` of
/// them at the end. What is being typed, settings, and what the mirror does not have stay in any case.
#[must_use]
pub fn leaving(held: &[Held], project: &str, history: &[String], latest: usize, enough: usize) -> Vec<String> {
    let mut used = held.iter().map(|held| held.size).sum::<usize>();
    let places = history.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect::<BTreeMap<_, _>>();
    let rank = |held: &Held| {
        let key = held.name.parse().ok()?;
        let old = places.get(held.name.as_str()).copied();
        let rank = match key {
            Key::Entry(..) | Key::Snapshot(..) if held.size >= LARGE => (0, usize::MAX - held.size),
            Key::Entry(of, _) | Key::Snapshot(of, _) if of != project => (1, 0),
            Key::Snapshot(..) => (4, 0),
            Key::Entry(..) => match old {
                Some(place) if place + latest < history.len() => (2, place),
                Some(place) => (3, place),
                None => (4, 1),
            },
            Key::Draft(..) | Key::Settings | Key::Current => return None,
        };
        held.mirrored.then_some(rank)
    };
    let mut ranked = held.iter().filter_map(|held| Some((rank(held)?, held))).collect::<Vec<_>>();
    ranked.sort_by(|(one, a), (other, b)| (one, &a.name).cmp(&(other, &b.name)));
    let mut names = Vec::new();
    for (_, held) in ranked {
        if used <= enough {
            break;
        }
        used -= held.size;
        names.push(held.name.clone());
    }
    names
}

/// What local storage gets back at start of what it lacks: the project's latest entries and whatever is small, as long as
/// there is room. What the base holds already stays in the mirror, and so does what other projects have.
#[must_use]
pub fn returning(union: &Union, project: &str, base: &Base) -> Names {
    let mut used = union.local_size;
    let mut names = Names::default();
    for name in &union.missing_in_local {
        let wanted = match name.parse() {
            Ok(Key::Entry(of, key)) => of == project && !base.holds(&key),
            Ok(Key::Snapshot(of, clock)) => of == project && clock == base.clock,
            Ok(Key::Draft(..) | Key::Settings | Key::Current) => true,
            Err(_) => false,
        };
        let size = union.all.get(name).map_or(0, |value| units(name) + units(value));
        if wanted && used + size <= ENOUGH {
            used += size;
            names.add(name);
        }
    }
    names
}

/// How much of local storage's room a text takes where it takes most: WebKit counts bytes, one for each character of a text
/// within Latin-1, and two in any other.
#[must_use]
pub fn units(text: &str) -> usize {
    let (mut count, mut wide) = (0, 1);
    for character in text.chars() {
        count += character.len_utf16();
        if character > '\u{ff}' {
            wide = 2;
        }
    }
    count * wide
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::state::State;
    use crate::store::fixture::articles;
    use crate::store::union;

    fn held(name: &str, size: usize, mirrored: bool) -> Held {
        Held { name: name.into(), size, mirrored }
    }

    #[test]
    fn the_largest_leave_first_then_the_oldest_and_what_is_only_here_never() {
        let history = (0..6).map(|number| format!("hashiya/p/journal/w/{number}")).collect::<Vec<_>>();
        let mut all = history.iter().map(|name| held(name, 100, true)).collect::<Vec<_>>();
        all[1].mirrored = false;
        all.extend([
            held("hashiya/p/draft/w", 100, true),
            held("hashiya/p/snapshot/0", 30_000, true),
            held("hashiya/q/journal/v/0", 40_000, true),
            held("hashiya/q/journal/v/1", 100, true),
            held("hashiya/settings", 100, true),
            held("hashiya/p/journal/x/0", 100, true),
            held("hashiya/later/form", 100, true),
        ]);
        let leave = |enough| leaving(&all, "p", &history, 2, enough);
        assert_eq!(leave(80_000), [""; 0]);
        assert_eq!(leave(40_000), ["hashiya/q/journal/v/0"]);
        let names = ["q/journal/v/0", "p/snapshot/0", "q/journal/v/1", "p/journal/w/0", "p/journal/w/2", "p/journal/w/3"];
        assert_eq!(leave(700), names.map(|name| format!("hashiya/{name}")));
        let left = leave(0);
        let stay = ["hashiya/p/draft/w", "hashiya/settings", "hashiya/later/form", "hashiya/p/journal/w/1"];
        assert!(stay.iter().all(|name| !left.iter().any(|left| left == name)), "{left:?}");
        assert_eq!(left.len() + stay.len(), all.len());
        assert_eq!(&left[6..], ["w/4", "w/5", "x/0"].map(|name| format!("hashiya/p/journal/{name}")));
    }

    #[test]
    fn what_was_moved_out_for_its_size_or_is_held_by_the_base_does_not_come_back() {
        assert_eq!((units("été"), units("عُمان"), units("a🙂")), (3, 10, 6));
        let value = |size: usize| "x".repeat(size);
        let pairs = |pairs: &[(&str, usize)]| pairs.iter().map(|(name, size)| ((*name).into(), value(*size))).collect::<Vec<_>>();
        let mirror = [
            ("hashiya/p/journal/w/0", 10),
            ("hashiya/p/journal/w/1", 10),
            ("hashiya/p/journal/w/2", ENOUGH),
            ("hashiya/p/journal/w/3", 10),
            ("hashiya/p/snapshot/0", 10),
            ("hashiya/p/snapshot/9", 10),
            ("hashiya/q/journal/w/0", 10),
            ("hashiya/settings", 2),
        ];
        let mut base = Base::new(State::clone(&articles()));
        base.seen.raise(&"w".into(), 1);
        base.clock = 9;
        let back = |local: &[(&str, usize)]| {
            let union = union(pairs(local), pairs(&mirror));
            let names = returning(&union, "p", &base);
            union.missing_in_local.into_iter().filter(|name| names.has(name)).collect::<Vec<_>>()
        };
        let all = ["p/journal/w/1", "p/journal/w/3", "p/snapshot/9", "settings"].map(|name| format!("hashiya/{name}"));
        assert_eq!(back(&[]), all);
        assert_eq!(back(&[("hashiya/p/journal/v/0", ENOUGH - 60)]), &all[..1]);
        assert_eq!(back(&[("hashiya/p/journal/v/0", ENOUGH)]), [""; 0]);
    }
}
