//! The page under test, as a person or an outside script meets it: by its public hooks.

pub mod access;
pub mod card;
mod desk;
pub mod files;
pub mod focus;
pub mod labels;
pub mod large;
pub mod native;
pub mod open;
pub mod proof;
pub mod quiet;
pub mod related;
pub mod shapes;
pub mod surface;

use crate::harness::browser::Browser;

/// A browser on the page's own origin.
pub struct Page {
    /// The browser, for what has no word of its own here.
    pub browser: Browser,
    /// The page's address, with a slash at its end.
    pub address: String,
}

impl Page {
    /// A page that is not open yet.
    pub fn new(browser: Browser, address: &str) -> Self {
        browser.forget_downloads();
        browser.console_errors();
        Self { browser, address: address.to_string() }
    }

    /// Gives the browser back.
    pub fn into_browser(self) -> Browser {
        self.browser
    }
}
