//! What users set for themselves. It belongs to no project and is never exported.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
}

impl Default for Settings {
    fn default() -> Self {
        Self { lang: Language::Ar, theme: Theme::System, size: 2, spacing: 1, names: Names::Hover, single_keys: true }
    }
}
