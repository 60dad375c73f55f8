//! Tagsets to begin with, with the ids of the corpora they come from. Used by the desk alone.
//!
//! A subtype's id is `<type>_<subtype>` (`Contact_Meet` for ACE's `Contact.Meet`), since an id has no dot and some
//! subtypes are called alike.

mod ace_entities;
mod ace_events;
mod attributes;
mod attribution;
mod claims;
mod frames;
mod hadath;
mod kinds;
mod ontonotes;
mod wojood;

use super::distinct::looks;
use super::ids::LabelId;
use super::new_label::{key_fits, standard_keys};
use super::op::KindList;
use super::record::Extra;
use super::tagset::{Bilingual, Label, Tagset};
use kinds::Table;
use serde_json::Value;
use std::rc::Rc;

/// A label of a preset: id, names (Arabic, English), descriptions (Arabic, English), the hue it would have, and the
/// id of the label it stands under, or nothing.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, u8, &'static str);

/// Which labels of a preset get keys first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// Those that stand under none.
    Groups,
    /// Those that none stands under; the others get none.
    Leaves,
}

/// How many labels of a preset get a key.
const KEYED: usize = 21;

/// A tagset to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its name in files and in the history.
    pub id: &'static str,
    /// Its name in Arabic.
    pub ar: &'static str,
    /// Its name in English.
    pub en: &'static str,
    rows: &'static [Row],
    keys: Keys,
    table: &'static Table,
}

/// All, the one that a project begins with first.
pub const PRESETS: [Preset; 9] = [
    Preset {
        id: "wojood21",
        ar: "وجود: 21 نوعًا من الأسماء",
        en: "Wojood: 21 kinds of names",
        rows: &[],
        keys: Keys::Groups,
        table: &NAMES_ONLY,
    },
    Preset {
        id: "wojood21-relations",
        ar: "وجود: أسماء وعلاقات (العلاقات من عندنا)",
        en: "Wojood: names and relations (the relations are ours)",
        rows: &[],
        keys: Keys::Groups,
        table: &wojood::KINDS,
    },
    Preset {
        id: "hadath",
        ar: "أحداث بأدوار: من وأين ومتى",
        en: "Events with roles: who, where, when",
        rows: &[],
        keys: Keys::Groups,
        table: &hadath::KINDS,
    },
    Preset {
        id: "ontonotes18",
        ar: "OntoNotes: 18 نوعًا من الأسماء",
        en: "OntoNotes: 18 kinds of names",
        rows: &ontonotes::ROWS,
        keys: Keys::Groups,
        table: &NAMES_ONLY,
    },
    Preset {
        id: "ace2005-entities",
        ar: "ACE 2005: الكيانات والقيم",
        en: "ACE 2005: entities and values",
        rows: &ace_entities::ROWS,
        keys: Keys::Groups,
        table: &NAMES_ONLY,
    },
    Preset {
        id: "ace2005-events",
        ar: "ACE 2005: ألفاظ الأحداث",
        en: "ACE 2005: event triggers",
        rows: &ace_events::ROWS,
        keys: Keys::Leaves,
        table: &TRIGGERS,
    },
    Preset {
        id: "attribution",
        ar: "الإسناد: من قال ماذا",
        en: "Attribution: who says what",
        rows: &attribution::ROWS,
        keys: Keys::Groups,
        table: &attribution::KINDS,
    },
    Preset {
        id: "claims",
        ar: "الادعاءات والأدلة",
        en: "Claims and evidence",
        rows: &claims::ROWS,
        keys: Keys::Groups,
        table: &claims::KINDS,
    },
    Preset {
        id: "frames14",
        ar: "الأطر: 14 إطارًا للخبر",
        en: "Frames: 14 ways to frame news",
        rows: &frames::ROWS,
        keys: Keys::Groups,
        table: &TOPICS,
    },
];

static NAMES_ONLY: Table = Table::NOTHING;
static TRIGGERS: Table = Table { roles_of_leaves: &hadath::ANY, ..Table::NOTHING };
static TOPICS: Table = Table { for_documents: true, ..Table::NOTHING };

impl Preset {
    /// The preset of that id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        PRESETS.into_iter().find(|preset| preset.id == id)
    }

    /// Its labels.
    #[must_use]
    pub fn labels(&self) -> Vec<Rc<Label>> {
        if self.rows.is_empty() {
            return Tagset::wojood().labels;
        }
        let looks = looks(&self.rows.iter().map(|row| row.5).collect::<Vec<_>>());
        let mut labels = self.rows.iter().zip(looks).map(|(row, (colour, line))| label(row, colour, line)).collect::<Vec<_>>();
        let keys = standard_keys().filter(|key| key_fits(key)).take(KEYED);
        for (place, key) in self.keyed().into_iter().zip(keys) {
            labels[place].shortcut = Some(key);
        }
        labels.into_iter().map(Rc::new).collect()
    }

    /// What it brings beside labels: attributes, types of relations and types of events, as a file has them.
    #[must_use]
    pub fn kinds(&self) -> Vec<(KindList, Rc<Value>)> {
        let table = self.table;
        let attributes = table.attributes.iter().map(|row| (KindList::Attributes, kinds::attribute(row)));
        let relations = table.relations.iter().map(|row| (KindList::RelationTypes, kinds::relation(row)));
        let of_leaves = self.rows.iter().filter(|row| !table.roles_of_leaves.is_empty() && !self.has_below(row));
        let of_leaves = of_leaves.map(|row| (row.0, row.1, row.2, row.0, table.roles_of_leaves));
        let events = table.events.iter().copied().chain(of_leaves).map(|row| (KindList::EventTypes, kinds::event(&row)));
        attributes.chain(relations).chain(events).map(|(list, value)| (list, Rc::new(value))).collect()
    }

    /// Its labels as labels of whole documents; none where they are for spans alone.
    #[must_use]
    pub fn for_documents(&self) -> Vec<(KindList, Rc<Value>)> {
        let rows = self.rows.iter().filter(|_| self.table.for_documents);
        rows.map(|row| (KindList::DocumentLabels, Rc::new(kinds::document_label(row.0, (row.1, row.2), (row.3, row.4)))))
            .collect()
    }

    fn has_below(&self, row: &Row) -> bool {
        self.rows.iter().any(|other| other.6 == row.0)
    }

    /// The places of the labels that may have keys, in the order in which they get them.
    fn keyed(&self) -> Vec<usize> {
        let all = 0..self.rows.len();
        let is_group = |place: &usize| self.has_below(&self.rows[*place]);
        match self.keys {
            Keys::Leaves => all.filter(|place| !is_group(place)).collect(),
            Keys::Groups => {
                let (top, under): (Vec<_>, Vec<_>) = all.partition(|place| self.rows[*place].6.is_empty());
                top.into_iter().chain(under).collect()
            }
        }
    }
}

fn label(row: &Row, colour: super::colour::Colour, line: super::colour::Line) -> Label {
    let &(id, ar, en, about_ar, about_en, _, parent) = row;
    Label {
        id: id.into(),
        name: Bilingual::new(ar, en),
        description: Bilingual::new(about_ar, about_en),
        colour,
        line,
        shortcut: None,
        parent: (!parent.is_empty()).then(|| LabelId::from(parent)),
        extra: Extra::default(),
    }
}

#[cfg(test)]
mod tests;
