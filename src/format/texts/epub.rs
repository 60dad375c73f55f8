//! Books to plain texts: one for each part of the spine that has words.

use super::book::{Book, resolved};
use super::xml::{Node, walk};
use super::{Fault, Page, Remark, html, spoken_title};

/// Where a package says which of its parts is the book.
const CONTAINER: &str = "META-INF/container.xml";

/// Where a package says which of its parts are locked.
const LOCKS: &str = "META-INF/encryption.xml";

/// The words of a book, one page for each part of its spine that has any. A part without a title has the book's.
///
/// # Errors
/// A [`Fault`] where the package or its XML is damaged, and where all that it holds is locked.
pub fn pages(bytes: &[u8]) -> Result<Vec<Page>, Fault> {
    let mut book = Book::open(bytes)?;
    let root = root(&mut book)?;
    let Opf { title, parts } = opf(&mut book, &root)?;
    let locked = locked(&mut book);
    let (mut pages, mut left_out, mut locks) = (Vec::new(), 0, false);
    for part in &parts {
        if locked.contains(part) {
            (left_out, locks) = (left_out + 1, true);
            continue;
        }
        match book.text(part) {
            Ok(Some(text)) => {
                let read = html::read(&text);
                if !read.text.trim().is_empty() {
                    let remarks = Some(Remark::PicturesLeftOut(read.pictures)).filter(|remark| remark.count() > 0);
                    let title = read.heading.or(read.title).or_else(|| title.clone());
                    pages.push(Page { title, text: read.text, remarks: remarks.into_iter().collect() });
                }
            }
            Err(fault @ Fault::TooLarge { .. }) => return Err(fault),
            Err(Fault::Locked) => (left_out, locks) = (left_out + 1, true),
            Ok(None) | Err(_) => left_out += 1,
        }
    }
    match pages.first_mut() {
        Some(first) if left_out > 0 => first.remarks.push(Remark::PartsLeftOut(left_out)),
        Some(_) => {}
        None if locks => return Err(Fault::Locked),
        None => return Err(Fault::Empty),
    }
    Ok(pages)
}

/// The part that says what the book is made of.
fn root(book: &mut Book) -> Result<String, Fault> {
    let text = book.text(CONTAINER)?.ok_or_else(|| Fault::Missing { part: CONTAINER.to_owned() })?;
    let mut found = None;
    walk(&text, CONTAINER, &mut |node| {
        if let Node::Open(tag) = node
            && tag.name() == "rootfile"
            && found.is_none()
        {
            found = tag.get("full-path").and_then(|path| resolved("", &path));
        }
    })?;
    found.ok_or_else(|| Fault::Missing { part: "rootfile".to_owned() })
}

/// What a book is called and made of.
struct Opf {
    title: Option<String>,
    /// The parts in the order in which they are read, each once.
    parts: Vec<String>,
}

fn opf(book: &mut Book, root: &str) -> Result<Opf, Fault> {
    let text = book.text(root)?.ok_or_else(|| Fault::Missing { part: root.to_owned() })?;
    let (mut title, mut words, mut in_title) = (None, String::new(), false);
    let mut items: Vec<(String, Option<String>)> = Vec::new();
    let mut order = Vec::new();
    walk(&text, root, &mut |node| match node {
        Node::Open(tag) => {
            in_title = tag.name() == "title";
            match tag.name() {
                "item" => {
                    let is_text = tag.get("media-type").is_none_or(|kind| kind.contains("html"));
                    // The table of contents says nothing that the headings do not.
                    let is_contents = tag.get("properties").is_some_and(|said| said.split_whitespace().any(|one| one == "nav"));
                    let part = tag.get("href").filter(|_| is_text && !is_contents).and_then(|href| resolved(root, &href));
                    items.push((tag.get("id").unwrap_or_default(), part));
                }
                "itemref" => order.extend(tag.get("idref")),
                _ => {}
            }
        }
        Node::Close(name) => {
            if name == "title" {
                spoken_title(&mut title, &std::mem::take(&mut words));
            }
            in_title = false;
        }
        Node::Text(text) if in_title => words.push_str(&text),
        Node::Text(_) => {}
    })?;
    // By id, so that a book of thousands of parts is put in order quickly.
    items.sort_by(|a, b| a.0.cmp(&b.0));
    let mut parts: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for id in order {
        let place = items.binary_search_by(|(other, _)| other.cmp(&id)).ok();
        if let Some(part) = place.and_then(|place| items[place].1.clone()).filter(|part| known.insert(part.clone())) {
            parts.push(part);
        }
    }
    Ok(Opf { title, parts })
}

/// The parts that are locked; fonts often are.
fn locked(book: &mut Book) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(Some(text)) = book.text(LOCKS) {
        // What cannot be read of it locks nothing.
        let _ = walk(&text, LOCKS, &mut |node| {
            if let Node::Open(tag) = node
                && tag.name() == "CipherReference"
            {
                found.extend(tag.get("URI").and_then(|uri| resolved("", &uri)));
            }
        });
    }
    found
}

#[cfg(test)]
mod tests;
