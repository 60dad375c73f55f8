//! The labels' colours, lines and names as rules in a style sheet of the program's own.
//!
//! `.label-<n>` is the label at that place in the tagset. Any element of that class may use what
//! `style/article.css` makes of it: `--tint` and `--mark` as colours, `--line` and `--thick` of the
//! underline, `--name` in the language of the interface.

use super::dom;
use crate::core::colour::{Colour, Line};
use crate::core::fixed::fixed;
use crate::core::tagset::{Bilingual, Label, Tagset};
use js_sys::{Array, Math};
use std::cell::RefCell;
use std::fmt::Write;
use web_sys::CssStyleSheet;

/// Degrees in OKLCH of [`crate::core::colour::HUES`].
const DEGREES: [f64; 8] = [25.0, 52.0, 85.0, 145.0, 195.0, 255.0, 300.0, 350.0];

thread_local! {
    /// The sheet and what it holds. The document is one for the whole page, and so is this.
    static SHEET: RefCell<Option<(CssStyleSheet, String)>> = const { RefCell::new(None) };
}

/// Writes a rule for each label of a tagset in place of those of the one before. Costs nothing where nothing
/// changed. Where the browser can't make a sheet the labels have no colours, but their lines and names elsewhere.
pub fn set(tagset: &Tagset) {
    let mut rules = String::new();
    for (place, label) in tagset.labels.iter().enumerate() {
        rule(&mut rules, place, label);
    }
    SHEET.with_borrow_mut(|kept| {
        if kept.is_none() {
            *kept = adopted().map(|sheet| (sheet, String::new()));
        }
        if let Some((sheet, written)) = kept
            && *written != rules
            && sheet.replace_sync(&rules).is_ok()
        {
            *written = rules;
        }
    });
}

fn adopted() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    let document = dom::document();
    let all = Array::from(&document.adopted_style_sheets());
    all.push(&sheet);
    document.set_adopted_style_sheets(&all);
    Some(sheet)
}

fn rule(rules: &mut String, place: usize, label: &Label) {
    let (hue, step, chroma) = match label.colour {
        Colour::Palette(hue, step) => (DEGREES[usize::from(hue) % DEGREES.len()], step, 1.0),
        Colour::Rgb(red, green, blue) => nearest(red, green, blue),
    };
    let (line, thick) = border(label.line);
    let Bilingual { ar, en } = &label.name;
    let name = |own: &str, other: &str| {
        quoted([own, other, label.id.as_str()].into_iter().find(|name| !name.is_empty()).unwrap_or_default())
    };
    let (arabic, english) = (name(ar, en), name(en, ar));
    let (hue, chroma) = (fixed(hue, 1), fixed(chroma, 2));
    // Writing to a string can't fail.
    let _ = writeln!(
        rules,
        ".label-{place}{{--hue:{hue};--step:{step};--chroma:{chroma};--line:{line};--thick:{thick};--name:{arabic}}}\n\
         html[lang=en] .label-{place}{{--name:{english}}}",
    );
}

/// A border's style and width. Dots need 2 px to be told from a line, a double line 3 px to be two.
const fn border(line: Line) -> (&'static str, &'static str) {
    match line {
        Line::Solid => ("solid", "1.5px"),
        Line::Double => ("double", "3px"),
        Line::Dashed => ("dashed", "1.5px"),
        Line::Dotted => ("dotted", "2px"),
        Line::Thick => ("solid", "3px"),
        Line::ThickDashed => ("dashed", "3px"),
        Line::ThickDotted => ("dotted", "3.5px"),
    }
}

/// A CSS string of any text: all but letters, digits and what lies beyond ASCII is escaped.
fn quoted(text: &str) -> String {
    let mut string = String::from("\"");
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || (!character.is_ascii() && !character.is_control()) {
            string.push(character);
        } else {
            let _ = write!(string, "\\{:x} ", u32::from(character));
        }
    }
    string.push('"');
    string
}

/// Hue in degrees, lightness step and share of the palette's chroma nearest to a colour in sRGB
/// (Björn Ottosson's OKLab). Its own lightness is not kept: text on it must stay readable.
fn nearest(red: u8, green: u8, blue: u8) -> (f64, u8, f64) {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { Math::pow((value + 0.055) / 1.055, 2.4) }
    };
    let (r, g, b) = (linear(red), linear(green), linear(blue));
    let l = Math::cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
    let m = Math::cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
    let s = Math::cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
    let lightness = 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s;
    let a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
    let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
    let step = if lightness > 0.7 {
        1
    } else if lightness > 0.5 {
        2
    } else {
        3
    };
    let degrees = Math::atan2(b, a).to_degrees();
    let hue = if degrees < 0.0 { degrees + 360.0 } else { degrees };
    (hue, step, ((a * a + b * b).sqrt() / 0.12).min(1.0))
}
