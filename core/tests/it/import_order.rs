//! Rows of a file that want what others of its rows set free: what becomes of a file does not hang on the order of its rows, and a
//! second import of it changes nothing.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this file is tests, helpers included")]

use crate::{
    imports::table,
    support::{ANN, PRO, as_user, email, ids, licence, organisation, run},
};
use proptest::{prelude::*, sample::subsequence};
use rollcall_core::{
    Directory,
    command::{AddLicence, AddPhone, ImportUser, NewUser, SetLicence, SetPolicy, decide_edit},
    id::{LicenceId, PhoneId, UserId},
    model::{ExtensionRange, LicenceKind, Line, Phone, PhoneType, Policy},
    transfer::{Column, ImportOptions, ImportPlan, Mapping, Part, Planner, RowStatus, plan},
    value::{Extension, PhoneModel},
};

/// The plan "Max", with two seats.
const MAX: LicenceId = LicenceId::fixed(0xA9);
const PEOPLE: usize = 6;

fn extension(number: usize) -> Extension {
    Extension::parse(&number.to_string()).unwrap()
}

fn person(index: usize) -> UserId {
    UserId::fixed(600 + index as u128)
}

/// Six people at the extensions 20 to 25: two with Pro, two with Max, two with nothing; the seats of both plans are all taken.
fn six() -> Directory {
    let mut directory = organisation();
    let ann = as_user(ANN);
    run(&mut directory, &ann, AddLicence(licence(MAX, LicenceKind::Plan, "Max", Some(2))));
    for index in 0..PEOPLE {
        let mut user = NewUser::with_email(person(index), email(&format!("p{index}@x.io")));
        user.line = Some(Line { extension: extension(20 + index), phone: PhoneType::Webphone });
        run(&mut directory, &ann, ImportUser(user));
        let plan = [PRO, PRO, MAX, MAX].get(index).copied();
        if plan.is_some() {
            run(&mut directory, &ann, SetLicence { user: person(index), licence: plan, add_ons: Vec::new() });
        }
    }
    directory
}

fn options() -> ImportOptions {
    ImportOptions { update: vec![Column::Extension, Column::Licence], ..ImportOptions::default() }
}

fn planned(directory: &Directory, text: &str) -> ImportPlan {
    let table = table(text);
    plan(directory, as_user(ANN), &table, &Mapping::guess(&table), options(), ids(2_000)).unwrap()
}

/// Carries a plan out, each command as it goes together with what stands.
fn carry_out(directory: &mut Directory, made: &ImportPlan) {
    for (_, authored) in made.commands() {
        let edited = decide_edit(directory, &as_user(ANN), &authored.command, authored.seen.as_ref()).unwrap();
        assert_eq!(edited.kept, []);
        directory.apply(&edited.decision.changes);
    }
}

/// Who is at which extension, with which plan, and which of its phones rings there.
fn stands(directory: &Directory) -> Vec<String> {
    let mut all: Vec<String> = directory
        .users()
        .map(|user| {
            let mut phones: Vec<_> =
                directory.phones_of(user.id).map(|phone| (phone.model.clone(), phone.line.clone())).collect();
            phones.sort();
            format!("{:?} {:?} {:?} {phones:?}", user.email(), user.line, user.licence)
        })
        .collect();
    all.sort();
    all
}

/// A file in which nobody wants what another row wants, in any order: for each of the six an extension or none, and a plan; and new
/// people at what is left.
fn file() -> impl Strategy<Value = Vec<String>> {
    let extensions = Just((20..30).collect::<Vec<usize>>()).prop_shuffle();
    let plans = Just(vec!["Pro", "Pro", "Max", "Max", "", "", "", ""]).prop_shuffle();
    let places = subsequence((0..PEOPLE + 2).collect::<Vec<_>>(), 1..=PEOPLE + 2).prop_shuffle();
    (extensions, plans, places).prop_map(|(extensions, plans, places)| {
        let row = |place: &usize| format!("p{place}@x.io,{},{}\n", extensions[*place], plans[*place]);
        places.iter().map(row).collect()
    })
}

fn text(rows: &[String]) -> String {
    format!("E-mail,Ext,Licence\n{}", rows.concat())
}

proptest! {
    /// Rows of which all can be had are all taken, in whatever order they come, and come to the same.
    #[test]
    fn what_can_be_had_is_had_in_any_order(
        extensions in Just((0..PEOPLE + 2).collect::<Vec<usize>>()).prop_shuffle(),
        order in Just((0..PEOPLE + 2).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let world = six();
        let row = |place: &usize| format!("p{place}@x.io,{},\n", 20 + extensions[*place]);
        let rows: Vec<String> = (0..PEOPLE + 2).map(|place| row(&place)).collect();
        let shuffled: Vec<String> = order.iter().map(row).collect();
        let mut ends = Vec::new();
        for rows in [rows, shuffled] {
            let made = planned(&world, &text(&rows));
            prop_assert_eq!(made.counts.rejected, 0, "{:?}", made);
            let mut after = world.clone();
            carry_out(&mut after, &made);
            ends.push(stands(&after));
        }
        prop_assert_eq!(&ends[0], &ends[1]);
    }

    /// The same for plans whose seats are all taken.
    #[test]
    fn seats_are_exchanged_in_any_order(
        plans in Just(vec!["Pro", "Pro", "Max", "Max", "Standard", "Standard"]).prop_shuffle(),
        order in Just((0..PEOPLE).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let world = six();
        let rows: Vec<String> = order.iter().map(|place| format!("p{place}@x.io,,{}\n", plans[*place])).collect();
        let made = planned(&world, &text(&rows));
        prop_assert_eq!(made.counts.rejected, 0, "{:?}", made);
        let mut after = world.clone();
        carry_out(&mut after, &made);
        for (place, plan) in plans.iter().enumerate() {
            let licence = after.user(person(place)).unwrap().licence;
            prop_assert_eq!(after.licence(licence.unwrap()).unwrap().name.as_str(), *plan);
        }
    }

    /// Whatever a file wants, what is planned can be carried out, and a second import of it changes nothing. In portions it comes to
    /// the same.
    #[test]
    fn a_second_import_changes_nothing(rows in file(), portion in 1usize..4) {
        let world = six();
        let made = planned(&world, &text(&rows));
        let mut after = world.clone();
        carry_out(&mut after, &made);
        let again = planned(&after, &text(&rows));
        prop_assert_eq!((again.counts.ready, again.counts.updated), (0, 0), "{:?}\n{:?}", made, again);
        let table = table(text(&rows));
        let mut planner = Planner::new(&world, as_user(ANN), table.clone(), &Mapping::guess(&table), options()).unwrap();
        let mut new_id = ids(2_000);
        while planner.advance(&world, portion, &mut new_id) {}
        prop_assert_eq!(planner.finish(), made);
    }
}

/// Two who take each other's extension: one of them stands elsewhere for a moment, all of its phones follow, and nothing is stopped
/// in between.
#[test]
fn a_circle_belongs_together() {
    let mut world = six();
    let phone = Phone {
        id: PhoneId::fixed(900),
        user: person(0),
        model: PhoneModel::parse("Desk 1").ok(),
        mac: None,
        line: Some(extension(20)),
    };
    run(&mut world, &as_user(ANN), AddPhone { phone });
    let made = planned(&world, "E-mail,Ext\np0@x.io,21\np5@x.io,30\np1@x.io,20\n");
    let turns: Vec<_> = made.turns.iter().map(|turn| (turn.row, turn.part)).collect();
    assert_eq!(turns, [(1, Part::Whole), (0, Part::Room), (2, Part::Whole), (0, Part::Rest)]);
    carry_out(&mut world, &made);
    let at = |world: &Directory, index| world.user(person(index)).unwrap().extension().cloned();
    assert_eq!([0, 1, 5].map(|index| at(&world, index)), [21, 20, 30].map(|number| Some(extension(number))));
    assert!(world.phones_of(person(0)).all(|phone| phone.line == Some(extension(21))));
    assert_eq!(world.phones_of(person(0)).count(), 2);
}

/// Where nobody can stand elsewhere for a moment, the exchange is refused with what is in the way, and nothing else is.
#[test]
fn a_circle_without_room_is_refused() {
    let mut world = six();
    let range = |to| Some(ExtensionRange { from: extension(20), to: extension(to) });
    let policy = Policy { extensions: range(25), ..world.organisation().unwrap().policy.clone() };
    run(&mut world, &as_user(ANN), SetPolicy { policy });
    let made = planned(&world, "E-mail,Ext\np0@x.io,21\np1@x.io,20\nnew@x.io,\n");
    let codes: Vec<_> = made.rejected().map(|(row, errors)| (row, errors[0].problem.code())).collect();
    assert_eq!(codes, [(0, "extension_taken"), (1, "extension_taken")]);
    assert!(matches!(made.rows[2].status, RowStatus::Ready(_)));
}
