//! The list of those who have not come in yet (S0.7, S2.15).

use super::{Asker, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words};
use rollcall_core::{
    id::UserId,
    query::{self, InvitationCounts, InvitationQuery},
    refusal::Field,
};
use rollcall_words::{name, text};
use std::ops::Range;

/// What is said of it.
pub static INVITATIONS: Declared = Declared {
    name: "invitations",
    words: Words {
        title: || text!(invitations),
        search: || text!(invitations_search),
        search_hint: || text!(invitations_search),
        loading: || text!(loading),
        found: |count| text!(users_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(invitations_empty_title), || text!(invitations_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(users_invitation),
    },
    filters: &[Filter {
        key: "state",
        name: || text!(users_filter_state),
        kind: FilterKind::Chips(&[
            Chip { value: "", name: || text!(list_all) },
            Chip { value: "prepared", name: || text!(standing_prepared) },
            Chip { value: "scheduled", name: || text!(invitations_scheduled) },
            Chip { value: "open", name: || text!(standing_invited) },
            Chip { value: "expiring", name: || text!(invitations_soon) },
            Chip { value: "expired", name: || text!(standing_expired) },
            Chip { value: "undelivered", name: || text!(undelivered) },
        ]),
    }],
    sorts: &[
        Sort { key: "name", name: || name::field(Field::FullName) },
        Sort { key: "email", name: || name::field(Field::Email) },
        Sort { key: "expires", name: || text!(invitations_expires) },
        Sort { key: "sent", name: || text!(invitations_sent) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::FullName), (11, 20)).sorted("name").fixed(),
        Column::new("mail", || name::field(Field::Email), (9, 18)).sorted("email").rank(2),
        Column::new("sent", || text!(invitations_sent), (10, 0)).sorted("sent"),
        Column::new("by", || text!(invitations_by), (8, 12)),
        Column::new("expires", || text!(invitations_expires), (11, 0)).sorted("expires").rank(1),
        Column::new("plan", || name::field(Field::Licence), (6, 8)).optional(),
        Column::new("state", || text!(users_state), (8, 0)).fixed(),
    ],
    selects: true,
    find,
    choices: |_, _| Vec::<Vec<Choice>>::new(),
};

/// The query in the core's terms.
fn asked(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> InvitationQuery {
    InvitationQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        undelivered: asker.marked.iter().copied().map(UserId::new).collect(),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::invitation_list(asker.directory, &asked(asker, query, part), asker.context.now);
    let InvitationCounts { all, prepared, scheduled, open, expiring, expired, undelivered } = list.counts;
    Found {
        ids: list.users.into_iter().map(|id| id.uuid()).collect(),
        total: list.total,
        counts: vec![all, prepared, scheduled, open, expiring, expired, undelivered],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        Context, Directory, Timestamp,
        context::{Actor, View},
        query::{InvitationSort, InvitationState},
    };

    #[test]
    fn every_name_is_one_of_the_cores() {
        INVITATIONS.names::<InvitationSort, InvitationState>();
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let ann = UserId::fixed(7);
        let context = Context { actor: Actor::User(ann), now: Timestamp(0), view: View::Partial };
        let asker = Asker { directory: &Directory::default(), context: &context, marked: &[ann.uuid()] };
        let fields = [("state", "undelivered"), ("sort", "sent"), ("search", "x"), ("descending", "true")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = InvitationQuery {
            search: "x".into(),
            state: InvitationState::Undelivered,
            undelivered: vec![ann],
            sort: InvitationSort::Sent,
            descending: true,
            from: 3,
            limit: Some(2),
        };
        assert_eq!(asked(&asker, &Query::read(&INVITATIONS, fields), 3..5), expected);
    }
}
