//! What drives a browser: processes, sessions, the product's own server, pictures.

pub mod browser;
pub mod driver;
pub mod engine;
pub mod fault;
pub mod lane;
pub mod picture;
pub mod process;
pub mod scratch;
pub mod site;
pub mod wait;
