//! Folders that live as long as what uses them: profiles and downloads.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// A new folder of this run, removed when dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes an empty folder whose name holds `name`.
    pub fn new(name: &str) -> Result<Self, String> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("hashiya-{}-{number}-{name}", process::id()));
        fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }

    /// A folder inside it, made if missing.
    pub fn folder(&self, name: &str) -> Result<PathBuf, String> {
        let path = self.0.join(name);
        fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(path)
    }

    /// The folder itself as text, for command lines and capabilities.
    pub fn text(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A browser that has just been killed may still hold a file: what stays is in the system's own temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}
