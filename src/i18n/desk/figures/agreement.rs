//! The figure of how far annotators agree.

use super::counts::Parts;
use super::{Ask, Word, cut};
use crate::core::figures::plot::{Grid, grid};
use crate::core::figures::table::{Cell, Head, Table};
use crate::core::fixed::fixed;
use crate::i18n::Lang;

/// The F1 of every pair of sets; `None` where there are fewer than two, or it was not measured.
pub fn agreement(ask: &Ask<'_>) -> Option<Parts> {
    let names = ask.set_names();
    if names.len() < 2 || ask.heat.pairs.is_empty() {
        return None;
    }
    let drawn = names.len().min(ask.most.1);
    let cell = |one: usize, other: usize| match ask.heat.f1(one, other) {
        Ok(_) if one == other => (0.0, String::new()),
        Ok(value) => (value, two_places(value)),
        Err(_) => (0.0, "?".to_owned()),
    };
    let drawing = Grid {
        rows: names[..drawn].to_vec(),
        columns: names[..drawn].to_vec(),
        cells: (0..drawn).map(|one| (0..drawn).map(|other| cell(one, other)).collect()).collect(),
    };
    let mut heads = vec![Head::new(ask.word(Word::Annotator))];
    heads.extend(names.iter().map(|name| Head::of(name.clone(), "F1")));
    let row = |one: usize| {
        let cells = (0..names.len()).map(|other| ask.heat.f1(one, other).map_or(Cell::Nothing, |value| Cell::Number(value, 4)));
        std::iter::once(Cell::Words(names[one].clone())).chain(cells).collect()
    };
    let about = match (ask.lang, ask.heat.mean()) {
        (Lang::Ar, Some(mean)) => {
            format!("F1 لمقاطع تطابقت حدودها ووسومها، بين كل واسمَين؛ 1 تطابق تام. المتوسط {}.", fixed(mean, 2))
        }
        (Lang::Ar, None) => "لم يضع أحد منهم مقاطع تُقارن.".to_owned(),
        (Lang::En, Some(mean)) => {
            format!(
                "F1 of spans with the very same limits and label, of each pair; 1 is the same throughout. The mean is {}.",
                fixed(mean, 2)
            )
        }
        (Lang::En, None) => "None of them has marked anything to compare.".to_owned(),
    };
    let table = Table { heads, rows: (0..names.len()).map(row).collect() };
    Some((about + &cut(ask.lang, drawn, names.len()), grid(&drawing), table))
}

/// A share with two places after the point, also where they are zeros.
fn two_places(value: f64) -> String {
    let hundredths = (value * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
