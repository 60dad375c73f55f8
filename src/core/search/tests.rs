use super::pattern::{Fault, Pattern};
use super::*;
use crate::core::snap;

fn searcher(text: &str) -> Searcher {
    Searcher::new(Rc::new(Text::new(text)))
}

fn shown(searcher: &Searcher, hits: impl Iterator<Item = Hit>) -> Vec<(String, String)> {
    let text = searcher.text();
    hits.map(|hit| {
        assert!(hit.outer.covers(hit.range));
        assert!(snap::is_grapheme_boundary(text, hit.range.start()) && snap::is_grapheme_boundary(text, hit.range.end()));
        (text.slice(hit.range).to_owned(), text.slice(hit.outer).to_owned())
    })
    .collect()
}

fn find(text: &str, typed: &str, mode: Mode, whole: bool) -> Vec<(String, String)> {
    let searcher = searcher(text);
    let Some(query) = Query::new(typed, mode, whole) else { return Vec::new() };
    let found = shown(&searcher, searcher.hits(&query));
    assert_eq!(searcher.hits(&query).count(), found.len());
    assert_eq!(searcher.has(&query), !found.is_empty());
    found
}

/// What is found in both articles.
fn articles(typed: &str, mode: Mode, whole: bool) -> Vec<(String, String)> {
    crate::seeds::documents().iter().flat_map(|seed| find(seed.text, typed, mode, whole)).collect()
}

fn cores(text: &str, typed: &str) -> Vec<String> {
    find(text, typed, Mode::Clitics, false).into_iter().map(|(range, outer)| format!("{outer}: {range}")).collect()
}

#[test]
fn iran_is_found_as_a_word_under_its_clitics() {
    let found = articles("إيران", Mode::Clitics, false);
    assert_eq!(found.len(), 35);
    assert!(found.iter().all(|(range, _)| range == "إيران"));
    let forms = |form: &str| found.iter().filter(|(_, outer)| outer == form).count();
    assert_eq!([forms("إيران"), forms("وإيران"), forms("لإيران"), forms("بإيران")], [27, 2, 5, 1]);
    assert_eq!(articles("إيران", Mode::Folded, true).len(), 27);
    assert_eq!(articles("إيران", Mode::Exact, true).len(), 27);
}

#[test]
fn folding_finds_what_is_written_otherwise() {
    let count = |typed, mode| articles(typed, mode, false).len();
    assert_eq!((count("عمان", Mode::Exact), count("عمان", Mode::Folded)), (1, 6));
    assert!(articles("عمان", Mode::Folded, false).iter().any(|(range, outer)| range == "عمان" && outer == "العمانيين"));
    assert_eq!((count("ایران", Mode::Exact), count("ایران", Mode::Folded)), (0, 49));
    assert_eq!(articles("ایران", Mode::Folded, false), articles("إيران", Mode::Folded, false));
    assert_eq!(count("ايضا", Mode::Folded), 4);
    assert_eq!(count("ايضا", Mode::Exact), 1);
    assert_eq!(count("الحوثی", Mode::Folded), 13);
    assert_eq!(articles("٩٩", Mode::Folded, false), [("99".to_owned(), "99".to_owned())]);
    assert_eq!(articles("مرارا", Mode::Folded, false)[1], ("مراراً".to_owned(), "مراراً".to_owned()));
}

#[test]
fn all_pronouns_and_particles_are_put_aside_and_nothing_else() {
    assert_eq!(
        cores("للحوثيين والحوثيين بالحوثيين لحوثيين الحوثيين", "الحوثيين"),
        ["للحوثيين: لحوثيين", "والحوثيين: الحوثيين", "بالحوثيين: الحوثيين", "الحوثيين: الحوثيين"]
    );
    let bare = cores("للحوثيين والحوثيين فبالحوثيين لحوثيين الحوثيين", "حوثيين");
    assert_eq!(bare.len(), 5);
    assert!(bare.iter().all(|form| form.ends_with(": حوثيين")));
    assert_eq!(
        cores("للجنة اللجنة ولجنتها واللجنة لجنته", "لجنة"),
        ["للجنة: لجنة", "اللجنة: لجنة", "ولجنتها: لجنت", "واللجنة: لجنة", "لجنته: لجنت"]
    );
    assert_eq!(cores("للجنة اللجنة وللجنة الجنة", "اللجنة"), ["للجنة: لجنة", "اللجنة: اللجنة", "وللجنة: لجنة"]);
    assert_eq!(cores("إيراني إيرانية الإيراني إيران إيرانهم", "إيران"), ["إيران: إيران", "إيرانهم: إيران"]);
    assert_eq!(cores("نفوذها ونفوذهم بنفوذه نفوذة النفوذها", "نفوذ"), ["نفوذها: نفوذ", "ونفوذهم: نفوذ", "بنفوذه: نفوذ"]);
    assert_eq!(cores("سيكتب سنكتب سكتب", "يكتب"), ["سيكتب: يكتب"]);
    assert_eq!(cores("مستواها مستوى ومستواه", "مستوى"), ["مستواها: مستوا", "مستوى: مستوى", "ومستواه: مستوا"]);
    assert_eq!(cores("وواشنطن واشنطن اشنطن", "واشنطن"), ["وواشنطن: واشنطن", "واشنطن: واشنطن"]);
    assert_eq!(cores("والبيت الأبيض البيتين", "البيت"), ["والبيت: البيت"]);
    assert_eq!(cores("ككك كك", "كك"), ["ككك: كك", "كك: كك"]);
}

#[test]
fn several_words_have_clitics_at_their_outer_ends_only() {
    let found = cores("والولايات المتحدة، للولايات المتحدة: الولايات المتحدة، الولايات والمتحدة", "الولايات المتحدة");
    assert_eq!(
        found,
        ["والولايات المتحدة: الولايات المتحدة", "للولايات المتحدة: لولايات المتحدة", "الولايات المتحدة: الولايات المتحدة"]
    );
    assert_eq!(cores("وزير خارجيتها ووزير خارجية", "وزير خارجية"), ["وزير خارجيتها: وزير خارجيت", "ووزير خارجية: وزير خارجية"]);
    assert_eq!(articles("الولايات المتحدة", Mode::Clitics, false).len(), 14);
}

#[test]
fn nothing_is_found_for_nothing() {
    for typed in ["", " ", "\n", "\u{64B}", "\u{200F}", "ـ"] {
        for mode in [Mode::Folded, Mode::Clitics] {
            assert_eq!(find("في عُمانـ \u{200F}", typed, mode, false), []);
        }
    }
    assert_eq!(find("بـ", "ـ", Mode::Exact, false).len(), 1);
    assert_eq!(find("", "إيران", Mode::Folded, false), []);
}

#[test]
fn a_hit_is_whole_clusters_and_comes_once() {
    let only = |text, typed, mode| find(text, typed, mode, false).into_iter().map(|(range, _)| range).collect::<Vec<_>>();
    assert_eq!(only("عُمان", "ع", Mode::Exact), ["عُ"]);
    assert_eq!(only("عُمان", "\u{64F}م", Mode::Exact), ["عُم"]);
    assert_eq!(only("👩‍👩‍👧 👩", "👩", Mode::Exact), ["👩‍👩‍👧", "👩"]);
    assert_eq!(only("👩‍👩‍👧 👩", "👩", Mode::Folded), ["👩‍👩‍👧", "👩"]);
    assert_eq!(only("قال ﷲ", "ل", Mode::Folded), ["ل", "ﷲ"]);
    assert_eq!(only("🙂 لإيران 🙂", "ايران", Mode::Folded), ["إيران"]);
    assert_eq!(only("اااا", "اا", Mode::Folded), ["اا", "اا"]);
}

#[test]
fn expressions_know_arabic_letters_and_digits() {
    let found = |text: &str, typed: &str| -> Vec<String> {
        let searcher = searcher(text);
        let pattern = Pattern::new(typed).expect("it can be read");
        shown(&searcher, pattern.hits(&searcher)).into_iter().map(|(range, _)| range).collect()
    };
    assert_eq!(found("شن 99 هجومًا و٤٤ ضربة", r"\d+ \w+"), ["99 هجومًا", "٤٤ ضربة"]);
    assert_eq!(found("في عُمان", "ع"), ["عُ"]);
    assert_eq!(found("إيران وإيران إيراني", r"\bإيران\b"), ["إيران"]);
    assert_eq!(found("إيران وإيران إيراني", r"\bإيران"), ["إيران", "إيران"]);
    assert_eq!(found("«أ» (ب)", r"[^\w\s]\w[^\w\s]"), ["«أ»", "(ب)"]);
    assert_eq!(found("أب، ج", r"[\W\d]+"), ["، "]);
    assert_eq!(found("أ]ب", r"[]أ]+"), ["أ]"]);
    assert_eq!(found("سطر\nسطر", "^سطر$"), ["سطر", "سطر"]);
    assert_eq!(found("أ  ب", r"x*| +"), Vec::<String>::new());
    let a = crate::seeds::documents()[0].text;
    assert_eq!(found(a, r"\w+/\w+").len(), 6);
    assert_eq!(found(a, r"[أا]م[ير]+ك\w*").len(), 22);
}

#[test]
fn an_expression_that_cannot_be_read_says_why() {
    assert!(matches!(Pattern::new("(إيران"), Err(Fault::Unreadable(_))));
    assert!(matches!(Pattern::new("[أ"), Err(Fault::Unreadable(_))));
    assert!(matches!(Pattern::new(r"(\w{900}){900}"), Err(Fault::Unreadable(_))));
    assert_eq!(Pattern::new("").err(), Some(Fault::Empty));
    assert_eq!(Pattern::new(r"\b").err(), Some(Fault::Empty));
    assert_eq!(Pattern::new(r"أ\bب").err(), Some(Fault::InnerBoundary));
    assert!(Pattern::new(r"أ\\b").is_ok());
}
