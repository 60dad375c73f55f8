//! Two windows of one browser that work on one project at the same time, neither waiting for the other.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT};
use crate::hand::downloaded;
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::harness::site::Site;
use crate::page::Page;
use crate::row::Row;

/// Tags stretches with labels, one after the other, each by a click on a label; between two of them whatever came from the
/// other window has its turn.
const WORK: &str = "
    const [id, stretches] = arguments;
    const labels = [...document.querySelectorAll('button[data-label]')].filter((b) => b.getClientRects().length);
    const channel = new MessageChannel();
    window.edited = 0;
    channel.port1.onmessage = () => {
      const [start, end, label] = stretches[window.edited];
      const block = T.blocks(id).find((b) => Number(b.dataset.start) <= start && end <= Number(b.dataset.start) + b.textContent.length);
      const first = Number(block.dataset.start);
      getSelection().setBaseAndExtent(block.firstChild, start - first, block.firstChild, end - first);
      labels[label % labels.length].click();
      window.edited += 1;
      if (window.edited < stretches.length) channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);";

/// The file without the time at which it was written.
fn file(page: &Page) -> Value {
    let mut file = page.download().0;
    file["exported_at"] = Value::Null;
    file
}

/// Words of the article, each once with each label, given to the two windows in turn: no two edits are the same.
fn stretches(corpus: &Corpus, edits: usize) -> [Vec<Value>; 2] {
    let mut words = Vec::new();
    for block in corpus.blocks() {
        let letters = corpus.slice(block).chars().collect::<Vec<_>>();
        let is_letter = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphabetic());
        let begins = (0..letters.len()).filter(|&at| is_letter(at) && (at == 0 || letters[at - 1] == ' '));
        words.extend(begins.filter_map(|at| {
            let end = (at..).find(|&end| !is_letter(end))?;
            (end > at + 2).then(|| [corpus.utf16(block.start + at), corpus.utf16(block.start + end)])
        }));
    }
    let all = (0..).flat_map(|label| words.iter().map(move |[start, end]| json!([start, end, label])));
    let all = all.take(2 * edits).collect::<Vec<_>>();
    [0, 1].map(|mine| all.iter().skip(mine).step_by(2).cloned().collect())
}

/// `edits` edits in each of two windows; then both must show all of them, and so must a reload.
pub fn at_once(engine: Engine, site: &Site, edits: usize) -> Row {
    let mut row = Row::new(format!("{engine}: two windows at once"));
    let browser = match Browser::start(engine) {
        Ok(browser) => browser,
        Err(words) => {
            row.blame(words);
            return row;
        }
    };
    let corpus = Corpus::read(FT);
    let [ours, theirs] = stretches(&corpus, edits);
    let mut page = Page::new(browser, &site.fresh_origin());
    page.open_document(FT);
    let first = page.browser.open_window();
    page.open_document(FT);
    page.browser.script(WORK, vec![json!(FT), json!(theirs)]);
    let second = page.browser.turn_to(&first);
    page.browser.script(WORK, vec![json!(FT), json!(ours)]);
    row.tried = 1;
    row.edits = 2 * edits;
    for window in [&first, &second] {
        page.browser.turn_to(window);
        // However slow the machine is, it goes on.
        let mut made = 0;
        while made < edits as u64 {
            page.browser.wait("more edits", "window.edited > arguments[0]", vec![json!(made)]);
            made = page.browser.script("return window.edited;", vec![]).as_u64().unwrap_or_default();
        }
        page.saved();
    }
    let mut files = Vec::new();
    for window in [&first, &second] {
        page.browser.turn_to(window);
        let all = "T.paintedIds().length && document.documentElement.dataset.saved === 'true'";
        page.browser.wait("what the other window did", all, vec![]);
        row.panics += panics(&page);
        files.push(file(&page));
    }
    if files[0] != files[1] {
        row.blame("the two windows do not end equal");
    }
    page.browser.turn_to(&first);
    page.reload();
    let found = downloaded(&page);
    row.lost = (2 * edits).saturating_sub(found.len());
    if file(&page) != files[0] || found.len() != 2 * edits {
        row.blame(format!("{} spans were made, {} are there after loading again", 2 * edits, found.len()));
    }
    row.panics += panics(&page);
    page.browser.turn_to(&second);
    page.browser.close_window(&first);
    row
}

fn panics(page: &Page) -> usize {
    page.complaints().iter().filter(|line| line.contains("panicked")).count()
}
