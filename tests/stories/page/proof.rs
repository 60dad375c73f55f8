//! Pictures of the article alone: the layer made transparent, everything that is not the text hidden.

use serde_json::json;

use super::Page;
use crate::harness::picture::Picture;

/// What hides the layer and all that may change beside the text.
const VEIL: &str = ".layer,#arcs,.arc-names{opacity:0 !important} #bar,#tagset,#margin,#overlay,aside{visibility:hidden !important} \
    #overlay *{visibility:hidden !important} article{outline:none !important;caret-color:transparent !important} \
    *{transition:none !important;animation:none !important}";

impl Page {
    /// Puts the veil on; it stays until the page is loaded again.
    pub fn veil(&self) {
        self.browser.script(
            "const page = document.defaultView; const sheet = new page.CSSStyleSheet(); sheet.replaceSync(arguments[0]);
             document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];",
            vec![json!(VEIL)],
        );
    }

    /// Takes the veil off.
    pub fn unveil(&self) {
        self.browser.script("document.adoptedStyleSheets = [...document.adoptedStyleSheets].slice(0, -1);", vec![]);
    }

    /// Fails unless the veil still lies over the page.
    pub fn veiled(&self) {
        let opacity = self
            .browser
            .script("const layer = document.querySelector('.layer'); return layer && getComputedStyle(layer).opacity;", vec![]);
        assert_eq!(opacity, "0", "the layer is transparent");
    }

    /// How far the page is scrolled.
    pub fn scroll(&self) -> f64 {
        self.browser.script("return document.scrollingElement.scrollTop;", vec![]).as_f64().unwrap_or_default()
    }

    /// Scrolls back to where it was.
    pub fn scroll_to(&self, top: f64) {
        self.browser.script("document.scrollingElement.scrollTop = arguments[0];", vec![json!(top)]);
        self.browser.frames();
    }

    /// The article's part of the screen, with nothing selected and nothing focused.
    pub fn article_picture(&self, document: &str) -> Picture {
        self.rest_mouse();
        self.browser.script("getSelection().removeAllRanges(); document.activeElement?.blur();", vec![]);
        self.browser.frames();
        let frame = self.browser.script(
            "const r = T.article(arguments[0]).getBoundingClientRect(); const d = devicePixelRatio;
             const x = Math.max(r.left, 0), y = Math.max(r.top, 0);
             return [x, y, Math.min(r.right, innerWidth) - x, Math.min(r.bottom, innerHeight) - y].map((n) => Math.floor(n * d));",
            vec![json!(document)],
        );
        let part = [0, 1, 2, 3].map(|at| frame[at].as_u64().unwrap_or_default() as usize);
        self.browser.picture().crop(part)
    }
}
