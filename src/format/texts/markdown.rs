//! Markdown to plain text: each heading, paragraph, item and row is a line.

use super::{Page, Remark, html};
use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// The words of a text in Markdown. Its title is the one that its metadata say, else its first heading of the first level.
pub fn page(text: &str) -> Page {
    let mut reading = Reading::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for event in Parser::new_ext(text, options) {
        reading.take(event);
    }
    reading.done()
}

#[derive(Default)]
struct Reading {
    text: String,
    title: Option<String>,
    /// Where the first heading of the first level begins, while it is open.
    heading: Option<usize>,
    /// The metadata or the HTML that is being gathered.
    apart: Option<String>,
    /// How many pictures are open, whose words are not shown.
    within: usize,
    pictures: u32,
    /// Whether the row has a cell.
    row: bool,
}

impl Reading {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(words) | Event::Html(words) if self.apart.is_some() => {
                if let Some(apart) = &mut self.apart {
                    apart.push_str(&words);
                }
            }
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words)
                if self.within == 0 =>
            {
                self.text.push_str(&words);
            }
            Event::InlineHtml(tag) if self.within == 0 && is_break(&tag) => self.text.push('\n'),
            Event::SoftBreak if self.within == 0 => self.text.push(' '),
            Event::HardBreak if self.within == 0 => self.text.push('\n'),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag {
            Tag::Image { .. } => {
                self.within += 1;
                self.pictures += 1;
            }
            Tag::MetadataBlock(_) | Tag::HtmlBlock => {
                self.line();
                self.apart = Some(String::new());
            }
            Tag::TableCell if std::mem::replace(&mut self.row, true) => self.text.push('\t'),
            Tag::TableHead | Tag::TableRow => {
                self.line();
                self.row = false;
            }
            Tag::Heading { level, .. } => {
                self.line();
                if *level == HeadingLevel::H1 && self.title.is_none() {
                    self.heading = Some(self.text.len());
                }
            }
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::List(_) | Tag::Item | Tag::Table(_) => self.line(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.within = self.within.saturating_sub(1),
            TagEnd::HtmlBlock => {
                let html = self.apart.take().unwrap_or_default();
                let found = html::read(&html);
                self.pictures += found.pictures;
                self.text.push_str(&found.text);
                self.line();
            }
            TagEnd::MetadataBlock(kind) => {
                let said = self.apart.take().unwrap_or_default();
                if kind == MetadataBlockKind::YamlStyle {
                    self.title = title_of(&said);
                }
            }
            TagEnd::Heading(_) => {
                if let Some(from) = self.heading.take() {
                    self.title =
                        self.text.get(from..).map(|words| words.trim().replace('\n', " ")).filter(|words| !words.is_empty());
                }
                self.line();
            }
            TagEnd::TableHead | TagEnd::TableRow => self.text.push('\n'),
            TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::List(_) | TagEnd::Item => self.line(),
            _ => {}
        }
    }

    /// What comes begins a line.
    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn done(mut self) -> Page {
        self.text.truncate(self.text.trim_end_matches(['\n', ' ']).len());
        let remarks = (self.pictures > 0).then_some(Remark::PicturesLeftOut(self.pictures)).into_iter().collect();
        Page { title: self.title, text: self.text, remarks }
    }
}

fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}

/// The title that metadata in YAML say, where it stands on one line.
fn title_of(yaml: &str) -> Option<String> {
    let title = yaml.lines().find_map(|line| line.strip_prefix("title:"))?.trim();
    let quoted = ['"', '\''].into_iter().find_map(|quote| title.strip_prefix(quote)?.strip_suffix(quote));
    Some(quoted.unwrap_or(title).to_owned()).filter(|title| !title.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markdown: &str) -> String {
        page(markdown).text
    }

    #[test]
    fn headings_paragraphs_lists_and_tables_are_lines() {
        for (markdown, expected) in [
            (
                "# عنوان\n\nفقرة *مائلة* و**بارزة** و~~ملغاة~~\nسطرها الثاني\n\nأخرى",
                "عنوان\nفقرة مائلة وبارزة وملغاة سطرها الثاني\nأخرى",
            ),
            ("عنوان\n=====\nنص", "عنوان\nنص"),
            ("- أ\n- ب\n  - ج\n  - د\n\n1. هـ\n2. و", "أ\nب\nج\nد\nهـ\nو"),
            ("- [x] أ\n- [ ] ب", "أ\nب"),
            ("- أ\n\n  ثانية\n- ب", "أ\nثانية\nب"),
            ("> اقتباس\n> ثانٍ", "اقتباس ثانٍ"),
            ("|أ|ب|\n|-|-|\n|1||\n|3|4|\n\nبعد", "أ\tب\n1\t\n3\t4\nبعد"),
            ("أ  \nب\\\nج", "أ\nب\nج"),
            ("```rust\nlet a = 1;\n\n  b();\n```\nبعد", "let a = 1;\n\n  b();\nبعد"),
            ("`a*b*` &amp; \\* <https://example.org/>", "a*b* & * https://example.org/"),
            ("[كلمات](https://example.org \"x\") و[مرجع][1]\n\n[1]: https://example.org", "كلمات ومرجع"),
            ("أ<br>ب <b>ج</b>", "أ\nب ج"),
            ("<div>\n<p>أ</p><script>x</script>ب\n</div>\n\nج", "أ\nب\nج"),
            ("أ\n\n---\n\nب", "أ\nب"),
            ("", ""),
        ] {
            assert_eq!(text(markdown), expected, "{markdown:?}");
        }
    }

    #[test]
    fn the_title_is_what_the_metadata_say_else_the_first_heading() {
        let said = |markdown: &str| page(markdown).title;
        assert_eq!(said("---\ntitle: \"خبر\"\ndate: x\n---\n# آخر\n\nنص").as_deref(), Some("خبر"));
        assert_eq!(said("---\ndate: x\n---\n# آخر *مائل*\n# ثانٍ").as_deref(), Some("آخر مائل"));
        assert_eq!(said("## فرعي\n\nنص"), None);
        assert_eq!(text("---\ntitle: خبر\n---\nنص"), "نص");
    }

    #[test]
    fn pictures_are_left_out_and_told() {
        let page = page("أ ![صورة *x*](a.png) ب <img src=x>\n\n<p><img></p>");
        assert_eq!((page.text.as_str(), page.remarks), ("أ  ب", vec![Remark::PicturesLeftOut(2)]));
    }

    #[test]
    fn whatever_comes_nothing_breaks() {
        for markdown in [
            "> ".repeat(20_000),
            "- ".repeat(20_000),
            "[".repeat(20_000),
            "![".repeat(5_000),
            "*a ".repeat(20_000),
            "|".repeat(20_000),
        ] {
            let _ = page(&markdown);
        }
        let all = "# أ\n\n|أ|ب|\n|-|-|\n|![x](y)|`c`|\n\n<div>\n\n- [ ] ج\n\n---\n\n```\n";
        for (end, _) in all.char_indices() {
            let _ = page(&all[..end]);
            let _ = page(&all[end..]);
        }
    }
}
