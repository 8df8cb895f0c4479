//! Who or what somebody means by the first letters that were typed: people and teams, the closest names first. It is what the
//! command palette asks; a list is sorted as its reader chose instead.

use crate::{
    directory::{Closeness, Directory},
    id::{TeamId, UserId},
    model::Team,
    sort,
    value::fold,
};
use memchr::memmem::Finder;

/// What was typed, folded.
struct Typed<'t> {
    whole: String,
    words: Vec<Finder<'t>>,
}

impl<'t> Typed<'t> {
    fn of(words: &[&'t str]) -> Self {
        Self { whole: words.join(" "), words: words.iter().map(|word| Finder::new(*word)).collect() }
    }

    /// How close a folded name comes to it.
    fn closeness(&self, name: &[u8]) -> Closeness {
        if name.starts_with(self.whole.as_bytes()) {
            Closeness::Begins
        } else if self.words.iter().all(|word| begins_a_word(name, word)) {
            Closeness::WordsBegin
        } else {
            Closeness::Found
        }
    }
}

/// Whether a word of the name begins so: `lee` in `ann lee` and `smith-lee`, not in `ashlee`.
fn begins_a_word(name: &[u8], typed: &Finder<'_>) -> bool {
    let before = |at: usize| at.checked_sub(1).and_then(|before| name.get(before));
    let in_a_word = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    typed.find_iter(name).any(|at| !before(at).is_some_and(in_a_word))
}

/// How close a name comes to what was typed; without words, any begins so.
pub fn closeness(search: &str, name: &str) -> Closeness {
    let folded = fold(search);
    Typed::of(&folded.split_whitespace().collect::<Vec<_>>()).closeness(fold(name).as_bytes())
}

/// The users whom a search for these words finds, at most so many; those first whose name begins so, then those of whose name
/// a word does, and each by name. Nobody without words.
pub fn closest_users(directory: &Directory, search: &str, limit: usize) -> Vec<UserId> {
    let folded = fold(search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let typed = Typed::of(&words);
    directory.find(&words).closest(|name| typed.closeness(name), limit)
}

/// The teams in whose names all these words occur, in the same order; disabled ones last. None without words.
pub fn closest_teams(directory: &Directory, search: &str, limit: usize) -> Vec<TeamId> {
    let folded = fold(search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let typed = Typed::of(&words);
    let named = |team: &&Team| {
        let name = team.name.folded();
        words.iter().all(|word| name.contains(word))
    };
    let mut found: Vec<&Team> = directory.teams().filter(named).collect();
    sort::by_key(&mut found, |team| {
        let name = team.name.folded();
        (team.disabled, typed.closeness(name.as_bytes()), name, team.id)
    });
    found.truncate(limit);
    found.into_iter().map(|team| team.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Record, Timestamp,
        model::{Membership, TeamKind, User, UserKind, UserState},
        value::{FullName, TeamName},
    };

    fn world() -> Directory {
        let team = |n, name, disabled| {
            let team = Team::new(TeamId::fixed(n), TeamName::parse(name).unwrap(), TeamKind::Team);
            Record::Team(Team { disabled, ..team })
        };
        let teams =
            [team(1, "Sales", false), team(2, "After Sales", false), team(3, "Sage", true), team(4, "Mesa", false)];
        let user = |n, name| {
            let mut user = User::new(UserId::fixed(n), UserKind::Person, UserState::Active, Timestamp(0));
            user.profile.full_name = Some(FullName::parse(name).unwrap());
            Record::User(user)
        };
        let users =
            [(1, "Ann Lee"), (2, "Zoe Sato"), (3, "Sara Lind"), (4, "Lisa Bach"), (5, "Eva Kunz-Sand"), (6, "Jo")];
        let member = Membership { team: TeamId::fixed(1), user: UserId::fixed(1), by_hand: true, through: Vec::new() };
        let users = users.into_iter().map(|(n, name)| user(n, name));
        Directory::from_records(users.chain(teams).chain([Record::Membership(member)]))
    }

    fn names(search: &str) -> (Vec<String>, Vec<String>) {
        let directory = world();
        let user = |id| directory.user(id).map(|user| user.display_name().into_owned());
        let team = |id| directory.team(id).map(|team| team.name.to_string());
        (
            closest_users(&directory, search, 9).into_iter().filter_map(user).collect(),
            closest_teams(&directory, search, 9).into_iter().filter_map(team).collect(),
        )
    }

    #[test]
    fn whose_name_begins_so_comes_first_and_who_is_found_by_a_team_last() {
        let (users, teams) = names(" SA ");
        assert_eq!(users, ["Sara Lind", "Eva Kunz-Sand", "Zoe Sato", "Ann Lee", "Lisa Bach"]);
        assert_eq!(teams, ["Sales", "After Sales", "Mesa", "Sage"]);
    }

    #[test]
    fn several_words_are_a_beginning_together_or_each() {
        assert_eq!(names("sara l").0, ["Sara Lind"]);
        assert_eq!(names("l sa").0, ["Sara Lind", "Ann Lee", "Lisa Bach"]);
        assert_eq!(names("  "), (Vec::new(), Vec::new()));
        let close = |search| closeness(search, "Ann Lee-Sato");
        use Closeness::{Begins, Found, WordsBegin};
        assert_eq!(["ANN L", "lee an", "sat", "nn", ""].map(close), [Begins, WordsBegin, WordsBegin, Found, Begins]);
    }
}
