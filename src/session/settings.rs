//! What users set for themselves. It belongs to no project and is never exported.

use crate::core::keymap::{self, Keys};
use crate::format::json;
use serde_json::Value;

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Arabic.
    #[default]
    Ar,
    /// English.
    En,
}

impl Language {
    /// The value of the `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The value of the `dir` attribute of the page.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En => "ltr",
        }
    }

    /// The language of that tag.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        [Self::Ar, Self::En].into_iter().find(|language| language.tag() == tag)
    }
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Soft text on ink-blue.
    Dark,
}

impl Theme {
    /// All, in the order of the settings.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// When the short name of a label stands above its span.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Names {
    /// Always; the lines stand wider.
    Always,
    /// While the pointer is over the span or it is chosen.
    #[default]
    Hover,
    /// Never.
    Never,
}

impl Names {
    /// All, in the order in which the key goes through them.
    pub const ALL: [Self; 3] = [Self::Hover, Self::Always, Self::Never];

    /// The value of `data-names`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Hover => "hover",
            Self::Never => "never",
        }
    }
}

/// How many steps of text size there are; step 2 is the one to start with.
pub const SIZES: u8 = 6;
/// How many steps of line spacing there are; step 1 is the one to start with.
pub const SPACINGS: u8 = 4;

/// What users set for themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The step of text size: 0 to [`SIZES`] − 1; the value of `data-size`.
    pub size: u8,
    /// The step of line spacing: 0 to [`SPACINGS`] − 1; the value of `data-spacing`.
    pub spacing: u8,
    /// When labels' names stand above the lines.
    pub names: Names,
    /// Whether single keys act at all (WCAG 2.1.4).
    pub single_keys: bool,
    /// The user's own keys.
    pub keys: Keys,
}

impl Default for Settings {
    fn default() -> Self {
        let (lang, theme, names) = (Language::Ar, Theme::System, Names::Hover);
        Self { lang, theme, size: 2, spacing: 1, names, single_keys: true, keys: Keys::default() }
    }
}

impl Settings {
    /// The settings that a text holds; what it lacks or says wrong is as at the start.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let value = json::parse(text).unwrap_or_default();
        let word = |name: &str| value[name].as_str().unwrap_or_default();
        let step = |name: &str, steps: u8| value[name].as_u64().map(|step| step.min(u64::from(steps - 1)) as u8);
        let start = Self::default();
        Self {
            lang: Language::of(word("lang")).unwrap_or(start.lang),
            theme: Theme::ALL.into_iter().find(|theme| theme.name() == word("theme")).unwrap_or(start.theme),
            size: step("size", SIZES).unwrap_or(start.size),
            spacing: step("spacing", SPACINGS).unwrap_or(start.spacing),
            names: Names::ALL.into_iter().find(|names| names.name() == word("names")).unwrap_or(start.names),
            single_keys: value["single_keys"].as_bool().unwrap_or(start.single_keys),
            keys: Keys(value["keys"].as_object().into_iter().flatten().filter_map(own_key).collect()),
        }
    }

    /// The settings as text: a JSON object.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from("{");
        for (name, word) in [("lang", self.lang.tag()), ("theme", self.theme.name()), ("names", self.names.name())] {
            json::field(name, &mut out);
            json::string(word, &mut out);
        }
        let keys = if self.single_keys { "true" } else { "false" };
        for (name, plain) in
            [("size", self.size.to_string().as_str()), ("spacing", &self.spacing.to_string()), ("single_keys", keys)]
        {
            json::field(name, &mut out);
            out.push_str(plain);
        }
        json::field("keys", &mut out);
        out.push('{');
        for (row, key) in &self.keys.0 {
            json::field(row, &mut out);
            json::string(key, &mut out);
        }
        out.push_str("}}");
        out
    }
}

/// A key of one's own, where the table still has that row.
fn own_key((row, key): (&String, &Value)) -> Option<(String, String)> {
    keymap::named(row)?;
    Some((row.clone(), key.as_str()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_what_is_wrong_costs_only_itself() {
        let all = Settings {
            lang: Language::En,
            theme: Theme::Dark,
            size: 5,
            spacing: 0,
            names: Names::Never,
            single_keys: false,
            keys: Keys(vec![("?".into(), "F1".into()), ("s".into(), "Ctrl+\"".into())]),
        };
        assert_eq!(Settings::read(&all.write()), all);
        assert_eq!(Settings::read(&Settings::default().write()), Settings::default());
        // As the first release wrote them.
        let all = Settings { keys: Keys::default(), ..all };
        let first = r#"{"lang":"en","theme":"dark","size":5,"spacing":0,"names":"never","single_keys":false}"#;
        assert_eq!(Settings::read(first), all);
        assert_eq!(Settings::read(&first.replace("dark", "x").replace('5', "99")), Settings { theme: Theme::System, ..all });
        for none in ["", "[]", "{}", "null", r#"{"size":-1,"lang":3,"keys":{"no such row":"s","s":4}}"#] {
            assert_eq!(Settings::read(none), Settings::default());
        }
    }
}
