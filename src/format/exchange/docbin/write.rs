//! A DocBin from a corpus.

use super::super::covering::Covering;
use super::super::file::{OutFile, Written};
use super::super::left_out;
use super::super::loss::Loss;
use super::super::model::{Corpus, Sheet};
use super::super::options::Options;
use super::super::records::put_about;
use super::super::rest::put_rest;
use super::super::spacy::{GROUP, kb_id};
use super::hash::number;
use super::msgpack::Packer;
use super::{ATTRS, BEGIN, DOC_ID, INSIDE, OUTSIDE};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::ops::Range;

/// The corpus as one file.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let mut bin = Bin::default();
    let mut losses = Vec::new();
    for sheet in &corpus.documents {
        bin.add(sheet, options, &mut losses);
    }
    losses.extend(left_out::links(corpus));
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to bytes cannot fail.
    let _ = packed.write_all(&bin.packed());
    let bytes = packed.finish().unwrap_or_default();
    Written { files: vec![OutFile { name: "docbin.spacy".into(), bytes }], losses }
}

/// What stands in the file, document after document.
#[derive(Default)]
struct Bin {
    tokens: Vec<u8>,
    spaces: Vec<u8>,
    lengths: Vec<u8>,
    strings: BTreeSet<String>,
    cats: Vec<Value>,
    groups: Vec<Vec<u8>>,
    user_data: Vec<Vec<u8>>,
}

impl Bin {
    fn add(&mut self, sheet: &Sheet, options: &Options, losses: &mut Vec<Loss>) {
        let covering = Covering::of(sheet, options);
        losses.extend(covering.tokenised.losses.iter().cloned());
        let mut entity = vec![(OUTSIDE, "", ""); covering.words.len()];
        let flat = covering.flat(options.nesting);
        for ((span, words), _) in sheet.spans.iter().zip(&covering.spans).zip(flat).filter(|(_, stays)| *stays) {
            let Some(words) = words else { continue };
            entity[words.clone()].fill((INSIDE, &span.label, kb_id(span)));
            entity[words.start].0 = BEGIN;
        }
        for (place, (word, (stands, label, kb))) in covering.words.iter().zip(entity).enumerate() {
            let text = sheet.text.slice(word.range);
            // -1 says that it begins no sentence; 0 would say that nobody knows.
            let begins = if covering.sentences.binary_search(&place).is_ok() { 1 } else { u64::MAX };
            for value in [self.named(text), stands, self.named(label), begins, self.named(kb)] {
                self.tokens.extend(value.to_le_bytes());
            }
            self.spaces.push(word.space.into());
        }
        self.lengths.extend((covering.words.len() as i32).to_le_bytes());
        self.cats.push(Value::Object(sheet.labels.iter().map(|label| (label.clone(), serde_json::json!(1.0))).collect()));
        self.group(sheet, &covering);

        let written: Vec<&str> = sheet
            .spans
            .iter()
            .zip(&covering.spans)
            .filter(|(_, words)| words.is_some())
            .map(|(span, _)| span.id.as_str())
            .collect();
        let mut data = Map::new();
        data.insert(DOC_ID.into(), sheet.name.as_str().into());
        losses.extend(put_rest(sheet, &|id| written.iter().position(|known| *known == id), &mut data));
        losses.extend(put_about(&Sheet { name: String::new(), ..sheet.clone() }, &mut data));
        let mut packer = Packer::default();
        packer.json(&Value::Object(data));
        self.user_data.push(packer.0);
    }

    /// The number of a text, which the file then has to hold.
    fn named(&mut self, text: &str) -> u64 {
        if !self.strings.contains(text) {
            self.strings.insert(text.to_owned());
        }
        number(text)
    }

    /// All spans as one group.
    fn group(&mut self, sheet: &Sheet, covering: &Covering) {
        let spans: Vec<(&str, &str, &Range<usize>)> = sheet
            .spans
            .iter()
            .zip(&covering.spans)
            .filter_map(|(span, words)| Some((span.label.as_str(), kb_id(span), words.as_ref()?)))
            .collect();
        let mut packer = Packer::default();
        packer.fields(3);
        packer.text("name");
        packer.text(GROUP);
        packer.text("attrs");
        packer.fields(0);
        packer.text("spans");
        packer.list(spans.len());
        for (label, kb, words) in spans {
            let range = covering.range(words);
            let mut span = Vec::with_capacity(40);
            for value in [0, self.named(kb), self.named(label)] {
                span.extend(value.to_be_bytes());
            }
            for value in [words.start as u32, words.end as u32, range.start().0, range.end().0] {
                span.extend(value.to_be_bytes());
            }
            packer.bytes(&span);
        }
        // The groups of a document: the bytes of each, and under which names it is known.
        let mut groups = Packer::default();
        groups.fields(1);
        groups.bytes(&packer.0);
        groups.list(1);
        groups.text(GROUP);
        self.groups.push(groups.0);
    }

    fn packed(&self) -> Vec<u8> {
        let mut packer = Packer::default();
        packer.fields(10);
        packer.text("version");
        packer.text("0.1");
        packer.text("attrs");
        packer.list(ATTRS.len());
        ATTRS.iter().for_each(|attr| packer.whole(*attr));
        for (name, bytes) in [("tokens", &self.tokens), ("spaces", &self.spaces), ("lengths", &self.lengths)] {
            packer.text(name);
            packer.bytes(bytes);
        }
        packer.text("strings");
        packer.list(self.strings.len());
        self.strings.iter().for_each(|text| packer.text(text));
        packer.text("cats");
        packer.json(&Value::Array(self.cats.clone()));
        packer.text("flags");
        packer.list(self.cats.len());
        for _ in &self.cats {
            packer.fields(1);
            packer.text("has_unknown_spaces");
            packer.json(&Value::Bool(false));
        }
        for (name, all) in [("span_groups", &self.groups), ("user_data", &self.user_data)] {
            packer.text(name);
            packer.list(all.len());
            all.iter().for_each(|bytes| packer.bytes(bytes));
        }
        packer.0
    }
}
