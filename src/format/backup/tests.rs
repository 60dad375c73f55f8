//! The laws of the back-up's file.

use super::*;
use crate::format::entry::seal;
use proptest::prelude::*;

const AT: &str = "2026-05-06T07:08:09.000Z";

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn written(values: &[(String, String)]) -> String {
    write(values.iter().map(|(name, value)| (name.as_str(), value.as_str())), AT)
}

#[test]
fn what_is_written_is_read_again() {
    let values = pairs(&[
        ("hashiya/oman-talks/journal/w/0", &seal("{\"quote\":\"سلطنة عُمان\",\"note\":\"سطر\\nوسطر \u{202E}🙂\"}")),
        ("hashiya/settings", "{\"lang\":\"ar\"}"),
        ("hashiya/حرف", "\u{0}\u{1F}\"\\ عُمان"),
    ]);
    for values in [values, Vec::new()] {
        let text = written(&values);
        assert!(may_be(&text));
        assert_eq!(read(&text), Ok(Backup { exported_at: AT.into(), values: values.clone() }));
        assert_eq!(read(&format!("\u{FEFF}{text}")).map(|backup| backup.values), Ok(values));
    }
}

#[test]
fn what_is_none_is_refused_by_name() {
    let whole = written(&pairs(&[("hashiya/settings", "{}")]));
    for other in [
        "",
        "{",
        "[]",
        "null",
        "{\"format\":\"hashiya\",\"version\":1,\"values\":{}}",
        "{\"format\":\"hashiya-backup\",\"version\":1}",
    ] {
        assert_eq!(read(other), Err(BackupFault::NotBackup), "{other}");
    }
    assert_eq!(read(&whole.replace("\"version\": 1,\n\"exp", "\"version\": 7,\n\"exp")), Err(BackupFault::NewerVersion(7)));
    assert_eq!(read(&whole.replace("\"version\": 1,\n\"exp", "\"version\": 0,\n\"exp")), Err(BackupFault::NotBackup));
    assert_eq!(read(&whole.replace("\"{}\"", "{}")), Err(BackupFault::NotText("hashiya/settings".into())));
    for end in (0..whole.trim_end().len()).filter(|end| whole.is_char_boundary(*end)) {
        assert_eq!(read(&whole[..end]), Err(BackupFault::NotBackup), "cut after {end} bytes");
    }
}

proptest! {
    #[test]
    fn any_texts_survive_and_nothing_panics(values in prop::collection::btree_map(".{0,12}", ".{0,40}", 0..8), noise in ".{0,200}") {
        let values = values.into_iter().collect::<Vec<_>>();
        prop_assert_eq!(read(&written(&values)).map(|backup| backup.values), Ok(values));
        let _ = (read(&noise), may_be(&noise));
    }
}
