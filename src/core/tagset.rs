//! Labels and the ordered set of them.

use super::colour::{Colour, Line};
use super::ids::LabelId;
use super::record::Extra;
use std::rc::Rc;

/// A text in both languages of the interface. An empty one falls back to the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// In Arabic.
    pub ar: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    /// Both texts.
    #[must_use]
    pub fn new(ar: &str, en: &str) -> Self {
        Self { ar: ar.into(), en: en.into() }
    }
}

/// A category that a span can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its id, also its short code: `PERS`.
    pub id: LabelId,
    /// Its names.
    pub name: Bilingual,
    /// What it is for.
    pub description: Bilingual,
    /// Its colour.
    pub colour: Colour,
    /// Its underline.
    pub line: Line,
    /// The key that gives it, as [`super::keymap`] names keys: `1`, `q`.
    pub shortcut: Option<String>,
    /// The label it belongs under.
    pub parent: Option<LabelId>,
    /// What a file said of it beyond this, kept as it was (its examples among them).
    pub extra: Extra,
}

impl Label {
    /// Whether it is offered no more. Its spans stay.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.extra.get("retired").is_some_and(|flag| flag == true)
    }
}

/// The labels in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tagset {
    /// The labels. Shared, so that a change of one copies only pointers.
    pub labels: Vec<Rc<Label>>,
    /// Relation types, event types, attributes and whatever else a file's tagset held.
    pub extra: Extra,
}

impl Tagset {
    /// The label of that id.
    #[must_use]
    pub fn get(&self, id: &LabelId) -> Option<&Rc<Label>> {
        self.labels.iter().find(|label| label.id == *id)
    }

    /// The labels that are offered: those in use, not the retired ones.
    pub fn offered(&self) -> impl Iterator<Item = &Rc<Label>> {
        self.labels.iter().filter(|label| !label.is_retired())
    }

    /// Where in the order a label stands.
    #[must_use]
    pub fn position(&self, id: &LabelId) -> Option<usize> {
        self.labels.iter().position(|label| label.id == *id)
    }

    /// The label that a key gives.
    #[must_use]
    pub fn by_shortcut(&self, key: &str) -> Option<&Rc<Label>> {
        self.labels.iter().find(|label| label.shortcut.as_deref() == Some(key))
    }

    /// The label that a label stands under; `None` also where that is gone, or would stand under the label itself,
    /// as may come of edits in two tabs.
    #[must_use]
    pub fn parent(&self, label: &Label) -> Option<&Rc<Label>> {
        let up = |label: &Label| self.get(label.parent.as_ref()?);
        let parent = up(label)?;
        let mut above = std::iter::successors(Some(parent), |above| up(above)).take(self.labels.len());
        above.all(|above| above.id != label.id).then_some(parent)
    }

    /// The 21 types of the Wojood corpus (SinaLab), the tagset one starts with.
    #[must_use]
    pub fn wojood() -> Self {
        let labels = WOJOOD.iter().zip(WOJOOD_KEYS.chars()).map(|(row, key)| {
            let &(id, ar, en, about_ar, about_en, hue, step, line) = row;
            Rc::new(Label {
                id: id.into(),
                name: Bilingual::new(ar, en),
                description: Bilingual::new(about_ar, about_en),
                colour: Colour::Palette(hue, step),
                line,
                shortcut: Some(key.to_string()),
                parent: None,
                extra: Extra::default(),
            })
        });
        Self { labels: labels.collect(), extra: Extra::default() }
    }
}

/// The keys of the 21 labels in order: the digit row, then the row of letters below it.
const WOJOOD_KEYS: &str = "1234567890qwertyuiopa";

/// Id, names, descriptions, hue, step, line. Related labels share a hue; any two differ in at
/// least two of hue, step and line, for which 21 labels need seven lines (three steps times seven). Type names from the SinaLab/ArabicNER README.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, u8, u8, Line);
const WOJOOD: [Row; 21] = [
    ("PERS", "شخص", "Person", "اسم شخص", "The name of a person", 5, 2, Line::Solid),
    (
        "NORP",
        "جماعة",
        "Group",
        "مجموعة من الناس: قومية أو دينية أو سياسية",
        "A group of people: national, religious or political",
        5,
        1,
        Line::Thick,
    ),
    ("OCC", "منصب", "Occupation", "منصب أو مسمى وظيفي", "An occupation or title", 5, 3, Line::Dotted),
    ("ORG", "مؤسسة", "Organisation", "مؤسسة أو شركة أو هيئة", "A company, agency or institution", 3, 2, Line::Double),
    (
        "GPE",
        "كيان سياسي",
        "Political place",
        "بلد أو مدينة لها حدود إدارية",
        "A country or city with administrative borders",
        0,
        2,
        Line::Dashed,
    ),
    ("LOC", "موقع", "Location", "منطقة جغرافية أو مسطح مائي", "A geographical area or body of water", 0, 1, Line::Dotted),
    ("FAC", "معلم", "Facility", "مبنى أو معلم أو منشأة", "A building, landmark or facility", 0, 3, Line::Solid),
    ("EVENT", "حدث", "Event", "حدث له اسم أو وقت", "An event", 6, 3, Line::Thick),
    ("DATE", "تاريخ", "Date", "فترة زمنية تدل على تاريخ", "A date or period", 2, 2, Line::Dotted),
    ("TIME", "وقت", "Time", "جزء من اليوم", "A part of the day", 2, 3, Line::ThickDashed),
    ("LANGUAGE", "لغة", "Language", "لغة طبيعية", "A natural language", 7, 2, Line::ThickDotted),
    ("WEBSITE", "موقع إلكتروني", "Website", "موقع أو رابط إلكتروني", "A site or URL", 7, 1, Line::Double),
    ("LAW", "قانون", "Law", "قانون أو اتفاقية", "A law or treaty", 6, 1, Line::Dashed),
    ("PRODUCT", "منتج", "Product", "منتج أو سلاح أو مركبة", "A product, weapon or vehicle", 3, 3, Line::Dashed),
    ("CARDINAL", "عدد", "Cardinal", "عدد يدل على معدود", "A number that counts", 4, 1, Line::Solid),
    ("ORDINAL", "ترتيب", "Ordinal", "رقم لا يدل على معدود", "A number that orders", 4, 3, Line::Double),
    ("PERCENT", "نسبة", "Percent", "نسبة مئوية", "A percentage", 4, 2, Line::ThickDashed),
    ("QUANTITY", "كمية", "Quantity", "كمية تقاس بوحدة", "A measured quantity", 1, 2, Line::Thick),
    ("UNIT", "وحدة", "Unit", "وحدة قياس", "A unit of measure", 1, 1, Line::ThickDashed),
    ("MONEY", "مبلغ", "Money", "مبلغ مالي", "A sum of money", 3, 1, Line::ThickDotted),
    ("CURR", "عملة", "Currency", "عملة", "A currency", 1, 3, Line::ThickDotted),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_labels_differ_in_two_of_hue_step_and_line() {
        let labels = Tagset::wojood().labels;
        assert_eq!(labels.len(), 21);
        for (i, a) in labels.iter().enumerate() {
            for b in &labels[i + 1..] {
                let (Colour::Palette(hue_a, step_a), Colour::Palette(hue_b, step_b)) = (a.colour, b.colour) else { panic!() };
                let differences = [hue_a != hue_b, step_a != step_b, a.line != b.line].into_iter().filter(|d| *d).count();
                assert!(differences >= 2, "{} and {}", a.id, b.id);
                assert_ne!(a.shortcut, b.shortcut);
            }
        }
    }
}
