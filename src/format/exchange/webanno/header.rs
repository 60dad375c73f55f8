//! The layers that a file declares.

use std::collections::BTreeMap;

/// A layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// The name of its type.
    pub kind: String,
    /// What it is.
    pub role: Role,
    /// The names of its columns; one without a name where the layer has no features.
    pub columns: Vec<String>,
    /// The first of them, from 0 behind the token.
    pub first: usize,
    /// How many of them hold features; behind those stand slots, for which there is no place.
    pub features: usize,
    /// Of a layer of relations, the place of the layer whose spans they join.
    pub base: Option<usize>,
}

/// What a layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Of spans.
    Span,
    /// Of relations.
    Relation,
    /// Of chains.
    Chain,
}

/// The layers of a file, by its lines that begin with `#T_`.
pub fn layers<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut first = 0;
    for line in lines {
        let roles = [("#T_SP=", Role::Span), ("#T_RL=", Role::Relation), ("#T_CH=", Role::Chain)];
        let Some((rest, role)) = roles.iter().find_map(|(key, role)| Some((line.strip_prefix(key)?, *role))) else { continue };
        let mut fields = rest.split('|');
        let kind = fields.next().unwrap_or_default().to_owned();
        let mut columns: Vec<String> = fields.filter(|field| !field.is_empty()).map(str::to_owned).collect();
        if columns.is_empty() {
            columns.push(String::new());
        }
        let count = columns.len();
        let features = columns.iter().position(|name| name.starts_with("ROLE_")).unwrap_or(count);
        layers.push(Layer { kind, role, columns, first, features, base: None });
        first += count;
    }
    let places: BTreeMap<String, usize> =
        layers.iter().enumerate().rev().map(|(place, layer)| (layer.kind.clone(), place)).collect();
    for layer in layers.iter_mut().filter(|layer| layer.role == Role::Relation) {
        layer.base = layer.columns.last().and_then(|name| places.get(name.strip_prefix("BT_")?).copied());
    }
    layers
}

impl Layer {
    /// Its type without the namespace.
    pub fn short(&self) -> &str {
        self.kind.rsplit('.').next().unwrap_or(&self.kind)
    }

    /// Whether it is one of tokens or of grammar, which says nothing of spans.
    pub fn is_grammar(&self) -> bool {
        let rest = self.kind.strip_prefix("de.tudarmstadt.ukp.dkpro.core.api.");
        rest.is_some_and(|rest| {
            ["lexmorph", "syntax", "segmentation", "anomaly", "transform"].iter().any(|one| rest.starts_with(one))
        })
    }
}
