//! The counting itself, in slices: the figures first, then how far each pair of annotators agrees.

use crate::core::figures::Figures;
use crate::core::figures::gather::{Gathering, Wish};
use crate::core::figures::heat::{Heat, Heating};
use crate::core::state::State;
use crate::desk::slices::Work;
use std::rc::Rc;

/// What is counted in which project as it stands.
#[derive(Clone)]
pub struct Question {
    /// The project.
    pub state: Rc<State>,
    /// What is counted.
    pub wish: Wish,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.wish == other.wish
    }
}

/// What was found, and in what.
pub struct Found {
    /// Of what.
    pub question: Question,
    /// The counts.
    pub figures: Figures,
    /// The agreement of each pair.
    pub heat: Heat,
}

/// The counting under way.
pub struct Counting {
    question: Question,
    gathering: Option<Gathering>,
    heating: Option<Heating>,
    figures: Figures,
    found: Option<Rc<Found>>,
}

impl Counting {
    /// Begins.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        Self {
            gathering: Some(Gathering::new(&question.state, question.wish.clone())),
            heating: None,
            figures: Figures::default(),
            found: None,
            question: question.clone(),
        }
    }

    /// What was found, once all is counted.
    #[must_use]
    pub fn found(&self) -> Option<Rc<Found>> {
        self.found.clone()
    }
}

impl Work for Counting {
    fn step(&mut self) -> bool {
        if let Some(mut gathering) = self.gathering.take() {
            if gathering.step() {
                let (figures, pages) = gathering.done();
                (self.figures, self.heating) = (figures, Some(Heating::new(pages)));
            } else {
                self.gathering = Some(gathering);
            }
            return false;
        }
        let Some(mut heating) = self.heating.take() else { return true };
        if !heating.step() {
            self.heating = Some(heating);
            return false;
        }
        let figures = std::mem::take(&mut self.figures);
        self.found = Some(Rc::new(Found { question: self.question.clone(), figures, heat: heating.done() }));
        true
    }

    fn share(&self) -> u32 {
        let heating = || self.heating.as_ref().map_or(100, Heating::share);
        // Pairs are quick beside the texts.
        self.gathering.as_ref().map_or_else(|| 80 + heating() / 5, |gathering| gathering.share() * 4 / 5)
    }
}
