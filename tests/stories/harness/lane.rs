//! One browser for each engine, taken by one story at a time and replaced after a failure.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use super::browser::Browser;
use super::engine::Engine;
use super::site::Site;
use crate::page::Page;

/// What a story is: a walk through a page in some browser, failing by panic.
pub type Story = fn(&mut Page);

thread_local! {
    /// Where the last panic of this thread came from.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps a failing story's place for its report instead of printing it between the other stories' lines.
pub fn quiet_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}: ", place.file(), place.line())).unwrap_or_default();
        PLACE.with_borrow_mut(|kept| *kept = place);
    }));
}

/// The browser of one engine.
pub struct Lane {
    engine: Engine,
    browser: Mutex<Option<Browser>>,
}

impl Lane {
    /// A lane whose browser starts with its first story.
    pub fn new(engine: Engine) -> Self {
        Self { engine, browser: Mutex::new(None) }
    }

    /// Runs one story. One that fails is told once more, in a fresh browser, and the report names what went wrong the first
    /// time: a driver that loses a click on a busy machine must not hold up everyone's work, nor be forgotten.
    pub fn run(&self, site: &Site, name: &str, story: Story) -> Result<(), String> {
        self.tell(site, name, story).or_else(|first| {
            println!("told again: {}::{name}: {first}", self.engine);
            self.tell(site, name, story)
        })
    }

    /// Tells a story on a new origin; what it says when it fails names a screenshot of that moment.
    fn tell(&self, site: &Site, name: &str, story: Story) -> Result<(), String> {
        let mut slot = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        let browser = match slot.take() {
            Some(browser) => browser,
            None => Browser::start(self.engine)?,
        };
        let mut page = Page::new(browser, &site.fresh_origin());
        match panic::catch_unwind(AssertUnwindSafe(|| story(&mut page))) {
            Ok(()) => {
                *slot = Some(page.into_browser());
                Ok(())
            }
            Err(reason) => {
                let words = format!("{}{}", PLACE.with_borrow(String::clone), words(reason.as_ref()));
                Err(format!("{words}{}{}", last_words(&page), keep_picture(self.engine, name, &page)))
            }
        }
    }

    /// Ends the browser.
    pub fn close(&self) {
        self.browser.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

fn words(reason: &(dyn std::any::Any + Send)) -> String {
    let text = reason.downcast_ref::<String>().cloned();
    text.or_else(|| reason.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_else(|| "the story failed".into())
}

/// What the browser's console says, for a story that failed.
fn last_words(page: &Page) -> String {
    let errors = panic::catch_unwind(AssertUnwindSafe(|| page.browser.console_errors())).unwrap_or_default();
    errors.iter().map(|error| format!("\nconsole: {error}")).collect()
}

fn keep_picture(engine: Engine, name: &str, page: &Page) -> String {
    let folder = env::temp_dir().join("hashiya-stories");
    let path = folder.join(format!("{engine}-{name}.png"));
    let taken = panic::catch_unwind(AssertUnwindSafe(|| page.browser.png()));
    match taken.map(|png| fs::create_dir_all(&folder).and_then(|()| fs::write(&path, png))) {
        Ok(Ok(())) => format!("\n(seen then: {})", path.display()),
        _ => String::new(),
    }
}
