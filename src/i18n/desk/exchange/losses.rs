//! What a format could not hold, in words.

use crate::format::exchange::loss::{Loss, LossKind};
use crate::i18n::{Lang, quoted};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What became of things of a kind: a heading, after which their number stands.
#[must_use]
pub const fn loss(lang: Lang, kind: LossKind) -> &'static str {
    match lang {
        Lang::Ar => ar(kind),
        Lang::En => en(kind),
    }
}

const fn ar(kind: LossKind) -> &'static str {
    match kind {
        LossKind::Nested => "مقاطع داخل غيرها، تُركت",
        LossKind::Crossing => "مقاطع تقاطع غيرها، تُركت",
        LossKind::Holding => "مقاطع في داخلها غيرها، تُركت",
        LossKind::SameLimits => "مقاطع بحدود غيرها، تُركت",
        LossKind::InsideToken => "مقاطع حدّها داخل كلمة، تُركت",
        LossKind::Widened => "مقاطع مُدّت إلى حدود كلماتها",
        LossKind::TokenParted => "كلمات قُسمت عند حدود مقاطع",
        LossKind::OverSentence => "مقاطع تتجاوز آخر الجملة، تُركت",
        LossKind::Filled => "مقاطع من قطع، كُتبت قطعة واحدة من أولها إلى آخرها",
        LossKind::Parted => "مقاطع من قطع، كُتبت كل قطعة مقطعًا",
        LossKind::CutAtLines => "مقاطع قُطعت عند آخر السطر",
        LossKind::Trimmed => "مسافات في طرفي مقاطع، أُسقطت",
        LossKind::SpanDropped => "مقاطع لا تقبلها الصيغة، تُركت",
        LossKind::Relation => "علاقات تُركت",
        LossKind::Event => "أحداث تُركت",
        LossKind::EventPart => "أحداث نقص منها جزء",
        LossKind::Attribute => "سمات تُركت",
        LossKind::AttributeAsText => "سمات كُتبت قيمها نصًّا",
        LossKind::Note => "ملاحظات تُركت",
        LossKind::NoteLines => "ملاحظات كُتبت في سطر واحد",
        LossKind::Referent => "كيانات تُركت أو نقص منها جزء",
        LossKind::DocumentLabel => "وسوم مستندات تُركت",
        LossKind::CrossLink => "روابط بين المستندات تُركت",
        LossKind::Renamed => "أسماء كُتبت بحروف أخرى",
        LossKind::Characters => "محارف لا تقبلها الصيغة، كُتبت مسافات",
        LossKind::LineBreaks => "نهايات أسطر كُتبت LF",
        LossKind::Author => "صاحب الوسم أو وقته، أُسقط",
        LossKind::WhiteSpace => "مسافات بين الكلمات لا تُعرف من الملف",
        LossKind::Guarded => "خلايا سُبقت بفاصلة عليا كي لا يحسبها برنامج الجداول",
        LossKind::About => "عنوان المستند أو مصدره أو لغته أو اتجاهه، أُسقط",
    }
}

const fn en(kind: LossKind) -> &'static str {
    match kind {
        LossKind::Nested => "Spans inside others, left out",
        LossKind::Crossing => "Spans that cross others, left out",
        LossKind::Holding => "Spans with others inside them, left out",
        LossKind::SameLimits => "Spans with the limits of others, left out",
        LossKind::InsideToken => "Spans with a limit inside a token, left out",
        LossKind::Widened => "Spans widened to their tokens",
        LossKind::TokenParted => "Tokens parted at limits of spans",
        LossKind::OverSentence => "Spans over the end of a sentence, left out",
        LossKind::Filled => "Spans in pieces, written as one from first to last",
        LossKind::Parted => "Spans in pieces, each piece written as a span",
        LossKind::CutAtLines => "Spans cut at ends of lines",
        LossKind::Trimmed => "White space at ends of spans, left out",
        LossKind::SpanDropped => "Spans that the format does not take, left out",
        LossKind::Relation => "Relations, left out",
        LossKind::Event => "Events, left out",
        LossKind::EventPart => "Events that lack a part",
        LossKind::Attribute => "Attributes, left out",
        LossKind::AttributeAsText => "Attributes, their values written as text",
        LossKind::Note => "Notes, left out",
        LossKind::NoteLines => "Notes, written on one line",
        LossKind::Referent => "Entities, left out or in part",
        LossKind::DocumentLabel => "Labels of documents, left out",
        LossKind::CrossLink => "Links between documents, left out",
        LossKind::Renamed => "Names written in other letters",
        LossKind::Characters => "Characters that the format does not take, written as spaces",
        LossKind::LineBreaks => "Line breaks, written as LF",
        LossKind::Author => "Who made it or when, left out",
        LossKind::WhiteSpace => "White space between tokens, not to be told from the file",
        LossKind::Guarded => "Cells with an apostrophe before them, so that a spreadsheet does not run them",
        LossKind::About => "Title, source, language or direction of a document, left out",
    }
}

/// Losses by kind, each kind's in their order.
#[must_use]
pub fn by_kind(losses: &[Loss]) -> BTreeMap<LossKind, Vec<&Loss>> {
    let mut kinds: BTreeMap<LossKind, Vec<&Loss>> = BTreeMap::new();
    for loss in losses {
        kinds.entry(loss.kind).or_default().push(loss);
    }
    kinds
}

/// The file that lists them all, in both languages; the one of the interface comes first.
#[must_use]
pub fn losses_file(lang: Lang, format: &str, losses: &[Loss]) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "Hashiya → {format}\n");
    let other = match lang {
        Lang::Ar => Lang::En,
        Lang::En => Lang::Ar,
    };
    for (kind, all) in by_kind(losses) {
        let _ = writeln!(text, "{} / {}: {}", loss(lang, kind), loss(other, kind), all.len());
        for one in all {
            let words = if one.words.is_empty() { String::new() } else { quoted(&one.words) };
            let parts = [one.document.as_str(), one.label.as_str(), &words];
            let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
            let _ = writeln!(text, "  - {line}");
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loss_is_listed_under_its_kind() {
        let losses = [
            Loss::new(LossKind::Relation, "doc", "has_role", "has_role"),
            Loss::new(LossKind::Nested, "doc", "عُمان", "GPE"),
            Loss::new(LossKind::Relation, "doc", "at", "at"),
        ];
        let text = losses_file(Lang::Ar, "CoNLL", &losses);
        assert!(text.contains("علاقات تُركت / Relations, left out: 2"));
        assert!(text.contains("  - doc  GPE  \u{2068}«عُمان»\u{2069}"), "{text}");
    }
}
