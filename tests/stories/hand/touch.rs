//! A finger: real touch in Chromium (DevTools) and Firefox (WebDriver), the events of one in WebKit, whose driver has none.

use serde_json::{Value, json};

use crate::harness::browser::{HEIGHT, WIDTH};
use crate::harness::engine::Engine;
use crate::page::Page;

/// The viewport of a phone, in CSS pixels.
pub const PHONE: [i64; 2] = [390, 844];

/// What a finger is given at least where the page knows of it, in CSS pixels.
const TARGET: f64 = 40.0;
/// What is large enough in any case: the least target that WCAG 2.2 lets pass at level AA.
const LEAST: f64 = 24.0;

impl Page {
    /// Makes the browser a phone: its viewport, and a touch screen where the driver can tell the page of one.
    pub fn be_a_phone(&self) {
        let [width, height] = PHONE;
        if self.browser.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
            self.browser.devtools("Emulation.setDeviceMetricsOverride", size);
            self.be_touched();
            self.browser.frames();
        } else {
            // Firefox has no window narrower than 500 pixels, WebKit's test browser none below 447: phones still.
            self.browser.resized(width, height);
        }
    }

    /// Stops being a phone.
    pub fn be_a_desktop(&self) {
        if self.browser.engine == Engine::Chromium {
            self.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
            self.be_untouched();
        }
        self.browser.resize(WIDTH, HEIGHT);
    }

    /// Makes the browser a touch screen.
    pub fn be_touched(&self) {
        self.browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 }));
    }

    /// Stops being a touch screen.
    pub fn be_untouched(&self) {
        self.browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": false }));
    }

    /// Taps once.
    pub fn tap(&self, [x, y]: [i64; 2]) {
        match self.browser.engine {
            Engine::Chromium => {
                let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
                self.browser.devtools("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }])));
                self.browser.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([])));
            }
            Engine::Firefox => {
                let to = json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" });
                let (down, up) = (json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 }));
                let finger = json!({ "pointerType": "touch" });
                self.browser
                    .perform(json!([{ "type": "pointer", "id": "finger", "parameters": finger, "actions": [to, down, up] }]));
            }
            Engine::WebKit => {
                self.browser.script("T.tap(...arguments);", vec![json!(x), json!(y)]);
            }
        }
        self.browser.frames();
    }

    /// Taps the first shown element of a selector: scrolls to it, and fails where a finger would miss it, being too small
    /// or behind something else.
    pub fn tap_on(&self, selector: &str) {
        let shown = "[...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length)";
        self.browser.wait(selector, &format!("!!{shown}"), vec![json!(selector)]);
        let place = self.browser.script(&format!("return T.target({shown});"), vec![json!(selector)]);
        let number = |at: usize| place[at].as_f64().unwrap_or_default();
        assert_eq!(place[4], "", "{selector} can be met by a finger");
        let coarse = self.browser.script("return matchMedia('(pointer: coarse)').matches;", vec![]) == true;
        let least = if coarse { TARGET } else { LEAST };
        assert!(number(2).min(number(3)) >= least, "{selector} is large enough for a finger: {} by {}", number(2), number(3));
        self.tap([number(0) as i64, number(1) as i64]);
    }

    /// Writes where the focus is, as a keyboard on the screen does: text comes, and no keys.
    pub fn write_on_screen(&self, words: &str) {
        let typing = self.browser.script("return ['INPUT', 'TEXTAREA'].includes(document.activeElement?.tagName);", vec![]);
        assert_eq!(typing, true, "a tap brought the focus to a field");
        self.browser.script("document.execCommand('insertText', false, arguments[0]);", vec![json!(words)]);
        self.browser.frames();
    }
}
