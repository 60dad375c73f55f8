//! Files that hold labels and no text: they wait on the page of the labels, to be added or to take the place of those that are here.

use super::Desk;
use crate::core::desk::DeskPage;
use crate::core::take_tagset::Take;
use crate::desk::incoming::Incoming;
use crate::format::native::tagset_file::{TagsetFile, is_tagset, read_tagset, take_file};
use crate::format::native::{FileFault, Opened};
use crate::i18n::Lang;
use crate::i18n::desk::{Word, word};
use std::rc::Rc;

impl Desk {
    /// Takes the files of labels out of files that were given, and has them wait. Gives why one of them does not.
    pub(super) fn sort_out_tagsets(&self, files: &mut Vec<(String, Result<String, FileFault>)>) -> Vec<Opened> {
        let mut faults = Vec::new();
        for (name, text) in files.extract_if(.., |(_, text)| text.as_ref().is_ok_and(|text| is_tagset(text))) {
            match text.as_deref().map(read_tagset) {
                Ok(Ok(file)) => self.offer_tagset(name, file),
                Ok(Err(fault)) => faults.push(Opened::Refused(name, Box::new(fault))),
                Err(fault) => faults.push(Opened::Unreadable(name, *fault)),
            }
        }
        faults
    }

    /// Has a file of labels wait, in place of one of that name, and shows it unless other files are being read.
    pub fn offer_tagset(&self, name: String, file: TagsetFile) {
        self.leave_tagset(&name);
        self.set(|moment| moment.tagsets.push(Rc::new((name, file))));
        if !matches!(self.now().incoming, Some(Incoming::Reading(..))) && self.now().page != Some(DeskPage::Tagset) {
            self.show(Some(DeskPage::Tagset));
        }
    }

    /// Takes a file of labels that waits into the project, and tells of it.
    pub fn take_tagset(&self, given: &(String, TagsetFile), how: Take) {
        if self.change(|state, _| take_file(state, &given.1, &given.0, how)) {
            self.leave_tagset(&given.0);
            let [ar, en] = [Lang::Ar, Lang::En].map(|lang| word(lang, Word::TagsetOpened));
            self.0.link.act("told", &format!("info\n{ar}\n{en}"));
            // What had the focus is gone.
            self.show(Some(DeskPage::Tagset));
        }
    }

    /// Lets a file of labels wait no more.
    pub fn leave_tagset(&self, name: &str) {
        if self.now().tagsets.iter().any(|file| file.0 == name) {
            self.set(|moment| moment.tagsets.retain(|file| file.0 != name));
        }
    }
}
