//! Measuring in slices: gathering what the sets hold, then every pair, then all together. After a moment a worker does the rest.

use super::crew::Crew;
use crate::core::agreement::errands::Errand;
use crate::core::agreement::gather::{Gathered, Gathering, Wish};
use crate::core::agreement::survey::{Report, Survey};
use crate::core::ids::{DocumentId, SetId};
use crate::core::shapes::Shapes;
use crate::core::state::State;
use crate::desk::slices::Work;
use crate::format::exchange::options::Tokens;
use crate::format::exchange::tokens::tokens;
use std::rc::Rc;

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
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.sets == other.sets
            && self.documents == other.documents
            && self.boilerplate == other.boilerplate
    }
}

/// All measures but gamma, under way.
pub struct Measuring {
    gathering: Option<Gathering>,
    survey: Option<(Rc<Gathered>, Survey)>,
    /// Who else is at it.
    pub crew: Crew,
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
        Self { gathering: Some(gathering), survey: None, crew: Crew::new() }
    }

    /// Goes no further, if there is anything left.
    pub fn stop(&mut self) {
        self.crew.stop(self.report().all.is_none());
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
    fn resume(&mut self) {
        let Some((gathered, survey)) = &mut self.survey else { return };
        if self.crew.comes(gathered, 1) {
            self.crew.give(vec![(0, Errand::Survey(survey.report().clone()))]);
        }
        self.crew.news().into_iter().for_each(|(_, news)| survey.add(news.report));
    }

    fn waits(&self) -> bool {
        self.crew.is_at_work()
    }

    fn step(&mut self) -> bool {
        if self.crew.is_stopped() {
            return true;
        }
        if let Some((gathered, survey)) = &mut self.survey {
            let over = survey.step(gathered);
            if over {
                self.crew.dismiss();
            }
            return over;
        }
        if self.gathering.as_mut().is_some_and(Gathering::step)
            && let Some(gathering) = self.gathering.take()
        {
            let gathered = Rc::new(gathering.done());
            self.survey = Some((gathered.clone(), Survey::new(&gathered)));
            self.crew = Crew::new();
        }
        false
    }

    fn share(&self) -> u32 {
        // Gathering counts as a fifth.
        let gathered = self.gathering.as_ref().map_or(100, Gathering::share);
        let surveyed = self
            .survey
            .as_ref()
            .map_or(0, |(_, survey)| survey.share().max(self.crew.under_way().iter().map(|(_, share)| share).sum()));
        (gathered + 4 * surveyed) / 5
    }
}
