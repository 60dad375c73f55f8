//! The fixed strings of the desk. Apart from the others, so that the first program does not carry them.

pub mod agreement;
pub mod annotators;
mod ar;
pub mod beside;
pub mod checked;
pub mod compare;
pub mod documents;
mod en;
pub mod exchange;
pub mod figures;
pub mod files;
pub mod found;
pub mod handed;
pub mod keeping;
pub mod keys;
pub mod shapes;
pub mod presets;
pub mod settle;
mod skeleton;
mod words_of;

pub use skeleton::skeleton;

use super::Lang;
use crate::core::desk::{DeskGroup, DeskPage};

macro_rules! words {
    ($($name:ident,)*) => {
        /// A fixed string of the desk, named after what it says.
        #[allow(missing_docs, reason = "each is named after what it says; `ar` and `en` have the words")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word {
            $($name,)*
        }

        impl Word {
            /// All.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

words! {
    Pages,
    PagesFind,
    PagesLinks,
    PagesTagging,
    PagesTeam,
    PagesFiles,
    TabDocuments,
    TabSearch,
    TabTwins,
    TabLint,
    TabTagset,
    TabGuidelines,
    TabKeys,
    TabKeeping,
    TabImport,
    TabExport,
    TabRelations,
    TabEntities,
    TabCompare,
    TabAnnotators,
    TabAgreement,
    TabSettle,
    TabFigures,
    FindWhat,
    FindHow,
    FindExact,
    FindExactTip,
    FindFolded,
    FindFoldedTip,
    FindClitics,
    FindCliticsTip,
    FindPattern,
    FindPatternTip,
    FindWhole,
    FindHint,
    FindKeys,
    FindLooking,
    UnderWay,
    FindNothing,
    FindNothingWords,
    FindNothingPattern,
    FindForms,
    PatternUnfinished,
    PatternBoundary,
    PatternUnreadable,
    PickAll,
    PickLabel,
    PickPlace,
    PickForm,
    TwinsOf,
    TwinsNone,
    TwinsLabel,
    TwinsLeftovers,
    TwinsDone,
    TwinsAlone,
    TwinsTagged,
    TwinsUndo,
    TwinsReverse,
    AliasNew,
    AliasHint,
    AliasAdd,
    AliasForget,
    LabelNew,
    LabelNewName,
    LabelMake,
    LabelMakeTag,
    LabelNameAr,
    LabelNameEn,
    LabelAboutAr,
    LabelAboutEn,
    ExamplesAr,
    CounterAr,
    ExamplesEn,
    CounterEn,
    LabelColour,
    LabelLine,
    LabelKey,
    LabelKeyAbout,
    NoKey,
    LabelParent,
    NoParent,
    MoveUp,
    MoveDown,
    Retire,
    RetireAbout,
    BringBack,
    Retired,
    LabelRemove,
    LabelInUse,
    LabelInUseAsk,
    RelabelTo,
    RemoveRelabel,
    RemoveDelete,
    Cancel,
    Presets,
    PresetChoose,
    PresetNone,
    PresetNew,
    PresetNothing,
    PresetAdd,
    PresetReplace,
    PresetReplaceAbout,
    TagsetFiles,
    TagsetDownload,
    TagsetOpen,
    TagsetOpened,
    TakeAdd,
    TakeReplace,
    HueRed,
    HueOrange,
    HueAmber,
    HueGreen,
    HueTeal,
    HueBlue,
    HueViolet,
    HuePink,
    StepLight,
    StepMiddle,
    StepDeep,
    LineSolid,
    LineDouble,
    LineDashed,
    LineDotted,
    LineThick,
    LineThickDashed,
    LineThickDotted,
    LintNone,
    LintLooking,
    LintFixAll,
    LintGo,
    LintKeys,
    FixLimits,
    FixRelabel,
    FixDelete,
    FixTag,
    Suggestions,
    SuggestOn,
    SuggestNone,
    SuggestOff,
    SuggestAccept,
    SuggestRefuse,
    SuggestAcceptAll,
    SuggestKeys,
    GuideLanguage,
    GuideArabic,
    GuideEnglish,
    GuideEdit,
    GuideRead,
    GuideText,
    GuideNone,
    GuideNoneAbout,
    GuideSkeleton,
    GuidePart,
    GuideWhole,
    GuideExamples,
    GuideCounter,
    GuideKeep,
    KeysHow,
    KeysReset,
    KeyHasMeaning,
    KeyUnfit,
    OnePerLine,
    GroupTagging,
    GroupReading,
    GroupSpans,
    GroupPage,
    GroupDesk,
    KeyAccept,
    KeyRefuse,
    KeyLabels,
    KeyLeave,
    KeyMoveLetter,
    KeyMoveWord,
    KeyMovePart,
    KeyMoveSentence,
    KeyMoveParagraph,
    KeyMoveBlock,
    KeyMoveDocument,
    KeySelectLetter,
    KeySelectWord,
    KeySelectPart,
    KeySelectSentence,
    KeySelectParagraph,
    KeySelectBlock,
    KeySelectDocument,
    KeyArm,
    KeyOtherSpan,
    KeyHold,
    KeyOtherDocument,
    KeysAbout,
}

impl Word {
    /// The short name of a group of pages.
    #[must_use]
    pub const fn group(group: DeskGroup) -> Self {
        match group {
            DeskGroup::Find => Self::PagesFind,
            DeskGroup::Links => Self::PagesLinks,
            DeskGroup::Tagging => Self::PagesTagging,
            DeskGroup::Team => Self::PagesTeam,
            DeskGroup::Files => Self::PagesFiles,
        }
    }

    /// The short name of a page.
    #[must_use]
    pub const fn tab(page: DeskPage) -> Self {
        match page {
            DeskPage::Documents => Self::TabDocuments,
            DeskPage::Search => Self::TabSearch,
            DeskPage::Twins => Self::TabTwins,
            DeskPage::Lint => Self::TabLint,
            DeskPage::Tagset => Self::TabTagset,
            DeskPage::Guidelines => Self::TabGuidelines,
            DeskPage::Relations => Self::TabRelations,
            DeskPage::Entities => Self::TabEntities,
            DeskPage::Compare => Self::TabCompare,
            DeskPage::Annotators => Self::TabAnnotators,
            DeskPage::Agreement => Self::TabAgreement,
            DeskPage::Settle => Self::TabSettle,
            DeskPage::Figures => Self::TabFigures,
            DeskPage::Import => Self::TabImport,
            DeskPage::Export => Self::TabExport,
            DeskPage::Keys => Self::TabKeys,
            DeskPage::Keeping => Self::TabKeeping,
        }
    }
}

/// A fixed string of the desk.
#[must_use]
pub const fn word(lang: Lang, word: Word) -> &'static str {
    match lang {
        Lang::Ar => ar::word(word),
        Lang::En => en::word(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_said_in_both_languages() {
        for word in Word::ALL {
            for lang in [Lang::Ar, Lang::En] {
                assert!(!super::word(lang, *word).trim().is_empty(), "{word:?}");
            }
        }
    }
}
