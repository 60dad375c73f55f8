//! The limits that the rows are held to: `budget.json`, one line for each kind of row.

use serde_json::Value;

use crate::report::Row;

/// All limits, in the order of the file.
pub struct Budget(Vec<Limit>);

/// A limit of the rows whose key fits a pattern.
pub struct Limit {
    rows: String,
    /// What is limited.
    kind: Kind,
    most: f64,
}

enum Kind {
    /// How many times the floor's it may be.
    Ratio,
    /// The page's own value.
    Value,
    /// How much more than the floor's it may be.
    More,
}

impl Budget {
    /// Reads the file.
    pub fn read() -> Self {
        let file: Value = serde_json::from_str(include_str!("budget.json")).expect("budget.json is JSON");
        let limits = file.as_array().expect("budget.json is a list").iter().map(|line| {
            let (kind, most) = [("ratio", Kind::Ratio), ("value", Kind::Value), ("more", Kind::More)]
                .into_iter()
                .find_map(|(name, kind)| Some((kind, line[name].as_f64()?)))
                .unwrap_or_else(|| panic!("{line}: a limit has a ratio, a value or more"));
            Limit { rows: line["rows"].as_str().expect("a limit names its rows").into(), kind, most }
        });
        Self(limits.collect())
    }

    /// The limit of a row, the first that fits it.
    pub fn limit(&self, row: &Row) -> Option<&Limit> {
        self.0.iter().find(|limit| fits(&limit.rows, &row.key))
    }
}

impl Limit {
    /// Whether a row is over it: what was not measured is.
    pub fn over(&self, row: &Row) -> bool {
        let share = self.share(row);
        share.is_nan() || share > 1.0
    }

    /// How much of the limit a row takes: 1 is all of it.
    pub fn share(&self, row: &Row) -> f64 {
        match self.kind {
            Kind::Ratio => row.ratio() / self.most,
            Kind::Value if self.most == 0.0 => 1.0 + row.ours,
            Kind::Value => row.ours / self.most,
            Kind::More => 1.0 + (row.ours - row.base - self.most) / self.most,
        }
    }

    /// What of a row the limit is about, in words.
    pub fn figure(&self, row: &Row) -> String {
        match self.kind {
            Kind::Ratio => format!("{}, {:.2} ×", row.number(row.ours), row.ratio()),
            Kind::Value => row.number(row.ours),
            Kind::More => format!("{} beside {}", row.number(row.ours), row.number(row.base)),
        }
    }

    /// The limit in words.
    pub fn words(&self, row: &Row) -> String {
        match self.kind {
            Kind::Ratio => format!("{} ×", self.most),
            Kind::Value => row.number(self.most),
            Kind::More => format!("+ {}", row.number(self.most)),
        }
    }
}

/// Whether a key fits a pattern, in which `*` stands for one part.
fn fits(pattern: &str, key: &str) -> bool {
    let (mut pattern, mut key) = (pattern.split('/'), key.split('/'));
    loop {
        match (pattern.next(), key.next()) {
            (None, None) => return true,
            (Some(want), Some(have)) if want == "*" || want == have => {}
            _ => return false,
        }
    }
}
