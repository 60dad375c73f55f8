//! Numbers in classes of equal width.

/// A class of numbers, and how many fall into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    /// The smallest number of it.
    pub from: u32,
    /// The largest; `None` where it holds all that are larger.
    pub to: Option<u32>,
    /// How many there are.
    pub count: usize,
}

/// The most classes there are, without the one that holds all larger numbers.
const MOST: u32 = 12;

/// Of a thousand numbers so many, the largest, are not to make the classes of the others wide.
const BEYOND: usize = 100;

/// Numbers from 1, in order, in at most thirteen classes from 1 on, each as wide as the others. A few that are much larger
/// than the rest share the last one.
#[must_use]
pub fn bins(sorted: &[u32]) -> Vec<Bin> {
    let Some(&largest) = sorted.last() else { return Vec::new() };
    let far = sorted[(sorted.len() - 1) - sorted.len() * BEYOND / 1000].max(1);
    let width = widths().find(|width| far.div_ceil(*width) <= MOST).unwrap_or(u32::MAX);
    let closed = far.div_ceil(width);
    let mut bins = (0..closed)
        .map(|place| {
            let from = place.saturating_mul(width).saturating_add(1);
            Bin { from, to: Some(from.saturating_add(width - 1)), count: 0 }
        })
        .collect::<Vec<_>>();
    if largest > closed.saturating_mul(width) {
        bins.push(Bin { from: closed * width + 1, to: None, count: 0 });
    }
    let last = bins.len() - 1;
    for number in sorted {
        bins[((number.max(&1) - 1) / width).min(last as u32) as usize].count += 1;
    }
    bins
}

/// 1, 2, 5, 10, 20, 50 and so on.
fn widths() -> impl Iterator<Item = u32> {
    (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u32.pow(power)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_in_one_class_and_a_giant_does_not_widen_the_others() {
        assert_eq!(bins(&[]), []);
        let few = bins(&[1, 1, 2, 4]);
        assert_eq!(
            few.iter().map(|bin| (bin.from, bin.to, bin.count)).collect::<Vec<_>>(),
            [(1, Some(1), 2), (2, Some(2), 1), (3, Some(3), 0), (4, Some(4), 1)]
        );
        let mut many = (0..990_u32).map(|number| number % 40 + 1).collect::<Vec<_>>();
        many.extend([7000; 10]);
        many.sort_unstable();
        let bins = bins(&many);
        assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), 1000);
        assert_eq!((bins[0].to, bins.len()), (Some(5), 9));
        assert_eq!(bins.last().map(|bin| (bin.from, bin.to, bin.count)), Some((41, None, 10)));
    }

    #[test]
    fn classes_follow_one_another_whatever_the_numbers() {
        for numbers in [vec![0], vec![1], vec![u32::MAX], vec![3, u32::MAX - 1, u32::MAX], (1..4000).collect()] {
            let bins = bins(&numbers);
            assert!(bins.len() <= 13 && bins.windows(2).all(|pair| pair[0].to.is_some_and(|to| to + 1 == pair[1].from)));
            assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), numbers.len());
        }
    }
}
