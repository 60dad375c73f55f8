//! Colours and lines that tell labels apart: any two differ in at least two of hue, step and line while possible.
//!
//! Three steps times seven lines allow 21 such labels. The code here is one way to reach that number: each step
//! with each line once, with a hue that differs along both.

use super::colour::{Colour, HUES, Line};

/// What a label looks like.
pub type Look = (Colour, Line);

/// How many looks the code has.
const CODE_LENGTH: usize = 3 * Line::ALL.len();

/// The look nearest to a wish that is told apart from those that are taken. `family` says that the hue matters more
/// than a second difference: labels of one group share theirs. A colour that a file brought is never changed.
#[must_use]
pub fn fitting(taken: &[Look], wish: Look, family: bool) -> Look {
    let Colour::Palette(hue, _) = wish.0 else { return wish };
    let score = |look: &Look| {
        let close = |most: usize| taken.iter().filter(|other| differences(look, other) <= most).count();
        let other_hue = !matches!(look.0, Colour::Palette(own, _) if own == hue);
        (close(0), family && other_hue, close(1), *look != wish, other_hue)
    };
    all().min_by_key(score).unwrap_or(wish)
}

/// Looks for labels that would have these hues: up to 21 differ twice, with their hue where it is free; more of them
/// keep their hue and differ as they can.
#[must_use]
pub fn looks(hues: &[u8]) -> Vec<Look> {
    let mut looks = Vec::with_capacity(hues.len());
    for &hue in hues {
        let free = all().filter(|look| is_of_code(look) && !looks.contains(look));
        let coded = free.min_by_key(|look| !matches!(look.0, Colour::Palette(own, _) if own == hue));
        let middle = (Colour::Palette(hue, 2), Line::Solid);
        looks.push(coded.filter(|_| hues.len() <= CODE_LENGTH).unwrap_or_else(|| fitting(&looks, middle, true)));
    }
    looks
}

/// In how many of hue, step and line two looks differ. A colour from a file differs from every other in hue and step.
#[must_use]
pub fn differences(one: &Look, other: &Look) -> usize {
    let colours = match (one.0, other.0) {
        (a, b) if a == b => 0,
        (Colour::Palette(hue, step), Colour::Palette(other_hue, other_step)) => {
            usize::from(hue != other_hue) + usize::from(step != other_step)
        }
        _ => 2,
    };
    colours + usize::from(one.1 != other.1)
}

/// The hue that fewest of those taken have.
#[must_use]
pub fn rarest_hue(taken: &[Look]) -> u8 {
    let count = |hue: &u8| taken.iter().filter(|look| matches!(look.0, Colour::Palette(own, _) if own == *hue)).count();
    (0..HUES.len() as u8).min_by_key(count).unwrap_or(0)
}

fn all() -> impl Iterator<Item = Look> {
    // The middle step first: it reads best in light and dark.
    [2, 1, 3].into_iter().flat_map(|step| {
        Line::ALL.into_iter().flat_map(move |line| (0..HUES.len() as u8).map(move |hue| (Colour::Palette(hue, step), line)))
    })
}

fn is_of_code(look: &Look) -> bool {
    let Colour::Palette(hue, step) = look.0 else { return false };
    let line = Line::ALL.iter().position(|line| *line == look.1).unwrap_or(0);
    usize::from(hue) == (line + usize::from(step) * 3) % HUES.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::tagset::Tagset;

    fn near(looks: &[Look]) -> usize {
        let pairs = looks.iter().enumerate().flat_map(|(i, a)| looks[i + 1..].iter().map(move |b| differences(a, b)));
        pairs.filter(|count| *count < 2).count()
    }

    #[test]
    fn twenty_one_of_any_hues_differ_twice_and_many_differ() {
        for hues in [[0; 8], [0, 1, 2, 3, 4, 5, 6, 7], [3, 3, 3, 5, 5, 5, 5, 0]] {
            let hues = hues.into_iter().cycle().take(60).collect::<Vec<_>>();
            assert_eq!(near(&looks(&hues[..21])), 0);
            let many = looks(&hues);
            assert_eq!(many.iter().collect::<std::collections::HashSet<_>>().len(), many.len());
        }
        let many = looks(&[1, 1, 1, 6, 6].repeat(5));
        assert!(
            many.iter()
                .zip([1, 1, 1, 6, 6].into_iter().cycle())
                .all(|(look, hue)| { matches!(look.0, Colour::Palette(own, _) if own == hue) })
        );
    }

    #[test]
    fn a_wish_that_can_be_met_is_met() {
        let taken = Tagset::wojood().labels.iter().map(|label| (label.colour, label.line)).collect::<Vec<_>>();
        assert_eq!(near(&taken), 0);
        assert_eq!(fitting(&taken[1..], taken[0], false), taken[0]);
        let file = (Colour::Rgb(1, 2, 3), Line::Solid);
        assert_eq!(fitting(&taken, file, true), file);
        let more = fitting(&taken, taken[0], true);
        assert!(matches!(more.0, Colour::Palette(5, _)) && !taken.contains(&more));
        assert_eq!(rarest_hue(&taken[..3]), 0);
    }
}
