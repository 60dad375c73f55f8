//! What the palette offers.

use crate::core::desk::DeskPage;
use crate::core::document::Status;
use crate::core::ids::LabelId;
use crate::core::keymap::{KeyAction, ShapeAct};
use crate::i18n::{self, Lang, Word};
use crate::session::{Action, Dialog, Theme};
use crate::view::bar::{status_word, theme_word};
use crate::view::now::Now;
use crate::view::welcome::EXAMPLE;
use crate::web::page;

/// What an entry does.
#[derive(Debug, Clone, PartialEq)]
pub enum Does {
    /// Carries out an action.
    Action(Action),
    /// Presses the page's own input, since only a press may open the browser's file window.
    OpenFiles,
    /// Goes to another project of this page, by a query.
    Go(&'static str),
}

/// An entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Word,
    /// Its name in the language of the interface.
    pub name: String,
    /// Its label, where it is one.
    pub label: Option<LabelId>,
    /// Its key in the table.
    pub key: Option<String>,
    /// Its names in both languages, folded.
    pub sought: String,
    /// What it does.
    pub does: Does,
}

const KEYS: [(KeyAction, Word); 13] = [
    (KeyAction::Undo, Word::Undo),
    (KeyAction::Redo, Word::Redo),
    (KeyAction::Word, Word::KeyWord),
    (KeyAction::NextName, Word::KeyNextName),
    (KeyAction::Repeat, Word::KeyRepeat),
    (KeyAction::Delete, Word::KeyDelete),
    (KeyAction::Note, Word::EditNote),
    (KeyAction::List, Word::List),
    (KeyAction::Names, Word::Names),
    (KeyAction::OtherDocument(true), Word::NextDocument),
    (KeyAction::OtherDocument(false), Word::PreviousDocument),
    (KeyAction::All, Word::KeyAll),
    (KeyAction::Enter, Word::KeyEnter),
];

/// All entries: labels first while something could be tagged, then commands, then documents.
pub fn entries(now: &Now) -> Vec<Entry> {
    let taggable = now.selected().is_some() || !now.chosen.is_empty();
    let mut labels = labels(now);
    let mut all = commands(now);
    if taggable {
        labels.append(&mut all);
        all = labels;
    } else {
        all.append(&mut labels);
    }
    all.extend(documents(now));
    all
}

fn labels(now: &Now) -> Vec<Entry> {
    let entry = |label: &std::rc::Rc<crate::core::tagset::Label>| Entry {
        kind: Word::KindLabel,
        name: i18n::name(now.lang(), &label.name),
        label: Some(label.id.clone()),
        key: label.shortcut.clone(),
        sought: i18n::fold(&format!(
            "{} {} {} {}",
            label.id,
            label.name.ar,
            label.name.en,
            i18n::name(now.lang(), &label.description)
        )),
        does: Does::Action(Action::Label(label.id.clone())),
    };
    now.state.tagset.offered().map(entry).collect()
}

fn commands(now: &Now) -> Vec<Entry> {
    let entry = |words: &[Word], does: Does, key: Option<&str>| {
        let said = |lang: Lang| words.iter().map(|word| i18n::word(lang, *word)).collect::<Vec<_>>().join(": ");
        Entry {
            kind: Word::KindCommand,
            name: said(now.lang()),
            label: None,
            key: key.map(str::to_owned),
            sought: i18n::fold(&format!("{} {}", said(Lang::Ar), said(Lang::En))),
            does,
        }
    };
    let act = |words: &[Word], action: Action| entry(words, Does::Action(action), None);
    let key_of = |action| now.settings.keys.key_of(action);
    let mut all: Vec<Entry> =
        KEYS.into_iter().map(|(key, word)| entry(&[word], Does::Action(Action::Key(key)), key_of(key))).collect();
    all.push(entry(&[Word::Download], Does::Action(Action::Download), key_of(KeyAction::Download)));
    all.extend(DeskPage::ALL.map(|page| {
        let key = KeyAction::Desk(page);
        entry(&[i18n::desk_page(page)], Does::Action(Action::Key(key)), key_of(key))
    }));
    all.extend(ShapeAct::ALL.map(|shape| {
        let key = KeyAction::Shape(shape);
        entry(&[i18n::shape_act(shape)], Does::Action(Action::Key(key)), key_of(key))
    }));
    all.push(entry(&[Word::OpenFiles], Does::OpenFiles, None));
    let (name, query) = if now.state.project.id == page::EXAMPLE { (Word::OwnWork, "?") } else { (Word::Example, EXAMPLE) };
    all.push(entry(&[name], Does::Go(query), None));
    all.push(act(&[Word::Settings], Action::Dialog(Some(Dialog::Settings))));
    all.push(act(&[Word::ShowLabels], Action::ShowLabels));
    all.push(act(&[Word::Larger], Action::Size(true)));
    all.push(act(&[Word::Smaller], Action::Size(false)));
    all.push(act(&[Word::Wider], Action::Spacing(true)));
    all.push(act(&[Word::Closer], Action::Spacing(false)));
    all.extend(Theme::ALL.map(|theme| act(&[Word::Theme, theme_word(theme)], Action::Theme(theme))));
    let other = if now.lang() == Lang::Ar { Lang::En } else { Lang::Ar };
    all.push(act(&[Word::Language, Word::SwitchLanguage], Action::Speak(other)));
    all.extend(Status::ALL.map(|status| act(&[Word::Status, status_word(status)], Action::Status(now.open.clone(), status))));
    all
}

fn documents(now: &Now) -> impl Iterator<Item = Entry> + '_ {
    now.state.documents.iter().map(|state| {
        let document = &state.document;
        let [ar, en] = [Lang::Ar, Lang::En].map(|lang| i18n::document_name(lang, document));
        Entry {
            kind: Word::KindDocument,
            name: i18n::shown(&document.title),
            label: None,
            key: None,
            sought: i18n::fold(&format!("{ar} {en} {}", document.title)),
            does: Does::Action(Action::Open(document.id.clone(), None)),
        }
    })
}
