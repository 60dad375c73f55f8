//! The proof that our grapheme clusters and words are those of `unicode-segmentation`, and where our table comes from.

use hashiya::core::segment::{grapheme_ends, is_grapheme_boundary, words};
use hashiya::seeds;
use unicode_segmentation::UnicodeSegmentation;

/// One character of each class of grapheme clusters, and of words, in the order of the classes.
const GRAPHEMES: [char; 16] = [
    'a',
    '\u{1}',
    '\u{301}',
    '\u{94D}',
    '\u{200C}',
    '\u{200D}',
    '\u{1F1E6}',
    '\u{600}',
    '\u{903}',
    '\u{1100}',
    '\u{1160}',
    '\u{11A8}',
    '\u{AC00}',
    '\u{AC01}',
    '\u{1F642}',
    '\u{915}',
];
const WORDS: [char; 16] =
    ['!', '\u{85}', '\u{301}', '\u{200D}', '\u{1F1E6}', 'a', 'א', '1', 'カ', '_', ':', ',', '.', '\'', '"', ' '];

#[cfg(feature = "tables")]
type Ends = fn(&str) -> Vec<usize>;

fn graphemes_of_crate(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).collect()
}

#[cfg(feature = "tables")]
fn words_of_crate(text: &str) -> Vec<usize> {
    text.split_word_bound_indices().map(|(at, piece)| at + piece.len()).collect()
}

#[cfg(feature = "tables")]
/// What the crate does where `character` stands beside each of `samples` and in some places that tell more.
fn conduct(character: char, ends: Ends, samples: &[char], places: &[(&str, &str)]) -> Vec<Vec<usize>> {
    let beside = samples.iter().flat_map(|sample| [(sample.to_string(), String::new()), (String::new(), sample.to_string())]);
    let places = places.iter().map(|(before, after)| ((*before).to_owned(), (*after).to_owned()));
    let all = beside.chain(places).map(|(before, after)| {
        let shift = |end: usize| if end > before.len() { end - character.len_utf8() } else { end };
        let found = ends(&format!("{before}{character}{after}"));
        found.iter().map(|end| 2 * shift(*end) + usize::from(*end > before.len())).collect()
    });
    all.collect()
}

#[cfg(feature = "tables")]
/// The class of `character`: the place among `samples` of the one that the crate treats alike.
fn classes(ends: Ends, samples: [char; 16], beside: &[char], places: &[(&str, &str)]) -> impl Fn(char) -> usize {
    let conducts: Vec<_> = samples.iter().map(|sample| conduct(*sample, ends, beside, places)).collect();
    for (index, one) in conducts.iter().enumerate() {
        assert_eq!(conducts.iter().position(|other| other == one), Some(index), "{:?} is like another", samples[index]);
    }
    move |character| {
        let found = conduct(character, ends, beside, places);
        conducts.iter().position(|one| *one == found).unwrap_or_else(|| panic!("{character:?} is of no class"))
    }
}

#[cfg(feature = "tables")]
fn table() -> Vec<u8> {
    let indic = [
        ("क\u{94D}", ""),
        ("", "\u{94D}क"),
        ("क", "क"),
        ("क\u{94D}", "क"),
        ("\u{1F642}\u{200D}", ""),
        ("\u{1F642}", "\u{1F642}"),
        ("\u{1F642}", "\u{200D}\u{1F642}"),
    ];
    let grapheme = classes(graphemes_of_crate, GRAPHEMES, &GRAPHEMES, &indic);
    let inside = [("1,", ""), ("a:", ""), ("a", "a"), ("1", "1"), ("א", "א"), ("א", ""), ("", "\u{1F642}")];
    // A pictograph may be of any class of words: the joiner before it is left to the other table.
    let beside: Vec<_> = WORDS.into_iter().filter(|sample| *sample != '\u{200D}').collect();
    let word = classes(words_of_crate, WORDS, &beside, &inside);
    let mut runs: Vec<(u32, usize)> = Vec::new();
    for code in 0..=u32::from(char::MAX) {
        let last = runs.last().map_or(0, |run| run.1);
        let class = match char::from_u32(code) {
            None => last,
            // The syllables with a trailing consonant are told from the others by their number.
            Some('\u{AC01}'..='\u{D7A3}') => last,
            Some(character) => grapheme(character) | word(character) << 4,
        };
        match runs.last_mut() {
            Some(run) if run.1 == class => run.0 += 1,
            _ => runs.push((1, class)),
        }
    }
    let mut table = Vec::new();
    for (length, class) in runs {
        let mut number = length << 8 | class as u32;
        while number > 0x7F {
            table.push(number as u8 | 0x80);
            number >>= 7;
        }
        table.push(number as u8);
    }
    table
}

/// After a new version of Unicode: `cargo test --features tables --test segment` writes the table anew. It asks the crate
/// about every character, which takes minutes.
#[cfg(feature = "tables")]
#[test]
fn the_table_says_what_the_crate_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/core/segment/table.bin");
    let new = table();
    let old = std::fs::read(path).unwrap_or_default();
    std::fs::write(path, &new).unwrap();
    assert!(old == new, "the table has changed and was written anew: test again");
}

fn same(text: &str) {
    let ends = graphemes_of_crate(text);
    assert_eq!(grapheme_ends(text).collect::<Vec<_>>(), ends, "{text:?}");
    for (at, _) in text.char_indices() {
        assert_eq!(is_grapheme_boundary(text, at), at == 0 || ends.contains(&at), "{text:?} at {at}");
    }
    assert_eq!(words(text).collect::<Vec<_>>(), text.unicode_word_indices().collect::<Vec<_>>(), "{text:?}");
}

/// Numbers that look like chance and are the same each time.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    }
}

/// Left out of longer rows is a joiner before a pictograph: the crate then forgets what stands before and after, against
/// WB5 and WB6 (`a.` before them is one word to it).
#[test]
fn every_row_of_a_few_classes_is_cut_as_the_crate_cuts_it() {
    let all: Vec<char> = GRAPHEMES.into_iter().chain(WORDS).chain("\r\n\u{AD}Ⅱ中が".chars()).collect();
    for one in &all {
        for two in &all {
            for three in &all {
                same(&String::from_iter([one, two, three]));
            }
        }
    }
    let mut number = numbers();
    for _ in 0..8_000 {
        let row: String = (0..12).map(|_| all[number(all.len())]).collect();
        if !row.contains("\u{200D}\u{1F642}") {
            same(&row);
        }
    }
}

#[test]
fn every_character_is_of_the_class_that_the_crate_gives_it() {
    let samples = [GRAPHEMES, WORDS].concat();
    let mut number = numbers();
    let characters: Vec<char> = (0..=char::MAX as u32).filter_map(char::from_u32).collect();
    for some in characters.chunks(6) {
        let mut text = String::new();
        for character in some {
            text.push(samples[number(samples.len())]);
            text.push(*character);
        }
        same(&text);
    }
}

#[test]
fn the_articles_are_cut_as_the_crate_cuts_them() {
    for seed in seeds::documents() {
        seed.text.lines().for_each(same);
    }
}
