//! Opening files: the desk reads and merges them, and tells what came of each.

use super::Desk;
use crate::core::refusal::Refusal;
use crate::format::backup;
use crate::format::native::{FileFault, open_files};
use crate::i18n::{Lang, desk::files::told};

impl Desk {
    /// Opens files, given as their names and texts: all that can be read, as one change. What came of each is told.
    /// A back-up is not opened but shown: it may hold other projects, and brings back their history. Labels wait on their page.
    pub fn open(&self, mut files: Vec<(String, Result<String, FileFault>)>) {
        let backup = files.iter().position(|(_, text)| text.as_ref().is_ok_and(|text| backup::may_be(text)));
        if let Some((place, found)) = backup.and_then(|place| Some((place, backup::read(files[place].1.as_ref().ok()?).ok()?))) {
            let (name, _) = files.remove(place);
            self.consider(Some((name, found)));
            if files.is_empty() {
                return;
            }
        }
        let mut opened = self.sort_out_tagsets(&mut files);
        if files.is_empty() && opened.is_empty() {
            return;
        }
        // Files with nothing new are no change, which is told of them.
        let entry = self.work_out(|state, context| {
            let opening = open_files(state, files, &mut context.ids);
            opened.extend(opening.files);
            opening.transaction.ok_or(Refusal::NoChange)
        });
        if let Ok(entry) = entry {
            self.hand_over(&entry);
        }
        let tone = if opened.iter().any(|file| file.is_fault()) { "error" } else { "info" };
        let mut news = tone.to_owned();
        for line in opened.iter().flat_map(|file| [Lang::Ar, Lang::En].map(|lang| told(lang, file))) {
            news.push('\n');
            news.push_str(&line);
        }
        self.0.link.act("told", &news);
    }
}
