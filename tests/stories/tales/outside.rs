//! A script that knows only the public hooks and the native file: the page's `article`, `data-start`, `data-span`,
//! `data-label`, `data-hashiya` and `data-saved`, the mouse, the keys that the buttons name, and the download.

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::surface::From;

const WORDS: [(&str, [&str; 5]); 2] = [
    (FT, ["فايننشال تايمز", "البحر الأحمر", "علي باقري كاني", "العميد إسماعيل قاآني", "كوريا الجنوبية"]),
    (NYT, ["نيويورك تايمز", "البحر الأحمر", "بريت مكجورك", "مسؤول أمريكي كبير", "ساسان كريمي"]),
];

pub fn outside_script_tags_ten_spans(page: &mut Page) {
    let mut made = Vec::new();
    for (id, words) in WORDS {
        let corpus = Corpus::read(id);
        page.open_document(id);
        let labels = page.labels();
        assert!(labels.len() >= 21, "the Wojood types are there: {}", labels.len());
        for (nth, word) in words.into_iter().enumerate() {
            let stretch = corpus.find(word, 0);
            let label = &labels[nth];
            if page.drag(&corpus, stretch, if nth % 2 == 0 { From::Start } else { From::End }) != stretch {
                // No whole pixel may hit a limit; a script has the browser's selection at hand.
                page.select_by_script(&corpus, stretch);
            }
            assert_eq!(page.selected(&corpus), Some(stretch));
            let span = page.new_span(|page| if nth % 2 == 0 { page.press_label(label) } else { page.click_label(&label.id) });
            page.pieces_fit(&corpus, &span, stretch);
            made.push((id, span, stretch, label.id.clone()));
        }
    }
    page.saved();
    let file = page.download();
    assert_eq!(file.spans(FT).len() + file.spans(NYT).len(), 10);
    for (id, span, stretch, label) in &made {
        file.holds(&Corpus::read(id), span, *stretch, label);
    }
}
