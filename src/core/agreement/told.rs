//! What was found, as a list of measures: of a pair or of all together, on all labels or on one. Pages and files tell the
//! same list.

use super::coreference::Score;
use super::gamma::Gamma;
use super::measure::{Measure, Tally, Why};
use super::survey::{Line, Pair, Report, Together};

/// A measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// F1 of spans with the very same limits and label.
    Exact,
    /// The same, with limits that may differ by clitics, punctuation and space.
    Tolerant,
    /// The same, with any words in common.
    Overlap,
    /// F1 of spans with the very same limits, whatever their labels.
    Unlabelled,
    /// The same, with limits that may differ by clitics, punctuation and space.
    UnlabelledTolerant,
    /// The same, with any words in common.
    UnlabelledOverlap,
    /// Cohen's kappa on tokens.
    Cohen,
    /// Fleiss' kappa on tokens.
    Fleiss,
    /// Krippendorff's alpha on tokens.
    Alpha,
    /// Krippendorff's alpha of unitizing.
    AlphaU,
    /// Mathet's gamma.
    Gamma,
    /// F1 of relations between spans that both have, of the same type.
    Relations,
    /// The same, whatever the type.
    RelationsAny,
    /// F1 of what fills the roles of events that both have, in the same role.
    Roles,
    /// The same, in whatever role.
    RolesAny,
    /// The share of spans that both have of which an attribute says the same.
    Attribute,
    /// Cohen's kappa of that attribute.
    AttributeKappa,
    /// MUC.
    Muc,
    /// B³.
    BCubed,
    /// CEAF by mentions.
    CeafMentions,
    /// CEAF by entities.
    CeafEntities,
    /// The CoNLL average.
    Conll,
}

impl Kind {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 22] = [
        Self::Exact,
        Self::Tolerant,
        Self::Overlap,
        Self::Unlabelled,
        Self::UnlabelledTolerant,
        Self::UnlabelledOverlap,
        Self::Cohen,
        Self::Fleiss,
        Self::Alpha,
        Self::AlphaU,
        Self::Gamma,
        Self::Relations,
        Self::RelationsAny,
        Self::Roles,
        Self::RolesAny,
        Self::Attribute,
        Self::AttributeKappa,
        Self::Muc,
        Self::BCubed,
        Self::CeafMentions,
        Self::CeafEntities,
        Self::Conll,
    ];

    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "f1_exact",
            Self::Tolerant => "f1_tolerant",
            Self::Overlap => "f1_overlap",
            Self::Unlabelled => "f1_exact_unlabelled",
            Self::UnlabelledTolerant => "f1_tolerant_unlabelled",
            Self::UnlabelledOverlap => "f1_overlap_unlabelled",
            Self::Cohen => "cohen_kappa",
            Self::Fleiss => "fleiss_kappa",
            Self::Alpha => "krippendorff_alpha",
            Self::AlphaU => "krippendorff_alpha_u",
            Self::Gamma => "gamma",
            Self::Relations => "relations_f1",
            Self::RelationsAny => "relations_f1_untyped",
            Self::Roles => "roles_f1",
            Self::RolesAny => "roles_f1_untyped",
            Self::Attribute => "attribute_agreement",
            Self::AttributeKappa => "attribute_cohen_kappa",
            Self::Muc => "muc_f1",
            Self::BCubed => "b_cubed_f1",
            Self::CeafMentions => "ceaf_m_f1",
            Self::CeafEntities => "ceaf_e_f1",
            Self::Conll => "conll_f1",
        }
    }
}

/// A measure with its value and what goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Which.
    pub kind: Kind,
    /// The number of the attribute that it is about.
    pub attribute: Option<usize>,
    /// Its value, or why there is none.
    pub value: Measure,
    /// Precision and recall, the first annotator being the standard.
    pub parts: Option<(Measure, Measure)>,
    /// What was counted.
    pub tally: Option<Tally>,
    /// How many pairs of spans count as the same only because clitics, punctuation or space are forgiven.
    pub excused: Option<usize>,
    /// How far the value may be off, with 95 % confidence.
    pub error: Option<f64>,
}

impl Told {
    const fn new(kind: Kind, value: Measure) -> Self {
        Self { kind, attribute: None, value, parts: None, tally: None, excused: None, error: None }
    }

    const fn counted(kind: Kind, tally: Tally) -> Self {
        Self { parts: Some((tally.precision(), tally.recall())), tally: Some(tally), ..Self::new(kind, tally.f1()) }
    }

    fn scored(kind: Kind, score: Score) -> Self {
        Self { parts: Some((score.precision(), score.recall())), ..Self::new(kind, score.f1()) }
    }
}

/// What is told of gamma.
#[must_use]
pub fn gamma(found: &Result<Gamma, Why>) -> Told {
    Told {
        error: found.as_ref().ok().map(|gamma| gamma.error),
        ..Told::new(Kind::Gamma, found.as_ref().map(|gamma| gamma.value).map_err(|why| *why))
    }
}

/// What is told of a pair but gamma: on all labels, or on the one of that number.
#[must_use]
pub fn of_pair(pair: &Pair, label: Option<usize>) -> Vec<Told> {
    let Some(line) = label.map_or(Some(&pair.all), |label| pair.labels.get(label)) else { return Vec::new() };
    let mut told = spans(line).to_vec();
    if label.is_none() {
        let shared = pair.unlabelled;
        let excused = shared.tolerant.shared.checked_sub(shared.exact.shared);
        told.extend([
            Told::counted(Kind::Unlabelled, shared.exact),
            Told { excused, ..Told::counted(Kind::UnlabelledTolerant, shared.tolerant) },
            Told::counted(Kind::UnlabelledOverlap, shared.overlap),
        ]);
    }
    told.extend([Told::new(Kind::Cohen, line.cohen), Told::new(Kind::Alpha, line.alpha), Told::new(Kind::AlphaU, line.alpha_u)]);
    if label.is_none() {
        told.extend([
            Told::counted(Kind::Relations, pair.relations.1),
            Told::counted(Kind::RelationsAny, pair.relations.0),
            Told::counted(Kind::Roles, pair.roles.1),
            Told::counted(Kind::RolesAny, pair.roles.0),
        ]);
        for (attribute, said) in pair.attributes.iter().enumerate() {
            let share = if said.spans > 0 { Ok(said.same as f64 / said.spans as f64) } else { Err(Why::NothingShared) };
            let tally = Tally { shared: said.same, first: said.spans, second: said.spans };
            let (share, kappa) = (Told::new(Kind::Attribute, share), Told::new(Kind::AttributeKappa, said.kappa));
            told.push(Told { attribute: Some(attribute), tally: Some(tally), ..share });
            told.push(Told { attribute: Some(attribute), ..kappa });
        }
        told.extend([
            Told::scored(Kind::Muc, pair.entities.muc),
            Told::scored(Kind::BCubed, pair.entities.b_cubed),
            Told::scored(Kind::CeafMentions, pair.entities.ceaf_mentions),
            Told::scored(Kind::CeafEntities, pair.entities.ceaf_entities),
            Told::new(Kind::Conll, pair.entities.conll()),
        ]);
    }
    told
}

fn spans(line: &Line) -> [Told; 3] {
    let shared = line.spans;
    let excused = shared.tolerant.shared.checked_sub(shared.exact.shared);
    [
        Told::counted(Kind::Exact, shared.exact),
        Told { excused, ..Told::counted(Kind::Tolerant, shared.tolerant) },
        Told::counted(Kind::Overlap, shared.overlap),
    ]
}

/// What is told of all together but gamma, once that is known: on all labels, or on the one of that number.
#[must_use]
pub fn of_all(report: &Report, label: Option<usize>) -> Vec<Told> {
    let Some(all) = label.map_or(report.all.as_ref(), |label| report.labels.get(label)) else { return Vec::new() };
    let Together { f1: [exact, tolerant, overlap], fleiss, alpha, alpha_u } = all.clone();
    let mut told = vec![Told::new(Kind::Exact, exact), Told::new(Kind::Tolerant, tolerant), Told::new(Kind::Overlap, overlap)];
    if let Some([exact, tolerant, overlap]) = report.unlabelled.filter(|_| label.is_none()) {
        told.extend([
            Told::new(Kind::Unlabelled, exact),
            Told::new(Kind::UnlabelledTolerant, tolerant),
            Told::new(Kind::UnlabelledOverlap, overlap),
        ]);
    }
    told.extend([Told::new(Kind::Fleiss, fleiss), Told::new(Kind::Alpha, alpha), Told::new(Kind::AlphaU, alpha_u)]);
    told.extend(report.entities.filter(|_| label.is_none()).map(|conll| Told::new(Kind::Conll, conll)));
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_measure_has_a_name_of_its_own() {
        let names = Kind::ALL.iter().map(|kind| kind.name()).collect::<BTreeSet<_>>();
        assert_eq!(names.len(), Kind::ALL.len());
        assert!(Kind::ALL.windows(2).all(|pair| pair[0] < pair[1]), "in the order of their telling");
    }
}
