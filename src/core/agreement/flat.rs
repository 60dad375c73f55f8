//! What crosses from one thread to another as a list of numbers: it costs little to hand over, and comes back the same to
//! the last bit.

use super::coreference::{Score, Scores};
use super::errands::{Errand, News};
use super::gamma::Gamma;
use super::gather::Gathered;
use super::measure::{Tally, Why};
use super::shapes::{Said, Tie, Value};
use super::survey::{Line, Pair, Report, Shared, Together};
use super::unit::{Corpus, Page, Unit};
use crate::core::range::TextRange;

/// Numbers that are being read.
pub type Numbers<'a> = std::slice::Iter<'a, f64>;

/// What can be written as numbers and read again.
pub trait Flat: Sized {
    /// Appends it.
    fn put(&self, out: &mut Vec<f64>);

    /// Reads it from the numbers that come next; `None` where they are not what it writes.
    fn take(numbers: &mut Numbers<'_>) -> Option<Self>;
}

/// It as numbers.
#[must_use]
pub fn flat(what: &impl Flat) -> Vec<f64> {
    let mut out = Vec::new();
    what.put(&mut out);
    out
}

/// What the numbers hold, if they hold that and nothing else.
#[must_use]
pub fn read<T: Flat>(numbers: &[f64]) -> Option<T> {
    let mut numbers = numbers.iter();
    T::take(&mut numbers).filter(|_| numbers.len() == 0)
}

impl Flat for f64 {
    fn put(&self, out: &mut Vec<f64>) {
        out.push(*self);
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        numbers.next().copied()
    }
}

/// Whole numbers: all that occur are exact as floats, which hold those up to 2⁵³.
macro_rules! whole {
    ($($type:ty)*) => { $(
        impl Flat for $type {
            fn put(&self, out: &mut Vec<f64>) {
                out.push(*self as f64);
            }

            fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
                let number = *numbers.next()?;
                let whole = number as Self;
                (whole as f64 == number).then_some(whole)
            }
        }
    )* };
}

whole! { u32 usize }

impl Flat for bool {
    fn put(&self, out: &mut Vec<f64>) {
        u32::from(*self).put(out);
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        match u32::take(numbers)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Flat for String {
    fn put(&self, out: &mut Vec<f64>) {
        self.len().put(out);
        out.extend(self.bytes().map(f64::from));
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        let length = usize::take(numbers)?;
        let byte = |_| u8::try_from(u32::take(numbers)?).ok();
        Self::from_utf8((0..length).map(byte).collect::<Option<Vec<_>>>()?).ok()
    }
}

impl Flat for TextRange {
    fn put(&self, out: &mut Vec<f64>) {
        (self.start().0, self.end().0).put(out);
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        let (start, end) = Flat::take(numbers)?;
        (start <= end).then(|| Self::of(start, end))
    }
}

impl<T: Flat> Flat for Vec<T> {
    fn put(&self, out: &mut Vec<f64>) {
        self.len().put(out);
        self.iter().for_each(|item| item.put(out));
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        let length = usize::take(numbers)?;
        (0..length).map(|_| T::take(numbers)).collect()
    }
}

impl<T: Flat> Flat for Option<T> {
    fn put(&self, out: &mut Vec<f64>) {
        self.is_some().put(out);
        self.iter().for_each(|item| item.put(out));
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some(if bool::take(numbers)? { Some(T::take(numbers)?) } else { None })
    }
}

impl<T: Flat> Flat for Result<T, Why> {
    fn put(&self, out: &mut Vec<f64>) {
        self.is_ok().put(out);
        match self {
            Ok(value) => value.put(out),
            Err(why) => why.put(out),
        }
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some(if bool::take(numbers)? { Ok(T::take(numbers)?) } else { Err(Why::take(numbers)?) })
    }
}

impl<A: Flat, B: Flat> Flat for (A, B) {
    fn put(&self, out: &mut Vec<f64>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some((A::take(numbers)?, B::take(numbers)?))
    }
}

impl<T: Flat> Flat for [T; 3] {
    fn put(&self, out: &mut Vec<f64>) {
        self.iter().for_each(|item| item.put(out));
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some([T::take(numbers)?, T::take(numbers)?, T::take(numbers)?])
    }
}

impl Flat for Why {
    fn put(&self, out: &mut Vec<f64>) {
        (*self as usize).put(out);
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Self::ALL.get(usize::take(numbers)?).copied()
    }
}

/// What its fields are, one after another.
macro_rules! fields {
    ($($type:ident { $($field:ident)* })*) => { $(
        impl Flat for $type {
            fn put(&self, out: &mut Vec<f64>) {
                $(self.$field.put(out);)*
            }

            fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
                Some(Self { $($field: Flat::take(numbers)?),* })
            }
        }
    )* };
}

fields! {
    Unit { pieces core label }
    Page { length tokens units }
    Corpus { annotators labels pages }
    Tie { from to kind symmetric }
    Value { unit attribute says }
    Tally { shared first second }
    Shared { exact tolerant overlap }
    Line { spans cohen alpha alpha_u }
    Said { spans same kappa }
    Score { recall_of recalled precision_of precise }
    Scores { muc b_cubed ceaf_mentions ceaf_entities }
    Pair { first second all unlabelled labels relations roles attributes entities }
    Together { f1 fleiss alpha alpha_u }
    Report { pairs all labels unlabelled entities }
    Gamma { value error samples observed expected }
    News { share report gamma over }
}

/// What is measured. What everything is called stays where it is: no measure asks for it.
impl Flat for Gathered {
    fn put(&self, out: &mut Vec<f64>) {
        self.corpus.put(out);
        self.relations.put(out);
        self.filled.put(out);
        self.attributes.put(out);
        self.values.put(out);
        self.entities.put(out);
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some(Self {
            corpus: Flat::take(numbers)?,
            relations: Flat::take(numbers)?,
            filled: Flat::take(numbers)?,
            attributes: Flat::take(numbers)?,
            values: Flat::take(numbers)?,
            entities: Flat::take(numbers)?,
            ..Self::default()
        })
    }
}

impl Flat for Errand {
    fn put(&self, out: &mut Vec<f64>) {
        match self {
            Self::Survey(report) => {
                true.put(out);
                report.put(out);
            }
            Self::Gamma { who, label } => {
                false.put(out);
                (*who, *label).put(out);
            }
        }
    }

    fn take(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some(if bool::take(numbers)? {
            Self::Survey(Flat::take(numbers)?)
        } else {
            let (who, label) = Flat::take(numbers)?;
            Self::Gamma { who, label }
        })
    }
}
