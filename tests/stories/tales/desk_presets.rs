//! Tagsets to begin with, and tagsets as files of their own.

use hashiya::core::desk::DeskPage;
use serde_json::{Value, json};

use super::desk_tagset::{close_desk, named, open_desk, write};
use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// Chooses one of the presets; gives the ids of the labels that it would add.
fn choose(page: &Page, preset: &str) -> Vec<String> {
    page.browser.script(
        "const choice = document.querySelector('.desk [data-field=\"preset\"]');
         choice.value = arguments[0];
         choice.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(preset)],
    );
    let there = "document.querySelector(`.desk [data-preset=\"${arguments[0]}\"]`)";
    page.browser.wait("what the preset offers", there, vec![json!(preset)]);
    let new =
        page.browser.script("return [...document.querySelectorAll('.preset-labels .code')].map((e) => e.textContent);", vec![]);
    strings(&new)
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn labels_shown(page: &Page) -> Vec<String> {
    page.labels().into_iter().map(|label| label.id).collect()
}

pub fn presets_are_taken_and_tagged_with(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("سلطنة عُمان", 0);
    let before = labels_shown(page);
    open_desk(page, "z", "desk-tagset");
    let all = page.browser.script(
        "return [...document.querySelectorAll('.desk [data-field=\"preset\"] option')].map((e) => e.value).filter((v) => v);",
        vec![],
    );
    let mut all = strings(&all);
    assert!(all.len() >= 7, "{all:?}");
    // The project begins with the first of them: it comes last here.
    all.rotate_left(1);
    let mut used = Vec::new();
    let mut changes = 0;
    for preset in &all {
        let new = choose(page, preset);
        changes += 1;
        if new.is_empty() {
            // It brings relations or events to the labels that are here.
            let beside =
                page.browser.script("return document.querySelector('.preset [data-beside]:not([hidden])')?.textContent;", vec![]);
            assert!(beside.as_str().is_some_and(|beside| !beside.is_empty()), "{preset} brings something");
            page.press_action("[data-action=\"preset-add\"]");
            page.browser.wait(
                "nothing more to be offered",
                "document.querySelector('[data-action=\"preset-add\"]')?.hidden",
                vec![],
            );
            continue;
        }
        changes += 1;
        page.press_action("[data-action=\"preset-replace\"]");
        let there = "arguments[0].every((id) => document.querySelector(`button[data-label=\"${CSS.escape(id)}\"]`))";
        page.browser.wait(&format!("the labels of {preset}"), there, vec![json!(new)]);
        let shown = labels_shown(page);
        let stale: Vec<_> =
            shown.iter().filter(|id| before.contains(id) && !new.contains(id) && preset != &all[all.len() - 1]).collect();
        assert!(stale.len() < before.len(), "{preset}: what no span has is gone");
        // The last of them tags.
        let label = new[new.len() - 1].clone();
        page.select_by_script(&corpus, place);
        let span = page.new_span(|page| page.click_label(&label));
        page.pieces_fit(&corpus, &span, place);
        used.push((span, label));
    }
    let file = page.download();
    for (span, label) in &used {
        file.holds(&corpus, span, place, label);
    }
    // A preset that is here adds nothing; the page says so instead of offering it.
    assert!(choose(page, &all[all.len() - 1]).is_empty());
    close_desk(page);
    // Each preset is one step.
    for _ in 0..changes {
        page.undo();
    }
    assert_eq!(labels_shown(page), before);
}

pub fn tagset_goes_out_and_comes_in(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    open_desk(page, "z", "desk-tagset");
    write(page, "new-label", "مبعوث");
    page.press_action(".desk [data-action=\"label-make\"]");
    let is_there =
        |file: &crate::page::native::Native| named(file, "مبعوث").and_then(|label| label["id"].as_str()).map(str::to_owned);
    let id = is_there(&page.download()).expect("the label was made");
    page.turn_to(DeskPage::Guidelines);
    page.press_action(".desk [data-action=\"guide-draft\"]");
    page.browser.wait("guidelines", "document.querySelector('.guide-whole')?.textContent.length > 100", vec![]);
    let guidelines = page.download().0["guidelines"].clone();
    page.turn_to(DeskPage::Tagset);
    let tagset = page.download_by(|page| page.press_action(".desk [data-action=\"tagset-download\"]")).0;
    assert!(tagset["documents"].is_null(), "nobody's text goes with it");
    assert_eq!(tagset["guidelines"], guidelines);
    let (good, bad) = (page.keep("labels.json", &tagset.to_string()), page.keep("bad.json", "{\"format\": \"else\"}"));
    // Elsewhere it comes in.
    page.move_to_new_origin();
    page.open_document(FT);
    open_desk(page, "z", "desk-tagset");
    let give = |page: &Page, path: &std::path::Path| {
        let input = page.browser.element("return document.querySelector('.desk [data-field=\"tagset-file\"]');", vec![]);
        page.browser.type_into(&input, &path.display().to_string());
    };
    give(page, &bad);
    page.browser.wait(
        "why it is not taken",
        "document.querySelector('.desk-part [role=alert]')?.textContent.includes('bad.json')",
        vec![],
    );
    give(page, &good);
    page.press_action(".desk [data-action=\"file-add\"]");
    page.browser.wait("the new label", "document.querySelector(`button[data-label=\"${arguments[0]}\"]`)", vec![json!(id)]);
    let file = page.download();
    assert_eq!(is_there(&file).as_ref(), Some(&id));
    assert_eq!(file.0["guidelines"], guidelines);
    close_desk(page);
    let place = corpus.find("بريت ماكغورك", 0);
    page.select(&corpus, place);
    let span = page.new_span(|page| page.click_label(&id));
    page.download().holds(&corpus, &span, place, &id);
    page.undo();
    page.undo();
    assert_eq!(is_there(&page.download()), None, "what came with the file is one step");
}
