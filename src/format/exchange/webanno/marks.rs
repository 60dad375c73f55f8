//! The spans of a file, gathered line by line.

use super::super::cas::link;
use super::super::model::{Mark, Referent};
use super::cells::{Cell, parse};
use super::header::Layer;
use crate::core::range::TextRange;
use serde_json::Value;
use std::collections::BTreeMap;

/// The spans so far, and how they are found again.
#[derive(Debug, Default)]
pub struct Marks {
    all: Vec<Mark>,
    /// By layer and number.
    numbered: BTreeMap<(usize, String), usize>,
    /// By number alone, for relations of a layer that the file does not declare.
    anywhere: BTreeMap<String, usize>,
    /// Those without a number, by layer and line.
    plain: BTreeMap<(usize, String), usize>,
}

impl Marks {
    /// Takes what a line says in the columns of a layer of spans.
    pub fn row(&mut self, number: usize, layer: &Layer, columns: &[&str], row: &str, range: TextRange) {
        let (features, slots) = columns.split_at(layer.features.min(columns.len()));
        let mut features: Vec<Vec<Cell>> = features.iter().map(|cell| parse(cell)).collect();
        if features.is_empty() && slots.iter().any(|cell| *cell != "_") {
            // A layer of nothing but slots: the span is there, its slots have no place.
            features.push(vec![Cell::default()]);
        }
        for index in 0..features.iter().map(Vec::len).max().unwrap_or(0) {
            let cells: Vec<Option<&Cell>> = features.iter().map(|cells| cells.get(index)).collect();
            let told = cells.iter().flatten().find_map(|cell| cell.number.clone());
            let known = told.as_ref().and_then(|told| self.numbered.get(&(number, told.clone())).copied());
            if let Some(place) = known {
                let hull = self.all[place].hull();
                self.all[place].pieces = vec![TextRange::new(hull.start().min(range.start()), hull.end().max(range.end()))];
                continue;
            }
            let place = self.all.len();
            let values: Vec<(&str, &str)> = layer
                .columns
                .iter()
                .zip(&cells)
                .filter_map(|(name, cell)| Some((name.as_str(), cell.as_ref()?.value.as_deref()?)))
                .collect();
            self.all.push(mark(format!("s{}", place + 1), range, &values, layer.short()));
            match told {
                Some(told) => {
                    self.anywhere.entry(told.clone()).or_insert(place);
                    self.numbered.insert((number, told), place);
                }
                None => drop(self.plain.entry((number, row.to_owned())).or_insert(place)),
            }
        }
    }

    /// The id of the span at an end of a relation, `1-3#2`: by its number, or where that is 0 by its line.
    pub fn end(&self, layer: Option<usize>, end: &str) -> Option<String> {
        let (row, number) = end.split_once('#')?;
        let place = match (number, layer) {
            ("0", Some(layer)) => self.plain.get(&(layer, row.to_owned())),
            ("0", None) => None,
            (number, Some(layer)) => self.numbered.get(&(layer, number.to_owned())).or_else(|| self.anywhere.get(number)),
            (number, None) => self.anywhere.get(number),
        }?;
        self.all.get(*place).map(|mark| mark.id.clone())
    }

    /// All.
    pub fn into_all(self) -> Vec<Mark> {
        self.all
    }
}

fn mark(id: String, range: TextRange, values: &[(&str, &str)], layer: &str) -> Mark {
    let mut mark = Mark { id, pieces: vec![range], ..Mark::default() };
    let named = values.iter().find(|(name, _)| *name == "value" || *name == "label");
    let named = named.or_else(|| values.iter().find(|(name, _)| *name != "identifier")).map(|(name, _)| *name);
    mark.label = layer.to_owned();
    for (name, value) in values {
        if Some(*name) == named {
            mark.label = (*value).to_owned();
        } else if *name == "identifier" {
            mark.referents.push(Referent { link: Some(link(value).to_owned()), ..Referent::default() });
        } else {
            mark.attributes.push(((*name).to_owned(), Value::String((*value).to_owned())));
        }
    }
    mark
}
