//! Files that were given: Hashiya's own are opened, all others are read and shown before anything is taken.

use super::Desk;
use crate::core::desk::DeskPage;
use crate::core::refusal::Refusal;
use crate::desk::incoming::{Incoming, Trouble, Waiting, Work};
use crate::format::backup;
use crate::format::exchange::bring::Taking;
use crate::format::exchange::fault::Fault;
use crate::format::exchange::file::InFile;
use crate::format::exchange::formats::{Format, sort};
use crate::format::exchange::zip::unpack;
use crate::format::native::tagset_file::is_tagset;
use crate::format::native::{FileFault, Opened};
use crate::format::texts::{self, Kind};
use crate::i18n::{Lang, desk::files::told};
use gloo::timers::callback::Timeout;
use std::collections::VecDeque;
use std::rc::Rc;

/// What is read in one task.
enum Part {
    Format(Format, Vec<InFile>),
    Text(Kind, InFile),
    Zip(InFile),
}

impl Desk {
    /// Takes files that were chosen, dropped or handed on, by their names and bytes.
    pub fn receive(&self, files: Vec<(String, Result<Vec<u8>, FileFault>)>) {
        let (mut waiting, mut given) = (Waiting::default(), Vec::new());
        for (name, bytes) in files {
            match bytes {
                Ok(bytes) => given.push(InFile { name, bytes }),
                Err(fault) => waiting.troubles.push(Trouble::Unread(name, fault)),
            }
        }
        let parts = self.parts(given, true, &mut waiting.troubles);
        if !parts.is_empty() || !waiting.troubles.is_empty() {
            self.show(Some(DeskPage::Import));
            self.read_on(parts, waiting);
        }
    }

    /// What is to be read of files. Hashiya's own are opened, and so is JSON of nobody's, which is told where it fails to be
    /// ours. Zips are read where they are `zips` to be: one inside another is not, since it may hold itself.
    fn parts(&self, files: Vec<InFile>, zips: bool, troubles: &mut Vec<Trouble>) -> VecDeque<Part> {
        let (mut own, files): (Vec<InFile>, Vec<InFile>) = files.into_iter().partition(|file| is_own(&file.bytes));
        let (packed, files): (Vec<InFile>, Vec<InFile>) = files.into_iter().partition(|file| zips && is_zip(file));
        let mut parts: VecDeque<Part> = packed.into_iter().map(Part::Zip).collect();
        let (batches, rest) = sort(files);
        parts.extend(batches.into_iter().map(|(format, files)| Part::Format(format, files)));
        for file in rest {
            match texts::kind_of(file.base(), &file.bytes) {
                Some(kind) => parts.push_back(Part::Text(kind, file)),
                None if file.ends(".json") => own.push(file),
                None => troubles.push(Trouble::Exchange(Fault::Unknown { file: file.base().to_owned() })),
            }
        }
        if !own.is_empty() {
            let text = |file: InFile| (file.name, String::from_utf8(file.bytes).map_err(|_| FileFault::NotUtf8));
            self.open_or_gather(own.into_iter().map(text).collect());
        }
        parts
    }

    /// Files of Hashiya's own are opened; a package waits to be begun; on the page of the annotators projects are gathered.
    fn open_or_gather(&self, mut files: Vec<(String, Result<String, FileFault>)>) {
        files.retain(|(name, text)| !text.as_ref().is_ok_and(|text| self.consider_package(name, text)));
        if self.now().page == Some(DeskPage::Annotators) {
            let opens =
                |text: &Result<String, FileFault>| text.as_ref().is_ok_and(|text| backup::may_be(text) || is_tagset(text));
            let returned = files.extract_if(.., |(_, text)| !opens(text)).collect::<Vec<_>>();
            if !returned.is_empty() {
                self.gather(returned);
            }
        }
        if !files.is_empty() {
            self.open(files);
        }
    }

    /// Reads what is left, a part in a task of its own, and shows how far it is.
    fn read_on(&self, mut parts: VecDeque<Part>, mut waiting: Waiting) {
        let done = waiting.works.len() + waiting.troubles.len();
        let Some(part) = parts.pop_front() else {
            // Of a zip that held nothing but files of ours nothing waits here.
            let waits = !waiting.works.is_empty() || !waiting.troubles.is_empty();
            self.put_incoming(waits.then(|| Incoming::Ready(Rc::new(waiting))));
            if !waits && !self.now().tagsets.is_empty() {
                self.show(Some(DeskPage::Tagset));
            }
            return;
        };
        self.put_incoming(Some(Incoming::Reading(done, done + parts.len() + 1)));
        let desk = self.clone();
        Timeout::new(0, move || {
            let state = desk.now().state.clone();
            let work = match part {
                Part::Format(format, files) => Work::of_format(&state, format, &files),
                Part::Text(kind, file) => Work::of_text(&state, kind, file),
                Part::Zip(file) => match unpack(&file) {
                    Ok(files) => {
                        parts.extend(desk.parts(files, false, &mut waiting.troubles));
                        desk.read_on(parts, waiting);
                        return;
                    }
                    Err(fault) => Err(Trouble::Exchange(fault)),
                },
            };
            match work {
                Ok(work) => waiting.works.push(Rc::new(work)),
                Err(trouble) => waiting.troubles.push(trouble),
            }
            desk.read_on(parts, waiting);
        })
        .forget();
    }

    /// Shows what waits, or (`None`) leaves off.
    pub fn put_incoming(&self, incoming: Option<Incoming>) {
        self.set(|moment| moment.incoming = incoming);
    }

    /// Shows a text that was pasted.
    pub fn paste(&self, title: &str, text: &str) {
        let work = Work::pasted(&self.now().state, title, text);
        let waiting = Waiting { works: vec![Rc::new(work)], troubles: Vec::new() };
        self.put_incoming(Some(Incoming::Ready(Rc::new(waiting))));
    }

    /// Takes what is wanted into the project, as one step to undo, and tells what came of it.
    pub fn take_incoming(&self, waiting: &Waiting, taking: &Taking) {
        let (mut reports, mut home) = (Vec::new(), None);
        let entry = self.work_out(|state, context| {
            let (transaction, told) = waiting.take(state, taking, context)?;
            reports = told;
            home.clone_from(&transaction.document);
            if transaction.ops.is_empty() { Err(Refusal::NoChange) } else { Ok(transaction) }
        });
        match entry {
            Ok(entry) => {
                self.hand_over(&entry);
                self.catch_up();
            }
            // Nothing new is no fault, which is told of the files.
            Err(Refusal::NoChange) => {}
            Err(refusal) => return self.refuse(refusal),
        }
        let mut news = "info".to_owned();
        for (name, report) in reports {
            let merged = Opened::Merged(name, report);
            for lang in [Lang::Ar, Lang::En] {
                news.push('\n');
                news.push_str(&told(lang, &merged));
            }
        }
        self.0.link.act("told", &news);
        self.put_incoming(None);
        if let Some(document) = home {
            self.show(None);
            self.0.link.act("show", &format!("{document} 0 0"));
        }
    }
}

fn is_zip(file: &InFile) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") && !matches!(texts::kind_of(file.base(), &file.bytes), Some(Kind::Docx | Kind::Epub))
}

/// Whether a file is Hashiya's own: a project, a back-up, or labels.
fn is_own(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let start = String::from_utf8_lossy(start);
    let squeezed: String = start.chars().filter(|one| !one.is_whitespace()).collect();
    squeezed.contains("\"format\":\"hashiya") || std::str::from_utf8(bytes).is_ok_and(backup::may_be)
}
