//! Edits at random by real mouse and keys, and what the page shows after each.

use std::collections::BTreeMap;
use std::time::Instant;

use hashiya::core::op::{Item, Op};
use hashiya::format::entry;
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::labels::Label;

/// Everything that was tagged: of each span's id its label and its note.
pub type Work = BTreeMap<String, (String, String)>;

/// How long a page may take to show an edit, in milliseconds; what it has not shown by then it has refused.
const REFUSED: u64 = 2_500;

/// Finds the middle of a word in the viewport that nothing covers.
const WORD: &str = "
    let [id, seed] = arguments;
    const next = (limit) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
    const here = T.blocks(id).filter((b) => { const r = b.getBoundingClientRect(); return r.bottom > 130 && r.top < innerHeight - 90; });
    for (let tries = 0; tries < 60 && here.length; tries++) {
      const block = here[next(here.length)];
      const words = [...block.textContent.matchAll(/[ء-ي]{3,}/g)];
      if (!words.length) continue;
      const word = words[next(words.length)];
      const range = document.createRange();
      range.setStart(block.firstChild, word.index);
      range.setEnd(block.firstChild, word.index + word[0].length);
      const r = range.getBoundingClientRect();
      const [x, y] = [Math.round((r.left + r.right) / 2), Math.round((r.top + r.bottom) / 2)];
      if (y > 140 && y < innerHeight - 100 && document.elementFromPoint(x, y)?.closest('[data-start]') === block) return [x, y];
    }
    return null;";

/// What is painted of every span near the viewport, as `id number-of-its-label`.
const PAINTED: &str = "[...new Set([...document.querySelectorAll('.piece[data-span]')].map((p) => \
    p.dataset.span + ' ' + /label-(\\d+)/.exec(p.className)[1]))].sort().join('|')";

/// The whole work as the page has it, in the pieces of ops by which it hands it to the second program: what is painted is
/// only what is near the viewport, and what scrolls away from there is not lost.
const WHOLE: &str = "(() => {
      const link = document.getElementById('desk').link, pieces = [];
      link.base();
      for (let piece; (piece = link.more()); ) pieces.push(piece);
      return pieces;
    })()";

/// Whose hand it is: a page, what it has shown, and when.
pub struct Hand {
    corpus: Corpus,
    labels: Vec<Label>,
    painted: String,
    /// What can be taken back within this load of the page.
    undoable: usize,
    redoable: usize,
}

impl Hand {
    /// Opens one of the articles somewhere.
    pub fn at_work(page: &mut Page, chance: &mut Chance) -> Self {
        let corpus = Corpus::read([FT, NYT][chance.below(2)]);
        page.open_document(corpus.id);
        let blocks = corpus.blocks();
        page.show(&corpus, *chance.pick(&blocks));
        // The link to the second program is there once one of its pages was asked for.
        page.keys(&["f"]);
        page.browser.wait(
            "the second program",
            "document.querySelector('.desk') && document.getElementById('desk').link",
            vec![],
        );
        page.keys(&["Escape"]);
        page.browser.wait("the text again", "!document.querySelector('.desk')", vec![]);
        let labels = page.labels();
        let painted = settled(page);
        Self { corpus, labels, painted, undoable: 0, redoable: 0 }
    }

    /// Makes an edit and gives the work after it, with the moment at which it was seen on the screen; `None` where the page
    /// had a reason not to make it.
    pub fn edit(&mut self, page: &Page, chance: &mut Chance) -> Option<(Work, Instant)> {
        match chance.below(10) {
            0 if self.undoable > 0 => self.undo(page, chance),
            1 if self.redoable > 0 => {
                let seen = self.press(page, &["Control", "Shift", "z"]);
                self.redoable -= usize::from(seen.is_some());
                self.undoable += usize::from(seen.is_some());
                seen
            }
            2 | 3 if self.undoable > 0 => {
                let key = chance.pick(&self.keyed()).1.clone();
                self.done(|hand| hand.press(page, &[&key]))
            }
            4 if self.undoable > 2 => self.done(|hand| hand.press(page, &["Delete"])),
            _ => self.tag_somewhere(page, chance),
        }
    }

    /// Tags a word with a label, both at random.
    pub fn tag_somewhere(&mut self, page: &Page, chance: &mut Chance) -> Option<(Work, Instant)> {
        let key = chance.pick(&self.keyed()).1.clone();
        self.done(|hand| hand.tag(page, &key, chance))
    }

    /// Takes the last edit back by keys.
    pub fn undo(&mut self, page: &Page, _: &mut Chance) -> Option<(Work, Instant)> {
        let seen = self.press(page, &["Control", "z"])?;
        self.undoable -= 1;
        self.redoable += 1;
        Some(seen)
    }

    fn done(&mut self, act: impl FnOnce(&mut Self) -> Option<(Work, Instant)>) -> Option<(Work, Instant)> {
        let seen = act(self)?;
        self.undoable += 1;
        self.redoable = 0;
        Some(seen)
    }

    /// Labels that have a key, with it.
    fn keyed(&self) -> Vec<(String, String)> {
        let keyed = self.labels.iter().filter_map(|label| Some((label.id.clone(), label.keys.first()?.to_lowercase())));
        keyed.collect()
    }

    /// Two clicks on a word and a label's key, all in one.
    fn tag(&mut self, page: &Page, key: &str, chance: &mut Chance) -> Option<(Work, Instant)> {
        let (x, y) = self.word(page, chance)?;
        let (down, up) = (json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 }));
        let pause = json!({ "type": "pause", "duration": 0 });
        let to = json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" });
        let mouse = [&to, &down, &up, &down, &up, &pause, &pause];
        let press = [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        let keys = std::iter::repeat_n(&pause, 5).chain(&press).collect::<Vec<_>>();
        page.browser.perform(json!([
            { "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": mouse },
            { "type": "key", "id": "keys", "actions": keys },
        ]));
        self.seen(page)
    }

    /// The middle of a word, in pixels of the viewport. Where none is free, as between short lines at an article's end, another
    /// place is gone to.
    fn word(&mut self, page: &Page, chance: &mut Chance) -> Option<(i64, i64)> {
        for _ in 0..5 {
            let place = page.browser.script(WORD, vec![json!(self.corpus.id), json!(chance.below(1 << 31))]);
            if let (Some(x), Some(y)) = (place[0].as_i64(), place[1].as_i64()) {
                return Some((x, y));
            }
            page.show(&self.corpus, *chance.pick(&self.corpus.blocks()));
            self.painted = settled(page);
        }
        None
    }

    /// Keys on what is chosen.
    fn press(&mut self, page: &Page, chord: &[&str]) -> Option<(Work, Instant)> {
        page.keys(chord);
        self.seen(page)
    }

    /// Waits until something else is painted than before, and gives the work with it.
    fn seen(&mut self, page: &Page) -> Option<(Work, Instant)> {
        let script = format!(
            "const [before, limit] = given; const begin = window.begun ??= performance.now();
             if (({PAINTED}) !== before) {{ window.begun = undefined; return [{PAINTED}, {WHOLE}]; }}
             if (performance.now() - begin > limit) {{ window.begun = undefined; return ['']; }}
             return null;"
        );
        let script = format!("((given) => {{ {script} }})(arguments)");
        let answer = page.browser.wait("an edit", &script, vec![json!(self.painted), json!(REFUSED)]);
        let seen = Instant::now();
        let after = answer[0].as_str().filter(|after| !after.is_empty())?.to_owned();
        self.painted = after;
        let pieces = answer[1].as_array().into_iter().flatten();
        let ops = pieces.flat_map(|piece| piece.as_str().and_then(entry::ops_of).expect("a piece holds ops"));
        Some((ops.filter_map(added).collect(), seen))
    }
}

/// The span that an op of the whole work adds.
fn added(op: Op) -> Option<(String, (String, String))> {
    let Op::Add(Item::Span(_, span)) = op else { return None };
    Some((span.id.to_string(), (span.label.to_string(), span.note.clone())))
}

/// What is painted once nothing changes any more.
fn settled(page: &Page) -> String {
    page.browser.frames();
    page.browser.script(&format!("return {PAINTED};"), vec![]).as_str().unwrap_or_default().to_owned()
}

/// The work that the page's own file holds.
pub fn downloaded(page: &Page) -> Work {
    let file = page.download();
    let text = |span: &Value, field: &str| span[field].as_str().unwrap_or_default().to_owned();
    let one = |span: &&Value| (text(span, "id"), (text(span, "label"), text(span, "note")));
    [FT, NYT].iter().flat_map(|document| file.spans(document).iter().map(one).collect::<Vec<_>>()).collect()
}

/// In how many spans two works differ.
pub fn apart(one: &Work, other: &Work) -> usize {
    let missing = one.iter().filter(|(id, what)| other.get(*id) != Some(*what)).count();
    missing + other.keys().filter(|id| !one.contains_key(*id)).count()
}
