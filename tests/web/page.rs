//! A page for each test: the bundled face, the page's own style sheets, a document, its painter.

use hashiya::core::colour::{Colour, Line};
use hashiya::core::document::{Direction, Document};
use hashiya::core::lanes::{self, BlockPaint};
use hashiya::core::range::TextRange;
use hashiya::core::record::Extra;
use hashiya::core::span::Span;
use hashiya::core::span_set::SpanSet;
use hashiya::core::tagset::{Bilingual, Label, Tagset};
use hashiya::core::text::Text;
use hashiya::web::dom;
use hashiya::web::painter::Painter;
use hashiya::web::surface::Surface;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CssStyleSheet, FontFace, HtmlElement};

/// Arabic with marks, an emoji and a letter beyond the BMP before everything else, digits, Latin, empty lines.
pub const MIXED: &str = "🙂 عُمان \u{1EE00} شنت 99 هجومًا على لإيران ومكتب FBI أمس\r\n\n\nقال إنه سيعود.\rFBI قال";

/// A document of that text.
pub fn document(text: &str, direction: Direction) -> Document {
    Document {
        id: "test".into(),
        title: "عنوان".into(),
        title_is_ours: true,
        source: None,
        language: "ar".into(),
        direction,
        text: Rc::new(Text::new(text)),
        sha256: Document::hash(text),
        regions: Vec::new(),
        extra: Extra::default(),
    }
}

/// A span with nothing but a place.
pub fn span(id: &str, start: u32, end: u32) -> Span {
    Span {
        id: id.into(),
        set: "me".into(),
        label: "L".into(),
        range: TextRange::of(start, end),
        fragments: Vec::new(),
        note: String::new(),
        attributes: Extra::default(),
        created_at: String::new(),
        updated_at: String::new(),
        extra: Extra::default(),
    }
}

/// The offsets of the only occurrence of `words` in `text`.
pub fn place(text: &str, words: &str) -> (u32, u32) {
    assert_eq!(text.matches(words).count(), 1, "{words}");
    let before = text.split(words).next().unwrap().chars().count() as u32;
    (before, before + words.chars().count() as u32)
}

/// A document on the page, gone when dropped.
pub struct Page {
    pub host: HtmlElement,
    pub surface: Rc<Surface>,
    pub painter: Rc<Painter>,
    pub spans: Rc<RefCell<Vec<Span>>>,
    /// The id of the chosen span.
    pub active: Rc<RefCell<Option<String>>>,
}

impl Page {
    /// Shows a text in a column of 400 px with these spans: id, start, end.
    pub async fn open(text: &str, spans: &[(&str, u32, u32)]) -> Self {
        prepare().await;
        let document = document(text, Direction::Rtl);
        let surface = Rc::new(Surface::build(&document));
        let host = dom::element("main", "");
        let _ = host.style().set_property("inline-size", "400px");
        host.append_child(surface.article()).unwrap();
        dom::document().body().unwrap().prepend_with_node_1(&host).unwrap();
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
        let spans = Rc::new(RefCell::new(spans.iter().map(|(id, from, to)| span(id, *from, *to)).collect::<Vec<_>>()));
        let active = Rc::new(RefCell::new(None));
        let source = source(document.text, Rc::clone(&spans), Rc::clone(&active));
        let painter = Painter::new(Rc::clone(&surface), source, Rc::new(|| ()), None);
        Self { host, surface, painter, spans, active }
    }

    /// The elements in a block's layer that a selector finds.
    pub fn marks(&self, block: usize, selector: &str) -> Vec<HtmlElement> {
        let found = self.surface.layer(block).unwrap().query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    /// The horizontal extents that the engine gives for a range of the text, joined where they touch.
    pub fn asked(&self, start: u32, end: u32) -> Vec<(f64, f64)> {
        let text = self.surface.text();
        let range = dom::document().create_range().unwrap();
        let at = |offset| self.surface.point(hashiya::core::units::Offset(offset)).unwrap();
        let ((first, from), (last, to)) = (at(start), at(end));
        assert!(first == last && end <= text.len().0);
        range.set_start(self.surface.node(first).unwrap(), from).unwrap();
        range.set_end(self.surface.node(last).unwrap(), to).unwrap();
        let list = range.get_client_rects().unwrap();
        let mut rects =
            (0..list.length()).map(|i| dom::rect(&list.get(i).unwrap())).filter(|r| r.width > 0.0).collect::<Vec<_>>();
        rects.sort_by(|a, b| (a.top, a.left).partial_cmp(&(b.top, b.left)).unwrap());
        let mut joined: Vec<(f64, f64, f64)> = Vec::new();
        for rect in rects {
            match joined.last_mut() {
                Some(last) if last.2 == rect.top && rect.left - last.1 < 0.5 => last.1 = rect.right(),
                _ => joined.push((rect.left, rect.right(), rect.top)),
            }
        }
        joined.into_iter().map(|(left, right, _)| (left, right)).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.host.remove();
    }
}

fn source(
    text: Rc<Text>,
    spans: Rc<RefCell<Vec<Span>>>,
    active: Rc<RefCell<Option<String>>>,
) -> Rc<dyn Fn(usize, TextRange) -> BlockPaint> {
    Rc::new(move |block, part| {
        let set = SpanSet::from_spans(spans.borrow().iter().cloned().map(Rc::new).collect());
        let chosen = active.borrow().clone();
        lanes::paint(&text, &set, &text.blocks()[block], part, |span| Some((0, chosen.as_deref() == Some(span.id.as_str()))))
    })
}

/// One label, with everything in its name that could break out of a style sheet.
pub fn tagset(name: &str) -> Tagset {
    let label = Label {
        id: "L".into(),
        name: Bilingual::new(name, "English"),
        description: Bilingual::default(),
        colour: Colour::Palette(5, 2),
        line: Line::Double,
        shortcut: None,
        parent: None,
        extra: Extra::default(),
    };
    Tagset { labels: vec![Rc::new(label)], extra: Extra::default() }
}

thread_local! {
    static READY: RefCell<bool> = const { RefCell::new(false) };
}

/// The bundled face and the style sheets, once for all tests.
async fn prepare() {
    if READY.replace(true) {
        return;
    }
    let bytes = js_sys::Uint8Array::from(include_bytes!("../../fonts/naskh-arabic.woff2").as_slice());
    let font = FontFace::new_with_array_buffer("Hashiya Naskh", &bytes.buffer()).unwrap();
    JsFuture::from(font.load().unwrap()).await.unwrap();
    dom::document().fonts().add(&font).unwrap();
    let all = js_sys::Array::new();
    let sheets = [
        include_str!("../../style/theme.css"),
        include_str!("../../style/article.css"),
        include_str!("../../style/labels.css"),
        include_str!("../../style/paint.css"),
    ];
    for css in sheets {
        let sheet = CssStyleSheet::new().unwrap();
        sheet.replace_sync(css).unwrap();
        all.push(&sheet);
    }
    dom::document().set_adopted_style_sheets(&all);
}

/// Waits for the next frame.
pub async fn frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        dom::window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits frame by frame until something has held for three of them; fails after two seconds' frames.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    let mut held = 0;
    for _ in 0..120 {
        held = if holds() { held + 1 } else { 0 };
        if held == 3 {
            return;
        }
        frame().await;
    }
    panic!("never: {what}");
}
