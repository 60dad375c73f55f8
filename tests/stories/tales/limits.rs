//! Spans whose limits are hard: inside words, over each other, over paragraphs.

use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::page::Page;

/// The three sub-word spans of the proof: inside a lam-alef, inside a double lam, inside a number.
pub fn sub_words(corpus: &Corpus) -> [Stretch; 3] {
    [Stretch { start: 3256, end: 3261 }, corpus.find_in("للحوثيين", 0, "حوثيين"), corpus.find_in("99 هجومًا", 0, "9 هجومًا")]
}

pub fn sub_word_limits(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let wanted = sub_words(&corpus);
    assert_eq!(corpus.slice(wanted[0]), "إيران");
    let made = wanted.map(|stretch| {
        let span = page.tag(&corpus, stretch, &label);
        page.pieces_fit(&corpus, &span, stretch);
        (span, stretch)
    });
    let file = page.download();
    for (span, stretch) in &made {
        file.holds(&corpus, span, *stretch, &label.id);
    }
}

pub fn nested_crossing_touching(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let labels = [page.label(0), page.label(1), page.label(2)];
    let speaker = "متحدث باسم وزارة الخارجية الأمريكية";
    let stretches = [
        // Nested, three deep.
        corpus.find(speaker, 0),
        corpus.find_in(speaker, 0, "وزارة الخارجية الأمريكية"),
        corpus.find_in(speaker, 0, "الأمريكية"),
        // Crossing.
        corpus.find("مستشار البيت الأبيض", 0),
        corpus.find("الأبيض لشؤون الشرق", 0),
        // Touching, inside one word.
        corpus.find_in("هجماتهم", 0, "هجمات"),
        corpus.find_in("هجماتهم", 0, "هم"),
    ];
    let mut made = Vec::new();
    for (at, stretch) in stretches.into_iter().enumerate() {
        let label = &labels[at % labels.len()];
        let span = page.tag(&corpus, stretch, label);
        page.pieces_fit(&corpus, &span, stretch);
        made.push((span, stretch, label));
    }
    let file = page.download();
    for (span, stretch, label) in &made {
        file.holds(&corpus, span, *stretch, &label.id);
    }
    assert_eq!(file.spans(FT).len(), made.len());
}

pub fn same_limits_again(page: &mut Page) {
    let corpus = Corpus::read(NYT);
    page.open_document(NYT);
    let (first, second) = (page.label(0), page.label(1));
    let name = corpus.find("بريت مكجورك", 0);
    let one = page.tag(&corpus, name, &first);
    let other = page.tag(&corpus, name, &second);
    let before = page.download();
    before.holds(&corpus, &one, name, &first.id);
    before.holds(&corpus, &other, name, &second.id);
    page.select(&corpus, name);
    page.press_label(&first);
    page.any_notice();
    let after = page.download();
    assert_eq!(after.essence(NYT), before.essence(NYT), "a span that is there already is refused");
}

pub fn over_paragraphs(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let stretch = Stretch {
        start: corpus.find("المفاوضات غير المباشرة", 0).start, end: corpus.find("بريت ماكغورك", 0).end
    };
    let span = page.tag(&corpus, stretch, &label);
    page.pieces_fit(&corpus, &span, stretch);
    page.download().holds(&corpus, &span, stretch, &label.id);
}
