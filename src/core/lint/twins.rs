//! Words that are tagged at least twice elsewhere and stand untagged.

use super::{Finding, Fix, Kind};
use crate::core::memory::Memory;
use crate::core::state::State;

/// Places at which words are tagged before they are missed where they are not.
const TAGGED: usize = 2;

/// The untagged twins of a document.
pub fn find(state: &State, memory: &Memory, document: usize, found: &mut Vec<(usize, Finding)>) {
    let home = &state.documents[document].document;
    for twin in memory.untagged(document, home.text.whole(), &|form, _| form.places.len() >= TAGGED) {
        let fix = Some(Fix::Tag(twin.range, twin.label));
        let finding = Finding { kind: Kind::UntaggedTwin, document: home.id.clone(), spans: Vec::new(), range: twin.range, fix };
        found.push((document, finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::core::fixture::world;
    use crate::core::lint::fixture::{A, B, articles, context, obey, words};
    use crate::core::lint::{Kind, findings, fix_all};
    use crate::core::range::TextRange;
    use std::collections::BTreeSet;

    #[test]
    fn untagged_twins_of_iran_are_those_that_stand_as_a_word_under_any_clitic() {
        let state = articles(&[(A, "GPE", 1994, 1999), (A, "GPE", 3256, 3261)]);
        assert_eq!(state.documents[A].document.text.slice(TextRange::of(1994, 1999)), "إيران");
        let found = obey(&state);
        assert!(found.iter().all(|finding| finding.kind == Kind::UntaggedTwin && words(&state, finding) == "إيران"), "{found:?}");
        assert_eq!(found.len(), 33);
        let all = fix_all(&state, &mut context(), &found).expect("fixes");
        let after = all.apply(&state).expect("they fit");
        assert_eq!(after.documents.iter().map(|document| document.spans.len()).sum::<usize>(), 35);
        assert_eq!(findings(&after), []);
        assert_eq!(all.inverse().apply(&after).as_ref(), Ok(&state));
        // Tagged once is not enough.
        assert_eq!(findings(&articles(&[(A, "GPE", 1994, 1999)])), []);
    }

    #[test]
    fn twins_are_cut_as_the_label_s_spans_are() {
        // `وإيران`, `لإيران`, `لإيران` whole, then two times `إيران` by itself.
        let clitics = [(A, "GPE", 1993, 1999), (A, "GPE", 3255, 3261), (B, "GPE", 1077, 1083)];
        let alone = [(A, "GPE", 1299, 1304), (A, "GPE", 1767, 1772)];
        let state = articles(&[clitics.as_slice(), &alone].concat());
        assert_eq!(state.documents[A].document.text.slice(TextRange::of(1767, 1772)), "إيران");
        let found = obey(&state).into_iter().map(|finding| words(&state, &finding)).collect::<BTreeSet<_>>();
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ["إيران", "بإيران", "لإيران", "وإيران"]);
        // Of two habits the commoner one counts.
        let state = articles(&[(A, "GPE", 1993, 1999), (A, "GPE", 3256, 3261), (B, "GPE", 1078, 1083)]);
        let found = findings(&state).into_iter().map(|finding| words(&state, &finding)).collect::<BTreeSet<_>>();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["إيران"]);
    }

    #[test]
    fn twins_are_passed_over_inside_longer_spans_and_across_limits() {
        let state = world("[PERS:علي] قال [PERS:علي] على العلي وعلي [ORG:مؤسسة علي] لعلي على");
        let found = obey(&state);
        let at = found.iter().map(|finding| finding.range.start().0).collect::<Vec<_>>();
        let text = &state.documents[0].document.text;
        assert_eq!(found.iter().map(|finding| text.slice(finding.range)).collect::<Vec<_>>(), ["علي", "علي"], "{at:?}");
        // Tagged inside a longer span once, it is missed inside another.
        let nested = world("[PERS:علي] قال [ORG:دار [PERS:علي]] ثم [ORG:مؤسسة علي]");
        assert_eq!(findings(&nested).len(), 1);
        let crossing = world("[PERS:محمود عباس] [PERS:محمود عباس] [OCC:الرئيس محمود] عباس");
        assert_eq!(findings(&crossing), []);
    }

    #[test]
    fn an_adjective_is_no_twin_and_a_swallowed_alef_is_restored() {
        let state = world("[GPE:إيران] و[GPE:إيران] إيراني إيرانية الإيرانيون لإيران");
        assert_eq!(findings(&state).iter().map(|finding| words(&state, finding)).collect::<Vec<_>>(), ["إيران"]);
        let state = world("[NORP:الحوثيين] ثم [NORP:الحوثيين] ثم للحوثيين وللحوثيين والحوثيين");
        let found = findings(&state).iter().map(|finding| words(&state, finding)).collect::<Vec<_>>();
        assert_eq!(found, ["لحوثيين", "لحوثيين", "الحوثيين"]);
        let all = fix_all(&state, &mut context(), &findings(&state)).expect("fixes").apply(&state).expect("they fit");
        assert_eq!(findings(&all), []);
        let names = world("[PERS:ريم] و[PERS:ريم] وكريم وريم [GPE:لندن] [GPE:لندن] للندن");
        assert_eq!(findings(&names).iter().map(|finding| words(&names, finding)).collect::<Vec<_>>(), ["ريم", "لندن"]);
    }

    #[test]
    fn website_leftovers_are_passed_over() {
        let state = articles(&[(A, "ORG", 3645, 3647), (A, "ORG", 4187, 4189)]);
        let at =
            findings(&state).iter().map(|finding| (finding.document.to_string(), finding.range.start().0)).collect::<Vec<_>>();
        assert_eq!(at, [("nyt-report".to_owned(), 2229), ("nyt-report".to_owned(), 2509)]);
        // `لن` and a line's start in the leftovers: neither a twin's model nor a fault.
        assert_eq!(findings(&articles(&[(A, "ORG", 3645, 3647), (A, "ORG", 5555, 5558), (A, "OCC", 5556, 5558)])), []);
    }
}
