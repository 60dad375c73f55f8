//! A running WebDriver server and, for WebKit, the virtual screen under it.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;

use super::engine::{Engine, Programs, SCREEN};
use super::process::Process;
use super::scratch::Scratch;
use super::wait;

/// One WebDriver server; it and all its browsers end when this is dropped.
pub struct Driver {
    /// The server's own process and what it and its browsers print.
    pub process: Process,
    /// Where it answers.
    pub address: String,
    _screen: Option<Process>,
}

impl Driver {
    /// Starts the server of `engine` and waits until it answers.
    pub fn start(engine: Engine, programs: &Programs, profile: &Scratch, downloads: &Path) -> Result<Self, String> {
        if engine == Engine::WebKit {
            name_downloads(profile, downloads)?;
        }
        let screen = (engine == Engine::WebKit).then(start_screen).transpose()?;
        let display = screen.as_ref().map(|(_, display)| display.as_str());
        let wanted = if engine == Engine::WebKit { free_port()? } else { 0 };
        let port_flag =
            if engine == Engine::Firefox { vec!["--port".into(), "0".into()] } else { vec![format!("--port={wanted}")] };
        let mut command = vec![programs.driver.display().to_string()];
        command.extend(port_flag);
        let process = Process::start(&command, &engine.variables(profile, downloads, display))?;
        let port = match engine {
            Engine::Chromium => process.wait_for("chromedriver to start", |line| number_after(line, "successfully on port "))?,
            Engine::Firefox => process.wait_for("geckodriver to start", |line| number_after(line, "Listening on 127.0.0.1:"))?,
            Engine::WebKit => wanted,
        };
        wait::until("the driver to answer", wait::PATIENCE, || TcpStream::connect(("127.0.0.1", port)).ok())?;
        Ok(Self { process, address: format!("http://127.0.0.1:{port}"), _screen: screen.map(|(process, _)| process) })
    }
}

fn start_screen() -> Result<(Process, String), String> {
    let [width, height] = SCREEN;
    let size = format!("{width}x{height}x24");
    let command = ["Xvfb", "-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"].map(String::from);
    let process = Process::start(&command, &[])?;
    let number: u32 = process.wait_for("the virtual screen", |line| line.trim().parse().ok())?;
    Ok((process, format!(":{number}")))
}

/// WebKitGTK asks the desktop's settings where downloads go.
fn name_downloads(profile: &Scratch, downloads: &Path) -> Result<(), String> {
    let file = profile.folder(".config")?.join("user-dirs.dirs");
    fs::write(file, format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display())).map_err(|error| error.to_string())
}

/// WebKitWebDriver neither takes port 0 nor says which one it has: one that was free a moment ago is given to it.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

fn number_after(line: &str, mark: &str) -> Option<u16> {
    let digits: String = line.split_once(mark)?.1.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}
