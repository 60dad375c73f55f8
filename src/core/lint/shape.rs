//! What a span's limits alone say: at its edges, inside clusters and numbers, between quotation marks.

use super::{Finding, Fix, Kind, changed, edges, quotes, spans};
use crate::core::fold::limits::widened;
use crate::core::numbers::whole_numbers;
use crate::core::range::TextRange;
use crate::core::span::Span;
use crate::core::state::State;
use crate::core::text::Text;

/// Rounds after which limits are taken as they are. Two are enough for what people make.
const ROUNDS: usize = 8;

/// The findings about limits in a document.
pub fn find(state: &State, document: usize, found: &mut Vec<(usize, Finding)>) {
    let home = &state.documents[document].document;
    for span in spans(state, document) {
        let faults = faults(&home.text, span.range);
        if faults.is_empty() {
            continue;
        }
        let settled = if span.fragments.is_empty() { settled(&home.text, span.range) } else { Some(span.range) };
        let left = settled.map(|range| self::faults(&home.text, range)).unwrap_or_default();
        for kind in faults {
            let fix = match settled {
                _ if left.contains(&kind) => None,
                Some(range) => changed(state, document, span, Span { range, ..Span::clone(span) }),
                None => state.is_own(span).then_some(Fix::Delete),
            };
            let (document_id, spans) = (home.id.clone(), vec![span.id.clone()]);
            found.push((document, Finding { kind, document: document_id, spans, range: span.range, fix }));
        }
    }
}

/// What is wrong with limits, each kind once.
#[must_use]
pub fn faults(text: &Text, range: TextRange) -> Vec<Kind> {
    let mut faults = edges::faults(text, range).collect::<Vec<_>>();
    if widened(text, range) != range {
        faults.push(Kind::InsideCluster);
    }
    if whole_numbers(text, range) != range {
        faults.push(Kind::InsideNumber);
    }
    if quotes::is_unbalanced(text, range) {
        faults.push(Kind::UnbalancedQuotes);
    }
    faults.dedup();
    faults
}

/// Limits that have no fault left which limits can mend; `None` where nothing remains between them.
#[must_use]
pub fn settled(text: &Text, range: TextRange) -> Option<TextRange> {
    let mut range = range;
    for _ in 0..ROUNDS {
        let whole = whole_numbers(text, widened(text, range));
        let trimmed = edges::trimmed(text, whole)?;
        let next = quotes::mended(text, trimmed).unwrap_or(trimmed);
        if next == range {
            break;
        }
        if next.is_empty() {
            return None;
        }
        range = next;
    }
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::lint::fixture::{check, shape_of};

    #[test]
    fn edges_with_what_belongs_to_no_name_are_found_and_trimmed() {
        check("في |إيران،| أمس", &[Kind::EdgePunctuation], "إيران");
        check("في| إيران |أمس", &[Kind::EdgeSpace], "إيران");
        check("في |إيران \u{200F}|أمس", &[Kind::EdgeBidiMark], "إيران");
        check("في \u{2067}|\u{200F}إيران|", &[Kind::EdgeBidiMark], "إيران");
        check("بـ|ـمحور| ثم", &[Kind::EdgeTatweel], "محور");
        check("|هجوم، ـ\u{A0}|ثم", &[Kind::EdgeSpace], "هجوم");
        check("|- قال|", &[Kind::EdgePunctuation], "قال");
        check("ف|، إيران|", &[Kind::EdgePunctuation], "إيران");
    }

    #[test]
    fn what_belongs_to_a_name_at_its_edge_stays() {
        for fine in [
            "سنة |1445 هـ| ثم",
            "قال |د.م.| ثم",
            "بلغ |15%| ثم",
            "نحو |-5| ثم",
            "كتب |@user| و",
            "موقع |https://example.org/| ثم",
            "صحيفة |\"نيويورك تايمز\"| ثم",
            "يدعم |“محور المقاومة”| ثم",
            "قال |“لقد [على المتمردين]”| ثم",
            "|إيران|، ثم",
            "كتاب |‘حاشية’| ثم",
            "|قـــال| ثم",
        ] {
            assert_eq!(shape_of(fine).0, [], "{fine}");
        }
    }

    #[test]
    fn limits_inside_clusters_and_numbers_are_widened() {
        check("في |ع|ُمان", &[Kind::InsideCluster], "عُ");
        check("هجوم|ً|ا", &[Kind::InsideCluster], "مً");
        check("عام 20|15| ثم", &[Kind::InsideNumber], "2015");
        check("نحو |6|.5 مليون", &[Kind::InsideNumber], "6.5");
        check("نحو |١٬|٥٥٤", &[Kind::EdgePunctuation, Kind::InsideNumber], "١٬٥٥٤");
        check("في |2023|/2024", &[Kind::InsideNumber], "2023/2024");
        for fine in ["عام |2015|. ثم", "و|1,554| ثم", "|19| نوفمبر", "|2023|،2024", "|فبراير/شباط| ثم", "|15|%"]
        {
            assert_eq!(shape_of(fine).0, [], "{fine}");
        }
    }

    #[test]
    fn half_a_pair_of_quotes_is_found_and_mended() {
        check("صحيفة |\"نيويورك تايمز| ثم", &[Kind::UnbalancedQuotes], "نيويورك تايمز");
        check("صحيفة \"|نيويورك تايمز\"| ثم", &[Kind::UnbalancedQuotes], "نيويورك تايمز");
        check("يدعم |“محور المقاومة|”، ثم", &[Kind::UnbalancedQuotes], "محور المقاومة");
        check("يدعم «|محور المقاومة»|، ثم", &[Kind::UnbalancedQuotes], "محور المقاومة");
        check("قال: |“لا يمكن لهم إملاء الأوامر|” ثم", &[Kind::UnbalancedQuotes], "“لا يمكن لهم إملاء الأوامر”");
        check("قال: “|لا يمكن لهم إملاء الأوامر”| ثم", &[Kind::UnbalancedQuotes], "“لا يمكن لهم إملاء الأوامر”");
        check("السيطرة |[على المتمردين|] ثم", &[Kind::UnbalancedQuotes], "على المتمردين");
        // Where the other half is nowhere near, only a person can tell.
        let (kinds, after) = shape_of("قال |إن “القول صار| إليهم” ثم");
        assert_eq!((kinds.as_slice(), after.as_deref()), ([Kind::UnbalancedQuotes].as_slice(), Some("إن “القول صار")));
        assert_eq!(shape_of("قال |إن (القول) صار| “ثم”").0, []);
    }

    #[test]
    fn a_span_without_a_word_is_deleted() {
        let (kinds, after) = shape_of("إيران|، |ثم");
        assert_eq!((kinds, after), (vec![Kind::EdgePunctuation, Kind::EdgeSpace], None));
    }

    #[test]
    fn any_limits_in_the_articles_settle_in_one_step() {
        for seed in crate::seeds::documents() {
            let text = Text::new(seed.text);
            for start in (0..text.len().0).step_by(3) {
                for length in [1, 2, 5, 11, 40, 150] {
                    let range = TextRange::of(start, (start + length).min(text.len().0));
                    let before = faults(&text, range);
                    let Some(mended) = settled(&text, range) else { continue };
                    let left = faults(&text, mended);
                    assert!(left.iter().all(|kind| before.contains(kind)), "{:?}", text.slice(range));
                    assert!(left.is_empty() || left == [Kind::UnbalancedQuotes], "{left:?}");
                    assert_eq!(settled(&text, mended), Some(mended));
                    assert_eq!(crate::core::snap::snapped(&text, mended), Some(mended));
                }
            }
        }
    }
}
