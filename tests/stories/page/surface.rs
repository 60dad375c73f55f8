//! The reading surface: selecting in it, and what is painted on it.

use serde_json::{Value, json};

use super::Page;
use crate::corpus::{Corpus, Stretch};

/// From which end the mouse is drawn over a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// From its first character.
    Start,
    /// From its last character.
    End,
}

/// A box on the screen, in CSS pixels from the viewport's corner.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Page {
    /// Draws the mouse over a stretch and answers what the browser has selected then. Lets go of a chosen span first:
    /// the edges of that one are handles.
    pub fn drag(&self, corpus: &Corpus, stretch: Stretch, from: From) -> Stretch {
        self.keys(&["Escape"]);
        let (start, end) = (corpus.utf16(stretch.start), corpus.utf16(stretch.end));
        self.browser.script("T.show(...arguments);", vec![json!(corpus.id), json!(start), json!(end)]);
        self.browser.frames();
        let at_start = self.aim(corpus, start, false);
        let at_end = self.aim(corpus, end, true);
        match from {
            From::Start => self.pull(at_start, at_end),
            From::End => self.pull(at_end, at_start),
        }
        self.browser.wait("a selection", "T.selection(arguments[0]) !== null", vec![json!(corpus.id)]);
        self.selected(corpus).expect("something is selected")
    }

    /// Selects exactly this stretch with the mouse; where the mouse cannot hit a limit, the selection bar's buttons mend it.
    pub fn select(&self, corpus: &Corpus, stretch: Stretch) {
        let reached = self.drag(corpus, stretch, From::Start);
        let text: Vec<char> = corpus.text.chars().collect();
        // The product trims outer white space by itself.
        let start = (reached.start..reached.end).find(|&at| !text[at].is_whitespace()).unwrap_or(reached.start);
        let end = (start..reached.end).rev().find(|&at| !text[at].is_whitespace()).map_or(reached.end, |at| at + 1);
        self.nudge("start", start, stretch.start, &text);
        self.nudge("end", end, stretch.end, &text);
    }

    /// Selects a stretch of one block through the browser's own selection, as a script would.
    pub fn select_by_script(&self, corpus: &Corpus, stretch: Stretch) {
        self.browser.script(
            "const [id, start, end] = arguments;
             const holds = (block) => Number(block.dataset.start) <= start && end <= Number(block.dataset.start) + block.textContent.length;
             const block = T.blocks(id).find(holds);
             const first = Number(block.dataset.start);
             getSelection().setBaseAndExtent(block.firstChild, start - first, block.firstChild, end - first);",
            vec![json!(corpus.id), json!(corpus.utf16(stretch.start)), json!(corpus.utf16(stretch.end))],
        );
    }

    fn nudge(&self, edge: &str, from: usize, to: usize, text: &[char]) {
        let (low, high, way) = if from < to { (from, to, "forward") } else { (to, from, "back") };
        let steps = text[low..high].iter().filter(|&&letter| !is_mark(letter)).count();
        for _ in 0..steps {
            self.press_action(&format!("[data-bar=\"selection\"] [data-action=\"{edge}-{way}\"]"));
        }
    }

    /// What the browser itself has selected in a document.
    pub fn selected(&self, corpus: &Corpus) -> Option<Stretch> {
        let answer = self.browser.script("return T.selection(arguments[0]);", vec![json!(corpus.id)]);
        let limit = |at: usize| answer[at].as_u64().map(|units| corpus.at_utf16(units as usize));
        Some(Stretch { start: limit(0)?, end: limit(1)? })
    }

    /// The point of the screen where the mouse hits an offset (in UTF-16 units) best.
    pub fn aim(&self, corpus: &Corpus, offset: usize, ending: bool) -> [i64; 2] {
        let point = self.browser.script("return T.aim(...arguments);", vec![json!(corpus.id), json!(offset), json!(ending)]);
        assert!(!point["hit"].is_null(), "offset {offset} can be seen: {point}");
        [point["x"].as_f64().unwrap() as i64, point["y"].as_f64().unwrap() as i64]
    }

    /// Scrolls until a stretch begins so many CSS pixels above the window's foot.
    pub fn show_above_foot(&self, corpus: &Corpus, stretch: Stretch, above: i64) {
        self.show(corpus, stretch);
        let [_, y] = self.aim(corpus, corpus.utf16(stretch.start + 1), false);
        self.browser.script("scrollBy({ top: arguments[0] - innerHeight, behavior: 'instant' });", vec![json!(y + above)]);
        self.browser.frames();
    }

    /// Scrolls a stretch into view.
    pub fn show(&self, corpus: &Corpus, stretch: Stretch) {
        let arguments = vec![json!(corpus.id), json!(corpus.utf16(stretch.start)), json!(corpus.utf16(stretch.end))];
        self.browser.script("T.show(...arguments);", arguments.clone());
        self.browser.frames();
        // A section that was out of sight is laid out when it comes into it.
        self.browser.wait("the place to be laid out", "T.visibleRects(...arguments).length > 0", arguments);
    }

    /// The ids of all spans that have a painted piece, after scrolling through the whole article.
    pub fn painted_ids(&self, corpus: &Corpus) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for block in corpus.blocks() {
            self.show(corpus, block);
            let here = self.browser.script("return T.paintedIds();", vec![]);
            ids.extend(here.as_array().unwrap().iter().filter_map(|id| id.as_str().map(String::from)));
        }
        ids.sort();
        ids.dedup();
        ids
    }

    /// Waits until a span is painted where it can be seen.
    pub fn painted(&self, span: &str) {
        self.browser.wait("the span to be painted", "T.pieces(arguments[0]).length > 0", vec![json!(span)]);
    }

    /// Fails unless what is painted in the viewport of a span covers just what its characters cover:
    /// along the line within one pixel, across it not beyond them.
    pub fn pieces_fit(&self, corpus: &Corpus, span: &str, stretch: Stretch) {
        self.painted(span);
        self.browser.frames();
        let (start, end) = (corpus.utf16(stretch.start), corpus.utf16(stretch.end));
        let answer = self.browser.script(
            "return { pieces: T.visiblePieces(arguments[3]), rects: T.visibleRects(...arguments) };",
            vec![json!(corpus.id), json!(start), json!(end), json!(span)],
        );
        let (pieces, rects) = (boxes(&answer["pieces"]), boxes(&answer["rects"]));
        let fault = misfit(&pieces, &rects);
        assert!(
            fault.is_none(),
            "«{}»: {}\npieces {pieces:?}\nrects {rects:?}",
            corpus.slice(stretch),
            fault.unwrap_or_default()
        );
    }
}

/// Combining marks stand in the cluster of the letter before them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}')
}

fn boxes(list: &Value) -> Vec<Rect> {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let read = |rect: &Value| Rect {
        x: number(&rect["x"]),
        y: number(&rect["y"]),
        right: number(&rect["right"]),
        bottom: number(&rect["bottom"]),
    };
    list.as_array().into_iter().flatten().map(read).collect()
}

/// What is wrong between painted pieces and the boxes of the characters, if anything.
fn misfit(pieces: &[Rect], rects: &[Rect]) -> Option<String> {
    let (mut painted, mut wanted) = (pieces.to_vec(), rects.to_vec());
    for line in lines(&mut wanted) {
        let middle = (line[0].y + line[0].bottom) / 2.0;
        let (here, rest): (Vec<Rect>, Vec<Rect>) = painted.iter().partition(|piece| piece.y < middle && middle < piece.bottom);
        painted = rest;
        if here.iter().any(|piece| piece.y < line[0].y - 1.0 || piece.bottom > line[0].bottom + 1.0) {
            return Some("a piece is higher than its line".into());
        }
        let (have, want) = (joined(here), joined(line));
        let close = |(one, two): (&(f64, f64), &(f64, f64))| (one.0 - two.0).abs() <= 1.0 && (one.1 - two.1).abs() <= 1.0;
        if have.len() != want.len() || !have.iter().zip(&want).all(close) {
            return Some(format!("painted {have:?} where the characters are {want:?}"));
        }
    }
    (!painted.is_empty()).then(|| format!("painted where no character is: {painted:?}"))
}

/// Boxes by the line of text they stand on.
fn lines(rects: &mut [Rect]) -> Vec<Vec<Rect>> {
    rects.sort_by(|one, two| one.y.total_cmp(&two.y));
    let mut lines: Vec<Vec<Rect>> = Vec::new();
    for rect in rects.iter() {
        let middle = (rect.y + rect.bottom) / 2.0;
        match lines.iter_mut().find(|line| line[0].y < middle && middle < line[0].bottom) {
            Some(line) => line.push(*rect),
            None => lines.push(vec![*rect]),
        }
    }
    lines
}

/// The stretches that boxes of one line cover along it, touching ones made one.
fn joined(mut rects: Vec<Rect>) -> Vec<(f64, f64)> {
    rects.sort_by(|one, two| one.x.total_cmp(&two.x));
    let mut spans: Vec<(f64, f64)> = Vec::new();
    for rect in rects {
        match spans.last_mut() {
            Some(last) if rect.x <= last.1 + 0.75 => last.1 = last.1.max(rect.right),
            _ => spans.push((rect.x, rect.right)),
        }
    }
    spans
}
