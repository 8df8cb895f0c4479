//! The command palette: what some words lead to. Screens and actions by their names, people and teams by the core's search, those
//! first whose names begin as what was typed does.

use crate::{
    Icon,
    screen::{Reader, Screen},
};
use rollcall_core::{
    Key,
    command::Verb,
    id::{TeamId, UserId},
    query, sort,
    value::fold,
};
use rollcall_words::{Text, text};

/// So many people are offered at most.
const PEOPLE: usize = 8;
/// So many teams are.
const TEAMS: usize = 5;

/// Where an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Screen(Screen),
    Act(Act),
    User(UserId),
    Team(TeamId),
}

/// What can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Invite,
    Sync,
    Light,
    Dark,
    AsDevice,
    SignOut,
}

impl Act {
    const ALL: [Self; 6] = [Self::Invite, Self::Sync, Self::Light, Self::Dark, Self::AsDevice, Self::SignOut];

    fn name(self) -> Text {
        match self {
            Self::Invite => text!(invite_user),
            Self::Sync => text!(palette_sync),
            Self::Light => text!(palette_light),
            Self::Dark => text!(palette_dark),
            Self::AsDevice => text!(palette_as_device),
            Self::SignOut => text!(sign_out),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Invite => Icon::UserPlus,
            Self::Sync => Icon::Refresh,
            Self::Light => Icon::Sun,
            Self::Dark => Icon::Moon,
            Self::AsDevice => Icon::Monitor,
            Self::SignOut => Icon::Out,
        }
    }

    fn is_offered(self, reader: &Reader<'_>) -> bool {
        let invites = || query::offer(reader.directory, reader.context, Verb::InviteUser, &Key::Organisation).is_some();
        self != Self::Invite || invites()
    }
}

/// What the palette offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub goal: Goal,
    pub name: String,
    /// What distinguishes it from others of the same name.
    pub sub: String,
    pub icon: Icon,
}

/// What stands together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    People,
    Teams,
    Screens,
    Actions,
}

impl Section {
    /// Its heading.
    pub fn name(self) -> Text {
        match self {
            Self::People => text!(people),
            Self::Teams => text!(teams),
            Self::Screens => text!(pages),
            Self::Actions => text!(actions),
        }
    }
}

/// What words lead to, in sections of which none is empty, those first that have the closest name; without words, the screens and
/// actions. `say` puts names in the
/// language of the page.
pub fn find(reader: &Reader<'_>, words: &str, say: impl Fn(&Text) -> String) -> Vec<(Section, Vec<Entry>)> {
    let folded = fold(words);
    let folded: Vec<&str> = folded.split_whitespace().collect();
    let fits = |entry: &Entry| {
        let name = fold(&entry.name);
        folded.iter().all(|word| name.contains(word))
    };
    let screen = |screen: &Screen| {
        let declared = screen.declared();
        Entry { goal: Goal::Screen(*screen), name: say(&(declared.title)()), sub: String::new(), icon: declared.icon }
    };
    let act = |act: Act| Entry { goal: Goal::Act(act), name: say(&act.name()), sub: String::new(), icon: act.icon() };
    let screens = Screen::ALL.iter().filter(|screen| screen.is_seen_by(reader)).map(screen).filter(fits).collect();
    let acts = Act::ALL.into_iter().filter(|act| act.is_offered(reader)).map(act).filter(fits).collect();
    let (people, teams) = (people(reader, words), teams(reader, words));
    let mut sections =
        vec![(Section::Screens, screens), (Section::People, people), (Section::Teams, teams), (Section::Actions, acts)];
    sections.retain(|(_, entries): &(Section, Vec<Entry>)| !entries.is_empty());
    let close = |entry: &Entry| query::closeness(words, &entry.name);
    sort::by_key(&mut sections, |(_, entries)| entries.iter().map(close).min());
    sections
}

fn people(reader: &Reader<'_>, words: &str) -> Vec<Entry> {
    let entry = |id: UserId| {
        let user = reader.directory.user(id)?;
        let name = user.display_name().into_owned();
        let email = user.email().map(ToString::to_string).filter(|email| *email != name);
        Some(Entry { goal: Goal::User(id), name, sub: email.unwrap_or_default(), icon: Icon::Users })
    };
    query::closest_users(reader.directory, words, PEOPLE).into_iter().filter_map(entry).collect()
}

fn teams(reader: &Reader<'_>, words: &str) -> Vec<Entry> {
    let entry = |id: TeamId| {
        let name = reader.directory.team(id)?.name.to_string();
        Some(Entry { goal: Goal::Team(id), name, sub: String::new(), icon: Icon::Teams })
    };
    query::closest_teams(reader.directory, words, TEAMS).into_iter().filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        Context, Directory, Record, Timestamp,
        context::{Actor, View},
        model::{Team, TeamKind},
        value::TeamName,
    };
    use rollcall_words::embedded::Spoken;

    fn found(words: &str) -> Vec<(Section, Vec<String>)> {
        let team = Team::new(TeamId::fixed(1), TeamName::parse("Straße & Signs").unwrap(), TeamKind::Team);
        let directory = Directory::from_records([Record::Team(team)]);
        let context = Context { actor: Actor::System, now: Timestamp(0), view: View::Whole };
        let reader = Reader { directory: &directory, context: &context, mails_kept: false };
        let english = Spoken::of("en").unwrap();
        let sections = find(&reader, words, |text| english.say(text));
        sections
            .into_iter()
            .map(|(section, all)| (section, all.into_iter().map(|entry| entry.name).collect()))
            .collect()
    }

    #[test]
    fn without_words_it_offers_every_screen_and_action_and_nobody() {
        let sections = found("  ");
        assert_eq!(
            sections.iter().map(|(section, _)| *section).collect::<Vec<_>>(),
            [Section::Screens, Section::Actions]
        );
        assert!(sections[0].1.contains(&"Inbox".to_owned()) && !sections[0].1.contains(&"Sent mail".to_owned()));
        assert_eq!(sections[1].1.len(), Act::ALL.len());
    }

    #[test]
    fn words_are_found_wherever_they_stand_and_however_they_are_written() {
        assert_eq!(
            found("SIGN"),
            [(Section::Actions, vec!["Sign out".to_owned()]), (Section::Teams, vec!["Straße & Signs".to_owned()]),],
            "what begins so comes before what only has such a word"
        );
        assert_eq!(found("strasse"), [(Section::Teams, vec!["Straße & Signs".to_owned()])]);
        assert_eq!(found("account your"), [(Section::Screens, vec!["Your account".to_owned()])]);
        assert_eq!(found("no such thing"), []);
    }
}
