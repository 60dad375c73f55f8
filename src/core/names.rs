//! Names with a number each. Every index of the pure layers is one of these, since each further kind
//! of map would be some kilobytes of program.

use std::collections::HashMap;

/// A set of names, or with their numbers an index into a list.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<String, usize>);

impl Names {
    /// Adds a name, with the count of names so far as its number. Returns whether it is new.
    #[inline(never)]
    pub fn add(&mut self, name: &str) -> bool {
        let new = !self.0.contains_key(name);
        if new {
            self.set(name, self.0.len());
        }
        new
    }

    /// Gives a name a number, whichever it had.
    #[inline(never)]
    pub fn set(&mut self, name: &str, number: usize) {
        self.0.insert(name.to_owned(), number);
    }

    /// The number of a name.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// Whether that name is one of them.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Takes a name out.
    #[inline(never)]
    pub fn remove(&mut self, name: &str) -> Option<usize> {
        self.0.remove(name)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Things by name.
#[derive(Debug, Clone)]
pub struct Index<T> {
    names: Names,
    things: Vec<T>,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { names: Names::default(), things: Vec::new() }
    }
}

impl<T> Index<T> {
    /// Gives a name a thing, whichever it had.
    pub fn set(&mut self, name: &str, thing: T) {
        self.names.set(name, self.things.len());
        self.things.push(thing);
    }

    /// The thing of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.things.get(self.names.get(name)?)
    }

    /// Forgets the thing of a name.
    pub fn remove(&mut self, name: &str) {
        self.names.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_new_once_and_things_are_found_by_the_last_that_was_said() {
        let mut names = Names::default();
        assert!(names.add("أ") && names.add("ب") && !names.add("أ"));
        assert_eq!((names.get("أ"), names.get("ب"), names.get("ج"), names.len()), (Some(0), Some(1), None, 2));
        assert_eq!((names.remove("أ"), names.has("أ"), names.is_empty()), (Some(0), false, false));
        let mut index = Index::default();
        index.set("أ", 1);
        index.set("ب", 2);
        index.set("أ", 3);
        assert_eq!((index.get("أ"), index.get("ب"), index.get("ج")), (Some(&3), Some(&2), None));
        index.remove("ب");
        index.set("ج", 4);
        assert_eq!((index.get("ب"), index.get("ج")), (None, Some(&4)));
    }
}
