//! Opening the page and knowing when it is ready.

use serde_json::json;

use super::Page;

impl Page {
    /// Opens the page at `place` (a query, a hash, or nothing) and waits until it takes input.
    pub fn open(&mut self, place: &str) {
        self.browser.go(&format!("{}{place}", self.address));
        self.ready();
    }

    /// Opens the page on one of the bundled documents.
    pub fn open_document(&mut self, document: &str) {
        self.open(&format!("#/{document}"));
        self.shows(document);
    }

    /// Loads the page again and waits until it takes input.
    pub fn reload(&mut self) {
        self.browser.reload();
        self.ready();
    }

    /// Loads the page again, from the machine where it is kept there, and waits until it takes input.
    pub fn load_again(&mut self) {
        self.browser.load_again();
        self.ready();
    }

    /// Waits until the page takes input and the rest of its program and its faces have arrived.
    pub fn ready(&mut self) {
        self.browser.wait("the page to take input", "document.documentElement.dataset.hashiya === '1'", vec![]);
        self.browser.wait("the rest of the program", "'rest' in document.documentElement.dataset", vec![]);
        self.browser.wait("the page's faces", "document.fonts.status === 'loaded'", vec![]);
        self.browser.frames();
    }

    /// Waits until this document is the one on show.
    pub fn shows(&self, document: &str) {
        self.browser.wait(
            "the document",
            "T.article(arguments[0]) && T.article(arguments[0]).getClientRects().length > 0",
            vec![json!(document)],
        );
        self.browser.frames();
    }

    /// Waits until both stores have confirmed everything.
    pub fn saved(&self) {
        self.browser.wait("everything to be saved", "document.documentElement.dataset.saved === 'true'", vec![]);
    }

    /// Goes on from an origin on which nothing has been stored.
    pub fn move_to_new_origin(&mut self) {
        let (name, port) = self.address.split_once(".localhost:").expect("the address names a story");
        self.address = format!("{name}-again.localhost:{port}");
    }

    /// Waits for a message of any kind.
    pub fn any_notice(&self) {
        self.browser.wait("a message", "T.notices('error').length + T.notices('info').length", vec![]);
    }

    /// Waits for a message of this kind, `error` or `info`, and gives its words.
    pub fn notice(&self, kind: &str) -> String {
        let words = self.browser.wait("a message", "T.notices(arguments[0]).join(' | ')", vec![json!(kind)]);
        words.as_str().unwrap_or_default().to_string()
    }
}
