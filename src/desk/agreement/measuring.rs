//! Measuring in slices: gathering what the sets hold, every pair, all together; then gamma, which takes longer.

use crate::core::agreement::gamma::{Gamma, Walk};
use crate::core::agreement::gather::{Gathered, Gathering, Wish};
use crate::core::agreement::survey::{Report, Survey};
use crate::core::agreement::{Which, Why};
use crate::core::ids::{DocumentId, SetId};
use crate::core::shapes::Shapes;
use crate::core::state::State;
use crate::desk::slices::Work;
use crate::format::exchange::options::Tokens;
use crate::format::exchange::tokens::tokens;
use std::collections::HashMap;
use std::rc::Rc;

/// Two annotators by their numbers in what was gathered; `None` for all together.
pub type Who = Option<(usize, usize)>;

/// What is to be measured.
#[derive(Clone)]
pub struct Question {
    /// The project.
    pub state: Rc<State>,
    /// Its relations, events and entities.
    pub shapes: Rc<Shapes>,
    /// Whose work.
    pub sets: Vec<SetId>,
    /// On which documents.
    pub documents: Vec<DocumentId>,
    /// Whether a website's leftovers count.
    pub boilerplate: bool,
    /// How often measuring was gone on with after it was stopped.
    pub round: u32,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.sets == other.sets
            && self.documents == other.documents
            && self.boilerplate == other.boilerplate
            && self.round == other.round
    }
}

/// All measures but gamma, under way.
pub struct Measuring {
    gathering: Option<Gathering>,
    survey: Option<(Rc<Gathered>, Survey)>,
    /// Whether it is to go no further.
    pub stopped: bool,
}

impl Measuring {
    /// Begins.
    pub fn new(question: &Question) -> Self {
        let wish = Wish {
            sets: question.sets.clone(),
            documents: question.documents.clone(),
            boilerplate: question.boilerplate,
            tokens: |text| tokens(text, Tokens::Words),
        };
        let gathering = Gathering::new(&question.state, &question.shapes, wish);
        Self { gathering: Some(gathering), survey: None, stopped: false }
    }

    /// What was gathered, once it was.
    pub fn gathered(&self) -> Option<Rc<Gathered>> {
        self.survey.as_ref().map(|(gathered, _)| gathered.clone())
    }

    /// What was found so far.
    pub fn report(&self) -> Report {
        self.survey.as_ref().map(|(_, survey)| survey.report().clone()).unwrap_or_default()
    }
}

impl Work for Measuring {
    fn step(&mut self) -> bool {
        if self.stopped {
            return true;
        }
        if let Some((gathered, survey)) = &mut self.survey {
            return survey.step(gathered);
        }
        if self.gathering.as_mut().is_some_and(Gathering::step)
            && let Some(gathering) = self.gathering.take()
        {
            let gathered = Rc::new(gathering.done());
            self.survey = Some((gathered.clone(), Survey::new(&gathered)));
        }
        false
    }

    fn share(&self) -> u32 {
        // Gathering counts as a fifth.
        let gathered = self.gathering.as_ref().map_or(100, Gathering::share);
        let surveyed = self.survey.as_ref().map_or(0, |(_, survey)| survey.share());
        (gathered + 4 * surveyed) / 5
    }
}

/// Of what gamma is computed.
#[derive(Clone)]
pub struct Sought {
    /// What was gathered; `None` while that is not known.
    pub gathered: Option<Rc<Gathered>>,
    /// The number of the label; `None` for all.
    pub label: Option<usize>,
    /// How often it was gone on with after it was stopped.
    pub round: u32,
}

impl PartialEq for Sought {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.gathered, &other.gathered) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same && self.label == other.label && self.round == other.round
    }
}

/// Gamma of every pair and of all together, under way.
pub struct Gammas {
    sought: Sought,
    /// Those that wait, the next last.
    waiting: Vec<Who>,
    walk: Option<(Who, Walk)>,
    found: HashMap<Who, Result<Gamma, Why>>,
    all: usize,
    /// Whether it is to go no further.
    pub stopped: bool,
}

impl Gammas {
    /// Begins: pairs come first, since they take less.
    pub fn new(sought: &Sought) -> Self {
        let count = sought.gathered.as_ref().map_or(0, |gathered| gathered.corpus.annotators);
        let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |second| Some((first, second))));
        // Of two, the pair is all.
        let mut waiting = pairs.chain((count > 2).then_some(None)).collect::<Vec<_>>();
        waiting.reverse();
        let all = waiting.len();
        Self { sought: sought.clone(), waiting, walk: None, found: HashMap::new(), all, stopped: false }
    }

    /// What was found so far.
    pub fn found(&self, who: Who) -> Option<Result<Gamma, Why>> {
        self.found.get(&who).copied()
    }
}

impl Work for Gammas {
    fn step(&mut self) -> bool {
        if self.stopped {
            return true;
        }
        if let Some((who, walk)) = &mut self.walk {
            if let Some(found) = walk.step() {
                self.found.insert(*who, found);
                self.walk = None;
            }
            return false;
        }
        let (Some(gathered), Some(who)) = (&self.sought.gathered, self.waiting.pop()) else { return true };
        let annotators = who.map_or_else(|| (0..gathered.corpus.annotators).collect(), |(first, second)| vec![first, second]);
        match Walk::new(&gathered.corpus, &annotators, self.sought.label.map_or(Which::Labelled, Which::Label)) {
            Ok(walk) => self.walk = Some((who, walk)),
            Err(why) => drop(self.found.insert(who, Err(why))),
        }
        false
    }

    fn share(&self) -> u32 {
        let under_way = self.walk.as_ref().map_or(0, |(_, walk)| walk.share());
        let done = self.found.len() as u32 * 100 + under_way;
        done.checked_div(self.all as u32).unwrap_or(100)
    }
}
