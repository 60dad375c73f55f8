//! The tabs of the desk: a row of groups, and below it the pages of the group that is open.

use super::now::{Desk, Now};
use crate::core::desk::{DeskGroup, DeskPage};
use crate::i18n::desk::Word;
use yew::prelude::*;

/// Both rows, where this page is shown. The tab of a group opens its first page.
pub fn tabs(now: &Now, desk: &Desk, shown: DeskPage) -> Html {
    let group = DeskGroup::of(shown);
    html! {
        <nav key="tabs" class="desk-tabs" aria-label={now.word(Word::Pages)}>
            <div key="groups" class="desk-groups">{ for DeskGroup::ALL.into_iter().map(|other| group_tab(now, desk, group, other)) }</div>
            <div key="pages">{ for group.pages().map(|other| page_tab(now, desk, shown, other)) }</div>
        </nav>
    }
}

fn group_tab(now: &Now, desk: &Desk, open: DeskGroup, group: DeskGroup) -> Html {
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if group != open {
            desk.show(group.pages().next());
        }
    });
    html! {
        <button key={group.name()} type="button" class="tool text" data-group={group.name()} aria-current={(group == open).then_some("true")} {onclick}>
            { now.word(Word::group(group)) }
        </button>
    }
}

fn page_tab(now: &Now, desk: &Desk, shown: DeskPage, page: DeskPage) -> Html {
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.show(Some(page)));
    html! {
        <button key={page.name()} type="button" class="tool text" data-page={page.name()} aria-current={(page == shown).then_some("page")} {onclick}>
            { now.word(Word::tab(page)) }
        </button>
    }
}
