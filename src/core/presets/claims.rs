//! Claims, what they rest on, and how the writer stands to them. That one claim contradicts or supports another
//! is said by links across documents, not by labels.

use super::Row;
use super::attributes::CLAIM_FIGURE;
use super::kinds::{Attribute, Table};

pub(super) static KINDS: Table = Table {
    attributes: &[&CERTAINTY, &CHECKABLE, &CLAIM_FIGURE, &AS_OF, &VERDICT, &CHECKED_AT],
    relations: &[
        ("supports", "يؤيد", "supports", "EVIDENCE", "CLAIM CLAIM_NUM"),
        ("hedges", "يتحفظ على", "hedges", "HEDGE", "CLAIM CLAIM_NUM"),
        ("rebuts", "يرد على", "rebuts", "CLAIM CLAIM_NUM EVIDENCE", "CLAIM CLAIM_NUM"),
    ],
    ..Table::NOTHING
};

static CERTAINTY: Attribute = Attribute {
    id: "certainty",
    kind: "choice",
    ar: "الثبوت",
    en: "Certainty",
    labels: "CLAIM CLAIM_NUM",
    required: true,
    values: &[
        ("stated", "مقرَّر", "stated"),
        ("reported", "منقول", "reported"),
        ("opinion", "رأي", "opinion"),
        ("denied", "منفي", "denied"),
    ],
};

static CHECKABLE: Attribute = Attribute {
    id: "checkable",
    kind: "flag",
    ar: "يمكن التحقق منه",
    en: "Checkable",
    labels: "CLAIM CLAIM_NUM",
    required: false,
    values: &[],
};

static AS_OF: Attribute = Attribute {
    id: "as_of",
    kind: "date",
    ar: "حتى تاريخ",
    en: "As of",
    labels: "CLAIM CLAIM_NUM",
    required: false,
    values: &[],
};

static VERDICT: Attribute = Attribute {
    id: "verdict",
    kind: "choice",
    ar: "نتيجة التحقق",
    en: "Verdict",
    labels: "CLAIM CLAIM_NUM",
    required: false,
    values: &[
        ("open", "لم تُحسم", "open"),
        ("true", "صحيح", "true"),
        ("false", "غير صحيح", "false"),
        ("mixed", "صحيح بعضه", "mixed"),
    ],
};

static CHECKED_AT: Attribute = Attribute {
    id: "checked_at",
    kind: "text",
    ar: "عنوان التحقق",
    en: "Checked at",
    labels: "CLAIM CLAIM_NUM",
    required: false,
    values: &[],
};

pub(super) const ROWS: [Row; 6] = [
    ("CLAIM", "ادعاء", "Claim", "قول يمكن التحقق منه", "A statement that can be checked", 5, ""),
    (
        "CLAIM_NUM",
        "ادعاء بعدد",
        "Claim with a figure",
        "قول فيه عدد أو مقدار",
        "A statement with a number or an amount",
        5,
        "CLAIM",
    ),
    ("EVIDENCE", "دليل", "Evidence", "ما يستند إليه الادعاء", "What a claim rests on", 3, ""),
    (
        "HEDGE",
        "تحفّظ",
        "Hedge",
        "لفظ يبعد الكاتب عن القول: يزعمون، ما يسمى",
        "Words that keep a distance: allegedly, so-called",
        2,
        "",
    ),
    ("STANCE_FOR", "موقف مؤيد", "Stance for", "ما يؤيد به الكلام أمرًا", "Words in favour of something", 4, ""),
    ("STANCE_AGAINST", "موقف معارض", "Stance against", "ما يعارض به الكلام أمرًا", "Words against something", 0, ""),
];
