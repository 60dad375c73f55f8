//! A plot as elements of SVG, which the page draws and a file holds.

use super::plot::{Anchor, Mark, Plot, Tone, WIDTH};
use crate::core::fixed::fixed;

/// The colours of a plot and its face, as CSS writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// What is behind everything; empty for nothing.
    pub paper: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text beside it.
    pub soft: &'static str,
    /// Axes.
    pub rule: &'static str,
    /// What is shown.
    pub fill: &'static str,
    /// The families of the face.
    pub face: &'static str,
}

impl Paint {
    /// Those of the page as it is shown.
    pub const PAGE: Self = Self {
        paper: "",
        ink: "var(--ink)",
        soft: "var(--ink-soft)",
        rule: "var(--rule)",
        fill: "var(--accent)",
        face: "var(--face-ui)",
    };

    /// Those of files, the same as on paper. The contrast of text is 7 to 1 at least.
    pub const FILE: Self = Self {
        paper: "#ffffff",
        ink: "#1b1713",
        soft: "#4f4a44",
        rule: "#c9c5bf",
        fill: "#2f5f93",
        face: "\"Hashiya UI\", Vazirmatn, \"Noto Sans Arabic\", sans-serif",
    };

    /// A colour of it.
    #[must_use]
    pub const fn tone(&self, tone: Tone) -> &'static str {
        match tone {
            Tone::Ink => self.ink,
            Tone::Soft => self.soft,
            Tone::Rule => self.rule,
            Tone::Fill => self.fill,
        }
    }
}

/// An element of SVG without children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Its words.
    pub words: String,
}

/// The plot's view box.
#[must_use]
pub fn view_box(plot: &Plot) -> String {
    format!("0 0 {} {}", fixed(WIDTH, 0), number(plot.height))
}

/// The plot's elements, one upon another.
#[must_use]
pub fn elements(plot: &Plot, paint: &Paint) -> Vec<Element> {
    let paper = Mark::Box(0.0, 0.0, WIDTH, plot.height, 1.0);
    let behind = (!paint.paper.is_empty()).then(|| element(&paper, plot.rtl, &Paint { fill: paint.paper, ..*paint }));
    behind.into_iter().chain(plot.marks.iter().map(|mark| element(mark, plot.rtl, paint))).collect()
}

fn element(mark: &Mark, rtl: bool, paint: &Paint) -> Element {
    let (name, attributes, words) = match mark {
        Mark::Box(x, y, width, height, shade) => (
            "rect",
            vec![
                ("x", number(*x)),
                ("y", number(*y)),
                ("width", number(*width)),
                ("height", number(*height)),
                ("fill", paint.fill.to_owned()),
                ("fill-opacity", fixed(*shade, 3)),
            ],
            "",
        ),
        Mark::Line(points, width, tone, dashes) => (
            "polyline",
            vec![
                ("points", points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect::<Vec<_>>().join(" ")),
                ("fill", "none".to_owned()),
                ("stroke", paint.tone(*tone).to_owned()),
                ("stroke-width", number(*width)),
                ("stroke-dasharray", dashing(dashes)),
            ],
            "",
        ),
        Mark::Dot(x, y) => {
            ("circle", vec![("cx", number(*x)), ("cy", number(*y)), ("r", "2.5".into()), ("fill", paint.fill.into())], "")
        }
        Mark::Words(x, y, size, anchor, tone, words) => (
            "text",
            vec![
                ("x", number(*x)),
                ("y", number(*y)),
                ("font-size", number(*size)),
                ("font-family", paint.face.to_owned()),
                ("fill", paint.tone(*tone).to_owned()),
                ("direction", if rtl { "rtl" } else { "ltr" }.to_owned()),
                ("text-anchor", self::anchor(*anchor).to_owned()),
            ],
            words.as_str(),
        ),
    };
    Element { name, attributes, words: words.to_owned() }
}

fn number(number: f64) -> String {
    fixed(number, 2)
}

fn dashing(dashes: &[f64]) -> String {
    let lengths = dashes.iter().map(|length| number(*length)).collect::<Vec<_>>().join(" ");
    if lengths.is_empty() { "none".to_owned() } else { lengths }
}

const fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// The plot as a file of SVG. `style` is a sheet that goes with it, such as one that brings the face; it may be empty.
#[must_use]
pub fn file(plot: &Plot, lang: &str, title: &str, about: &str, style: &str) -> String {
    let paint = Paint::FILE;
    // A little room on all sides.
    let (wide, high) = (fixed(WIDTH + 16.0, 0), number(plot.height + 16.0));
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let view = format!("-8 -8 {wide} {high}");
    for (name, value) in [
        ("width", wide.as_str()),
        ("height", high.as_str()),
        ("viewBox", view.as_str()),
        ("role", "img"),
        ("xml:lang", lang),
        ("aria-labelledby", "title about"),
    ] {
        attribute(&mut text, name, value);
    }
    text.push_str(">\n");
    for (name, words) in [("title", title), ("desc", about)] {
        text.push_str(&format!("<{name} id=\"{}\">", if name == "desc" { "about" } else { name }));
        escape(&mut text, words);
        text.push_str(&format!("</{name}>\n"));
    }
    if !style.is_empty() {
        text.push_str("<style>");
        escape(&mut text, style);
        text.push_str("</style>\n");
    }
    text.push_str("<rect x=\"-8\" y=\"-8\" width=\"100%\" height=\"100%\"");
    attribute(&mut text, "fill", paint.paper);
    text.push_str("/>\n");
    for one in elements(plot, &Paint { paper: "", ..paint }) {
        text.push('<');
        text.push_str(one.name);
        for (name, value) in &one.attributes {
            attribute(&mut text, name, value);
        }
        if one.words.is_empty() {
            text.push_str("/>\n");
        } else {
            text.push('>');
            escape(&mut text, &one.words);
            text.push_str(&format!("</{}>\n", one.name));
        }
    }
    text.push_str("</svg>\n");
    text
}

fn attribute(text: &mut String, name: &str, value: &str) {
    text.push(' ');
    text.push_str(name);
    text.push_str("=\"");
    escape(text, value);
    text.push('"');
}

/// Text as XML holds it; what XML cannot hold becomes a sign.
fn escape(text: &mut String, words: &str) {
    for character in words.chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\t' | '\n' => text.push(character),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => text.push('\u{FFFD}'),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests;
