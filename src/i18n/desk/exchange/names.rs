//! The formats by name, and what each is for.

use crate::format::exchange::formats::Format;
use crate::i18n::Lang;

/// What a format is called.
#[must_use]
pub const fn name(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::WebAnnotation => "W3C Web Annotation (JSON-LD)",
        Format::Brat => "brat",
        Format::Conll => "CoNLL (IOB2, BIOES)",
        Format::Doccano => "doccano (JSONL)",
        Format::LabelStudio => "Label Studio (JSON)",
        Format::Spacy => "spaCy (JSONL)",
        Format::DocBin => "spaCy (DocBin)",
        Format::Prodigy => "Prodigy (JSONL)",
        Format::CasJson => "UIMA CAS JSON (INCEpTION)",
        Format::Xmi => "UIMA CAS XMI (INCEpTION)",
        Format::WebAnno => "WebAnno TSV 3.3",
        Format::PubAnnotation => "PubAnnotation (JSON)",
        Format::Tei => "TEI P5",
        Format::Table => match lang {
            Lang::Ar => "جدول (CSV وTSV)",
            Lang::En => "Table (CSV and TSV)",
        },
        Format::HuggingFace => "Hugging Face (JSONL)",
    }
}

/// What a format is for, and what it counts.
#[must_use]
pub const fn about(lang: Lang, format: Option<Format>) -> &'static str {
    match (lang, format) {
        (Lang::Ar, None) => "صيغة حاشية نفسها: كل شيء، ويُفتح هنا من جديد. المواضع بالمحارف وUTF-16 وUTF-8 معًا.",
        (Lang::En, None) => "Hashiya's own: everything, to be opened here again. Offsets in code points, UTF-16 and UTF-8 alike.",
        (Lang::Ar, Some(format)) => match format {
            Format::WebAnnotation => "للمكتبات والأرشيفات والبيانات المترابطة. المواضع بالمحارف، ومع كل مقطع نصه وسياقه.",
            Format::Brat => "ملفات .txt و.ann لأداة brat وما يقرأ صيغتها. المواضع بالمحارف.",
            Format::Conll => "كلمة ووسومها في كل سطر، لتدريب النماذج.",
            Format::Doccano => "لأداة doccano. صفحتها تعدّ بوحدات UTF-16.",
            Format::LabelStudio => "مهام أداة Label Studio مع إعدادها. المواضع بالمحارف.",
            Format::Spacy => "مستندات spaCy سطرًا سطرًا.",
            Format::DocBin => "ملف spaCy الثنائي، لأمر spacy train.",
            Format::Prodigy => "لأداة Prodigy.",
            Format::CasJson => "لأداة INCEpTION ومكتبات UIMA. المواضع بوحدات UTF-16.",
            Format::Xmi => "لأداة INCEpTION ومكتبات UIMA، مع وصف الأنواع. المواضع بوحدات UTF-16.",
            Format::WebAnno => "جدول WebAnno القديم. المواضع بوحدات UTF-16.",
            Format::PubAnnotation => "لأداة TextAE. المواضع بوحدات UTF-16.",
            Format::Tei => "للإنسانيات الرقمية: النص وعلامات منفصلة عنه.",
            Format::Table => "للجداول الحسابية ولغة R ومكتبة pandas. المواضع بالمحارف.",
            Format::HuggingFace => "لمكتبة datasets: كلمات ورموز، ومقاطع.",
        },
        (Lang::En, Some(format)) => match format {
            Format::WebAnnotation => "For libraries, archives and linked data. Code points, with each span's quote and context.",
            Format::Brat => "The .txt and .ann files of brat and its many readers. Code points.",
            Format::Conll => "A token and its tags in each line, to train models with.",
            Format::Doccano => "For doccano, whose page counts UTF-16 units.",
            Format::LabelStudio => "Tasks for Label Studio with its labelling configuration. Code points.",
            Format::Spacy => "spaCy's documents, one in each line.",
            Format::DocBin => "spaCy's binary file, for spacy train.",
            Format::Prodigy => "For Prodigy.",
            Format::CasJson => "For INCEpTION and UIMA libraries. UTF-16 units.",
            Format::Xmi => "For INCEpTION and UIMA libraries, with the type system. UTF-16 units.",
            Format::WebAnno => "WebAnno's older table. UTF-16 units.",
            Format::PubAnnotation => "For TextAE. UTF-16 units.",
            Format::Tei => "For the digital humanities: the text, and marks that stand apart from it.",
            Format::Table => "For spreadsheets, R and pandas. Code points.",
            Format::HuggingFace => "For the datasets library: tokens with tags, and spans.",
        },
    }
}

/// An encoding by the label that a browser's decoder knows.
#[must_use]
pub fn encoding(lang: Lang, label: &str) -> String {
    match (lang, label) {
        (Lang::Ar, "windows-1256") => "ويندوز 1256 (العربية)".to_owned(),
        (Lang::En, "windows-1256") => "Windows-1256 (Arabic)".to_owned(),
        (Lang::Ar, "iso-8859-6") => "آيزو 8859-6 (العربية)".to_owned(),
        (Lang::En, "iso-8859-6") => "ISO-8859-6 (Arabic)".to_owned(),
        (_, other) => other.to_uppercase(),
    }
}
