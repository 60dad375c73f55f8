//! The worked example: a project of its own, never mixed into one's own work.

use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::harness::engine::Engine;
use crate::page::Page;

/// The example's project, and the query that opens it.
const EXAMPLE: &str = "oman-talks-example";

/// Waits until the page that a click leads to takes input.
pub(super) fn arrives(page: &mut Page, project: Option<&str>) {
    page.browser.wait(
        "the other project",
        "new URL(location.href).searchParams.get('project') === arguments[0] && document.documentElement.dataset.hashiya === '1' && !window.left",
        vec![json!(project)],
    );
    page.ready();
}

/// Clicks what leads to another project.
pub(super) fn leave(page: &mut Page, selector: &str, project: Option<&str>) {
    let find = "const link = [...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length > 0);
         link.scrollIntoView({ block: 'center' });
         window.left = true;";
    if page.browser.engine == Engine::WebKit {
        // Its driver loses a question that the page leaves behind on its way.
        let address = page.browser.script(&format!("{find} return link.href;"), vec![json!(selector)]);
        page.browser.go(address.as_str().unwrap_or_default());
    } else {
        let link = page.browser.element(&format!("{find} return link;"), vec![json!(selector)]);
        page.browser.click(&link);
    }
    arrives(page, project);
}

/// The projects that local storage has values of.
fn kept(page: &Page) -> serde_json::Value {
    page.browser.script(
        "const names = Object.keys(localStorage).map((name) => /^hashiya\\/([^/]+)\\/journal\\//.exec(name)?.[1]).filter(Boolean);
         return [...new Set(names)].sort();",
        vec![],
    )
}

pub fn example_beside_ones_own_work(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    leave(page, "[data-action='example']", Some(EXAMPLE));
    page.shows(FT);
    page.show(&corpus, corpus.find("محادثات سرية", 0));
    page.painted("a-talks");
    let file = page.download();
    assert_eq!(file.0["project"]["id"], EXAMPLE);
    assert_eq!((file.0["entities"].as_array().map(Vec::len), file.0["links"].as_array().map(Vec::len)), (Some(17), Some(14)));
    let there = file.spans(FT).len();

    // What is done to the example stays in it.
    let label = page.label(0);
    page.tag(&corpus, corpus.find("دونالد ترامب", 0), &label);
    page.saved();
    assert_eq!(kept(page), json!([EXAMPLE]));
    leave(page, "#example a:not([data-action])", None);
    page.open_document(FT);
    assert_eq!(page.download().spans(FT).len(), 0, "one's own work holds nothing of the example");
    let own = page.tag(&corpus, corpus.find("سلطنة عُمان", 0), &label);
    page.saved();
    assert_eq!(kept(page), json!(["oman-talks", EXAMPLE]));

    page.open(&format!("?project={EXAMPLE}#/{FT}"));
    page.shows(FT);
    let file = page.download();
    assert_eq!(file.spans(FT).len(), there + 1, "the example as it was left, without one's own work");
    assert!(file.spans(FT).iter().all(|span| span["id"] != own.as_str()));
    leave(page, "[data-action='reset-example']", Some(EXAMPLE));
    assert_eq!(page.download().spans(FT).len(), there, "the example as it was shipped");
    page.reload();
    page.open_document(FT);
    assert_eq!(page.download().spans(FT).len(), 1, "one's own work is still there");
    assert_eq!(kept(page), json!(["oman-talks"]));
}
