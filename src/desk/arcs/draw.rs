//! Draws lines: finds where their ends stand, has their ways found, and writes what has changed into the page.

use super::measure::Page;
use super::wanted::{self, Wanted, What};
use crate::core::arcs::{self, End, Line, Route, Wish};
use crate::core::document::Document;
use crate::core::fixed::fixed;
use crate::core::geometry::Rect;
use crate::core::ids::SpanId;
use crate::desk::now::Now;
use crate::web::dom;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use web_sys::{Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";
/// What the gutter keeps clear of the text and of the column's edge, in CSS pixels.
const CLEAR: f64 = 5.0;
/// How wide it is at most.
const GUTTER: f64 = 29.0;
/// The width of a letter of a name, about, and of its box's padding.
const LETTER: (f64, f64) = (6.0, 10.0);
/// How many looks there are of relations: see `style/desk/arcs.css`.
const LOOKS: usize = 4;

/// What is drawn, by the names of the lines.
#[derive(Default)]
pub struct Drawing {
    lines: HashMap<String, Drawn>,
    names: Option<HtmlElement>,
    written: String,
}

struct Drawn {
    path: Element,
    head: Element,
    told: [String; 3],
}

/// Draws these lines and no others. Each comes with whether it stands out.
pub fn draw(now: &Now, lines: &[(&Wanted, bool)], page: &mut Page, drawing: &mut Drawing) {
    let document = now.state.document(&now.open).map(|state| state.document.clone());
    let host = dom::document().get_element_by_id("arcs");
    let (Some(host), Some(document)) = (host, document) else { return };
    let article = page.look();
    if lines.is_empty()
        || article.is_none_or(|article| article.get_attribute("data-document").as_deref() != Some(now.open.as_str()))
    {
        drawing.keep_only(&HashSet::new());
        drawing.write_names(&host, &[]);
        return;
    }
    // Read.
    let ways = ways(now, &document, lines, page, &host);
    // Write.
    let keys = lines.iter().zip(&ways).filter(|(_, way)| !way.points.is_empty()).map(|((line, _), _)| line.key()).collect();
    drawing.keep_only(&keys);
    let any_strong = lines.iter().any(|(_, strong)| *strong);
    dom::set(&host, "class", if any_strong { "some" } else { "" });
    let mut names = Vec::new();
    for ((line, strong), way) in lines.iter().zip(&ways) {
        if way.points.is_empty() {
            continue;
        }
        drawing.write(&host, line, *strong, way);
        names.extend(way.names.iter().map(|place| (*place, line.name.as_str())));
    }
    drawing.write_names(&host, &names);
}

/// The blocks that hold ends, laid one under the other: their lines, and what is painted in them.
#[derive(Default)]
struct Ground {
    lines: Vec<Line>,
    /// By span: the line, the box, whether a piece ends with it.
    boxes: HashMap<String, Vec<(usize, Rect, bool)>>,
    /// The text's left and right edges.
    sides: Option<(f64, f64)>,
}

fn ways(now: &Now, document: &Document, lines: &[(&Wanted, bool)], page: &mut Page, host: &Element) -> Vec<Route> {
    let block = |id: &SpanId| now.state.span(&now.open, id).and_then(|span| wanted::block_of(document, span));
    let blocks: BTreeMap<&SpanId, usize> =
        lines.iter().flat_map(|(line, _)| [&line.from, &line.to]).filter_map(|id| Some((id, block(id)?))).collect();
    let origin = dom::rect_of(host);
    let mut ground = Ground::default();
    for index in blocks.values().copied().collect::<BTreeSet<_>>() {
        ground.add(page, index, &origin);
    }
    let Some((left, right)) = ground.sides else { return lines.iter().map(|_| Route::default()).collect() };
    let height = dom::viewport_height();
    let reach = ((-origin.top - height).max(0.0), (2.0 * height - origin.top).min(origin.height));
    let rtl = document.direction.name() != "ltr";
    let room = |free: f64| (free - 2.0 * CLEAR).clamp(4.0, GUTTER);
    let gutter =
        if rtl { (right + CLEAR, right + CLEAR + room(origin.width - right)) } else { (left - CLEAR, left - CLEAR - room(left)) };
    let away = |id: &SpanId| {
        let above = blocks.get(id).and_then(|index| page.place(*index)).is_some_and(|place| place.top < height / 2.0);
        if above { End::Above } else { End::Below }
    };
    let wish = |(line, strong): &(&Wanted, bool)| {
        let letters = line.name.chars().count() as f64;
        let name = if *strong && letters > 0.0 { letters * LETTER.0 + LETTER.1 } else { 0.0 };
        let (from, to) = match line.what {
            // A gap is drawn where both its sides are here; two ends above are none.
            What::Gap(piece) => ground.gap(&line.from, piece, rtl).unwrap_or((End::Above, End::Above)),
            _ => {
                let (from, to) = ground.ends(&line.from, &line.to);
                (from.unwrap_or_else(|| away(&line.from)), to.unwrap_or_else(|| away(&line.to)))
            }
        };
        Wish { from, to, directed: line.directed, name }
    };
    let wishes = lines.iter().map(wish).collect::<Vec<_>>();
    arcs::routes(&ground.lines, gutter, reach, &wishes)
}

impl Ground {
    fn add(&mut self, page: &mut Page, index: usize, origin: &Rect) {
        let Some((block, layer)) = page.block(index) else { return };
        // A block far away is not painted, and may not even be laid out.
        if block.pieces.is_empty() {
            return;
        }
        let (right, down) = (layer.left - origin.left, layer.top - origin.top);
        let first = self.lines.len();
        let moved = |line: &Line| Line { ink: line.ink.moved(right, down), gap: (line.gap.0 + down, line.gap.1 + down) };
        self.lines.extend(block.lines.iter().map(moved));
        for piece in &block.pieces {
            let boxes = self.boxes.entry(piece.span.clone()).or_default();
            boxes.push((first + piece.line, piece.rect.moved(right, down), piece.last));
        }
        let sides = self.sides.unwrap_or((f64::MAX, f64::MIN));
        self.sides = Some((sides.0.min(right), sides.1.max(right + layer.width)));
    }

    /// Where a line between two spans begins and ends: at those of their boxes that stand in the nearest lines.
    fn ends(&self, from: &SpanId, to: &SpanId) -> (Option<End>, Option<End>) {
        let boxes = |id: &SpanId| self.boxes.get(id.as_str()).map_or(&[][..], Vec::as_slice);
        let pairs = boxes(from).iter().flat_map(|one| boxes(to).iter().map(move |other| (one, other)));
        match pairs.min_by_key(|(one, other)| one.0.abs_diff(other.0)) {
            Some((one, other)) => (Some(end(one.0, one.1)), Some(end(other.0, other.1))),
            None => {
                let first = |id: &SpanId| boxes(id).first().map(|(line, rect, _)| end(*line, *rect));
                (first(from), first(to))
            }
        }
    }

    /// The two sides of the gap after a piece of a span.
    fn gap(&self, span: &SpanId, piece: usize, rtl: bool) -> Option<(End, End)> {
        let boxes = self.boxes.get(span.as_str()).map_or(&[][..], Vec::as_slice);
        let mut lasts = boxes.iter().enumerate().filter(|(_, (.., last))| *last).map(|(place, _)| place);
        let place = lasts.nth(piece)?;
        let near = |at_left: bool, (line, rect, _): &(usize, Rect, bool)| {
            let width = rect.width.min(8.0);
            let left = if at_left { rect.left } else { rect.right() - width };
            end(*line, Rect { left, width, ..*rect })
        };
        Some((near(rtl, boxes.get(place)?), near(!rtl, boxes.get(place + 1)?)))
    }
}

fn end(line: usize, rect: Rect) -> End {
    End::Here(line, rect.left, rect.right(), rect.top)
}

impl Drawing {
    fn keep_only(&mut self, keys: &HashSet<String>) {
        self.lines.retain(|key, drawn| {
            let stays = keys.contains(key);
            if !stays {
                drawn.path.remove();
                drawn.head.remove();
            }
            stays
        });
    }

    fn write(&mut self, host: &Element, line: &Wanted, strong: bool, way: &Route) {
        let key = line.key();
        if !self.lines.contains_key(&key) {
            let Some(drawn) = made(host, line) else { return };
            self.lines.insert(key.clone(), drawn);
        }
        let Some(drawn) = self.lines.get_mut(&key) else { return };
        let kind = match line.what {
            What::Relation(_) => format!("arc look-{}", line.look % LOOKS),
            What::Role(..) => "arc role".to_owned(),
            What::Gap(_) => "arc gap".to_owned(),
        };
        let class = if strong { kind + " strong" } else { kind };
        for (place, told) in [way.path(), way.head_path(), class].into_iter().enumerate() {
            if drawn.told[place] != told {
                match place {
                    0 => dom::set(&drawn.path, "d", &told),
                    1 => dom::set(&drawn.head, "d", &told),
                    _ => {
                        dom::set(&drawn.path, "class", &told);
                        dom::set(&drawn.head, "class", if strong { "arc-head strong" } else { "arc-head" });
                    }
                }
                drawn.told[place] = told;
            }
        }
    }

    fn write_names(&mut self, host: &Element, names: &[((f64, f64), &str)]) {
        let told = names.iter().map(|((x, y), name)| format!("{} {} {name}\n", fixed(*x, 1), fixed(*y, 1))).collect::<String>();
        if self.written == told {
            return;
        }
        let known = self.names.take().filter(|known| known.is_connected());
        let layer = known.unwrap_or_else(|| {
            let layer = dom::element("div", "arc-names");
            dom::set(&layer, "aria-hidden", "true");
            let _ = host.after_with_node_1(&layer);
            layer
        });
        layer.set_text_content(None);
        for ((x, y), name) in names {
            let chip = dom::element("i", "");
            dom::set(&chip, "data-name", name);
            let place = ["translate(", &fixed(*x, 1), "px, ", &fixed(*y, 1), "px) translate(-50%, -50%)"].concat();
            let _ = chip.style().set_property("transform", &place);
            let _ = layer.append_child(&chip);
        }
        self.names = Some(layer);
        self.written = told;
    }
}

/// The elements of a line that is drawn for the first time.
fn made(host: &Element, line: &Wanted) -> Option<Drawn> {
    let new = || dom::document().create_element_ns(Some(SVG), "path").ok();
    let (path, head) = (new()?, new()?);
    match &line.what {
        What::Relation(id) => dom::set(&path, "data-relation", id),
        What::Role(id, role, _) => {
            dom::set(&path, "data-event", id);
            dom::set(&path, "data-role", role);
        }
        What::Gap(_) => {}
    }
    let _ = host.append_with_node_2(&path, &head);
    Some(Drawn { path, head, told: Default::default() })
}
