//! When lines are drawn, which, and what they and the lights follow.

use super::draw::{self, Drawing};
use super::measure::Page;
use super::spot::Spot;
use super::wanted::{self, Wanted, What};
use crate::core::ids::SpanId;
use crate::core::keymap::ShapeAct;
use crate::desk::now::{Desk, Now};
use crate::i18n::desk::beside::{self, BesideWord};
use crate::web::dom;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, PointerEvent};

/// Where the desk remembers which lines are drawn.
const KEPT: &str = "hashiya/lines";
/// With more lines than this in a document, only those at hand are drawn until something else is asked for.
const MANY: usize = 40;

/// Which lines are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    All,
    AtHand,
    None,
}

impl Mode {
    const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::AtHand => "hand",
            Self::None => "none",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::All => Self::AtHand,
            Self::AtHand => Self::None,
            Self::None => Self::All,
        }
    }

    const fn word(self) -> BesideWord {
        match self {
            Self::All => BesideWord::LinesAll,
            Self::AtHand => BesideWord::LinesAtHand,
            Self::None => BesideWord::LinesNone,
        }
    }

    fn kept() -> Option<Self> {
        let kept = dom::window().local_storage().ok()??.get_item(KEPT).ok()??;
        [Self::All, Self::AtHand, Self::None].into_iter().find(|mode| mode.name() == kept)
    }

    fn keep(self) {
        if let Ok(Some(store)) = dom::window().local_storage() {
            let _ = store.set_item(KEPT, self.name());
        }
    }
}

/// The lines of the page. A clone is the same.
#[derive(Clone)]
pub struct Layer(Rc<Inner>);

struct Inner {
    desk: Desk,
    now: RefCell<Now>,
    wanted: RefCell<Rc<Vec<Wanted>>>,
    mode: Cell<Option<Mode>>,
    /// The span under the pointer in a text, and the rows under it and with the focus.
    spots: RefCell<[Spot; 3]>,
    /// What is lit, as it was last told.
    lit: RefCell<String>,
    due: Cell<bool>,
    page: RefCell<Page>,
    drawing: RefCell<Drawing>,
}

impl Layer {
    /// The lines, not yet drawn.
    pub fn new(desk: Desk) -> Self {
        let now = desk.now();
        Self(Rc::new(Inner {
            wanted: RefCell::new(Rc::new(wanted::wanted(&now))),
            now: RefCell::new(now),
            desk,
            mode: Cell::new(Mode::kept()),
            spots: RefCell::default(),
            lit: RefCell::default(),
            due: Cell::default(),
            page: RefCell::default(),
            drawing: RefCell::default(),
        }))
    }

    /// Follows the page for as long as it stands.
    pub fn listen(&self) {
        let layer = self.clone();
        self.0.desk.on_news("painted", move |_| layer.soon());
        let layer = self.clone();
        self.0.desk.on_news("hover", move |id| {
            let spot = if id.is_empty() { Spot::Nothing } else { Spot::Span(SpanId::new(id)) };
            layer.spot(0, spot, true);
        });
        let document = dom::document();
        let on = |event: &'static str, place: usize| {
            let layer = self.clone();
            dom::on(&document, event, move |event| {
                let mouse = event.dyn_ref::<PointerEvent>().is_none_or(|event| event.pointer_type() != "touch");
                let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if let Some(element) = element.filter(|_| mouse) {
                    layer.spot(place, Spot::of(&element), false);
                }
            })
            .forget();
        };
        on("pointerover", 1);
        on("focusin", 2);
        self.soon();
    }

    /// Takes over what is so now.
    pub fn follow(&self, now: &Now) {
        let old = self.0.now.replace(now.clone());
        let same =
            Rc::ptr_eq(&old.shapes, &now.shapes) && old.open == now.open && old.lang == now.lang && old.hidden == now.hidden;
        if !same {
            self.0.wanted.replace(Rc::new(wanted::wanted(now)));
        }
        if !same || old.chosen != now.chosen {
            self.light(false);
            self.soon();
        }
    }

    /// Does what was asked for, where it is about lines.
    pub fn act(&self, act: Option<(ShapeAct, u32)>) {
        let Some((ShapeAct::Lines, _)) = act else { return };
        let mode = self.mode().next();
        mode.keep();
        self.0.mode.set(Some(mode));
        let lang = self.0.now.borrow().lang;
        self.0.desk.say(beside::word(lang, if self.count() == 0 { BesideWord::LinesNothing } else { mode.word() }));
        self.soon();
    }

    fn count(&self) -> usize {
        self.0.wanted.borrow().iter().filter(|line| !matches!(line.what, What::Gap(_))).count()
    }

    fn mode(&self) -> Mode {
        self.0.mode.get().unwrap_or_else(|| if self.count() > MANY { Mode::AtHand } else { Mode::All })
    }

    /// Something else is pointed at, or has the focus. `anew`: the first program has changed its lights since.
    fn spot(&self, place: usize, spot: Spot, anew: bool) {
        let changed = {
            let mut spots = self.0.spots.borrow_mut();
            std::mem::replace(&mut spots[place], spot.clone()) != spot
        };
        if changed || anew {
            self.light(anew);
            self.soon();
        }
    }

    /// Has marked what belongs to what is pointed at; where nothing is, to what is chosen.
    fn light(&self, anew: bool) {
        let lit = {
            let (spots, now) = (self.0.spots.borrow(), self.0.now.borrow());
            let chosen = now.chosen.last().map(|id| Spot::Span(id.clone()));
            let pointed = spots.iter().any(|spot| *spot != Spot::Nothing);
            let mut lit = String::new();
            for (_, span) in spots.iter().chain(chosen.iter().filter(|_| !pointed)).flat_map(|spot| spot.lit(&now)) {
                let _ = write!(lit, "{span} ");
            }
            lit
        };
        if anew || *self.0.lit.borrow() != lit {
            self.0.desk.light(&lit);
            self.0.lit.replace(lit);
        }
    }

    /// Draws with the next frame.
    fn soon(&self) {
        if self.0.due.replace(true) {
            return;
        }
        let layer = self.clone();
        let frame = Closure::once_into_js(move || {
            layer.0.due.set(false);
            layer.draw();
        });
        if dom::window().request_animation_frame(frame.unchecked_ref()).is_err() {
            self.0.due.set(false);
        }
    }

    fn draw(&self) {
        let (now, wanted, mode) = (self.0.now.borrow().clone(), self.0.wanted.borrow().clone(), self.mode());
        let strong = self.strong(&now, &wanted);
        let seen = |line: &Wanted, strong: bool| match (&line.what, mode) {
            (What::Gap(_), _) | (_, Mode::AtHand) => strong,
            (_, Mode::All) => true,
            (_, Mode::None) => false,
        };
        let lines = wanted.iter().zip(strong).filter(|(line, strong)| seen(line, *strong)).collect::<Vec<_>>();
        draw::draw(&now, &lines, &mut self.0.page.borrow_mut(), &mut self.0.drawing.borrow_mut());
    }

    /// Which lines stand out: those of what is chosen, pointed at, or has the focus.
    fn strong(&self, now: &Now, wanted: &[Wanted]) -> Vec<bool> {
        let spots = self.0.spots.borrow();
        let spans = spots.iter().filter_map(|spot| if let Spot::Span(id) = spot { Some(id) } else { None });
        let spans = spans.chain(now.chosen.last()).collect::<HashSet<_>>();
        let told = |what: &What| {
            spots.iter().any(|spot| match (spot, what) {
                (Spot::Relation(id), What::Relation(own)) => **own == **id,
                (Spot::Event(id), What::Role(own, ..)) => **own == **id,
                _ => false,
            })
        };
        wanted.iter().map(|line| told(&line.what) || spans.contains(&line.from) || spans.contains(&line.to)).collect()
    }
}
