//! Names of types and features.

use std::collections::BTreeSet;

pub const ANNOTATION: &str = "uima.tcas.Annotation";
pub const STRING: &str = "uima.cas.String";
pub const SPAN: &str = "custom.Span";
pub const RELATION: &str = "custom.Relation";
pub const EVENT: &str = "custom.Event";
pub const ROLE: &str = "custom.Role";
pub const DOCUMENT_LABEL: &str = "custom.DocumentLabel";
pub const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
pub const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
pub const META: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";

/// Features of our spans, beside those of their attributes.
pub const LABEL: &str = "label";
pub const IDENTIFIER: &str = "identifier";
pub const ENTITY_ID: &str = "entityId";
pub const ENTITY_NAME: &str = "entityName";
pub const NOTE: &str = "note";
pub const ANNOTATOR: &str = "annotator";
pub const CREATED: &str = "createdAt";
/// The id of a span, the same on all its pieces.
pub const SPAN_ID: &str = "spanId";
pub const RELATION_ID: &str = "relationId";
pub const EVENT_ID: &str = "eventId";
/// The span whose words tell of an event.
pub const TRIGGER: &str = "trigger";

/// What an attribute cannot be called.
const TAKEN: [&str; 14] = [
    "begin",
    "end",
    "sofa",
    "value",
    LABEL,
    IDENTIFIER,
    ENTITY_ID,
    ENTITY_NAME,
    NOTE,
    ANNOTATOR,
    CREATED,
    SPAN_ID,
    "Governor",
    "Dependent",
];

/// The names of attributes as UIMA allows them: a letter, then letters, digits and `_`.
pub fn features<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    let mut names: Vec<(String, String)> = Vec::new();
    for id in ids {
        if names.iter().any(|(other, _)| other == id) {
            continue;
        }
        let mut plain: String = id.chars().map(|one| if one.is_ascii_alphanumeric() { one } else { '_' }).collect();
        if !plain.starts_with(|one: char| one.is_ascii_alphabetic()) {
            plain.insert_str(0, "a_");
        }
        let mut candidates = std::iter::once(plain.clone()).chain((2_u32..).map(|n| format!("{plain}_{n}")));
        let name = candidates.find(|name| taken.insert(name.clone())).unwrap_or(plain);
        names.push((id.to_owned(), name));
    }
    names
}

/// An id of Wikidata as the address that INCEpTION knows it by; any other link stays.
pub fn address(link: &str) -> String {
    if is_wikidata(link) { format!("{WIKIDATA}{link}") } else { link.to_owned() }
}

/// The link of such an address.
pub fn link(address: &str) -> &str {
    address.strip_prefix(WIKIDATA).filter(|id| is_wikidata(id)).unwrap_or(address)
}

const WIKIDATA: &str = "http://www.wikidata.org/entity/";

fn is_wikidata(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
