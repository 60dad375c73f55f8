//! One browser session, driven without `async` in the stories.

use std::cell::Cell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::common::command::Command;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver, WebElement, WindowHandle};
use tokio::runtime::{Builder, Runtime};

use super::driver::Driver;
use super::engine::{Engine, Programs};
use super::fault::{answered, raise, tried};
use super::picture::Picture;
use super::scratch::Scratch;
use super::wait::{self, PATIENCE};

/// Functions of the page's side, put before every script of a story.
const TOOLBOX: &str = include_str!("../page/toolbox.js");

/// The viewport that stories begin with, in CSS pixels.
pub const WIDTH: i64 = 1280;
/// Its height.
pub const HEIGHT: i64 = 800;

/// The least width that a window is asked for, in pixels: what an engine makes of it may be wider.
const NARROWEST: i64 = 200;

/// How Firefox begins the lines on its standard output that report a page's errors.
const WORRYING: [&str; 3] = ["console.error", "console.assert", "JavaScript error"];

/// Two presses within this time may be one double click: the longest that any of the engines counts so, and a little.
const DOUBLE_CLICK: Duration = Duration::from_millis(550);

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
    pressed: Cell<Option<Instant>>,
    /// Whether the profile is kept when the browser is killed; Chromium's and WebKit's always is.
    keeps: bool,
    _place: Scratch,
}

impl Browser {
    /// Starts driver and browser on a fresh profile, with a viewport of [`WIDTH`] by [`HEIGHT`].
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
            pressed: Cell::new(None),
            keeps: false,
            _place: place,
        };
        browser.connect()?;
        Ok(browser)
    }

    /// As [`Browser::start`], on a profile that outlives the browser in every engine, for those who kill it.
    #[allow(dead_code, reason = "for the torture, which shares this file")]
    pub fn start_keeping(engine: Engine) -> Result<Self, String> {
        let mut browser = Self::start(engine)?;
        // Firefox's driver makes a profile of its own for each session, unless it is told of one.
        browser.keeps = true;
        if engine == Engine::Firefox {
            browser.crash_and_restart();
        }
        Ok(browser)
    }

    /// The process that driver and browser stand below.
    #[allow(dead_code, reason = "for the torture, which shares this file")]
    pub fn process(&self) -> u32 {
        self.driver.process.id()
    }

    /// Kills the browser without warning and starts it again on the same profile.
    pub fn crash_and_restart(&mut self) {
        self.driver.process.kill_family();
        if let Some(dead) = self.session.take() {
            let _ = dead.leak();
        }
        let driver = Driver::start(self.engine, &self.programs, &self.profile, &self.downloads);
        self.driver = driver.unwrap_or_else(|error| raise(&error));
        self.lines_read.set(0);
        self.connect().unwrap_or_else(|error| raise(&error));
    }

    fn connect(&mut self) -> Result<(), String> {
        let mut capabilities = self.engine.capabilities(&self.programs, &self.profile, &self.downloads);
        if self.keeps && self.engine == Engine::Firefox {
            capabilities["moz:firefoxOptions"]["args"] = json!(["-headless", "-profile", self.profile.text()]);
        }
        let capabilities: Capabilities = serde_json::from_value(capabilities).map_err(|error| error.to_string())?;
        let session = self.run(WebDriver::new(&self.driver.address, capabilities));
        let session = session.map_err(|error| format!("{}: {error}; {:?}", self.engine, self.driver.process.lines()))?;
        let limits = TimeoutConfiguration::new(Some(2 * PATIENCE), Some(2 * PATIENCE), Some(Duration::ZERO));
        self.session = Some(session);
        self.run(self.session().update_timeouts(limits)).map_err(|error| error.to_string())?;
        self.resize(WIDTH, HEIGHT);
        Ok(())
    }

    fn run<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the browser has a session")
    }

    /// Gives the page a viewport of about this many CSS pixels, whatever else the window holds: WebKit's test browser
    /// adds a bar for each download, and a window that has only just been opened may take back its own size.
    pub fn resize(&self, width: i64, height: i64) {
        if self.resized(width, height) != [width, height] {
            raise(&format!("no viewport of {width} by {height}"));
        }
    }

    /// As [`Browser::resize`], as far as the engine's windows can be so narrow; gives the viewport that came of it.
    pub fn resized(&self, width: i64, height: i64) -> [i64; 2] {
        let (mut outer_width, mut outer_height) = (width, height);
        let mut inner = [0, 0];
        for _ in 0..50 {
            let wanted = (outer_width as u32, outer_height as u32);
            answered(self.run(self.session().set_window_rect(0, self.engine.top(), wanted.0, wanted.1)), "the window's size");
            self.frames();
            let before = inner;
            let now = self.script("return [innerWidth, innerHeight];", vec![]);
            inner = [0, 1].map(|at| now[at].as_i64().unwrap_or_default());
            let (off_width, off_height) = (width - inner[0], height - inner[1]);
            let narrowest = outer_width == NARROWEST && inner == before;
            if (off_width == 0 || narrowest) && off_height == 0 {
                break;
            }
            outer_width = (outer_width + off_width).max(NARROWEST);
            outer_height = (outer_height + off_height).clamp(height, 8 * height);
        }
        inner
    }

    /// Makes its window the active one, which alone shows a focus: Firefox may have lost that with a change of its size.
    pub fn come_forward(&self) {
        let window = answered(self.run(self.session().window()), "the window");
        answered(self.run(self.session().switch_to_window(window)), "the window to come forward");
        self.wait("the window to be active", "document.hasFocus()", vec![]);
    }

    /// Opens a second window of the same browser, in which nothing is yet, and goes on there. Gives the one it was in.
    pub fn open_window(&self) -> WindowHandle {
        let before = answered(self.run(self.session().window()), "the window");
        let handle = answered(self.run(self.session().new_window()), "a new window");
        self.turn_to(&handle);
        self.resize(WIDTH, HEIGHT);
        before
    }

    /// Goes on in another window of the browser. Gives the one it was in.
    pub fn turn_to(&self, window: &WindowHandle) -> WindowHandle {
        let before = answered(self.run(self.session().window()), "the window");
        answered(self.run(self.session().switch_to_window(window.clone())), "the other window");
        before
    }

    /// Closes the window it is in and goes on in another one.
    pub fn close_window(&self, back: &WindowHandle) {
        answered(self.run(self.session().close_window()), "the window to close");
        self.turn_back(back);
    }

    fn turn_back(&self, window: &WindowHandle) {
        answered(self.run(self.session().switch_to_window(window.clone())), "the first window");
    }

    /// Goes to an address and waits until the page that was there before is gone, if it has to go.
    pub fn go(&self, address: &str) {
        let leave = "const there = new URL(arguments[0]); there.hash = location.hash;
                     if (there.href !== location.href) document.documentElement.dataset.leaving = 'true';";
        self.script(leave, vec![address.into()]);
        answered(self.run(self.session().goto(address)), address);
        self.arrive();
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.script("document.documentElement.dataset.leaving = 'true';", vec![]);
        answered(self.run(self.session().refresh()), "loading again");
        self.arrive();
    }

    /// Loads the page again as the browser's own button does: WebDriver's word for it passes by the worker in Firefox.
    pub fn load_again(&self) {
        self.script("document.documentElement.dataset.leaving = 'true'; setTimeout(() => location.reload());", vec![]);
        self.arrive();
    }

    /// Firefox may answer while the old page still stands; asked in short questions, since a long one would go with it.
    fn arrive(&self) {
        let there = "return !document.documentElement.dataset.leaving && document.readyState === 'complete';";
        wait::until("the new page", PATIENCE, || (self.try_script(there, vec![]).ok()? == true).then_some(())).unwrap();
    }

    /// Runs the body of a function in the page: the toolbox is `T`, the arguments are `arguments`.
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        answered(self.execute(body, arguments), body).json().clone()
    }

    /// As [`Browser::script`], of a body that calls its last argument when it is done.
    #[allow(dead_code, reason = "for the torture, which shares this file")]
    pub fn script_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.script_across_loads(&format!("{TOOLBOX}\n{body}"), &arguments).unwrap_or_else(|error| panic!("{error}"))
    }

    /// As [`Browser::script`], for pages that may just be going away.
    pub fn try_script(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.execute(body, arguments).map(|answer| answer.json().clone()).map_err(|error| error.to_string())
    }

    fn execute(&self, body: &str, arguments: Vec<Value>) -> WebDriverResult<ScriptRet> {
        self.run(self.session().execute(format!("{TOOLBOX}\n{body}"), arguments))
    }

    /// Waits until a page has come in place of the one that was there, of which the expression is not true. A script that
    /// waits in a page that goes away may never be answered, so this asks again and again.
    pub fn renewed(&self, expression: &str) {
        let asked = format!("return document.readyState === 'complete' && Boolean({expression});");
        wait::until("the new page", PATIENCE, || (self.try_script(&asked, vec![]).ok()? == true).then_some(())).unwrap();
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
        for _ in 0..5 {
            let begin = Instant::now();
            match self.run(self.session().execute_async(script, arguments.to_vec())) {
                Ok(answer) if !answer.json().is_null() => return Ok(answer.json().clone()),
                Ok(_) => {}
                Err(error) if went_away(&error, begin.elapsed()) => {}
                Err(error) => return tried(Err(error), "a script that waits"),
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
        let answer = answered(self.execute(body, arguments), body);
        assert!(!answer.json().is_null(), "no such element: {body}");
        answer.element().unwrap()
    }

    /// Clicks an element with the driver's own mouse, scrolling to it first.
    pub fn click(&self, element: &WebElement) {
        if self.engine == Engine::WebKit {
            self.settle_mouse();
        }
        answered(self.run(element.click()), "click");
    }

    /// Lets frames go by until the next press is a first one. WebKit's driver counts presses wherever they fall.
    pub fn settle_mouse(&self) {
        while self.pressed.get().is_some_and(|last| last.elapsed() < DOUBLE_CLICK) {
            self.frames();
        }
        self.pressed.set(Some(Instant::now()));
    }

    /// Types into an element; for a file input, gives it the paths in the text, one in each line.
    pub fn type_into(&self, element: &WebElement, text: &str) {
        answered(self.run(element.send_keys(text)), "typing");
    }

    /// Performs WebDriver input sources as they stand.
    pub fn perform(&self, sources: Value) {
        answered(self.run(self.session().cmd(Command::PerformActions(sources.into()))), "mouse, keys or fingers");
    }

    /// A command of the DevTools protocol (Chromium only).
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        answered(self.run(self.session().cdp().send_raw(command, parameters)), command)
    }

    /// What is in the viewport now, as decoded pixels.
    pub fn picture(&self) -> Picture {
        Picture::from_png(&self.png()).unwrap()
    }

    /// What is in the viewport now, as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        answered(self.run(self.session().screenshot_as_png()), "a picture")
    }

    /// The errors written to the console since this was last asked; in Chromium with what the page's policy refused.
    /// WebKit's driver hands out no console: there only [`crate::page::Page::listen`] hears anything.
    pub fn console_errors(&self) -> Vec<String> {
        if self.engine == Engine::Chromium {
            let entries = answered(self.run(self.session().browser_log()), "the console");
            return entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect();
        }
        let lines = self.driver.process.lines();
        // Firefox prints errors of its own parts in the same way; those of a page's scripts name its address or nothing.
        let fresh = lines[self.lines_read.replace(lines.len())..].iter();
        fresh
            .filter(|line| {
                WORRYING.iter().any(|mark| line.contains(mark))
                    && !line.contains("RSLoader")
                    && !line.contains("resource://")
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

    /// To be called after each download: keeps the viewport as it was.
    pub fn has_downloaded(&self) {
        if self.engine == Engine::WebKit {
            self.resize(WIDTH, HEIGHT);
        }
    }

    /// Empties the download folder.
    pub fn forget_downloads(&self) {
        for entry in fs::read_dir(&self.downloads).unwrap().flatten() {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

/// Whether a script that waits was cut off by its page's going away. Chromium's driver calls that a script's time being up
/// as often as not, at once: so it is that where the time was not up.
fn went_away(error: &WebDriverError, after: Duration) -> bool {
    let early = matches!(error.as_inner(), WebDriverErrorInner::ScriptTimeout(_)) && after < PATIENCE;
    early || error.to_string().contains("unload")
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(5), session.quit()).await });
        }
    }
}
