//! The pages of the desk: the second program, for what is done over many spans at once.

/// A page of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskPage {
    /// Lists the documents.
    Documents,
    /// Finds words in all documents.
    Search,
    /// Offers what is written like the chosen span, to be tagged at once.
    Twins,
    /// Lists what wants a look.
    Lint,
    /// Edits the labels.
    Tagset,
    /// Edits and shows the guidelines.
    Guidelines,
    /// Lists the relations, events and links of the open document.
    Relations,
    /// Lists the entities and their mentions.
    Entities,
    /// Holds what the documents say of the same against each other.
    Compare,
    /// Lists whose work is in the project, and takes in what annotators send back.
    Annotators,
    /// Tells how far annotators agree.
    Agreement,
    /// Settles what annotators say differently.
    Settle,
    /// Counts and draws what is annotated.
    Figures,
    /// Takes files and texts in.
    Import,
    /// Writes the project, or a part of it, in other tools' formats.
    Export,
    /// Shows and changes the keys.
    Keys,
    /// Downloads, back-up, and what is kept on this machine.
    Keeping,
}

impl DeskPage {
    /// All pages, in the order of their tabs.
    pub const ALL: [Self; 17] = [
        Self::Search,
        Self::Twins,
        Self::Lint,
        Self::Relations,
        Self::Entities,
        Self::Compare,
        Self::Tagset,
        Self::Guidelines,
        Self::Keys,
        Self::Annotators,
        Self::Agreement,
        Self::Settle,
        Self::Figures,
        Self::Documents,
        Self::Import,
        Self::Export,
        Self::Keeping,
    ];

    /// Its name between the two programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Search => "search",
            Self::Twins => "twins",
            Self::Lint => "lint",
            Self::Tagset => "tagset",
            Self::Guidelines => "guidelines",
            Self::Relations => "relations",
            Self::Entities => "entities",
            Self::Compare => "compare",
            Self::Annotators => "annotators",
            Self::Agreement => "agreement",
            Self::Settle => "settle",
            Self::Figures => "figures",
            Self::Import => "import",
            Self::Export => "export",
            Self::Keys => "keys",
            Self::Keeping => "keeping",
        }
    }

    /// The page of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// Pages that serve one purpose. Seventeen tabs beside one another are a wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskGroup {
    /// Finding and checking.
    Find,
    /// What belongs together.
    Links,
    /// Labels, and how they are meant and reached.
    Tagging,
    /// Several annotators.
    Team,
    /// What comes in, goes out and is kept.
    Files,
}

impl DeskGroup {
    /// All groups, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Find, Self::Links, Self::Tagging, Self::Team, Self::Files];

    /// The group that a page belongs to.
    #[must_use]
    pub const fn of(page: DeskPage) -> Self {
        match page {
            DeskPage::Search | DeskPage::Twins | DeskPage::Lint => Self::Find,
            DeskPage::Relations | DeskPage::Entities | DeskPage::Compare => Self::Links,
            DeskPage::Tagset | DeskPage::Guidelines | DeskPage::Keys => Self::Tagging,
            DeskPage::Annotators | DeskPage::Agreement | DeskPage::Settle | DeskPage::Figures => Self::Team,
            DeskPage::Documents | DeskPage::Import | DeskPage::Export | DeskPage::Keeping => Self::Files,
        }
    }

    /// Its pages, in the order of their tabs.
    pub fn pages(self) -> impl Iterator<Item = DeskPage> {
        DeskPage::ALL.into_iter().filter(move |page| Self::of(*page) == self)
    }

    /// Its name in the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::Links => "links",
            Self::Tagging => "tagging",
            Self::Team => "team",
            Self::Files => "files",
        }
    }
}
