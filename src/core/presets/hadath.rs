//! Events with roles over the 21 labels of Wojood, after WojoodHadath, whose events have an agent, a place and a date.

use super::attributes::{DATE, FIGURE};
use super::kinds::{Role, Table};

pub(super) static KINDS: Table = Table {
    attributes: &[&FIGURE, &DATE],
    events: &[
        ("event", "حدث", "event", "EVENT", &[AGENT, PLACE, TIME]),
        (
            "talks",
            "محادثات",
            "talks",
            "EVENT",
            &[
                ("participant", "طرف", "party", "GPE ORG NORP", 1, 0),
                ("delegate", "مندوب", "delegate", "PERS", 0, 0),
                PLACE,
                TIME,
                ("outcome", "نتيجة", "outcome", "", 0, 0),
                ACCORDING_TO,
            ],
        ),
        (
            "attack",
            "هجوم",
            "attack",
            "EVENT",
            &[
                AGENT,
                ("target", "هدف", "target", "FAC ORG GPE NORP PERS PRODUCT", 0, 0),
                ("number", "عدد", "how many", "CARDINAL QUANTITY", 0, 1),
                ("victims", "قتلى", "killed", "CARDINAL", 0, 1),
                PLACE,
                TIME,
                ACCORDING_TO,
            ],
        ),
        (
            "statement",
            "تصريح",
            "statement",
            "EVENT",
            &[
                ("speaker", "قائل", "speaker", "PERS ORG NORP GPE OCC", 1, 0),
                ("subject", "موضوع", "subject", "", 0, 0),
                PLACE,
                TIME,
            ],
        ),
        (
            "deal",
            "اتفاق",
            "deal",
            "EVENT LAW",
            &[
                ("party", "طرف", "party", "GPE ORG NORP PERS", 1, 0),
                ("subject", "موضوع", "subject", "", 0, 0),
                ("amount", "مقدار", "amount", "MONEY QUANTITY CARDINAL PERCENT", 0, 0),
                PLACE,
                TIME,
                ACCORDING_TO,
            ],
        ),
    ],
    ..Table::NOTHING
};

const AGENT: Role = ("agent", "فاعل", "agent", "PERS ORG NORP GPE", 0, 0);
const PLACE: Role = ("place", "مكان", "place", "GPE LOC FAC", 0, 0);
const TIME: Role = ("date", "زمن", "date", "DATE TIME", 0, 0);
const ACCORDING_TO: Role = ("source", "بحسب", "according to", "PERS ORG NORP GPE OCC", 0, 0);

/// Roles of any event, filled by spans of any label: a tagset of triggers alone does not say which there are.
pub(super) const ANY: [Role; 5] = [
    ("agent", "فاعل", "agent", "", 0, 0),
    ("target", "هدف", "target", "", 0, 0),
    ("place", "مكان", "place", "", 0, 0),
    ("date", "زمن", "date", "", 0, 0),
    ("number", "عدد", "how many", "", 0, 0),
];
