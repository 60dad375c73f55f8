//! A package for an annotator: documents, tagset and guidelines without anybody's work, perhaps with suggestions. Opened,
//! it is the beginning of a project of its own, whose download is what comes back ([`super::returned`]).

use super::choice::Choice;
use super::fault::WriteFault;
use super::write::write_whole;
use crate::core::document::{Document, Status};
use crate::core::handed::{PACKAGE, SUGGESTIONS};
use crate::core::ids::{DocumentId, SetId};
use crate::core::project::{AnnotationSet, Project, Role};
use crate::core::record::{Collection, Extra};
use crate::core::state::{DocumentState, State};
use serde_json::{Map, Value};
use std::rc::Rc;

/// What the id of a package's project begins with; hex digits of a hash of what is in it follow.
const ID: &str = "package-";

/// How many of these digits.
const DIGITS: usize = 16;

/// The time that a package is written with to be hashed: when it was made makes no other package of it.
const ANY_TIME: &str = "1970-01-01T00:00:00Z";

/// What goes into a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The documents.
    pub documents: Vec<DocumentId>,
    /// Whether one's own spans go along as suggestions.
    pub suggestions: bool,
}

/// What a package tells of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Who handed it out, if they said.
    pub from: Option<String>,
    /// How many suggestions are in it.
    pub suggestions: usize,
}

/// The package as a file's text: a native file. `at` is RFC 3339, UTC.
///
/// # Errors
/// Those of writing a native file.
pub fn write_package(state: &State, wish: &Wish, at: &str) -> Result<String, WriteFault> {
    let choice = Choice { documents: Some(wish.documents.clone()), labels: None, sets: Some(Vec::new()) };
    let mut package = choice.narrowed(state);
    // Nobody's decisions go along but which spellings are the same.
    package.records = Rc::new(package.records.iter().filter(|one| one.collection == Collection::Aliases).cloned().collect());
    for document in &mut package.documents {
        *document = Rc::new(DocumentState { status: Status::New, ..DocumentState::clone(document) });
    }
    let mut about = Map::new();
    if let Some(name) = state.own_set().and_then(|set| set.annotator.as_deref()) {
        about.insert("from".to_owned(), name.into());
    }
    about.insert("project".to_owned(), state.project.id.as_str().into());
    if wish.suggestions {
        about.insert(SUGGESTIONS.to_owned(), Value::Array(suggestions(state, wish)));
    }
    let top = state.project.top.with(PACKAGE, Some(Value::Object(about)));
    package.project = Rc::new(Project { top, ..Project::clone(&state.project) });
    let mut hash = Document::hash(&write_whole(&package, ANY_TIME)?);
    hash.truncate(DIGITS);
    package.project = Rc::new(Project { id: [ID, &hash].concat(), ..Project::clone(&package.project) });
    write_whole(&package, at)
}

/// One's own spans in one piece on the documents.
fn suggestions(state: &State, wish: &Wish) -> Vec<Value> {
    let mut all = Vec::new();
    for document in state.documents.iter().filter(|one| wish.documents.contains(&one.document.id)) {
        for span in document.spans.iter().filter(|span| state.is_own(span) && span.fragments.is_empty()) {
            all.push(Value::from_iter([
                ("document", Value::from(document.document.id.as_str())),
                ("label", Value::from(span.label.as_str())),
                ("start", Value::from(span.range.start().0)),
                ("end", Value::from(span.range.end().0)),
            ]));
        }
    }
    all
}

/// What a project tells of itself as a package. `None` where it is none, or is begun: then it has a set.
#[must_use]
pub fn about(state: &State) -> Option<About> {
    let package = state.project.top.get(PACKAGE).filter(|_| state.sets.is_empty())?;
    let from = package.get("from").and_then(Value::as_str).map(str::to_owned);
    let suggestions = package.get(SUGGESTIONS).and_then(Value::as_array).map_or(0, Vec::len);
    Some(About { from, suggestions })
}

/// The project that an annotator of that name begins with a package.
#[must_use]
pub fn begun(package: &State, annotator: &str, set: SetId) -> State {
    let annotator = Some(annotator.trim().to_owned()).filter(|name| !name.is_empty());
    let own = AnnotationSet { id: set, annotator, role: Role::Own, derived_from: Vec::new(), extra: Extra::default() };
    State { sets: Rc::new(vec![own]), ..package.clone() }
}

/// Whether an address names a file that lies beside the page or below it: folders and a name of letters, digits, `.`, `_`
/// and `-`, which ends in `.json`; nothing that leads up, to another host, or to another scheme.
#[must_use]
pub fn lies_beside(path: &str) -> bool {
    let is_name = |part: &str| {
        let plain = |one: char| one.is_alphanumeric() || matches!(one, '.' | '_' | '-');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(plain)
    };
    path.len() <= 500 && path.ends_with(".json") && path.split('/').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{ids, world};
    use crate::core::handed::offered;
    use crate::core::op::{Item, Op};
    use crate::format::native::read;
    use crate::format::native::returned::{Came, How, Returning};

    const NOW: &str = "2026-03-01T00:00:00Z";

    fn package(suggestions: bool) -> State {
        let state = world("زار [PERS:محمود عباس] [GPE:القاهرة] ولندن");
        let text = write_package(&state, &Wish { documents: vec!["doc".into()], suggestions }, NOW).expect("a package");
        read(&text).expect("it reads").state
    }

    #[test]
    fn a_package_holds_nobody_s_work_and_comes_back_as_its_annotator_s() {
        let lead = world("زار [PERS:محمود عباس] [GPE:القاهرة] ولندن");
        let package = package(false);
        assert_eq!(about(&package), Some(About { from: None, suggestions: 0 }));
        assert!(package.documents[0].spans.iter().next().is_none() && package.sets.is_empty());
        assert_eq!(package.tagset, lead.tagset);
        let started = begun(&package, " هند ", "h1".into());
        assert_eq!(about(&started), None, "it is begun");
        let span = crate::core::span::Span { set: "h1".into(), ..crate::core::fixture::bare_span("h-1", "GPE", 15, 22) };
        let started = started.apply(&Op::Add(Item::Span("doc".into(), Rc::new(span)))).expect("it fits");
        let back = write_whole(&started, NOW).expect("a file");
        let mut returning = Returning::over(&lead);
        returning.take("hind.json".to_owned(), Ok(&back), NOW, &mut ids());
        let gathering = returning.done();
        assert!(
            matches!(&gathering.files[0], Came::Taken(taken) if taken.sets[0].how == How::New && taken.report.spans_added == 1)
        );
        let after = gathering.transaction.expect("something").apply(&lead).expect("it fits");
        assert_eq!(after.sets[1].annotator.as_deref(), Some("هند"));
        assert_eq!(after.project, lead.project, "the lead's project is no package");
    }

    #[test]
    fn what_is_in_a_package_names_its_project() {
        let (one, other) = (package(false), package(false));
        assert!(one.project.id == other.project.id && crate::core::ids::is_document_id(&one.project.id));
        assert_ne!(one.project.id, package(true).project.id);
    }

    #[test]
    fn suggestions_are_offered_until_they_are_settled() {
        let package = package(true);
        let words = |state: &State| {
            let text = state.documents[0].document.text.clone();
            offered(state, &"doc".into()).iter().map(|one| text.slice(one.range).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(words(&package), ["محمود عباس", "القاهرة"]);
        let begun = begun(&package, "هند", "h1".into());
        let span = crate::core::span::Span { set: "h1".into(), ..crate::core::fixture::bare_span("h-1", "ORG", 4, 14) };
        let next = begun.apply(&Op::Add(Item::Span("doc".into(), Rc::new(span)))).expect("it fits");
        assert_eq!(words(&next), ["القاهرة"]);
    }

    #[test]
    fn only_what_lies_beside_the_page_is_asked_for() {
        for good in ["hind.json", "packages/round-2/a_1.hashiya.json", "حزمة.json"] {
            assert!(lies_beside(good), "{good}");
        }
        for bad in [
            "",
            "a.txt",
            "/a.json",
            "../a.json",
            "a/../b.json",
            "//host/a.json",
            "https://host/a.json",
            "a//b.json",
            "a\\b.json",
            "a.json?x=.json",
            ".a.json",
            "a b.json",
        ] {
            assert!(!lies_beside(bad), "{bad}");
        }
    }
}
