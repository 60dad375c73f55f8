//! Guidelines to begin with: a heading for each label, with what the tagset says of it.

use super::{Word, word};
use crate::core::edit_tagset::tree;
use crate::core::examples::examples;
use crate::core::tagset::{Label, Tagset};
use crate::i18n::{self, Lang};
use std::fmt::Write;

/// The deepest heading that Markdown has.
const LEVEL_MAX: usize = 6;

/// The labels in use as Markdown: names and codes as headings, descriptions, examples of that language.
#[must_use]
pub fn skeleton(lang: Lang, tagset: &Tagset) -> String {
    let mut text = format!("# {}\n", word(lang, Word::TabGuidelines));
    for (depth, label) in tree(tagset).into_iter().filter(|(_, label)| !label.is_retired()) {
        let marks = "#".repeat((depth + 2).min(LEVEL_MAX));
        let name = i18n::name_as_written(lang, &label.name);
        // Writing to a string can't fail.
        let _ = match name {
            "" => writeln!(text, "\n{marks} {}\n", label.id),
            name => writeln!(text, "\n{marks} {} ({})\n", escaped(name), label.id),
        };
        let about = i18n::name_as_written(lang, &label.description);
        if !about.is_empty() {
            let _ = writeln!(text, "{}", escaped(about));
        }
        listed(&mut text, lang, label, false);
        listed(&mut text, lang, label, true);
    }
    text
}

fn listed(text: &mut String, lang: Lang, label: &Label, negative: bool) {
    let all = examples(label);
    let mut these = all.iter().filter(|example| example.negative == negative && example.language == lang.tag()).peekable();
    if these.peek().is_some() {
        let title = word(lang, if negative { Word::GuideCounter } else { Word::GuideExamples });
        let _ = writeln!(text, "\n**{title}**\n");
    }
    for example in these {
        let _ = writeln!(text, "- {}", escaped(&example.text));
    }
}

/// Words on one line in which Markdown sees no marks.
fn escaped(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\n' | '\r' => line.push(' '),
            '*' | '_' | '`' | '[' | ']' | '<' | '#' | '\\' => line.extend(['\\', character]),
            _ => line.push(character),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::examples::{Example, with_examples};
    use crate::core::guidelines::part_for;

    #[test]
    fn each_label_finds_its_part_of_the_draft() {
        let mut tagset = Tagset::wojood();
        let example = |text: &str, language: &str, negative| Example { text: text.into(), language: language.into(), negative };
        let all = [example("بريت ماكغورك", "ar", false), example("الرئيس", "ar", true), example("a *star*", "en", false)];
        tagset.labels[0] = with_examples(&tagset.labels[0], &all).into();
        for lang in [Lang::Ar, Lang::En] {
            let text = skeleton(lang, &tagset);
            for label in &tagset.labels {
                let part = part_for(&text, label).unwrap_or_default();
                assert!(part.contains(i18n::name_as_written(lang, &label.description)), "{}: {part}", label.id);
            }
        }
        let arabic = skeleton(Lang::Ar, &tagset);
        assert!(arabic.starts_with(
            "# الدليل\n\n## شخص (PERS)\n\nاسم شخص\n\n**أمثلة**\n\n- بريت ماكغورك\n\n**ليس منه**\n\n- الرئيس\n\n## "
        ));
        assert!(skeleton(Lang::En, &tagset).contains("- a \\*star\\*\n"));
    }
}
