//! What is measured elsewhere: what is asked for, what is told of it, and the work between the two, in the same steps as
//! here.

use super::gamma::{Gamma, Walk};
use super::gather::Gathered;
use super::measure::Why;
use super::survey::{Report, Survey};
use super::unit::Which;

/// Two annotators by their numbers in what was gathered; `None` for all together.
pub type Who = Option<(usize, usize)>;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Errand {
    /// All measures but gamma that are not in this report yet.
    Survey(Report),
    /// Gamma.
    Gamma {
        /// Of whom.
        who: Who,
        /// The number of the label; `None` for all.
        label: Option<usize>,
    },
}

/// What is told of an errand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct News {
    /// How much is done, from 0 to 100.
    pub share: u32,
    /// Of a survey, what was not told before.
    pub report: Report,
    /// Gamma, once it is known.
    pub gamma: Option<Result<Gamma, Why>>,
    /// Whether the errand is done.
    pub over: bool,
}

/// Begins to compute gamma.
///
/// # Errors
/// Where there is none.
pub fn gamma(gathered: &Gathered, who: Who, label: Option<usize>) -> Result<Walk, Why> {
    let annotators = who.map_or_else(|| (0..gathered.corpus.annotators).collect(), |(first, second)| vec![first, second]);
    Walk::new(&gathered.corpus, &annotators, label.map_or(Which::Labelled, Which::Label))
}

/// An errand under way.
#[derive(Debug, Clone)]
pub struct Doing {
    work: Work,
    news: News,
}

#[derive(Debug, Clone)]
enum Work {
    /// With how many pairs were told.
    Survey(Box<Survey>, usize),
    Gamma(Result<Box<Walk>, Why>),
}

impl Errand {
    fn begun(self, gathered: &Gathered) -> Work {
        match self {
            Self::Survey(report) => {
                let (mut survey, told) = (Survey::new(gathered), report.pairs.len());
                survey.add(report);
                Work::Survey(Box::new(survey), told)
            }
            Self::Gamma { who, label } => Work::Gamma(gamma(gathered, who, label).map(Box::new)),
        }
    }
}

impl Doing {
    /// Begins.
    #[must_use]
    pub fn new(gathered: &Gathered, errand: Errand) -> Self {
        Self { work: errand.begun(gathered), news: News::default() }
    }

    /// Goes a step further. Returns whether it is done. Each step has to be given the same spans.
    pub fn step(&mut self, gathered: &Gathered) -> bool {
        let news = &mut self.news;
        match &mut self.work {
            Work::Survey(survey, _) => {
                news.over = survey.step(gathered);
                news.share = survey.share();
            }
            Work::Gamma(walk) => {
                news.gamma = walk.as_mut().map_or_else(|why| Some(Err(*why)), |walk| walk.step());
                news.over = news.gamma.is_some();
                news.share = walk.as_ref().map_or(100, |walk| walk.share());
            }
        }
        news.over
    }

    /// What there is to tell.
    pub fn news(&mut self) -> News {
        let report = match &mut self.work {
            Work::Survey(survey, told) => {
                let known = survey.report();
                let pairs = known.pairs[*told..].to_vec();
                *told = known.pairs.len();
                // All together come at once, and last.
                Report {
                    pairs,
                    all: known.all.clone(),
                    labels: known.labels.clone(),
                    unlabelled: known.unlabelled,
                    entities: known.entities,
                }
            }
            Work::Gamma(_) => Report::default(),
        };
        News { report, ..self.news.clone() }
    }
}
