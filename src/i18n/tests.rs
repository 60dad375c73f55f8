//! No string is missing, none is left in the other language, and counted things have right forms.

use super::*;
use crate::core::document::Status;
use crate::core::refusal::{Refusal, ShapeRefusal};

/// Said alike in both languages on purpose: the name of the other language.
fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c))
}

#[test]
fn every_word_is_there_in_both_languages_and_in_its_own_script() {
    for &each in Word::ALL {
        let (ar, en) = (word(Lang::Ar, each), word(Lang::En, each));
        assert!(!ar.trim().is_empty() && !en.trim().is_empty(), "{each:?}");
        assert_ne!(ar, en, "{each:?}");
        // The switch names the other language in that language.
        let crossed = each == Word::SwitchLanguage;
        assert_eq!((is_arabic(ar), is_arabic(en)), (!crossed, crossed), "{each:?}: {ar} / {en}");
        for text in [ar, en] {
            assert_eq!(text, text.trim(), "{each:?}");
            for slip in ['—', '–', '\'', '\t', '\u{200F}', '\u{200E}'] {
                assert!(!text.contains(slip) || (slip == '\'' && text.contains("'s")), "{each:?} has {slip:?}");
            }
            assert!(!text.contains("...") && !text.contains("  "), "{each:?}");
        }
        assert!(!ar.contains(',') && !ar.contains('?') && !ar.contains(';'), "{each:?} has Latin punctuation");
    }
}

#[test]
fn no_two_commands_of_the_bar_have_one_name() {
    let names = [
        Word::Undo,
        Word::Redo,
        Word::List,
        Word::Names,
        Word::Larger,
        Word::Smaller,
        Word::Theme,
        Word::Help,
        Word::Settings,
        Word::Palette,
    ];
    for lang in [Lang::Ar, Lang::En] {
        for (place, one) in names.iter().enumerate() {
            assert!(names[place + 1..].iter().all(|other| word(lang, *one) != word(lang, *other)), "{one:?}");
        }
    }
}

#[test]
fn arabic_has_six_plural_forms() {
    let categories = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 199, 200].map(|count| plural(Lang::Ar, count));
    use Plural::{Few, Many, One, Other, Two, Zero};
    assert_eq!(categories, [Zero, One, Two, Few, Few, Many, Many, Other, Other, Other, Few, Few, Many, Many, Other]);
    let said = [0, 1, 2, 3, 10, 11, 26, 100, 101, 103, 111].map(|count| counted(Lang::Ar, Noun::Span, count));
    let expected = [
        "لا مقاطع",
        "مقطع واحد",
        "مقطعان",
        "3 مقاطع",
        "10 مقاطع",
        "11 مقطعًا",
        "26 مقطعًا",
        "100 مقطع",
        "101 مقطع",
        "103 مقاطع",
        "111 مقطعًا",
    ];
    assert_eq!(said, expected);
    assert_eq!(
        [0, 1, 2, 100].map(|count| counted(Lang::En, Noun::Document, count)),
        ["no documents", "1 document", "2 documents", "100 documents"]
    );
    for noun in Noun::ALL {
        for count in [0, 1, 2, 3, 11, 100] {
            assert!(
                is_arabic(&counted(Lang::Ar, noun, count)) && !is_arabic(&counted(Lang::En, noun, count)),
                "{noun:?} {count}"
            );
        }
    }
}

#[test]
fn changes_are_named_in_words() {
    let tag = ChangeName::Tag("PERS".into(), "بريت ماكغورك".into());
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(plain(change(Lang::En, &tag)), "tag PERS «بريت ماكغورك»");
    assert_eq!(plain(change(Lang::Ar, &tag)), "وسم PERS «بريت ماكغورك»");
    assert_eq!(plain(change(Lang::Ar, &ChangeName::DeleteMany(2))), "حذف مقطعين");
    assert_eq!(plain(change(Lang::Ar, &ChangeName::RelabelMany(11, "ORG".into()))), "تغيير وسم 11 مقطعًا إلى ORG");
    assert_eq!(plain(change(Lang::En, &ChangeName::Status("أ".into(), Status::Done))), "status of «أ»: done");
}

#[test]
fn what_comes_from_outside_is_isolated_and_every_isolate_is_closed() {
    let names = [
        ChangeName::Tag("PERS".into(), "سطر\nثان".into()),
        ChangeName::Open("a.json".into()),
        ChangeName::Move("ORG".into(), "1".into()),
        ChangeName::Annotator,
    ];
    for lang in [Lang::Ar, Lang::En] {
        for name in &names {
            let text = change(lang, name);
            assert_eq!(text.matches('\u{2068}').count(), text.matches('\u{2069}').count());
            assert!(!text.contains('\n'));
        }
        let refusal = Message::Refused(Refusal::AlreadyTagged("PERS".into(), "محمود".into()));
        assert_eq!(say(lang, &refusal, &Tagset::wojood()).matches('\u{2068}').count(), 2);
    }
}

#[test]
fn every_refusal_says_what_to_do_in_a_sentence() {
    let refusals = [
        Refusal::NothingSelected,
        Refusal::NoSpan,
        Refusal::ReadOnly,
        Refusal::EdgeBlocked,
        Refusal::NoBase,
        Refusal::Shape(ShapeRefusal::SameSpan),
        Refusal::NothingToUndo,
        Refusal::NothingToRedo,
        Refusal::Depended,
        Refusal::NoChange,
        Refusal::Gone,
        Refusal::LabelInUse(3),
        Refusal::LabelCycle,
        Refusal::KeyTaken,
    ];
    for refusal in refusals {
        let message = Message::Refused(refusal.clone());
        let [ar, en] = [Lang::Ar, Lang::En].map(|lang| say(lang, &message, &Tagset::default()));
        assert!(is_arabic(&ar) && !is_arabic(&en) && ar.ends_with('.') && en.ends_with('.'), "{refusal:?}");
    }
}

#[test]
fn a_long_quote_is_cut_at_a_word() {
    assert_eq!(shortened("كلمة", 10), "كلمة");
    assert_eq!(shortened("الكشف عن محادثات أميركية", 18), "الكشف عن محادثات…");
    assert_eq!(shortened("أ\nب", 3), "أ ب");
    assert_eq!(shortened("🙂🙂🙂", 2), "🙂🙂…");
}

#[test]
fn what_hides_in_words_from_outside_is_seen() {
    assert_eq!(shown("a\u{202E}fdp.exe\u{2069}\u{0}\u{9B}\n b"), "a\u{FFFD}fdp.exe\u{FFFD}\u{FFFD}\u{FFFD}  b");
    // Marks that only say which way a neutral sign goes, and joiners, belong to the language.
    assert_eq!(shown("\u{200F}كتاب\u{200C}ها \u{200E}C++\u{61C}"), "\u{200F}كتاب\u{200C}ها \u{200E}C++\u{61C}");
    for text in [isolated("\u{2069}x"), quoted("\u{2069}x"), shortened("\u{2067}x", 9)] {
        assert_eq!(text.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count(), text.matches('\u{2069}').count(), "{text}");
        assert!(text.contains("\u{FFFD}x"), "{text}");
    }
    let name = Bilingual { ar: "شخص\u{202E}".into(), en: String::new() };
    assert_eq!((name_as_written(Lang::En, &name), super::name(Lang::En, &name).as_str()), ("شخص\u{202E}", "شخص\u{FFFD}"));
}
