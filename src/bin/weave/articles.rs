//! The bundled articles as HTML: one element with one text node for each block, and nothing else that has text.

use std::fmt::Write as _;

use hashiya::core::outline::{self, BlockKind};
use hashiya::core::range::TextRange;
use hashiya::core::text::Text;
use hashiya::i18n::{self, Lang, Word};
use hashiya::seeds::Seed;

/// The articles in order, each under its own title where that is no line of its text.
pub fn articles(seeds: &[Seed]) -> String {
    seeds.iter().map(article).collect()
}

/// The bar before the program has come: its name and the articles, of the size they have when the program fills it anew.
pub fn bar(seeds: &[Seed]) -> String {
    let link = |seed: &Seed| {
        format!(
            r##"<a href="#/{}"><bdi class="name both">{}</bdi><span class="status new" aria-hidden="true"><i></i></span><span class="count" aria-hidden="true"></span></a>"##,
            escape(seed.id),
            both(seed.short, seed.short_en),
        )
    };
    let links: String = seeds.iter().map(link).collect();
    let first = seeds.first().map_or("", |seed| seed.id);
    let brand = both_words(Word::Product);
    format!(r##"<div class="bar"><a class="brand both" href="#/{first}">{brand}</a><nav class="documents">{links}</nav></div>"##)
}

/// CSS that shows one article at a time once `html` names the open one in `data-open`, and one language at a time.
pub fn rules(seeds: &[Seed]) -> String {
    let mut css = String::from("html[lang=en] .both>[lang=ar],html:not([lang=en]) .both>[lang=en]{display:none}\n");
    for Seed { id, .. } in seeds {
        let _ = writeln!(
            css,
            r#"html[data-open]:not([data-open="{id}"]) :is(#reading>[data-document="{id}"],[data-title-of="{id}"]){{display:none}}"#
        );
    }
    css
}

fn article(seed: &Seed) -> String {
    let text = Text::new(seed.text);
    let regions: Vec<_> = seed.regions.iter().map(|region| TextRange::of(region.start, region.end)).collect();
    let (id, title, language, direction) = (escape(seed.id), escape(seed.title), escape(seed.language), escape(seed.direction));
    let mut html = String::new();
    if seed.title_is_ours {
        let _ = write!(
            html,
            r#"<header class="own-title" data-title-of="{id}"><h1 lang="{language}" dir="{direction}">{title}</h1><p class="both">{}</p></header>"#,
            both_words(Word::OurTitle),
        );
    }
    let file = escape(seed.file);
    let _ = write!(
        html,
        r#"<article data-document="{id}" data-file="seeds/{file}" lang="{language}" dir="{direction}" aria-label="{title}" tabindex="0">"#
    );
    let kinds = outline::kinds(&text, seed.title, &regions);
    let blocks: Vec<_> = text.blocks().iter().zip(kinds).collect();
    for sheet in outline::sheets(&blocks) {
        html.push_str(r#"<section class="sheet">"#);
        for (block, kind) in sheet {
            let (name, mut classes) = match kind {
                BlockKind::Title => ("h1", vec!["title"]),
                BlockKind::Heading => ("h2", vec!["heading"]),
                BlockKind::Paragraph => ("p", vec![]),
            };
            if regions.iter().any(|region| region.overlaps(block.range)) {
                classes.push("region");
            }
            if outline::is_spaced(text.slice(block.range)) {
                classes.push("spaced");
            }
            let class = if classes.is_empty() { String::new() } else { format!(r#" class="{}""#, classes.join(" ")) };
            let (start, text) = (block.start_utf16.0, escape(text.slice(block.range)));
            let _ = write!(
                html,
                r#"<div class="row"><div class="layer" aria-hidden="true"></div><{name}{class} data-start="{start}">{text}</{name}></div>"#
            );
        }
        html.push_str("</section>");
    }
    html.push_str("</article>");
    html
}

fn both_words(said: Word) -> String {
    both(i18n::word(Lang::Ar, said), i18n::word(Lang::En, said))
}

/// Words in both languages; the rules show those of the interface.
fn both(arabic: &str, english: &str) -> String {
    format!(r#"<span lang="ar" dir="rtl">{}</span><span lang="en" dir="ltr">{}</span>"#, escape(arabic), escape(english))
}

/// `text` as HTML that a parser reads back exactly. Blocks hold no CR, which a parser would turn into LF.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use hashiya::seeds;

    /// The text nodes of `html` with their UTF-16 starts, read back as a parser would.
    fn blocks(html: &str) -> Vec<(usize, String)> {
        let read = |piece: &str| {
            let (start, rest) = piece.split_once('"').unwrap();
            let (_, rest) = rest.split_once('>').unwrap();
            let text = rest.split_once('<').unwrap().0;
            let text = text.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
            (start.parse().unwrap(), text)
        };
        html.split("data-start=\"").skip(1).map(read).collect()
    }

    #[test]
    fn every_block_has_the_text_that_stands_at_its_start() {
        for seed in seeds::documents() {
            let units: Vec<u16> = seed.text.encode_utf16().collect();
            let mut rebuilt = vec![u16::from(b'\n'); units.len()];
            for (start, text) in blocks(&article(seed)) {
                for (place, unit) in text.encode_utf16().enumerate() {
                    rebuilt[start + place] = unit;
                }
            }
            assert_eq!(String::from_utf16(&rebuilt).unwrap(), seed.text);
        }
    }

    #[test]
    fn nothing_but_blocks_has_text_inside_an_article() {
        for seed in seeds::documents() {
            let html = article(seed);
            let inside = html.split_once("<article").unwrap().1.split_once('>').unwrap().1;
            let all: String = inside.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text).collect();
            let told: String = blocks(&html).into_iter().map(|(_, text)| escape(&text)).collect();
            assert_eq!(all, told);
        }
    }

    #[test]
    fn a_title_that_is_ours_stands_outside_the_article() {
        let [first, second] = [0, 1].map(|index| article(&seeds::documents()[index]));
        assert!(first.starts_with("<article") && first.contains(r#"<h1 class="title" data-start="0">"#));
        assert!(second.starts_with(r#"<header class="own-title" data-title-of="nyt-report">"#));
        assert_eq!(first.matches(r#"class="region""#).count(), 3);
    }

    #[test]
    fn what_html_gives_a_meaning_is_escaped() {
        assert_eq!(escape(r#"<a & "b">"#), "&lt;a &amp; &quot;b&quot;&gt;");
    }
}
