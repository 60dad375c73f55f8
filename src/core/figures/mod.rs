//! What a project's annotations are like in numbers, and plots of them. Pure, and used by the desk alone.
//!
//! - [`gather`]: goes through documents in steps and notes of each span what is counted: [`Figures`];
//! - [`bins`], [`forms`], [`time`]: lengths in classes, what words stand under a label, days and hours;
//! - [`kind`]: which figures there are;
//! - [`heat`]: how far each pair of annotation sets agrees, in steps;
//! - [`table`]: headings, units and rows, of which both the page's tables and the CSV are written;
//! - [`plot`]: drawings as lists of marks, laid out from where a line begins, so that one function draws both directions;
//!   [`svg`]: those as elements; [`face`]: which files of a face they need; [`paper`]: what
//!   fits on a page.

pub mod bins;
pub mod face;
pub mod forms;
pub mod gather;
pub mod heat;
pub mod kind;
pub mod paper;
pub mod plot;
mod seen;
pub mod svg;
pub mod table;
pub mod time;
mod units;

pub use seen::{Extent, Figures, Progress, Seen, median};
