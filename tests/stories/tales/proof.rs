//! The proof that the script is never harmed: the same pixels before and after a tag, and the tag where its letters are.

use super::limits::sub_words;
use crate::corpus::{Corpus, FT};
use crate::page::Page;

pub fn tagging_moves_no_letter(page: &mut Page) {
    let corpus = Corpus::read(FT);
    for stretch in sub_words(&corpus) {
        page.open_document(FT);
        let label = page.label(0);
        page.show(&corpus, stretch);
        let place = page.scroll();
        page.veil();
        let before = page.article_picture(FT);
        assert!(before.colours() > 8, "the picture shows text");
        page.unveil();
        let span = page.tag(&corpus, stretch, &label);
        page.scroll_to(place);
        let shown = page.article_picture(FT);
        assert!(before.difference(&shown).is_some(), "the tag can be seen");
        page.veil();
        page.veiled();
        let after = page.article_picture(FT);
        let difference = before.difference(&after);
        assert_eq!(difference, None, "with its layer transparent, «{}» looks as before", corpus.slice(stretch));
        page.unveil();
        page.pieces_fit(&corpus, &span, stretch);
    }
}
