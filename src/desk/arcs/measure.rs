//! Where lines of text and painted spans stand. Only reads; what was measured of a block is kept until it is laid out or
//! painted anew.

use crate::core::arcs::Line;
use crate::core::geometry::{self, Rect};
use crate::web::dom;
use crate::web::painter::PAINTING;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Range, Text};

/// One painted rectangle of a span.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The span.
    pub span: String,
    /// In which line of its block it stands.
    pub line: usize,
    /// Its box, relative to the block's layer.
    pub rect: Rect,
    /// Whether a piece of the span ends with it.
    pub last: bool,
}

/// A block as it was measured, relative to its layer.
#[derive(Debug, Default)]
pub struct Block {
    /// Its lines from the top.
    pub lines: Vec<Line>,
    /// What is painted in it.
    pub pieces: Vec<Piece>,
    texts: Vec<Rect>,
    size: (f64, f64),
    /// Which painting it is of; `None` where nothing is painted.
    painting: Option<String>,
}

struct Row {
    layer: HtmlElement,
    element: HtmlElement,
}

/// The article that is open.
#[derive(Default)]
pub struct Page {
    article: Option<HtmlElement>,
    rows: Vec<Row>,
    blocks: HashMap<usize, Block>,
    range: Option<Range>,
}

impl Page {
    /// Takes over the article that stands in the page now. `None` where there is none.
    pub fn look(&mut self) -> Option<HtmlElement> {
        let found = dom::document().query_selector("#reading > article").ok().flatten()?;
        let article: HtmlElement = found.dyn_into().ok()?;
        if !self.article.as_ref().is_some_and(|known| known.is_same_node(Some(&article))) {
            let rows = dom::children(&article).into_iter().flat_map(|section| dom::children(&section));
            let row = |row: HtmlElement| {
                let [layer, element] = dom::children(&row).try_into().ok()?;
                Some(Row { layer, element })
            };
            self.rows = rows.filter_map(row).collect();
            self.blocks.clear();
            self.article = Some(article.clone());
            self.range = dom::document().create_range().ok();
        }
        Some(article)
    }

    /// Where a block's layer stands in the viewport.
    pub fn place(&self, index: usize) -> Option<Rect> {
        self.rows.get(index).map(|row| dom::rect_of(&row.layer))
    }

    /// A block as it stands, and where its layer does in the viewport.
    pub fn block(&mut self, index: usize) -> Option<(&Block, Rect)> {
        let row = self.rows.get(index)?;
        let layer = dom::rect_of(&row.layer);
        let size = (layer.width, layer.height);
        let painting = row.layer.first_child().and_then(|_| row.layer.get_attribute(PAINTING));
        if !self.blocks.get(&index).is_some_and(|block| block.size == size && block.painting == painting) {
            // Tags move no text: where only what is painted differs, the lines stand as they stood.
            let texts = self.blocks.remove(&index).filter(|old| old.size == size).map(|old| old.texts);
            let texts = texts.map_or_else(|| lines(row, layer, self.range.as_ref()?), Some)?;
            self.blocks.insert(index, measure(row, layer, texts, painting));
        }
        Some((self.blocks.get(&index)?, layer))
    }
}

fn measure(row: &Row, layer: Rect, texts: Vec<Rect>, painting: Option<String>) -> Block {
    let mut deepest: Vec<Option<u8>> = vec![None; texts.len()];
    let mut pieces = Vec::new();
    for element in dom::children(&row.layer) {
        let Some(span) = element.get_attribute("data-span") else { continue };
        let rect = dom::rect_of(&element).moved(-layer.left, -layer.top);
        let Some(line) = texts.iter().position(|text| text.same_line(&rect)) else { continue };
        let class = element.class_name();
        let mut names = class.split(' ');
        let lane = names.clone().find_map(|name| name.strip_prefix("lane-")?.parse::<u8>().ok()).filter(|lane| *lane < 3);
        deepest[line] = deepest[line].max(lane);
        pieces.push(Piece { span, line, rect, last: names.any(|name| name == "last") });
    }
    let mut top = 0.0;
    let mut found = Vec::new();
    for (text, deepest) in texts.iter().zip(deepest) {
        let ink = geometry::ink_band(*text, deepest);
        found.push(Line { ink, gap: (top, ink.top.max(top)) });
        top = ink.bottom();
    }
    Block { lines: found, pieces, texts, size: (layer.width, layer.height), painting }
}

/// The boxes of a block's lines of text.
fn lines(row: &Row, layer: Rect, range: &Range) -> Option<Vec<Rect>> {
    let text: Text = row.element.first_child()?.dyn_into().ok()?;
    range.select_node_contents(&text).ok()?;
    let list = range.get_client_rects()?;
    let mut lines: Vec<Rect> = Vec::new();
    for rect in (0..list.length()).filter_map(|index| list.get(index)) {
        let rect = dom::rect(&rect).moved(-layer.left, -layer.top);
        match lines.iter_mut().rev().find(|line| line.same_line(&rect)) {
            Some(line) => *line = line.joined(rect),
            None => lines.push(rect),
        }
    }
    Some(lines)
}
