//! One sort for all lists. The standard library's sort is compiled anew for each type and each way to compare, three
//! kilobytes a time in what a browser downloads; here only positions are sorted, and one copy does that. What sorts all
//! users of a directory (`directory/search/`) has its own, for speed.

use std::cmp::Ordering;

/// Sorts as `compare` says; what is equal keeps its order.
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = positions(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(order, &mut |a, b| items.swap(a, b));
}

/// Sorts by a key, which is made once for each; what is equal keeps its order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = positions(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    arrange(order, &mut |a, b| items.swap(a, b));
}

/// Sorts from the least to the greatest.
pub fn ascending<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// The positions of so many items in their order.
fn positions(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Puts each item at its place: `order` says where each place's item was.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for place in 0..order.len() {
        // What stood at an earlier place has been swapped away from there: follow it.
        let mut from = order.get(place).copied().unwrap_or(place);
        while from < place {
            from = order.get(from).copied().unwrap_or(place);
        }
        if let Some(moved) = order.get_mut(place) {
            *moved = from;
        }
        if from != place {
            swap(place, from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_sorted_as_the_standard_library_does(list: Vec<(u8, u16)>) {
            let (mut by_key_here, mut by_here, mut ascending_here) = (list.clone(), list.clone(), list.clone());
            by_key(&mut by_key_here, |(key, _)| *key);
            by(&mut by_here, |(a, _), (b, _)| b.cmp(a));
            ascending(&mut ascending_here);
            let (mut keyed, mut compared, mut plain) = (list.clone(), list.clone(), list);
            keyed.sort_by_key(|(key, _)| *key);
            compared.sort_by(|(a, _), (b, _)| b.cmp(a));
            plain.sort();
            prop_assert_eq!((by_key_here, by_here, ascending_here), (keyed, compared, plain));
        }
    }
}
