//! Which figures there are.

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The spans of each label.
    Labels,
    /// The spans in each document.
    Documents,
    /// The labels by document.
    ByDocument,
    /// The labels by annotation set.
    BySet,
    /// Lengths in words.
    Words,
    /// Lengths in code points.
    Characters,
    /// Where in a text spans are.
    Density,
    /// Which labels stand together.
    Together,
    /// What was made when.
    Time,
    /// The most frequent words of labels.
    Forms,
    /// How far each pair of sets agrees.
    Agreement,
}

impl Kind {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Labels,
        Self::Documents,
        Self::ByDocument,
        Self::BySet,
        Self::Words,
        Self::Characters,
        Self::Density,
        Self::Together,
        Self::Time,
        Self::Forms,
        Self::Agreement,
    ];

    /// Its name in the page and in the names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Labels => "labels",
            Self::Documents => "documents",
            Self::ByDocument => "labels-by-document",
            Self::BySet => "labels-by-annotator",
            Self::Words => "lengths-words",
            Self::Characters => "lengths-characters",
            Self::Density => "density",
            Self::Together => "together",
            Self::Time => "progress",
            Self::Forms => "forms",
            Self::Agreement => "agreement",
        }
    }
}
