//! Decimals with few places, written without the machinery that writes every float exactly.

/// A number rounded to so many places after the point (up to 9), as CSS and SVG read it: `12.5`, `-0.125`, `3`.
/// What lies beyond a thousand million is cut to that; what is no number is 0.
#[must_use]
pub fn fixed(number: f64, places: u32) -> String {
    let scale = 10_u64.pow(places.min(9));
    // A cast keeps to what fits, and makes what is no number 0.
    let scaled = ((number.abs() * scale as f64).round() as u64).min(1_000_000_000 * scale);
    let sign = if number < 0.0 && scaled > 0 { "-" } else { "" };
    let mut text = [sign, &(scaled / scale).to_string()].concat();
    let mut rest = scaled % scale;
    if rest > 0 {
        text.push('.');
        let mut unit = scale / 10;
        while rest > 0 {
            text.push(char::from(b'0' + (rest / unit) as u8));
            rest %= unit;
            unit /= 10;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::fixed;

    #[test]
    fn a_number_is_written_as_short_as_its_places_allow() {
        for (number, places, text) in [
            (0.0, 3, "0"),
            (-0.0, 3, "0"),
            (12.5, 3, "12.5"),
            (-0.125, 3, "-0.125"),
            (0.0625, 3, "0.063"),
            (-0.0004, 3, "0"),
            (7.05, 2, "7.05"),
            (1.999_96, 3, "2"),
            (1234.5, 0, "1235"),
            (f64::NAN, 2, "0"),
            (f64::INFINITY, 0, "1000000000"),
        ] {
            assert_eq!(fixed(number, places), text);
        }
    }

    #[test]
    fn it_is_what_is_written_exactly() {
        for step in -20_000..20_000 {
            let number = f64::from(step) / 64.0;
            let read = fixed(number, 3).parse::<f64>().expect("a number");
            assert!((read - number).abs() < 0.000_501, "{number}");
        }
    }
}
