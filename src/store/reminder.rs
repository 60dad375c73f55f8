//! When somebody is reminded to keep a copy: after a week and some hundred changes without one, once a day at most.

/// A day, in milliseconds.
const DAY: u64 = 86_400_000;

/// After how long without a copy, in milliseconds.
const LONG: u64 = 7 * DAY;

/// After how many changes without a copy.
const MANY: u64 = 200;

/// The last copy of a project. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Last {
    project: String,
    /// When it was made; where none was, when the first change was seen.
    at: u64,
    /// The clock of its last change; `None` until the next change tells it.
    clock: Option<u64>,
    /// When somebody was last reminded; 0 where nobody was.
    told: u64,
    /// Whether there was a copy.
    copied: bool,
}

/// The last copies of all projects, as one short text: a line each, `<project> <at> <clock> <told> <copied>`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminder(Vec<Last>);

impl Reminder {
    /// Reads what [`Self::text`] writes; lines that it did not write are passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let line = |line: &str| {
            let mut parts = line.split(' ');
            let project = parts.next().filter(|project| !project.is_empty())?.to_owned();
            let (at, clock, told) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok(), parts.next()?.parse().ok()?);
            Some(Last { project, at, clock, told, copied: parts.next()? == "1" })
        };
        Self(text.lines().filter_map(line).collect())
    }

    /// As it is kept.
    #[must_use]
    pub fn text(&self) -> String {
        let clock = |clock: Option<u64>| clock.map_or_else(|| "-".to_owned(), |clock| clock.to_string());
        let line =
            |last: &Last| format!("{} {} {} {} {}\n", last.project, last.at, clock(last.clock), last.told, u8::from(last.copied));
        self.0.iter().map(line).collect()
    }

    /// When the last copy of a project was made, in milliseconds since 1970; `None` where none is known.
    #[must_use]
    pub fn last(&self, project: &str) -> Option<u64> {
        self.0.iter().find(|last| last.copied && last.project == project).map(|last| last.at)
    }

    /// A copy was made, of everything up to that clock.
    pub fn copied(&mut self, project: &str, now: u64, clock: Option<u64>) {
        self.0.retain(|last| last.project != project);
        self.0.push(Last { project: project.to_owned(), at: now, clock, told: 0, copied: true });
    }

    /// A change of that clock was made. Tells how many have been made since the last copy, when it is time to say so; it
    /// then counts as said.
    pub fn changed(&mut self, project: &str, now: u64, clock: u64) -> Option<u64> {
        let before = clock.saturating_sub(1);
        let Some(last) = self.0.iter_mut().find(|last| last.project == project) else {
            self.0.push(Last { project: project.to_owned(), at: now, clock: Some(before), told: 0, copied: false });
            return None;
        };
        // A clock set back, or a project that was erased, begins anew.
        let since = clock.saturating_sub(*last.clock.get_or_insert(before));
        last.at = last.at.min(now);
        let rests = last.told > now.saturating_sub(DAY);
        if now - last.at <= LONG || since <= MANY || rests {
            return None;
        }
        last.told = now;
        Some(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: u64 = 1_800_000_000_000;

    #[test]
    fn it_is_said_after_a_week_and_many_changes_once_a_day() {
        let mut reminder = Reminder::default();
        assert_eq!(reminder.changed("p", START, 5), None);
        assert_eq!(reminder.changed("p", START + LONG, 1_000), None, "not before the week is over");
        assert_eq!(reminder.changed("p", START + LONG + 1, 204), None, "nor before there are many changes");
        assert_eq!(reminder.changed("p", START + LONG + 1, 205), Some(201));
        assert_eq!(reminder.changed("p", START + LONG + DAY, 300), None);
        assert_eq!(reminder.changed("p", START + LONG + DAY + 2, 300), Some(296));
        assert_eq!(reminder.changed("q", START + LONG + DAY + 2, 9_999), None, "each project by itself");
    }

    #[test]
    fn a_copy_begins_anew_even_where_its_clock_is_not_known() {
        let mut reminder = Reminder::default();
        assert_eq!((reminder.changed("p", START, 1), reminder.last("p")), (None, None));
        reminder.copied("p", START + DAY, None);
        assert_eq!(reminder.last("p"), Some(START + DAY));
        assert_eq!(reminder.changed("p", START + 30 * DAY, 5_000), None, "the first change tells where it stood");
        assert_eq!(reminder.changed("p", START + 30 * DAY, 5_200), Some(201));
        reminder.copied("p", START + 30 * DAY, Some(5_200));
        assert_eq!(reminder.changed("p", START + 38 * DAY, 5_400), None);
        assert_eq!(reminder.changed("p", START + 38 * DAY, 5_401), Some(201));
    }

    #[test]
    fn clocks_that_go_back_harm_nothing() {
        let mut reminder = Reminder::default();
        reminder.copied("p", START, Some(900));
        assert_eq!(reminder.changed("p", START - DAY, 3), None);
        assert_eq!(reminder.changed("p", 0, 0), None);
        assert_eq!(reminder.changed("p", u64::MAX, u64::MAX), Some(u64::MAX - 900));
    }

    #[test]
    fn it_is_kept_as_text() {
        let mut reminder = Reminder::default();
        reminder.changed("oman-talks", START, 5);
        reminder.copied("other", START, None);
        reminder.copied("third", START, Some(7));
        assert_eq!(Reminder::read(&reminder.text()), reminder);
        assert_eq!(Reminder::read("\nx\na b c d\n p 1 2 3\np 1 2\n"), Reminder::default());
    }
}
