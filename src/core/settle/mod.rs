//! Settling what several annotators say differently: their spans in groups that stand for the same ([`group`]), what was decided of each
//! ([`standing`]), and the decisions ([`take`], [`rules`]), each a transaction over the gold set ([`carry_out`]).
//!
//! The gold set has the role `gold` and names the sets that it is made from. Each of its spans tells who settled it, when, how, from whose spans
//! and over whose; what was left out is told by an object among the refusals ([`provenance`]). The sets of annotators are never changed.

mod carry_out;
pub mod gold;
mod group;
pub mod limits;
pub mod provenance;
mod rules;
mod standing;
mod take;
mod veil;
#[cfg(test)]
pub(crate) mod tests;

pub use carry_out::{Wish, settle};
pub use group::{Form, Group, Groups};
pub use rules::Rule;
pub use standing::{Settled, Settling, Standing};
pub use take::{Saying, Take, saying};
pub use veil::veiled;
