//! What the desk draws: a sheet beside the text with a tab for each page, and the parts that stand elsewhere on the page.

use super::agreement::AgreementPage;
use super::annotators::AnnotatorsPage;
use super::arcs::Arcs;
use super::beside::Beside;
use super::compare::ComparePage;
use super::details::Details;
use super::doclabels::DocumentLabels;
use super::documents::DocumentsPage;
use super::entities::EntitiesPage;
use super::export::ExportPage;
use super::figures::FiguresPage;
use super::guidelines::GuidelinesPage;
use super::incoming::ImportPage;
use super::keeping::{self, KeepingPage};
use super::keys::KeysPage;
use super::linking::Linking;
use super::lint::LintPage;
use super::marked::use_mark;
use super::now::{Desk, Now};
use super::parts::say_refusal;
use super::relations::RelationsPage;
use super::search::SearchPage;
use super::settle::SettlePage;
use super::tabs::tabs;
use super::tagset::TagsetPage;
use super::twins::TwinsPage;
use crate::core::desk::DeskPage;
use crate::i18n;
use crate::view::{Icon, Tool};
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the frame is given.
#[derive(Properties, Clone, PartialEq)]
pub struct FrameProps {
    /// The desk.
    pub desk: Desk,
}

/// The frame; without the sheet while the desk is closed.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let desk = props.desk.clone();
    let now = use_state(|| desk.now());
    {
        let (desk, setter) = (desk.clone(), now.setter());
        use_effect_with((), move |()| {
            let setter = setter.clone();
            setter.set(desk.now());
            desk.on_change(move |next| setter.set(next));
        });
    }
    let sheet = use_node_ref();
    let now = Now::clone(&now);
    use_mark("data-desk-page", now.page.map(|page| page.name()));
    use_effect_with((now.page, now.calls, sheet.clone()), |(page, _, sheet)| {
        // The page's own first field takes the focus where it has one, else the sheet.
        let field = sheet.cast::<HtmlElement>().filter(|_| page.is_some());
        let first = field.as_ref().and_then(|sheet| sheet.query_selector("[data-first]").ok().flatten());
        let target = first.and_then(|first| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(first).ok()).or(field);
        if let Some(target) = target {
            let _ = target.focus();
        }
    });
    let onkeydown = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                desk.show(None);
                focus_text();
            }
        })
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.show(None);
            focus_text();
        })
    };
    let sheet = now.page.map(|page| html! {
        <section key="sheet" ref={sheet} class="desk" role="region" aria-label={i18n::word(now.lang, i18n::desk_page(page))} tabindex="-1" {onkeydown}>
            <header key="head" class="desk-head">
                { tabs(&now, &desk, page) }
                { Tool::new(Icon::Close, i18n::word(now.lang, i18n::Word::Close), close).action("close-desk").draw() }
            </header>
            { say_refusal(&now) }
            <div key={page.name()} class="desk-page">{ body(&now, &desk, page) }</div>
        </section>
    });
    html! {
        <>
            <Details key="details" now={now.clone()} desk={desk.clone()} />
            <DocumentLabels key="document-labels" now={now.clone()} desk={desk.clone()} />
            <Arcs key="arcs" now={now.clone()} desk={desk.clone()} />
            <Beside key="beside" now={now.clone()} desk={desk.clone()} />
            { sheet }
            { keeping::reminder::line(&now, &desk) }
            <Linking key="linking" now={now.clone()} desk={desk.clone()} />
        </>
    }
}

fn body(now: &Now, desk: &Desk, page: DeskPage) -> Html {
    let (now, desk) = (now.clone(), desk.clone());
    match page {
        DeskPage::Documents => html! { <DocumentsPage {now} {desk} /> },
        DeskPage::Lint => html! { <LintPage {now} {desk} /> },
        DeskPage::Tagset => html! { <TagsetPage {now} {desk} /> },
        DeskPage::Guidelines => html! { <GuidelinesPage {now} {desk} /> },
        DeskPage::Search => html! { <SearchPage {now} {desk} /> },
        DeskPage::Twins => html! { <TwinsPage {now} {desk} /> },
        DeskPage::Relations => html! { <RelationsPage {now} {desk} /> },
        DeskPage::Entities => html! { <EntitiesPage {now} {desk} /> },
        DeskPage::Compare => html! { <ComparePage {now} {desk} /> },
        DeskPage::Annotators => html! { <AnnotatorsPage {now} {desk} /> },
        DeskPage::Agreement => html! { <AgreementPage {now} {desk} /> },
        DeskPage::Settle => html! { <SettlePage {now} {desk} /> },
        DeskPage::Figures => html! { <FiguresPage {now} {desk} /> },
        DeskPage::Import => html! { <ImportPage {now} {desk} /> },
        DeskPage::Export => html! { <ExportPage {now} {desk} /> },
        DeskPage::Keys => html! { <KeysPage {now} {desk} /> },
        DeskPage::Keeping => html! { <KeepingPage {now} {desk} /> },
    }
}

/// Gives the focus back to the text.
fn focus_text() {
    let article = gloo::utils::document().query_selector("article:not([hidden])").ok().flatten();
    if let Some(article) = article.and_then(|article| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(article).ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = article.focus_with_options(&options);
    }
}
