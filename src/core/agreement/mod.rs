//! How far annotators agree: measures over plain lists of spans, and the one place that gathers these from a project.
//!
//! Each measure is a function of its own that knows nothing of projects. Where one says nothing it gives the reason
//! ([`Why`]) and never a number. Used by the desk alone. `docs/agreement.md` says what each measure is, where it comes
//! from, and against which software it is held.
//!
//! - [`spans`]: precision, recall and F1 of limits, exact, tolerant ([`tolerant`]) and overlapping;
//! - [`confusion`]: which label met which, with the spans;
//! - [`tokens`] and [`nominal`]: Cohen's and Fleiss' kappa and Krippendorff's alpha on tokens;
//! - [`unitizing`]: Krippendorff's alpha_U; [`gamma`]: Mathet's gamma;
//! - [`shapes`]: relations and attributes; [`coreference`]: entities;
//! - [`gather`]: from a project to these lists; [`survey`]: every pair and all together, in steps;
//! - [`errands`]: what of it is done in another thread, and [`flat`]: as what it goes there and comes back;
//! - [`told`]: what was found as a list of measures; [`csv`]: that list as files.

pub mod measure;
pub mod unit;
pub mod chance;
pub mod matching;
pub mod tolerant;
pub mod spans;
pub mod confusion;
pub mod tokens;
pub mod nominal;
pub mod unitizing;
pub mod gamma;
pub mod coreference;
pub mod shapes;
pub mod kept;
pub mod gather;
pub mod survey;
pub mod errands;
pub mod flat;
pub mod told;
pub mod csv;

pub use measure::{Measure, Tally, Why};
pub use unit::{Corpus, Page, Unit, Which};
