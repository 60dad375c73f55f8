//! A finger, by Chromium's DevTools protocol: other drivers accept touch without always acting on it.

use serde_json::json;

use crate::page::Page;

impl Page {
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
        self.browser.devtools("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] }));
        self.browser.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
        self.browser.frames();
    }
}
