//! A label's colour and line: eight hues at three lightness steps, or a file's own RGB, and an underline.
//!
//! What a step or a hue looks like in light and dark is the style sheet's business.

use std::fmt;
use std::str::FromStr;

/// The hues, by name, in the order of the ring.
pub const HUES: [&str; 8] = ["red", "orange", "amber", "green", "teal", "blue", "violet", "pink"];

/// A label's colour. Written as `blue-2` or `#1f6feb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// A hue of [`HUES`] (0 to 7) at a lightness step (1 light, 2 middle, 3 deep).
    Palette(u8, u8),
    /// A colour that a file brought: red, green, blue.
    Rgb(u8, u8, u8),
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Palette(hue, step) => write!(f, "{}-{step}", HUES[usize::from(hue) % HUES.len()]),
            Self::Rgb(red, green, blue) => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

impl FromStr for Colour {
    type Err = ();

    /// Reads what [`fmt::Display`] writes; anything else is an error, so that no file can smuggle in a style.
    fn from_str(written: &str) -> Result<Self, ()> {
        if let Some(digits) = written.strip_prefix('#') {
            let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
            let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| ());
            return if plain { Ok(Self::Rgb(channel(0)?, channel(2)?, channel(4)?)) } else { Err(()) };
        }
        let (hue, step) = written.rsplit_once('-').ok_or(())?;
        let hue = HUES.iter().position(|name| *name == hue).ok_or(())? as u8;
        match step {
            "1" | "2" | "3" => Ok(Self::Palette(hue, step.as_bytes()[0] - b'0')),
            _ => Err(()),
        }
    }
}

/// The underline of a label, told apart without colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Line {
    /// One line.
    #[default]
    Solid,
    /// Two thin lines.
    Double,
    /// Dashes.
    Dashed,
    /// Dots.
    Dotted,
    /// One thick line.
    Thick,
    /// Thick dashes.
    ThickDashed,
    /// Thick dots.
    ThickDotted,
}

impl Line {
    /// All. Three steps of lightness times these seven tell 21 labels apart twice over.
    pub const ALL: [Self; 7] =
        [Self::Solid, Self::Double, Self::Dashed, Self::Dotted, Self::Thick, Self::ThickDashed, Self::ThickDotted];

    /// Its name in files and in CSS.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Double => "double",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::Thick => "thick",
            Self::ThickDashed => "thick-dashed",
            Self::ThickDotted => "thick-dotted",
        }
    }

    /// The line of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_nothing_else_is_read() {
        let palette = (0..8).flat_map(|hue| (1..4).map(move |step| Colour::Palette(hue, step)));
        for colour in palette.chain([Colour::Rgb(0, 128, 255)]) {
            assert_eq!(colour.to_string().parse(), Ok(colour));
        }
        for bad in ["", "blue", "blue-4", "blue-", "#12345", "#12345g", "red;x:1-1", "url(x)", "#é1234"] {
            assert_eq!(bad.parse::<Colour>(), Err(()), "{bad}");
        }
    }
}
