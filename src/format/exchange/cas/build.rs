//! A CAS of each document.

use super::super::left_out::{self, Holds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Sheet};
use super::super::options::{Misfit, Options};
use super::super::tokens::tokenise;
use super::super::whole_sentences::whole_sentences;
use super::names::{self, *};
use super::{Cas, Feature, SOFA, Structure, Type, View};
use crate::core::range::TextRange;
use crate::core::units::Offset;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A CAS of every document of a corpus, and the types that they all share.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Build {
    /// The types.
    pub types: Vec<Type>,
    /// The name of each document and its CAS.
    pub documents: Vec<(String, Cas)>,
    /// What it does not hold.
    pub losses: Vec<Loss>,
}

/// Makes them.
#[must_use]
pub fn written(corpus: &Corpus, options: &Options) -> Build {
    let spans = || corpus.documents.iter().flat_map(|sheet| &sheet.spans);
    let attributes = names::features(spans().flat_map(|span| &span.attributes).map(|(id, _)| id.as_str()));
    let mut build = Build { types: types(corpus, &attributes), ..Build::default() };
    for (id, name) in attributes.iter().filter(|(id, name)| id != name) {
        build.losses.push(Loss::new(LossKind::Renamed, "", name.clone(), id));
    }
    for sheet in &corpus.documents {
        let cas = Cas { types: build.types.clone(), ..document(sheet, &attributes, options) };
        build.documents.push((sheet.name.clone(), cas));
        losses(sheet, &mut build.losses);
    }
    build.losses.extend(left_out::links(corpus));
    build
}

fn types(corpus: &Corpus, attributes: &[(String, String)]) -> Vec<Type> {
    let of = |name: &str, parent: &str, features: &[&str]| Type {
        name: name.to_owned(),
        parent: parent.to_owned(),
        features: features.iter().map(|feature| ((*feature).to_owned(), STRING.to_owned())).collect(),
    };
    let spans = || corpus.documents.iter().flat_map(|sheet| &sheet.spans);
    let mut span = of(SPAN, ANNOTATION, &[LABEL, SPAN_ID]);
    let mut also = |feature: &str, is: bool| {
        if is {
            span.features.push((feature.to_owned(), STRING.to_owned()));
        }
    };
    also(IDENTIFIER, spans().any(|span| span.referents.first().is_some_and(|one| one.link.is_some())));
    also(ENTITY_ID, spans().any(|span| span.referents.first().is_some_and(|one| !one.id.is_empty())));
    also(ENTITY_NAME, spans().any(|span| span.referents.first().is_some_and(|one| !one.name.is_empty())));
    also(NOTE, spans().any(|span| !span.note.is_empty()));
    also(ANNOTATOR, spans().any(|span| span.annotator.is_some()));
    also(CREATED, spans().any(|span| !span.created_at.is_empty()));
    for (_, name) in attributes {
        also(name, true);
    }
    let joins = |mut of: Type, ends: &[&str]| {
        for end in ends {
            of.features.insert(0, ((*end).to_owned(), ANNOTATION.to_owned()));
        }
        of
    };
    let ends = ["Dependent", "Governor"];
    let mut types = vec![
        span,
        joins(of(RELATION, ANNOTATION, &[LABEL, RELATION_ID, NOTE]), &ends),
        of(META, "uima.tcas.DocumentAnnotation", &["documentTitle", "documentId", "documentUri"]),
        of(SENTENCE, ANNOTATION, &[]),
        of(TOKEN, ANNOTATION, &[]),
    ];
    if corpus.documents.iter().any(|sheet| !sheet.events.is_empty()) {
        types.push(joins(of(EVENT, ANNOTATION, &[LABEL, EVENT_ID, NOTE]), &[TRIGGER]));
        types.push(joins(of(ROLE, ANNOTATION, &[LABEL]), &ends));
    }
    if corpus.documents.iter().any(|sheet| !sheet.labels.is_empty()) {
        types.push(of(DOCUMENT_LABEL, "uima.cas.AnnotationBase", &[LABEL]));
    }
    types
}

/// Structures that are given ids as they come; the first is the text's.
struct Maker<'a> {
    sheet: &'a Sheet,
    structures: Vec<Structure>,
}

impl Maker<'_> {
    fn add(&mut self, kind: &str, range: Option<TextRange>, features: Vec<(&str, Option<Feature>)>) -> i64 {
        let id = self.structures.len() as i64 + 1;
        let limit = |at: Offset| Feature::number(self.sheet.text.utf16(at).0);
        let mut all = Vec::new();
        if kind != SOFA {
            all.push(("sofa".to_owned(), Feature::References(vec![1])));
        }
        if let Some(range) = range {
            all.push(("begin".to_owned(), limit(range.start())));
            all.push(("end".to_owned(), limit(range.end())));
        }
        all.extend(features.into_iter().filter_map(|(name, feature)| Some((name.to_owned(), feature?))));
        self.structures.push(Structure { id, kind: kind.to_owned(), features: all });
        id
    }
}

fn document(sheet: &Sheet, attributes: &[(String, String)], options: &Options) -> Cas {
    let mut maker = Maker { sheet, structures: Vec::new() };
    let told = |text: &str| (!text.is_empty()).then(|| Feature::text(text));
    let sofa = vec![
        ("sofaNum", Some(Feature::number(1))),
        ("sofaID", told("_InitialView")),
        ("mimeType", told("text")),
        ("sofaString", Some(Feature::text(sheet.text.as_str()))),
    ];
    maker.add(SOFA, None, sofa);
    let language = if sheet.language.is_empty() { "x-unspecified" } else { &sheet.language };
    let about = vec![
        ("language", told(language)),
        ("documentTitle", told(&sheet.title)),
        ("documentId", told(&sheet.name)),
        ("documentUri", sheet.source.as_deref().and_then(told)),
    ];
    maker.add(META, Some(sheet.text.whole()), about);
    // Tokens parted at the limits of spans suit layers that hold to tokens; spans themselves need none.
    let misfit = if options.misfit == Misfit::Part { Misfit::Part } else { Misfit::Widen };
    let done = tokenise(sheet, &Options { misfit, ..*options });
    let held = |piece: &TextRange| {
        let first = done.tokens.partition_point(|token| token.end() <= piece.start());
        first..done.tokens.partition_point(|token| token.start() < piece.end())
    };
    let pieces: Vec<_> = sheet.spans.iter().flat_map(|span| &span.pieces).map(held).collect();
    for sentence in whole_sentences(&done.sentences, pieces.iter()) {
        let range = TextRange::new(done.tokens[sentence.start].start(), done.tokens[sentence.end - 1].end());
        maker.add(SENTENCE, Some(range), Vec::new());
    }
    for token in &done.tokens {
        maker.add(TOKEN, Some(*token), Vec::new());
    }
    let mut first: BTreeMap<&str, (i64, TextRange)> = BTreeMap::new();
    for span in &sheet.spans {
        for piece in &span.pieces {
            let id = maker.add(SPAN, Some(*piece), features(span, attributes));
            first.entry(&span.id).or_insert((id, *piece));
        }
    }
    for tie in &sheet.relations {
        let (Some((from, _)), Some((to, range))) = (first.get(tie.from.as_str()), first.get(tie.to.as_str())) else { continue };
        let features = vec![
            ("Governor", Some(Feature::References(vec![*from]))),
            ("Dependent", Some(Feature::References(vec![*to]))),
            (LABEL, told(&tie.kind)),
            (RELATION_ID, told(&tie.id)),
            (NOTE, told(&tie.note)),
        ];
        maker.add(RELATION, Some(*range), features);
    }
    for event in &sheet.events {
        // It stands on its trigger, and each role on its span.
        let Some((trigger, range)) = event.trigger.as_deref().and_then(|id| first.get(id)) else { continue };
        let features = vec![
            (TRIGGER, Some(Feature::References(vec![*trigger]))),
            (LABEL, told(&event.kind)),
            (EVENT_ID, told(&event.id)),
            (NOTE, told(&event.note)),
        ];
        let id = maker.add(EVENT, Some(*range), features);
        for (role, span) in &event.roles {
            let Some((to, range)) = first.get(span.as_str()) else { continue };
            let features = vec![
                ("Governor", Some(Feature::References(vec![id]))),
                ("Dependent", Some(Feature::References(vec![*to]))),
                (LABEL, told(role)),
            ];
            maker.add(ROLE, Some(*range), features);
        }
    }
    for label in &sheet.labels {
        maker.add(DOCUMENT_LABEL, None, vec![(LABEL, told(label))]);
    }
    let members = (2..=maker.structures.len() as i64).collect();
    Cas { types: Vec::new(), structures: maker.structures, views: vec![View { sofa: 1, members }] }
}

fn features<'a>(span: &Mark, attributes: &'a [(String, String)]) -> Vec<(&'a str, Option<Feature>)> {
    let told = |text: &str| (!text.is_empty()).then(|| Feature::text(text));
    let referent = span.referents.first();
    let mut features = vec![
        (LABEL, told(&span.label)),
        (SPAN_ID, told(&span.id)),
        (IDENTIFIER, referent.and_then(|one| one.link.as_deref()).map(|link| Feature::text(address(link)))),
        (ENTITY_ID, referent.and_then(|one| told(&one.id))),
        (ENTITY_NAME, referent.and_then(|one| told(&one.name))),
        (NOTE, told(&span.note)),
        (ANNOTATOR, span.annotator.as_deref().and_then(told)),
        (CREATED, told(&span.created_at)),
    ];
    for (id, value) in &span.attributes {
        let name = attributes.iter().find(|(other, _)| other == id).map(|(_, name)| name.as_str());
        features.extend(name.map(|name| (name, Some(Feature::text(as_text(value))))));
    }
    features
}

/// A value as a text: the features are texts, since a number that is missing would be a nought in Java.
fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(as_text).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

fn losses(sheet: &Sheet, losses: &mut Vec<Loss>) {
    let mut lose = |kind, words: String, label: &str| losses.push(Loss::new(kind, &sheet.name, words, label));
    for span in &sheet.spans {
        if span.pieces.len() > 1 {
            lose(LossKind::Parted, sheet.words(span), &span.label);
        }
        for _ in span.referents.iter().skip(1) {
            lose(LossKind::Referent, sheet.words(span), &span.label);
        }
        for (id, _) in span.attributes.iter().filter(|(_, value)| !value.is_string()) {
            lose(LossKind::AttributeAsText, sheet.words(span), id);
        }
    }
    losses.extend(left_out::of_sheet(sheet, Holds { extra: false, ..Holds::ALL }));
    // A relation of a span that is not there has nowhere to stand.
    let there: BTreeSet<&str> = sheet.spans.iter().map(|span| span.id.as_str()).collect();
    for tie in &sheet.relations {
        if !there.contains(tie.from.as_str()) || !there.contains(tie.to.as_str()) {
            losses.push(Loss::new(LossKind::Relation, &sheet.name, tie.id.clone(), &tie.kind));
        }
    }
    for event in &sheet.events {
        let is_lost = |id: &str| !there.contains(id);
        if event.trigger.as_deref().is_none_or(is_lost) {
            losses.push(Loss::new(LossKind::Event, &sheet.name, event.id.clone(), &event.kind));
        } else if event.roles.iter().any(|(_, span)| is_lost(span)) {
            losses.push(Loss::new(LossKind::EventPart, &sheet.name, event.id.clone(), &event.kind));
        }
    }
}
