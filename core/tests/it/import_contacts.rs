//! What imports of contacts make of headings and rows, as text tables (tests/imports).

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::{
    import_tables::{compare, unescaped},
    imports::{hints, table},
    support::{ANN, NOW, as_user, organisation, run},
};
use rollcall_core::{
    Directory,
    command::{AddContact, EditOrganisation, Verb},
    id::ContactId,
    model::Contact,
    query,
    transfer::{
        CellError, ContactColumn, ContactMapping, ContactMappingProblem, ContactPlan, ContactPlanError, ContactPlanner,
        ContactStatus, CsvStyle, Meanings, PlannedContact, Table, rejects,
    },
    value::{Country, Email, FullName, OrganisationName, PhoneNumber},
};
use std::sync::Arc;

const DORA: ContactId = ContactId::fixed(0xD0);

/// The small organisation, in Germany, and Dora of Acme.
fn directory() -> Directory {
    let mut directory = organisation();
    let now = directory.organisation().unwrap().clone();
    let country = Country::parse("DE").unwrap();
    if now.country != country {
        let (name, language, time_zone) = (now.name, now.language, now.time_zone);
        run(&mut directory, &as_user(ANN), EditOrganisation { name, language, time_zone, country });
    }
    let contact = Contact {
        id: DORA,
        name: FullName::parse("Dora").unwrap(),
        company: Some(OrganisationName::parse("Acme").unwrap()),
        numbers: vec![PhoneNumber::parse("+4930555501").unwrap()],
        email: Some(Email::parse("dora@acme.example").unwrap()),
    };
    run(&mut directory, &as_user(ANN), AddContact { contact });
    directory
}

fn dry(directory: &Directory, table: &Arc<Table>, unusual: bool) -> Result<ContactPlan, ContactPlanError> {
    let country = directory.organisation().map(|organisation| &organisation.country);
    let mapping = ContactMapping::guess(table, country);
    dry_as(directory, table, &mapping, unusual)
}

fn dry_as(
    directory: &Directory,
    table: &Arc<Table>,
    mapping: &ContactMapping,
    unusual: bool,
) -> Result<ContactPlan, ContactPlanError> {
    let mut planner = ContactPlanner::new(directory, as_user(ANN), table.clone(), mapping, unusual)?;
    let mut next = 1_000;
    // In portions, as a page does.
    while planner.advance(directory, 2, &mut || {
        next += 1;
        ContactId::fixed(next)
    }) {}
    Ok(planner.finish())
}

#[test]
fn contact_headings() {
    compare("contact_headings.txt", |front, _| {
        let heading = format!("\"{front}\"");
        let table = table(format!("Name of it,{heading},Qq\nx,x,q\n"));
        ContactMapping::guess(&table, None).columns()[1].code().into()
    });
}

/// A whole file in a line, `\n` between its rows, and what becomes of each of them.
#[test]
fn contacts() {
    let directory = directory();
    compare("contacts.txt", |front, _| {
        let table = match Table::read(unescaped(front).as_bytes(), &hints()) {
            Ok(table) => Arc::new(table),
            Err(error) => return error.code().into(),
        };
        match dry(&directory, &table, true) {
            Ok(plan) => plan.rows.iter().map(told).collect::<Vec<_>>().join(", "),
            Err(ContactPlanError::Mapping(problems)) => problems[0].code().into(),
            Err(ContactPlanError::Refused(refusals)) => refusals.first().code().into(),
        }
    });
}

fn told(row: &PlannedContact) -> String {
    let status = match &row.status {
        ContactStatus::Ready(add) => {
            let contact = &add.contact;
            let company = contact.company.iter().map(|company| format!("({company})"));
            let rest = contact.numbers.iter().map(ToString::to_string);
            let email = contact.email.iter().map(ToString::to_string);
            let all = std::iter::once(contact.name.to_string()).chain(company).chain(rest).chain(email);
            let shown = row.read.iter().map(|read| format!(", {} shown", read.value)).collect::<String>();
            all.collect::<Vec<_>>().join(" ") + &shown
        }
        ContactStatus::AlreadyThere(id) => {
            assert_eq!(*id, DORA);
            "here".into()
        }
        ContactStatus::HeadingAgain => "heading".into(),
        ContactStatus::Rejected(errors) => {
            let code = |error: &CellError| match error.column {
                Some(column) => format!("{}@{column}", error.problem.code()),
                None => error.problem.code().into(),
            };
            errors.iter().map(code).collect::<Vec<_>>().join("+")
        }
    };
    format!("{}: {status}", row.line)
}

/// What is imported is what the plan says, and the same file again changes nothing.
#[test]
fn importing_twice_changes_nothing() {
    let mut directory = directory();
    let table = table(
        "Name,Company,Phone\nEva,Acme,Tel. 030 555502\nDora,Acme,+4930555501\nEva,,+4930555502\n,Beta,\nEva,x,1 2\n",
    );
    let plan = dry(&directory, &table, true).unwrap();
    assert_eq!((plan.counts.ready, plan.counts.already_there, plan.counts.rejected), (3, 1, 1));
    assert_eq!(plan.counts.cells_read, 1);
    assert_eq!(plan.rejected().map(|(row, _)| row).collect::<Vec<_>>(), [4]);
    for (_, add) in plan.commands() {
        run(&mut directory, &as_user(ANN), add.clone());
    }
    assert_eq!(directory.contacts().count(), 4);
    let again = dry(&directory, &table, true).unwrap();
    assert_eq!((again.counts.ready, again.counts.already_there, again.counts.rejected), (0, 4, 1));
}

#[test]
fn unusual_spellings_can_be_refused() {
    let table = table("Name,Phone\nEva,Tel. 030 555502\nDan,+4930555503\n");
    let plan = dry(&directory(), &table, false).unwrap();
    assert_eq!((plan.counts.ready, plan.counts.rejected, plan.counts.cells_read), (1, 1, 0));
    assert_eq!(told(&plan.rows[0]), "2: unusual_spelling@1");
}

/// Only who may add contacts imports any; to nobody else anything is planned.
#[test]
fn whoever_may_not_add_contacts_imports_none() {
    let mut directory = directory();
    let pat = crate::support::email("pat@x.io");
    let user = rollcall_core::command::NewUser::with_email(rollcall_core::id::UserId::fixed(0xF1), pat);
    let id = user.id;
    run(&mut directory, &as_user(ANN), rollcall_core::command::PrepareUser(user));
    let table = table("Name,Phone\nEva,+4930555502\n");
    let mapping = ContactMapping::guess(&table, None);
    let planner = ContactPlanner::new(&directory, as_user(id), table, &mapping, true);
    assert!(matches!(planner, Err(ContactPlanError::Refused(_))), "{planner:?}");
    let refused = query::refused(&directory, &as_user(ANN), Verb::AddContact, &rollcall_core::Key::Organisation);
    assert_eq!(refused, None, "ann may, at {NOW:?}");
}

#[test]
fn meanings_are_changed_by_hand_but_for_secrets() {
    let table = table("Name,PIN,Nickname\nEva,1234,E\n");
    let mut mapping = ContactMapping::guess(&table, None);
    mapping.set(1, ContactColumn::Number);
    assert_eq!(mapping.columns()[1], ContactColumn::Secret);
    mapping.set(2, ContactColumn::Name);
    let twice = ContactMappingProblem::Twice { column: ContactColumn::Name, first: 0, second: 2 };
    assert_eq!(mapping.problems(), [twice]);
    assert_eq!(twice.code(), "mapping_twice");
    mapping.set(0, ContactColumn::Ignore);
    let plan = dry_as(&directory(), &table, &mapping, true).unwrap();
    assert_eq!(told(&plan.rows[0]), "2: E");
    for column in ContactColumn::CHOICES {
        assert_eq!(ContactColumn::CHOICES.iter().filter(|other| other.code() == column.code()).count(), 1);
    }
}

/// Rows that were not imported are written to be fixed: with what is wrong in front, without secrets, and read again as they were.
#[test]
fn rejected_rows_are_fixed_and_read_again() {
    let directory = directory();
    let to_fix = |text: &str| {
        let table = table(text);
        let mapping = ContactMapping::guess(&table, None);
        let plan = dry_as(&directory, &table, &mapping, true).unwrap();
        let wrong = plan.rejected().map(|(row, _)| (row, "wrong".to_owned()));
        (String::from_utf8(rejects(&table, &mapping, wrong, CsvStyle::default())).unwrap(), plan.counts)
    };
    let (fixes, counts) = to_fix("Name,Phone,PIN\nEva,+4930555502,1234\nDan,nine,5678\n");
    assert_eq!((counts.ready, counts.rejected), (1, 1));
    assert!(fixes.contains("Dan") && !fixes.contains("Eva") && !fixes.contains("5678"), "{fixes}");
    let (_, again) = to_fix(&fixes.replace("nine", "+4930555503"));
    assert_eq!((again.ready, again.rejected), (1, 0), "{fixes}");
    // Without headings, a file gets those of its meanings.
    let (fixes, _) =
        to_fix("Acme GmbH,+4930555502,a@acme.example\nBeta,+4930555503,nowhere at all @\nCe,+4930555504,c@x.example\n");
    let (_, again) = to_fix(&fixes);
    assert_eq!(again.rejected, 1, "{fixes}");
    let (_, fixed) = to_fix(&fixes.replace("nowhere at all @", "b@x.example"));
    assert_eq!((fixed.ready, fixed.rejected), (1, 0), "{fixes}");
}

/// What is written above a column is what it is read as.
#[test]
fn headings_are_recognised() {
    for column in ContactColumn::CHOICES.iter().filter(|column| column.is_read()) {
        let table = table(format!("Qq,{}\nx,y\n", column.heading()));
        let mapping = ContactMapping::guess(&table, None);
        // A first name alone may be the whole one.
        let read = mapping.columns()[1];
        assert!(
            read == *column || (*column == ContactColumn::FirstName && read == ContactColumn::Name),
            "{column:?}: {read:?}"
        );
        assert_eq!(ContactColumn::from_code(column.code()), Some(*column));
        assert_eq!(mapping.heading(1), read.heading());
    }
    assert_eq!(ContactColumn::from_code("secret"), None, "it is no choice of a person");
}

/// Cells of secrets, and those that may be such, are not shown.
#[test]
fn secrets_are_not_shown() {
    let table = table("Name,Phone,PIN,Notes\nEva,+4930555502,1234,n\nDan,Mustermann,+4930555503,5678,n\n");
    let mapping = ContactMapping::guess(&table, None);
    assert!(mapping.is_secret(2) && !mapping.is_secret(1) && !mapping.is_secret(9));
    let shown =
        |row: usize| (0..table.width()).map(|at| mapping.shown(&table, &table.rows()[row], at)).collect::<Vec<_>>();
    assert_eq!(shown(0), ["Eva", "+4930555502", "", "n"]);
    assert_eq!(
        shown(1),
        ["Dan", "Mustermann", "", ""],
        "the row has a cell too many: where its secret is, nobody knows"
    );
}
