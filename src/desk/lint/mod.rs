//! The page of what wants a look: suggestions from memory, then findings by kind.

mod findings;
mod look;
mod rows;
mod suggestions;

use super::parts::PageProps;
use crate::core::lint::Kind;
use crate::i18n::desk::{Word, checked};
use findings::Group;
use look::use_found;
use rows::{Kept, use_kept};
use suggestions::Suggestions;
use yew::prelude::*;

/// The page.
#[component]
pub fn LintPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let found = use_found(now, desk);
    let kept: Kept = use_kept(found.clone());
    let Some(found) = found else {
        return html! { <div class="desk-lint"><p key="looking" class="desk-empty" role="status">{ now.word(Word::LintLooking) }</p></div> };
    };
    let groups = Kind::ALL.into_iter().filter_map(|kind| {
        let of_kind = found.findings.iter().filter(|finding| finding.kind == kind).cloned().collect::<Vec<_>>();
        let listed = !of_kind.is_empty();
        listed.then(|| {
            html! { <Group key={format!("{kind:?}")} now={now.clone()} desk={desk.clone()} {kind} findings={std::rc::Rc::new(of_kind)} kept={kept.clone()} /> }
        })
    });
    html! {
        <div class="desk-lint">
            <Suggestions key="suggestions" now={now.clone()} desk={desk.clone()} found={found.clone()} kept={kept.clone()} />
            <section key="findings" class="desk-findings" aria-label={now.word(Word::TabLint)}>
                <h2 key="title" class="desk-title">{ now.word(Word::TabLint) }
                    <span class="small" role="status" data-count={found.findings.len().to_string()}>{ checked::findings(now.lang, found.findings.len()) }</span>
                </h2>
                <p key="none" class="desk-empty" hidden={!found.findings.is_empty()}>{ now.word(Word::LintNone) }</p>
                <p key="keys" class="small" hidden={found.findings.is_empty()}>{ now.word(Word::LintKeys) }</p>
                <div key="groups">{ for groups }</div>
            </section>
        </div>
    }
}
