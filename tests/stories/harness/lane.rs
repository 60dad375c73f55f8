//! One browser for each engine, taken by one story at a time and replaced after a failure.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use super::browser::Browser;
use super::engine::Engine;
use super::fault;
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

    /// Runs one story. Where the driver itself failed it is told once more, in a fresh browser, and the report names what
    /// went wrong the first time. What a story finds wrong with the page is never asked twice: a fault that shows every
    /// other time is a fault.
    pub fn run(&self, site: &Site, name: &str, story: Story) -> Result<(), String> {
        match self.tell(site, name, story) {
            Err(Failure { words, of_driver: true }) => {
                println!("told again: {}::{name}: {words}", self.engine);
                self.tell(site, name, story).map_err(|failure| failure.words)
            }
            told => told.map_err(|failure| failure.words),
        }
    }

    /// Tells a story on a new origin; what it says when it fails names a screenshot of that moment.
    fn tell(&self, site: &Site, name: &str, story: Story) -> Result<(), Failure> {
        let mut slot = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        let browser = match slot.take() {
            Some(browser) => browser,
            None => started(self.engine)?,
        };
        // A browser that was there may have died since its last story.
        let begun = panic::catch_unwind(AssertUnwindSafe(|| Page::new(browser, &site.fresh_origin())));
        let mut page = begun.map_err(|reason| Failure::of(reason.as_ref()))?;
        match panic::catch_unwind(AssertUnwindSafe(|| story(&mut page))) {
            Ok(()) => {
                *slot = Some(page.into_browser());
                Ok(())
            }
            Err(reason) => {
                let failure = Failure::of(reason.as_ref());
                let words = format!("{}{}{}", failure.words, last_words(&page), keep_picture(self.engine, name, &page));
                Err(Failure { words, ..failure })
            }
        }
    }

    /// Ends the browser.
    pub fn close(&self) {
        self.browser.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// Why a story was not told to its end.
struct Failure {
    /// What went wrong, and where.
    words: String,
    /// Whether it was the driver.
    of_driver: bool,
}

impl Failure {
    /// Reads what a panic brought, with the place of this thread's last one.
    fn of(reason: &(dyn Any + Send)) -> Self {
        let (words, of_driver) = fault::words(reason);
        Self { words: format!("{}{words}", PLACE.with_borrow(String::clone)), of_driver }
    }
}

/// Starts a browser. One that does not start is the driver's fault, whether by an error or by a panic.
fn started(engine: Engine) -> Result<Browser, Failure> {
    let started = panic::catch_unwind(|| Browser::start(engine)).map_err(|reason| fault::words(reason.as_ref()).0);
    started.and_then(|started| started).map_err(|words| Failure { words, of_driver: true })
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
