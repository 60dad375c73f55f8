//! The open document on the page: its surface, its painter, and what is painted on it.

use super::painter::Painter;
use super::surface::Surface;
use crate::core::document::Document;
use crate::core::lanes::{self, BlockPaint};
use crate::core::range::TextRange;
use crate::session::Session;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The open document on the page.
pub struct Reading {
    /// Its document.
    pub document: Rc<Document>,
    /// Its DOM.
    pub surface: Rc<Surface>,
    /// What fills its layers.
    pub painter: Rc<Painter>,
}

impl Reading {
    /// Shows a document: takes over its article where the page has it, else builds one in its place.
    #[must_use]
    pub fn open(session: &Rc<RefCell<Rc<Session>>>, document: &Rc<Document>, on_painted: Rc<dyn Fn()>) -> Option<Self> {
        let host = gloo::utils::document().get_element_by_id("reading")?;
        let there = articles(&host)
            .into_iter()
            .find(|article| article.get_attribute("data-document").as_deref() == Some(document.id.as_str()));
        let adopted = there.and_then(|article| Surface::adopt(article, document));
        let surface = Rc::new(adopted.unwrap_or_else(|| Surface::build(document)));
        for article in articles(&host) {
            if article != *surface.article() {
                article.remove();
            }
        }
        if surface.article().parent_element().as_ref() != Some(&host) {
            let _ = host.append_child(surface.article());
        }
        let source = {
            let session = session.clone();
            let document = document.clone();
            move |block, part| paint(&session.borrow(), &document, block, part)
        };
        let painter = Painter::new(surface.clone(), Rc::new(source), on_painted, None);
        Some(Self { document: document.clone(), surface, painter })
    }
}

impl Reading {
    /// Whether it shows that document, as it is called and runs now.
    #[must_use]
    pub fn is_of(&self, document: &Document) -> bool {
        let Document { id, title, language, direction, .. } = document;
        let own = &self.document;
        own.id == *id && own.direction == *direction && own.title == *title && own.language == *language
    }

    /// Makes the article take the keys, or leaves it a document that a screen reader reads by its own keys.
    pub fn take_keys(&self, tagging: bool) {
        let article = self.surface.article();
        let _ = if tagging { article.set_attribute("role", "application") } else { article.remove_attribute("role") };
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.surface.article().remove();
    }
}

/// What is to be painted in a part of a block of a document, as the session stands.
fn paint(session: &Session, document: &Document, block: usize, part: TextRange) -> BlockPaint {
    let Some(state) = session.state.document(&document.id) else { return BlockPaint::default() };
    let Some(block) = document.text.blocks().get(block) else { return BlockPaint::default() };
    lanes::paint(&document.text, &state.spans, block, part, |span| {
        let active = session.open == document.id && session.chosen.contains(&span.id);
        session.shows(span).then(|| session.state.tagset.position(&span.label).map(|label| (label, active))).flatten()
    })
}

fn articles(host: &Element) -> Vec<HtmlElement> {
    let children = host.children();
    let all = (0..children.length()).filter_map(|index| children.item(index)?.dyn_into::<HtmlElement>().ok());
    all.filter(|element| element.has_attribute("data-document")).collect()
}
