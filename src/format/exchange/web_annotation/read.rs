//! Annotations as a corpus.

mod targets;

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{CrossLink, Happening, LinkEnd, Mark, Sheet, Tie, Unit};
use super::body::{Bodies, annotator};
use super::iri;
use super::list::{annotations, each};
use crate::core::text::Text;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use targets::{Target, targets};

/// How many labels of one annotation are read.
const LABELS_MAX: usize = 64;

/// Reads files of this format: annotations, and the texts that they are of where those are given.
///
/// # Errors
/// When one is not UTF-8 or not JSON, or when there is no document in any.
pub fn read(files: &[InFile]) -> Reading {
    let (texts, lists): (Vec<&InFile>, Vec<&InFile>) = files.iter().partition(|file| file.ends(".txt"));
    let mut reader = Reader::default();
    let mut listed = Vec::new();
    for (place, file) in lists.iter().enumerate() {
        listed.extend(annotations(file)?.into_iter().map(|(line, value)| One { file, place, line, value }));
    }
    // What is pointed at comes before what points at it.
    let rest: Vec<&One<'_>> = listed.iter().filter(|one| !reader.span(one)).collect();
    let rest: Vec<&One<'_>> = rest.into_iter().filter(|one| !reader.document(one)).collect();
    let rest: Vec<&One<'_>> = rest.into_iter().filter(|one| !reader.event(one)).collect();
    rest.into_iter().for_each(|one| reader.relation(one));
    reader.name(&lists, &texts)?;
    if reader.sheets.is_empty() {
        return Err(Fault::Empty { file: files.first().map_or_else(String::new, |file| file.name.clone()) });
    }
    reader.found.corpus.documents = reader.sheets.into_iter().map(|home| home.sheet).collect();
    Ok(reader.found)
}

/// An annotation and where it stands.
struct One<'a> {
    file: &'a InFile,
    place: usize,
    line: usize,
    value: Value,
}

impl One<'_> {
    fn motivation(&self) -> &str {
        each(&self.value["motivation"]).first().and_then(Value::as_str).unwrap_or_default()
    }

    fn address(&self) -> Option<&str> {
        self.value["id"].as_str().or_else(|| self.value["@id"].as_str())
    }

    fn remark(&self, kind: RemarkKind, words: &str) -> Remark {
        Remark { file: self.file.name.clone(), line: self.line, kind, words: words.to_owned() }
    }
}

/// A document, the file that first told of it, and its address.
struct Home {
    sheet: Sheet,
    place: usize,
    address: Option<String>,
    ids: BTreeSet<String>,
    /// How many ids were made for annotations without one of their own.
    made: usize,
}

#[derive(Default)]
struct Reader {
    found: Found,
    sheets: Vec<Home>,
    places: BTreeMap<String, usize>,
    /// Where each annotation of a span is: its document and the id there.
    spans: BTreeMap<String, (usize, String)>,
    /// The same of events.
    events: BTreeMap<String, (usize, String)>,
}

impl Reader {
    /// The document of that address; without one that of the file.
    fn home(&mut self, one: &One<'_>, address: Option<&str>) -> usize {
        let key = address.map_or_else(|| format!("file {}", one.place), str::to_owned);
        let count = self.sheets.len();
        let place = *self.places.entry(key).or_insert(count);
        if place == count {
            let source = address.filter(|address| iri::is_address(address)).map(str::to_owned);
            let sheet = Sheet { source, unit: Unit::CodePoint, ..Sheet::default() };
            self.sheets.push(Home {
                sheet,
                place: one.place,
                address: address.map(str::to_owned),
                ids: BTreeSet::new(),
                made: 0,
            });
        }
        place
    }

    /// The last part of an annotation's address, if the document has no such id yet.
    fn id(&mut self, home: usize, one: &One<'_>) -> String {
        let own = one.address().map_or("", |address| address.rsplit(['/', '#', ':']).next().unwrap_or(address));
        let Home { ids, made, .. } = &mut self.sheets[home];
        let mut id = own.to_owned();
        while id.is_empty() || !ids.insert(id.clone()) {
            *made += 1;
            id = format!("a{made}");
        }
        id
    }

    /// Takes an annotation of words, if it is one.
    fn span(&mut self, one: &One<'_>) -> bool {
        let targets = targets(&one.value);
        let Some(first) = targets.iter().find(|target| target.is_part) else { return false };
        let own = targets.iter().filter(|target| target.address == first.address);
        let mut places: Vec<_> = own.filter_map(|target| Some((target.range()?, target.quote.clone()))).collect();
        places.sort_unstable();
        let quotes: Option<Vec<String>> = places.iter().map(|(_, quote)| quote.clone()).collect();
        let pieces: Vec<_> = places.into_iter().map(|(range, _)| range).collect();
        if pieces.is_empty() {
            self.found.remarks.push(one.remark(RemarkKind::BadLimits, first.quote.as_deref().unwrap_or_default()));
            return true;
        }
        let address = first.address.as_deref().or_else(|| one.value["uri"].as_str());
        let home = self.home(one, address);
        let bodies = Bodies::of(&one.value, one.motivation());
        let words = quotes.map(|quotes| quotes.join(Mark::GAP));
        let is_one = pieces.len() == 1;
        let mark = Mark {
            words,
            prefix: first.prefix.clone().filter(|_| is_one),
            suffix: first.suffix.clone().filter(|_| is_one),
            pieces,
            note: bodies.notes.iter().chain(&bodies.descriptions).map(String::as_str).collect::<Vec<_>>().join("\n"),
            attributes: bodies.attributes.clone(),
            referents: bodies.referents.clone(),
            annotator: annotator(&one.value),
            created_at: one.value["created"].as_str().unwrap_or_default().to_owned(),
            ..Mark::default()
        };
        let sheet = &mut self.sheets[home].sheet;
        if let Some(language) = &first.language {
            language.clone_into(&mut sheet.language);
        }
        sheet.direction = first.direction.unwrap_or(sheet.direction);
        if bodies.others + bodies.links.len() > 0 {
            self.found.remarks.push(one.remark(RemarkKind::NoPlace, &one.value["body"].to_string()));
        }
        let mut labels = if bodies.tags.is_empty() { bodies.classes } else { bodies.tags };
        if labels.is_empty() {
            labels.push(if one.motivation().is_empty() { "annotation".to_owned() } else { one.motivation().to_owned() });
        }
        // Each label makes a span with all that is said of it.
        for label in labels.split_off(labels.len().min(LABELS_MAX)) {
            self.found.remarks.push(one.remark(RemarkKind::NoPlace, &label));
        }
        for label in labels {
            let id = self.id(home, one);
            if let Some(address) = one.address() {
                self.spans.entry(address.to_owned()).or_insert((home, id.clone()));
            }
            self.sheets[home].sheet.spans.push(Mark { id, label, ..mark.clone() });
        }
        true
    }

    /// Takes what is said of a document as a whole, if it is such.
    fn document(&mut self, one: &One<'_>) -> bool {
        let bodies = Bodies::of(&one.value, one.motivation());
        let targets = targets(&one.value);
        let is_known = |target: &Target| target.address.as_ref().is_some_and(|address| self.spans.contains_key(address));
        if !bodies.links.is_empty() || targets.len() > 1 || targets.iter().any(is_known) {
            return false;
        }
        let Some(target) = targets.first() else {
            self.found.remarks.push(one.remark(RemarkKind::Unreadable, one.address().unwrap_or_default()));
            return true;
        };
        if !one.value["references"].is_null() {
            self.found.remarks.push(one.remark(RemarkKind::NoPlace, one.value["text"].as_str().unwrap_or_default()));
            return true;
        }
        let address = target.address.as_deref().or_else(|| one.value["uri"].as_str());
        if one.motivation() == "linking" && !bodies.classes.is_empty() {
            return false;
        }
        let home = self.home(one, address);
        let sheet = &mut self.sheets[home].sheet;
        sheet.labels.extend(bodies.classes.into_iter().chain(bodies.tags));
        if let Some(language) = &target.language {
            language.clone_into(&mut sheet.language);
        }
        sheet.direction = target.direction.unwrap_or(sheet.direction);
        if let Some(title) = bodies.descriptions.first() {
            title.clone_into(&mut sheet.title);
        }
        if let Some(referent) = bodies.referents.into_iter().next() {
            sheet.source = referent.link.or(Some(referent.name));
        }
        for note in &bodies.notes {
            self.found.remarks.push(one.remark(RemarkKind::NoPlace, note));
        }
        true
    }

    /// Takes an event: a class, and links that have roles.
    fn event(&mut self, one: &One<'_>) -> bool {
        let bodies = Bodies::of(&one.value, one.motivation());
        let Some(kind) = bodies.classes.first().filter(|_| one.motivation() == "linking") else { return false };
        let targets = targets(&one.value);
        let address = targets.first().and_then(|target| target.address.as_deref()).unwrap_or_default();
        let (home, trigger) = match self.spans.get(address) {
            Some((home, id)) => (*home, Some(id.clone())),
            None => match self.places.get(address) {
                Some(home) => (*home, None),
                None => {
                    self.found.remarks.push(one.remark(RemarkKind::Dangling, kind));
                    return true;
                }
            },
        };
        let mut roles = Vec::new();
        for (role, address) in &bodies.links {
            match self.spans.get(address).filter(|(other, _)| *other == home) {
                Some((_, id)) => roles.push((role.clone(), id.clone())),
                None => self.found.remarks.push(one.remark(RemarkKind::Dangling, role)),
            }
        }
        let id = self.id(home, one);
        if let Some(address) = one.address() {
            self.events.insert(address.to_owned(), (home, id.clone()));
        }
        let note = bodies.notes.join("\n");
        self.sheets[home].sheet.events.push(Happening { id, kind: kind.clone(), trigger, roles, note });
        true
    }

    /// Takes a relation, of words of one document or of two.
    fn relation(&mut self, one: &One<'_>) {
        let bodies = Bodies::of(&one.value, one.motivation());
        let targets: Vec<String> = targets(&one.value).into_iter().filter_map(|target| target.address).collect();
        let kind = bodies.tags.iter().chain(&bodies.classes).next().cloned().unwrap_or_else(|| "linking".to_owned());
        let note = bodies.notes.join("\n");
        // From the first target to what bodies link to; where they link to nothing, to the other targets.
        let linked = bodies.links.into_iter().map(|(_, address)| address);
        let ends: Vec<String> = linked.chain(targets.iter().skip(1).cloned()).collect();
        let from = targets.first().and_then(|address| self.end(address));
        if ends.is_empty() {
            self.found.remarks.push(one.remark(RemarkKind::NoPlace, &kind));
        }
        for to in ends {
            let (Some((home, from)), Some((other, to))) = (from.clone(), self.end(&to)) else {
                self.found.remarks.push(one.remark(RemarkKind::Dangling, &kind));
                continue;
            };
            match (&from, &to) {
                (LinkEnd::Span(_, from), LinkEnd::Span(_, to)) if home == other => {
                    let id = self.id(home, one);
                    let (kind, note) = (kind.clone(), note.clone());
                    self.sheets[home].sheet.relations.push(Tie { id, kind, from: from.clone(), to: to.clone(), note });
                }
                _ => {
                    let id = format!("l{}", self.found.corpus.links.len() + 1);
                    let (kind, note) = (kind.clone(), note.clone());
                    self.found.corpus.links.push(CrossLink { id, kind, from, to, note });
                }
            }
        }
    }

    /// What an address means. The name of its document is its number until it has one.
    fn end(&self, address: &str) -> Option<(usize, LinkEnd)> {
        let span = self.spans.get(address).map(|(home, id)| (*home, LinkEnd::Span(home.to_string(), id.clone())));
        span.or_else(|| self.events.get(address).map(|(home, id)| (*home, LinkEnd::Event(home.to_string(), id.clone()))))
    }

    /// Gives the documents their names and texts. The one document of a file has the file's.
    fn name(&mut self, lists: &[&InFile], texts: &[&InFile]) -> Result<(), Fault> {
        let mut counts = vec![0_usize; lists.len()];
        self.sheets.iter().for_each(|home| counts[home.place] += 1);
        for home in &mut self.sheets {
            let file = lists[home.place];
            let address = home.address.as_deref().unwrap_or_default();
            let last = address.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default();
            let is_alone = counts[home.place] == 1;
            home.sheet.name = if is_alone { file.stem() } else { last }.to_owned();
            let is_its =
                |text: &&&InFile| if is_alone { super::belongs(text, file) } else { text.stem() == last || text.base() == last };
            if let Some(text) = texts.iter().find(is_its) {
                home.sheet.text = Rc::new(Text::new(text.text()?));
            }
        }
        let names: Vec<String> = self.sheets.iter().map(|home| home.sheet.name.clone()).collect();
        for end in self.found.corpus.links.iter_mut().flat_map(|link| [&mut link.from, &mut link.to]) {
            if let LinkEnd::Span(doc, _) | LinkEnd::Event(doc, _) = end {
                *doc = doc.parse::<usize>().ok().and_then(|place| names.get(place).cloned()).unwrap_or_default();
            }
        }
        Ok(())
    }
}
