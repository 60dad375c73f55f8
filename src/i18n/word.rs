//! The fixed strings of the interface, by name.

macro_rules! words {
    ($($(#[$about:meta])* $name:ident,)*) => {
        /// A fixed string, named after what it says.
        #[allow(missing_docs, reason = "each is named after what it says; `ar` and `en` have the words")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word {
            $($(#[$about])* $name,)*
        }

        impl Word {
            /// All.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

words! {
    // The page.
    Product,
    Tools,
    Documents,
    Tagset,
    Margin,
    Notices,
    // The bar.
    Undo,
    Redo,
    List,
    Names,
    NamesHover,
    NamesAlways,
    NamesNever,
    Size,
    Larger,
    Smaller,
    Spacing,
    Wider,
    Closer,
    Theme,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Language,
    SwitchLanguage,
    Help,
    Settings,
    Palette,
    OpenFiles,
    Download,
    Downloads,
    Saved,
    Saving,
    NotSaved,
    SavedBoth,
    SavedPersisted,
    SavedLocal,
    SavedMirror,
    SavedNowhere,
    SavedFailed,
    // Documents.
    Status,
    StatusNew,
    StatusWorking,
    StatusDone,
    NextDocument,
    PreviousDocument,
    OurTitle,
    FirstVisit,
    // Labels.
    HideLabel,
    ShowLabel,
    ShowLabels,
    AllLabels,
    // Cards.
    Card,
    Relabel,
    Note,
    NotePlaceholder,
    EditNote,
    Start,
    End,
    StartBack,
    StartForward,
    EndBack,
    EndForward,
    Delete,
    AlsoHere,
    Offsets,
    Received,
    Close,
    ChosenSpans,
    Deselect,
    OpenStack,
    // The list.
    Of,
    Words,
    FilterLabel,
    EveryLabel,
    Choose,
    ChooseAll,
    GoTo,
    More,
    NoSpans,
    NoSpansHint,
    NothingFound,
    ClearFilter,
    // The bar at the selection.
    SelectionBar,
    // Windows.
    PaletteHint,
    PaletteNothing,
    KindCommand,
    KindLabel,
    KindDocument,
    DownloadWhole,
    DownloadDocument,
    DownloadShown,
    DownloadBoth,
    DownloadsAbout,
    SingleKeys,
    SingleKeysAbout,
    Annotator,
    AnnotatorAbout,
    // Keys.
    GroupTagging,
    GroupReading,
    GroupSpans,
    GroupPage,
    KeyLabels,
    KeyEnter,
    KeyLeave,
    KeyWord,
    KeyAll,
    KeyMoveLetter,
    KeyMoveWord,
    KeyMoveBlock,
    KeyMoveDocument,
    KeySelectLetter,
    KeySelectWord,
    KeySelectBlock,
    KeySelectDocument,
    KeyOtherSpan,
    KeyHold,
    KeyDelete,
    KeyOtherDocument,
    KeysAbout,
}
