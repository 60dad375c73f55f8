//! Agreement: the measures on recorded cases equal those of other software (`docs/agreement.md` tells which), and on the two reports,
//! with noise that follows from a seed, they keep the laws that they must keep.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may give up")]

mod elsewhere;
mod fixtures;
mod large;
mod laws;
mod recorded;
mod worlds;
