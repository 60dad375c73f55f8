//! The annotators' guidelines: Markdown in each language, in the field `guidelines` at the top of the native file.
//! Used by the desk alone.

use super::draft::Draft;
use super::op::{Carried, Change, Op};
use super::record::Extra;
use super::refusal::Refusal;
use super::state::State;
use super::tagset::Label;
use super::transaction::{ChangeName, Transaction};
use serde_json::{Map, Value};

/// The field at the top of the file.
pub const FIELD: &str = "guidelines";

/// The guidelines in a language (`ar`, `en`); empty where there are none.
#[must_use]
pub fn get<'a>(state: &'a State, language: &str) -> &'a str {
    of(&state.project.top, language)
}

/// The guidelines in a language among the fields at the top of a file.
#[must_use]
pub fn of<'a>(top: &'a Extra, language: &str) -> &'a str {
    let Some(field) = top.get(FIELD) else { return "" };
    // A bare text is in whatever language one asks for.
    field.as_str().or_else(|| field.get(language)?.as_str()).unwrap_or_default()
}

/// Writes the guidelines in a language.
///
/// # Errors
/// When they are so already.
pub fn set(state: &State, language: &str, markdown: &str) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(state);
    put(&mut draft, language, markdown)?;
    draft.done(ChangeName::Guidelines, None)
}

/// Writes the guidelines in a language into a draft; nothing where they are so already.
///
/// # Errors
/// Never.
pub fn put(draft: &mut Draft, language: &str, markdown: &str) -> Result<(), Refusal> {
    let top = draft.state.project.top.clone();
    if of(&top, language) == markdown {
        return Ok(());
    }
    let mut fields = match top.get(FIELD) {
        Some(Value::Object(fields)) => fields.clone(),
        Some(Value::String(text)) => ["ar", "en"].map(|tag| (tag.to_owned(), Value::from(text.as_str()))).into_iter().collect(),
        _ => Map::new(),
    };
    fields.insert(language.to_owned(), Value::from(markdown));
    let after = Carried::Top(top.with(FIELD, Some(Value::Object(fields))));
    draft.put(Op::Change(Change::Carried { before: Carried::Top(top), after }))
}

/// A label's part of the guidelines: the section whose heading names its id or its name, with all below it. Of
/// several the one whose heading says nothing else, then the one with the id, then the first.
#[must_use]
pub fn part_for<'a>(markdown: &'a str, label: &Label) -> Option<&'a str> {
    let headings = headings(markdown);
    let names = [&label.name.ar, &label.name.en].into_iter().filter(|name| !name.trim().is_empty()).collect::<Vec<_>>();
    let rank = |title: &str| {
        let bare = title.trim_matches(|c: char| !c.is_alphanumeric());
        let same = |name: &str| bare.to_lowercase() == name.trim().to_lowercase();
        if same(label.id.as_str()) || names.iter().any(|name| same(name)) {
            return Some(0);
        }
        if has(title, label.id.as_str()) {
            return Some(1);
        }
        names.iter().any(|name| has(&title.to_lowercase(), &name.trim().to_lowercase())).then_some(2)
    };
    let ranked = headings.iter().enumerate().filter_map(|(place, heading)| Some((rank(heading.title)?, place)));
    let place = ranked.min()?.1;
    let own = &headings[place];
    let end = headings[place + 1..].iter().find(|next| next.level <= own.level).map_or(markdown.len(), |next| next.start);
    Some(markdown[own.start..end].trim_end())
}

/// Whether a title holds a name with nothing like a letter at its sides.
fn has(title: &str, name: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    title.match_indices(name).any(|(at, found)| {
        let before = title[..at].chars().next_back();
        let after = title[at + found.len()..].chars().next();
        !before.is_some_and(part_of_word) && !after.is_some_and(part_of_word)
    })
}

struct Heading<'a> {
    start: usize,
    level: usize,
    title: &'a str,
}

/// The headings that begin with `#`, outside fenced code.
fn headings(markdown: &str) -> Vec<Heading<'_>> {
    let (mut found, mut start, mut fence) = (Vec::new(), 0, None);
    for line in markdown.split_inclusive('\n') {
        let text = line.trim();
        let opens = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark));
        match (fence, opens) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let title = text.trim_start_matches('#');
        let level = text.len() - title.len();
        if fence.is_none() && (1..=6).contains(&level) && (title.is_empty() || title.starts_with([' ', '\t'])) {
            found.push(Heading { start, level, title: title.trim().trim_end_matches('#').trim_end() });
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::world;
    use crate::core::tagset::Tagset;

    #[test]
    fn each_language_is_written_by_itself_and_taken_back() {
        let start = world("نص");
        let arabic = set(&start, "ar", "# دليل").expect("writes");
        let one = arabic.apply(&start).expect("applies");
        let two = set(&one, "en", "# Guide").expect("writes").apply(&one).expect("applies");
        assert_eq!((get(&two, "ar"), get(&two, "en"), get(&start, "ar")), ("# دليل", "# Guide", ""));
        assert_eq!(set(&two, "en", "# Guide"), Err(Refusal::NoChange));
        assert_eq!(arabic.inverse().apply(&one), Ok(start.clone()));
        let mut bare = start;
        std::rc::Rc::make_mut(&mut bare.project).top = Extra::default().with(FIELD, Some("نص".into()));
        let both = set(&bare, "en", "text").expect("writes").apply(&bare).expect("applies");
        assert_eq!((get(&bare, "en"), get(&both, "ar"), get(&both, "en")), ("نص", "نص", "text"));
    }

    #[test]
    fn a_label_finds_its_part() {
        let markdown = "# الدليل\nمقدمة\n## شخص (PERS)\nأسماء الأشخاص.\n### حالات\n```\n# GPE\n```\nلا ألقاب.\n\
            ## Date and time\nwhen\n## TIME ##\nclock\n# GPE_ORG: x\nno\n## **كيان سياسي**\nبلد\n";
        let tagset = Tagset::wojood();
        let part = |id: &str| tagset.get(&id.into()).and_then(|label| part_for(markdown, label));
        assert_eq!(part("PERS"), Some("## شخص (PERS)\nأسماء الأشخاص.\n### حالات\n```\n# GPE\n```\nلا ألقاب."));
        assert_eq!(part("DATE"), Some("## Date and time\nwhen"));
        assert_eq!(part("TIME"), Some("## TIME ##\nclock"));
        assert_eq!(part("GPE"), Some("## **كيان سياسي**\nبلد"));
        assert_eq!((part("ORG"), part("LAW")), (None, None));
    }
}
