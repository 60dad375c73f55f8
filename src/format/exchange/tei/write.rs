//! A corpus as TEI files.

use super::super::file::{OutFile, Written};
use super::super::left_out;
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, LinkEnd, Mark, Sheet};
use super::super::options::Options;
use super::super::plain;
use super::super::tokens::{Tokenised, tokenise};
use super::super::web_annotation::address_of;
use super::SPACE;
use super::markup::{escaped, feature, features, is_allowed};
use crate::core::document::Direction;
use crate::core::range::TextRange;
use crate::core::units::Offset;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

/// The corpus as files of this format.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let mut written = Written::default();
    let mut renamed = BTreeSet::new();
    for sheet in &corpus.documents {
        let mut page = Page { sheet, out: String::new(), losses: Vec::new(), renamed: &mut renamed };
        page.document(corpus, options);
        let Page { out, losses, .. } = page;
        written.losses.extend(losses);
        written.files.push(OutFile::text(format!("{}.xml", sheet.name), out));
    }
    let is_entity = |end: &LinkEnd| matches!(end, LinkEnd::Entity(_));
    let links = corpus.links.iter().filter(|link| is_entity(&link.from) || is_entity(&link.to));
    written.losses.extend(links.map(|link| left_out::link(corpus, link)));
    written
}

struct Page<'a> {
    sheet: &'a Sheet,
    out: String,
    losses: Vec<Loss>,
    renamed: &'a mut BTreeSet<String>,
}

impl Page<'_> {
    fn lose(&mut self, kind: LossKind, words: String, label: &str) {
        self.losses.push(Loss::new(kind, &self.sheet.name, words, label));
    }

    fn put(&mut self, depth: usize, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{}{line}", "  ".repeat(depth));
    }

    /// A label as a word, which is all that a type may be.
    fn word(&mut self, label: &str) -> String {
        let plain = |character: char| {
            if character.is_whitespace()
                || character.is_control()
                || matches!(character, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
            {
                '_'
            } else {
                character
            }
        };
        let word: String = label.chars().map(plain).collect();
        let word = if word.is_empty() { "_".to_owned() } else { word };
        if word != label && self.renamed.insert(label.to_owned()) {
            self.losses.push(Loss::new(LossKind::Renamed, "", label, &word));
        }
        escaped(&word)
    }

    fn document(&mut self, corpus: &Corpus, options: &Options) {
        let sheet = self.sheet;
        self.put(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        self.put(0, &format!("<TEI xmlns=\"{SPACE}\">"));
        self.header();
        // Each piece stands by itself until it is known which tokens it holds.
        let mut parts: Vec<(usize, TextRange)> = sheet
            .spans
            .iter()
            .enumerate()
            .flat_map(|(place, span)| span.pieces.iter().map(move |piece| (place, *piece)))
            .collect();
        parts.sort_by_key(|(_, piece)| (piece.start(), std::cmp::Reverse(piece.end())));
        let mark = |(place, piece): &(usize, TextRange)| {
            let span: &Mark = &sheet.spans[*place];
            Mark { id: span.id.clone(), label: span.label.clone(), pieces: vec![*piece], ..Mark::default() }
        };
        let done = tokenise(&Sheet { spans: parts.iter().map(mark).collect(), ..sheet.clone() }, options);
        let mut held: Vec<Option<Vec<Range<usize>>>> = vec![Some(Vec::new()); sheet.spans.len()];
        for ((place, _), tokens) in parts.iter().zip(&done.spans) {
            match (tokens, &mut held[*place]) {
                (Some(tokens), Some(all)) => all.push(tokens.clone()),
                (_, none) => *none = None,
            }
        }
        self.losses.extend(done.losses.iter().cloned());
        self.stand_off(corpus, &held);
        self.text(&done);
        self.put(0, "</TEI>");
    }

    fn header(&mut self) {
        let sheet = self.sheet;
        let source = match sheet.source.as_deref() {
            Some(source) if source.contains("://") && !source.contains(char::is_whitespace) => {
                format!("<ref target=\"{}\"/>", escaped(source))
            }
            source => escaped(source.unwrap_or_default()),
        };
        self.put(1, "<teiHeader>");
        self.put(2, "<fileDesc>");
        self.put(3, &format!("<titleStmt><title>{}</title></titleStmt>", escaped(&sheet.title)));
        self.put(3, "<publicationStmt><p/></publicationStmt>");
        self.put(3, &format!("<sourceDesc><p>{source}</p></sourceDesc>"));
        self.put(2, "</fileDesc>");
        let terms: String = sheet.labels.iter().map(|label| format!("<term>{}</term>", escaped(label))).collect();
        if !terms.is_empty() {
            self.put(2, &format!("<profileDesc><textClass><keywords>{terms}</keywords></textClass></profileDesc>"));
        }
        self.put(1, "</teiHeader>");
        if !sheet.extra.is_empty() {
            self.lose(LossKind::About, sheet.title.clone(), "");
        }
    }

    fn stand_off(&mut self, corpus: &Corpus, held: &[Option<Vec<Range<usize>>>]) {
        let sheet = self.sheet;
        let (mut spans, mut events, mut relations, mut structures) = (String::new(), String::new(), String::new(), String::new());
        let mut ids = BTreeSet::new();
        for (span, tokens) in sheet.spans.iter().zip(held) {
            let Some(tokens) = tokens.as_ref().filter(|tokens| !tokens.is_empty()) else { continue };
            ids.insert(span.id.as_str());
            let word = self.word(&span.label);
            let (inner, links) = self.features(span, word != escaped(&span.label));
            let ana = if inner.is_empty() { String::new() } else { format!(" ana=\"#f-s-{}\"", span.id) };
            let corresp = if links.is_empty() { String::new() } else { format!(" corresp=\"{}\"", links.join(" ")) };
            let place = self.place(span, tokens);
            spans += &format!("      <span xml:id=\"s-{}\" type=\"{word}\" {place}{ana}{corresp}/>\n", span.id);
            if !inner.is_empty() {
                structures += &format!("    <fs xml:id=\"f-s-{}\" type=\"span\">{inner}</fs>\n", span.id);
            }
        }
        for event in &sheet.events {
            let words = || left_out::trigger_words(sheet, event.trigger.as_deref());
            let trigger = event.trigger.as_deref().filter(|id| ids.contains(id));
            let kept = event.roles.iter().filter(|(_, span)| ids.contains(span.as_str()));
            let role = |(role, span): &(String, String)| {
                features("role", &format!("{}<f name=\"span\" fVal=\"#s-{span}\"/>", feature("name", role)))
            };
            let mut inner: String = kept.clone().map(role).collect();
            if kept.count() < event.roles.len() || trigger != event.trigger.as_deref() {
                self.lose(LossKind::EventPart, words(), &event.kind);
            }
            let word = self.word(&event.kind);
            if word != escaped(&event.kind) {
                inner += &feature("label", &event.kind);
            }
            if !event.note.is_empty() {
                inner += &feature("note", &event.note);
            }
            let target = trigger.map(|id| format!(" target=\"#s-{id}\"")).unwrap_or_default();
            events += &format!("      <span xml:id=\"e-{}\" type=\"{word}\"{target} ana=\"#f-e-{}\"/>\n", event.id, event.id);
            structures += &format!("    <fs xml:id=\"f-e-{}\" type=\"event\">{inner}</fs>\n", event.id);
        }
        let desc =
            |note: &str| if note.is_empty() { "/>".to_owned() } else { format!("><desc>{}</desc></relation>", escaped(note)) };
        for tie in &sheet.relations {
            if ids.contains(tie.from.as_str()) && ids.contains(tie.to.as_str()) {
                let word = self.word(&tie.kind);
                let (id, from, to) = (&tie.id, &tie.from, &tie.to);
                relations += &format!(
                    "      <relation xml:id=\"r-{id}\" name=\"{word}\" active=\"#s-{from}\" passive=\"#s-{to}\"{}\n",
                    desc(&tie.note)
                );
            } else {
                self.lose(LossKind::Relation, left_out::tie_words(sheet, tie), &tie.kind);
            }
        }
        let mut links = String::new();
        for link in &corpus.links {
            let end = |end: &LinkEnd| match end {
                LinkEnd::Span(doc, id) => Some((doc.clone(), format!("{doc}.xml#s-{id}"))),
                LinkEnd::Event(doc, id) => Some((doc.clone(), format!("{doc}.xml#e-{id}"))),
                LinkEnd::Entity(_) => None,
            };
            if let (Some((doc, from)), Some((_, to))) = (end(&link.from), end(&link.to))
                && doc == sheet.name
            {
                let word = self.word(&link.kind);
                links += &format!(
                    "      <relation xml:id=\"l-{}\" name=\"{word}\" active=\"{from}\" passive=\"{to}\"{}\n",
                    link.id,
                    desc(&link.note)
                );
            }
        }
        if [&spans, &events, &relations, &links].iter().all(|part| part.is_empty()) {
            return;
        }
        self.put(1, "<standOff>");
        let groups = [
            ("spanGrp type=\"entities\"", "spanGrp", spans),
            ("spanGrp type=\"events\"", "spanGrp", events),
            ("listRelation", "listRelation", relations),
            ("listRelation type=\"links\"", "listRelation", links),
        ];
        for (open, close, lines) in groups.into_iter().filter(|(.., lines)| !lines.is_empty()) {
            self.put(2, &format!("<{open}>"));
            self.out += &lines;
            self.put(2, &format!("</{close}>"));
        }
        self.out += &structures;
        self.put(1, "</standOff>");
    }

    /// Which tokens a span holds: from one to another, or each where they do not follow one another.
    fn place(&mut self, span: &Mark, pieces: &[Range<usize>]) -> String {
        let follow = pieces.windows(2).filter(|pair| pair[1].start <= pair[0].end).count();
        if follow > 0 {
            self.lose(LossKind::Filled, self.sheet.words(span), &span.label);
        }
        let (first, last) =
            (pieces.first().map_or(0, |piece| piece.start), pieces.iter().map(|piece| piece.end).max().unwrap_or(0));
        if follow + 1 == pieces.len() {
            return format!("from=\"#t{}\" to=\"#t{last}\"", first + 1);
        }
        let tokens: BTreeSet<usize> = pieces.iter().cloned().flatten().collect();
        let tokens: Vec<String> = tokens.into_iter().map(|token| format!("#t{}", token + 1)).collect();
        format!("target=\"{}\"", tokens.join(" "))
    }

    /// What is said of a span beside its label, and the addresses of what it mentions.
    fn features(&self, span: &Mark, is_renamed: bool) -> (String, Vec<String>) {
        let mut inner = String::new();
        if is_renamed {
            inner += &feature("label", &span.label);
        }
        for (name, value) in &span.attributes {
            inner += &features("attribute", &[feature("name", name), feature("value", &plain::written(value))].concat());
        }
        let mut links = Vec::new();
        for referent in &span.referents {
            let link = referent.link.as_deref();
            inner += &features(
                "entity",
                &[
                    feature("id", &referent.id),
                    feature("name", &referent.name),
                    link.map(|link| feature("link", link)).unwrap_or_default(),
                ]
                .concat(),
            );
            links.extend(address_of(referent).map(|address| escaped(&address)));
        }
        let parts =
            [("note", &*span.note), ("annotator", span.annotator.as_deref().unwrap_or_default()), ("created", &span.created_at)];
        for (name, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            inner += &feature(name, text);
        }
        (inner, links)
    }

    fn text(&mut self, done: &Tokenised) {
        let sheet = self.sheet;
        let language =
            if sheet.language.is_empty() { String::new() } else { format!(" xml:lang=\"{}\"", escaped(&sheet.language)) };
        let style = if sheet.direction == Direction::Auto {
            String::new()
        } else {
            format!(" style=\"direction: {}\"", sheet.direction.name())
        };
        let _ = write!(self.out, "  <text{language}{style}>\n    <body>\n      <ab xml:space=\"preserve\">");
        let mut at = Offset(0);
        for (place, token) in done.tokens.iter().enumerate() {
            let words = sheet.text.slice(*token);
            let name = if words.chars().any(char::is_alphanumeric) { "w" } else { "pc" };
            let between = escaped(sheet.text.slice(TextRange::new(at, token.start())));
            let _ = write!(self.out, "{between}<{name} xml:id=\"t{}\">{}</{name}>", place + 1, escaped(words));
            at = token.end();
        }
        let rest = escaped(sheet.text.slice(TextRange::new(at, sheet.text.len())));
        let _ = write!(self.out, "{rest}</ab>\n    </body>\n  </text>\n");
        if !sheet.text.as_str().chars().all(is_allowed) {
            self.lose(LossKind::Characters, sheet.title.clone(), "");
        }
    }
}
