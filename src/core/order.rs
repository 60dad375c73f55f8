//! Sorting. The library's own sorts are some kilobytes of program for each kind of thing; these two are some
//! hundred bytes. Equals keep their order.

use std::cmp::Ordering;

/// Sorts a list of any length.
pub fn sort<T: Clone>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if list.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let mut places = (0..list.len()).collect::<Vec<_>>();
    sort_places(&mut places, &|a, b| compare(&list[a], &list[b]));
    *list = places.into_iter().map(|place| list[place].clone()).collect();
}

/// By merging runs of growing length, from one list into another and back.
#[inline(never)]
fn sort_places(places: &mut Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) {
    let count = places.len();
    let mut next = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        next.clear();
        for start in (0..count).step_by(2 * run) {
            let (middle, end) = ((start + run).min(count), (start + 2 * run).min(count));
            let (mut one, mut other) = (start, middle);
            while next.len() < end {
                let later = one == middle || (other < end && compare(places[one], places[other]).is_gt());
                let from = if later { &mut other } else { &mut one };
                next.push(places[*from]);
                *from += 1;
            }
        }
        std::mem::swap(places, &mut next);
        run *= 2;
    }
}

/// Sorts a list of a few: each goes back to where it belongs.
pub fn sort_few<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && compare(&list[place - 1], &list[place]).is_gt() {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sort_and_keep_the_order_of_equals() {
        for length in [0, 1, 2, 3, 20, 99, 700] {
            let all = (0..length).map(|i| ((i * 37) % 11, i)).collect::<Vec<_>>();
            let mut expected = all.clone();
            expected.sort();
            let (mut one, mut other) = (all.clone(), all);
            sort(&mut one, |a, b| a.0.cmp(&b.0));
            sort_few(&mut other, |a, b| a.0.cmp(&b.0));
            assert_eq!((&one, &other), (&expected, &expected));
        }
    }
}
