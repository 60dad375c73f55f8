//! The native file from outside: its schema, its round trips, what it refuses, and what opening one does.

#![allow(clippy::expect_used)]

mod broken;
mod depth;
mod handover;
mod merging;
mod mutations;
mod roundtrip;
mod schema;
mod worlds;
