//! Faults of the driver itself, kept apart from what a story finds: only after one of these is a story told again.

use std::any::Any;
use std::panic::panic_any;

use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};

/// What a story fails with when the driver, not the page, gave up.
#[derive(Debug)]
pub struct DriverFault(pub String);

/// The answer of a command. An error is a [`DriverFault`] where it is the driver's own, else the story's failure.
#[track_caller]
pub fn answered<T>(answer: WebDriverResult<T>, what: &str) -> T {
    match answer {
        Ok(answer) => answer,
        Err(error) if is_drivers(&error) => raise(&format!("{what}: {error}")),
        Err(error) => panic!("{what}: {error}"),
    }
}

/// As [`answered`], for those who can do something about an error that is not the driver's.
#[track_caller]
pub fn tried<T>(answer: WebDriverResult<T>, what: &str) -> Result<T, String> {
    match answer {
        Err(error) if is_drivers(&error) => raise(&format!("{what}: {error}")),
        other => other.map_err(|error| error.to_string()),
    }
}

/// Fails with a [`DriverFault`].
#[track_caller]
pub fn raise(words: &str) -> ! {
    panic_any(DriverFault(words.to_owned()))
}

/// What a story that failed says, and whether the driver is to blame.
pub fn words(reason: &(dyn Any + Send)) -> (String, bool) {
    if let Some(DriverFault(words)) = reason.downcast_ref() {
        return (words.clone(), true);
    }
    let text = reason.downcast_ref::<String>().cloned();
    let text = text.or_else(|| reason.downcast_ref::<&str>().map(ToString::to_string));
    (text.unwrap_or_else(|| "the story failed".into()), false)
}

/// Whether an error tells of the driver: it is out of reach, has lost its session or window, or did not come to an end of
/// its own. A script that threw or never answered, an element that is not there or is covered: those tell of the page.
fn is_drivers(error: &WebDriverError) -> bool {
    use WebDriverErrorInner as Kind;
    matches!(
        error.as_inner(),
        Kind::UnknownResponse(..)
            | Kind::RequestFailed(_)
            | Kind::ParseError(_)
            | Kind::Timeout(_)
            | Kind::Json(_)
            | Kind::DecodeError(_)
            | Kind::IoError(_)
            | Kind::HttpError(_)
            | Kind::NotInSpec(_)
            | Kind::InvalidSessionId(_)
            | Kind::NoSuchWindow(_)
            | Kind::SessionNotCreated(_)
            | Kind::WebDriverTimeout(_)
            | Kind::UnableToCaptureScreen(_)
            | Kind::UnknownError(_)
            | Kind::FatalError(_)
            | Kind::CommandRecvError(_)
            | Kind::CommandSendError(_)
            | Kind::SessionCreateError(_)
    )
}
