use super::letters::is_left_out;
use super::*;
use crate::core::snap;
use crate::core::units::Byte;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

const GOLD: &str = include_str!("gold.txt");

/// The gold words with their cuts; first those of the articles, then the others.
fn gold() -> [Vec<(&'static str, Vec<u32>)>; 2] {
    let (of_articles, others) = GOLD.split_once("\n# Other").unwrap();
    [of_articles, others].map(|part| {
        let lines = part.lines().filter_map(|line| line.split_once('\t'));
        lines.map(|(word, cuts)| (word, cuts.split(',').filter_map(|cut| cut.parse().ok()).collect())).collect()
    })
}

fn articles() -> impl Iterator<Item = &'static str> {
    crate::seeds::documents().iter().map(|document| document.text)
}

fn free() -> FreeWords {
    FreeWords::of(articles())
}

/// The cuts of the word that `source` is, up to its core, in code points.
fn default_cuts(source: &str, free: &FreeWords) -> Vec<u32> {
    let text = Text::new(source);
    let is_word = |word: &str| free.contains(word);
    let core = core_of(&text, text.whole(), &is_word);
    assert_eq!(core.end(), text.len());
    let starts = cuts(&text, text.whole(), &is_word).starts;
    let proclitics = starts.iter().filter(|&&start| start <= core.start()).map(|start| start.0).collect::<Vec<_>>();
    assert_eq!(proclitics.last().copied().unwrap_or_default(), core.start().0, "{source}");
    proclitics
}

/// All parts of a word, as its text.
fn parts_of(source: &str, known: &[&str]) -> Vec<String> {
    let text = Text::new(source);
    let parts = parts(&text, text.whole(), &|word| known.contains(&word));
    parts.iter().map(|&part| text.slice(part).to_owned()).collect()
}

#[test]
fn the_gold_list_has_every_word_of_the_articles_that_could_have_a_proclitic() {
    let written = |word: &str| word.chars().filter(|&c| !is_left_out(c)).collect::<String>();
    let words = articles().flat_map(str::unicode_words).map(written);
    let candidates = words.filter(|word| word.starts_with(['و', 'ف', 'ب', 'ل', 'ك', 'س'])).collect::<BTreeSet<_>>();
    let listed = gold()[0].iter().map(|(word, _)| (*word).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(candidates, listed);
}

/// What the rules make of a list of words with their gold cuts.
#[derive(Default)]
struct Score {
    /// Words that have a proclitic.
    all: usize,
    /// Words cut as the gold has it, up to the core.
    right: usize,
    /// Words of which only the first of two proclitics is cut.
    short: Vec<&'static str>,
    missed: Vec<&'static str>,
    wrong: Vec<&'static str>,
}

impl Score {
    fn of(words: &[(&'static str, Vec<u32>)], free: &FreeWords) -> Self {
        let mut score = Self::default();
        for (word, gold) in words {
            let found = default_cuts(word, free);
            score.all += usize::from(!gold.is_empty());
            if found == *gold {
                score.right += usize::from(!gold.is_empty());
            } else if found.is_empty() {
                score.missed.push(word);
            } else if gold.starts_with(&found) {
                score.short.push(word);
            } else {
                score.wrong.push(word);
            }
        }
        score
    }

    fn precision(&self) -> f64 {
        let good = self.right + self.short.len();
        good as f64 / (good + self.wrong.len()) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.all as f64
    }
}

#[test]
fn the_default_cuts_are_right_where_they_cut_and_cut_more_than_half() {
    let free = free();
    let [of_articles, others] = gold();
    let longer = of_articles.iter().filter(|(word, _)| word.chars().count() > 3 && !word.starts_with('س')).cloned().collect();
    for (name, words, least) in [
        ("the articles", of_articles, 0.55),
        // The words that the figures known from elsewhere count.
        ("the articles, four letters and more, not with س", longer, 0.51),
        ("other words", others, 0.9),
    ] {
        let score = Score::of(&words, &free);
        let Score { all, right, short, missed, wrong } = &score;
        println!("{name}: {} words, {all} with proclitics, {right} cut rightly, {short:?} in part", words.len());
        println!("  precision {:.3}, recall {:.3}", score.precision(), score.recall());
        println!("  missed ({}): {}", missed.len(), missed.join(" "));
        assert_eq!((wrong.len(), score.precision()), (0, 1.0), "{name}: {wrong:?}");
        assert!(score.recall() >= least, "{name}");
    }
}

#[test]
fn one_key_cycles_through_the_parts() {
    assert_eq!(parts_of("وبالفيروس", &[]), ["وبالفيروس", "بالفيروس", "الفيروس", "فيروس"]);
    assert_eq!(parts_of("للحوثيين", &[]), ["للحوثيين", "لحوثيين", "حوثيين"]);
    assert_eq!(parts_of("ومبعوثه", &["مبعوثه"]), ["ومبعوثه", "مبعوثه", "مبعوث"]);
    assert_eq!(parts_of("هجماتهم", &[]), ["هجماتهم", "هجمات"]);
    assert_eq!(parts_of("والإمارات", &[]), ["والإمارات", "الإمارات", "إمارات"]);
    assert_eq!(parts_of("ووزير", &[]), ["ووزير", "وزير"]);
    assert_eq!(parts_of("واشنطن", &["اشنطن"]), ["واشنطن"]);
    assert_eq!(parts_of("لله", &[]), ["لله", "له"]);
}

#[test]
fn marks_and_tatweels_stay_with_their_letter() {
    assert_eq!(parts_of("وَبِالفيروس", &[]), ["وَبِالفيروس", "بِالفيروس", "الفيروس", "فيروس"]);
    assert_eq!(parts_of("لـلحوثيين", &[]), ["لـلحوثيين", "لحوثيين", "حوثيين"]);
    assert_eq!(parts_of("وا\u{655}يران", &[]), ["وا\u{655}يران", "ا\u{655}يران"]);
    assert_eq!(parts_of("و\u{654}الحد", &[]), ["و\u{654}الحد"]);
    assert_eq!(parts_of("نفوذَـها", &[]), ["نفوذَـها", "نفوذَـ"]);
}

#[test]
fn a_number_after_a_proclitic_is_what_it_stands_before() {
    assert_eq!(parts_of("و1,554", &[]), ["و1,554", "1,554"]);
    assert_eq!(parts_of("و١٬٥٥٤", &[]), ["و١٬٥٥٤", "١٬٥٥٤"]);
    assert_eq!(parts_of("بـ20", &[]), ["بـ20", "20"]);
    assert_eq!(parts_of("والـ20", &[]), ["والـ20", "الـ20", "20"]);
    assert_eq!(parts_of("لعام2015", &["عام"]), ["لعام2015", "عام2015"]);
    assert_eq!(parts_of("2015", &[]), ["2015"]);
}

#[test]
fn other_scripts_and_presentation_forms_are_not_cut() {
    for word in ["Apple", "وApple", "COVID", "\u{FEED}\u{FE8D}\u{FEDF}\u{FEA4}\u{FEAA}\u{FEB3}", "والÀحد", "", "ـ"] {
        assert_eq!(parts_of(word, &["Apple"]), [word]);
    }
}

fn obeys_the_laws(text: &Text, word: TextRange, is_word: &dyn Fn(&str) -> bool) {
    let stops = stops(text, word, is_word);
    assert!(stops.is_sorted_by(|a, b| a < b), "{:?}: {stops:?}", text.slice(word));
    assert_eq!((stops.first(), stops.last()), (Some(&word.start()), Some(&word.end())));
    for &stop in &stops {
        assert!(snap::is_grapheme_boundary(text, stop), "{:?}: {stops:?}", text.slice(word));
    }
    let parts = parts(text, word, is_word);
    assert_eq!(parts[0], word);
    for (index, part) in parts.iter().enumerate() {
        assert!(!part.is_empty() && word.covers(*part) && !parts[..index].contains(part));
        assert!(stops.contains(&part.start()) && stops.contains(&part.end()));
    }
    assert!(parts.contains(&core_of(text, word, is_word)));
}

#[test]
fn every_word_of_the_articles_obeys_the_laws_whatever_is_a_word() {
    let free = free();
    for source in articles() {
        let text = Text::new(source);
        for (byte, found) in source.unicode_word_indices() {
            let start = text.offset_of_byte(Byte(byte as u32));
            let word = TextRange::new(start, start.plus(found.chars().count() as u32));
            assert_eq!(snap::word_at(&text, start), Some(word));
            obeys_the_laws(&text, word, &|bare| free.contains(bare));
            obeys_the_laws(&text, word, &|_| true);
            obeys_the_laws(&text, word, &|_| false);
        }
    }
}

/// A word is cut between the same letters however many marks and tatweels it has.
#[test]
fn variants_have_corresponding_cuts() {
    let free = free();
    let is_word = |word: &str| free.contains(word);
    for (word, _) in gold().into_iter().flatten() {
        let plain = Text::new(word);
        let letters = |stops: Vec<Offset>, text: &Text| -> Vec<String> {
            stops.iter().map(|&stop| bare(text.slice(TextRange::new(Offset(0), stop)))).collect()
        };
        let expected = letters(stops(&plain, plain.whole(), &is_word), &plain);
        for mark in ["ـ", "\u{64E}", "\u{651}\u{64F}", "\u{64E}ـ", "\u{200D}"] {
            let variant = Text::new(word.chars().flat_map(|c| [c.to_string(), mark.to_owned()]).collect::<String>());
            obeys_the_laws(&variant, variant.whole(), &is_word);
            assert_eq!(letters(stops(&variant, variant.whole(), &is_word), &variant), expected, "{word}");
            assert_eq!(bare(variant.as_str()).replace('\u{200D}', ""), bare(word));
        }
    }
}

proptest::proptest! {
    /// Any text at all, not only words.
    #[test]
    fn any_letters_obey_the_laws(source in "[وفبلكساإأآيهمنكةتا\u{64B}\u{654}\u{655}ـ\u{200D}1٣,a]{1,9}") {
        let text = Text::new(source);
        if let Some(word) = snap::word_at(&text, Offset(0)) {
            for known in [true, false] {
                obeys_the_laws(&text, word, &|_| known);
            }
        }
    }
}

#[test]
fn free_words_know_what_they_were_given() {
    let free = FreeWords::of(["قالَ أنّ\nفبراير/شباط", "الـحدث"].into_iter());
    for word in ["قال", "ان", "فبراير", "شباط", "الحدث"] {
        assert!(free.contains(word), "{word}");
    }
    assert!(!free.contains("قا") && !free.contains("") && !FreeWords::default().contains("قال"));
    let many = (0..9000_u32).map(|n| n.to_string().chars().map(|c| char::from_u32(0x627 + c as u32 - 48).unwrap()).collect());
    let many = many.collect::<Vec<String>>();
    let free = FreeWords::of(many.iter().map(String::as_str));
    assert!(many.iter().all(|word| free.contains(&bare(word))));
    assert!(!free.contains("واشنطن"));
}
