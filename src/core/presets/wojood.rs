//! Relations and attributes for the 21 labels of Wojood. The relations are ours: the corpus has its own.

use super::attributes::{DATE, FIGURE, MENTION};
use super::kinds::{Relation, Table};

pub(super) static KINDS: Table = Table { attributes: &[&MENTION, &FIGURE, &DATE], relations: &RELATIONS, ..Table::NOTHING };

const RELATIONS: [Relation; 9] = [
    ("post", "منصب", "post", "PERS", "OCC"),
    ("works_for", "يعمل لدى", "works for", "PERS OCC", "ORG GPE"),
    ("member_of", "عضو في", "member of", "PERS ORG", "ORG NORP"),
    ("leads", "يرأس", "leads", "PERS", "ORG"),
    ("represents", "يمثل", "represents", "PERS", "GPE ORG NORP"),
    ("part_of", "جزء من", "part of", "ORG GPE FAC", "ORG GPE"),
    ("located_in", "يقع في", "located in", "GPE LOC FAC ORG", "GPE LOC"),
    ("dated", "زمنه", "dated", "EVENT", "DATE TIME"),
    ("counts", "عدد", "counts", "CARDINAL QUANTITY MONEY", "PRODUCT EVENT NORP PERS"),
];
