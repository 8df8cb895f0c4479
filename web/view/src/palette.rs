//! The command palette: what some words lead to. Screens and actions by their names, people and teams by the core's search, those
//! first whose names begin as what was typed does; and what can be done to whom was found: "suspend mia" leads to it as well as "mia".

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
/// To so many of the people and teams that were found something can be done.
const DONE_TO: usize = 3;

/// Where an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Screen(Screen),
    Act(Act),
    User(UserId),
    Team(TeamId),
    /// Something to begin on the screen of what it is about.
    Begin(Verb, Thing),
}

/// To what something can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    User(UserId),
    Team(TeamId),
}

/// Something that can be done to a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub verb: Verb,
    pub name: String,
    pub icon: Icon,
}

/// What can be done to things: what all of it is called, and what of it is offered for one.
pub struct Deeds<'a> {
    pub names: &'a [String],
    pub of: &'a dyn Fn(Thing) -> Vec<Deed>,
}

/// What can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Invite,
    /// Makes a bridge, an attendant, a queue or a service.
    System,
    NewTeam,
    NewRole,
    AddNumbers,
    AddContact,
    Sync,
    Shortcuts,
    Light,
    Dark,
    AsDevice,
    SignOut,
}

impl Act {
    const ALL: [Self; 12] = [
        Self::Invite,
        Self::System,
        Self::NewTeam,
        Self::NewRole,
        Self::AddNumbers,
        Self::AddContact,
        Self::Sync,
        Self::Shortcuts,
        Self::Light,
        Self::Dark,
        Self::AsDevice,
        Self::SignOut,
    ];

    fn name(self) -> Text {
        match self {
            Self::Invite => text!(invite_user),
            Self::System => text!(new_system),
            Self::NewTeam => text!(team_new),
            Self::NewRole => text!(roles_new),
            Self::AddNumbers => text!(numbers_add),
            Self::AddContact => text!(contacts_add),
            Self::Sync => text!(palette_sync),
            Self::Shortcuts => text!(shortcuts_title),
            Self::Light => text!(palette_light),
            Self::Dark => text!(palette_dark),
            Self::AsDevice => text!(palette_as_device),
            Self::SignOut => text!(sign_out),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Invite => Icon::UserPlus,
            Self::System => Icon::Phone,
            Self::NewTeam => Icon::Teams,
            Self::NewRole => Icon::Key,
            Self::AddNumbers => Icon::Phone,
            Self::AddContact => Icon::Bookmark,
            Self::Sync => Icon::Refresh,
            Self::Shortcuts => Icon::Hash,
            Self::Light => Icon::Sun,
            Self::Dark => Icon::Moon,
            Self::AsDevice => Icon::Monitor,
            Self::SignOut => Icon::Out,
        }
    }

    /// What it makes, and on which screen.
    pub const fn makes(self) -> Option<(Screen, Verb)> {
        match self {
            Self::NewTeam => Some((Screen::Teams, Verb::CreateTeam)),
            Self::NewRole => Some((Screen::Roles, Verb::CreateRole)),
            Self::AddNumbers => Some((Screen::Numbers, Verb::AddNumber)),
            Self::AddContact => Some((Screen::Contacts, Verb::AddContact)),
            _ => None,
        }
    }

    fn is_offered(self, reader: &Reader<'_>) -> bool {
        let offer = |verb| query::offer(reader.directory, reader.context, verb, &Key::Organisation);
        let free = |verb| offer(verb).is_some_and(|offer| offer.why_not.is_empty());
        match (self, self.makes()) {
            (_, Some((screen, verb))) => screen.is_seen_by(reader) && free(verb),
            (Self::Invite, None) => offer(Verb::InviteUser).is_some(),
            (Self::System, None) => free(Verb::CreateSystemUser),
            _ => true,
        }
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
    /// What can be done to whom was found.
    Deeds,
    Actions,
}

impl Section {
    /// Its heading.
    pub fn name(self) -> Text {
        match self {
            Self::People => text!(people),
            Self::Teams => text!(teams),
            Self::Screens => text!(pages),
            Self::Deeds => text!(palette_deeds),
            Self::Actions => text!(actions),
        }
    }
}

/// What words lead to, in sections of which none is empty, those first that have the closest name; without words, the screens and
/// actions. `say` puts names in the
/// language of the page.
pub fn find(
    reader: &Reader<'_>,
    words: &str,
    say: impl Fn(&Text) -> String,
    deeds: &Deeds<'_>,
) -> Vec<(Section, Vec<Entry>)> {
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
    let done = done_to(reader, &folded, &people, &teams, deeds);
    let mut sections = vec![
        (Section::Screens, screens),
        (Section::People, people),
        (Section::Teams, teams),
        (Section::Deeds, done),
        (Section::Actions, acts),
    ];
    sections.retain(|(_, entries): &(Section, Vec<Entry>)| !entries.is_empty());
    let close = |entry: &Entry| query::closeness(words, &entry.name);
    // What can be done to somebody comes behind who it is.
    sort::by_key(&mut sections, |(section, entries)| {
        (*section == Section::Deeds && folded.len() < 2, entries.iter().map(close).min())
    });
    sections
}

/// What can be done to whom was found: to the closest one; or, where some words say what is to be done and the others to whom, that
/// to the closest ones.
fn done_to(reader: &Reader<'_>, folded: &[&str], people: &[Entry], teams: &[Entry], deeds: &Deeds<'_>) -> Vec<Entry> {
    let of = |entry: &Entry| {
        let thing = match entry.goal {
            Goal::User(id) => Thing::User(id),
            Goal::Team(id) => Thing::Team(id),
            _ => return Vec::new(),
        };
        let to = entry.name.clone();
        let deed = |deed: Deed| Entry {
            goal: Goal::Begin(deed.verb, thing),
            name: deed.name,
            sub: to.clone(),
            icon: deed.icon,
        };
        (deeds.of)(thing).into_iter().map(deed).collect::<Vec<_>>()
    };
    if folded.is_empty() {
        return Vec::new();
    }
    if let [first, ..] = people {
        return of(first);
    }
    if let [first, ..] = teams {
        return of(first);
    }
    let names: Vec<String> = deeds.names.iter().map(|name| fold(name)).collect();
    let (what, whom): (Vec<&str>, Vec<&str>) =
        folded.iter().partition(|word| names.iter().any(|name| name.contains(**word)));
    if what.is_empty() || whom.is_empty() {
        return Vec::new();
    }
    let whom = whom.join(" ");
    let (people, teams) = (self::people(reader, &whom), self::teams(reader, &whom));
    let found = people.into_iter().take(DONE_TO).chain(teams.into_iter().take(DONE_TO));
    let fits = |entry: &Entry| {
        let name = fold(&entry.name);
        what.iter().all(|word| name.contains(word))
    };
    found.flat_map(|entry| of(&entry)).filter(fits).collect()
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
        let of = |thing| match thing {
            Thing::Team(_) => vec![Deed { verb: Verb::DisableTeam, name: "Disable team".into(), icon: Icon::Pause }],
            Thing::User(_) => Vec::new(),
        };
        let names = ["Disable team".to_owned(), "Delete".to_owned()];
        let sections = find(&reader, words, |text| english.say(text), &Deeds { names: &names, of: &of });
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
        assert_eq!(sections[1].1.len(), Act::ALL.len(), "the system may do everything");
    }

    #[test]
    fn who_is_nobody_in_the_organisation_makes_nothing_in_it() {
        let directory = Directory::default();
        let actor = Actor::User(UserId::fixed(9));
        let context = Context { actor, now: Timestamp(0), view: View::Whole };
        let reader = Reader { directory: &directory, context: &context, mails_kept: false };
        let offered: Vec<Act> = Act::ALL.into_iter().filter(|act| act.is_offered(&reader)).collect();
        assert_eq!(offered, [Act::Sync, Act::Shortcuts, Act::Light, Act::Dark, Act::AsDevice, Act::SignOut]);
    }

    #[test]
    fn words_are_found_wherever_they_stand_and_however_they_are_written() {
        assert_eq!(
            found("SIGN"),
            [
                (Section::Actions, vec!["Sign out".to_owned()]),
                (Section::Teams, vec!["Straße & Signs".to_owned()]),
                (Section::Deeds, vec!["Disable team".to_owned()]),
            ],
            "what begins so comes before what only has such a word"
        );
        let done = (Section::Deeds, vec!["Disable team".to_owned()]);
        assert_eq!(found("strasse"), [(Section::Teams, vec!["Straße & Signs".to_owned()]), done.clone()]);
        assert_eq!(found("disable strasse"), std::slice::from_ref(&done), "what is to be done, and to whom");
        assert_eq!(found("signs dis"), [done], "in either order");
        assert_eq!(found("delete strasse"), [], "what can't be done to it is not offered");
        assert_eq!(found("account your"), [(Section::Screens, vec!["Your account".to_owned()])]);
        assert_eq!(found("no such thing"), []);
    }
}
