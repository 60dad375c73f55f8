//! Copies of what is kept: one that was opened, and the reminder to make one.

use super::Desk;
use crate::core::desk::DeskPage;
use crate::desk::keeping::reminder;
use crate::format::backup::Backup;
use std::rc::Rc;

impl Desk {
    /// Shows what a back-up would change, or (`None`) leaves off.
    pub fn consider(&self, backup: Option<(String, Backup)>) {
        let backup = backup.map(Rc::new);
        self.set(|moment| moment.backup = backup);
        if self.now().backup.is_some() && self.now().page != Some(DeskPage::Keeping) {
            self.show(Some(DeskPage::Keeping));
        }
    }

    /// Remembers that a copy was made of a project as it stands.
    pub fn copied(&self, project: &str) {
        let clock = Some(self.0.clock.get()).filter(|clock| *clock > 0 && project == self.now().state.project.id);
        reminder::copied(project, clock);
        self.remind(None);
    }

    /// Counts a change, and says so when a copy is due.
    pub(super) fn count(&self) {
        let due = reminder::changed(&self.now().state.project.id, self.0.clock.get());
        if due.is_some() {
            self.remind(due);
        }
    }

    /// Says how many changes there are since the last copy, or no more.
    pub fn remind(&self, changes: Option<u64>) {
        if self.now().reminder != changes {
            self.set(|moment| moment.reminder = changes);
        }
    }
}
