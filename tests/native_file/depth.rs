//! How deep labels may stand under one another.

use hashiya::format::native::ReadFault;
use hashiya::format::native::tagset_file::read_tagset;
use serde_json::json;

/// A tagset whose labels stand each under the next, the last under `top`.
fn chain(count: usize, top: Option<usize>) -> String {
    let label = |place: usize| {
        let parent = if place + 1 < count { Some(place + 1) } else { top };
        json!({"id": format!("L{place}"), "name": {"ar": "ا", "en": "a"}, "colour": "blue-1", "style": "solid",
               "parent": parent.map(|parent| format!("L{parent}"))})
    };
    let labels = (0..count).map(label).collect::<Vec<_>>();
    json!({"format": "hashiya-tagset", "version": 1, "tagset": {"labels": labels}}).to_string()
}

#[test]
fn a_chain_of_labels_ends_or_is_refused() {
    assert_eq!(read_tagset(&chain(65, None)).map(|file| file.tagset.labels.len()), Ok(65));
    assert_eq!(read_tagset(&chain(66, None)).err(), Some(ReadFault::TooDeep));
    assert_eq!(read_tagset(&chain(5_000, None)).err(), Some(ReadFault::TooDeep));
    for (count, top) in [(1, 0), (2, 0), (64, 0), (65, 64), (66, 0), (66, 65), (300, 0), (300, 290)] {
        let fault = read_tagset(&chain(count, Some(top))).err();
        assert!(matches!(&fault, Some(ReadFault::Cycle { .. })), "{count}, {top}: {fault:?}");
    }
}
