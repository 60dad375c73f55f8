//! Work that is handed out: a package by file and by link, its annotator's own project, and what comes back.

use serde_json::json;

use super::annotators::{came, give, is_accessible, open_annotators, waits_for_sets};
use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// Waits until the page of a package that was begun takes input.
fn begun(page: &mut Page) -> String {
    let there = "document.documentElement.dataset.hashiya === '1' && /^package-[0-9a-f]{16}$/.exec(new URL(location.href).searchParams.get('project'))?.[0]";
    let id = page.browser.wait("the package's project", there, vec![]);
    page.ready();
    id.as_str().unwrap_or_default().to_owned()
}

fn begin(page: &mut Page, name: &str) -> String {
    let field = page.browser.element("return document.querySelector('.desk [data-field=\"package-name\"]');", vec![]);
    page.browser.type_into(&field, name);
    page.press_action(".desk [data-action=\"package-begin\"]");
    begun(page)
}

pub fn work_is_handed_out_and_comes_back(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let place = corpus.find("بريت ماكغورك", 0);
    let own = page.tag(&corpus, place, &label);
    open_annotators(page);
    page.press_action(".desk [data-part=\"hand-out\"] summary");
    page.press_action(".desk [data-handed=\"suggestions\"]");
    let package = page.download_by(|page| page.press_action(".desk [data-action=\"hand-out\"]"));
    assert_eq!(package.0["annotation_sets"], json!([]), "nobody's work");
    assert!(package.spans(FT).is_empty() && package.0["package"]["suggestions"].as_array().map(Vec::len) == Some(1));
    page.waits_for(".desk [data-link]");
    is_accessible(page, "handing out");

    // Whoever opens it gives a name, and begins a project of its own; what was here stays as it is.
    let path = page.keep("package.json", &package.0.to_string());
    page.open_files(std::slice::from_ref(&path));
    page.waits_for(".desk [data-package]");
    is_accessible(page, "a package");
    let project = begin(page, "هند");
    page.shows(FT);
    page.waits_for(".ghost");
    let span = page.tag(&corpus, corpus.find("محادثات سرية", 0), &label);
    let back = page.download();
    assert_eq!(back.0["project"]["id"], json!(project));
    let sets = back.0["annotation_sets"].as_array().unwrap();
    assert_eq!((sets.len(), &sets[0]["annotator"], &sets[0]["role"]), (1, &json!("هند"), &json!("own")));
    assert_eq!(back.spans(FT).len(), 1, "their own work alone");

    // Opened again, it goes on where it was left.
    page.open_files(std::slice::from_ref(&path));
    page.press_action(".desk [data-action=\"package-go-on\"]");
    assert_eq!(begun(page), project);
    page.show(&corpus, corpus.find("محادثات سرية", 0));
    page.painted(&span);

    // Back with whoever leads, it is a set of hers.
    page.open(&format!("#/{FT}"));
    page.shows(FT);
    open_annotators(page);
    give(page, &[page.keep("hind.json", &back.0.to_string())]);
    assert!(came(page, 1)[0].starts_with("taken "));
    waits_for_sets(page, 2);
    let file = page.download();
    assert_eq!((file.spans(FT).len(), file.span(FT, &own)["set"] == file.span(FT, &span)["set"]), (2, false));
    assert!(file.0.get("package").is_none(), "the lead's project is no package");
}

pub fn a_link_opens_what_lies_beside_the_page_and_nothing_else(page: &mut Page) {
    page.open_document(FT);
    let shipped = page.browser.script("return document.documentElement.dataset.annotators.replace(/^\\.\\//, '');", vec![]);
    let shipped = shipped.as_str().unwrap_or_default().to_owned();
    // What is no file of that form is not asked for; what is none, or no package, is told; the work stays as it is.
    let cases = [
        ("https://example.org/a.json", "لا يدلّ"),
        ("../a.json", "لا يدلّ"),
        ("nothing/here.json", "تعذّر جلب"),
        (shipped.as_str(), "ليس حزمة"),
    ];
    for (asked, word) in cases {
        page.open(&format!("?lang=ar&open={asked}#/{FT}"));
        page.shows(FT);
        page.waits_for(".desk .annotator-start [role=\"alert\"]");
        let said = page.words_of(".desk .annotator-start [role=\"alert\"]");
        assert!(said.contains(word), "{asked}: {said}");
        page.press_action(".desk [data-action=\"package-leave\"]");
        page.waits_without(".desk .annotator-start");
    }
}
