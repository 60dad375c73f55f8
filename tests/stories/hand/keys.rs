//! The driver's own keyboard.

use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::page::Page;

/// Keys that have no character, by the code points that WebDriver gives them.
fn code_point(key: &str) -> &str {
    match key {
        "Enter" => "\u{E007}",
        "Escape" => "\u{E00C}",
        "Shift" => "\u{E008}",
        "Control" => "\u{E009}",
        "Alt" => "\u{E00A}",
        "Tab" => "\u{E004}",
        "Backspace" => "\u{E003}",
        "Delete" => "\u{E017}",
        "ArrowLeft" => "\u{E012}",
        "ArrowUp" => "\u{E013}",
        "ArrowRight" => "\u{E014}",
        "ArrowDown" => "\u{E015}",
        "Home" => "\u{E011}",
        "End" => "\u{E010}",
        "PageUp" => "\u{E00E}",
        "PageDown" => "\u{E00F}",
        "F2" => "\u{E032}",
        "F8" => "\u{E038}",
        other => other,
    }
}

impl Page {
    /// Presses keys together, the last one while the ones before it are held: `&["Control", "z"]`.
    pub fn keys(&self, chord: &[&str]) {
        let down = chord.iter().map(|key| json!({ "type": "keyDown", "value": code_point(key) }));
        let up = chord.iter().rev().map(|key| json!({ "type": "keyUp", "value": code_point(key) }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.browser.perform(json!([{ "type": "key", "id": "keys", "actions": actions }]));
        self.browser.frames();
    }

    /// Presses one key as a person on an Arabic layout does. Chromium is given the physical key too, by the DevTools
    /// protocol; WebDriver sends such a character without one, as some input methods do.
    pub fn arabic_key(&self, character: &str, physical: &str, virtual_code: u32) {
        if self.browser.engine != Engine::Chromium {
            return self.keys(&[character]);
        }
        let key = |kind: &str| {
            json!({ "type": kind, "key": character, "code": physical, "windowsVirtualKeyCode": virtual_code,
                    "text": if kind == "keyDown" { character } else { "" } })
        };
        self.browser.devtools("Input.dispatchKeyEvent", key("keyDown"));
        self.browser.devtools("Input.dispatchKeyEvent", key("keyUp"));
        self.browser.frames();
    }

    /// Undoes the last change by keys.
    pub fn undo(&self) {
        self.keys(&["Control", "z"]);
    }

    /// Redoes the last undone change by keys.
    pub fn redo(&self) {
        self.keys(&["Control", "Shift", "z"]);
    }
}
