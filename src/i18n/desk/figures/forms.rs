//! The figure of what words stand under labels.

use super::counts::Parts;
use super::{Ask, FORM, Word, cut, so_many};
use crate::core::figures::forms::Form;
use crate::core::figures::plot::{Bar, bars};
use crate::core::figures::table::{Cell, Head, Table};
use crate::i18n::{Lang, shortened, shown};

/// The most characters of a form that a drawing has.
const LONG: usize = 28;

/// The most frequent forms, of one label or of all.
pub fn forms(ask: &Ask<'_>) -> Parts {
    let figures = ask.figures;
    let labels = figures.used().into_iter().filter(|label| ask.label.is_none_or(|one| one == *label));
    let mut all = labels.flat_map(|label| figures.forms[label].iter().map(move |form| (label, form))).collect::<Vec<_>>();
    all.sort_by(|one, other| other.1.count.cmp(&one.1.count).then_with(|| one.1.shown().cmp(other.1.shown())));
    let drawn = all.len().min(ask.most.0);
    let bar = |(label, form): &(usize, &Form)| Bar {
        name: shortened(form.shown(), LONG),
        value: form.count as f64,
        said: if ask.label.is_some() { form.count.to_string() } else { format!("{} {}", form.count, ask.label_name(*label)) },
    };
    let heads = vec![
        Head::new(ask.word(Word::Label)),
        Head::new(ask.word(Word::Form)),
        Head::new(ask.word(Word::Spans)),
        Head::new(ask.word(Word::Variants)),
    ];
    let row = |(label, form): &(usize, &Form)| {
        let variants = form.variants.iter().map(|(words, count)| format!("{} ({count})", shown(words)));
        vec![
            Cell::Words(ask.label_name(*label)),
            Cell::Words(shown(form.shown())),
            Cell::Count(form.count),
            Cell::Words(variants.collect::<Vec<_>>().join(" | ")),
        ]
    };
    let many = all.iter().filter(|(_, form)| form.variants.len() > 1).count();
    let count = so_many(ask.lang, FORM, ("form", "forms"), all.len(), false);
    let about = match ask.lang {
        Lang::Ar => {
            format!("{count}، منها بأكثر من طريقة في الكتابة: {many}. ما اختلف بالتشكيل أو صورة الألف أو عُلِّم أنه سواء صيغةٌ واحدة.")
        }
        Lang::En => format!(
            "{count}; written in more than one way: {many}. What differs by marks or the shape of an alef, or was taught to be the same, is one form."
        ),
    };
    let rows = all.iter().map(row).collect();
    (about + &cut(ask.lang, drawn, all.len()), bars(&all[..drawn].iter().map(bar).collect::<Vec<_>>()), Table { heads, rows })
}
