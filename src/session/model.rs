//! The session's value.

use super::message::Notice;
use super::parts::Cut;
use super::settings::Settings;
use crate::core::caret::Selection;
use crate::core::clitics::FreeWords;
use crate::core::command::Edge;
use crate::core::history::History;
use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::range::TextRange;
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use std::rc::Rc;

/// What the margin shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Panel {
    /// The cards beside their lines.
    #[default]
    Margin,
    /// The list of all spans of the document.
    List,
}

/// A window over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// What users set for themselves.
    Settings,
    /// Every action and label, by typing.
    Palette,
}

/// What the list of spans is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only spans of this label.
    pub label: Option<LabelId>,
    /// Only spans whose text or note holds these words.
    pub words: String,
}

/// Whether the work is on disk: `html[data-saved]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Saved {
    /// Every edit is confirmed.
    #[default]
    Yes,
    /// An edit is on its way.
    Waiting,
    /// An edit could not be written anywhere.
    Failed,
}

/// Which stores work, and how firmly they keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreFacts {
    /// Whether local storage can be written.
    pub local: bool,
    /// Whether its IndexedDB mirror can be written.
    pub mirror: bool,
    /// Whether what is kept stays until the user removes it: the browser has promised it, or is none that clears by itself.
    pub persisted: bool,
    /// Entries found at start that could not be read, kept aside.
    pub set_aside: u32,
    /// Whether a later version of the page has written here, which this one cannot read.
    pub newer: bool,
}

impl Default for StoreFacts {
    /// Nothing is known to be wrong.
    fn default() -> Self {
        Self { local: true, mirror: true, persisted: true, set_aside: 0, newer: false }
    }
}

/// A note being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteDraft {
    /// The span's document.
    pub document: DocumentId,
    /// The span.
    pub span: SpanId,
    /// What has been typed.
    pub text: String,
}

/// One person at the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The project.
    pub state: Rc<State>,
    /// Its history.
    pub history: History,
    /// The document that is open.
    pub open: DocumentId,
    /// What is selected in it.
    pub selection: Option<Selection>,
    /// The chosen spans of the open document; the last one is the active one.
    pub chosen: Vec<SpanId>,
    /// The span that was active when the selection began: what a piece can be added to.
    pub base: Option<SpanId>,
    /// All spans under the last click, innermost first, where they are more than one.
    pub under: Vec<SpanId>,
    /// The edge of the active span that the arrows move.
    pub held: Option<Edge>,
    /// The parts of the selected word, the whole one first; none where no single word is selected.
    pub parts: Rc<Vec<TextRange>>,
    /// Whether the limits of the selection were set by hand: by letter, by key or by chip.
    pub by_hand: bool,
    /// How far a word was cut when a label was last given to one.
    pub cuts: Rc<Vec<(LabelId, Cut)>>,
    /// The words that stand free in the texts of so many documents; counted when first asked for.
    pub words: (usize, Rc<FreeWords>),
    /// The label that is given to whatever is selected.
    pub armed: Option<LabelId>,
    /// Whether keys move the caret on the reading surface.
    pub tagging: bool,
    /// Labels whose spans are not shown.
    pub hidden: Rc<Vec<LabelId>>,
    /// Spans that are not shown, in order of their ids: those that stand behind others while it is settled what holds.
    pub veiled: Rc<Vec<SpanId>>,
    /// Labels in the order of their last use, the latest first.
    pub recent: Rc<Vec<LabelId>>,
    /// What users set for themselves.
    pub settings: Rc<Settings>,
    /// What the margin shows.
    pub panel: Panel,
    /// What the list is narrowed to.
    pub filter: Rc<Filter>,
    /// The window over the page.
    pub dialog: Option<Dialog>,
    /// The note being typed.
    pub note: Option<Rc<NoteDraft>>,
    /// What the page says, until it is dismissed or replaced.
    pub notice: Option<Rc<Notice>>,
    /// Whether the work is on disk.
    pub saved: Saved,
    /// Which stores work.
    pub stores: StoreFacts,
}

impl Session {
    /// A session on a project; opens its first document.
    #[must_use]
    pub fn new(state: State, history: History, settings: Settings) -> Self {
        let open = state.documents.first().map_or_else(|| DocumentId::new(""), |first| first.document.id.clone());
        Self {
            state: Rc::new(state),
            history,
            open,
            selection: None,
            chosen: Vec::new(),
            base: None,
            under: Vec::new(),
            held: None,
            parts: Rc::default(),
            by_hand: false,
            cuts: Rc::default(),
            words: (0, Rc::default()),
            armed: None,
            tagging: false,
            hidden: Rc::default(),
            veiled: Rc::default(),
            recent: Rc::default(),
            settings: Rc::new(settings),
            panel: Panel::default(),
            filter: Rc::default(),
            dialog: None,
            note: None,
            notice: None,
            saved: Saved::default(),
            stores: StoreFacts::default(),
        }
    }

    /// Whether a span is to be seen in the article.
    #[must_use]
    pub fn shows(&self, span: &Span) -> bool {
        !span.is_hidden(&self.hidden) && self.veiled.binary_search(&span.id).is_err()
    }

    /// The open document, with the work on it. `None` only in a project without documents.
    #[must_use]
    pub fn document(&self) -> Option<&Rc<DocumentState>> {
        self.state.document(&self.open)
    }

    /// The active span: the one chosen last, while it is there.
    #[must_use]
    pub fn active(&self) -> Option<&Rc<Span>> {
        self.document()?.spans.get(self.chosen.last()?)
    }

    /// What is selected, where it is more than a caret.
    #[must_use]
    pub fn selected(&self) -> Option<Selection> {
        self.selection.filter(|selection| !selection.is_caret())
    }

    /// The labels that the bar at the selection offers, likeliest first: those used last, then the tagset's order.
    #[must_use]
    pub fn likeliest(&self, count: usize) -> Vec<LabelId> {
        let known = self.recent.iter().filter(|id| self.state.tagset.get(id).is_some_and(|label| !label.is_retired()));
        let rest = self.state.tagset.offered().map(|label| &label.id).filter(|id| !self.recent.contains(id));
        known.chain(rest).take(count).cloned().collect()
    }

    /// Whether the list lets a span through.
    #[must_use]
    pub fn listed(&self, document: &DocumentState, span: &Span) -> bool {
        let filter = &self.filter;
        let label = filter.label.as_ref().is_none_or(|label| *label == span.label);
        let words = filter.words.trim();
        label && (words.is_empty() || span.words(&document.document.text).contains(words) || span.note.contains(words))
    }
}
