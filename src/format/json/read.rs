//! JSON read into values by `serde_json`, with the place of what is wrong. Numbers keep their digits.

use serde_json::Value;

/// Where and why a text is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in bytes.
    pub column: usize,
    /// Whether it is JSON as far as it was read, but nested too deep.
    pub deep: bool,
}

/// The value that a text holds. Of fields of one name the last counts.
///
/// # Errors
/// Tells the first place that is no JSON, or more than 127 levels deep.
pub fn parse(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| {
        // The library tells this fault from others only in words.
        let deep = error.to_string().starts_with("recursion limit");
        Fault { line: error.line(), column: error.column(), deep }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["0.10", "1e3", "123456789012345678901234567890.5", "-0.0"] {
            assert_eq!(parse(number).map(|value| value.to_string().replace('+', "")).as_deref(), Ok(number));
        }
        assert_eq!(parse("18446744073709551615").ok().and_then(|value| value.as_u64()), Some(u64::MAX));
    }

    #[test]
    fn what_is_too_deep_is_told_from_what_is_no_json() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(&nested(127)).is_ok());
        assert_eq!(parse(&nested(128)).map_err(|fault| fault.deep), Err(true));
        assert_eq!(parse(&nested(500_000)).map_err(|fault| fault.deep), Err(true));
        assert_eq!(parse("[\n[\n }").map_err(|fault| (fault.line, fault.column, fault.deep)), Err((3, 2, false)));
    }
}
