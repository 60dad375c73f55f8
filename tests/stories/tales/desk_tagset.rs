//! Labels of one's own, the checks, and the guidelines.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT};
use crate::page::Page;
use crate::page::native::Native;

/// Opens a page of the desk by its key and waits until it is drawn.
pub(super) fn open_desk(page: &Page, key: &str, class: &str) {
    page.keys(&[key]);
    page.browser.wait("the page of the desk", "document.querySelector(arguments[0])", vec![json!(format!(".desk .{class}"))]);
    page.browser.frames();
}

/// Closes the desk, which gives the focus back to the text.
pub(super) fn close_desk(page: &Page) {
    page.press_action(".desk [data-action=\"close-desk\"]");
    page.browser.wait("the desk to close", "!document.querySelector('.desk')", vec![]);
}

/// Puts words into a field of the desk, over what is there.
pub(super) fn write(page: &Page, field: &str, words: &str) {
    page.press_action(&format!(".desk [data-field=\"{field}\"]"));
    page.keys(&["Control", "a"]);
    let element =
        page.browser.element("return document.querySelector(`.desk [data-field=\"${arguments[0]}\"]`);", vec![json!(field)]);
    page.browser.type_into(&element, words);
}

/// The label of that Arabic name, as the file has it.
pub(super) fn named<'a>(file: &'a Native, name: &str) -> Option<&'a Value> {
    file.0["tagset"]["labels"].as_array()?.iter().find(|label| label["name"]["ar"] == name)
}

fn has_label(file: &Native, id: &str) -> bool {
    file.0["tagset"]["labels"].as_array().is_some_and(|labels| labels.iter().any(|label| label["id"] == id))
}

pub fn label_made_from_the_selection(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let name = corpus.find("بريت ماكغورك", 0);
    page.select(&corpus, name);
    open_desk(page, "z", "desk-tagset");
    write(page, "new-label", "مبعوث");
    let span = page.new_span(|page| page.press_action(".desk [data-action=\"label-make-tag\"]"));
    let file = page.download();
    let id = named(&file, "مبعوث").and_then(|label| label["id"].as_str()).expect("the label is in the file").to_owned();
    file.holds(&corpus, &span, name, &id);
    write(page, "name-ar", "موفد");
    page.keys(&["Enter"]);
    let file = page.download();
    assert!(named(&file, "مبعوث").is_none());
    assert_eq!(named(&file, "موفد").expect("the label has its new name")["id"], json!(id));
    close_desk(page);
    page.undo();
    assert!(named(&page.download(), "مبعوث").is_some(), "the name is one step");
    page.undo();
    let file = page.download();
    assert!(!has_label(&file, &id) && file.spans(FT).is_empty(), "the label and its span are one step");
    page.redo();
    page.download().holds(&corpus, &span, name, &id);
}

pub fn label_in_use_is_not_lost(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("سلطنة عُمان", 0);
    let (first, second) = (page.label(0).id, page.label(1).id);
    page.select(&corpus, place);
    let label = page.label(0);
    let span = page.new_span(|page| page.press_label(&label));
    open_desk(page, "z", "desk-tagset");
    page.press_action(&format!(".desk [data-edit=\"{first}\"]"));
    page.press_action(".desk [data-action=\"label-remove\"]");
    page.browser.wait("the question", "document.activeElement?.dataset.field === 'relabel-to'", vec![]);
    assert!(has_label(&page.download(), &first), "nothing is done before it has been said what becomes of the spans");
    page.browser.script("document.querySelector('.desk [data-field=\"relabel-to\"]').value = arguments[0];", vec![json!(second)]);
    page.press_action(".desk [data-action=\"remove-relabel\"]");
    page.browser.wait(
        "the label to go",
        "!document.querySelector(arguments[0])",
        vec![json!(format!(".desk [data-edit=\"{first}\"]"))],
    );
    let file = page.download();
    assert!(!has_label(&file, &first));
    file.holds(&corpus, &span, place, &second);
    close_desk(page);
    page.undo();
    let file = page.download();
    assert!(has_label(&file, &first));
    file.holds(&corpus, &span, place, &first);
}

pub fn checks_find_and_fix(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let wide = corpus.find("البحر الأحمر.", 0);
    page.select(&corpus, wide);
    let label = page.label(5);
    let span = page.new_span(|page| page.press_label(&label));
    open_desk(page, "c", "desk-lint");
    page.press_action(".desk [data-kind=\"EdgePunctuation\"] [data-action=\"fix\"]");
    page.browser.wait("the finding to go", "!document.querySelector('.desk [data-kind=\"EdgePunctuation\"]')", vec![]);
    page.download().holds(&corpus, &span, corpus.find("البحر الأحمر", 0), &label.id);
    // The words stand elsewhere too, and are suggested.
    let suggestion = ".desk [data-list=\"suggestions\"] [data-row]";
    page.browser.wait("a suggestion", "document.querySelector(arguments[0])", vec![json!(suggestion)]);
    page.browser.script("document.querySelector(arguments[0]).focus();", vec![json!(suggestion)]);
    let second = page.new_span(|page| page.keys(&["Enter"]));
    let file = page.download();
    assert_eq!((&file.span(FT, &second)["label"], &file.span(FT, &second)["text"]), (&json!(label.id), &json!("البحر الأحمر")));
    close_desk(page);
    page.undo();
    page.undo();
    let file = page.download();
    file.holds(&corpus, &span, wide, &label.id);
    assert_eq!(file.spans(FT).len(), 1);
}

pub fn guidelines_of_a_label(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("بريت ماكغورك", 0);
    let label = page.label(0);
    let span = page.tag(&corpus, place, &label);
    page.open_card(&corpus, &span, place);
    open_desk(page, "h", "desk-guidelines");
    page.press_action(".desk [data-action=\"guide-draft\"]");
    let part = format!(".desk [data-part=\"{}\"] .markdown", label.id);
    page.browser.wait(
        "the label's part",
        "document.querySelector(arguments[0])?.textContent.includes('اسم شخص')",
        vec![json!(part)],
    );
    page.press_action(".desk [data-action=\"guide-edit\"]");
    // One line, since WebKit's driver types no line breaks.
    let text = format!("## شخص ({}): كل **إنسان** مسمى <b>هنا</b>", label.id);
    write(page, "guidelines", &text);
    page.keys(&["Control", "Enter"]);
    page.browser.wait(
        "the new part",
        "document.querySelector(arguments[0])?.textContent.includes('كل إنسان مسمى <b>هنا</b>')",
        vec![json!(part)],
    );
    assert_eq!(page.download().0["guidelines"]["ar"], json!(text));
    close_desk(page);
    page.undo();
    assert!(page.download().0["guidelines"]["ar"].as_str().is_some_and(|text| text.contains("اسم شخص")));
}

pub fn guidelines_in_both_languages(page: &mut Page) {
    page.open("?lang=ar");
    open_desk(page, "h", "desk-guidelines");
    let texts =
        [("ar", "# دليل الوسم: **حدود** الأسماء"), ("en", "- [rules](javascript:alert(1)) and <img src=x onerror=alert(1)>")];
    for (language, text) in texts {
        page.press_action(&format!(".desk [data-action=\"guide-{language}\"]"));
        page.press_action(".desk [data-action=\"guide-edit\"]");
        write(page, "guidelines", text);
        page.keys(&["Control", "Enter"]);
        page.browser.wait("the text to be read", "document.querySelector('.guide-whole')", vec![]);
    }
    let shown = |page: &Page| {
        page.browser.script(
            "const whole = document.querySelector('.guide-whole'); const frame = whole.closest('[lang]');
             return [frame.lang, frame.dir, whole.querySelectorAll('li').length, whole.querySelectorAll('a, img, script').length,
                     whole.textContent.includes('<img')];",
            vec![],
        )
    };
    assert_eq!(shown(page), json!(["en", "ltr", 1, 0, true]), "a list, and nothing that a page could run or fetch");
    page.press_action(".desk [data-action=\"guide-ar\"]");
    let heading = "document.querySelector('.guide-whole :is(h3, h4, h5, h6)')?.textContent === 'دليل الوسم: حدود الأسماء'";
    page.browser.wait("the Arabic heading", heading, vec![]);
    page.saved();
    page.reload();
    open_desk(page, "h", "desk-guidelines");
    page.browser.wait("the heading, kept", heading, vec![]);
    assert_eq!(page.download().0["guidelines"], json!({ "ar": texts[0].1, "en": texts[1].1 }));
    close_desk(page);
    page.undo();
    assert_eq!(page.download().0["guidelines"]["ar"], json!(texts[0].1), "each language is a step");
    assert_ne!(page.download().0["guidelines"]["en"], json!(texts[1].1));
}
