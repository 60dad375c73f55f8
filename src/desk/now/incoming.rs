//! Files that were given: Hashiya's own are opened, all others are read and shown before anything is taken.

use super::Desk;
use crate::core::desk::DeskPage;
use crate::core::refusal::Refusal;
use crate::desk::incoming::{Incoming, Trouble, Waiting, Work};
use crate::format::backup;
use crate::format::exchange::bring::Taking;
use crate::format::exchange::file::InFile;
use crate::format::exchange::formats::{Format, sort};
use crate::format::exchange::zip::unpack;
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
    pub fn receive(&self, files: Vec<(String, Option<Vec<u8>>)>) {
        let (mut own, mut troubles, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (name, bytes) in files {
            match bytes {
                None => troubles.push(Trouble::Unread(name)),
                Some(bytes) if is_own(&bytes) => own.push((name, String::from_utf8(bytes).map_err(|_| FileFault::NotUtf8))),
                Some(bytes) => others.push(InFile { name, bytes }),
            }
        }
        let (parts, strangers) = parts(others);
        // JSON that no format knows is told where it fails to be ours.
        for file in strangers {
            if file.ends(".json") {
                own.push((file.name, String::from_utf8(file.bytes).map_err(|_| FileFault::NotUtf8)));
            } else {
                troubles.push(Trouble::Exchange(crate::format::exchange::fault::Fault::Unknown { file: file.base().to_owned() }));
            }
        }
        if !own.is_empty() {
            self.open(own);
        }
        if !parts.is_empty() || !troubles.is_empty() {
            self.show(Some(DeskPage::Import));
            self.read_on(parts, Waiting { troubles, ..Waiting::default() });
        }
    }

    /// Reads what is left, a part in a task of its own, and shows how far it is.
    fn read_on(&self, mut parts: VecDeque<Part>, mut waiting: Waiting) {
        let done = waiting.works.len() + waiting.troubles.len();
        let Some(part) = parts.pop_front() else {
            self.put_incoming(Some(Incoming::Ready(Rc::new(waiting))));
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
                        let (more, strangers) = self::parts(files);
                        parts.extend(more);
                        let unknown =
                            |file: InFile| Trouble::Exchange(crate::format::exchange::fault::Fault::Unknown { file: file.name });
                        waiting.troubles.extend(strangers.into_iter().map(unknown));
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
        if let Ok(entry) = &entry {
            self.hand_over(entry);
            self.catch_up();
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

/// What files are, and those that are nothing known.
fn parts(files: Vec<InFile>) -> (VecDeque<Part>, Vec<InFile>) {
    let (zips, files): (Vec<InFile>, Vec<InFile>) = files.into_iter().partition(is_zip);
    let (batches, rest) = sort(files);
    let mut parts: VecDeque<Part> = zips.into_iter().map(Part::Zip).collect();
    parts.extend(batches.into_iter().map(|(format, files)| Part::Format(format, files)));
    let mut strangers = Vec::new();
    for file in rest {
        match texts::kind_of(file.base(), &file.bytes) {
            Some(kind) => parts.push_back(Part::Text(kind, file)),
            None => strangers.push(file),
        }
    }
    (parts, strangers)
}

fn is_zip(file: &InFile) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") && !matches!(texts::kind_of(file.base(), &file.bytes), Some(Kind::Docx | Kind::Epub))
}

/// Whether a file is Hashiya's own: a project, or a back-up.
fn is_own(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let start = String::from_utf8_lossy(start);
    let squeezed: String = start.chars().filter(|one| !one.is_whitespace()).collect();
    squeezed.contains("\"format\":\"hashiya") || std::str::from_utf8(bytes).is_ok_and(backup::may_be)
}
