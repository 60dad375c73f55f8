use super::*;

fn mark(id: &str, start: u32, end: u32, words: Option<&str>) -> Mark {
    Mark { id: id.into(), pieces: vec![TextRange::of(start, end)], words: words.map(Into::into), ..Mark::default() }
}

fn sheet(text: &str, unit: Unit, spans: Vec<Mark>) -> Sheet {
    Sheet { text: Rc::new(Text::new(text)), unit, spans, ..Sheet::default() }
}

fn slices(done: &Anchored) -> Vec<&str> {
    done.sheet.spans.iter().map(|span| done.sheet.text.slice(span.hull())).collect()
}

const TEXT: &str = "😀 زار مُحَمَّد عُمان\r\nثم إيران، ثم إيران";

#[test]
fn the_unit_is_the_one_in_which_the_quotes_fit() {
    let text = Rc::new(Text::new(TEXT));
    let range = |words: &str| {
        let byte = TEXT.find(words).unwrap();
        TextRange::new(text.offset_of_byte(Byte(byte as u32)), text.offset_of_byte(Byte((byte + words.len()) as u32)))
    };
    for meant in [Unit::CodePoint, Unit::Utf16, Unit::Byte, Unit::Grapheme] {
        for declared in [Unit::CodePoint, Unit::Utf16] {
            let spans = ["مُحَمَّد", "عُمان", "إيران"].map(|words| {
                let range = range(words);
                mark(words, position(&text, meant, range.start()), position(&text, meant, range.end()), Some(words))
            });
            let done = anchor(&sheet(TEXT, declared, spans.to_vec()), &text);
            assert_eq!(done.unit, meant);
            assert_eq!(slices(&done), ["مُحَمَّد", "عُمان", "إيران"]);
            assert!(done.moved.is_empty() && done.doubtful.is_empty());
        }
    }
}

#[test]
fn every_position_survives_every_unit() {
    let text = Text::new(TEXT);
    for at in 0..=text.len().0 {
        for unit in [Unit::CodePoint, Unit::Utf16, Unit::Byte] {
            assert_eq!(offset(&text, unit, position(&text, unit, Offset(at))), Some(Offset(at)));
        }
    }
    assert_eq!(offset(&text, Unit::Utf16, 1), None, "inside the emoji");
    assert_eq!(offset(&text, Unit::CodePoint, text.len().0 + 1), None);
}

#[test]
fn white_space_may_differ() {
    let own = TEXT.replace("\r\n", "\n").replace("، ", " ،  ");
    let words = "عُمان";
    let start = own.chars().take_while(|one| *one != 'ع').count() as u32;
    let onto = Rc::new(Text::new(TEXT));
    let done = anchor(&sheet(&own, Unit::CodePoint, vec![mark("s", start, start + 6, Some(words))]), &onto);
    assert_eq!(slices(&done), [words]);
    let last = own.chars().count() as u32;
    let done = anchor(&sheet(&own, Unit::CodePoint, vec![mark("s", last - 5, last, None)]), &onto);
    assert_eq!(done.sheet.spans[0].hull(), TextRange::new(Offset(onto.len().0 - 5), onto.len()));
}

#[test]
fn words_that_went_elsewhere_are_found_or_asked_about() {
    let onto = Rc::new(Text::new(TEXT));
    let other = "خبر: زار محمد عمان ثم ذهب إلى إيران";
    let at = |words: &str| {
        let start = other.find(words).map(|byte| other[..byte].chars().count() as u32).unwrap();
        mark(words, start, start + words.chars().count() as u32, Some(words))
    };
    let done = anchor(&sheet(other, Unit::CodePoint, vec![at("زار"), at("محمد"), at("إيران"), at("ذهب")]), &onto);
    assert_eq!(done.moved.iter().map(|moved| moved.words.as_str()).collect::<Vec<_>>(), ["زار"]);
    let doubts: Vec<_> = done.doubtful.iter().map(|doubt| (doubt.mark.id.as_str(), doubt.place.is_some())).collect();
    assert_eq!(doubts, [("محمد", true), ("إيران", true), ("ذهب", false)]);
}
