//! A transaction being put together: each op is applied as it is added, so that the next one sees what it did.

use super::ids::{DocumentId, LabelId};
use super::new_label::key_fits;
use super::op::{Change, Item, Op};
use super::refusal::Refusal;
use super::state::State;
use super::tagset::Label;
use super::transaction::{ChangeName, Transaction};
use std::rc::Rc;

/// Ops so far, and the state after them.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The state after the ops so far.
    pub state: State,
    ops: Vec<Op>,
}

impl Draft {
    /// Nothing yet.
    #[must_use]
    pub fn new(state: &State) -> Self {
        Self { state: state.clone(), ops: Vec::new() }
    }

    /// Adds an op.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn put(&mut self, op: Op) -> Result<(), Refusal> {
        self.state = self.state.apply(&op).map_err(|_| Refusal::Gone)?;
        self.ops.push(op);
        Ok(())
    }

    /// The transaction.
    ///
    /// # Errors
    /// When nothing was changed.
    pub fn done(self, name: ChangeName, document: Option<DocumentId>) -> Result<Transaction, Refusal> {
        if self.ops.is_empty() { Err(Refusal::NoChange) } else { Ok(Transaction { name, document, ops: self.ops }) }
    }

    /// The label of that id.
    ///
    /// # Errors
    /// When it is gone.
    pub fn get(&self, id: &LabelId) -> Result<Rc<Label>, Refusal> {
        self.state.tagset.get(id).cloned().ok_or(Refusal::Gone)
    }

    /// Puts a label in the place of the one with its id; nothing where it is the same.
    ///
    /// # Errors
    /// When there is none.
    pub fn label(&mut self, after: Label) -> Result<(), Refusal> {
        let before = self.get(&after.id)?;
        if *before == after { Ok(()) } else { self.put(Op::Change(Change::Label { before, after: Rc::new(after) })) }
    }

    /// Puts the labels in order; nothing where they are.
    ///
    /// # Errors
    /// Never.
    pub fn order(&mut self, after: Vec<LabelId>) -> Result<(), Refusal> {
        let before = self.state.tagset.labels.iter().map(|label| label.id.clone()).collect::<Vec<_>>();
        if before == after { Ok(()) } else { self.put(Op::Change(Change::LabelOrder { before, after })) }
    }

    /// Makes the key of a label free for it: the label that has it loses it.
    ///
    /// # Errors
    /// When it is no key, or the page's.
    pub fn key(&mut self, label: &Label) -> Result<(), Refusal> {
        let Some(key) = &label.shortcut else { return Ok(()) };
        let owner = self.state.tagset.by_shortcut(key).cloned();
        match owner {
            Some(owner) if owner.id == label.id => Ok(()),
            _ if !key_fits(key) => Err(Refusal::KeyTaken),
            Some(owner) => self.label(Label { shortcut: None, ..Label::clone(&owner) }),
            None => Ok(()),
        }
    }

    /// Whether a label may stand under another.
    ///
    /// # Errors
    /// When the other is gone, is the label, or stands under it.
    pub fn under(&self, id: &LabelId, parent: Option<&LabelId>) -> Result<(), Refusal> {
        let mut above = parent.cloned();
        while let Some(next) = above {
            if next == *id {
                return Err(Refusal::LabelCycle);
            }
            let label = self.get(&next)?;
            above = self.state.tagset.parent(&label).map(|parent| parent.id.clone());
        }
        Ok(())
    }

    /// Removes a label that no span has. Labels under it come to stand where it stood. It goes to the end first, so
    /// that taking the removal back puts it where it was.
    ///
    /// # Errors
    /// When it is gone or in use.
    pub fn drop(&mut self, id: &LabelId) -> Result<(), Refusal> {
        let label = self.get(id)?;
        let tagset = self.state.tagset.clone();
        let above = tagset.parent(&label).map(|parent| parent.id.clone());
        for child in tagset.labels.iter().filter(|child| child.parent.as_ref() == Some(id)) {
            self.label(Label { parent: above.clone(), ..Label::clone(child) })?;
        }
        let others = tagset.labels.iter().map(|label| &label.id).filter(|other| *other != id);
        self.order(others.chain([id]).cloned().collect())?;
        self.put(Op::Remove(Item::Label(label)))
    }
}
