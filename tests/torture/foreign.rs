//! Files of other tools and texts, taken as the page takes them: what is read comes in as one change that fits, and goes again.

use std::hint::black_box;

use hashiya::core::command::Context;
use hashiya::core::ids::{IdMaker, Writer};
use hashiya::format::bundled::bundled;
use hashiya::format::exchange::bring::{Taking, arrivals, take};
use hashiya::format::exchange::file::InFile;
use hashiya::format::exchange::formats::sort;
use hashiya::format::exchange::zip::unpack;
use hashiya::format::texts::{Kind, encodings, kind_of, pages};

use crate::readers::{holds, usable};
use crate::tab::NOW;

/// Endings under which a text is given, since some formats ask for the name too.
const ENDINGS: [&str; 4] = ["json", "ann", "xml", "txt"];

/// Reads a text as whatever it may be.
///
/// # Errors
/// Says what does not hold.
pub fn bear(text: &str) -> Result<(), String> {
    for ending in ENDINGS {
        let file = InFile { name: format!("of-others.{ending}"), bytes: text.as_bytes().to_vec() };
        black_box((unpack(&file).is_ok(), encodings(&file.bytes), kind_of(&file.name, &file.bytes)));
        let beside = InFile { name: "of-others.txt".into(), bytes: "نص بجانبه 😀".into() };
        let files = if ending == "ann" { vec![file, beside] } else { vec![file] };
        for (format, batch) in sort(files).0 {
            let Ok(found) = format.read(&batch) else { continue };
            let state = bundled();
            let mut arrivals = arrivals(&state, &found);
            for arrival in &mut arrivals {
                arrival.accepted.fill(true);
            }
            for own in [true, false] {
                let taking = Taking { own, annotator: "آخر".into(), name: "of-others".into() };
                let ids = IdMaker::new(&Writer::new("w"), 0);
                let mut context = Context { now: NOW.into(), ids, annotator: None };
                let wanted = arrivals.iter().collect::<Vec<_>>();
                let (change, _) = take(&state, &wanted, &found.corpus, &taking, &mut context);
                let after = change.apply(&state).map_err(|misfit| format!("{format:?}: taken, but does not fit: {misfit:?}"))?;
                usable(&after).map_err(|words| format!("{format:?}: {words}"))?;
                holds(change.inverse().apply(&after).as_ref() == Ok(&state), "undo does not take it back")?;
            }
        }
    }
    for kind in [Kind::Plain, Kind::Markdown, Kind::Html] {
        black_box(pages(kind, "of-others", text).is_ok());
    }
    Ok(())
}
