//! What of the first program comes late. Never what tagging, undo of a few things, notes, the journal, start-up or painting need: a call of
//! what is late waits for the network, where the rest has not come, and ends the program where that has gone.
//!
//! So every way to one of these asks before (`web::rest`), most in one place: the shell, by `Action::needs_rest`.

/// What the first part may weigh as brotli, in bytes: the page's 250 kB before the first tag, without all that comes with it.
pub const FIRST_MOST: u64 = 196_500;

/// Functions of so few instructions are in both parts where both call them: to lend one costs the first part its name, and
/// a function that is lent cannot be taken apart any more. The rest is larger for it, but nobody waits for that.
pub const IN_BOTH: u64 = 60;

/// The function that asks for the rest and says whether it came.
pub const ASKS: &str = "hashiya::web::rest::here";

/// The modules and functions that are late, by the beginnings of their paths. A function stands in the program by its own
/// name only where the compiler has not put it into its caller: `#[inline(never)]` says so of those that are called from
/// what is not late.
pub const LATE: [&str; 17] = [
    // Windows: settings and the palette.
    "hashiya::view::dialog",
    // The list of spans, which takes the margin's place when it is asked for.
    "hashiya::view::list",
    // Notes on paper: only while the page is printed.
    "hashiya::view::margin::endnotes::notes",
    // The download, and how a project is written as a file: for that, for the desk, and for the stores beside an entry,
    // where it can wait for a later one.
    "hashiya::session::files",
    "hashiya::format::native::write",
    "hashiya::web::files",
    "hashiya::web::snapshot",
    // How a change of many spans is kept in few characters.
    "hashiya::format::entry::runs::write",
    // The other program: what passes once it is asked for.
    "hashiya::web::desk::link",
    // What is said of a change and of what cannot be done. What the first moments have to say are fixed words.
    "hashiya::i18n::say",
    "hashiya::i18n::change",
    "hashiya::i18n::ar::sentences",
    "hashiya::i18n::en::sentences",
    // What takes spans away or changes their limits.
    "hashiya::session::limits",
    "hashiya::core::command::delete",
    "hashiya::core::command::set_range",
    "hashiya::core::command::set_pieces",
];
