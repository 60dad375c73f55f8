//! Pages of the web to plain text: each block is a line, white space is what a browser would show of it.

mod words;

use super::{Page, Remark};
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};
use std::borrow::Cow;
use words::Words;

/// Elements whose content nobody reads as text.
const UNREAD: [&[u8]; 14] = [
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"iframe",
    b"noembed",
    b"noframes",
    b"canvas",
    b"audio",
    b"video",
    b"svg",
    b"select",
    b"datalist",
    b"rp",
];

/// Elements that stand on lines of their own.
const BLOCKS: [&[u8]; 51] = [
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dialog",
    b"dir",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"head",
    b"header",
    b"hgroup",
    b"hr",
    b"html",
    b"legend",
    b"li",
    b"listing",
    b"main",
    b"menu",
    b"nav",
    b"ol",
    b"p",
    b"plaintext",
    b"pre",
    b"search",
    b"section",
    b"summary",
    b"table",
    b"tbody",
    b"textarea",
    b"tfoot",
    b"thead",
    b"tr",
    b"ul",
    b"xmp",
];

/// Elements whose content a tokenizer takes as raw text, so that one closed in itself, as XML has it, would take all that follows.
const RAW: [&str; 9] = ["script", "style", "title", "textarea", "iframe", "noscript", "noembed", "noframes", "xmp"];

/// What a page holds.
#[derive(Debug, Default)]
pub struct Read {
    /// Its `title`.
    pub title: Option<String>,
    /// Its first heading of the three highest levels.
    pub heading: Option<String>,
    /// Its words.
    pub text: String,
    /// Pictures in it.
    pub pictures: u32,
}

/// The words of a page.
pub fn page(text: &str) -> Page {
    let Read { title, heading, text, pictures } = read(text);
    let remarks = (pictures > 0).then_some(Remark::PicturesLeftOut(pictures)).into_iter().collect();
    Page { title: title.or(heading), text, remarks }
}

/// What a page holds.
pub fn read(text: &str) -> Read {
    let text = if text.trim_start().starts_with("<?xml") { Cow::Owned(without_closed(text)) } else { Cow::Borrowed(text) };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reading = Reading::default();
    for token in Tokenizer::new_with_emitter(&*text, emitter) {
        let Ok(token) = token;
        reading.take(&token);
    }
    reading.done()
}

/// A page being read.
#[derive(Default)]
struct Reading {
    words: Words,
    found: Read,
    /// The element that is not read, and how deep in itself it stands.
    unread: Option<(HtmlString, usize)>,
    /// The words of the title, while it is open.
    title: Option<Words>,
    /// Where the first heading begins, while it is open.
    heading: Option<usize>,
    /// How many elements are open that keep their white space.
    kept: usize,
}

impl Reading {
    fn take(&mut self, token: &Token) {
        match token {
            Token::StartTag(tag) => {
                if let Some((name, depth)) = &mut self.unread {
                    *depth += usize::from(*name == tag.name && !tag.self_closing);
                } else {
                    self.open(&tag.name);
                }
            }
            Token::EndTag(tag) => match &mut self.unread {
                Some((name, depth)) if *name == tag.name => {
                    *depth -= 1;
                    if *depth == 0 {
                        self.unread = None;
                    }
                }
                Some(_) => {}
                None => self.close(&tag.name),
            },
            Token::String(string) if self.unread.is_none() => {
                let words = String::from_utf8_lossy(string);
                match &mut self.title {
                    Some(title) => title.put(&words, false),
                    None => self.words.put(&words, self.kept > 0),
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, name: &HtmlString) {
        let name = name.as_slice();
        if UNREAD.contains(&name) {
            self.unread = Some((HtmlString(name.to_vec()), 1));
            return;
        }
        if BLOCKS.contains(&name) {
            self.words.block();
        }
        match name {
            b"title" => self.title = Some(Words::default()),
            b"br" => self.words.line(),
            b"img" | b"picture" | b"object" | b"embed" => self.found.pictures += u32::from(name != b"picture"),
            b"pre" | b"textarea" | b"listing" | b"xmp" | b"plaintext" => {
                self.kept += 1;
                self.words.drop_line();
            }
            b"table" => self.words.table(),
            b"tr" => self.words.row(),
            b"td" | b"th" => self.words.cell(),
            b"h1" | b"h2" | b"h3" if self.found.heading.is_none() => self.heading = Some(self.words.len()),
            _ => {}
        }
    }

    fn close(&mut self, name: &HtmlString) {
        let name = name.as_slice();
        match name {
            b"title" => {
                let title = self.title.take().map(Words::done).filter(|title| !title.is_empty());
                self.found.title = self.found.title.take().or(title);
            }
            b"pre" | b"textarea" | b"listing" | b"xmp" | b"plaintext" => self.kept = self.kept.saturating_sub(1),
            b"tr" => self.words.end_row(),
            b"table" => self.words.end_table(),
            b"h1" | b"h2" | b"h3" => {
                if let Some(from) = self.heading.take() {
                    let heading = self.words.since(from).split_whitespace().collect::<Vec<_>>().join(" ");
                    self.found.heading = Some(heading).filter(|heading| !heading.is_empty());
                }
            }
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.words.block();
        }
    }

    fn done(self) -> Read {
        Read { text: self.words.done(), ..self.found }
    }
}

/// XML without the elements that are closed in themselves and would not be so in HTML.
fn without_closed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let closed = rest[..end].ends_with("/>") && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name));
        if !closed {
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
