//! The built page on the product's own web server. Each story has a host name, so an origin, so stores of its own.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};

use super::process::Process;

/// The product's own static server over the built folder.
pub struct Site {
    _server: Process,
    port: u16,
}

impl Site {
    /// Serves a folder.
    ///
    /// # Errors
    /// When nothing was built, or the server does not say where it is.
    pub fn open(folder: &Path) -> Result<Self, String> {
        Self::with(folder, &[])
    }

    /// As [`Site::open`], with the headers that the project gives to hosts.
    ///
    /// # Errors
    /// The same.
    pub fn open_with_headers(folder: &Path) -> Result<Self, String> {
        let headers = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/_headers").display().to_string();
        Self::with(folder, &["--headers", &headers])
    }

    fn with(folder: &Path, more: &[&str]) -> Result<Self, String> {
        if !folder.join("index.html").is_file() {
            return Err(format!("{} has no index.html: `make build` makes it", folder.display()));
        }
        let folder = folder.display().to_string();
        let words = [env!("CARGO_BIN_EXE_serve"), "--port", "0", "--dir", &folder];
        let command: Vec<String> = words.iter().chain(more).map(|word| (*word).to_owned()).collect();
        let server = Process::start(&command, &[])?;
        let port = server.wait_for("the page's server", |line| {
            let address = line.split_whitespace().find(|word| word.starts_with("http://"))?;
            address.trim_end_matches('/').rsplit(':').next()?.parse().ok()
        })?;
        Ok(Self { _server: server, port })
    }

    /// The page's address, with a slash at its end, on an origin that nothing has been stored for: every name below
    /// `localhost` is this machine, and a secure context.
    pub fn fresh_origin(&self) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        format!("http://story-{}.localhost:{}/", NEXT.fetch_add(1, Ordering::Relaxed), self.port)
    }
}

/// The built page: `HASHIYA_DIST`, or `dist` in the package.
pub fn folder() -> PathBuf {
    let folder =
        env::var_os("HASHIYA_DIST").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    fs::canonicalize(&folder).unwrap_or(folder)
}
