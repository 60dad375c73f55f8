//! Attributes that more than one preset brings, always under the same id: what compares reports goes by `figure` and `date`.

use super::kinds::{Attribute, Choice};

pub(super) static MENTION: Attribute = Attribute {
    id: "mention",
    kind: "choice",
    ar: "نوع الذكر",
    en: "Mention",
    labels: "PERS ORG GPE LOC NORP FAC",
    required: false,
    values: &MENTIONS,
};
const MENTIONS: [Choice; 4] = [
    ("name", "اسم", "name"),
    ("metonym", "مجاز", "metonym"),
    ("description", "وصف", "description"),
    ("pronoun", "ضمير", "pronoun"),
];

pub(super) static FIGURE: Attribute =
    Attribute { id: "figure", kind: "number", ar: "القيمة", en: "Figure", labels: "CARDINAL", required: true, values: &[] };

pub(super) static CLAIM_FIGURE: Attribute =
    Attribute {
        id: "figure", kind: "number", ar: "القيمة", en: "Figure", labels: "CLAIM_NUM", required: false, values: &[]
    };

pub(super) static DATE: Attribute =
    Attribute { id: "date", kind: "date", ar: "التاريخ", en: "Date", labels: "DATE", required: false, values: &[] };
