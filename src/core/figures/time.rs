//! Days and hours of RFC 3339, in UTC, as numbers that follow one another.

/// A date of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// From 1970.
    pub year: u32,
    /// From 1 to 12.
    pub month: u32,
    /// From 1 to 31.
    pub day: u32,
}

/// The hours since 1970 began, of a time in UTC as the native file writes it; `None` of what is no such time, or earlier.
#[must_use]
pub fn hour(time: &str) -> Option<u32> {
    let bytes = time.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?;
        digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let date = Date { year: number(0, 4)?, month: number(5, 7)?, day: number(8, 10)? };
    let marks = (bytes.get(4), bytes.get(7), bytes.get(10), bytes.get(13), bytes.last());
    let whole = marks == (Some(&b'-'), Some(&b'-'), Some(&b'T'), Some(&b':'), Some(&b'Z'));
    let hour = number(11, 13).filter(|hour| *hour < 24)?;
    let day = day(date).filter(|_| whole && date.year >= 1970)?;
    (self::date(day) == date).then_some(day * 24 + hour)
}

/// The days from 1970 to a date; `None` of months that there are not. Years begin in March here, so that the day that comes
/// every fourth year is the last of one.
fn day(date: Date) -> Option<u32> {
    let Date { year, month, day } = date;
    if year < 1970 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month < 3 { year - 1 } else { year };
    let months = (month + 9) % 12;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (months * 153 + 2) / 5 + day - 1;
    days.checked_sub(EPOCH)
}

/// The first of January 1970, in days from the first of March of the year 0.
const EPOCH: u32 = 719_468;

/// The date of so many days after the first of January 1970.
#[must_use]
pub const fn date(days: u32) -> Date {
    let days = days + EPOCH;
    // Four hundred years have 146,097 days.
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let months = (5 * of_year + 2) / 153;
    let month = if months < 10 { months + 3 } else { months - 9 };
    let year = year + era * 400 + if month < 3 { 1 } else { 0 };
    Date { year, month, day: of_year - (153 * months + 2) / 5 + 1 }
}

/// A time as it is shown: `2026-01-02`, with the hour `2026-01-02 03:00`.
#[must_use]
pub fn shown(time: u32, by_day: bool) -> String {
    let Date { year, month, day } = date(if by_day { time } else { time / 24 });
    let date = format!("{year:04}-{month:02}-{day:02}");
    if by_day { date } else { format!("{date} {:02}:00", time % 24) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_counted_and_shown() {
        assert_eq!(hour("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(hour("2000-03-01T05:59:00.000Z"), Some(11_017 * 24 + 5));
        for time in ["2024-02-29T23:00:00.000Z", "2026-11-22T00:00:00.000Z", "2100-03-01T10:00:00Z", "9999-12-31T23:59:59Z"] {
            let hour = hour(time).expect("a time");
            assert_eq!(shown(hour, false), time.replace('T', " ")[..13].to_owned() + ":00");
            assert_eq!(shown(hour / 24, true), time[..10]);
        }
    }

    #[test]
    fn days_follow_one_another_for_a_thousand_years() {
        for number in 0..370_000 {
            assert_eq!(day(date(number)), Some(number));
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for time in [
            "",
            "yesterday",
            "2026-02-30T00:00:00Z",
            "1969-12-31T00:00:00Z",
            "2026-01-02T24:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-02T03:04:05+03:00",
            "٢٠٢٦-٠١-٠٢T03:04:05Z",
        ] {
            assert_eq!(hour(time), None, "{time}");
        }
    }
}
