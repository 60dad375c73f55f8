//! Times as the file writes them: RFC 3339 in UTC. Compared, never computed with.

/// The time of what says none.
pub(super) const NEVER: &str = "1970-01-01T00:00:00Z";

/// The time, if it is one: `2026-01-02T03:04:05Z`, perhaps with a fraction of a second.
pub(super) fn time(written: &str) -> Option<String> {
    let pattern = "dddd-dd-ddTdd:dd:dd";
    let (head, tail) = written.split_at_checked(pattern.len())?;
    let shaped = head
        .bytes()
        .zip(pattern.bytes())
        .all(|(byte, wanted)| if wanted == b'd' { byte.is_ascii_digit() } else { byte == wanted });
    let part = |at: usize| head[at..at + 2].parse::<u8>().unwrap_or(u8::MAX);
    let real =
        shaped && (1..=12).contains(&part(5)) && (1..=31).contains(&part(8)) && part(11) < 24 && part(14) < 60 && part(17) <= 60;
    let fraction = tail.strip_suffix('Z')?;
    let digits = fraction
        .strip_prefix('.')
        .map_or(fraction.is_empty(), |digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
    (real && digits).then(|| written.to_owned())
}

/// Where a time stands among others, however many digits its seconds have.
pub(super) fn order(time: &str) -> &str {
    let bare = time.trim_end_matches('Z');
    if bare.contains('.') { bare.trim_end_matches('0').trim_end_matches('.') } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_from_what_only_looks_like_one() {
        for good in [NEVER, "2026-01-02T03:04:05.678Z", "2026-12-31T23:59:60.1Z"] {
            assert_eq!(time(good).as_deref(), Some(good));
        }
        for bad in [
            "",
            "2026-01-02",
            "2026-13-02T03:04:05Z",
            "2026-01-02T03:04:05",
            "2026-01-02T03:04:05+02:00",
            "2026-01-02T03:04:05.Z",
            "٢٠٢٦-01-02T03:04:05Z",
        ] {
            assert_eq!(time(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_fraction_more_is_later_and_zeros_say_nothing() {
        assert_eq!(order("2026-01-02T03:04:05.000Z"), order("2026-01-02T03:04:05Z"));
        assert!(order("2026-01-02T03:04:05.10Z") > order("2026-01-02T03:04:05Z"));
        assert!(order("2026-01-02T03:04:06Z") > order("2026-01-02T03:04:05.999Z"));
        assert_eq!(order("2026-01-02T03:04:10Z"), "2026-01-02T03:04:10");
    }
}
