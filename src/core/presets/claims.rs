//! Claims, what they rest on, and how the writer stands to them. That one claim contradicts or supports another
//! is said by links across documents, not by labels.

use super::Row;

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
