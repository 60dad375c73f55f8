//! Waiting outside the page: a condition is asked again until it holds or its time is up.

use std::thread;
use std::time::{Duration, Instant};

/// How long any single condition may take before a story fails, also on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(25);

/// Asks `probe` until it answers, parking the thread shortly between two questions.
///
/// # Errors
/// Names `what` when `patience` is over.
pub fn until<T>(what: &str, patience: Duration, mut probe: impl FnMut() -> Option<T>) -> Result<T, String> {
    let start = Instant::now();
    loop {
        if let Some(answer) = probe() {
            return Ok(answer);
        }
        if start.elapsed() > patience {
            return Err(format!("waited {} s for {what}", patience.as_secs()));
        }
        thread::park_timeout(Duration::from_millis(15));
    }
}
