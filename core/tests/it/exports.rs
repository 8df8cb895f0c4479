//! The list of users as a file (S2.16): importing it changes nothing, and makes the same people elsewhere.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::{
    imports::hints,
    support::{ANN, AUTODIAL, BROWSER, PRO, SALES, STANDARD, SUPPORT, as_user, email, ids, organisation, run},
    transfer_properties::{style, text},
};
use proptest::{
    prelude::*,
    sample::{select, subsequence},
};
use rollcall_core::{
    Directory,
    access::{ADMIN, AGENT, MANAGER},
    command::{AddNumber, AssignNumber, GiveGrant, ImportUser, NewUser},
    id::{RoleId, UserId},
    model::{GrantKey, Granted, Line, NumberKind, PhoneType, Scope, UserState},
    transfer::{
        Column, CsvStyle, Delimiter, ExportUsers, ImportOptions, Mapping, Table, UserColumn, UserRows, export_users,
        plan,
    },
    value::{Extension, ExtraKey, ExtraValue, FullName, Login, PhoneNumber, Position},
};
use std::sync::Arc;

fn number(index: usize) -> PhoneNumber {
    PhoneNumber::parse(&format!("+4930123456{index:02}")).unwrap()
}

/// Somebody, with numbers of the inventory, and where its role holds.
type Person = (NewUser, Vec<(PhoneNumber, NumberKind)>, Vec<(RoleId, Scope)>);

/// Names of extra information, among them such as columns and secrets have.
fn key() -> impl Strategy<Value = String> {
    let known =
        vec!["Department", "Extension", "E-mail", "State", "PIN", "Extra: Room", "Assigned work number", "Problem"];
    prop_oneof![select(known).prop_map(str::to_owned), text()]
}

/// People with everything that an import can take.
fn people() -> impl Strategy<Value = Vec<Person>> {
    let extras = proptest::collection::vec((key(), text()), 0..4);
    let numbers = proptest::collection::vec(select(NumberKind::ALL.to_vec()), 0..4);
    let licence = select(vec![None, Some(STANDARD)]);
    let add_ons = subsequence(vec![BROWSER, AUTODIAL], 0..=2);
    let teams = subsequence(vec![SALES, SUPPORT], 0..=2);
    let scopes = select(vec![
        vec![],
        vec![(AGENT, Scope::Own)],
        vec![(ADMIN, Scope::Organisation)],
        vec![(MANAGER, Scope::Organisation)],
        vec![(MANAGER, Scope::Team(SALES))],
        vec![(MANAGER, Scope::Team(SALES)), (MANAGER, Scope::Team(SUPPORT))],
        vec![(MANAGER, Scope::Team(SUPPORT)), (MANAGER, Scope::Organisation)],
    ]);
    let one = (text(), text(), extras, numbers, (licence, add_ons, teams, scopes), any::<(bool, bool)>());
    proptest::collection::vec(one, 0..4).prop_map(|people| {
        let mut free = 0..100;
        let mut all = Vec::new();
        for (index, person) in people.into_iter().enumerate() {
            let (name, position, extras, numbers, (licence, add_ons, teams, scopes), (line, login)) = person;
            let mut user = NewUser::with_email(UserId::fixed(500 + index as u128), email(&format!("u{index}@x.io")));
            user.profile.full_name = FullName::parse(&name).ok();
            user.profile.position = Position::parse(&position).ok();
            for (key, value) in extras {
                if let (Ok(key), Ok(value)) = (ExtraKey::parse(&key), ExtraValue::parse(&value)) {
                    user.extra.insert(key, value);
                }
            }
            (user.licence, user.add_ons, user.teams) = (licence, add_ons, teams);
            let at = |extension: usize| Extension::parse(&extension.to_string()).unwrap();
            user.line = line.then(|| Line { extension: at(20 + index), phone: PhoneType::default() });
            user.login = login.then(|| Login::parse(&format!("login{index}")).unwrap());
            let numbers = numbers.into_iter().map(|kind| (number(free.next().unwrap()), kind)).collect();
            all.push((user, numbers, scopes));
        }
        all
    })
}

fn export(directory: &Directory, style: CsvStyle) -> Vec<u8> {
    export_users(directory, &as_user(ANN), ExportUsers::All, style).unwrap()
}

/// Carries out all that an import of a file does, with everything updated; answers how many are made, updated and rejected.
fn import(directory: &mut Directory, file: &[u8]) -> (usize, usize, usize) {
    let table = Arc::new(Table::read(file, &hints()).unwrap());
    let mapping = Mapping::guess(&table);
    let update: Vec<Column> = mapping.columns().iter().filter_map(Column::updates).collect();
    let options = ImportOptions { update, ..ImportOptions::default() };
    let made = plan(directory, as_user(ANN), &table, &mapping, options, ids(1_000)).unwrap();
    for (_, command) in made.commands() {
        run(directory, &as_user(ANN), command.command);
    }
    let shown: Vec<_> = made.rejected().collect();
    assert!(shown.is_empty(), "{shown:?}");
    (made.counts.ready, made.counts.updated, made.counts.rejected)
}

proptest! {
    #[test]
    fn importing_an_export_changes_nothing(people in people(), style in style()) {
        let mut directory = organisation();
        for (user, numbers, scopes) in &people {
            run(&mut directory, &as_user(ANN), ImportUser(user.clone()));
            for (role, scope) in scopes {
                let grant = GrantKey { user: user.id, what: Granted::Role(*role), scope: *scope };
                run(&mut directory, &as_user(ANN), GiveGrant { grant, until: None });
            }
            for (number, kind) in numbers {
                run(&mut directory, &as_user(ANN), AddNumber { number: *number, kind: *kind });
                run(&mut directory, &as_user(ANN), AssignNumber { number: *number, user: user.id });
            }
        }
        let bytes = export(&directory, style);
        let before = directory.clone();
        // Into the same organisation: everybody is there, and nothing is different.
        prop_assert_eq!(import(&mut directory, &bytes), (0, 0, 0));
        prop_assert_eq!(export(&before, style), export(&directory, style));
        // Into another one: the same people, but for the owner, who isn't made by an import.
        let mut other = organisation();
        prop_assert_eq!(import(&mut other, &bytes), (people.len(), 0, 0));
        for (user, numbers, scopes) in &people {
            let (kind, folded) = rollcall_core::model::Identifier::Email(user.email.clone().unwrap()).folded();
            let id = other.user_identified(kind, &folded);
            let made = other.user(id.unwrap()).unwrap();
            prop_assert_eq!(&made.extra, &user.extra);
            prop_assert_eq!(&made.add_ons, &before.user(user.id).unwrap().add_ons);
            prop_assert_eq!(other.numbers_of(made.id).count(), numbers.len());
            let mut held: Vec<_> = other.grants_of(made.id).map(|grant| (grant.key.role().unwrap(), grant.key.scope)).collect();
            let mut wanted = scopes.clone();
            held.sort();
            wanted.sort();
            prop_assert_eq!(held, wanted);
        }
        let copy = export(&other, style);
        prop_assert_eq!(String::from_utf8_lossy(&copy), String::from_utf8_lossy(&bytes));
        // Into one with the same inventory, whose numbers nobody has.
        let mut stocked = organisation();
        for (number, kind) in people.iter().flat_map(|(_, numbers, _)| numbers) {
            run(&mut stocked, &as_user(ANN), AddNumber { number: *number, kind: *kind });
        }
        prop_assert_eq!(import(&mut stocked, &bytes), (people.len(), 0, 0));
        prop_assert_eq!(export(&stocked, style), bytes);
    }
}

/// Active users, prepared ones, or both (S2.16).
#[test]
fn an_export_has_the_users_that_were_asked_for() {
    let mut directory = organisation();
    let mut bob = NewUser::with_email(ids(500)(), email("bob@x.io"));
    bob.mobile = PhoneNumber::parse("+4915112345678").ok();
    bob.line = Some(Line { extension: Extension::parse("33").unwrap(), phone: PhoneType::Webphone });
    bob.licence = Some(PRO);
    bob.add_ons = vec![AUTODIAL, BROWSER];
    bob.teams = vec![SUPPORT, SALES];
    bob.profile.position = Position::parse("-Chief-").ok();
    bob.extra.insert(ExtraKey::parse("Room").unwrap(), ExtraValue::parse("=12").unwrap());
    let user = bob.id;
    run(&mut directory, &as_user(ANN), ImportUser(bob));
    for (place, kind) in [NumberKind::Work, NumberKind::Mobile, NumberKind::Work].into_iter().enumerate() {
        run(&mut directory, &as_user(ANN), AddNumber { number: number(place), kind });
        run(&mut directory, &as_user(ANN), AssignNumber { number: number(place), user });
    }
    let export = |which| {
        let style = CsvStyle { delimiter: Delimiter::Semicolon, bom: false };
        String::from_utf8(export_users(&directory, &as_user(ANN), which, style).unwrap()).unwrap()
    };
    let fixed = "Name;E-mail;Log-in mobile;Log-in name;Position;Extension;Roles;Role holds in;Licence;Add-ons;Teams;Language;Time zone;Country;";
    let more = "Assigned mobile number;Assigned work number;Assigned work number;Extra: Room;";
    let ann = "Ann Owner;ann@example.com;;;;;Owner;Everywhere;;;;;;;";
    let bob = ";bob@x.io;'+4915112345678;;'-Chief-;33;;;Pro;\"AutoDial; Browser Calling\";\"Sales; Support & Service\";;;;\
        '+493012345601;'+493012345600;'+493012345602;'=12;Prepared\r\n";
    assert_eq!(export(ExportUsers::Active), format!("{fixed}State\r\n{ann}Active\r\n"), "only what anybody in it has");
    assert_eq!(export(ExportUsers::Prepared), format!("{fixed}{more}State\r\n{bob}"));
    let both = format!("{fixed}{more}State\r\n{bob}{ann};;;;Active\r\n");
    assert_eq!(export(ExportUsers::Both), both, "by what they are called: Bob by his number");
    assert_eq!(directory.count(UserState::Prepared), 1);
    // As a list shows them: in its order, with its columns.
    let shown = [user, ANN, ids(900)()];
    let columns = [Column::FullName, Column::Extension].map(UserColumn::Read).into_iter();
    let columns =
        columns.chain([UserColumn::State, UserColumn::Kind, UserColumn::Numbers, UserColumn::Added]).collect();
    let rows = UserRows::of(&directory, &as_user(ANN), ExportUsers::All, &shown).unwrap().with_columns(columns);
    let rows: Vec<Vec<String>> = rows.rows().collect();
    assert_eq!(rows[0], ["Name", "Extension", "State", "Kind", "Numbers held", "Added"]);
    assert_eq!(rows[1][..5], ["", "33", "Prepared", "Person", "+493012345600; +493012345601; +493012345602"]);
    assert_eq!(rows[2][..5], ["Ann Owner", "", "Active", "Person", ""]);
    assert_eq!((rows.len(), rows[2][5].len()), (3, "2026-09-21".len()));
    // Nobody is in a file that whoever saves it could not export.
    assert!(UserRows::of(&directory, &as_user(user), ExportUsers::All, &shown).is_err());
    let refused = export_users(&directory, &as_user(ids(500)()), ExportUsers::All, CsvStyle::default());
    assert_eq!(refused.map_err(|refusal| refusal.code()), Err("actor_not_active"));
}
