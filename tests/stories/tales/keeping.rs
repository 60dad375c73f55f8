//! Nothing is lost: reload, full storage, a browser killed without warning.

use serde_json::json;

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;

pub fn reload_keeps_everything(page: &mut Page) {
    let (report, other) = (Corpus::read(FT), Corpus::read(NYT));
    page.open_document(FT);
    let label = page.label(0);
    let name = report.find("علي باقري كاني", 0);
    let span = page.tag(&report, name, &label);
    page.open_document(NYT);
    let second = page.tag(&other, other.find("ساسان كريمي", 0), &label);
    page.saved();
    let before = page.download();
    page.reload();
    page.show(&other, other.find("ساسان كريمي", 0));
    page.painted(&second);
    page.open_document(FT);
    page.show(&report, name);
    page.pieces_fit(&report, &span, name);
    let after = page.download();
    assert_eq!(after.essence(FT), before.essence(FT));
    assert_eq!(after.essence(NYT), before.essence(NYT));
    page.saved();
    let keys = page.browser.script("return Object.keys(localStorage).filter((key) => !key.startsWith('hashiya/'));", vec![]);
    assert_eq!(keys, json!([]), "every key begins with hashiya/");
}

pub fn full_storage_is_survived(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.browser.script(
        "let size = 1 << 20, n = 0;
         while (size >= 1) {
           try { localStorage.setItem('hashiya/filler/' + n++, 'x'.repeat(size)); } catch { size = size >> 1; }
         }",
        vec![],
    );
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &label);
    page.saved();
    page.download().holds(&corpus, &span, name, &label.id);
    page.reload();
    page.show(&corpus, name);
    page.painted(&span);
    page.download().holds(&corpus, &span, name, &label.id);
}

pub fn killed_browser_keeps_the_tag(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    page.select(&corpus, name);
    let span = page.new_span(|page| page.press_label(&label));
    // The page itself counts the tenth of a second that PRODUCT.md promises to be enough.
    page.browser.wait("100 ms", "(window.since ??= performance.now()) + 100 < performance.now()", vec![]);
    page.browser.crash_and_restart();
    page.open_document(FT);
    page.show(&corpus, name);
    page.painted(&span);
    page.download().holds(&corpus, &span, name, &label.id);
}

/// Takes every store from the page as a browser's user or a later version of the page can: local storage is filled, and the
/// database is opened in a higher version, at which the page has to let go of it.
const TAKE_STORES: &str = "
    let size = 1 << 20, n = 0;
    while (size >= 1) {
      try { localStorage.setItem('hashiya/filler/' + n++, 'x'.repeat(size)); } catch { size = size >> 1; }
    }
    window.taken = false;
    const request = indexedDB.open('hashiya', 1000);
    request.onsuccess = () => { window.taken = true; };
    request.onerror = () => { window.taken = String(request.error); };";

pub fn without_any_store_the_work_is_offered_at_once(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.browser.script(TAKE_STORES, vec![]);
    page.browser.wait("the stores to be taken", "window.taken === true", vec![]);
    let (name, place) = (corpus.find("بريت ماكغورك", 0), corpus.find("علي باقري كاني", 0));
    let span = page.tag(&corpus, name, &label);
    page.browser.wait("the page to say so", "document.documentElement.dataset.saved === 'failed'", vec![]);
    assert!(!page.notice("error").is_empty());
    let file = page.download_by(|page| page.press_action("[data-notice] [data-action=\"download-now\"]"));
    file.holds(&corpus, &span, name, &label.id);
    // There is room again: what was refused comes with the next edit.
    page.browser.script(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('hashiya/filler/')) localStorage.removeItem(key);",
        vec![],
    );
    let second = page.tag(&corpus, place, &label);
    page.saved();
    page.reload();
    page.show(&corpus, name);
    page.painted(&span);
    let file = page.download();
    file.holds(&corpus, &span, name, &label.id);
    file.holds(&corpus, &second, place, &label.id);
}

/// Gives both stores 4.4 million bytes of another project, as WebKit counts them: Arabic letters take two.
const CROWD: &str = "
    window.crowded = false;
    const request = indexedDB.open('hashiya');
    request.onsuccess = () => {
      const database = request.result;
      const entries = database.transaction('entries', 'readwrite').objectStore('entries');
      for (let n = 0; n < 22; n++) {
        const [name, value] = [`hashiya/elsewhere/journal/w/${n}`, String(n).padEnd(1e5, 'ع')];
        try { localStorage.setItem(name, value); } catch (error) { window.crowded = `${n}: ${error}`; return; }
        entries.put(value, name);
      }
      entries.transaction.oncomplete = () => { database.close(); window.crowded = true; };
    };";

/// How many of them the mirror has.
const MIRRORED: &str = "
    window.mirrored = null;
    const request = indexedDB.open('hashiya');
    request.onsuccess = () => {
      const database = request.result;
      const asked = database.transaction('entries').objectStore('entries').getAllKeys(IDBKeyRange.bound('hashiya/elsewhere/', 'hashiya/elsewhere0'));
      asked.onsuccess = () => { database.close(); window.mirrored = asked.result.length; };
    };";

pub fn a_crowded_store_gets_room(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &label);
    page.saved();
    page.browser.script(CROWD, vec![]);
    assert_eq!(page.browser.wait("both stores to be crowded", "window.crowded", vec![]), json!(true));
    page.reload();
    let used = "Object.keys(localStorage).reduce((sum, key) => sum + key.length + 2 * localStorage[key].length, 0)";
    page.browser.wait("room", &format!("{used} < 3500001"), vec![]);
    let left =
        page.browser.script("return Object.keys(localStorage).filter((key) => key.includes('/elsewhere/')).length;", vec![]);
    assert!(left.as_u64().unwrap_or_default() > 12, "no more is moved than has to be: {left} are left");
    page.browser.script(MIRRORED, vec![]);
    let mirrored = page.browser.wait("the mirror", "window.mirrored", vec![]);
    assert_eq!(mirrored, json!(22), "nothing leaves the mirror");
    page.saved();
    // Nothing comes back for a reload.
    page.reload();
    let again =
        page.browser.script("return Object.keys(localStorage).filter((key) => key.includes('/elsewhere/')).length;", vec![]);
    assert_eq!(again, left);
    page.show(&corpus, name);
    page.painted(&span);
    page.download().holds(&corpus, &span, name, &label.id);
}

/// Writes as many notes on one span as arguments ask for, after the note that is there, as another page would have: entries
/// of the journal, sealed, in both stores.
const WRITE_NOTES: &str = "
    const count = arguments[0];
    window.written = false;
    const [name, value] = Object.entries(localStorage).filter(([name, value]) => name.includes('/journal/') && value.includes('\"note\":')).at(-1);
    const [version] = value.split(' ', 1);
    const last = JSON.parse(value.slice(value.indexOf('{')));
    const hex = (bytes) => [...new Uint8Array(bytes)].slice(0, 8).map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const write = async () => {
      const pairs = await Promise.all(Array.from({ length: count }, async (_, number) => {
        const entry = structuredClone(last);
        entry.key = { writer: 'long', number };
        entry.clock = last.clock + 1 + number;
        const change = entry.transaction.ops[0].change.span;
        change.before = { note: number ? `حاشية ${number - 1}` : change.after.note };
        change.after = { note: `حاشية ${number}` };
        const text = JSON.stringify(entry);
        const sum = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
        return [name.replace(/journal.*/, `journal/long/${number}`), `${version} ${sum} ${text}`];
      }));
      const request = indexedDB.open('hashiya');
      request.onsuccess = () => {
        const entries = request.result.transaction('entries', 'readwrite').objectStore('entries');
        for (const [name, value] of pairs) entries.put(value, name);
        for (const [name, value] of pairs) localStorage.setItem(name, value);
        entries.transaction.oncomplete = () => { request.result.close(); window.written = true; };
      };
    };
    write().catch((error) => { window.written = String(error); });";

/// The note of the one span.
fn note(page: &Page) -> String {
    let file = page.download();
    file.spans(FT)[0]["note"].as_str().unwrap_or_default().to_string()
}

pub fn a_long_journal_gets_a_newer_base(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &label);
    page.open_card(&corpus, &span, name);
    page.write_note(&span, "the first");
    page.saved();
    page.browser.script(WRITE_NOTES, vec![json!(5_050)]);
    assert_eq!(page.browser.wait("the notes to be written", "window.written", vec![]), json!(true));
    page.reload();
    assert_eq!(note(page), "حاشية 5049");
    let entries = "Object.keys(localStorage).filter((key) => key.includes('/journal/')).length";
    page.browser.wait("the older entries to leave", &format!("{entries} === 1000"), vec![]);
    let snapshots = "Object.keys(localStorage).filter((key) => key.includes('/snapshot/')).length";
    page.browser.wait("the newer base to stand there alone", &format!("{snapshots} === 1"), vec![]);
    page.reload();
    assert_eq!(note(page), "حاشية 5049");
    page.undo();
    assert_eq!(note(page), "حاشية 5048", "the latest can be taken back");
    page.saved();
    page.reload();
    assert_eq!(note(page), "حاشية 5048");
    let kept = page.browser.script(&format!("return {entries};"), vec![]);
    assert_eq!(kept, json!(1_001), "what the base holds does not come back");
}

pub fn what_a_later_version_has_kept_is_left_alone(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &label);
    page.saved();
    let later = "9 0123456789abcdef {\"later\": true}";
    let plant = "const name = Object.keys(localStorage).find((name) => name.includes('/journal/')).replace(/journal.*/, 'journal/later/0');
                 localStorage.setItem(name, arguments[0]);
                 return name;";
    let place = page.browser.script(plant, vec![json!(later)]);
    page.reload();
    assert!(!page.notice("error").is_empty(), "it says that the page is older");
    page.show(&corpus, name);
    page.painted(&span);
    let second = page.tag(&corpus, corpus.find("علي باقري كاني", 0), &label);
    page.saved();
    assert_eq!(page.browser.script("return localStorage.getItem(arguments[0]);", vec![place]), json!(later));
    assert_eq!(page.download().spans(FT).len(), 2, "{second}");
}
