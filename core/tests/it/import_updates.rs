//! People who are here already, and what a file changes of them: `tests/imports/updates.txt`, and what holds for every file.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::{
    import_tables::{compare, status, unescaped},
    imports::{hints, table},
    support::{ANN, AUTODIAL, PRO, SALES, SUPPORT, as_user, email, ids, organisation, run},
};
use proptest::{
    prelude::*,
    sample::{select, subsequence},
};
use rollcall_core::{
    Directory,
    command::{AddNumber, AssignNumber, Authored, EditProfile, ImportUser, NewUser, decide_edit},
    id::UserId,
    model::{Line, NumberKind, PhoneType, User},
    refusal::{Field, FieldPath},
    transfer::{Column, ImportOptions, Mapping, RowStatus, Table, plan},
    value::{Extension, ExtraKey, ExtraValue, FullName, Language, Login, PhoneNumber, Position},
};
use std::sync::Arc;

const BOB: UserId = UserId::fixed(501);
const CEM: UserId = UserId::fixed(502);
const DAN: UserId = UserId::fixed(503);

/// People who are here already, and what a file changes of them.
#[test]
fn updates() {
    let world = staffed();
    compare("updates.txt", |front, _| {
        let table = Arc::new(Table::read(unescaped(front).as_bytes(), &hints()).unwrap());
        let mapping = by_hand(&table);
        let update: Vec<Column> = mapping.columns().iter().filter_map(Column::updates).collect();
        let options = ImportOptions { update, ..ImportOptions::default() };
        let made = plan(&world, as_user(ANN), &table, &mapping, options.clone(), ids(2_000)).unwrap();
        // What is planned holds: every command is taken in this order, and a second import finds all of it done.
        let mut after = world.clone();
        for (_, authored) in made.commands() {
            assert_eq!(import(&mut after, &authored), [], "{front}");
        }
        let again = plan(&after, as_user(ANN), &table, &mapping, options, ids(3_000)).unwrap();
        assert_eq!((again.counts.ready, again.counts.updated), (0, 0), "{front}: {again:?}");
        made.rows.iter().map(|row| format!("{}: {}", row.line, status(row))).collect::<Vec<_>>().join(", ")
    });
}

/// The columns as guessed, and those of numbers and notes as they are called.
fn by_hand(table: &Table) -> Mapping {
    let mut mapping = Mapping::guess(table);
    for place in 0..table.width() {
        match table.heading(place) {
            "Work number" => mapping.set(place, Column::Number(NumberKind::Work)),
            "Landline number" => mapping.set(place, Column::Number(NumberKind::Landline)),
            "Note" => mapping.set(place, Column::Extra(ExtraKey::parse("Note").unwrap())),
            _ => {}
        }
    }
    mapping
}

/// Carries a command of a plan out, as it goes together with what others did; answers the fields that it leaves as others made them.
fn import(directory: &mut Directory, Authored { command, seen }: &Authored) -> Vec<FieldPath> {
    let edited = decide_edit(directory, &as_user(ANN), command, seen.as_ref()).unwrap();
    directory.apply(&edited.decision.changes);
    edited.kept
}

/// What others change after an import was planned stays as they made it, and the same field is told.
#[test]
fn an_update_overwrites_nothing_that_changed_since_it_was_planned() {
    let table = table("E-mail,Name,Position,Language\nbob@x.io,Bob Ray,Chief,en\n");
    let mapping = Mapping::guess(&table);
    let update = vec![Column::FullName, Column::Position, Column::Language];
    let options = ImportOptions { update, ..ImportOptions::default() };
    let mut world = staffed();
    let made = plan(&world, as_user(ANN), &table, &mapping, options, ids(2_000)).unwrap();
    assert_eq!(status(&made.rows[0]), "position Clerk > Chief, language de > en");
    let bob = |world: &Directory| world.user(BOB).unwrap().profile.clone();
    let mut profile = bob(&world);
    profile.full_name = FullName::parse("Bob Married").ok();
    profile.language = Language::parse("ar").ok();
    run(&mut world, &as_user(ANN), EditProfile { user: BOB, profile: profile.clone() });
    let kept: Vec<FieldPath> = made.commands().flat_map(|(_, command)| import(&mut world, &command)).collect();
    assert_eq!(kept, [Field::Language.into()]);
    profile.position = Position::parse("Chief").ok();
    assert_eq!(bob(&world), profile);
}

/// Nothing is changed of anybody where nobody chose to.
#[test]
fn nobody_is_updated_unasked() {
    let table = table("E-mail,Name,Position,Licence,Teams\nbob@x.io,Other,Chief,Pro,Support & Service\n");
    let made = plan(&staffed(), as_user(ANN), &table, &Mapping::guess(&table), ImportOptions::default(), ids(2_000));
    assert_eq!(made.unwrap().counts.already_there, 1);
    // Only the fields that were chosen.
    let options = ImportOptions { update: vec![Column::Position], ..ImportOptions::default() };
    let made = plan(&staffed(), as_user(ANN), &table, &Mapping::guess(&table), options, ids(2_000)).unwrap();
    assert_eq!(status(&made.rows[0]), "position Clerk > Chief");
    assert_eq!(made.commands().count(), 1);
}

/// What is said for all rows at once is said of new people only.
#[test]
fn what_is_said_for_all_rows_changes_nobody_who_is_here() {
    let table = table("E-mail,Name,Licence,Teams\ncem@x.io,Cem,,\n");
    let update = vec![Column::Licence, Column::Teams];
    let options = ImportOptions { update, licence: Some(PRO), teams: vec![SUPPORT], ..ImportOptions::default() };
    let made = plan(&staffed(), as_user(ANN), &table, &Mapping::guess(&table), options, ids(2_000)).unwrap();
    assert_eq!(made.counts.already_there, 1);
}

/// The organisation of `updates.txt`.
fn staffed() -> Directory {
    let mut directory = organisation();
    let ann = as_user(ANN);
    let mut bob = NewUser::with_email(BOB, email("bob@x.io"));
    bob.profile.full_name = FullName::parse("Bob Ray").ok();
    bob.profile.position = Position::parse("Clerk").ok();
    bob.profile.language = Language::parse("de").ok();
    bob.licence = Some(PRO);
    bob.add_ons = vec![AUTODIAL];
    bob.teams = vec![SALES];
    bob.line = Some(Line { extension: Extension::parse("33").unwrap(), phone: PhoneType::Webphone });
    bob.login = Login::parse("bob").ok();
    bob.extra.insert(ExtraKey::parse("Note").unwrap(), ExtraValue::parse("old").unwrap());
    let number = PhoneNumber::parse("+49301234567").unwrap();
    let user = bob.id;
    run(&mut directory, &ann, ImportUser(bob));
    run(&mut directory, &ann, AddNumber { number, kind: NumberKind::Work });
    run(&mut directory, &ann, AssignNumber { number, user });
    run(&mut directory, &ann, ImportUser(NewUser::with_email(CEM, email("cem@x.io"))));
    let mut dan = NewUser::with_email(DAN, email("dan@x.io"));
    dan.line = Some(Line { extension: Extension::parse("44").unwrap(), phone: PhoneType::Webphone });
    run(&mut directory, &ann, ImportUser(dan));
    directory
}

/// A file of people who are here and of new ones, each once, with cells that are empty, as they are, new, and wrong.
fn rows() -> impl Strategy<Value = String> {
    let cells = [
        vec!["", "Bob Ray", "Robert Ray"],
        vec!["", "Clerk", "Chief"],
        vec!["", "de", "English", "Klingon"],
        vec!["", "AT", "DE"],
        vec!["", "Pro", "Standard", "Gold"],
        vec!["", "AutoDial", "Browser Calling", "AutoDial; Browser Calling"],
        vec!["", "Sales", "Support & Service", "Sales; Support & Service", "Slaes"],
        vec!["", "33", "34", "44", "45", "x"],
        vec!["", "+49301234567", "+49307654321", "+49307654322", "030"],
        vec!["", "old", "new"],
    ];
    let row = cells.into_iter().map(select).collect::<Vec<_>>().prop_map(|cells| cells.join(","));
    let people = subsequence(vec!["bob@x.io", "cem@x.io", "dan@x.io", "dee@x.io", "eve@x.io"], 1..=5).prop_shuffle();
    (people, proptest::collection::vec(row, 5)).prop_map(|(people, rows)| {
        let heading = "E-mail,Name,Position,Language,Country,Licence,Add-ons,Teams,Ext,Work number,Note\n".to_owned();
        heading + &people.iter().zip(rows).map(|(who, row)| format!("{who},{row}\n")).collect::<String>()
    })
}

proptest! {
    /// What is planned can be carried out as it is, changes what was shown and nothing else, and is done then.
    #[test]
    fn an_import_does_what_was_shown(text in rows(), chosen in subsequence((1..11).collect::<Vec<usize>>(), 0..=10)) {
        let table = table(&text);
        let mapping = by_hand(&table);
        let update: Vec<Column> = chosen.iter().filter_map(|place| mapping.columns()[*place].updates()).collect();
        let options = ImportOptions { update: update.clone(), ..ImportOptions::default() };
        let world = staffed();
        let made = plan(&world, as_user(ANN), &table, &mapping, options.clone(), ids(2_000)).unwrap();
        let mut after = world.clone();
        for (_, authored) in made.commands() {
            prop_assert_eq!(import(&mut after, &authored), []);
        }
        for before in world.users() {
            let shown = made.rows.iter().find_map(|row| match &row.status {
                RowStatus::Update(update) if update.user == before.id => Some(&update.fields),
                _ => None,
            });
            let shown: Vec<&Column> = shown.into_iter().flatten().map(|field| &field.column).collect();
            prop_assert!(shown.iter().all(|column| update.contains(column)));
            let (was, is) = (facets(&world, before), facets(&after, after.user(before.id).unwrap()));
            for ((column, was), (_, is)) in was.iter().zip(&is) {
                let changes = column.as_ref().is_some_and(|column| shown.contains(&column));
                prop_assert_eq!(was != is, changes, "{:?} of {:?}", column, before.id);
            }
        }
        let again = plan(&after, as_user(ANN), &table, &mapping, options, ids(3_000)).unwrap();
        prop_assert_eq!((again.counts.ready, again.counts.updated), (0, 0), "{:?}", again);
    }
}

/// Everything of a user, by the column that changes it; none for what no import does.
fn facets(directory: &Directory, user: &User) -> Vec<(Option<Column>, String)> {
    let User { profile, extra, licence, add_ons, line, id, .. } = user;
    let numbers: Vec<_> = directory.numbers().filter(|number| number.holder == Some(*id)).collect();
    let teams: Vec<_> = directory.teams_of(*id).collect();
    let rest = User {
        profile: Default::default(),
        extra: Default::default(),
        licence: None,
        add_ons: Vec::new(),
        line: None,
        ..user.clone()
    };
    let phone = line.as_ref().map(|line| line.phone);
    vec![
        (Some(Column::FullName), format!("{:?}", profile.full_name)),
        (Some(Column::Position), format!("{:?}", profile.position)),
        (Some(Column::Language), format!("{:?}", profile.language)),
        (Some(Column::Country), format!("{:?}", profile.country)),
        (Some(Column::Licence), format!("{licence:?}")),
        (Some(Column::AddOns), format!("{add_ons:?}")),
        (Some(Column::Teams), format!("{teams:?}")),
        (Some(Column::Extension), format!("{:?}", user.extension())),
        (Some(Column::Number(NumberKind::Work)), format!("{numbers:?}")),
        (Some(Column::Extra(ExtraKey::parse("Note").unwrap())), format!("{extra:?}")),
        (None, format!("{:?} {:?}", profile.time_zone, directory.grants_of(*id).collect::<Vec<_>>())),
        (None, format!("{rest:?} {:?}", phone.filter(|_| *id == BOB || *id == DAN))),
    ]
}
