//! Words that only panics say: of the library, of what binds the program to the page, and of Yew where it expects what
//! always is so. With nobody left to say them they would be a kilobyte of the page.

/// Each to the letter, a longer one before what stands in it.
const WORDS: [&str; 56] = [
    "assertion failed: self.is_char_boundary(new_len)",
    "assertion failed: min <= max",
    "assertion failed: idx < CAPACITY",
    "assertion failed: edge.height == self.height - 1",
    "assertion failed: self.height > 0",
    "assertion failed: src.len() == dst.len()",
    "assertion failed: edge.height == self.node.height - 1",
    "assertion failed: count > 0",
    "assertion failed: old_right_len + count <= CAPACITY",
    "assertion failed: old_left_len >= count",
    "assertion failed: old_left_len + count <= CAPACITY",
    "assertion failed: old_right_len >= count",
    "assertion failed: new_left_len <= CAPACITY",
    "called `Option::unwrap()` on a `None` value",
    "called `Result::unwrap()` on an `Err` value",
    "called `Option::unwrap_throw()` on a `None` value",
    "called `Result::unwrap_throw()` on an `Err` value",
    "LazyCell instance has previously been poisoned",
    "Once instance has previously been poisoned",
    "one-time initialization may not be performed recursively",
    "internal error: entered unreachable code: The JS binding should only ever produce a valid value or the specific 'invalid' value",
    "internal error: entered unreachable code: empty internal node",
    "internal error: entered unreachable code",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
    "Can't find the global Window",
    "Can't find document",
    "Hash table capacity overflow",
    "capacity overflow",
    "FnOnce called more than once",
    "closure invoked recursively or after being dropped",
    "Attempted to initialize thread-local while it is being dropped",
    "cannot access a Thread Local Storage value during or after destruction: ",
    "cannot modify the panic hook from a panicking thread",
    "failed to generate unique thread ID: bitspace exhausted",
    "a formatting trait implementation returned an error when the underlying stream did not",
    "can't create namespaced element for vtag",
    "can't create element for vtag",
    "couldn't clone node to be cached",
    "couldn't clone cached element",
    "can't remove a child",
    "could not set property",
    "could not remove attribute",
    "could not remove property",
    "failed to append child",
    "failed to insert node before next sibling",
    "failed to create detached element",
    "invalid attribute key",
    "attempt to divide by zero",
    "`async fn` resumed after completion",
    "attempt to join into collection with len > usize::MAX",
    " out of range for slice of length ",
    "Tried to shrink to a larger capacity",
    "finish: callbacks should be Some",
    "finish: result should be None",
];

/// Blanks those words in a section of data.
pub fn blank(data: &mut [u8]) {
    for word in WORDS {
        let places: Vec<usize> =
            data.windows(word.len()).enumerate().filter(|(_, bytes)| *bytes == word.as_bytes()).map(|(at, _)| at).collect();
        places.into_iter().for_each(|at| data[at..at + word.len()].fill(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_panics_go_and_those_of_the_page_stay() {
        let mut data = "وسمinternal error: entered unreachable codecapacity\u{8}capacity overflow.".as_bytes().to_vec();
        blank(&mut data);
        let expected = ["وسم".as_bytes(), &[0; 40], b"capacity\x08", &[0; 17], b"."].concat();
        assert_eq!(data, expected);
    }

    #[test]
    fn a_longer_word_stands_before_what_stands_in_it() {
        for (place, word) in WORDS.iter().enumerate() {
            assert!(WORDS[place + 1..].iter().all(|later| !later.contains(word)), "{word}");
        }
    }
}
