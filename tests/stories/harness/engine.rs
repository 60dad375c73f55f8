//! The three engines: where their programs are, and how each is asked for a session.

use std::path::{Path, PathBuf};
use std::{env, fmt, fs};

use serde_json::{Value, json};

use super::scratch::Scratch;

/// A browser engine that the stories run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, through chromedriver.
    Chromium,
    /// Gecko, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver under a virtual screen.
    WebKit,
}

/// All engines, in the order in which they are reported.
pub const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// WebKit's virtual screen, in pixels: high, since its test browser adds a bar for each download.
pub const SCREEN: [u32; 2] = [1400, 4000];

/// The programs of an engine that was found on this machine.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The WebDriver server.
    pub driver: PathBuf,
    /// The browser itself.
    pub browser: PathBuf,
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        })
    }
}

impl Engine {
    /// Finds this engine's programs.
    ///
    /// # Errors
    /// Says what is missing, for the line that reports the engine as skipped.
    pub fn find(self) -> Result<Programs, String> {
        let (driver, browsers): (_, &[&str]) = match self {
            Engine::Chromium => ("chromedriver", &["chromium", "chromium-browser", "google-chrome", "chrome"]),
            Engine::Firefox => ("geckodriver", &["firefox-esr", "firefox"]),
            Engine::WebKit => ("WebKitWebDriver", &["MiniBrowser"]),
        };
        let driver = on_path(driver).ok_or_else(|| format!("{driver} is not on PATH"))?;
        let browser = match self {
            Engine::WebKit => mini_browser(),
            _ => browsers.iter().find_map(|name| on_path(name)),
        };
        let browser = browser.ok_or_else(|| format!("none of these programs was found: {}", browsers.join(", ")))?;
        if self == Engine::WebKit && on_path("Xvfb").is_none() {
            return Err("Xvfb is not on PATH".into());
        }
        Ok(Programs { driver, browser })
    }

    /// What a new session of this engine is asked for: no window on a real screen, its own profile, its own downloads.
    pub fn capabilities(self, programs: &Programs, profile: &Scratch, downloads: &Path) -> Value {
        let binary = programs.browser.display().to_string();
        let downloads = downloads.display().to_string();
        match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": binary,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--lang=en",
                        format!("--user-data-dir={}", profile.text()),
                    ],
                    "prefs": {
                        "download.default_directory": downloads,
                        "profile.default_content_setting_values.automatic_downloads": 1,
                    },
                },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": binary,
                    "args": ["-headless"],
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.always_ask_before_handling_new_types": false,
                        "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream,text/plain",
                        "devtools.console.stdout.content": true,
                        "intl.accept_languages": "en",
                    },
                },
            }),
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": binary,
                    "args": ["--automation"],
                },
            }),
        }
    }

    /// Where a window stands on its screen, in pixels from the screen's upper edge. On WebKit's virtual screen nothing
    /// gives a window the focus but the pointer, which rests in the middle: there the window's own bar comes to lie.
    pub const fn top(self) -> i64 {
        match self {
            Self::WebKit => SCREEN[1] as i64 / 2 - 15,
            _ => 0,
        }
    }

    /// What the driver and its browser find in their environment.
    pub fn variables(self, profile: &Scratch, downloads: &Path, display: Option<&str>) -> Vec<(String, String)> {
        let mut variables = vec![("LANG".to_string(), "C.UTF-8".to_string())];
        if self == Engine::WebKit {
            variables.push(("HOME".into(), profile.text()));
            variables.push(("XDG_DOWNLOAD_DIR".into(), downloads.display().to_string()));
            variables.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS".into(), "1".into()));
            variables.push(("LIBGL_ALWAYS_SOFTWARE".into(), "1".into()));
            // Drawn by the emulated graphics card, the same page differs from itself by a level of grey here and there.
            variables.push(("WEBKIT_SKIA_ENABLE_CPU_RENDERING".into(), "1".into()));
            variables.extend(display.map(|display| ("DISPLAY".to_string(), display.to_string())));
        }
        variables
    }
}

/// A program of this name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// WebKitGTK keeps its browser out of PATH, in a folder named after the platform and the version.
fn mini_browser() -> Option<PathBuf> {
    let roots = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(PathBuf::from);
    let platforms = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    roots.into_iter().chain(platforms).find_map(|root| {
        ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
            .map(|version| root.join(version).join("MiniBrowser"))
            .into_iter()
            .find(|path| path.is_file())
    })
}
