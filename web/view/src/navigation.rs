//! Where each screen stands in the navigation: in groups under headings where there is room, and on a phone the most
//! important ones in a bar, the others behind a button.

use crate::screen::{Group, Screen};

/// So many places the bar of a phone has, the button for the others among them.
pub const BAR: usize = 5;

/// The navigation, made for who looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Navigation<T = Screen> {
    /// Everything, in groups.
    pub groups: Vec<(Group, Vec<T>)>,
    /// What stands in the bar of a phone, in the order of the groups.
    pub bar: Vec<T>,
}

impl Navigation {
    /// Of the screens that somebody sees.
    pub fn of(seen: &[Screen]) -> Self {
        let places =
            seen.iter().filter_map(|screen| screen.declared().place.map(|(group, rank)| (*screen, group, rank)));
        Self::arrange(places.collect())
    }
}

impl<T: Copy + PartialEq> Navigation<T> {
    /// From the places in their order, each with its group and its rank for the bar.
    fn arrange(places: Vec<(T, Group, u8)>) -> Self {
        let mut groups: Vec<(Group, Vec<T>)> = Vec::new();
        for (place, group, _) in &places {
            match groups.last_mut() {
                Some((last, members)) if last == group => members.push(*place),
                _ => groups.push((*group, vec![*place])),
            }
        }
        let room = if places.len() <= BAR { BAR } else { BAR - 1 };
        let mut ranks: Vec<u8> = places.iter().map(|(_, _, rank)| *rank).collect();
        rollcall_core::sort::ascending(&mut ranks);
        ranks.truncate(room);
        let bar = places.iter().filter(|(_, _, rank)| ranks.contains(rank)).map(|(place, _, _)| *place).collect();
        Self { groups, bar }
    }

    /// Whether something is left that only the button of the bar leads to.
    pub fn has_more(&self) -> bool {
        self.groups.iter().flat_map(|(_, members)| members).any(|member| self.is_behind(*member))
    }

    /// Whether only the button of the bar leads to a place.
    pub fn is_behind(&self, place: T) -> bool {
        !self.bar.contains(&place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(many: u8) -> Vec<(u8, Group, u8)> {
        let group = |n| [Group::People, Group::Activity, Group::System][usize::from(n) * 3 / usize::from(many)];
        // The last of all are the most important.
        (0..many).map(|n| (n, group(n), many - n)).collect()
    }

    #[test]
    fn twenty_places_are_all_in_groups_and_four_in_the_bar() {
        let navigation = Navigation::arrange(places(20));
        assert_eq!(navigation.groups.iter().map(|(_, members)| members.len()).collect::<Vec<_>>(), [7, 7, 6]);
        assert_eq!(navigation.bar, [16, 17, 18, 19]);
        assert!(navigation.has_more());
    }

    #[test]
    fn five_need_no_button() {
        let navigation = Navigation::arrange(places(5));
        assert_eq!((navigation.bar.len(), navigation.has_more()), (5, false));
        let navigation = Navigation::arrange(places(6));
        assert_eq!((navigation.bar.len(), navigation.has_more()), (4, true));
    }

    #[test]
    fn a_group_without_anything_has_no_heading() {
        let navigation = Navigation::of(&[Screen::Users, Screen::About, Screen::Account]);
        assert_eq!(navigation.groups, [(Group::People, vec![Screen::Users]), (Group::System, vec![Screen::About])]);
        assert!(!navigation.has_more());
    }
}
