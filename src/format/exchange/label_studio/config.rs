//! The labelling configuration: what a project of Label Studio must offer, so that it takes the tasks.

use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark};
use super::super::records::texts;
use super::super::slug::slug;
use super::{DOCUMENT, ENTITY, LABEL, LINK, NEXT_PIECE, TEXT};
use crate::core::colour::Colour;
use crate::core::document::Direction;
use crate::core::shapes::kinds::{AttributeKind, Kinds};
use crate::core::tagset::Bilingual;
use quick_xml::escape::escape;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How an attribute is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Some of its values, or yes and no.
    Choices,
    /// A number.
    Number,
    /// Anything else.
    TextArea,
}

/// An attribute as the configuration has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    id: String,
    name: String,
    control: Control,
    is_multiple: bool,
    values: Vec<(String, String)>,
}

/// What a project offers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    is_rtl: bool,
    /// Each label, its colour, and its names.
    labels: Vec<(String, String, String)>,
    relations: Vec<String>,
    document_labels: Vec<String>,
    fields: Vec<Field>,
    has_referents: bool,
    has_pieces: bool,
}

impl Config {
    /// What a corpus needs: its tagset, and whatever stands on its documents beyond that. With it the losses of names.
    #[must_use]
    pub fn of(corpus: &Corpus) -> (Self, Vec<Loss>) {
        let kinds = Kinds::of(&corpus.tagset);
        let spans = || corpus.documents.iter().flat_map(|sheet| &sheet.spans);
        let mut config = Self {
            is_rtl: corpus.documents.iter().any(|sheet| sheet.direction != Direction::Ltr),
            has_pieces: spans().any(|span| span.pieces.len() > 1),
            has_referents: spans().any(|span| !span.referents.is_empty()),
            ..Self::default()
        };
        let is_used = |id: &str| spans().any(|span| span.label == id);
        for label in corpus.tagset.labels.iter().filter(|label| !label.is_retired() || is_used(label.id.as_str())) {
            config.labels.push((label.id.to_string(), hex(label.colour), both(&label.name)));
        }
        for span in spans().filter(|span| !span.label.is_empty()) {
            if !config.labels.iter().any(|(id, ..)| *id == span.label) {
                config.labels.push((span.label.clone(), "#808080".into(), String::new()));
            }
        }
        let used = corpus.documents.iter().flat_map(|sheet| &sheet.relations).map(|tie| &tie.kind);
        // Without any label it takes no configuration at all.
        if config.labels.is_empty() {
            config.labels.push(("unlabelled".into(), "#808080".into(), String::new()));
        }
        config.relations = once(kinds.relations.iter().map(|kind| &kind.id).chain(used));
        let used = corpus.documents.iter().flat_map(|sheet| &sheet.labels);
        config.document_labels = once(kinds.document_labels.iter().map(|label| &label.id).chain(used));
        let mut losses = Vec::new();
        config.attributes(&kinds, spans(), &mut losses);
        (config, losses)
    }

    fn attributes<'a>(&mut self, kinds: &Kinds, spans: impl Iterator<Item = &'a Mark> + Clone, losses: &mut Vec<Loss>) {
        let mut taken: BTreeSet<String> = [LABEL, TEXT, DOCUMENT, ENTITY, LINK].map(str::to_owned).into();
        let used = || spans.clone().flat_map(|span| &span.attributes);
        for id in once(kinds.attributes.iter().map(|one| &one.id).chain(used().map(|(id, _)| id))) {
            let definition = kinds.attribute(&id);
            let values = || used().filter(|(name, _)| *name == id).map(|(_, value)| value);
            let control = match definition.map(|one| &one.kind) {
                Some(AttributeKind::Choice | AttributeKind::Choices | AttributeKind::Flag) => Control::Choices,
                Some(AttributeKind::Number) => Control::Number,
                None if values().all(Value::is_number) => Control::Number,
                None if values().all(|value| value.is_boolean() || value.is_array()) => Control::Choices,
                _ => Control::TextArea,
            };
            let mut field =
                Field { name: slug(&id, &mut taken), id: id.clone(), control, is_multiple: false, values: Vec::new() };
            field.is_multiple = match definition {
                Some(one) => one.kind == AttributeKind::Choices,
                None => values().any(Value::is_array),
            };
            if control == Control::Choices {
                let offered = definition.into_iter().flat_map(|one| &one.values);
                field.values.extend(offered.map(|choice| (choice.id.clone(), both(&choice.name))));
                let flags = values().any(Value::is_boolean) || definition.is_some_and(|one| one.kind == AttributeKind::Flag);
                let flags = if flags { vec!["true".to_owned(), "false".to_owned()] } else { Vec::new() };
                let texts = values().flat_map(|value| texts(Some(value))).chain(flags);
                for text in texts {
                    if !field.values.iter().any(|(known, _)| *known == text) {
                        field.values.push((text, String::new()));
                    }
                }
            }
            // A choice of nothing is no configuration.
            if field.values.is_empty() && control == Control::Choices {
                field.control = Control::TextArea;
            }
            if field.name != field.id && used().any(|(name, _)| *name == field.id) {
                losses.push(Loss::new(LossKind::Renamed, "", field.id.clone(), &field.name));
            }
            self.fields.push(field);
        }
    }

    /// The name of an attribute in the configuration, and how it is asked for.
    #[must_use]
    pub fn control(&self, attribute: &str) -> (&str, Control) {
        let field = self.fields.iter().find(|field| field.id == attribute);
        field.map_or((TEXT, Control::TextArea), |field| (&field.name, field.control))
    }

    /// The configuration as Label Studio takes it.
    #[must_use]
    pub fn xml(&self) -> String {
        let mut out = String::from(if self.is_rtl { "<View style=\"direction: rtl\">\n" } else { "<View>\n" });
        // Writing to a string cannot fail.
        if self.has_pieces || !self.relations.is_empty() {
            out.push_str("  <Relations>\n");
            for kind in self.relations.iter().map(String::as_str).chain(self.has_pieces.then_some(NEXT_PIECE)) {
                let _ = writeln!(out, "    <Relation value=\"{}\"/>", escape(kind));
            }
            out.push_str("  </Relations>\n");
        }
        let _ = writeln!(out, "  <Labels name=\"{LABEL}\" toName=\"{TEXT}\">");
        for (id, colour, name) in &self.labels {
            let _ = writeln!(out, "    <Label value=\"{}\" background=\"{colour}\" hint=\"{}\"/>", escape(id), escape(name));
        }
        let _ = writeln!(out, "  </Labels>\n  <Text name=\"{TEXT}\" value=\"$text\" granularity=\"symbol\"/>");
        for field in &self.fields {
            let name = &field.name;
            let _ = match field.control {
                Control::Number => writeln!(out, "  <Number name=\"{name}\" toName=\"{TEXT}\" perRegion=\"true\"/>"),
                Control::TextArea => writeln!(out, "  <TextArea name=\"{name}\" toName=\"{TEXT}\" perRegion=\"true\"/>"),
                Control::Choices => {
                    let choice = if field.is_multiple { "multiple" } else { "single" };
                    choices(&mut out, name, &format!("choice=\"{choice}\" perRegion=\"true\""), &field.values)
                }
            };
        }
        if self.has_referents {
            for name in [ENTITY, LINK] {
                let _ = writeln!(out, "  <TextArea name=\"{name}\" toName=\"{TEXT}\" perRegion=\"true\"/>");
            }
        }
        if !self.document_labels.is_empty() {
            let values: Vec<_> = self.document_labels.iter().map(|label| (label.clone(), String::new())).collect();
            let _ = choices(&mut out, DOCUMENT, "choice=\"multiple\"", &values);
        }
        out.push_str("</View>\n");
        out
    }
}

fn choices(out: &mut String, name: &str, how: &str, values: &[(String, String)]) -> std::fmt::Result {
    writeln!(out, "  <Choices name=\"{name}\" toName=\"{TEXT}\" {how}>")?;
    for (value, hint) in values {
        writeln!(out, "    <Choice value=\"{}\" hint=\"{}\"/>", escape(value), escape(hint))?;
    }
    out.push_str("  </Choices>\n");
    Ok(())
}

/// Each text once, in the order in which they come first.
fn once<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut known = BTreeSet::new();
    all.filter(|one| known.insert(*one)).cloned().collect()
}

fn both(name: &Bilingual) -> String {
    [name.ar.as_str(), name.en.as_str()].into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A colour of the palette as a page without our style sheet shows it: light, middle and deep of each hue.
fn hex(colour: Colour) -> String {
    const PALETTE: [[&str; 3]; 8] = [
        ["#f2a7a0", "#d9534a", "#9c2a24"],
        ["#f6bd8e", "#dd7a2b", "#9a4d10"],
        ["#ecd07a", "#c29a1a", "#7d620a"],
        ["#a9d8a4", "#4fa34a", "#2a6a28"],
        ["#98d8d2", "#2f9e95", "#14645e"],
        ["#a6c6f5", "#3f7fd9", "#1f4f96"],
        ["#c9b4f2", "#8160cf", "#52368f"],
        ["#f1b0d3", "#cf4f96", "#8c2763"],
    ];
    match colour {
        Colour::Rgb(..) => colour.to_string(),
        Colour::Palette(hue, step) => PALETTE[usize::from(hue) % 8][usize::from(step.clamp(1, 3)) - 1].to_owned(),
    }
}
