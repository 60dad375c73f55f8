//! The three ways of counting text, each a type of its own, so that mixing them does not compile.

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The number as an index into a slice or string.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

unit! {
    /// Code points from the start of the document, in logical order. The unit of `core` and of the native file.
    Offset
}
unit! {
    /// UTF-16 code units from the start of the document. The unit of the DOM.
    Utf16
}
unit! {
    /// UTF-8 bytes from the start of the document. The unit of Rust strings.
    Byte
}

impl Offset {
    /// The offset `count` code points further on.
    #[must_use]
    pub const fn plus(self, count: u32) -> Self {
        Self(self.0 + count)
    }
}
