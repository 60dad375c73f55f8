//! All documents of a project made ready to be searched.

use super::Searcher;
use crate::core::fold::Folding;
use crate::core::ids::DocumentId;
use crate::core::state::State;
use crate::core::text::Text;
use std::rc::Rc;

/// The searchers of a project's documents, in their order. Texts never change, so each is folded once.
#[derive(Default)]
pub struct Shelf {
    books: Vec<Book>,
    /// The text that is being folded.
    folding: Option<(Rc<Text>, Folding)>,
}

struct Book {
    id: DocumentId,
    text: Rc<Text>,
    searcher: Option<Rc<Searcher>>,
}

impl Shelf {
    /// Brings the shelf in line with a project and folds what is new.
    pub fn refresh(&mut self, state: &State) {
        self.follow(state);
        while !self.go_on(usize::MAX) {}
    }

    /// Brings the shelf in line with a project; what is new is yet to be folded.
    pub fn follow(&mut self, state: &State) {
        let same = |book: &Book, id: &DocumentId, text: &Rc<Text>| book.id == *id && book.text == *text;
        let documents = || state.documents.iter().map(|state| (&state.document.id, &state.document.text));
        if self.books.len() == state.documents.len()
            && self.books.iter().zip(documents()).all(|(book, (id, text))| same(book, id, text))
        {
            return;
        }
        let mut old = std::mem::take(&mut self.books);
        for (id, text) in documents() {
            let place = old.iter().position(|book| same(book, id, text));
            let book = place.map(|place| old.remove(place));
            self.books.push(book.unwrap_or_else(|| Book { id: id.clone(), text: text.clone(), searcher: None }));
        }
    }

    /// Folds up to so many bytes more of one text. Returns whether all texts are folded.
    pub fn go_on(&mut self, bytes: usize) -> bool {
        let Some(book) = self.books.iter_mut().find(|book| book.searcher.is_none()) else { return true };
        let begun = self.folding.take().filter(|(text, _)| *text == book.text);
        let (text, mut folding) = begun.unwrap_or_else(|| (book.text.clone(), Folding::of(book.text.as_str())));
        if folding.go_on(text.as_str(), bytes) {
            book.searcher = Some(Rc::new(Searcher::of(text, folding.done())));
        } else {
            self.folding = Some((text, folding));
        }
        false
    }

    /// How many bytes of all texts are folded, and how many there are.
    #[must_use]
    pub fn share(&self) -> (usize, usize) {
        let bytes = |book: &Book| book.text.as_str().len();
        let folded = self.books.iter().filter(|book| book.searcher.is_some()).map(bytes).sum::<usize>();
        let begun = self.folding.as_ref().map_or(0, |(_, folding)| folding.bytes());
        (folded + begun, self.books.iter().map(bytes).sum())
    }

    /// The shelf of a project.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let mut shelf = Self::default();
        shelf.refresh(state);
        shelf
    }

    /// The searcher of a document, once its text is folded.
    #[must_use]
    pub fn get(&self, id: &DocumentId) -> Option<&Rc<Searcher>> {
        self.books.iter().find(|book| book.id == *id).and_then(|book| book.searcher.as_ref())
    }

    /// The searcher of the document with that number, once its text is folded.
    #[must_use]
    pub fn nth(&self, document: usize) -> Option<&Rc<Searcher>> {
        self.books.get(document).and_then(|book| book.searcher.as_ref())
    }

    /// How many documents stand on it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.books.len()
    }

    /// Whether no document stands on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.books.is_empty()
    }

    /// All that are folded, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&DocumentId, &Rc<Searcher>)> {
        self.books.iter().filter_map(|book| Some((&book.id, book.searcher.as_ref()?)))
    }
}
