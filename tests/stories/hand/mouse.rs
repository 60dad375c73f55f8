//! The driver's own mouse.

use serde_json::{Value, json};

use crate::page::Page;

fn mouse(actions: Vec<Value>) -> Value {
    json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }])
}

fn to([x, y]: [i64; 2]) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

impl Page {
    /// Presses at one point, moves to another in three steps, lets go there.
    pub fn pull(&self, from: [i64; 2], target: [i64; 2]) {
        self.browser.settle_mouse();
        let part = |n: i64| [from[0] + (target[0] - from[0]) * n / 3, from[1] + (target[1] - from[1]) * n / 3];
        self.browser.perform(mouse(vec![to(from), down(), to(part(1)), to(part(2)), to(target), to(target), up()]));
        self.browser.frames();
    }

    /// Clicks `times` at a point, quickly.
    pub fn click_at(&self, point: [i64; 2], times: usize) {
        self.browser.settle_mouse();
        let clicks = (0..times).flat_map(|_| [down(), up()]);
        self.browser.perform(mouse(std::iter::once(to(point)).chain(clicks).collect()));
        self.browser.frames();
    }

    /// Clicks at points while Control is held.
    pub fn click_with_control(&self, points: &[[i64; 2]]) {
        let key = |kind: &str| json!([{ "type": "key", "id": "keys", "actions": [{ "type": kind, "value": "\u{E009}" }] }]);
        self.browser.perform(key("keyDown"));
        for point in points {
            self.click_at(*point, 1);
        }
        self.browser.perform(key("keyUp"));
        self.browser.frames();
    }

    /// Moves the mouse to a point, pressing nothing.
    pub fn move_mouse(&self, point: [i64; 2]) {
        self.browser.settle_mouse();
        self.browser.perform(mouse(vec![to(point)]));
        self.browser.frames();
    }

    /// Moves the mouse out of the way.
    pub fn rest_mouse(&self) {
        self.browser.perform(mouse(vec![to([1, 1])]));
    }
}
