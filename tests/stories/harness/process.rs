//! Child processes that never outlive this run: their whole family is ended with them, also when the run is killed.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::wait;

/// How long a program may take to say that it is ready: the page's server compresses everything first.
const START: Duration = Duration::from_secs(120);

/// Keeps a child's group alive only as long as our end of its standard input is open.
const LEASH: &str = r#"trap 'exit 0' TERM; "$@" </dev/null & read -r _; trap '' TERM; kill -TERM 0; wait"#;

/// A running program, the lines it has printed so far, and its end on drop.
pub struct Process {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// Starts a program with its arguments on a leash, with `variables` added to its environment.
    pub fn start(words: &[String], variables: &[(String, String)]) -> Result<Self, String> {
        let mut command = Command::new("sh");
        command.arg("-c").arg(LEASH).arg("leash").args(words);
        command.envs(variables.iter().cloned()).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("{words:?}: {error}"))?;
        let lines = Arc::default();
        collect(child.stdout.take(), &lines);
        collect(child.stderr.take(), &lines);
        Ok(Self { child, lines })
    }

    /// Everything printed so far, both streams in the order they arrived.
    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().map(|lines| lines.clone()).unwrap_or_default()
    }

    /// Waits for a printed line from which `read` takes something.
    pub fn wait_for<T>(&self, what: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        wait::until(what, START, || self.lines().iter().find_map(|line| read(line)))
            .map_err(|error| format!("{error}; printed so far: {:?}", self.lines()))
    }

    /// Kills every descendant at once, without a chance to tidy up: what a crash looks like.
    pub fn kill_family(&self) {
        kill_below(self.child.id());
    }

    /// Its number in the system, for [`kill_below`] from elsewhere.
    #[allow(dead_code, reason = "for the torture, which shares this file")]
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill_family();
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Kills everything below a process at once, and says when the last moment was at which all of it lived.
pub fn kill_below(root: u32) -> Instant {
    let mut family = descendants(root);
    family.reverse();
    let ids = family.iter().map(u32::to_string);
    let alive = Instant::now();
    let _ = Command::new("kill").arg("-KILL").args(ids).stderr(Stdio::null()).status();
    alive
}

fn collect(stream: Option<impl Read + Send + 'static>, lines: &Arc<Mutex<Vec<String>>>) {
    let Some(stream) = stream else { return };
    let lines = Arc::clone(lines);
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            if let Ok(mut lines) = lines.lock() {
                lines.push(String::from_utf8_lossy(&line).into_owned());
            }
        }
    });
}

/// The processes below `root`, parents first.
fn descendants(root: u32) -> Vec<u32> {
    let Ok(listing) = Command::new("ps").args(["-axo", "pid=,ppid="]).output() else { return Vec::new() };
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for line in String::from_utf8_lossy(&listing.stdout).lines() {
        let mut numbers = line.split_whitespace().map_while(|number| number.parse().ok());
        if let (Some(id), Some(parent)) = (numbers.next(), numbers.next()) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut family = Vec::new();
    let mut next = vec![root];
    while let Some(id) = next.pop() {
        let born = children.remove(&id).unwrap_or_default();
        family.extend(&born);
        next.extend(born);
    }
    family
}
