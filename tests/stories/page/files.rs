//! Files out of the page and into it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Page;
use super::native::Native;
use crate::harness::engine::Engine;
use crate::harness::wait::PATIENCE;

impl Page {
    /// Clicks `Download JSON` and reads the file: in WebKit before the browser has it, since its test browser opens a bar for
    /// each download, which moves the page under the next click. [`Page::whole_download`] goes to the disk in every engine.
    pub fn download(&self) -> Native {
        if self.browser.engine == Engine::WebKit { self.caught_download() } else { self.whole_download() }
    }

    /// Clicks `Download JSON` and reads the file once it is whole on the disk.
    pub fn whole_download(&self) -> Native {
        read(self.download_raw())
    }

    /// Downloads in a way of one's own, without the mouse, and reads the file as [`Page::download`] does.
    pub fn download_by(&self, act: impl Fn(&Self)) -> Native {
        if self.browser.engine == Engine::WebKit {
            return self.caught(act);
        }
        self.browser.forget_downloads();
        act(self);
        read(self.file_on_disk(|| {}))
    }

    /// Clicks `Download JSON` and takes the file from the page's hands before the browser has it.
    fn caught_download(&self) -> Native {
        self.caught(Self::click_download)
    }

    /// Takes the file that an act offers from the page's hands before the browser has it.
    fn caught(&self, act: impl Fn(&Self)) -> Native {
        self.browser.script(
            "window.caught = null; window.letGo ??= [URL.createObjectURL, HTMLAnchorElement.prototype.click];
             URL.createObjectURL = (file) => { window.caught = file; return 'blob:caught'; };
             HTMLAnchorElement.prototype.click = () => {};",
            vec![],
        );
        act(self);
        self.browser.wait("the file", "window.caught", vec![]);
        self.browser.script("window.caught.text().then((text) => { window.caughtText = text; });", vec![]);
        let text = self.browser.wait("the file's text", "window.caughtText", vec![]);
        self.browser
            .script("[URL.createObjectURL, HTMLAnchorElement.prototype.click] = window.letGo; window.caughtText = null;", vec![]);
        Native(serde_json::from_str(text.as_str().unwrap_or_default()).unwrap())
    }

    fn click_download(&self) {
        let button = self.browser.element("return T.named('button, a[download]', 'Download JSON', 'تنزيل JSON');", vec![]);
        self.browser.click(&button);
    }

    /// Clicks `Download JSON` and gives the file's path and text.
    pub fn download_raw(&self) -> (PathBuf, String) {
        self.browser.forget_downloads();
        self.click_download();
        self.file_on_disk(|| self.click_download())
    }

    /// Waits for the one downloaded file; `again` asks for it once more.
    fn file_on_disk(&self, again: impl Fn()) -> (PathBuf, String) {
        let begin = std::time::Instant::now();
        let mut clicks = 1;
        while begin.elapsed() < PATIENCE {
            // The bar of an earlier download may have come between the aim and the click.
            if self.browser.engine == Engine::WebKit && begin.elapsed() > clicks * PATIENCE / 4 {
                again();
                clicks += 1;
            }
            // Each question to the page takes two frames: time enough between two looks at the disk.
            self.browser.frames();
            if let Some(found) = whole_file(self.browser.downloads()) {
                self.browser.has_downloaded();
                return found;
            }
        }
        panic!("no whole JSON file in the download folder: {:?}", names(self.browser.downloads()));
    }

    /// Gives files to the input `Open files`.
    pub fn open_files(&self, paths: &[PathBuf]) {
        let input = self.browser.element("return T.named('input[type=file]', 'Open files', 'فتح ملفات');", vec![]);
        let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        self.browser.type_into(&input, &paths.join("\n"));
        self.browser.frames();
    }

    /// Writes a file beside the downloads and gives its path; its name does not look like a download.
    pub fn keep(&self, name: &str, text: &str) -> PathBuf {
        let folder = self.browser.downloads().with_file_name("kept");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path
    }
}

fn read((path, text): (PathBuf, String)) -> Native {
    Native(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// The one downloaded file, if it is there and its JSON is closed: browsers write it under its last name or beside it first.
fn whole_file(folder: &Path) -> Option<(PathBuf, String)> {
    let mut files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let path = files.find(|path| path.extension().is_some_and(|extension| extension == "json"))?;
    let text = fs::read_to_string(&path).ok()?;
    serde_json::from_str::<Value>(&text).ok()?;
    Some((path, text))
}

fn names(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}
