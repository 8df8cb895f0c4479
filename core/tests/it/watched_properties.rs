//! A question need not be asked again while nothing that its answer came from was written: whatever happens to a
//! directory, an answer that was kept is the answer that asking afresh would give.

use crate::support::{
    ANN, NOW, SALES, SUPPORT,
    verbs::rich_world,
    world::{MIA, OLGA, command, sorted},
};
use proptest::prelude::*;
use rollcall_core::{
    Directory, Timestamp,
    access::{Holding, Permission},
    command::COMMAND_VERSION,
    context::Context,
    id::{CommandId, DeviceId},
    query::{
        self, CallFilter, CallQuery, GroupBy, LocalTime, TeamQuery, TeamSort, UserQuery, UserSort, attention,
        bulk_options, call_figures, call_log, effective_rights, invitations, invite_options, licence_usage, live_calls,
        numbers, role_list, role_matrix, security_log, team_detail, team_filters, team_list, user_detail, user_filters,
        user_list, user_row, who_may,
    },
    sync::{Envelope, Replica, Seq},
    topics::Topics,
    value::{Date, TimeZone},
};

/// A question, and its answer as a text.
type Question = (&'static str, Box<dyn Fn(&Replica) -> String>);

fn question<A: std::fmt::Debug>(name: &'static str, ask: impl Fn(&Directory, &Context) -> A + 'static) -> Question {
    (name, Box::new(move |replica| format!("{:?}", ask(replica.view(), &replica.context(NOW)))))
}

/// What a page asks, of everybody and of some.
fn questions() -> Vec<Question> {
    let list =
        |search: &str, sort| UserQuery { search: search.to_owned(), sort, limit: Some(9), ..UserQuery::default() };
    let (all, some, by_role) = (list("", UserSort::Name), list("an", UserSort::Extension), list("", UserSort::Role));
    let calls = CallQuery { by: Some(GroupBy::Team), ..CallQuery::default() };
    vec![
        question("organisation", |view, _| view.organisation().cloned()),
        question("keeping", |view, _| view.keeping()),
        question("licences", |view, _| licence_usage(view)),
        question("roles", |view, _| role_list(view)),
        question("rights of roles", |view, _| role_matrix(view)),
        question("teams", |view, _| team_list(view, &TeamQuery { sort: TeamSort::Members, ..TeamQuery::default() })),
        question("teams' filters", |view, _| team_filters(view, &TeamQuery::default(), Some(ANN))),
        question("a team", |view, _| team_detail(view, SALES, NOW)),
        question("members", |view, _| {
            [SALES, SUPPORT].map(|team| view.members(team).collect::<std::collections::BTreeSet<_>>())
        }),
        question("channels", |view, _| {
            [SALES, SUPPORT].map(|team| view.channels_of(team).cloned().collect::<Vec<_>>())
        }),
        question("numbers", |view, _| numbers(view, None, NOW)),
        question("extensions", |view, _| query::extensions_free(view, 9)),
        question("phones", |view, _| view.phones_of(ANN).cloned().collect::<Vec<_>>()),
        question("presence", |view, _| view.presence(OLGA).cloned()),
        question("handling", |view, _| view.handling(MIA).cloned()),
        question("calls", move |view, _| {
            let there = |_: &TimeZone, _| LocalTime { date: Date::of_days(1).unwrap_or(Date::FIRST), minute: 0 };
            call_figures(view, &Holding::system(), &calls, NOW, &there)
        }),
        question("live calls", |view, _| live_calls(view, &Holding::system(), &CallFilter::default(), NOW)),
        question("call log", |view, _| call_log(view, &Holding::system(), &CallFilter::default(), (0, 9), NOW)),
        question("holidays", |view, _| view.holidays().count()),
        question("on a call", |view, _| view.on_call(ANN, NOW)),
        question("contacts", |view, _| {
            let mut contacts: Vec<_> = view.contacts().cloned().collect();
            contacts.sort_by_key(|contact| contact.id);
            contacts
        }),
        question("everybody", move |view, _| user_list(view, &all, NOW)),
        question("some", move |view, _| user_list(view, &some, NOW)),
        question("by role", move |view, _| user_list(view, &by_role, NOW)),
        question("filters", |view, _| user_filters(view, &UserQuery::default(), NOW)),
        question("a row", |view, _| user_row(view, MIA, NOW)),
        question("a person", |view, _| user_detail(view, MIA, NOW)),
        question("rights", |view, _| effective_rights(view, MIA, NOW)),
        question("who may", |view, _| who_may(view, Permission::UserEdit, None, NOW)),
        question("invitations", |view, _| invitations(view, NOW)),
        question("inviting", invite_options),
        question("bulk", bulk_options),
        question("security", security_log),
        question("attention", |view, _| attention(view, NOW)),
        question("due", |view, _| view.due(Timestamp(i64::MAX)).collect::<Vec<_>>()),
        ("pending", Box::new(|replica| format!("{:?}", replica.pending().map(|p| p.envelope.seq).collect::<Vec<_>>()))),
        ("drafts", Box::new(|replica| format!("{:?}", replica.drafts().collect::<Vec<_>>()))),
        ("inbox", Box::new(|replica| format!("{:?}", replica.inbox().collect::<Vec<_>>()))),
        ("cursor", Box::new(|replica| format!("{:?}", replica.cursor()))),
    ]
}

/// Answers as a page keeps them.
struct Kept {
    question: Question,
    answer: String,
    from: Topics,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_kept_answer_is_what_asking_afresh_gives(commands in prop::collection::vec(command(), 1..40)) {
        let device = DeviceId::new(ANN.uuid());
        let mut replica = Replica::restore(ANN, device, sorted(&rich_world()), None, [], [], NOW);
        replica.take_written();
        let keep = |replica: &Replica, question: Question| {
            let (answer, from) = replica.ask(|replica| question.1(replica));
            Kept { question, answer, from }
        };
        let mut kept: Vec<Kept> = questions().into_iter().map(|question| keep(&replica, question)).collect();
        let (mut left, mut changed) = (0_usize, 0_usize);
        for (number, command) in (1_u64..).zip(commands) {
            let id = CommandId::fixed(u128::from(number));
            // As the engine does it: tried, shown, then stored, or not.
            let allowed = replica.check_all(vec![command.clone().into()], NOW).iter().all(Result::is_ok);
            prop_assert_eq!(replica.take_written(), Topics::NONE, "trying a command is no change");
            if !allowed {
                continue;
            }
            replica.draft(id, command.clone().into(), NOW);
            ask_again(&replica, &mut kept, &mut left)?;
            if number % 5 == 0 {
                replica.withdraw(&[id], NOW);
            } else {
                let envelope = Envelope { device, seq: Seq(number), id, version: COMMAND_VERSION, claimed: NOW, command, seen: None };
                replica.adopt(envelope, NOW);
            }
            ask_again(&replica, &mut kept, &mut left)?;
            changed += 1;
        }
        prop_assert!(changed == 0 || left > 0, "no question was ever left alone");
    }
}

/// Asks again what was written; everything else must be as it was.
fn ask_again(replica: &Replica, kept: &mut [Kept], left: &mut usize) -> Result<(), TestCaseError> {
    let written = replica.take_written();
    for kept in kept {
        let (answer, from) = replica.ask(|replica| kept.question.1(replica));
        if kept.from.meets(written) {
            (kept.answer, kept.from) = (answer, from);
        } else {
            prop_assert_eq!(&answer, &kept.answer, "{} was not asked again", kept.question.0);
            *left += 1;
        }
    }
    Ok(())
}

/// A question that asks another depends on what both read, and so does what is asked after it.
#[test]
fn a_question_within_a_question_is_the_outer_one_s_too() {
    let replica = Replica::restore(ANN, DeviceId::new(ANN.uuid()), sorted(&rich_world()), None, [], [], NOW);
    let (_, organisation) = replica.ask(|replica| replica.view().organisation().cloned());
    let (_, users) = replica.ask(|replica| replica.view().user(MIA).cloned());
    let (inner, outer) = replica.ask(|outer| {
        let _ = outer.view().organisation();
        let (_, inner) = outer.ask(|replica| replica.view().user(MIA).cloned());
        inner
    });
    assert_eq!(inner, users);
    assert_eq!(outer, organisation.union(users));
    assert!(!organisation.meets(users) && organisation != Topics::NONE);
}

/// The answer to a question of somebody who only looks at the organisation stays, whatever becomes of people.
#[test]
fn what_nobody_asked_about_wakes_nobody() {
    let mut replica = Replica::restore(ANN, DeviceId::new(ANN.uuid()), sorted(&rich_world()), None, [], [], NOW);
    let (_, organisation) = replica.ask(|replica| replica.view().organisation().cloned());
    let (_, row) = replica.ask(|replica| user_row(replica.view(), MIA, NOW));
    replica.take_written();
    let command = rollcall_core::Command::from(rollcall_core::command::SuspendUser { user: MIA });
    assert!(replica.check(&command, None, NOW).is_ok());
    replica.draft(CommandId::fixed(1), command.into(), NOW);
    let written = replica.take_written();
    assert!(row.meets(written));
    assert!(!organisation.meets(written));
}
