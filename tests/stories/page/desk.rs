//! The desk's own tabs.

use hashiya::core::desk::{DeskGroup, DeskPage};

use super::Page;

impl Page {
    /// Turns the open desk to a page with the mouse.
    pub fn turn_to(&self, page: DeskPage) {
        self.turn(page, |selector| self.press_action(selector));
    }

    /// Turns the open desk to a page with a finger.
    pub fn tap_to(&self, page: DeskPage) {
        self.turn(page, |selector| self.tap_on(selector));
    }

    /// By the tab of its group, unless that is open, then by its own.
    fn turn(&self, page: DeskPage, press: impl Fn(&str)) {
        let group = format!(".desk [data-group=\"{}\"]", DeskGroup::of(page).name());
        self.waits_for(&group);
        if self.browser.script(&format!("return document.querySelector('{group}[aria-current]') === null;"), vec![]) == true {
            press(&group);
        }
        press(&format!(".desk [data-page=\"{}\"]", page.name()));
    }
}
