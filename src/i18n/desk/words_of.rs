//! The fixed strings of a page as a table: a name, the Arabic, the English.

macro_rules! words {
    ($($name:ident: $ar:literal, $en:literal;)*) => {
        /// A fixed string of the page, named after what it says.
        #[allow(missing_docs, reason = "each is named after what it says, which stands beside it in both languages")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word {
            $($name,)*
        }

        impl Word {
            /// All.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }

        /// What a word is in a language.
        #[must_use]
        pub const fn word(lang: Lang, word: Word) -> &'static str {
            match lang {
                Lang::Ar => match word { $(Word::$name => $ar,)* },
                Lang::En => match word { $(Word::$name => $en,)* },
            }
        }
    };
}

pub(super) use words;
