//! Writing.

use super::super::cas::{self, Cas, Feature, Structure, Type};
use super::super::file::{OutFile, Written};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Sheet};
use super::super::options::Options;
use serde_json::Value;
use std::fmt::Write as _;

/// The corpus as one file a document, `003.xmi`, and the type system.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let build = cas::written(corpus, options);
    let mut written = Written { files: Vec::new(), losses: build.losses };
    for (name, cas) in &build.documents {
        written.files.push(OutFile::text(format!("{name}.xmi"), document(cas)));
    }
    if !corpus.documents.is_empty() {
        written.files.push(OutFile::text("TypeSystem.xml", type_system(&build.types)));
    }
    for sheet in corpus.documents.iter().filter(|sheet| says_what_xml_cannot(sheet)) {
        written.losses.push(Loss::new(LossKind::Characters, &sheet.name, sheet.title.clone(), ""));
    }
    written
}

fn says_what_xml_cannot(sheet: &Sheet) -> bool {
    let has = |text: &str| text.contains(|character| !is_allowed(character));
    has(sheet.text.as_str())
        || has(&sheet.title)
        || sheet.spans.iter().any(|span| has(&span.note))
        || sheet.relations.iter().any(|tie| has(&tie.note))
}

fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

fn document(cas: &Cas) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"");
    // A prefix for each package; the last part of its name is not always its own.
    let mut packages: Vec<&str> = vec!["uima.cas"];
    for one in &cas.structures {
        let package = package(&one.kind);
        if !packages.contains(&package) {
            packages.push(package);
        }
    }
    let prefix = |package: &str| match packages.iter().position(|other| *other == package) {
        Some(0) | None => "cas".to_owned(),
        Some(index) => format!("ns{index}"),
    };
    for package in &packages {
        let _ = write!(out, " xmlns:{}=\"http:///{}.ecore\"", prefix(package), package.replace('.', "/"));
    }
    out.push_str(" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n");
    for one in &cas.structures {
        element(one, &prefix(package(&one.kind)), &mut out);
    }
    for view in &cas.views {
        let members: Vec<String> = view.members.iter().map(i64::to_string).collect();
        let _ = writeln!(out, "<cas:View sofa=\"{}\" members=\"{}\"/>", view.sofa, members.join(" "));
    }
    out.push_str("</xmi:XMI>\n");
    out
}

fn package(kind: &str) -> &str {
    kind.rsplit_once('.').map_or("uima.noNamespace", |(package, _)| package)
}

fn element(one: &Structure, prefix: &str, out: &mut String) {
    let _ = write!(out, "<{prefix}:{} xmi:id=\"{}\"", one.short(), one.id);
    for (name, feature) in &one.features {
        let _ = write!(out, " {name}=\"");
        match feature {
            Feature::Plain(Value::String(text)) => escaped(text, out),
            Feature::Plain(value) => drop(write!(out, "{value}")),
            Feature::References(ids) => out.push_str(&ids.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")),
        }
        out.push('"');
    }
    out.push_str("/>\n");
}

/// Appends a text as it can stand in an attribute.
fn escaped(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            plain => out.push(if is_allowed(plain) { plain } else { ' ' }),
        }
    }
}

fn type_system(types: &[Type]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n",
    );
    for kind in types {
        let _ = writeln!(
            out,
            "<typeDescription><name>{}</name><description/><supertypeName>{}</supertypeName><features>",
            kind.name, kind.parent
        );
        for (name, range) in &kind.features {
            let _ = writeln!(
                out,
                "<featureDescription><name>{name}</name><description/><rangeTypeName>{range}</rangeTypeName></featureDescription>"
            );
        }
        out.push_str("</features></typeDescription>\n");
    }
    out.push_str("</types>\n</typeSystemDescription>\n");
    out
}
