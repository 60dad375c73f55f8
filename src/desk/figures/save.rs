//! A figure as a file: SVG with the page's face in it, a picture, or its numbers.

use super::{faces, picture};
use crate::core::figures::svg;
use crate::desk::{Desk, Now};
use crate::i18n::desk::figures::{Told, Word, title};
use crate::web::{files, page};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// A drawing that can be made as large as one likes.
    Svg,
    /// A picture.
    Png,
    /// The table.
    Csv,
}

impl File {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Csv];

    /// The ending of its name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }

    /// What its button says.
    pub const fn word(self) -> Word {
        match self {
            Self::Svg => Word::Svg,
            Self::Png => Word::Png,
            Self::Csv => Word::Csv,
        }
    }
}

/// Offers a figure as a file. `say` is told what went otherwise than asked.
pub fn save(now: &Now, desk: &Desk, told: &Rc<Told>, file: File, say: Callback<Word>) {
    let today = page::now();
    let day = today.get(..10).unwrap_or_default();
    let name = format!("hashiya-{}-{}-{day}.{}", now.state.project.id, told.kind.name(), file.ending());
    let (told, lang) = (told.clone(), now.lang);
    match file {
        File::Csv => desk.offer(&name, &told.table.csv()),
        File::Svg => spawn_local(async move {
            let words = told.plot.words().collect::<String>();
            let faces = faces::sheet(&words).await;
            if faces.is_none() {
                say.emit(Word::NoFace);
            }
            let style = faces.unwrap_or_default();
            let text = svg::file(&told.plot, lang.tag(), title(lang, told.kind), &told.about, &style);
            files::offer_bytes(&name, text.as_bytes());
        }),
        File::Png => spawn_local(async move {
            match picture::png(&told.plot).await {
                Some(bytes) => files::offer_bytes(&name, &bytes),
                None => say.emit(Word::NoPicture),
            }
        }),
    }
}
