//! What the first program tells of its session.

use super::now::Moment;
use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::keymap::Keys;
use crate::core::range::TextRange;
use crate::i18n::Lang;

/// Takes over the session's facts, a line each, as the first program writes them.
pub fn follow(moment: &mut Moment, news: &str) {
    let mut lines = news.split('\n');
    let mut next = || lines.next().unwrap_or_default();
    moment.lang = if next() == Lang::En.tag() { Lang::En } else { Lang::Ar };
    moment.open = DocumentId::new(next());
    moment.selection = stretch(next());
    moment.chosen = next().split_whitespace().map(SpanId::new).collect();
    let mut keys = next().split_whitespace().map(str::to_owned);
    moment.keys = Keys(std::iter::from_fn(|| Some((keys.next()?, keys.next()?))).collect());
    moment.base = Some(next()).filter(|id| !id.is_empty()).map(SpanId::new);
    moment.hidden = next().split_whitespace().map(LabelId::new).collect();
    moment.alone = next() == "0";
}

/// A stretch of the open document: `<start> <end>`, in code points; `None` where there is none.
pub fn stretch(news: &str) -> Option<TextRange> {
    let (start, end) = news.split_once(' ')?;
    Some(TextRange::of(start.parse().ok()?, end.parse().ok()?))
}
