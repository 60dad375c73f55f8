//! A case as a native file, opened in the page like any other.

use std::fmt::Write;
use std::time::Duration;

use serde_json::{Value, json};

use crate::cases::{Case, Size};
use crate::corpus::{Corpus, FT};
use crate::harness::wait;
use crate::page::Page;
use crate::page::related::words;

/// How long a file may take to be opened: the largest has 60 MB.
const LONG: Duration = Duration::from_secs(240);

/// Keeps what is said of a file: of a large one it may be gone again before it is asked for.
const LISTEN: &str = "
    window.told = null;
    const [name] = arguments;
    const watch = new MutationObserver(() => {
      for (const kind of ['error', 'info']) {
        const words = T.notices(kind).find((words) => words.includes(name));
        if (words) window.told ??= [kind, words];
      }
      if (window.told) watch.disconnect();
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });";

/// What stands in the file where the spans come.
const HERE: &str = "\"the spans\"";

/// Opens the page on its address and gives it the case; the page has everything on its disk then.
pub fn fill(page: &mut Page, case: &Case) {
    page.open_document(FT);
    if case.size == Size::Short && case.spans == 0 {
        return;
    }
    let text = file(page, case);
    let name = format!("{}-{}.json", case.size.name(), case.spans);
    let path = page.keep(&name, &text);
    page.browser.script(LISTEN, vec![json!(name)]);
    page.open_files(&[path]);
    wait_long(page, "what came of the file", "window.told");
    let words = page.browser.script("return window.told;", vec![]);
    assert!(words[0] == "info", "the file is opened: {words}");
    wait_long(page, "everything to be saved", "document.documentElement.dataset.saved === 'true'");
}

/// Waits longer than the page's own words do.
pub fn wait_long(page: &Page, what: &str, expression: &str) {
    let asked = format!("return Boolean({expression});");
    wait::until(what, LONG, || (page.browser.try_script(&asked, vec![]).ok()? == true).then_some(())).unwrap();
}

/// The file: the page's own, with one document of the case in place of its documents.
pub fn file(page: &mut Page, case: &Case) -> String {
    let labels = page.labels().split_off(1);
    if case.spans > 0 {
        let article = Corpus::read(FT);
        page.tag(&article, words(&article)[0], &labels[0]);
    }
    let mut file = page.download().0;
    let mut documents = file["documents"].take();
    let own = documents.as_array_mut().unwrap().iter_mut().find(|document| document["id"] == FT).unwrap();
    let model = own["spans"][0].clone();
    let document = if case.size == Size::Short { own.take() } else { elsewhere(own.take(), &case.corpus) };
    file["documents"] = json!([document]);
    file["documents"][0]["spans"] = json!("the spans");
    let ids: Vec<&str> = labels.iter().map(|label| label.id.as_str()).collect();
    let mut spans = spans(case, &model, &ids);
    if case.size == Size::Short && case.spans > 0 {
        spans = format!("{model},{spans}");
    }
    file.to_string().replacen(HERE, &format!("[{spans}]"), 1)
}

/// A document like `model` with another text.
fn elsewhere(mut document: Value, corpus: &Corpus) -> Value {
    document["id"] = json!(corpus.id);
    document["title"] = json!(corpus.id);
    document["sha256"] = json!(corpus.sha256());
    document["length"] = json!({ "code_points": corpus.len(), "utf16": corpus.utf16(corpus.len()), "utf8": corpus.text.len() });
    document["text"] = json!(corpus.text);
    for part in ["regions", "relations", "events", "labels"] {
        document[part] = json!([]);
    }
    document
}

/// The spans as JSON, each like `model`, with one of these labels after another.
fn spans(case: &Case, model: &Value, labels: &[&str]) -> String {
    let letters: Vec<char> = case.corpus.text.chars().collect();
    let mut bytes = vec![0];
    bytes.extend(letters.iter().scan(0, |sum, letter| {
        *sum += letter.len_utf8();
        Some(*sum)
    }));
    assert!(letters.iter().all(|letter| letter.len_utf16() == 1), "the articles have no letter of two units");
    let slice = |start: usize, end: usize| Value::from(&case.corpus.text[bytes[start]..bytes[end]]).to_string();
    let width = model["suffix"].as_str().map_or(0, |suffix| suffix.chars().count());
    let rest = |key: &str| model[key].to_string();
    let (set, created, updated) = (rest("set"), rest("created_at"), rest("updated_at"));
    let mut text = String::new();
    for (nth, run) in case.runs().into_iter().enumerate() {
        let (start, end) = (run.start, run.end);
        let comma = if nth > 0 { "," } else { "" };
        write!(
            text,
            "{comma}{{\"id\":\"bench-{nth}\",\"set\":{set},\"label\":\"{label}\",\"start\":{start},\"end\":{end},\
             \"utf16\":[{start},{end}],\"utf8\":[{},{}],\"text\":{},\"prefix\":{},\"suffix\":{},\"attributes\":{{}},\"note\":\"\",\
             \"created_at\":{created},\"updated_at\":{updated}}}",
            bytes[start],
            bytes[end],
            slice(start, end),
            slice(start.saturating_sub(width), start),
            slice(end, (end + width).min(letters.len())),
            label = labels[nth % labels.len()],
        )
        .unwrap();
    }
    text
}
