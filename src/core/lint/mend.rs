//! Carrying out fixes.

use super::{Finding, Fix};
use crate::core::command::{self, Command, Context};
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::transaction::{ChangeName, Transaction};

/// The transaction that carries out a finding's fix.
///
/// # Errors
/// When it has none, when its spans have changed since it was found, or as the command itself says.
pub fn fix(state: &State, context: &mut Context, finding: &Finding) -> Result<Transaction, Refusal> {
    check(state, finding)?;
    command::run(state, context, &command_of(finding)?)
}

/// One transaction that carries out the fixes of many findings. Those that have none, and those that another fix has
/// made needless, are passed over.
///
/// # Errors
/// When no fix can be carried out: why the last could not.
pub fn fix_all(state: &State, context: &mut Context, findings: &[Finding]) -> Result<Transaction, Refusal> {
    let (mut now, mut ops, mut count) = (state.clone(), Vec::new(), 0);
    let mut last = Err(Refusal::NoChange);
    for finding in findings {
        let done = check(state, finding)
            .and_then(|()| command_of(finding))
            .and_then(|command| command::run(&now, context, &command))
            .and_then(|done| done.apply(&now).map(|after| (done, after)).map_err(|_| Refusal::Gone));
        match done {
            Ok((done, after)) => {
                now = after;
                count += 1;
                ops.extend(done.ops);
                last = Ok((done.name, done.document));
            }
            Err(refusal) => last = last.or(Err(refusal)),
        }
    }
    let (name, document) = last?;
    Ok(if count == 1 { Transaction { name, document, ops } } else { Transaction { name: ChangeName::Fix(count), document, ops } })
}

/// Whether the finding is still about what stands there.
fn check(state: &State, finding: &Finding) -> Result<(), Refusal> {
    let Some(span) = finding.spans.first() else { return Ok(()) };
    let span = state.span(&finding.document, span).ok_or(Refusal::Gone)?;
    if !state.is_own(span) {
        return Err(Refusal::ReadOnly);
    }
    if span.range == finding.range { Ok(()) } else { Err(Refusal::Gone) }
}

fn command_of(finding: &Finding) -> Result<Command, Refusal> {
    let fix = finding.fix.as_ref().ok_or(Refusal::NoChange)?;
    if let Fix::Tag(range, label) = fix {
        return Ok(Command::Tag(finding.document.clone(), *range, label.clone()));
    }
    let span = (finding.document.clone(), finding.spans.first().ok_or(Refusal::NoSpan)?.clone());
    Ok(match fix {
        Fix::SetRange(range) => Command::SetRange(span, *range, 0),
        Fix::Relabel(label) => Command::Relabel(vec![span], label.clone()),
        Fix::Delete | Fix::Tag(..) => Command::Delete(vec![span]),
    })
}
