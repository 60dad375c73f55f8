//! Trusted input: mouse, keys, touch.

pub mod keys;
pub mod mouse;
pub mod touch;
