//! Files and stored values that nobody should have to read: the corpus, then real ones put out of order at random.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use hashiya::format::entry::unseal;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use crate::huge::files;
use crate::mutate::{harmed, harms};
use crate::readers::{READERS, Reader};
use crate::row::Row;
use crate::words::said;

/// The stack that readers get: what the page gives its program, and as much again for code that is not optimised.
const STACK: usize = 2 << 20;

/// How long one text may take, in code that is not optimised.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most memory that the whole run may have held at once, in kilobytes, where the system tells.
const MEMORY: u64 = 1 << 20;

/// What is put out of order for a reader.
type Seeds = Vec<String>;

/// Gives all readers `count` texts in all, and those of the corpus.
pub fn suffer(count: usize, seed: u64) -> Row {
    let run = move || {
        let mut row = Row::new("malformed files and stored values");
        let journal = journal();
        for (name, text) in files() {
            row.tried += 1;
            let read = hashiya::format::native::read(&text).map_err(|fault| format!("is refused: {fault:?}"));
            if let Err(words) = read.and_then(|_| bear(Reader::File, &text, &journal)) {
                row.panics += usize::from(words.starts_with("panic"));
                row.blame(format!("too many {name}: {words}"));
            }
        }
        for reader in READERS {
            corpus(reader, &journal, &mut row);
            random(reader, &seeds(reader, &journal), count * share(reader) / 100, seed, &journal, &mut row);
        }
        if let Some(held) = most_memory().filter(|held| *held > MEMORY) {
            row.blame(format!("{held} kB of memory were held at once"));
        }
        row
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread starts");
    thread.join().expect("the thread comes back")
}

/// Of a hundred texts, how many are for a reader.
const fn share(reader: Reader) -> usize {
    match reader {
        Reader::File | Reader::Entry | Reader::Foreign => 20,
        Reader::Tagset | Reader::Snapshot | Reader::Value => 10,
        Reader::Settings | Reader::Backup => 5,
    }
}

fn corpus(reader: Reader, journal: &[(String, String)], row: &mut Row) {
    let folder = root().join("corpus").join(reader.folder());
    let mut files = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    files.sort();
    for path in files {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a file of the corpus")).into_owned();
        row.tried += 1;
        if let Err(words) = bear(reader, &text, journal) {
            row.panics += usize::from(words.starts_with("panic"));
            row.blame(format!("{}: {words}", path.display()));
        }
    }
}

fn random(reader: Reader, seeds: &Seeds, count: usize, seed: u64, journal: &[(String, String)], row: &mut Row) {
    let config = Config { cases: count as u32, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8] = reader as u8;
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let outcome = runner.run(&(any::<Index>(), harms()), |(which, harms)| {
        let text = harmed(&seeds[which.index(seeds.len())], &harms);
        bear(reader, &text, journal).map_err(TestCaseError::fail)
    });
    row.tried += count;
    if let Err(error) = outcome {
        let (words, text) = match error {
            TestError::Fail(reason, (which, harms)) => (reason.to_string(), harmed(&seeds[which.index(seeds.len())], &harms)),
            TestError::Abort(reason) => (reason.to_string(), String::new()),
        };
        row.panics += usize::from(words.starts_with("panic"));
        let path = std::env::temp_dir().join("hashiya-torture").join(format!("{}.txt", reader.folder()));
        let kept = path.parent().map(fs::create_dir_all).and_then(|_| fs::write(&path, text).ok());
        row.blame(format!("{reader:?}: {words} (kept: {}, {kept:?})", path.display()));
    }
}

/// A reader's answer, its time watched and its panic caught.
fn bear(reader: Reader, text: &str, journal: &[(String, String)]) -> Result<(), String> {
    let begin = worked();
    let answer = catch_unwind(AssertUnwindSafe(|| reader.bear(text, journal)));
    let answer = answer.unwrap_or_else(|reason| Err(format!("panic: {}", said(reason.as_ref()))));
    match worked().saturating_sub(begin) {
        late if late > PATIENCE => Err(format!("took {late:?}")),
        _ => answer,
    }
}

/// How long this thread has been at work, where the system tells: a busy machine is none of a reader's faults. Elsewhere,
/// how long the run has lasted.
fn worked() -> Duration {
    static BEGIN: OnceLock<Instant> = OnceLock::new();
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|line| line.split_whitespace().next()?.parse().ok()).map(Duration::from_nanos);
    told.unwrap_or_else(|| BEGIN.get_or_init(Instant::now).elapsed())
}

/// What an earlier version left, as work by others.
fn journal() -> Vec<(String, String)> {
    let newest = fs::read_dir(root().join("fixtures/past")).expect("the folder").flatten().map(|entry| entry.path()).max();
    let text = fs::read_to_string(newest.expect("a folder").join("store.json")).expect("a store");
    serde_json::from_str::<BTreeMap<String, String>>(&text).expect("names and values").into_iter().collect()
}

fn seeds(reader: Reader, journal: &[(String, String)]) -> Seeds {
    let read = |path: PathBuf| fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let native = root().join("fixtures/native");
    let newest = root().join("fixtures/past/4-two-reports");
    let entries = || journal.iter().filter(|(name, _)| name.contains("/journal/") || name.contains("/draft/"));
    match reader {
        // The small ones more often than the example, which is a hundred times as long.
        Reader::File | Reader::Snapshot => {
            let mut all = vec![read(native.join("small.json")); 8];
            all.extend(vec![read(native.join("complete.json")); 8]);
            all.push(read(newest.join("project.hashiya.json")));
            all.push(read(root().join("../seeds/example.hashiya.json")));
            all
        }
        Reader::Tagset => vec![read(newest.join("tagset.hashiya.json")), read(native.join("small.json"))],
        Reader::Entry => entries().filter_map(|(_, value)| unseal(value).ok()).map(str::to_owned).collect(),
        Reader::Value => journal.iter().map(|(_, value)| value.clone()).collect(),
        Reader::Backup => {
            let values = journal.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            vec![hashiya::format::backup::write(values, "2026-01-02T03:04:05.000Z")]
        }
        Reader::Foreign => foreign_files(&root().join("fixtures/formats")),
        Reader::Settings => vec![
            r#"{"lang":"en","theme":"dark","names":"never","size":5,"spacing":0,"single_keys":false,"keys":{"s":"F4","?":"Ctrl+x"}}"#.to_owned(),
        ],
    }
}

/// What other tools wrote, as far as it is text and no longer than a page or two.
fn foreign_files(folder: &Path) -> Seeds {
    let mut all = Vec::new();
    let mut paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            all.extend(foreign_files(&path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            all.extend((text.len() < 40_000).then_some(text));
        }
    }
    all
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The most memory this program has held so far, in kilobytes, where the system tells.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}
