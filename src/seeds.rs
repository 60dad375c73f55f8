//! The bundled project: two reports of one event, with what the manifest says of each.
//!
//! `build.rs` writes the constants from `seeds/` and fails the build when a text does not have the
//! SHA-256 the manifest names, so nothing here can fail.

/// The project the bundled articles belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Project {
    /// Its id in storage keys and files.
    pub id: &'static str,
    /// Its name, in Arabic.
    pub name: &'static str,
}

/// A bundled article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed {
    /// The slug by which addresses, storage and files name it.
    pub id: &'static str,
    /// Its title in Arabic: its own first line, or ours if it has none.
    pub title: &'static str,
    /// The title in English, for the English interface.
    pub title_en: &'static str,
    /// Whether `title` is ours and no line of the text.
    pub title_is_ours: bool,
    /// What links call it in Arabic: the outlet it reports on.
    pub short: &'static str,
    /// What links call it in English.
    pub short_en: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// BCP 47 language of the text.
    pub language: &'static str,
    /// `rtl`, `ltr` or `auto`.
    pub direction: &'static str,
    /// SHA-256 of the text's UTF-8, in lower-case hexadecimal.
    pub sha256: &'static str,
    /// The length of the text in UTF-16 units.
    pub units: u32,
    /// The file in `seeds/` that holds the text.
    #[cfg(not(target_arch = "wasm32"))]
    pub file: &'static str,
    /// The article, byte for byte. The page's program takes it from the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub text: &'static str,
    /// Named stretches of the text, such as a website's leftovers.
    pub regions: &'static [Region],
}

/// A named stretch of a bundled text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// What it is: `boilerplate` for a website's leftovers.
    pub kind: &'static str,
    /// Its name in Arabic.
    pub name: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
}

mod made {
    use super::{Project, Region, Seed};
    include!(concat!(env!("OUT_DIR"), "/seeds.rs"));
}

/// The bundled project.
#[must_use]
pub fn project() -> &'static Project {
    &made::PROJECT
}

/// The bundled articles, in the order in which they are read.
#[must_use]
pub fn documents() -> &'static [Seed] {
    made::DOCUMENTS
}

/// The bundled article named `id`.
#[must_use]
pub fn find(id: &str) -> Option<&'static Seed> {
    made::DOCUMENTS.iter().find(|seed| seed.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_articles_are_there_and_can_be_found() {
        let ids: Vec<_> = documents().iter().map(|seed| seed.id).collect();
        assert_eq!(ids, ["ft-report", "nyt-report"]);
        assert!(ids.iter().all(|id| find(id).is_some_and(|seed| seed.id == *id)));
        assert_eq!(find("none"), None);
        assert_eq!(project().id, "oman-talks");
    }

    #[test]
    fn a_title_is_a_line_of_the_text_unless_it_is_ours() {
        for seed in documents() {
            let first = seed.text.lines().next().map(str::trim);
            assert_eq!(first == Some(seed.title), !seed.title_is_ours, "{}", seed.id);
        }
    }

    #[test]
    fn the_website_s_leftovers_reach_the_end_of_the_first_article() {
        let seed = &documents()[0];
        let [region] = seed.regions else { panic!("one region, not {}", seed.regions.len()) };
        assert_eq!((region.kind, region.end as usize), ("boilerplate", seed.text.chars().count()));
    }
}
