//! One browser session, driven without `async` in the stories.

use std::cell::Cell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use thirtyfour::common::command::Command;
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver, WebElement};
use tokio::runtime::{Builder, Runtime};

use super::driver::Driver;
use super::engine::{Engine, Programs};
use super::picture::Picture;
use super::scratch::Scratch;
use super::wait::PATIENCE;

/// Functions of the page's side, put before every script of a story.
const TOOLBOX: &str = include_str!("../page/toolbox.js");

/// How Firefox begins the lines on its standard output that report a page's errors.
const WORRYING: [&str; 3] = ["console.error", "console.assert", "JavaScript error"];

/// A browser with a profile and a download folder of its own.
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    runtime: Runtime,
    session: Option<WebDriver>,
    driver: Driver,
    programs: Programs,
    downloads: PathBuf,
    profile: Scratch,
    lines_read: Cell<usize>,
    _place: Scratch,
}

impl Browser {
    /// Starts driver and browser on a fresh profile, with a window of 1280 by 900.
    pub fn start(engine: Engine) -> Result<Self, String> {
        let programs = engine.find()?;
        let place = Scratch::new(&format!("{engine}-files"))?;
        let profile = Scratch::new(&format!("{engine}-profile"))?;
        let downloads = place.folder("downloads")?;
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        let driver = Driver::start(engine, &programs, &profile, &downloads)?;
        let mut browser = Self {
            engine,
            runtime,
            session: None,
            driver,
            programs,
            downloads,
            profile,
            lines_read: Cell::new(0),
            _place: place,
        };
        browser.connect()?;
        Ok(browser)
    }

    /// Kills the browser without warning and starts it again on the same profile.
    pub fn crash_and_restart(&mut self) {
        self.driver.process.kill_family();
        if let Some(dead) = self.session.take() {
            let _ = dead.leak();
        }
        self.driver = Driver::start(self.engine, &self.programs, &self.profile, &self.downloads).unwrap();
        self.connect().unwrap();
    }

    fn connect(&mut self) -> Result<(), String> {
        let capabilities = self.engine.capabilities(&self.programs, &self.profile, &self.downloads);
        let capabilities: Capabilities = serde_json::from_value(capabilities).map_err(|error| error.to_string())?;
        let session = self.run(WebDriver::new(&self.driver.address, capabilities));
        let session = session.map_err(|error| format!("{}: {error}; {:?}", self.engine, self.driver.process.lines()))?;
        let limits = TimeoutConfiguration::new(Some(2 * PATIENCE), Some(2 * PATIENCE), Some(Duration::ZERO));
        self.session = Some(session);
        self.run(self.session().update_timeouts(limits)).map_err(|error| error.to_string())?;
        self.resize(1280, 900);
        Ok(())
    }

    fn run<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the browser has a session")
    }

    /// Sets the outer size of the window in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.run(self.session().set_window_rect(0, 0, width, height)).unwrap();
    }

    /// Goes to an address and waits for its load event.
    pub fn go(&self, address: &str) {
        self.run(self.session().goto(address)).unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.run(self.session().refresh()).unwrap();
    }

    /// Runs the body of a function in the page: the toolbox is `T`, the arguments are `arguments`.
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.try_script(body, arguments).unwrap_or_else(|error| panic!("{error}\nin {body}"))
    }

    /// As [`Browser::script`], for pages that may just be going away.
    pub fn try_script(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let answer = self.run(self.session().execute(format!("{TOOLBOX}\n{body}"), arguments));
        answer.map(|answer| answer.json().clone()).map_err(|error| error.to_string())
    }

    /// Waits in the page, frame by frame, until the expression is true and gives its value.
    pub fn wait(&self, what: &str, expression: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "{TOOLBOX}\nconst done = arguments[arguments.length - 1]; const given = arguments;\n\
             T.until({limit}, () => {{ const arguments = given; return ({expression}); }}).then(done);",
            limit = PATIENCE.as_millis(),
        );
        match self.script_across_loads(&script, &arguments) {
            Ok(answer) if answer["ok"] == true => answer["value"].clone(),
            Ok(answer) => panic!("waited in vain for {what} ({expression}): {}", answer["error"]),
            Err(error) => panic!("while waiting for {what}: {error}"),
        }
    }

    /// Runs a script that answers later; begins again when its page goes away under it, as it may while another loads.
    fn script_across_loads(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        for _ in 0..3 {
            match self.run(self.session().execute_async(script, arguments.to_vec())) {
                Ok(answer) => return Ok(answer.json().clone()),
                Err(error) if error.to_string().contains("unloaded") => {}
                Err(error) => return Err(error.to_string()),
            }
        }
        Err("the page goes away again and again".into())
    }

    /// Waits until two frames have been drawn.
    pub fn frames(&self) {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)));";
        self.script_across_loads(script, &[]).unwrap_or_else(|error| panic!("{error}"));
    }

    /// The element that a script returns, for trusted clicks and typing.
    pub fn element(&self, body: &str, arguments: Vec<Value>) -> WebElement {
        let answer = self.run(self.session().execute(format!("{TOOLBOX}\n{body}"), arguments));
        let answer = answer.unwrap_or_else(|error| panic!("{error}\nin {body}"));
        assert!(!answer.json().is_null(), "no such element: {body}");
        answer.element().unwrap()
    }

    /// Clicks an element with the driver's own mouse, scrolling to it first.
    pub fn click(&self, element: &WebElement) {
        self.run(element.click()).unwrap_or_else(|error| panic!("click: {error}"));
    }

    /// Types into an element; for a file input, gives it the paths in the text, one in each line.
    pub fn type_into(&self, element: &WebElement, text: &str) {
        self.run(element.send_keys(text)).unwrap_or_else(|error| panic!("typing: {error}"));
    }

    /// Performs WebDriver input sources as they stand.
    pub fn perform(&self, sources: Value) {
        self.run(self.session().cmd(Command::PerformActions(sources.into()))).unwrap();
    }

    /// A command of the DevTools protocol (Chromium only).
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.run(self.session().cdp().send_raw(command, parameters)).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// What is in the viewport now, as decoded pixels.
    pub fn picture(&self) -> Picture {
        Picture::from_png(&self.png()).unwrap()
    }

    /// What is in the viewport now, as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        self.run(self.session().screenshot_as_png()).unwrap()
    }

    /// The errors written to the console since this was last asked; in Chromium with what the page's policy refused.
    /// WebKit's driver hands out no console: there only [`crate::page::Page::listen`] hears anything.
    pub fn console_errors(&self) -> Vec<String> {
        if self.engine == Engine::Chromium {
            let entries = self.run(self.session().browser_log()).unwrap();
            return entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect();
        }
        let lines = self.driver.process.lines();
        // Firefox prints errors of its own parts in the same way; those of a page's scripts name its address or nothing.
        let fresh = lines[self.lines_read.replace(lines.len())..].iter();
        fresh
            .filter(|line| {
                WORRYING.iter().any(|mark| line.contains(mark))
                    && !line.contains("RSLoader")
                    && !line.contains("://gre/")
                    && !line.contains("chrome://")
            })
            .cloned()
            .collect()
    }

    /// Where this browser puts downloads.
    pub fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// Empties the download folder.
    pub fn forget_downloads(&self) {
        for entry in fs::read_dir(&self.downloads).unwrap().flatten() {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(5), session.quit()).await });
        }
    }
}
