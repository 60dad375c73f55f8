//! The browser's own selection: taken over into the session, and taken away.

use super::Shell;
use crate::core::caret::Selection;
use crate::core::units::Offset;
use crate::session::Action;
use crate::web::{dom, selection};
use wasm_bindgen_futures::spawn_local;

impl Shell {
    /// Reads the browser's own selection into the session. `clear` also takes over that nothing is selected.
    pub(in crate::web) fn settle(&self, clear: bool) {
        self.unselect();
        let read = {
            let reading = self.0.reading.borrow();
            let Some(reading) = reading.as_ref() else { return };
            selection::read(&reading.surface).map(|(anchor, head)| Selection { anchor, head })
        };
        let selected = read.filter(|selection| !selection.is_caret());
        let session = self.session();
        let same = selected.map(Selection::range) == session.selected().map(Selection::range);
        if !same && (selected.is_some() || clear) {
            self.dispatch(Action::Select(selected));
        }
    }

    /// Takes what was selected out of the browser's own selection once the next frame is shown. Chromium draws the whole of a
    /// paragraph anew for that, and of a very long one a tag would have to wait for it (40 ms for 100,000 characters).
    pub(super) fn unselect_soon(&self, left: (Offset, Offset)) {
        self.0.left.set(Some(left));
        let shell = self.clone();
        spawn_local(async move {
            dom::frame().await;
            dom::frame().await;
            dom::rest().await;
            shell.unselect();
        });
    }

    /// Takes it out now, unless something else is selected meanwhile.
    fn unselect(&self) {
        let Some(left) = self.0.left.take() else { return };
        if let Some(reading) = self.0.reading.borrow().as_ref()
            && selection::read(&reading.surface) == Some(left)
        {
            selection::write(&reading.surface, None);
        }
    }
}
