//! The page of figures: counts, drawings and their tables, files of them, the report and the paragraph.

use quick_xml::events::Event;
use serde_json::{Value, json};

use crate::corpus::{FT, NYT};
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::page::access::rules;
use crate::page::native::Native;

/// The worked example as three annotators have it: the second lacks some spans, and the third has other labels on some.
fn team() -> Native {
    let mut file: Value = serde_json::from_str(include_str!("../../../seeds/example.hashiya.json")).expect("the example is JSON");
    file["project"] = json!({ "id": "team", "name": "فريق" });
    let sets = [("salma", "سلمى"), ("karim", "Karim"), ("nur", "نور")];
    let set = |(id, name): (&str, &str)| json!({ "id": id, "annotator": name, "role": "received", "derived_from": [] });
    file["annotation_sets"] = sets.into_iter().map(set).collect();
    for list in ["entities", "links"] {
        file[list] = json!([]);
    }
    for document in file["documents"].as_array_mut().into_iter().flatten() {
        let spans = document["spans"].as_array().cloned().unwrap_or_default();
        let mut all = Vec::new();
        for (who, (set, _)) in sets.into_iter().enumerate() {
            for (place, span) in spans.iter().enumerate().filter(|(place, _)| who != 1 || place % 4 > 0) {
                let mut span = span.clone();
                let time = format!("2026-03-{:02}T10:00:00.000Z", 1 + place % 20 + who);
                (span["id"], span["set"]) = (json!(format!("{set}-{}", span["id"].as_str().unwrap_or_default())), json!(set));
                (span["created_at"], span["updated_at"]) = (json!(time), json!(time));
                if who == 2 && place % 2 == 0 && span["label"] == "PERS" {
                    span["label"] = json!("NORP");
                }
                all.push(span);
            }
        }
        document["spans"] = json!(all);
        for list in ["relations", "events", "labels"] {
            document[list] = json!([]);
        }
    }
    Native(file)
}

/// Opens the page with the three annotators' work, by its key.
fn open(page: &mut Page, language: &str) {
    page.open(&format!("?lang={language}#/{FT}"));
    page.shows(FT);
    page.open_native("team.json", &team());
    show(page);
}

fn show(page: &Page) {
    page.keys(&["Alt", "End"]);
    page.browser.wait("the figures", "document.querySelectorAll('.desk-figures .plot').length > 8", vec![]);
}

/// Presses a button of a figure for a file, and takes the file from the page's hands before the browser has it.
fn file(page: &Page, figure: &str, ending: &str) -> (String, Vec<u8>) {
    page.browser.script(
        "window.letGo = [URL.createObjectURL, HTMLAnchorElement.prototype.click]; window.caught = null;
         URL.createObjectURL = (file) => { file.arrayBuffer().then((bytes) => { window.caught = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''); }); return 'blob:caught'; };
         HTMLAnchorElement.prototype.click = function () { window.caughtName = this.download; };",
        vec![],
    );
    page.press_action(&format!("[data-figure='{figure}'] [data-action='figure-{ending}']"));
    let digits = page.browser.wait("the file", "window.caught", vec![]);
    let name = page
        .browser
        .script("[URL.createObjectURL, HTMLAnchorElement.prototype.click] = window.letGo; return window.caughtName;", vec![]);
    let digits = digits.as_str().unwrap_or_default().as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap_or_default(), 16).unwrap_or_default();
    (name.as_str().unwrap_or_default().to_owned(), digits.chunks(2).map(byte).collect())
}

/// Fails if the rules for accessible pages find something, where they and an engine that runs them in time are there.
fn is_accessible(page: &Page, state: &str) {
    let Some(rules) = rules().filter(|_| page.browser.engine == Engine::Chromium) else { return };
    let faults = page.faults(&rules, true);
    assert!(faults.is_empty(), "{state}: {}", faults.join("\n"));
}

fn summary(page: &Page) -> String {
    page.words_of(".desk-figures [data-summary]")
}

/// The numbers of a column of a figure's table.
fn column(page: &Page, figure: &str, column: usize) -> Vec<u64> {
    let found = page.browser.script(
        "return [...document.querySelectorAll(`[data-figure='${arguments[0]}'] tbody tr`)].map((row) => +row.children[arguments[1]].textContent);",
        vec![json!(figure), json!(column)],
    );
    found.as_array().into_iter().flatten().filter_map(Value::as_f64).map(|number| number as u64).collect()
}

pub fn figures_are_drawn_with_their_tables(page: &mut Page) {
    for (language, rtl, told) in [("ar", true, "3 واسمين"), ("en", false, "3 annotators")] {
        open(page, language);
        assert!(summary(page).contains(told), "{}", summary(page));
        let spans = summary(page).split_whitespace().find_map(|word| word.parse::<u64>().ok()).expect("a number");
        for (figure, place) in [("labels", 2), ("documents", 1), ("lengths-words", 2)] {
            assert_eq!(column(page, figure, place).iter().sum::<u64>(), spans, "{figure}");
        }
        // A name stands where a line begins, and its bar runs from there.
        let [name, bar, number] = ["text", "rect", "text:nth-of-type(2)"].map(|part| {
            let left = page.browser.script(
                "return document.querySelector(`[data-figure='labels'] .plot ${arguments[0]}`).getBoundingClientRect().left;",
                vec![json!(part)],
            );
            left.as_f64().expect("a place")
        });
        assert!(if rtl { name > bar && bar > number } else { name < bar && bar < number }, "{name} {bar} {number}");
        let named = page.browser.script(
            "return [...document.querySelectorAll('.desk-figures .plot')].every((plot) => plot.getAttribute('role') === 'img'
               && document.getElementById(plot.getAttribute('aria-labelledby')).textContent && document.getElementById(plot.getAttribute('aria-describedby')).textContent);",
            vec![],
        );
        assert_eq!(named, true, "every drawing has a name and a description");
        is_accessible(page, "the figures");
        page.press_action("[data-figure='together'] summary");
        page.waits_for("[data-figure='together'] table");
        is_accessible(page, "a table");

        // Keys reach the files of a figure and its table, and each stop is seen.
        page.browser.script("document.querySelector('.figures-what summary').focus();", vec![]);
        page.walk_to("[data-figure='labels'] .figure-data summary", &["Tab"]);
        page.keys(&["Enter"]);
        page.walk_to("[data-figure='labels'] .figure-scroll", &["Tab"]);

        // What is counted is chosen.
        page.press_action(".figures-what summary");
        page.press_action(".figures-what input[value='karim']");
        page.browser.wait(
            "two annotators",
            "document.querySelectorAll('[data-figure=\"agreement\"] tbody tr').length === 2",
            vec![],
        );
        assert!(summary(page).split_whitespace().filter_map(|word| word.parse::<u64>().ok()).all(|count| count < spans));
        page.press_action(&format!(".figures-what input[value='{NYT}']"));
        page.waits_without("[data-figure='documents']");
        is_accessible(page, "the choices");
        page.press_action(&format!(".figures-what input[value='{FT}']"));
        page.waits_for(".desk-figures .desk-empty");
        for document in [FT, NYT] {
            page.press_action(&format!(".figures-what input[value='{document}']"));
        }
        page.waits_for("[data-figure='documents']");

        // The forms of one label.
        page.browser.script(
            "const select = document.querySelector('[data-field=\"figure-label\"]'); select.value = 'PERS'; select.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![],
        );
        page.browser.wait(
            "the forms of one label",
            "new Set([...document.querySelectorAll('[data-figure=\"forms\"] tbody th')].map((cell) => cell.textContent)).size === 1",
            vec![],
        );
        page.move_to_new_origin();
    }
}

pub fn figures_are_downloaded_and_reported(page: &mut Page) {
    open(page, "ar");
    let (name, text) = file(page, "labels", "csv");
    let text = String::from_utf8(text).expect("UTF-8");
    assert!(name.ends_with(".csv") && name.contains("-labels-"), "{name}");
    assert!(text.starts_with("\u{FEFF}الوسم,الرمز,المقاطع,النسبة (%)"), "{text}");
    let counts = text.lines().skip(1).filter_map(|line| line.split(',').nth(2)?.parse::<u64>().ok()).collect::<Vec<_>>();
    assert_eq!(counts, column(page, "labels", 2));

    let (name, drawing) = file(page, "labels", "svg");
    let drawing = String::from_utf8(drawing).expect("UTF-8");
    assert!(name.ends_with(".svg"), "{name}");
    assert!(drawing.contains("@font-face") && drawing.contains("data:font/woff2;base64,d09GMg"), "it brings its face");
    let (mut reader, mut words) = (quick_xml::Reader::from_str(&drawing), 0);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(element) => words += usize::from(element.name().as_ref() == "text"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(words > 20);

    let (name, picture) = file(page, "agreement", "png");
    assert!(name.ends_with(".png"), "{name}");
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    let size = pixels.len() / (info.width * info.height) as usize;
    let dark = pixels.chunks(size).filter(|pixel| pixel[..3].iter().all(|part| *part < 90)).count();
    assert!(info.width > 1400 && dark > 500, "{} {dark}", info.width);

    // The paragraph is copied; where that is not to be, it is selected.
    page.browser.script(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } } });",
        vec![],
    );
    page.press_action("[data-action='copy-methods-en']");
    let copied = page.browser.wait("the copy", "window.copied", vec![]);
    assert!(copied.as_str().is_some_and(|words| words.contains("3 annotators marked") && words.contains("UAX #29")), "{copied}");
    page.browser.script("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });", vec![]);
    page.press_action("[data-action='copy-methods-ar']");
    page.browser.wait(
        "the selected paragraph",
        "getSelection().toString().trim() === document.querySelector('#figures-methods-ar').textContent.trim()",
        vec![],
    );

    // The report stands there for as long as it is printed.
    page.browser.script("window.print = () => { window.printed = true; };", vec![]);
    page.press_action("[data-action='figures-report']");
    page.browser.wait("the report", "window.printed && document.querySelector('[data-report] .report .plot')", vec![]);
    if page.browser.engine == Engine::Chromium {
        let printed = page.browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true }));
        let data = printed["data"].as_str().expect("a PDF").to_owned();
        let pages = page.browser.script("return atob(arguments[0]).match(/\\/Type ?\\/Page[^s]/g).length;", vec![json!(data)]);
        assert_eq!(pages, 1, "the report is one page");
    } else {
        page.browser.script("window.dispatchEvent(new Event('afterprint'));", vec![]);
    }
    page.browser.wait(
        "the end of the report",
        "!document.querySelector('.report') && !document.querySelector('[data-report]')",
        vec![],
    );
}

pub fn figures_on_a_phone(page: &mut Page) {
    page.be_a_phone();
    for (language, theme) in [("ar", "dark"), ("en", "light")] {
        page.open("");
        page.browser
            .script("localStorage.setItem('hashiya/settings', JSON.stringify({ theme: arguments[0] }));", vec![json!(theme)]);
        open(page, language);
        page.press_action("[data-figure='density'] summary");
        is_accessible(page, "the figures on a phone");
        let wide = page.browser.script(
            "const s = document.scrollingElement, desk = document.querySelector('.desk-page');
             return [s.scrollWidth - s.clientWidth, desk.scrollWidth - desk.clientWidth];",
            vec![],
        );
        assert_eq!(wide, json!([0, 0]), "nothing scrolls sideways");
        page.move_to_new_origin();
    }
    page.be_a_desktop();
}
