//! Two windows of one browser on one project.

use std::env;

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// Edits that each window makes in the long story, where `HASHIYA_EDITS` does not say.
const EDITS: usize = 150;

/// Edits after which the story looks again how far the windows are.
const STRIDE: usize = 10;

/// Makes edits at random, as an outside script does: selects, clicks labels, presses keys. Gives way after each, so that
/// what the other window does comes in between.
const WORK: &str = "
    const [id, edits, seed] = arguments;
    let state = seed;
    const below = (count) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % count; };
    const labels = [...document.querySelectorAll('button[data-label]')].filter((b) => b.getClientRects().length);
    const blocks = T.blocks(id).filter((block) => block.textContent.length > 60).slice(0, 12);
    const key = (key, code, more) => document.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more }));
    const once = () => {
      const kind = below(10);
      if (kind === 0) return key('z', 'KeyZ', { ctrlKey: true });
      if (kind === 1) return key('z', 'KeyZ', { ctrlKey: true, shiftKey: true });
      if (kind === 2) return key('Delete', 'Delete', {});
      const text = blocks[below(blocks.length)].firstChild;
      const start = below(text.length - 30);
      getSelection().setBaseAndExtent(text, start, text, start + 4 + below(24));
      labels[below(labels.length)].click();
    };
    window.edited = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      once();
      window.edited += 1;
      if (window.edited < edits) channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);";

/// The two windows: the story is told in one of them at a time.
struct Windows {
    first: WindowHandle,
    second: WindowHandle,
}

impl Windows {
    /// Opens the document in a second window too, and goes on in the first.
    fn open(page: &mut Page, document: &str) -> Self {
        page.open_document(document);
        let first = page.browser.open_window();
        page.open_document(document);
        let second = page.browser.turn_to(&first);
        Self { first, second }
    }

    fn in_first(&self, page: &Page) {
        page.browser.turn_to(&self.first);
        page.browser.frames();
    }

    fn in_second(&self, page: &Page) {
        page.browser.turn_to(&self.second);
        page.browser.frames();
    }

    fn close(&self, page: &Page) {
        page.browser.turn_to(&self.second);
        page.browser.close_window(&self.first);
    }
}

/// The file of the project as it is now, but for the time at which it was written.
fn file(page: &Page) -> Value {
    let mut file = page.download().0;
    file.as_object_mut().expect("an object").remove("exported_at");
    file
}

fn listed(page: &Page) -> usize {
    let rows = page.browser.script("return document.querySelectorAll('[data-card], [data-row]').length;", vec![]);
    rows.as_u64().unwrap_or_default() as usize
}

pub fn what_one_window_does_is_seen_in_the_other(page: &mut Page) {
    let report = Corpus::read(FT);
    let windows = Windows::open(page, FT);
    let (label, other_label) = (page.label(0), page.label(1));
    let (name, place) = (report.find("بريت ماكغورك", 0), report.find("علي باقري كاني", 0));
    let span = page.tag(&report, name, &label);
    windows.in_second(page);
    page.show(&report, name);
    page.pieces_fit(&report, &span, name);
    let theirs = page.tag(&report, place, &label);
    // Both edit the same span, the one its label and the other its note.
    page.open_card(&report, &span, name);
    // The second program draws into the card when it has come, and moves what is pressed next.
    page.browser.wait("the whole card", "document.querySelector('[data-card] [data-details]')?.childElementCount", vec![]);
    page.relabel(&span, &other_label);
    windows.in_first(page);
    page.browser.wait("the other window's span", "T.paintedIds().includes(arguments[0])", vec![json!(theirs)]);
    page.open_card(&report, &span, name);
    page.write_note(&span, "كُتبت هنا");
    page.saved();
    let here = file(page);
    windows.in_second(page);
    page.browser.wait("the note", "document.body.textContent.includes(arguments[0]) || [...document.querySelectorAll('textarea')].some((e) => e.value === arguments[0])", vec![json!("كُتبت هنا")]);
    page.saved();
    assert_eq!(file(page), here);
    let both = page.download();
    let shared = both.span(FT, &span);
    assert_eq!((shared["label"].as_str(), shared["note"].as_str()), (Some(other_label.id.as_str()), Some("كُتبت هنا")));
    // A search and the list follow as well, and a reload finds the same.
    assert!(listed(page) > 1);
    page.reload();
    assert_eq!(file(page), here);
    windows.close(page);
    assert_eq!(file(page), here);
}

pub fn undo_in_one_window_leaves_what_the_other_did(page: &mut Page) {
    let report = Corpus::read(FT);
    let windows = Windows::open(page, FT);
    let (label, other_label) = (page.label(0), page.label(1));
    let (name, place) = (report.find("بريت ماكغورك", 0), report.find("علي باقري كاني", 0));
    let mine = page.tag(&report, name, &label);
    windows.in_second(page);
    page.show(&report, name);
    page.painted(&mine);
    let theirs = page.tag(&report, place, &label);
    windows.in_first(page);
    page.browser.wait("the other window's span", "T.paintedIds().includes(arguments[0])", vec![json!(theirs)]);
    page.undo();
    page.browser.wait("one span to be gone", "!T.paintedIds().includes(arguments[0])", vec![json!(mine)]);
    assert_eq!(page.download().essence(FT).len(), 1, "the other window's span is there");
    page.redo();
    page.show(&report, name);
    page.painted(&mine);
    windows.in_second(page);
    page.show(&report, name);
    page.painted(&mine);
    page.open_card(&report, &mine, name);
    page.relabel(&mine, &other_label);
    page.saved();
    windows.in_first(page);
    let relabelled = json!([mine, other_label.id]);
    page.browser.wait(
        "the other label",
        "document.querySelector(`[data-span=\"${arguments[0][0]}\"]`) && document.querySelector(`[data-card=\"${arguments[0][0]}\"]`)",
        vec![relabelled],
    );
    page.undo();
    assert!(!page.notice("error").is_empty(), "it says why");
    let spans = page.download();
    assert_eq!(spans.span(FT, &mine)["label"], other_label.id);
    // Once the other window is closed, all can be taken back here.
    windows.close(page);
    // Firefox may lose the last word of a window that is closed. The one beside it gets the focus then and asks who is there;
    // a driver gives none, so it is told. Until the answer is due the page says why not.
    page.browser.script("window.dispatchEvent(new Event('focus'));", vec![]);
    let told = |page: &Page| page.browser.script("return T.notices('error').length;", vec![]) != json!(0);
    for _ in 0..60 {
        page.undo();
        page.browser.frames();
        if !told(page) {
            break;
        }
    }
    assert!(!told(page), "the last change is taken back");
    assert_eq!(page.download().span(FT, &mine)["label"], label.id);
}

pub fn a_note_being_typed_is_left_to_its_window(page: &mut Page) {
    let report = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let name = report.find("بريت ماكغورك", 0);
    let span = page.tag(&report, name, &label);
    page.open_card(&report, &span, name);
    let field = format!("[data-card=\"{span}\"] textarea");
    let element = page.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
    page.browser.type_into(&element, "نصف حاشية");
    let first = page.browser.open_window();
    page.open_document(FT);
    // Longer than an open window has to answer.
    page.browser.wait("a while", "(window.since ??= performance.now()) + 1000 < performance.now()", vec![]);
    // In WebKit the field is left with its window, and the note kept there.
    let writers = "return [...new Set(Object.keys(localStorage).filter((key) => key.includes('/journal/')).map((key) => key.split('/')[3]))].length;";
    assert_eq!(page.browser.script(writers, vec![]), json!(1), "the draft is not taken here");
    let second = page.browser.turn_to(&first);
    page.browser.wait("the field as it was", "document.querySelector(arguments[0])?.value === 'نصف حاشية'", vec![json!(field)]);
    page.browser.script("document.querySelector(arguments[0]).blur();", vec![json!(field)]);
    page.saved();
    page.browser.turn_to(&second);
    page.browser.wait("the note", "document.body.textContent.includes('نصف حاشية') || [...document.querySelectorAll('textarea')].some((e) => e.value === 'نصف حاشية')", vec![]);
    assert_eq!(page.download().span(FT, &span)["note"], "نصف حاشية");
    page.browser.close_window(&first);
}

pub fn two_windows_at_work_at_once_end_equal(page: &mut Page) {
    let edits = env::var("HASHIYA_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(EDITS);
    let windows = Windows::open(page, FT);
    page.browser.script(WORK, vec![json!(FT), json!(edits), json!(7)]);
    windows.in_second(page);
    page.browser.script(WORK, vec![json!(FT), json!(edits), json!(8_191)]);
    let done = |page: &Page| {
        for made in (0..=edits).step_by(STRIDE) {
            page.browser.wait("some edits", "window.edited >= arguments[0]", vec![json!(made)]);
        }
    };
    done(page);
    windows.in_first(page);
    done(page);
    page.saved();
    windows.in_second(page);
    page.saved();
    let there = file(page);
    windows.in_first(page);
    let here = file(page);
    let count = here["documents"][0]["spans"].as_array().map_or(0, Vec::len);
    assert!(count > edits / 2, "{count} spans");
    assert!(here == there, "both windows have the same file");
    page.reload();
    assert!(file(page) == here, "and so has a third");
    windows.close(page);
}
