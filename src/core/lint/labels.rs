//! Labels: the same words under different ones, and labels that are retired.

use super::{Finding, Kind, changed};
use crate::core::ids::LabelId;
use crate::core::memory::{Form, Memory, Place, is_retired};
use crate::core::span::Span;
use crate::core::state::State;
use std::rc::Rc;

/// The findings about labels among the spans of a memory.
pub fn find(state: &State, memory: &Memory, found: &mut Vec<(usize, Finding)>) {
    for form in memory.forms() {
        let Some((label, _)) = form.majority(state) else { continue };
        other_labels(state, form, &label, found);
        let offered = (!is_retired(state, &label)).then_some(&label);
        for place in &form.places {
            for span in place.spans.iter().filter(|span| is_retired(state, &span.label)) {
                found.push(finding(state, Kind::RetiredLabel, place, std::slice::from_ref(span), offered));
            }
        }
    }
}

/// Places where words do not have the label that they have at most places. Two labels at one place are no fault as
/// long as that one is among them; which of them is wrong where it is not, nobody can tell.
fn other_labels(state: &State, form: &Form, label: &LabelId, found: &mut Vec<(usize, Finding)>) {
    for place in &form.places {
        if place.spans.iter().all(|span| span.label != *label) {
            let offered = (place.spans.len() == 1).then_some(label);
            found.push(finding(state, Kind::SameFormOtherLabel, place, &place.spans, offered));
        }
    }
}

fn finding(state: &State, kind: Kind, place: &Place, spans: &[Rc<Span>], label: Option<&LabelId>) -> (usize, Finding) {
    let relabelled = |label: &LabelId| {
        let span = spans.first()?;
        changed(state, place.document, span, Span { label: label.clone(), ..Span::clone(span) })
    };
    let finding = Finding {
        kind,
        document: state.documents[place.document].document.id.clone(),
        spans: spans.iter().map(|span| span.id.clone()).collect(),
        range: place.range,
        fix: label.and_then(relabelled),
    };
    (place.document, finding)
}

#[cfg(test)]
mod tests {
    use crate::core::fixture::world;
    use crate::core::lint::fixture::{A, B, articles, context, obey, one, set, words};
    use crate::core::lint::{Fix, Kind, findings, fix};
    use crate::core::project::Role;
    use crate::core::range::TextRange;
    use crate::core::record::Extra;
    use crate::core::tagset::Label;
    use serde_json::json;
    use std::rc::Rc;

    #[test]
    fn the_same_words_under_another_label_are_found_by_the_majority() {
        let gaza = |label| (A, label, 1155, 1159);
        let state = articles(&[gaza("GPE"), (A, "GPE", 1591, 1594), (B, "LOC", 595, 598), (B, "GPE", 925, 928)]);
        assert_eq!(state.documents[A].document.text.slice(TextRange::of(1591, 1594)), "غزة");
        let found = obey(&state);
        let labels = found.iter().filter(|finding| finding.kind == Kind::SameFormOtherLabel).collect::<Vec<_>>();
        let [finding] = labels.as_slice() else { panic!("{labels:?}") };
        assert_eq!((finding.spans.as_slice(), words(&state, finding).as_str()), (["t2".into()].as_slice(), "غزة"));
        assert_eq!(finding.fix, Some(Fix::Relabel("GPE".into())));
        // Two labels at one place are no fault while the common one is there.
        let nested = articles(&[gaza("GPE"), (A, "GPE", 1591, 1594), (A, "LOC", 1591, 1594)]);
        assert!(findings(&nested).iter().all(|finding| finding.kind != Kind::SameFormOtherLabel));
        let both = articles(&[gaza("GPE"), (A, "GPE", 1591, 1594), (B, "LOC", 595, 598), (B, "ORG", 595, 598)]);
        let found = obey(&both);
        let finding = found.iter().find(|finding| finding.kind == Kind::SameFormOtherLabel).expect("a finding");
        assert_eq!((finding.spans.len(), &finding.fix), (2, &None));
    }

    #[test]
    fn others_sets_are_shown_without_fixes() {
        let mut state = one("في| إيران، |أمس");
        state.sets = Rc::new(vec![set("me", Role::Received)]);
        let found = findings(&state);
        assert_eq!(found.iter().map(|finding| finding.kind).collect::<Vec<_>>(), [Kind::EdgeSpace]);
        assert!(found.iter().all(|finding| finding.fix.is_none()));
        assert_eq!(fix(&state, &mut context(), &found[0]), Err(crate::core::refusal::Refusal::ReadOnly));
    }

    #[test]
    fn a_retired_label_is_found_and_the_common_one_offered() {
        let mut state = world("[PERS:محمود] ثم [OCC:محمود] ثم [OCC:محمود] و[OCC:عباس]");
        let tagset = Rc::make_mut(&mut state.tagset);
        for label in tagset.labels.iter_mut().filter(|label| label.id.as_str() == "OCC") {
            let fields = json!({"retired": true}).as_object().cloned().expect("an object");
            *label = Rc::new(Label { extra: Extra::new(fields), ..Label::clone(label) });
        }
        let found = obey(&state);
        let retired = found.iter().filter(|finding| finding.kind == Kind::RetiredLabel).collect::<Vec<_>>();
        assert_eq!(retired.len(), 3);
        assert_eq!(retired[0].fix, Some(Fix::Relabel("PERS".into())));
        assert_eq!(retired[2].fix, None);
    }
}
