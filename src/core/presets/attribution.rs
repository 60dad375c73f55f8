//! Who says what, after PARC 3.0 (source, cue, content), with the form of what is said.

use super::Row;
use super::kinds::{Attribute, Table};

/// The event is the group that joins a source, a cue and what is said.
pub(super) static KINDS: Table = Table {
    attributes: &[&MANNER, &ANONYMOUS],
    events: &[(
        "attribution",
        "إسناد",
        "attribution",
        "CUE",
        &[
            ("source", "المصدر", "source", "SOURCE SOURCE_ANON", 0, 0),
            ("content", "المحتوى", "content", "CONTENT QUOTE_DIRECT QUOTE_INDIRECT QUOTE_MIXED", 1, 0),
        ],
    )],
    ..Table::NOTHING
};

static MANNER: Attribute = Attribute {
    id: "manner",
    kind: "choices",
    ar: "نبرة الإسناد",
    en: "Manner",
    labels: "CUE",
    required: false,
    values: &[
        ("neutral", "محايدة", "neutral"),
        ("doubt", "شك", "doubt"),
        ("accusation", "اتهام", "accusation"),
        ("opinion", "رأي", "opinion"),
    ],
};

static ANONYMOUS: Attribute = Attribute {
    id: "anonymous",
    kind: "flag",
    ar: "مجهول",
    en: "Anonymous",
    labels: "SOURCE SOURCE_ANON",
    required: false,
    values: &[],
};

pub(super) const ROWS: [Row; 9] = [
    ("SOURCE", "المصدر", "Source", "من يقول", "Who says it", 5, ""),
    (
        "SOURCE_ANON",
        "مصدر مجهول",
        "Anonymous source",
        "مصدر بلا اسم: مسؤولون، شخص مطلع على الأمر",
        "A source without a name: officials, a person familiar with the matter",
        5,
        "SOURCE",
    ),
    (
        "CUE",
        "لفظ الإسناد",
        "Cue",
        "الفعل أو الاسم أو الحرف الذي يُسند: قال، بحسب، وفقًا لـ، زعم",
        "The verb, noun or preposition that attributes: said, according to, claimed",
        2,
        "",
    ),
    ("CONTENT", "المحتوى", "Content", "ما يقال", "What is said", 3, ""),
    (
        "QUOTE_DIRECT",
        "اقتباس مباشر",
        "Direct quote",
        "كلام منقول بلفظه بين علامتي اقتباس",
        "Words given as they were said, inside quotation marks",
        3,
        "CONTENT",
    ),
    (
        "QUOTE_INDIRECT",
        "نقل غير مباشر",
        "Indirect quote",
        "كلام منقول بمعناه، في جملة أنّ أو إنّ مثلًا",
        "What was said in other words, as in a that-clause",
        3,
        "CONTENT",
    ),
    (
        "QUOTE_MIXED",
        "اقتباس مختلط",
        "Mixed quote",
        "نقل بالمعنى فيه جزء بلفظه بين علامتي اقتباس",
        "An indirect quote with a fragment inside quotation marks",
        3,
        "CONTENT",
    ),
    (
        "SCARE_QUOTE",
        "اقتباس تحفّظ",
        "Scare quote",
        "علامتا اقتباس للتحفظ على اللفظ: ما يسمى بـ «محور المقاومة»",
        "Quotation marks that keep a distance: the so-called “axis”",
        7,
        "",
    ),
    (
        "INSERTION",
        "إدراج",
        "Insertion",
        "ما أدرجه الكاتب في الاقتباس بين معقوفين: [على المتمردين]",
        "What the writer put into a quote, in brackets",
        6,
        "",
    ),
];
