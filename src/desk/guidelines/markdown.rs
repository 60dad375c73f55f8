//! Markdown as nodes of the page. No markup is taken over: raw HTML is shown as text, links as words with their
//! address, pictures as what they are called.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag};
use yew::prelude::*;

/// How deep lists and quotes may stand in one another; what is deeper stands in its neighbour's place.
const DEPTH_MAX: usize = 24;

/// What is open while the events are read, with what stands in it so far.
struct Open<'a> {
    /// `None` for what has no element of its own.
    tag: Option<Tag<'a>>,
    inside: Vec<Html>,
}

/// A text in Markdown as nodes.
pub fn markdown(source: &str) -> Html {
    let mut open = vec![Open { tag: None, inside: Vec::new() }];
    let source = crate::i18n::shown_in_lines(source);
    for event in Parser::new_ext(&source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let node = match event {
            Event::Start(tag) => {
                let tag = (open.len() < DEPTH_MAX).then_some(tag);
                open.push(Open { tag, inside: Vec::new() });
                continue;
            }
            Event::End(_) => match open.pop() {
                Some(done) if !open.is_empty() => {
                    let in_head = matches!(open.last(), Some(Open { tag: Some(Tag::TableHead), .. }));
                    element(done, in_head)
                }
                _ => break,
            },
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => html! { { text.as_ref() } },
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => {
                html! { <code dir="auto">{ code.as_ref() }</code> }
            }
            Event::FootnoteReference(name) => html! { { format!("[{name}]") } },
            Event::SoftBreak => html! { { "\n" } },
            Event::HardBreak => html! { <br /> },
            Event::Rule => html! { <hr /> },
            Event::TaskListMarker(done) => html! { { if done { "☑ " } else { "☐ " } } },
        };
        if let Some(last) = open.last_mut() {
            last.inside.push(node);
        }
    }
    let all = open.into_iter().flat_map(|open| open.inside);
    html! { <div class="markdown">{ for all }</div> }
}

/// What was open, as an element; a cell is a heading where it stands in a table's first row.
fn element(open: Open, in_head: bool) -> Html {
    let inside = open.inside.into_iter();
    let Some(tag) = open.tag else { return html! { <>{ for inside }</> } };
    match tag {
        Tag::Paragraph => html! { <p dir="auto">{ for inside }</p> },
        // The sheet and the page have the two highest headings.
        Tag::Heading { level: HeadingLevel::H1, .. } => html! { <h3 dir="auto">{ for inside }</h3> },
        Tag::Heading { level: HeadingLevel::H2, .. } => html! { <h4 dir="auto">{ for inside }</h4> },
        Tag::Heading { level: HeadingLevel::H3, .. } => html! { <h5 dir="auto">{ for inside }</h5> },
        Tag::Heading { .. } => html! { <h6 dir="auto">{ for inside }</h6> },
        Tag::BlockQuote(_) => html! { <blockquote dir="auto">{ for inside }</blockquote> },
        Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => html! { <pre dir="auto" tabindex="0">{ for inside }</pre> },
        Tag::List(Some(first)) => html! { <ol class="ordered" dir="auto" start={first.to_string()}>{ for inside }</ol> },
        Tag::List(None) => html! { <ul class="bulleted" dir="auto">{ for inside }</ul> },
        Tag::Item => html! { <li dir="auto">{ for inside }</li> },
        Tag::Table(_) => html! { <div class="wide" tabindex="0"><table dir="auto"><tbody>{ for inside }</tbody></table></div> },
        Tag::TableCell if in_head => html! { <th scope="col" dir="auto">{ for inside }</th> },
        Tag::TableHead | Tag::TableRow => html! { <tr>{ for inside }</tr> },
        Tag::TableCell => html! { <td dir="auto">{ for inside }</td> },
        Tag::Emphasis => html! { <em>{ for inside }</em> },
        Tag::Strong => html! { <strong>{ for inside }</strong> },
        Tag::Strikethrough => html! { <del>{ for inside }</del> },
        Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => html! { <bdi dir="ltr">{ for inside }</bdi> },
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
            html! { <span><u>{ for inside }</u>{ " " }<bdi class="address" dir="ltr">{ dest_url.as_ref() }</bdi></span> }
        }
        _ => html! { <div dir="auto">{ for inside }</div> },
    }
}
