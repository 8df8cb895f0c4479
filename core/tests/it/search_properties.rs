//! The list of users, asked of a directory that has grown and shrunk, tells what looking at every user would.

use crate::support::{verbs::rich_world as world, world::history};
use proptest::prelude::*;
use rollcall_core::{
    Directory, Timestamp, decide,
    id::UserId,
    model::{Granted, User, UserKind, UserState},
    query::{StateFilter, UserList, UserQuery, UserSort, closest_users, user_list},
};

/// Looks at every user.
fn plainly(directory: &Directory, query: &UserQuery, now: Timestamp) -> UserList {
    let search = query.search.to_lowercase();
    let has = |user: &User| {
        let teams: Vec<String> = directory
            .teams_of(user.id)
            .filter_map(|team| directory.team(team))
            .map(|team| team.name.folded())
            .collect();
        let mut texts = vec![user.display_name().to_lowercase()];
        texts.extend(user.identifiers.iter().map(|identifier| identifier.folded().1));
        texts.extend(user.extension().map(ToString::to_string));
        texts.extend(directory.numbers_of(user.id).map(|number| number.number.to_string()));
        texts.extend(user.profile.position.as_ref().map(|position| position.as_str().to_lowercase()));
        texts.extend(teams);
        search.split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
    };
    let held = |user: &User| {
        query.role.is_none_or(|role| directory.grants_of(user.id).any(|grant| grant.key.what == Granted::Role(role)))
            && query.team.is_none_or(|team| directory.membership(team, user.id).is_some())
            && query.licence.is_none_or(|licence| user.licences().any(|has| has == licence))
            && !(query.hide_system && user.kind != UserKind::Person)
            && query.kind.is_none_or(|kind| user.kind == kind)
    };
    let mut found: Vec<&User> = directory.users().filter(|user| has(user) && held(user)).collect();
    let mut list = UserList::default();
    let standing = |user: &User| match user.state {
        UserState::Active => StateFilter::Active,
        UserState::Prepared => StateFilter::Prepared,
        UserState::Suspended => StateFilter::Suspended,
        UserState::Invited if user.invitation_expired(now) => StateFilter::Expired,
        UserState::Invited => StateFilter::Invited,
    };
    let count = |wanted| found.iter().filter(|user| standing(user) == wanted).count();
    list.counts.all = found.len();
    list.counts.active = count(StateFilter::Active);
    list.counts.prepared = count(StateFilter::Prepared);
    list.counts.suspended = count(StateFilter::Suspended);
    list.counts.expired = count(StateFilter::Expired);
    list.counts.invited = count(StateFilter::Invited);
    list.counts.system = found.iter().filter(|user| user.kind != UserKind::Person).count();
    found.retain(|user| query.state == StateFilter::All || standing(user) == query.state);
    let last = "\u{10FFFF}".to_owned();
    let first_of = |names: Vec<String>| names.into_iter().min().unwrap_or(last.clone());
    let by = |user: &User| match query.sort {
        UserSort::Name => String::new(),
        UserSort::Email => user.email().map_or(last.clone(), |email| email.folded()),
        UserSort::Extension => user.extension().map_or(last.clone(), |extension| format!("{:0>9}", extension.as_str())),
        UserSort::Position => {
            user.profile.position.as_ref().map_or(last.clone(), |position| position.as_str().to_lowercase())
        }
        UserSort::Created => format!("{:020}", user.created.0),
        UserSort::Role => {
            let role = |granted| if let Granted::Role(role) = granted { directory.role(role) } else { None };
            first_of(
                directory
                    .grants_of(user.id)
                    .filter_map(|grant| role(grant.key.what))
                    .map(|r| r.name.folded())
                    .collect(),
            )
        }
        UserSort::Licence => {
            first_of(user.licences().filter_map(|id| directory.licence(id)).map(|l| l.name.folded()).collect())
        }
        UserSort::State => match standing(user) {
            StateFilter::Active => "1".to_owned(),
            StateFilter::Invited => "2".to_owned(),
            StateFilter::Expired => "3".to_owned(),
            StateFilter::Prepared => "4".to_owned(),
            _ => "5".to_owned(),
        },
    };
    found.sort_by_cached_key(|user| (by(user), user.display_name().to_lowercase(), user.id));
    if query.descending {
        found.reverse();
    }
    list.total = found.len();
    let page = found.into_iter().skip(query.from).take(query.limit.unwrap_or(usize::MAX));
    list.users = page.map(|user| user.id).collect();
    list
}

/// Everybody that a search finds, those first whose name begins so, then those of whose name words do.
fn closest_plainly(directory: &Directory, search: &str) -> Vec<UserId> {
    let typed: Vec<String> = search.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let closeness = |name: &str| {
        let begins_a_word = |at: usize| !name[..at].ends_with(char::is_alphanumeric);
        let begins = |typed: &String| name.match_indices(typed.as_str()).any(|(at, _)| begins_a_word(at));
        if name.starts_with(&typed.join(" ")) { 0 } else { 1 + usize::from(!typed.iter().all(begins)) }
    };
    let query = UserQuery { search: search.to_owned(), ..UserQuery::default() };
    let mut found = plainly(directory, &query, Timestamp(0)).users;
    found.sort_by_key(|user| directory.user(*user).map(|user| closeness(&user.display_name().to_lowercase())));
    found
}

fn queries(directory: &Directory) -> impl Strategy<Value = UserQuery> + use<> {
    let roles: Vec<_> = std::iter::once(None).chain(directory.roles().map(|role| Some(role.id))).collect();
    let teams: Vec<_> = std::iter::once(None).chain(directory.teams().map(|team| Some(team.id))).collect();
    let licences: Vec<_> = std::iter::once(None).chain(directory.licences().map(|licence| Some(licence.id))).collect();
    let search = prop_oneof![
        3 => Just(String::new()),
        5 => "[aeinorst]",
        3 => "[a-z]{2}",
        3 => "[aeinrst] [@.a-z0-9]",
        2 => prop::sample::select(vec!["x.io", "@", "ann", "an", "+49", "su", "sup", "sales", "10", "30 x"]).prop_map(str::to_owned),
    ];
    use StateFilter::{Active, All, Expired, Invited, Prepared, Suspended};
    use UserSort::{Created, Email, Extension, Licence, Name, Position, Role, State};
    let state =
        prop_oneof![2 => Just(All), 1 => prop::sample::select(vec![Active, Prepared, Invited, Expired, Suspended])];
    let sort = prop::sample::select(vec![Name, Email, Extension, Position, Role, Licence, State, Created]);
    let rare = |all: Vec<_>| prop_oneof![4 => Just(None), 1 => prop::sample::select(all)];
    let rare_team = prop_oneof![4 => Just(None), 1 => prop::sample::select(teams)];
    let rare_licence = prop_oneof![4 => Just(None), 1 => prop::sample::select(licences)];
    let kind = prop_oneof![6 => Just(None), 1 => prop::sample::select(UserKind::ALL.to_vec()).prop_map(Some)];
    let page = (0..3_usize, prop::option::of(0..8_usize));
    (search, state, sort, any::<bool>(), (any::<bool>(), kind), rare(roles), rare_team, rare_licence, page).prop_map(
        |(search, state, sort, descending, (hide_system, kind), role, team, licence, (from, limit))| UserQuery {
            search,
            state,
            hide_system,
            kind,
            no_phone: false,
            need: None,
            role,
            team,
            licence,
            sort,
            descending,
            from,
            limit,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_list_tells_what_looking_at_everybody_tells(
        history in history(40),
        queries in prop::collection::vec(queries(&world()), 30),
    ) {
        let mut directory = world();
        let now = Timestamp(1_790_000_000_000);
        // Every order is asked for before the changes, so that each has to be kept true.
        for sort in [UserSort::Name, UserSort::Email, UserSort::Extension, UserSort::Position, UserSort::Created] {
            let _ = user_list(&directory, &UserQuery { sort, ..UserQuery::default() }, now);
        }
        let mut done = Vec::new();
        for (n, (context, command)) in history.iter().enumerate() {
            if let Ok(decision) = decide(&directory, context, command) {
                directory.apply(&decision.changes);
                done.push(decision.changes);
            }
            for query in queries.iter().skip(n % 5).step_by(10) {
                prop_assert_eq!(user_list(&directory, query, context.now), plainly(&directory, query, context.now), "{:?}", query);
                if !query.search.is_empty() {
                    let mut closest = closest_plainly(&directory, &query.search);
                    closest.truncate(query.limit.unwrap_or(usize::MAX));
                    let found = closest_users(&directory, &query.search, query.limit.unwrap_or(usize::MAX));
                    prop_assert_eq!(found, closest, "{:?}", query.search);
                }
            }
        }
        for changes in done.iter().rev() {
            directory.undo(changes);
        }
        let loaded = Directory::from_records(directory.records());
        for query in &queries {
            prop_assert_eq!(user_list(&directory, query, now), plainly(&directory, query, now), "{:?}", query);
            prop_assert_eq!(user_list(&directory, query, now), user_list(&loaded, query, now), "{:?}", query);
        }
    }
}
