//! The card of a data set: what its files and columns are, for the library and for people.

use super::super::model::Corpus;
use super::super::options::{Options, Scheme};
use std::fmt::Write as _;

/// The columns of the documents with their kinds, as the library writes them.
const DOCUMENTS: &str = "  - name: id
    dtype: string
  - name: title
    dtype: string
  - name: source
    dtype: string
  - name: language
    dtype: string
  - name: direction
    dtype: string
  - name: text
    dtype: string
  - name: labels
    sequence: string
  - name: spans
    list:
    - name: id
      dtype: string
    - name: start
      dtype: int64
    - name: end
      dtype: int64
    - name: label
      dtype: string
    - name: text
      dtype: string
    - name: pieces
      sequence:
        sequence: int64
    - name: note
      dtype: string
    - name: attributes
      list:
      - name: name
        dtype: string
      - name: value
        dtype: string
    - name: mentions
      list:
      - name: entity
        dtype: string
      - name: name
        dtype: string
      - name: link
        dtype: string
    - name: annotator
      dtype: string
    - name: created_at
      dtype: string
  - name: relations
    list:
    - name: type
      dtype: string
    - name: from
      dtype: string
    - name: to
      dtype: string
    - name: note
      dtype: string
  - name: events
    list:
    - name: type
      dtype: string
    - name: trigger
      dtype: string
    - name: roles
      list:
      - name: role
        dtype: string
      - name: span
        dtype: string
    - name: note
      dtype: string
  - name: extra
    dtype: string
";

/// The card as Markdown with its block of YAML.
#[must_use]
pub fn card(corpus: &Corpus, columns: &[String], options: &Options) -> String {
    let mut languages: Vec<&str> = Vec::new();
    for language in corpus.documents.iter().map(|sheet| sheet.language.split('-').next().unwrap_or_default()) {
        if !language.is_empty() && language.bytes().all(|byte| byte.is_ascii_lowercase()) && !languages.contains(&language) {
            languages.push(language);
        }
    }
    let mut out = String::from("---\n");
    // Writing to a string cannot fail.
    if !languages.is_empty() {
        let _ = writeln!(out, "language:\n- {}", languages.join("\n- "));
    }
    out.push_str("task_categories:\n- token-classification\nconfigs:\n");
    out.push_str("- config_name: tokens\n  data_files: tokens.jsonl\n  default: true\n");
    out.push_str("- config_name: spans\n  data_files: spans.jsonl\ndataset_info:\n- config_name: tokens\n  features:\n");
    for name in ["id", "doc"] {
        let _ = writeln!(out, "  - name: {name}\n    dtype: string");
    }
    for name in std::iter::once("tokens").chain(columns.iter().map(String::as_str)) {
        let _ = writeln!(out, "  - name: {name}\n    sequence: string");
    }
    let _ = write!(out, "- config_name: spans\n  features:\n{DOCUMENTS}---\n\n");
    let _ = writeln!(out, "# {}\n", if corpus.name.is_empty() { "Annotated texts" } else { &corpus.name });
    let scheme = match options.scheme {
        Scheme::Iob2 => "IOB2 (`B-` on each first token)",
        Scheme::Iob1 => "IOB1 (`I-`, and `B-` only where two of one label touch)",
        Scheme::Bioes => "BIOES",
    };
    let columns = columns.iter().map(|column| format!("`{column}`")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(
        out,
        "- `tokens.jsonl`: a sentence a line, its tokens and their tags as {scheme}. Columns: {columns}; each next one holds what lies inside, crosses or has the limits of what stands in those before it."
    );
    out.push_str("- `spans.jsonl`: a document a line, its text as it is and its spans. `start` and `end` count Unicode code points, as Python does; the end is exclusive: `text[start:end]`.\n");
    let mut labels: Vec<&str> = corpus.documents.iter().flat_map(|sheet| &sheet.spans).map(|span| span.label.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    if !labels.is_empty() {
        out.push_str("\n| label | name | spans |\n| --- | --- | --- |\n");
    }
    for label in labels {
        let count = corpus.documents.iter().flat_map(|sheet| &sheet.spans).filter(|span| span.label == label).count();
        let name = corpus.tagset.labels.iter().find(|one| one.id.as_str() == label).map_or("", |one| one.name.en.as_str());
        let _ = writeln!(out, "| {} | {} | {count} |", plain(label), plain(name));
    }
    out
}

/// A text that a cell of a table can hold.
fn plain(text: &str) -> String {
    text.replace(['|', '\n', '\r'], " ")
}
