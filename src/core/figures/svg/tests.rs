//! Files are well-formed, and nothing stands outside a drawing.

use super::*;
use crate::core::figures::plot::{Bar, Grid, Lines, bars, columns, grid, lines, strips, width};
use quick_xml::Reader;
use quick_xml::events::Event;

fn plots(name: &str) -> Vec<Plot> {
    let each = |value: f64| Bar { name: name.into(), value, said: format!("{value} {name}") };
    let cells = vec![vec![(0.0, String::new()), (1.0, "7".into())]; 3];
    let names = |count: usize| vec![name.to_owned(); count];
    let line = |points: &[(u32, usize)]| (name.to_owned(), points.to_vec());
    vec![
        bars(&[each(3.0), each(0.0), each(12.5)]),
        bars(&[]),
        columns(&[("1".into(), 3), (name.into(), 0)], name),
        columns(&[], name),
        grid(&Grid { rows: names(3), columns: vec!["a".into(), name.into()], cells }),
        grid(&Grid { rows: names(20), columns: names(20), cells: vec![vec![(0.5, "1".into()); 20]; 20] }),
        grid(&Grid::default()),
        strips(&[(name.into(), vec![0, 3, 9]), (name.into(), vec![0; 5])], (name, name)),
        lines(&Lines {
            from: (5, name.into()),
            to: (9, name.into()),
            lines: vec![line(&[(5, 1), (9, 4)]), line(&[(6, 4)]), line(&[])],
        }),
        lines(&Lines { from: (5, name.into()), to: (5, name.into()), lines: vec![line(&[(5, 1)])] }),
    ]
}

#[test]
fn files_are_well_formed_whatever_the_words() {
    for name in ["منصب", "</text><script>&\"'", "a\u{0}b\u{FFFE}", "", &"طويل ".repeat(60)] {
        for plot in plots(name) {
            for plot in [plot.clone(), plot.turned()] {
                let text = file(&plot, "ar", name, name, "a > b { }");
                let mut reader = Reader::from_str(&text);
                reader.config_mut().check_end_names = true;
                let (mut open, mut words) = (0, 0);
                loop {
                    match reader.read_event().expect("well-formed") {
                        Event::Start(element) => {
                            assert!(element.name().as_ref() != "script");
                            words += usize::from(element.name().as_ref() == "text");
                            open += 1;
                        }
                        Event::End(_) => open -= 1,
                        Event::Eof => break,
                        _ => {}
                    }
                }
                assert_eq!(open, 0);
                assert_eq!(words, plot.words().filter(|words| !words.is_empty()).count());
                assert!(!text.contains("NaN") && !text.contains("inf"));
            }
        }
    }
}

#[test]
fn nothing_reaches_out_of_the_drawing_and_turning_twice_changes_nothing() {
    for plot in plots("كيان سياسي").into_iter().chain(plots(&"An organisation of some length ".repeat(9))) {
        for mark in plot.marks.iter().chain(&plot.clone().turned().marks) {
            let within = |x: f64, y: f64| (-0.01..=WIDTH + 0.01).contains(&x) && (-0.01..=plot.height + 0.01).contains(&y);
            match mark {
                Mark::Box(x, y, width, height, shade) => {
                    assert!(
                        *width >= 0.0
                            && *height >= 0.0
                            && within(*x, *y)
                            && within(x + width, y + height)
                            && (0.0..=1.0).contains(shade),
                        "{mark:?}"
                    );
                }
                Mark::Line(points, ..) => assert!(points.iter().all(|(x, y)| within(*x, *y)), "{mark:?}"),
                Mark::Dot(x, y) => assert!(within(*x, *y), "{mark:?}"),
                Mark::Words(x, y, size, ..) => assert!(within(*x, *y) && *y + 1.0 >= size * 0.6, "{mark:?}"),
            }
        }
        for mark in &plot.marks {
            let Mark::Words(x, _, size, anchor, _, words) = mark else { continue };
            let long = width(words, *size);
            let start = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - long / 2.0,
                Anchor::End => x - long,
            };
            // Files have eight units of room on each side.
            assert!(start >= -8.0 && start + long <= WIDTH + 8.0, "{mark:?}");
        }
        let twice = plot.clone().turned().turned();
        assert_eq!((twice.rtl, twice.marks.len()), (plot.rtl, plot.marks.len()));
        let places = |plot: &Plot| {
            let words = plot.marks.iter().filter_map(|mark| match mark {
                Mark::Words(x, ..) => Some(*x),
                _ => None,
            });
            words.collect::<Vec<_>>()
        };
        assert!(places(&twice).iter().zip(places(&plot)).all(|(one, other)| (one - other).abs() < 1e-9));
    }
}
