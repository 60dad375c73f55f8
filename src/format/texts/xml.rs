//! XML as opened, closed and text, by local names. Nothing of a document type is read, so no entity is expanded but those
//! that every XML has.

use super::Fault;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// How deep elements may stand in one another.
pub const DEPTH_MAX: usize = 256;

/// What is met.
pub enum Node<'a> {
    /// An element begins.
    Open(&'a Tag<'a>),
    /// The element of that local name ends.
    Close(&'a str),
    /// Words.
    Text(Cow<'a, str>),
}

/// An element that begins.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its local name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of the first attribute with that local name.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }
}

/// Goes through a part.
///
/// # Errors
/// [`Fault::Xml`] where it is none, [`Fault::TooDeep`].
pub fn walk(text: &str, part: &str, visit: &mut dyn FnMut(Node)) -> Result<(), Fault> {
    let broken = || Fault::Xml { part: part.to_owned() };
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH_MAX {
                    return Err(Fault::TooDeep);
                }
                visit(Node::Open(&Tag(start)));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Node::Close(end.local_name().into_inner()));
            }
            Event::Text(words) => visit(Node::Text(words.xml10_content())),
            Event::CData(words) => visit(Node::Text(words.xml10_content())),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|_| broken())?;
                let words = match (character, resolve_predefined_entity(&name)) {
                    (Some(character), _) => Cow::Owned(character.to_string()),
                    (None, Some(words)) => Cow::Borrowed(words),
                    // One that the file itself defines: it stays a name.
                    (None, None) => Cow::Owned(format!("&{};", &*name)),
                };
                visit(Node::Text(words));
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(broken()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(text: &str) -> Result<String, Fault> {
        let mut out = String::new();
        walk(text, "part", &mut |node| match node {
            Node::Open(tag) => out.push_str(&format!("<{} {}>", tag.name(), tag.get("a").unwrap_or_default())),
            Node::Close(name) => out.push_str(&format!("</{name}>")),
            Node::Text(words) => out.push_str(&words),
        })?;
        Ok(out)
    }

    #[test]
    fn names_are_local_and_what_is_escaped_is_what_it_is() {
        let text = "<?xml version='1.0'?><!-- x --><w:p w:a='1 &amp; 2'>«&lt;&#x628;&#1576;» <![CDATA[<b>]]><w:t/></w:p>";
        assert_eq!(walked(text), Ok("<p 1 & 2>«<بب» <b><t ></t></p>".into()));
    }

    #[test]
    fn entities_of_the_file_s_own_are_not_expanded() {
        let text =
            "<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]><p a='&f;'>&b;&f;</p>";
        assert_eq!(walked(text), Ok("<p >&b;&f;</p>".into()));
    }

    #[test]
    fn what_is_no_xml_or_too_deep_is_told() {
        let broken = Err(Fault::Xml { part: "part".into() });
        for text in ["<p>", "<p></q>", "<p", "</p>", "<p>&#xD800;</p>", "<p>&#99999999;</p>"] {
            assert_eq!(walked(text), broken, "{text}");
        }
        let deep = |depth: usize| walked(&("<p>".repeat(depth) + &"</p>".repeat(depth))).map(|_| ());
        assert_eq!((deep(DEPTH_MAX), deep(DEPTH_MAX + 1)), (Ok(()), Err(Fault::TooDeep)));
    }
}
