//! A copy of everything, an erasure, and the copy brought back.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::native::Native;

/// No work on either article.
const NOTHING: [Vec<String>; 2] = [Vec::new(), Vec::new()];

/// Opens the page of what is kept, from the bar.
fn open_keeping(page: &Page) {
    page.press_action("[data-action=\"keeping\"]");
    page.browser.wait("what is kept to be read", "document.querySelector('.desk [data-action=\"back-up\"]')", vec![]);
}

/// Downloads a back-up by a button, without the mouse.
fn back_up(page: &Page, button: &str) -> Value {
    let press = |page: &Page| page.press_action(&format!(".desk [data-action=\"{button}\"]"));
    let Native(file) = page.download_by(press);
    assert_eq!((&file["format"], &file["version"]), (&json!("hashiya-backup"), &json!(1)));
    file
}

/// What a back-up holds of projects.
fn of_projects(file: &Value) -> Vec<(&String, &Value)> {
    file["values"].as_object().into_iter().flatten().filter(|(name, _)| name.split('/').count() > 2).collect()
}

/// The names of all that local storage holds of projects.
fn kept(page: &Page) -> Value {
    page.browser.script("return Object.keys(localStorage).filter((key) => key.split('/').length > 2).sort();", vec![])
}

/// Presses a button that has the page loaded anew, and waits for that.
fn press_and_reload(page: &mut Page, button: &str) {
    let selector = format!(".desk [data-action=\"{button}\"]");
    page.browser.script("window.before = true;", vec![]);
    page.browser.wait("the button", "document.querySelector(arguments[0])?.getClientRects().length", vec![json!(selector)]);
    let button = page.browser.element("return document.querySelector(arguments[0]);", vec![json!(selector)]);
    page.browser.click(&button);
    page.browser.renewed("!window.before");
    page.ready();
}

fn work(page: &Page) -> [Vec<String>; 2] {
    let file = page.download();
    [file.essence(FT), file.essence(NYT)]
}

pub fn everything_comes_back_from_a_back_up(page: &mut Page) {
    let (report, other) = (Corpus::read(FT), Corpus::read(NYT));
    page.open_document(FT);
    let (first, second) = (page.label(0), page.label(1));
    page.tag(&report, report.find("بريت ماكغورك", 0), &first);
    let before_last = work(page);
    page.open_document(NYT);
    page.tag(&other, other.find("ساسان كريمي", 0), &second);
    let all = work(page);
    page.saved();
    open_keeping(page);
    let file = back_up(page, "back-up");
    let names = of_projects(&file).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(json!(names), kept(page), "everything is in it");

    // Erasing asks first, and does nothing until it is told to.
    page.press_action(".desk [data-action=\"erase\"]");
    page.browser.wait("the question", "document.activeElement.querySelector('[data-action=\"erase-yes\"]')", vec![]);
    page.press_action(".desk [data-action=\"erase-cancel\"]");
    page.browser.wait("the focus to go back", "document.activeElement.dataset.action === 'erase'", vec![]);
    assert_eq!(json!(names), kept(page), "nothing was erased");
    page.press_action(".desk [data-action=\"erase\"]");
    assert_eq!(of_projects(&back_up(page, "erase-back-up")), of_projects(&file), "a back-up is offered first");
    press_and_reload(page, "erase-yes");
    assert_eq!(kept(page), json!([]), "nothing is kept any more");
    assert_eq!(work(page), NOTHING, "nor shown");

    // The common way to open files shows what the back-up would change, and changes nothing.
    let path = page.keep("hashiya-backup.json", &file.to_string());
    page.open_files(std::slice::from_ref(&path));
    let row = "document.querySelector('[data-preview] tr[data-project=\"oman-talks\"]')?.innerText";
    page.browser.wait("what would change", row, vec![]);
    let cells = page.browser.script(
        "return [...document.querySelectorAll('[data-preview] tbody td')].map((cell) => cell.textContent.replace(/[\\u2066\\u2069]/g, ''));",
        vec![],
    );
    assert_eq!(cells, json!(["– → 2", "– → 2", "2"]), "documents, spans, entries");
    assert_eq!(kept(page), json!([]), "nothing was written yet");
    assert_eq!(work(page), NOTHING);
    press_and_reload(page, "restore");
    assert_eq!(work(page), all, "all is there again");
    page.undo();
    assert_eq!(work(page), before_last, "and can be undone");
    page.saved();

    // What was done since stays: the back-up holds nothing new.
    open_keeping(page);
    page.open_files(&[path]);
    page.browser.wait("nothing to restore", "document.querySelector('[data-preview] [data-action=\"restore\"]')?.hidden", vec![]);
    assert_eq!(work(page), before_last);
}

pub fn a_damaged_back_up_harms_nothing(page: &mut Page) {
    let report = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    for name in ["بريت ماكغورك", "سلطنة عُمان"] {
        page.tag(&report, report.find(name, 0), &label);
    }
    page.saved();
    let before = work(page);
    open_keeping(page);
    let mut file = back_up(page, "back-up");
    let entry = kept(page)
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .rfind(|name| name.contains("/journal/"))
        .unwrap()
        .to_owned();
    let value = file["values"][&entry].as_str().unwrap().replace("PERS", "GPE");
    file["values"][&entry] = json!(value);
    file["values"]["elsewhere/settings"] = json!("x");
    page.move_to_new_origin();
    page.open("");
    let path = page.keep("damaged.json", &file.to_string());
    page.open_files(&[path]);
    page.browser.wait(
        "the damage to be told",
        "document.querySelector('[data-preview] [data-damaged=\"1\"]')?.textContent",
        vec![],
    );
    press_and_reload(page, "restore");
    assert_eq!(work(page)[0].len(), 1, "what is whole came: {before:?}");
    let foreign = page.browser.script("return Object.keys(localStorage).filter((key) => !key.startsWith('hashiya/'));", vec![]);
    assert_eq!(foreign, json!([]), "no other name is ever written");
}

/// Takes the last change back and makes it again, that many times.
fn to_and_fro(page: &Page, times: usize) {
    page.browser.script(
        "for (let n = 0; n < arguments[0]; n += 1)
           for (const shiftKey of [false, true])
             document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey, bubbles: true, cancelable: true }));",
        vec![json!(times)],
    );
    page.saved();
    page.browser.frames();
}

pub fn a_copy_is_called_to_mind(page: &mut Page) {
    const SHOWN: &str = "document.querySelector('[data-reminder]')";
    let report = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.tag(&report, report.find("بريت ماكغورك", 0), &label);
    // The desk, which counts the changes, comes a moment after the first one.
    let press =
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true }))";
    let again = press.replace("ctrlKey", "shiftKey: true, ctrlKey");
    page.browser.wait(
        "the changes to be counted",
        &format!("({press}, {again}, localStorage.getItem('hashiya/copies'))"),
        vec![],
    );
    // As if the first of them had been made eight days ago.
    page.browser.script(
        "const [project, , ...rest] = localStorage.getItem('hashiya/copies').split(' ');
         localStorage.setItem('hashiya/copies', [project, Date.now() - 8 * 86400000, ...rest].join(' '));",
        vec![],
    );
    to_and_fro(page, 50);
    assert_eq!(page.browser.script(&format!("return {SHOWN};"), vec![]), Value::Null, "a hundred changes are not many");
    to_and_fro(page, 60);
    page.browser.wait("the reminder", SHOWN, vec![]);
    page.press_action("[data-action=\"reminder-close\"]");
    page.browser.wait("the reminder to go", &format!("!{SHOWN}"), vec![]);
    to_and_fro(page, 120);
    assert_eq!(page.browser.script(&format!("return {SHOWN};"), vec![]), Value::Null, "once a day is enough");
}

pub fn an_erasure_reaches_the_other_tab(page: &mut Page) {
    let report = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let span = page.tag(&report, report.find("بريت ماكغورك", 0), &label);
    page.saved();
    let first = page.browser.open_window();
    page.open_document(FT);
    page.painted(&span);
    page.browser.script("window.before = true;", vec![]);
    let second = page.browser.turn_to(&first);
    open_keeping(page);
    page.press_action(".desk [data-action=\"erase\"]");
    press_and_reload(page, "erase-yes");
    page.browser.turn_to(&second);
    page.browser.renewed("!window.before");
    page.ready();
    assert_eq!(work(page), NOTHING, "nothing is shown there any more");
    page.browser.close_window(&first);
    assert_eq!(kept(page), json!([]), "nor kept");
}
