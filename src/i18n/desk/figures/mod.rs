//! What the page of figures says: its words, and each figure told: title, description, table and plot.

mod agreement;
mod counts;
mod forms;
mod methods;
mod places;
mod report;
#[cfg(test)]
mod tests;

use super::annotators;
use super::words_of::words;
use crate::core::figures::heat::Heat;
use crate::core::figures::kind::Kind;
use crate::core::figures::plot::Plot;
use crate::core::figures::table::Table;
use crate::core::figures::{Figures, gather::Within};
use crate::core::ids::SetId;
use crate::core::state::State;
use crate::i18n::ar::nouns::{Forms, declined};
use crate::i18n::en::nouns::numbered;
use crate::i18n::{self, Lang, Noun};

pub use methods::{Made, methods};
pub use report::report;

words! {
    What: "ما يُحسب", "What is counted";
    Documents: "المستندات", "Documents";
    Sets: "الواسمون", "Annotators";
    Leftovers: "ومخلّفات المواقع أيضًا", "Also the leftovers of websites";
    Together: "اجتماع الوسوم في", "Labels together in";
    Sentence: "الجملة", "A sentence";
    Block: "الفقرة", "A paragraph";
    Nothing: "لا مقاطع تُحصى بعد.", "There are no spans to count yet.";
    NothingHow: "حدّد كلمات في النص وضع لها وسمًا، أو أضف ملفات فيها وسوم.", "Select words in the text and give them a label, or add files that have labels.";
    NothingChosen: "لم يُختر شيء يُحسب: اختر مستندًا وواسمًا.", "Nothing is chosen: choose a document and an annotator.";
    Example: "أرني مثالًا", "Show me an example";
    Report: "طباعة تقرير", "Print a report";
    ReportTitle: "تقرير الوسم", "Annotation report";
    Table: "الجدول", "Table";
    Svg: "SVG", "SVG";
    Png: "PNG", "PNG";
    Csv: "CSV", "CSV";
    Download: "تنزيل", "Download";
    FormsOf: "صيغ الوسم", "Forms of the label";
    AllLabels: "كل الوسوم", "All labels";
    Methods: "فقرة المنهج", "Methods paragraph";
    Copy: "نسخ", "Copy";
    Copied: "نُسخت الفقرة.", "The paragraph is copied.";
    CopyBySelf: "لم يسمح المتصفّح بالنسخ. الفقرة محدَّدة: انسخها بمفتاحي Ctrl وC.", "The browser did not allow copying. The paragraph is selected: copy it by Ctrl and C.";
    NoPicture: "لم يستطع المتصفّح رسم الصورة. نزّل SVG بدلًا منها.", "The browser could not draw the picture. Download the SVG instead.";
    NoFace: "نُزّل SVG بلا خط الصفحة، إذ تعذّرت قراءته. سيُعرض بخط آخر.", "The SVG was downloaded without the page's face, which could not be read. Another face will show it.";
    Label: "الوسم", "Label";
    Code: "الرمز", "Code";
    Document: "المستند", "Document";
    Annotator: "الواسم", "Annotator";
    Spans: "المقاطع", "Spans";
    UnitSpans: "مقطع", "spans";
    Share: "النسبة", "Share";
    Words: "الكلمات", "Words";
    UnitWords: "كلمة", "words";
    Characters: "المحارف", "Characters";
    UnitCharacters: "محرف", "code points";
    Median: "وسيط الطول", "Median length";
    PerThousand: "المقاطع في كل ألف كلمة", "Spans per thousand words";
    All: "المجموع", "Total";
    From: "من", "From";
    To: "إلى", "To";
    Part: "الجزء", "Part";
    Start: "أول النص", "Beginning";
    End: "آخر النص", "End";
    UnitSentences: "جملة", "sentences";
    UnitBlocks: "فقرة", "paragraphs";
    Day: "اليوم", "Day";
    Hour: "الساعة", "Hour";
    SoFar: "المجموع حتى ذلك الوقت", "Total so far";
    Form: "الصيغة", "Form";
    Variants: "طرق كتابتها", "How it is written";
    Other: "وسوم أخرى", "Other labels";
    Axis: "طول المقطع", "Length of a span";
}

/// The title of a figure.
#[must_use]
pub const fn title(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::Ar => match kind {
            Kind::Labels => "مقاطع كل وسم",
            Kind::Documents => "المقاطع في كل مستند",
            Kind::ByDocument => "الوسوم في المستندات",
            Kind::BySet => "الوسوم عند الواسمين",
            Kind::Words => "أطوال المقاطع بالكلمات",
            Kind::Characters => "أطوال المقاطع بالمحارف",
            Kind::Density => "كثافة المقاطع على امتداد النص",
            Kind::Together => "الوسوم التي تجتمع",
            Kind::Time => "تقدّم العمل",
            Kind::Forms => "أكثر الصيغ ورودًا",
            Kind::Agreement => "اتفاق الواسمين",
        },
        Lang::En => match kind {
            Kind::Labels => "Spans of each label",
            Kind::Documents => "Spans in each document",
            Kind::ByDocument => "Labels by document",
            Kind::BySet => "Labels by annotator",
            Kind::Words => "Lengths of spans in words",
            Kind::Characters => "Lengths of spans in characters",
            Kind::Density => "Density along the text",
            Kind::Together => "Labels that stand together",
            Kind::Time => "Progress",
            Kind::Forms => "Most frequent forms",
            Kind::Agreement => "Agreement of annotators",
        },
    }
}

/// A figure in a language: all that the page, its files and the report show of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Which it is.
    pub kind: Kind,
    /// What it shows, and the most notable of it, in a sentence or two.
    pub about: String,
    /// The drawing, from whichever side the language runs.
    pub plot: Plot,
    /// The numbers.
    pub table: Table,
}

/// What a figure is told of.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// The language.
    pub lang: Lang,
    /// The project, for its names.
    pub state: &'a State,
    /// What was counted.
    pub figures: &'a Figures,
    /// What was measured.
    pub heat: &'a Heat,
    /// Within what labels stand together.
    pub within: Within,
    /// The label whose forms are told; all where there is none.
    pub label: Option<usize>,
    /// How many rows a plot has at most, and how many columns. The table has all.
    pub most: (usize, usize),
}

/// A figure told; `None` where there is nothing to tell: progress of spans that say no time, annotators where there is one.
#[must_use]
pub fn told(ask: &Ask<'_>, kind: Kind) -> Option<Told> {
    let (about, plot, table) = match kind {
        Kind::Labels => counts::labels(ask),
        Kind::Documents => counts::documents(ask)?,
        Kind::ByDocument => counts::by_document(ask)?,
        Kind::BySet => counts::by_set(ask)?,
        Kind::Words => counts::words(ask),
        Kind::Characters => counts::characters(ask),
        Kind::Density => places::density(ask),
        Kind::Together => places::together(ask)?,
        Kind::Time => places::time(ask)?,
        Kind::Forms => forms::forms(ask),
        Kind::Agreement => agreement::agreement(ask)?,
    };
    let plot = if ask.lang == Lang::Ar { plot.turned() } else { plot };
    Some(Told { kind, about, plot, table })
}

impl Ask<'_> {
    fn word(&self, one: Word) -> &'static str {
        word(self.lang, one)
    }

    fn label_name(&self, label: usize) -> String {
        self.figures.labels.get(label).map(|id| i18n::label_name(self.lang, id, &self.state.tagset)).unwrap_or_default()
    }

    fn document_name(&self, document: usize) -> String {
        let found = self.figures.documents.get(document).and_then(|id| self.state.document(id));
        found.map(|found| i18n::document_name(self.lang, &found.document)).unwrap_or_default()
    }

    fn document_names(&self) -> Vec<String> {
        (0..self.figures.documents.len()).map(|place| self.document_name(place)).collect()
    }

    fn set_names(&self) -> Vec<String> {
        self.figures.sets.iter().map(|id| set_name(self.lang, self.state, id)).collect()
    }
}

/// Whose a set is, as everywhere; its id where it is gone.
#[must_use]
pub fn set_name(lang: Lang, state: &State, id: &SetId) -> String {
    state.set(id).map_or_else(|| id.to_string(), |set| annotators::set_name(lang, set))
}

/// An annotator, in Arabic: as in `ar::nouns`.
const ANNOTATOR: Forms = ["واسم واحد", "واسمان", "واسمين", "واسمين", "واسمًا", "واسم", "لا واسم"];
const WORD: Forms = ["كلمة واحدة", "كلمتان", "كلمتين", "كلمات", "كلمة", "كلمة", "لا كلمات"];
const CHARACTER: Forms = ["محرف واحد", "محرفان", "محرفين", "محارف", "محرفًا", "محرف", "لا محارف"];
const SENTENCE: Forms = ["جملة واحدة", "جملتان", "جملتين", "جمل", "جملة", "جملة", "لا جملة"];
const BLOCK: Forms = ["فقرة واحدة", "فقرتان", "فقرتين", "فقرات", "فقرة", "فقرة", "لا فقرة"];
const FORM: Forms = ["صيغة واحدة", "صيغتان", "صيغتين", "صيغ", "صيغة", "صيغة", "لا صيغة"];

/// So many of something that these forms and words name. `after` where it stands in the Arabic genitive.
fn so_many(lang: Lang, forms: Forms, (one, more): (&str, &str), count: usize, after: bool) -> String {
    match lang {
        Lang::Ar => declined(forms, count, after),
        Lang::En => numbered(one, more, count),
    }
}

/// So many annotators.
fn people(lang: Lang, count: usize) -> String {
    so_many(lang, ANNOTATOR, ("annotator", "annotators"), count, false)
}

/// So many sentences or paragraphs.
fn units(lang: Lang, within: Within, count: usize, after: bool) -> String {
    match within {
        Within::Sentence => so_many(lang, SENTENCE, ("sentence", "sentences"), count, after),
        Within::Block => so_many(lang, BLOCK, ("paragraph", "paragraphs"), count, after),
    }
}

/// What the figures are of, in one line.
#[must_use]
pub fn summary(lang: Lang, figures: &Figures) -> String {
    let spans = i18n::counted(lang, Noun::Span, figures.spans.len());
    let documents = match lang {
        Lang::Ar => i18n::ar::nouns::counted(Noun::Document, figures.documents.len(), true),
        Lang::En => i18n::counted(lang, Noun::Document, figures.documents.len()),
    };
    let who = people(lang, figures.sets.len());
    match lang {
        Lang::Ar => format!("{spans} في {documents}، {who}"),
        Lang::En => format!("{spans} in {documents}, {who}"),
    }
}

/// That a plot does not show all.
fn cut(lang: Lang, drawn: usize, all: usize) -> String {
    match (lang, drawn < all) {
        (_, false) => String::new(),
        (Lang::Ar, true) => format!(" المرسوم أول {drawn} من {all}."),
        (Lang::En, true) => format!(" Drawn are the first {drawn} of {all}."),
    }
}

/// That the page shows the beginning of a table.
#[must_use]
pub fn beginning(lang: Lang, drawn: usize, all: usize) -> String {
    match lang {
        Lang::Ar => format!("أول {drawn} من {all} من الصفوف؛ وكلها في ملف CSV."),
        Lang::En => format!("The first {drawn} of {all} rows; the CSV has all."),
    }
}
