//! Documents of Word's to plain text: paragraphs are lines, cells are parted by tabs, notes stand after the text.

mod body;

use super::book::{Book, resolved};
use super::xml::{Node, walk};
use super::{Fault, Page, Remark, spoken_title};
use body::Body;

/// Where the words of a document stand, where its package does not say so.
const MAIN: &str = "word/document.xml";

/// The words of a document. `w:t` is taken to the letter; deleted revisions are left out, inserted ones are taken.
///
/// # Errors
/// A [`Fault`] where the package or its XML is damaged.
pub fn page(bytes: &[u8]) -> Result<Page, Fault> {
    let mut book = Book::open(bytes)?;
    let main = linked(&mut book, "", "/officeDocument")?.unwrap_or_else(|| MAIN.to_owned());
    let text = book.text(&main)?.ok_or_else(|| Fault::Missing { part: main.clone() })?;
    let mut body = Body::default();
    walk(&text, &main, &mut |node| body.take(&node))?;
    for kind in ["/footnotes", "/endnotes"] {
        let Some(part) = linked(&mut book, &main, kind)? else { continue };
        let Some(text) = book.text(&part)? else { continue };
        walk(&text, &part, &mut |node| body.take(&node))?;
    }
    let (text, counts) = body.done();
    let remarks = [
        Remark::DeletedLeftOut(counts.deleted),
        Remark::InsertedTaken(counts.inserted),
        Remark::NotesAtEnd(counts.notes),
        Remark::PicturesLeftOut(counts.pictures),
        Remark::CommentsLeftOut(counts.comments),
    ];
    let remarks = remarks.into_iter().filter(|remark| remark.count() > 0).collect();
    Ok(Page { title: title(&mut book), text, remarks })
}

/// The part that another one (`""`: the package) names in that role: the end of the link's type.
fn linked(book: &mut Book, from: &str, role: &str) -> Result<Option<String>, Fault> {
    let (folder, name) = from.rsplit_once('/').map_or(("", from), |(folder, name)| (folder, name));
    let part = format!("{folder}{}_rels/{name}.rels", if folder.is_empty() { "" } else { "/" });
    let Some(text) = book.text(&part)? else { return Ok(None) };
    let mut found = None;
    walk(&text, &part, &mut |node| {
        if let Node::Open(tag) = node
            && found.is_none()
            && tag.name() == "Relationship"
            && tag.get("Type").is_some_and(|kind| kind.ends_with(role))
        {
            found = tag.get("Target").and_then(|target| resolved(from, &target));
        }
    })?;
    Ok(found)
}

/// What the document says it is called; nothing where that cannot be read.
fn title(book: &mut Book) -> Option<String> {
    let part = "docProps/core.xml";
    let text = book.text(part).ok()??;
    let (mut open, mut words, mut title) = (false, String::new(), None);
    walk(&text, part, &mut |node| match node {
        Node::Open(tag) => open = tag.name() == "title",
        Node::Close(_) => open = false,
        Node::Text(text) if open => words.push_str(&text),
        Node::Text(_) => {}
    })
    .ok()?;
    spoken_title(&mut title, &words);
    title
}

#[cfg(test)]
mod tests;
