//! What the page shows, and what is done there.

use super::board::{Board, Item, Narrow};
use super::draft::Draft;
use super::names::set_name;
use crate::core::command::SpanRef;
use crate::core::ids::SetId;
use crate::core::settle::provenance::How;
use crate::core::settle::{Rule, Standing, Take, Wish, settle};
use crate::desk::large::Doing;
use crate::desk::search::Done;
use crate::desk::{Desk, Now};
use crate::i18n::desk::settle as words;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Something that is done on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A set is settled too, or no more.
    Toggle(SetId),
    /// Who settles.
    By(String),
    /// The list is narrowed.
    Narrow(Narrow),
    /// So many more are drawn.
    More(usize),
    /// A group is the current one, and shown in the article.
    At(SpanRef),
    /// A group is decided.
    Take(SpanRef, Take),
    /// A group is edited from here on.
    Edit(SpanRef),
    /// The draft is this now; `None` gives it up.
    Draft(Option<Draft>),
    /// The annotator whose word a rule takes.
    Whose(SetId),
}

/// What the page shows.
pub struct View {
    /// The sets that were chosen; `None` while all are that have spans.
    pub sets: Option<Vec<SetId>>,
    /// Who settles, where that was said here.
    pub by: Option<String>,
    /// What the list is narrowed to.
    pub narrow: Narrow,
    /// How many groups are drawn.
    pub most: usize,
    /// The current group.
    pub at: Option<SpanRef>,
    /// What is being edited of it.
    pub draft: Option<Draft>,
    /// The annotator whose word a rule takes.
    pub whose: Option<SetId>,
    /// What was done last.
    pub done: Option<Done>,
    /// What gets the focus when the page is drawn.
    focus: Option<String>,
}

/// How many groups are drawn at first, and how many more each time.
pub const DRAWN: usize = 100;

thread_local! {
    /// The page as it was left.
    static LAST: Rc<RefCell<View>> = Rc::new(RefCell::new(View::new()));
}

impl View {
    const fn new() -> Self {
        Self {
            sets: None,
            by: None,
            narrow: Narrow { show: super::board::Show::Differ, document: None, label: None },
            most: DRAWN,
            at: None,
            draft: None,
            whose: None,
            done: None,
            focus: None,
        }
    }

    /// The page as it was left last.
    pub fn last() -> Rc<RefCell<Self>> {
        LAST.with(Rc::clone)
    }

    /// The sets between which is settled.
    pub fn chosen(&self, now: &Now) -> Vec<SetId> {
        let all = Board::at_work(&now.state);
        match &self.sets {
            Some(chosen) => all.into_iter().filter(|set| chosen.contains(set)).collect(),
            None => all,
        }
    }

    /// Who settles: as was said here, else whoever made the gold set, else whose own set it is.
    pub fn by(&self, now: &Now, board: &Board) -> String {
        let gold = || board.gold.as_ref().and_then(|gold| now.state.set(gold)?.annotator.clone());
        let own = || now.state.own_set().filter(|own| !board.sets.contains(&own.id)).and_then(|own| own.annotator.clone());
        self.by.clone().or_else(gold).or_else(own).unwrap_or_default()
    }

    fn wish(&self, now: &Now, board: &Board) -> Wish {
        let by = self.by(now, board);
        Wish { sets: board.sets.clone(), by: Some(by).filter(|by| !by.is_empty()) }
    }

    /// Forgets what is not there any more.
    pub fn follow(&mut self, now: &Now, listed: &[Item]) {
        let narrow = &mut self.narrow;
        narrow.document = narrow.document.take().filter(|id| now.state.document(id).is_some());
        narrow.label = narrow.label.take().filter(|id| now.state.tagset.get(id).is_some());
        if self.at.as_ref().is_none_or(|at| !listed.iter().any(|item| item.spot() == *at)) {
            self.draft = None;
            self.at = listed.first().map(Item::spot);
        }
    }
}

/// What acts are carried out with.
pub struct Scene<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// The page.
    pub view: &'a RefCell<View>,
    /// What there is to settle.
    pub board: &'a Board,
    /// What is listed of it.
    pub listed: &'a [Item],
}

/// Carries out what is done.
pub fn carry_out(scene: &Scene<'_>, act: Act) {
    let Scene { desk, view, board, .. } = scene;
    match act {
        Act::Toggle(set) => {
            let now = desk.now();
            let mut chosen = view.borrow().chosen(&now);
            match chosen.iter().position(|other| *other == set) {
                Some(place) => drop(chosen.remove(place)),
                None => chosen.push(set),
            }
            view.borrow_mut().sets = Some(chosen);
        }
        Act::By(name) => view.borrow_mut().by = Some(name.trim().to_owned()),
        Act::Narrow(narrow) => {
            let mut view = view.borrow_mut();
            view.narrow = narrow;
            view.most = DRAWN;
        }
        Act::More(count) => view.borrow_mut().most += count,
        Act::Whose(set) => view.borrow_mut().whose = Some(set),
        Act::At(spot) => {
            let known = view.borrow().at.as_ref() == Some(&spot);
            if !known {
                view.borrow_mut().draft = None;
                view.borrow_mut().at = Some(spot.clone());
            }
            show(scene, &spot);
        }
        Act::Edit(spot) => {
            let draft = board.page(&spot.0).and_then(|settling| Draft::of(settling, &spot.1));
            let mut view = view.borrow_mut();
            view.focus = draft.is_some().then(|| "[data-field=\"settle-label\"]".to_owned());
            view.draft = draft;
            view.at = Some(spot);
        }
        Act::Draft(draft) => {
            let mut view = view.borrow_mut();
            if draft.is_none() {
                view.focus = view.at.as_ref().map(row);
            }
            view.draft = draft;
        }
        Act::Take(spot, take) => decide(scene, &spot, take),
    }
}

/// Shows a group in the article.
fn show(scene: &Scene<'_>, spot: &SpanRef) {
    if let Some(item) = scene.listed.iter().find(|item| item.spot() == *spot) {
        scene.desk.go(&spot.0, item.found().hull());
    }
}

fn decide(scene: &Scene<'_>, spot: &SpanRef, take: Take) {
    let Scene { desk, view, board, listed } = scene;
    let now = desk.now();
    let wish = view.borrow().wish(&now, board);
    let Some(at) = listed.iter().position(|item| item.spot() == *spot) else { return };
    let picks = matches!(take, Take::Pick(_));
    let said = how_said(&now, &take);
    if !desk.change(|state, context| settle(state, context, &wish, &[(spot.clone(), take)])) {
        return;
    }
    let quote = quote(&now, &listed[at]);
    let counts = board.counts(&view.borrow().narrow);
    let is_new = listed[at].settling.is_difference(listed[at].group) && listed[at].standing() != Standing::Decided;
    let progress = words::progress(now.lang, counts.settled + usize::from(is_new), counts.differences);
    // What is picked one by one is not done with.
    let open = |item: &&Item| item.standing() == Standing::Differs && item.spot() != *spot;
    let next = listed[at + 1..].iter().find(open).or_else(|| listed[..at].iter().find(open)).filter(|_| !picks);
    let next_row =
        listed.get(at + 1).filter(|_| next.is_none() && !picks && view.borrow().narrow.show == super::board::Show::Open);
    let next = next.or(next_row).map(Item::spot);
    let mut page = view.borrow_mut();
    page.draft = None;
    let words = words::done(now.lang, &quote, &said, &progress);
    page.done = Some(Done::just(desk, words));
    if !picks {
        page.focus = Some(next.as_ref().map_or_else(|| row(spot), row));
    }
    let went_on = next.is_some();
    if let Some(next) = next {
        page.at = Some(next);
    }
    let at = page.at.clone().filter(|_| went_on);
    drop(page);
    if let Some(at) = at {
        show(scene, &at);
    }
}

/// Decides by a rule all that the list can hold.
pub fn rule(scene: &Scene<'_>, doing: &Doing, rule: &Rule) {
    let Scene { desk, view, board, .. } = scene;
    let now = desk.now();
    let (wish, narrow) = (view.borrow().wish(&now, board), view.borrow().narrow.clone());
    let decisions = board.ruled(&narrow, rule);
    let counts = board.counts(&narrow);
    let settled = if *rule == Rule::Agreement { counts.settled } else { counts.settled + differences(board, &narrow, rule) };
    let progress = words::progress(now.lang, settled, counts.differences);
    let said = words::done_many(now.lang, decisions.len(), &progress);
    doing.change(decisions.len(), said, move |state, context| settle(state, context, &wish, &decisions));
}

/// How many differences a rule decides.
fn differences(board: &Board, narrow: &Narrow, rule: &Rule) -> usize {
    let decided = board.within(narrow).filter(|item| rule.decides(&item.settling, item.group));
    decided.filter(|item| item.settling.is_difference(item.group)).count()
}

fn how_said(now: &Now, take: &Take) -> String {
    let (how, whose) = match take {
        Take::One(set) => (How::One, set_name(now, set)),
        Take::Whole(set) => (How::Whole, set_name(now, set)),
        Take::Both => (How::Both, String::new()),
        Take::Neither => (How::Neither, String::new()),
        Take::Pick(_) => (How::Pick, String::new()),
        Take::Agreement => (How::Agreement, String::new()),
        Take::Majority => (How::Majority, String::new()),
        Take::Edit { .. } => (How::Edit, String::new()),
    };
    words::how(now.lang, how, &whose)
}

/// The words of a group.
fn quote(now: &Now, item: &Item) -> String {
    let document = now.state.document(&item.settling.document);
    document.map_or_else(String::new, |state| state.document.text.slice(item.found().hull()).to_owned())
}

/// What takes the focus in the row of a group.
fn row((document, span): &SpanRef) -> String {
    format!("[data-difference=\"{document} {span}\"] [data-row]")
}

/// Gives the focus where it was asked to go.
pub fn give_focus(view: &RefCell<View>) {
    let Some(selector) = view.borrow_mut().focus.take() else { return };
    let found = gloo::utils::document().query_selector(&format!(".desk {selector}")).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
