//! The root: holds the session of the moment and renders each part into its host.

use super::bar::bar;
use super::dialog::window;
use super::head::head;
use super::margin::Margin;
use super::notice::Notices;
use super::now::{Now, NowProps, set_keys, the_shell};
use super::part::part;
use super::selection_bar::SelectionBar;
use super::tagset::Tagset;
use crate::draw;
use crate::i18n::Word;
use crate::web::shell::Shell;
use web_sys::Element;
use yew::prelude::*;

/// The elements of `index.html` that the interface is rendered into.
#[derive(Clone, PartialEq)]
pub struct Hosts {
    /// Yew's own mount point.
    pub root: Element,
    bar: Element,
    tagset: Element,
    head: Element,
    margin: Element,
    overlay: Element,
}

impl Hosts {
    /// Finds them; `None` where the page lacks one.
    #[must_use]
    pub fn find() -> Option<Self> {
        let document = gloo::utils::document();
        let of = |id: &str| document.get_element_by_id(id);
        let head = of("reading-head").or_else(|| {
            let made = document.create_element("div").ok()?;
            made.set_id("reading-head");
            of("reading")?.prepend_with_node_1(&made).ok()?;
            Some(made)
        })?;
        Some(Self {
            root: of("hashiya")?,
            bar: of("bar")?,
            tagset: of("tagset")?,
            head,
            margin: of("margin")?,
            overlay: of("overlay")?,
        })
    }

    /// Removes what stood there before the program came.
    pub fn clear(&self) {
        for host in [&self.bar, &self.tagset, &self.head, &self.margin, &self.overlay] {
            host.set_text_content(None);
        }
    }
}

/// What the root is given.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// Where to render.
    pub hosts: Hosts,
}

/// The root.
#[component]
pub fn App(props: &AppProps) -> Html {
    let shell = the_shell();
    let session = use_state(|| shell.session());
    {
        let (session, shell) = (session.setter(), shell.clone());
        use_effect_with((), move |()| {
            shell.on_change(move |next| session.set(next));
            // Effects run after the first render: every part stands in its host now.
            crate::web::page::ready();
        });
    }
    let now = Now((*session).clone());
    set_keys(&now.settings.keys);
    let hosts = &props.hosts;
    draw! {
        { create_portal(bar(&now, &shell), hosts.bar.clone()) }
        { create_portal(part::<Tagset>("tagset", NowProps { now: now.clone() }), hosts.tagset.clone()) }
        { create_portal(head(&now, &shell), hosts.head.clone()) }
        { create_portal(part::<Margin>("margin", NowProps { now: now.clone() }), hosts.margin.clone()) }
        { create_portal(overlay(&now, &shell), hosts.overlay.clone()) }
    }
}

fn overlay(now: &Now, shell: &Shell) -> Html {
    draw! {
        <div class="over" role="region" aria-label={now.word(Word::Notices)}>
            { part::<SelectionBar>("selection", NowProps { now: now.clone() }) }
            { part::<Notices>("notices", NowProps { now: now.clone() }) }
            <div key="windows" class="windows">{ now.dialog.map_or_else(none, |dialog| window(dialog, now, shell)) }</div>
            // The shell writes into it; Yew renders it once, empty.
            <p key="live" id="live" class="unseen" role="status" aria-live="polite"></p>
        </div>
    }
}

fn none() -> Html {
    draw! { <i key="none" hidden=true /> }
}
