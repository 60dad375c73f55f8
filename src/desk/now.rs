//! What every page of the desk is given: the project and the session's facts as they stand, and the desk to act through.

mod asking;
mod changing;
mod copies;
mod gathering;
mod handing;
mod hearing;
mod incoming;
mod opening;
mod outlining;
mod tagsets;

pub use gathering::Gathered;
pub use handing::{Handed, go_to, is_kept};

use super::ghosts;
use super::incoming::Incoming;
use super::link::Link;
use super::linking::Under;
use super::replica::Replica;
use crate::core::desk::DeskPage;
use crate::core::ids::{DocumentId, LabelId, SpanId, Writer};
use crate::core::keymap::{Keys, ShapeAct};
use crate::core::memory::lexicon::Lexicon;
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::shapes::Shapes;
use crate::core::span::Span;
use crate::core::state::State;
use crate::format::backup::Backup;
use crate::format::native::tagset_file::TagsetFile;
use crate::i18n::{
    self, Lang,
    desk::Word,
    desk::shapes::{self, Say},
};
use crate::web::page;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ops::Deref;
use std::rc::Rc;

/// The desk at one moment.
#[derive(Clone)]
pub struct Moment {
    /// The project.
    pub state: Rc<State>,
    /// The language of the interface.
    pub lang: Lang,
    /// The document that is open.
    pub open: DocumentId,
    /// Relations, events, entities and links of the project.
    pub shapes: Rc<Shapes>,
    /// What is selected in it.
    pub selection: Option<TextRange>,
    /// The chosen spans of the open document; the last one is the active one.
    pub chosen: Vec<SpanId>,
    /// The span that was active when the selection began.
    pub base: Option<SpanId>,
    /// Labels whose spans are not shown.
    pub hidden: Vec<LabelId>,
    /// Whether no other tab is open.
    pub alone: bool,
    /// What a key or the palette asked for last, and how many times something was asked for.
    pub act: Option<(ShapeAct, u32)>,
    /// What is being joined or named, while something is.
    pub under: Option<Under>,
    /// The page that is shown; `None` while the desk is closed.
    pub page: Option<DeskPage>,
    /// How often a page was asked for: each time it takes the focus.
    pub calls: u32,
    /// The table of keys with the user's own.
    pub keys: Keys,
    /// Whether suggestions are wanted.
    pub suggest: bool,
    /// Why the last change was not made.
    pub refusal: Option<Refusal>,
    /// The back-up that was opened and waits to be brought in: its file's name, and what it holds.
    pub backup: Option<Rc<(String, Backup)>>,
    /// The files of labels that wait to be taken: their names, and what they hold.
    pub tagsets: Vec<Rc<(String, TagsetFile)>>,
    /// What files brought that wait to be looked at.
    pub incoming: Option<Incoming>,
    /// What annotators sent back, while it is read and told.
    pub gathered: Option<Gathered>,
    /// A package that was opened and waits to be begun.
    pub handed: Option<Handed>,
    /// How many changes there are since the last copy, while that is said.
    pub reminder: Option<u64>,
}

/// A moment, shared: two are equal where they are the same value.
#[derive(Clone)]
pub struct Now(Rc<Moment>);

impl PartialEq for Now {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Now {
    type Target = Moment;

    fn deref(&self) -> &Moment {
        &self.0
    }
}

impl Now {
    /// A fixed string of the desk.
    #[must_use]
    pub fn word(&self, word: Word) -> &'static str {
        i18n::desk::word(self.lang, word)
    }

    /// A fixed string about relations, events, entities, links and attributes.
    #[must_use]
    pub fn said(&self, say: Say) -> &'static str {
        shapes::say(self.lang, say)
    }

    /// The active span, while it is there.
    #[must_use]
    pub fn active(&self) -> Option<&Rc<Span>> {
        self.state.span(&self.open, self.chosen.last()?)
    }
}

/// The desk. A clone is the same desk.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

/// How long news of the project may wait, in milliseconds: longer than two frames, so that a tag is painted first.
const FRAME: u32 = 50;

type Listener = Rc<dyn Fn(Now)>;

/// Takes the words of a piece of news.
type Ear = Rc<dyn Fn(&str)>;

struct Inner {
    link: Link,
    now: RefCell<Now>,
    changed: RefCell<Option<Listener>>,
    writer: Writer,
    number: Cell<u32>,
    /// The suggestions as they were last told.
    told: RefCell<String>,
    /// The part of the open document that is near the viewport.
    near: Cell<TextRange>,
    /// The part that suggestions were looked for in.
    outlined: Cell<TextRange>,
    /// When they are looked for next.
    due: RefCell<Option<Timeout>>,
    /// Whether they are still to be looked for.
    owed: Cell<bool>,
    /// Whether one of them was accepted or refused since.
    hurried: Cell<bool>,
    /// How often they have been wanted: whoever looks for them leaves off once they are wanted anew.
    wanted: Cell<u32>,
    /// The clock of the latest entry that was heard of; 0 before the first.
    clock: Cell<u64>,
    /// The words of the documents.
    lexicon: RefCell<Rc<Lexicon>>,
    /// Who wants to hear of what does not change the moment: `painted`, `hover`.
    ears: RefCell<Vec<(&'static str, Ear)>>,
    /// News that have not been taken in yet.
    unheard: RefCell<VecDeque<(String, String)>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// A desk over a copy of the project; closed.
    pub(super) fn new(link: Link, replica: Replica) -> Self {
        let open = replica.state.documents.first().map_or_else(|| DocumentId::new(""), |first| first.document.id.clone());
        let moment = Moment {
            shapes: Rc::new(Shapes::of(&replica.state)),
            state: replica.state,
            lang: Lang::default(),
            open,
            selection: None,
            chosen: Vec::new(),
            base: None,
            hidden: Vec::new(),
            alone: false,
            act: None,
            under: None,
            page: None,
            calls: 0,
            keys: Keys::default(),
            suggest: ghosts::wanted(),
            refusal: None,
            backup: None,
            tagsets: Vec::new(),
            incoming: None,
            gathered: None,
            handed: None,
            reminder: None,
        };
        Self(Rc::new(Inner {
            link,
            now: RefCell::new(Now(Rc::new(moment))),
            changed: RefCell::default(),
            writer: Writer::new(page::random_id()),
            number: Cell::new(0),
            told: RefCell::default(),
            near: Cell::default(),
            outlined: Cell::default(),
            due: RefCell::default(),
            owed: Cell::default(),
            hurried: Cell::default(),
            wanted: Cell::default(),
            clock: Cell::default(),
            lexicon: RefCell::default(),
            ears: RefCell::default(),
            unheard: RefCell::default(),
        }))
    }

    /// The moment as it stands.
    #[must_use]
    pub fn now(&self) -> Now {
        self.0.now.borrow().clone()
    }

    /// Calls `listener`, and no other, after each change.
    pub fn on_change(&self, listener: impl Fn(Now) + 'static) {
        self.0.changed.replace(Some(Rc::new(listener)));
    }

    fn set(&self, change: impl FnOnce(&mut Moment)) {
        let mut moment = Moment::clone(&self.now());
        let state = moment.state.clone();
        change(&mut moment);
        if !Rc::ptr_eq(&state, &moment.state) {
            moment.shapes = Rc::new(Shapes::of(&moment.state));
        }
        let now = Now(Rc::new(moment));
        let old = self.0.now.replace(now.clone());
        let open = |now: &Now| now.state.document(&now.open).map(|state| state.document.clone());
        if open(&old) != open(&now) {
            // The article is made anew, without what was outlined in it.
            self.0.told.take();
        }
        if !Rc::ptr_eq(&old.state, &now.state)
            || old.open != now.open
            || old.suggest != now.suggest
            || self.0.told.borrow().is_empty()
            || self.0.owed.get() && old.selection != now.selection
        {
            self.outline_soon();
        }
        let changed = self.0.changed.borrow().clone();
        if let Some(changed) = changed {
            changed(now);
        }
    }

    /// Wants suggestions or not, from now on.
    pub fn want_suggestions(&self, on: bool) {
        ghosts::keep(on);
        self.set(|moment| moment.suggest = on);
    }

    /// Calls `ear` with each piece of news of that kind, at once: `painted` with the part of the text that is near when the article may stand elsewhere, `hover` with
    /// the id of the span under the pointer or nothing, `lit` with the spans that are marked together.
    pub fn on_news(&self, kind: &'static str, ear: impl Fn(&str) + 'static) {
        self.0.ears.borrow_mut().push((kind, Rc::new(ear)));
    }

    /// Asks for something, as a key does. What was chosen just before has to be known.
    pub fn act(&self, act: Option<ShapeAct>) {
        self.catch_up();
        self.set(|moment| {
            let count = moment.act.map_or(0, |(_, count)| count);
            moment.act = act.map(|act| (act, count + 1));
            moment.refusal = None;
        });
    }

    /// Says why something is not done, before it has been tried.
    pub fn refuse(&self, why: Refusal) {
        self.set(|moment| moment.refusal = Some(why));
    }

    /// Begins to join or name something, goes on with it, or (`None`) leaves off.
    pub fn begin(&self, under: Option<Under>) {
        self.set(|moment| {
            moment.under = under;
            moment.refusal = None;
        });
    }

    /// Shows a page, or closes the desk.
    pub fn show(&self, page: Option<DeskPage>) {
        self.set(|moment| {
            moment.page = page;
            moment.calls += 1;
            moment.refusal = None;
        });
    }
}
