//! The DOM of one article: sections of rows, each row a layer to paint on and an element with one text node.
//!
//! Nothing here ever changes a text node. The painter fills the layers; all else is set once.

use super::dom;
use crate::core::document::{Direction, Document};
use crate::core::geometry::first_strong_rtl;
use crate::core::ids::DocumentId;
use crate::core::outline::{self, BlockKind};
use crate::core::range::TextRange;
use crate::core::text::{Block, Text};
use crate::core::units::{Offset, Utf16};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, HtmlElement, Node};

struct Part {
    layer: HtmlElement,
    element: HtmlElement,
    node: web_sys::Text,
}

impl Part {
    /// The part that a row holds.
    fn of(row: &HtmlElement) -> Option<Self> {
        let layer: HtmlElement = row.first_element_child()?.dyn_into().ok()?;
        let element: HtmlElement = layer.next_element_sibling()?.dyn_into().ok()?;
        Some(Self { node: element.first_child()?.dyn_into().ok()?, layer, element })
    }
}

/// A row with an empty text: a book has thousands of them, and a copy is quicker than the making.
fn model(kind: BlockKind) -> HtmlElement {
    let layer = dom::element("div", "layer");
    dom::set(&layer, "aria-hidden", "true");
    let element = match kind {
        BlockKind::Title => dom::element("h1", "title"),
        BlockKind::Heading => dom::element("h2", "heading"),
        BlockKind::Paragraph => dom::element("p", ""),
    };
    let _ = element.append_child(&dom::document().create_text_node(""));
    let row = dom::element("div", "row");
    let _ = row.append_with_node_2(&layer, &element);
    row
}

/// The reading surface of one document.
pub struct Surface {
    article: HtmlElement,
    document: DocumentId,
    text: Rc<Text>,
    direction: Direction,
    parts: Vec<Part>,
    sheets: Vec<(Element, Range<usize>)>,
}

impl Surface {
    /// Takes over an article that stands in the page. `None` where its blocks are not those of the document,
    /// character for character, or where it is not built as the painter needs it.
    #[must_use]
    pub fn adopt(article: HtmlElement, document: &Document) -> Option<Self> {
        let mut surface = Self::around(article, document);
        // The bundled ones run from right to left, until somebody turns them round.
        if surface.article.get_attribute("dir")? != document.direction.name() {
            return None;
        }
        for section in dom::children(&surface.article) {
            let first = surface.parts.len();
            for row in dom::children(&section) {
                surface.take(Part::of(&row)?)?;
            }
            surface.sheets.push((section.into(), first..surface.parts.len()));
        }
        (surface.parts.len() == document.text.blocks().len()).then_some(surface)
    }

    /// Makes the same DOM for any document. It stands nowhere yet.
    #[must_use]
    pub fn build(document: &Document) -> Self {
        let whole = document.text.as_str().chars().any(is_beyond_core_face);
        let article = dom::element("article", if whole { "whole" } else { "" });
        dom::set(&article, "data-document", document.id.as_str());
        dom::set(&article, "lang", &document.language);
        dom::set(&article, "aria-label", &document.title);
        dom::set(&article, "tabindex", "0");
        let mut surface = Self::around(article, document);
        dom::set(&surface.article, "dir", if surface.is_rtl() { "rtl" } else { "ltr" });
        let regions = document.region_ranges();
        let kinds = outline::kinds(&document.text, &document.title, &regions);
        let blocks = document.text.blocks().iter().zip(kinds).collect::<Vec<_>>();
        let models = [BlockKind::Title, BlockKind::Heading, BlockKind::Paragraph].map(model);
        for sheet in outline::sheets(&blocks) {
            let section = dom::element("section", "sheet");
            let first = surface.parts.len();
            for (block, kind) in sheet {
                let row = dom::copy(&models[*kind as usize]);
                // A copy has what its model has.
                let part = Part::of(&row).unwrap_throw();
                surface.fill(&part, block, &regions);
                let _ = section.append_child(&row);
                surface.parts.push(part);
            }
            let _ = surface.article.append_child(&section);
            surface.sheets.push((section.into(), first..surface.parts.len()));
        }
        surface
    }

    fn around(article: HtmlElement, document: &Document) -> Self {
        let text = Rc::clone(&document.text);
        Self {
            article,
            document: document.id.clone(),
            text,
            direction: document.direction,
            parts: Vec::new(),
            sheets: Vec::new(),
        }
    }

    /// Adds a part found in the page if it is the next block, whole and in one text node.
    fn take(&mut self, part: Part) -> Option<()> {
        let block = self.text.blocks().get(self.parts.len())?;
        let alone = part.node.next_sibling().is_none();
        let starts = part.element.get_attribute("data-start")? == block.start_utf16.0.to_string();
        let empty = part.layer.class_list().contains("layer") && part.layer.first_child().is_none();
        let same = alone && starts && empty && part.node.data() == self.text.slice(block.range);
        same.then(|| self.parts.push(part))
    }

    /// Gives a new part what stands in its block.
    fn fill(&self, part: &Part, block: &Block, regions: &[TextRange]) {
        let Part { element, node, .. } = part;
        if regions.iter().any(|region| region.overlaps(block.range)) {
            let _ = element.class_list().add_1("region");
        }
        let text = self.text.slice(block.range);
        if outline::is_spaced(text) {
            let _ = element.class_list().add_1("spaced");
        }
        dom::set(element, "data-start", &block.start_utf16.0.to_string());
        if self.direction == Direction::Auto {
            dom::set(element, "dir", "auto");
        }
        node.set_data(text);
    }

    /// The article.
    #[must_use]
    pub const fn article(&self) -> &HtmlElement {
        &self.article
    }

    /// The document it shows.
    #[must_use]
    pub const fn document_id(&self) -> &DocumentId {
        &self.document
    }

    /// The text it shows.
    #[must_use]
    pub const fn text(&self) -> &Rc<Text> {
        &self.text
    }

    /// How many blocks it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// A block of the text; `None` past the last, as below.
    #[must_use]
    pub fn block(&self, index: usize) -> Option<&Block> {
        self.text.blocks().get(index)
    }

    /// The text node of a block.
    #[must_use]
    pub fn node(&self, index: usize) -> Option<&web_sys::Text> {
        self.parts.get(index).map(|part| &part.node)
    }

    /// The element of a block: `h1`, `h2` or `p`.
    #[must_use]
    pub fn element(&self, index: usize) -> Option<&HtmlElement> {
        self.parts.get(index).map(|part| &part.element)
    }

    /// The layer behind a block.
    #[must_use]
    pub fn layer(&self, index: usize) -> Option<&HtmlElement> {
        self.parts.get(index).map(|part| &part.layer)
    }

    /// The sections and the blocks in each.
    #[must_use]
    pub fn sheets(&self) -> &[(Element, Range<usize>)] {
        &self.sheets
    }

    /// Whether it is so short that all of it may stay painted.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.sheets.len() <= 2
    }

    /// The index of the block that contains a node of the page; `None` for a node outside every block.
    #[must_use]
    pub fn block_of(&self, node: &Node) -> Option<usize> {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        let block = element.closest("[data-start]").ok()??;
        let start = Utf16(block.get_attribute("data-start")?.parse().ok()?);
        let index = self.text.blocks().binary_search_by_key(&start, |block| block.start_utf16).ok()?;
        self.element(index)?.is_same_node(Some(&block)).then_some(index)
    }

    /// The index of the section that contains a node of the page.
    #[must_use]
    pub fn sheet_of(&self, node: &Node) -> Option<usize> {
        self.sheets.iter().position(|(section, _)| section.contains(Some(node)))
    }

    /// The text node and the UTF-16 unit in it at an offset. On a line break: the end of the block before it.
    #[must_use]
    pub fn point(&self, offset: Offset) -> Option<(usize, u32)> {
        let after = self.text.blocks().partition_point(|block| block.range.start() <= offset);
        let index = after.saturating_sub(1);
        let block = self.block(index)?;
        let within = TextRange::new(block.range.start(), offset.clamp(block.range.start(), block.range.end()));
        Some((index, self.text.utf16(within.end()).0 - block.start_utf16.0))
    }

    /// The offset at a UTF-16 unit of a block; one past its end gives its end.
    #[must_use]
    pub fn offset(&self, index: usize, unit: u32) -> Option<Offset> {
        let block = self.block(index)?;
        Some(self.text.offset_of_utf16(Utf16(block.start_utf16.0 + unit)).min(block.range.end()))
    }

    /// Whether the article as a whole runs from right to left. A document without a strong character does.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        match self.direction {
            Direction::Rtl => true,
            Direction::Ltr => false,
            Direction::Auto => first_strong_rtl(self.text.as_str()).unwrap_or(true),
        }
    }

    /// Whether a block runs from right to left. With `dir=auto` a block without a strong character does not.
    #[must_use]
    pub fn is_block_rtl(&self, index: usize) -> bool {
        let auto = self.direction == Direction::Auto;
        match self.block(index) {
            Some(block) if auto => first_strong_rtl(self.text.slice(block.range)).unwrap_or(false),
            _ => self.is_rtl(),
        }
    }
}

/// Whether the core file of the reading face lacks an Arabic character; the ranges of `style/fonts.css`.
fn is_beyond_core_face(character: char) -> bool {
    let arabic = matches!(character as u32, 0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC | 0x1EE00..=0x1EEFF);
    let core = matches!(character as u32,
        0x060C | 0x061B | 0x061F | 0x0621..=0x063A | 0x0640..=0x0655 | 0x0660..=0x066C | 0x0670 | 0x0671 | 0x067E | 0x0686
        | 0x0698 | 0x06A4 | 0x06A9 | 0x06AF | 0x06CC);
    arabic && !core
}
