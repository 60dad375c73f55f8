//! What the page of agreement says.

use crate::i18n::Lang;

use super::words_of::words;

words! {
    TooFew: "يُقاس الاتفاق بين مجموعتين أو أكثر.", "Agreement is measured between two sets or more.";
}
