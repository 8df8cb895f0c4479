//! The one table of screens. What is said of a screen stands here once: routes, navigation, titles and the browser tests'
//! list of screens (`tests/screens.json`) come from it.

use crate::icon::Icon;
use rollcall_core::{Context, Directory, Key, command::Verb, query};
use rollcall_words::{Text, text};

/// What is said of a screen.
#[derive(Debug)]
pub struct Declared {
    /// The first part of its address: "users" for `/users`.
    pub path: &'static str,
    /// What the navigation calls it.
    pub name: fn() -> Text,
    /// What the browser's tab and history call it.
    pub title: fn() -> Text,
    pub icon: Icon,
    /// Where it stands in the navigation, and the lower the number, the rather in the bar of a phone; none: it is reached in
    /// another way.
    pub place: Option<(Group, u8)>,
    /// Whether one of the things that it lists can be open in it, which the address then names: `/users/{id}`.
    pub opens: bool,
    /// Whether somebody has any use for it.
    pub seen: fn(&Reader<'_>) -> bool,
}

/// What stands together in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    People,
    Telephony,
    Activity,
    System,
}

impl Group {
    /// Its heading.
    pub fn name(self) -> Text {
        match self {
            Self::People => text!(people),
            Self::Telephony => text!(telephony),
            Self::Activity => text!(activity),
            Self::System => text!(system),
        }
    }
}

/// Who looks: what decides whether a screen is of use.
pub struct Reader<'a> {
    pub directory: &'a Directory,
    pub context: &'a Context,
    /// Whether the server keeps mails in a folder in place of sending them.
    pub mails_kept: bool,
}

/// Declares the screens in the order of the navigation.
macro_rules! screens {
    ($($(#[$doc:meta])* $screen:ident { $($field:ident: $value:expr),* $(,)? })*) => {
        /// A screen of an organisation that is open.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Screen {
            $($(#[$doc])* $screen),*
        }

        impl Screen {
            /// All of them, in the order of the navigation.
            pub const ALL: &[Self] = &[$(Self::$screen),*];

            /// What is said of it.
            pub fn declared(self) -> &'static Declared {
                match self {
                    $(Self::$screen => {
                        static DECLARED: Declared = Declared { $($field: $value),* };
                        &DECLARED
                    })*
                }
            }
        }
    };
}

screens! {
    /// The list of users, and one of them beside it.
    Users {
        path: "users",
        name: || text!(users),
        title: || text!(users),
        icon: Icon::Users,
        place: Some((Group::People, 0)),
        opens: true,
        seen: |reader| !query::looks_up_only(reader.directory, reader.context),
    }
    /// Colleagues as everybody may look them up, to call and to write to.
    Directory {
        path: "directory",
        name: || text!(directory),
        title: || text!(directory),
        icon: Icon::Search,
        place: Some((Group::People, 14)),
        opens: true,
        seen: |_| true,
    }
    /// The list of teams, and one of them beside it.
    Teams {
        path: "teams",
        name: || text!(teams),
        title: || text!(teams),
        icon: Icon::Teams,
        place: Some((Group::People, 2)),
        opens: true,
        seen: |reader| query::sees_teams(reader.directory, reader.context),
    }
    /// Roles side by side, and one of them.
    Roles {
        path: "roles",
        name: || text!(roles),
        title: || text!(roles_title),
        icon: Icon::Key,
        place: Some((Group::People, 11)),
        opens: true,
        seen: |reader| query::sees_roles(reader.directory, reader.context),
    }
    /// Those who have not come in yet.
    Invitations {
        path: "invitations",
        name: || text!(invitations),
        title: || text!(invitations),
        icon: Icon::Send,
        place: Some((Group::People, 12)),
        opens: true,
        seen: |reader| query::sees_invitations(reader.directory, reader.context),
    }
    /// Contacts that everybody shares.
    Contacts {
        path: "contacts",
        name: || text!(contacts),
        title: || text!(contacts),
        icon: Icon::Bookmark,
        place: Some((Group::People, 21)),
        opens: true,
        seen: |_| true,
    }
    /// Deleted users that can still be restored.
    RecycleBin {
        path: "recycle-bin",
        name: || text!(recycle_bin),
        title: || text!(recycle_bin),
        icon: Icon::Trash,
        place: Some((Group::People, 22)),
        opens: true,
        seen: |reader| query::sees_bin(reader.directory, reader.context),
    }
    Import {
        path: "import",
        name: || text!(import),
        title: || text!(import_title),
        icon: Icon::Upload,
        place: Some((Group::People, 3)),
        opens: false,
        seen: |reader| query::invite_options(reader.directory, reader.context).may_import,
    }
    /// The import of shared contacts, reached from their list.
    ImportContacts {
        path: "import-contacts",
        name: || text!(import_contacts_title),
        title: || text!(import_contacts_title),
        icon: Icon::Upload,
        place: None,
        opens: false,
        seen: |reader| {
            query::offer(reader.directory, reader.context, Verb::AddContact, &Key::Organisation).is_some()
        },
    }
    /// The inventory of numbers, and one of them beside it.
    Numbers {
        path: "numbers",
        name: || text!(numbers),
        title: || text!(numbers),
        icon: Icon::Phone,
        place: Some((Group::Telephony, 7)),
        opens: true,
        seen: |reader| query::sees_numbers(reader.directory, reader.context),
    }
    /// The extensions of the organisation, and one of them beside the list.
    Extensions {
        path: "extensions",
        name: || text!(extensions),
        title: || text!(extensions),
        icon: Icon::Hash,
        place: Some((Group::Telephony, 8)),
        opens: true,
        seen: |reader| query::sees_extensions(reader.directory, reader.context),
    }
    /// Plans and add-ons, and who could give a seat back.
    Licences {
        path: "licences",
        name: || text!(users_licences),
        title: || text!(users_licences),
        icon: Icon::Card,
        place: Some((Group::Telephony, 9)),
        opens: false,
        seen: |reader| query::sees_licences(reader.directory, reader.context),
    }
    /// Calls that go on, and those of the last weeks: one's own, and those that one may read.
    Calls {
        path: "calls",
        name: || text!(calls),
        title: || text!(calls),
        icon: Icon::Phone,
        place: Some((Group::Telephony, 10)),
        opens: true,
        seen: |reader| query::sees_calls(reader.directory, reader.context),
    }
    /// Figures of the same calls.
    Figures {
        path: "figures",
        name: || text!(figures),
        title: || text!(figures),
        icon: Icon::Chart,
        place: Some((Group::Telephony, 13)),
        opens: false,
        seen: |reader| query::sees_calls(reader.directory, reader.context),
    }
    /// What came back refused, what waits, what was done.
    Inbox {
        path: "inbox",
        name: || text!(inbox),
        title: || text!(inbox),
        icon: Icon::Inbox,
        place: Some((Group::Activity, 1)),
        opens: false,
        seen: |_| true,
    }
    /// What needs a decision.
    Attention {
        path: "attention",
        name: || text!(attention),
        title: || text!(attention),
        icon: Icon::Alert,
        place: Some((Group::Activity, 16)),
        opens: false,
        seen: |reader| query::sees_attention(reader.directory, reader.context),
    }
    /// The audit log.
    Activity {
        path: "activity",
        name: || text!(audit_log),
        title: || text!(audit_log),
        icon: Icon::Clock,
        place: Some((Group::Activity, 17)),
        opens: false,
        seen: |reader| query::reads_audit(reader.directory, reader.context),
    }
    Mail {
        path: "mail",
        name: || text!(sent_mail),
        title: || text!(sent_mail),
        icon: Icon::Mail,
        place: Some((Group::Activity, 5)),
        opens: false,
        seen: |reader| reader.mails_kept,
    }
    /// The security log of the organisation.
    Security {
        path: "security",
        name: || text!(security),
        title: || text!(security_log),
        icon: Icon::Shield,
        place: Some((Group::System, 4)),
        opens: false,
        seen: |reader| query::security_log(reader.directory, reader.context).is_ok(),
    }
    /// What the organisation decides for itself.
    Settings {
        path: "settings",
        name: || text!(settings),
        title: || text!(settings),
        icon: Icon::Sliders,
        place: Some((Group::System, 15)),
        opens: false,
        seen: |reader| query::sees_settings(reader.directory, reader.context),
    }
    About {
        path: "about",
        name: || text!(about),
        title: || text!(about),
        icon: Icon::Info,
        place: Some((Group::System, 6)),
        opens: false,
        seen: |_| true,
    }
    /// One's own account.
    Account {
        path: "account",
        name: || text!(account),
        title: || text!(your_account),
        icon: Icon::Shield,
        place: None,
        opens: false,
        seen: |_| true,
    }
}

impl Screen {
    /// Where one is who asks for nothing else.
    pub const HOME: Self = Self::Users;

    /// The screen whose first part of the address this is.
    pub fn at(path: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|screen| screen.declared().path == path)
    }

    /// Whether somebody has any use for it.
    pub fn is_seen_by(self, reader: &Reader<'_>) -> bool {
        (self.declared().seen)(reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        Timestamp,
        api::MailedPage,
        context::{Actor, View},
        id::UserId,
    };
    use std::collections::BTreeSet;

    #[test]
    fn no_two_screens_have_the_same_address() {
        let mut paths: BTreeSet<&str> = MailedPage::ALL.into_iter().map(MailedPage::name).collect();
        for screen in Screen::ALL {
            let path = screen.declared().path;
            assert!(paths.insert(path), "{path} is there twice");
            assert!(path.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{path} is no plain part of an address");
        }
    }

    #[test]
    fn groups_stand_together_and_the_places_of_a_phone_are_taken_once() {
        let places: Vec<_> = Screen::ALL.iter().filter_map(|screen| screen.declared().place).collect();
        let mut groups: Vec<Group> = places.iter().map(|(group, _)| *group).collect();
        groups.dedup();
        for group in &groups {
            assert_eq!(groups.iter().filter(|other| *other == group).count(), 1, "{group:?} is torn apart");
        }
        let ranks: BTreeSet<u8> = places.iter().map(|(_, rank)| *rank).collect();
        assert_eq!(ranks.len(), places.len());
    }

    #[test]
    fn somebody_unknown_is_shown_nothing_of_administration() {
        let context = Context { actor: Actor::User(UserId::fixed(7)), now: Timestamp(0), view: View::Partial };
        let reader = Reader { directory: &Directory::default(), context: &context, mails_kept: false };
        let seen: Vec<_> = Screen::ALL.iter().filter(|screen| screen.is_seen_by(&reader)).collect();
        assert_eq!(
            seen,
            [&Screen::Users, &Screen::Directory, &Screen::Contacts, &Screen::Inbox, &Screen::About, &Screen::Account]
        );
        let reader = Reader { mails_kept: true, ..reader };
        assert!(Screen::Mail.is_seen_by(&reader));
    }
}
