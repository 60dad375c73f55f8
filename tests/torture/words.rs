//! What a panic said.

use std::any::Any;
use std::cell::RefCell;
use std::panic;

use crate::harness::fault;

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics off the screen: they are caught and counted, with their place.
pub fn quiet_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}: ", place.file(), place.line())).unwrap_or_default();
        PLACE.with_borrow_mut(|kept| *kept = place);
    }));
}

/// The place and the words of this thread's last panic.
pub fn said(reason: &(dyn Any + Send)) -> String {
    format!("{}{}", PLACE.with_borrow(String::clone), fault::words(reason).0)
}
