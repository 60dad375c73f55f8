//! The findings of one kind, each with a way to its place and, where there is one, a fix.

use super::rows::{Kept, in_context, remember};
use crate::core::lint::{self, Finding, Kind};
use crate::desk::parts::document_name;
use crate::desk::roving::{rove, stop};
use crate::desk::{Desk, Now};
use crate::i18n::desk::{Word, checked, found};
use crate::view::chip;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Findings that are listed at first, and added with each press of "more".
const PAGE: usize = 50;

/// What a group is drawn from.
#[derive(Properties, Clone)]
pub struct GroupProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The kind.
    pub kind: Kind,
    /// The findings of it.
    pub findings: Rc<Vec<Finding>>,
    /// The place for the focus.
    pub kept: Kept,
}

impl PartialEq for GroupProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now && self.kind == other.kind && self.findings == other.findings
    }
}

/// The group.
#[component]
pub fn Group(props: &GroupProps) -> Html {
    let GroupProps { now, desk, kind, findings, kept } = props;
    let (shown, current) = (use_state(|| PAGE), use_state(|| 0_usize));
    let at = (*current).min(findings.len().saturating_sub(1)).min(*shown - 1);
    let (title, why) = checked::kind(now.lang, *kind);
    let name = format!("{kind:?}");
    let all = (findings.len() > 1 && findings.iter().all(|finding| finding.fix.is_some())).then(|| {
        let (desk, findings, kept, list) = (desk.clone(), findings.clone(), kept.clone(), name.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            kept.replace(Some((list.clone(), 0)));
            desk.change(|state, context| lint::fix_all(state, context, &findings));
        });
        html! {
            <button key="all" type="button" class="button" data-action="fix-all" aria-label={format!("{}: {title}", now.word(Word::LintFixAll))} {onclick}>
                { now.word(Word::LintFixAll) }
            </button>
        }
    });
    let rows = findings.iter().take(*shown).enumerate().map(|(place, finding)| {
        let setter = current.setter();
        row(props, finding, at == place, Callback::from(move |_: FocusEvent| setter.set(place)))
    });
    let left = findings.len().saturating_sub(*shown);
    let more = {
        let (setter, next) = (shown.setter(), *shown + PAGE);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    html! {
        <section class="finding-group" data-kind={name.clone()} aria-label={title}>
            <header key="head" class="desk-row">
                <h3 key="title">{ title }</h3>
                <span key="count" class="small">{ checked::findings(now.lang, findings.len()) }</span>
                { for all }
            </header>
            <p key="why" class="small">{ why }</p>
            <ul key="rows" data-rove="list" data-list={name} aria-label={title} onkeydown={keys()}>{ for rows }</ul>
            <button key="more" type="button" class="button show-more" hidden={left == 0} onclick={more}>{ found::more(now.lang, left) }</button>
        </section>
    }
}

/// The arrows. Delete does nothing here: who refused the last suggestion by it and comes here means no span.
fn keys() -> Callback<KeyboardEvent> {
    let rove = rove();
    Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Delete" | "Backspace") {
            event.prevent_default();
            event.stop_propagation();
        }
        rove.emit(event);
    })
}

fn row(props: &GroupProps, finding: &Finding, current: bool, onfocus: Callback<FocusEvent>) -> Html {
    let GroupProps { now, desk, .. } = props;
    let go = {
        let (desk, finding) = (desk.clone(), finding.clone());
        Callback::from(move |_: MouseEvent| match finding.spans.first() {
            Some(span) => desk.go_to_span(&finding.document, span),
            None => desk.go(&finding.document, finding.range),
        })
    };
    let spans = finding.spans.iter().filter_map(|span| now.state.span(&finding.document, span));
    let mut labels = Vec::new();
    for span in spans {
        if !labels.contains(&&span.label) {
            labels.push(&span.label);
        }
    }
    let fix = finding.fix.as_ref().map(|fix| {
        let (desk, finding, kept) = (desk.clone(), finding.clone(), props.kept.clone());
        let onclick = Callback::from(move |event: MouseEvent| {
            remember(&kept, event.target_dyn_into::<Element>());
            desk.change(|state, context| lint::fix(state, context, &finding));
        });
        html! {
            <button key="fix" type="button" class="button small-button" data-action="fix" tabindex={stop(current)} {onclick}>
                { checked::fix(now.lang, fix, &now.state.tagset) }
            </button>
        }
    });
    let place = finding.range;
    let first = finding.spans.first().map_or("", |span| span.as_str());
    html! {
        <li key={format!("{} {} {} {first}", finding.document, place.start().0, place.end().0)} class="finding">
            <button key="go" type="button" class="finding-go" data-row="" data-action="go" tabindex={stop(current)} title={now.word(Word::LintGo)} onclick={go} {onfocus}>
                { in_context(now, &finding.document, place) }
                <span key="where" class="small">{ document_name(now, &now.state, &finding.document) }</span>
                <span key="labels" class="chips">{ for labels.into_iter().map(|label| html! { <span key={label.as_str()}>{ chip(&now.state.tagset, label) }</span> }) }</span>
            </button>
            { for fix }
        </li>
    }
}
