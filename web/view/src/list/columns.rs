//! Which columns a list shows: those that it has by itself, until somebody chooses others.

use super::{Declared, Said};
use std::fmt::Write;

/// What is said of a column.
#[derive(Debug)]
pub struct Column {
    /// The class of its cells, and how a choice of columns names it.
    pub key: &'static str,
    pub name: Said,
    /// The order that its head sorts by.
    pub sort: Option<&'static str>,
    /// The least width in rem, and its share of what is left over, in tenths.
    pub width: (u16, u16),
    /// How soon it goes where there is no room: 3 first, 0 never.
    pub rank: u8,
    /// Whether it is always there.
    pub fixed: bool,
    /// Whether it is there until others are chosen.
    pub usual: bool,
}

impl Column {
    /// One that is there until others are chosen, is sorted by nothing, and is the first to go where there is no room.
    pub const fn new(key: &'static str, name: Said, width: (u16, u16)) -> Self {
        Self { key, name, sort: None, width, rank: 3, fixed: false, usual: true }
    }

    /// Its head sorts by this order.
    pub const fn sorted(self, by: &'static str) -> Self {
        Self { sort: Some(by), ..self }
    }

    /// It goes later than others.
    pub const fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }

    /// It is always there.
    pub const fn fixed(self) -> Self {
        Self { fixed: true, rank: 0, ..self }
    }

    /// It is there only when it was chosen.
    pub const fn optional(self) -> Self {
        Self { usual: false, ..self }
    }
}

/// The columns of somebody: a mark for each that the list has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<bool>);

impl Columns {
    /// Those that the list has by itself.
    pub fn usual(list: &Declared) -> Self {
        Self(list.columns.iter().map(|column| column.fixed || column.usual).collect())
    }

    /// From what was kept: the keys of the chosen columns. What is no column any more is left out.
    pub fn read(list: &Declared, kept: &str) -> Self {
        let chosen: Vec<&str> = kept.split(' ').collect();
        Self(list.columns.iter().map(|column| column.fixed || chosen.contains(&column.key)).collect())
    }

    /// What is to be kept; nothing when they are as always.
    pub fn write(&self, list: &Declared) -> String {
        if *self == Self::usual(list) {
            return String::new();
        }
        self.of(list).map(|column| column.key).collect::<Vec<_>>().join(" ")
    }

    /// The columns that are shown, in their order.
    pub fn of<'a>(&'a self, list: &Declared) -> impl Iterator<Item = &'static Column> + use<'a> {
        list.columns.iter().zip(&self.0).filter(|(_, shown)| **shown).map(|(column, _)| column)
    }

    /// Whether one is shown, by its place in the list's columns.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place) == Some(&true)
    }

    /// Shows or hides one.
    pub fn choose(&mut self, list: &Declared, place: usize, shown: bool) {
        if let (Some(mark), Some(column)) = (self.0.get_mut(place), list.columns.get(place)) {
            *mark = shown || column.fixed;
        }
    }

    /// The tracks of the grid, as style sheets need them, when columns of a higher rank than this are gone; with what stands
    /// before and after them.
    pub fn tracks(&self, list: &Declared, rank: u8, before: &str, after: &str) -> String {
        let mut tracks = before.to_owned();
        for column in self.of(list).filter(|column| column.rank <= rank) {
            let (least, share) = column.width;
            let _ = match (share, rank) {
                // On a card the name takes what width the state leaves, however narrow the phone.
                (0, 0) => write!(tracks, " auto"),
                (share, 0) => write!(tracks, " minmax(0,{share}fr)"),
                (0, _) => write!(tracks, " {least}rem"),
                (share, _) => write!(tracks, " minmax({least}rem,{share}fr)"),
            };
        }
        tracks.push(' ');
        tracks.push_str(after);
        tracks
    }

    /// How wide all of them are at least: each with the gap before it, and the boxes at both ends.
    pub fn least(&self, list: &Declared) -> String {
        let least: u16 = self.of(list).map(|column| column.width.0 + 1).sum();
        format!("{}rem", least + 7)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::USERS, *};

    fn keys(columns: &Columns) -> Vec<&'static str> {
        columns.of(&USERS).map(|column| column.key).collect()
    }

    #[test]
    fn what_is_as_always_is_not_kept_and_what_was_chosen_comes_back() {
        let mut columns = Columns::usual(&USERS);
        assert_eq!(columns.write(&USERS), "");
        let mail = USERS.columns.iter().position(|column| column.key == "mail").unwrap();
        columns.choose(&USERS, mail, false);
        assert!(!columns.has(mail) && !keys(&columns).contains(&"mail"));
        assert_eq!(Columns::read(&USERS, &columns.write(&USERS)), columns);
        columns.choose(&USERS, mail, true);
        assert_eq!(columns, Columns::usual(&USERS));
    }

    #[test]
    fn a_fixed_column_stays_and_one_of_another_version_is_nothing() {
        let columns = Columns::read(&USERS, "mail shoe");
        assert_eq!(keys(&columns), ["who", "mail", "state"]);
        let mut columns = columns;
        columns.choose(&USERS, 0, false);
        columns.choose(&USERS, 99, true);
        assert_eq!(keys(&columns), ["who", "mail", "state"]);
    }

    #[test]
    fn a_track_for_each_column_that_there_is_room_for() {
        let columns = Columns::read(&USERS, "mail ext");
        let tracks = |rank: u8| columns.tracks(&USERS, rank, "2rem", "3rem").split(' ').count();
        assert_eq!([tracks(0), tracks(1), tracks(2), tracks(3)], [4, 5, 6, 6]);
        assert_eq!(columns.tracks(&USERS, 1, "", "3rem"), " minmax(11rem,24fr) 6rem 7rem 3rem");
        assert_eq!(columns.tracks(&USERS, 0, "", "3rem"), " minmax(0,24fr) auto 3rem");
        assert_eq!(columns.least(&USERS), "44rem");
    }
}
