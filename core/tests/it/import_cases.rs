//! Files modelled on public reports of what went wrong with imports elsewhere (tests/cases/imports): each is read in an
//! organisation like the demo's, and what comes of it is held against `expect.json`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this file is tests, helpers included"
)]

use crate::{
    imports,
    support::{ANN, as_system, as_user, email, ids, licence, run},
};
use rollcall_core::{
    Command, Directory,
    command::{CreateTeam, FoundOrganisation, ImportUser, NewUser},
    id::{LicenceId, TeamId},
    model::{LicenceKind, Line, PhoneType},
    transfer::{
        CellProblem, Column, CsvStyle, ExportUsers, FileError, Hints, ImportOptions, ImportPlan, Mapping, PlanError,
        PlannedRow, RowStatus, Table, export_users, plan, rejects,
    },
    value::{Country, Extension, TeamName},
};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fs, path::PathBuf, sync::Arc};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/cases")
}

/// The demo organisation, as far as an import sees it.
fn world() -> Directory {
    let mut directory = Directory::default();
    let licence = |id, kind, name, seats| licence(LicenceId::fixed(id), kind, name, seats);
    let mut founding = FoundOrganisation {
        owner_email: email("ann@demo.example"),
        licences: vec![
            licence(1, LicenceKind::Plan, "Standard", Some(2)),
            licence(2, LicenceKind::Plan, "Professional", Some(0)),
            licence(3, LicenceKind::Plan, "Light", None),
            licence(4, LicenceKind::AddOn, "Browser Calling", Some(3)),
            licence(5, LicenceKind::AddOn, "AutoDial", Some(5)),
        ],
        ..crate::support::founding()
    };
    founding.organisation.country = Country::parse("GB").unwrap();
    run(&mut directory, &as_system(), founding);
    for (id, name) in (1..).zip(["Sales", "Customer Care", "Finance", "Leeds Warehouse"]) {
        let team = CreateTeam {
            id: TeamId::fixed(id),
            name: TeamName::parse(name).unwrap(),
            kind: Default::default(),
            members: Vec::new(),
        };
        run(&mut directory, &as_user(ANN), team);
    }
    let mut taken = NewUser::with_email(ids(7)(), email("taken@demo.example"));
    taken.line = Some(Line { extension: Extension::parse("1002").unwrap(), phone: PhoneType::default() });
    run(&mut directory, &as_user(ANN), ImportUser(taken));
    directory
}

/// What came of a file.
struct Outcome {
    directory: Directory,
    table: Arc<Table>,
    mapping: Mapping,
    plan: Result<ImportPlan, PlanError>,
}

impl Outcome {
    fn of(bytes: &[u8], by_hand: &dyn Fn(&Table, &mut Mapping)) -> Result<Self, FileError> {
        let hints = Hints { legacy: &imports::legacy, language: "en", ..Hints::default() };
        let table = Arc::new(Table::read(bytes, &hints)?);
        let mut mapping = Mapping::guess(&table);
        by_hand(&table, &mut mapping);
        let directory = world();
        let plan = plan(&directory, as_user(ANN), &table, &mapping, ImportOptions::default(), ids(1_000));
        Ok(Self { directory, table, mapping, plan })
    }

    fn rows(&self) -> &[PlannedRow] {
        self.plan.as_ref().map(|plan| plan.rows.as_slice()).unwrap_or_default()
    }

    /// Those who are blocked elsewhere are ready too, for whoever chooses them.
    fn ready(&self) -> usize {
        self.rows().iter().filter(|row| matches!(row.status, RowStatus::Ready(_))).count()
    }

    fn count(&self, which: fn(&RowStatus) -> bool) -> usize {
        self.rows().iter().filter(|row| which(&row.status)).count()
    }

    /// Everything that leaves the file: commands, and the rows to fix.
    fn leaving(&self) -> String {
        let Ok(plan) = &self.plan else { return String::new() };
        let all = (0..self.table.rows().len()).map(|row| (row, String::new()));
        let fixes = rejects(&self.table, &self.mapping, all, CsvStyle::default());
        format!("{}{}", serde_json::to_string(plan).unwrap(), String::from_utf8(fixes).unwrap())
    }

    /// What a ready row makes, in the words of `expect.json`.
    fn person(&self, row: &PlannedRow) -> Map<String, Value> {
        let Some(user) = row.user() else { return Map::new() };
        let (profile, of) = (&user.profile, &self.directory);
        fn text(value: Option<impl ToString>) -> Value {
            value.map_or(Value::Null, |value| value.to_string().into())
        }
        let licence = |id: &LicenceId| of.licence(*id).map(|licence| licence.name.to_string()).unwrap();
        let mut teams: Vec<_> = user.teams.iter().map(|id| of.team(*id).unwrap().name.to_string()).collect();
        teams.sort();
        let extra: Map<String, Value> =
            user.extra.iter().map(|(key, value)| (key.to_string(), value.to_string().into())).collect();
        let person = json!({
            "email": text(user.email.as_ref()),
            "mobile": text(user.mobile),
            "login": text(user.login.as_ref()),
            "full_name": text(profile.full_name.as_ref()),
            "position": text(profile.position.as_ref()),
            "language": text(profile.language.as_ref()),
            "time_zone": text(profile.time_zone.as_ref()),
            "country": text(profile.country.as_ref()),
            "extension": text(user.line.as_ref().map(|line| &line.extension)),
            "licence": text(user.licence.as_ref().map(licence)),
            "add_ons": user.add_ons.iter().map(licence).collect::<Vec<_>>(),
            "role": text(user.role.and_then(|choice| of.role(choice.role)).map(|role| &role.name)),
            "teams": teams,
            "extra": extra,
        });
        person.as_object().unwrap().clone()
    }
}

/// Complaints about a file.
struct Check<'o> {
    file: &'o str,
    outcome: &'o Outcome,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn that(&mut self, fine: bool, what: impl FnOnce() -> String) {
        if !fine {
            self.wrong.push(format!("{}: {}", self.file, what()));
        }
    }

    fn within(&mut self, what: &str, wanted: Option<&Value>, found: usize) {
        let fine = match wanted {
            None => true,
            Some(Value::Array(range)) => {
                (range[0].as_u64().unwrap()..=range[1].as_u64().unwrap()).contains(&(found as u64))
            }
            Some(number) => number.as_u64() == Some(found as u64),
        };
        self.that(fine, || format!("{found} {what}, not {}", wanted.unwrap()));
    }

    fn file(&mut self, expect: &Map<String, Value>) {
        let outcome = self.outcome;
        let table = &outcome.table;
        let said = [
            ("encoding", serde_json::to_value(table.letters().unwrap().0).unwrap()),
            ("delimiter", serde_json::to_value(table.delimiter()).unwrap()),
            ("heading_line", json!(table.heading_line())),
        ];
        for (key, found) in said {
            self.that(expect.get(key).is_none_or(|wanted| *wanted == found), || format!("{key} is {found}"));
        }
        if let Some(columns) = expect.get("columns") {
            let found: Value = outcome.mapping.columns().iter().map(|column| column.code()).collect();
            self.that(*columns == found, || format!("columns are {found}"));
        }
        self.within("people", expect.get("people"), table.rows().len());
        self.within("ready", expect.get("ready"), outcome.ready());
        self.within("rejected", expect.get("rejected"), outcome.count(|s| matches!(s, RowStatus::Rejected(_))));
        self.within("here", expect.get("already_there"), outcome.count(|s| matches!(s, RowStatus::AlreadyThere(_))));
        if let Some(problems) = expect.get("problems") {
            let found: Value = match &outcome.plan {
                Err(PlanError::Mapping(found)) => found.iter().map(|problem| problem.code()).collect(),
                other => format!("{other:?}").into(),
            };
            self.that(*problems == found, || format!("problems are {found}"));
        }
        if let Some(several) = expect.get("one_of").and_then(Value::as_array) {
            let fine = several.iter().any(|one| self.comes_to(one.as_object().unwrap()));
            self.that(fine, || format!("none of {several:?}: {:?}", outcome.plan));
        }
        for row in expect.get("rows").and_then(Value::as_array).into_iter().flatten() {
            self.row(row.as_object().unwrap());
        }
        for sentence in expect.get("must_not").and_then(Value::as_array).into_iter().flatten() {
            self.must_not(sentence.as_str().unwrap());
        }
    }

    /// Whether the file comes to one of the outcomes that are right.
    fn comes_to(&self, one: &Map<String, Value>) -> bool {
        let people = self.outcome.rows().iter().map(|row| self.outcome.person(row));
        let values = |key: &str| people.clone().map(|person| person[key].clone()).collect::<Value>();
        one.iter().all(|(key, wanted)| match key.as_str() {
            "ready" => wanted.as_u64() == Some(self.outcome.ready() as u64),
            "names" => *wanted == values("full_name"),
            "zones" => *wanted == values("time_zone"),
            _ => false,
        })
    }

    fn row(&mut self, expect: &Map<String, Value>) {
        let line = expect["line"].as_u64().unwrap();
        let Some(row) = self.outcome.rows().iter().find(|row| u64::from(row.line) == line) else {
            return self.that(false, || format!("no row in line {line}"));
        };
        let wanted: Vec<&Map<String, Value>> = match expect.get("one_of").and_then(Value::as_array) {
            Some(several) => several.iter().map(|one| one.as_object().unwrap()).collect(),
            None => vec![expect],
        };
        let fine = wanted.iter().any(|one| self.is(row, one));
        self.that(fine, || format!("line {line} is not {wanted:?}: {row:?}"));
        if !matches!(row.status, RowStatus::Ready(_)) {
            return;
        }
        let person = self.outcome.person(row);
        for (field, never) in expect.get("never").and_then(Value::as_object).into_iter().flatten() {
            let never = never.as_str().unwrap();
            let found = person[field].as_str();
            let fine = match never.split_once(" but ") {
                Some((_, wanted)) => found == Some(wanted),
                None if never == "anything" => found.is_none(),
                None if never == "anything with U+202E" => found.is_none_or(|found| !found.contains('\u{202E}')),
                None if never == "one that shows nothing" => found.is_none(),
                None => found != never.split(',').next(),
            };
            self.that(fine, || format!("line {line}: {field} is {found:?}, and never {never}"));
        }
    }

    fn is(&self, row: &PlannedRow, wanted: &Map<String, Value>) -> bool {
        let person = self.outcome.person(row);
        let errors = match &row.status {
            RowStatus::Rejected(errors) => errors.as_slice(),
            _ => &[],
        };
        let column = |at: Option<usize>| at.and_then(|at| self.outcome.mapping.columns().get(at)).map(Column::code);
        wanted.iter().all(|(key, value)| match key.as_str() {
            "line" | "note" | "never" => true,
            // Nobody has chosen, or is told by words alone.
            "only_if" | "told" => false,
            "outcome" => match value.as_str().unwrap() {
                "ready" => matches!(row.status, RowStatus::Ready(_)),
                "rejected" => !errors.is_empty(),
                "already_there" => matches!(row.status, RowStatus::AlreadyThere(_)),
                "skipped" => matches!(row.status, RowStatus::HeadingAgain),
                other => panic!("no outcome is called {other}"),
            },
            "codes" => {
                let codes: Vec<&str> = value.as_array().unwrap().iter().filter_map(Value::as_str).collect();
                errors.iter().any(|error| codes.contains(&error.problem.code()))
            }
            "column" => errors.iter().any(|error| column(error.column) == value.as_str()),
            "nearest" => errors.iter().any(|error| match &error.problem {
                CellProblem::UnknownLicence { nearest, .. } => json!(nearest) == *value,
                _ => false,
            }),
            field => person.get(field) == Some(value),
        })
    }

    /// Sentences that name secrets: none of them leaves the file. The others are held by what is expected of the rows.
    fn must_not(&mut self, sentence: &str) {
        if !(sentence.contains("anywhere") || sentence.contains("in any extra field")) {
            return;
        }
        let cells = self.outcome.table.rows().iter().flat_map(|row| row.cells());
        let cells: BTreeSet<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let secrets: Vec<&str> = sentence.split([' ', ',']).filter(|word| cells.contains(word)).collect();
        self.that(!secrets.is_empty(), || format!("names no secret: {sentence}"));
        let leaving = self.outcome.leaving();
        let words: BTreeSet<&str> = leaving.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        for secret in secrets {
            self.that(!words.contains(secret), || format!("{secret} leaves the file"));
        }
    }
}

fn expectations() -> Map<String, Value> {
    let text = fs::read_to_string(folder().join("imports/expect.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    all["files"].as_object().unwrap().clone()
}

/// The table of cases: number, file, what is right.
fn cases() -> Vec<(String, String)> {
    let text = fs::read_to_string(folder().join("imports.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let case = |line: &str| {
        let (head, right) = line.split_once(" -> ").unwrap_or_else(|| panic!("no arrow in {line}"));
        let (number, file) = head.split_once(' ').unwrap_or_else(|| panic!("no file in {line}"));
        assert!(!right.trim().is_empty(), "{line}");
        (file.trim().to_owned(), number.to_owned())
    };
    lines.map(case).collect()
}

#[test]
fn every_file_has_an_expectation_and_a_line_in_the_table() {
    let names = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let files: BTreeSet<String> = fs::read_dir(folder().join("imports/files")).unwrap().map(names).collect();
    let expected: BTreeSet<String> = expectations().keys().cloned().collect();
    let listed: BTreeSet<String> = cases().into_iter().map(|(file, _)| file).collect();
    assert_eq!(files, expected, "in imports/files, and in imports/expect.json");
    assert_eq!(files, listed, "in imports/files, and in imports.txt");
    for (file, number) in cases() {
        assert_eq!(expectations()[&file]["case"], number, "{file}");
    }
}

#[test]
fn files_come_out_as_expected() {
    let mut wrong = Vec::new();
    for (file, expect) in expectations() {
        let expect = expect.as_object().unwrap();
        let bytes = fs::read(folder().join("imports/files").join(&file)).unwrap();
        assert_eq!(expect["bytes"], bytes.len(), "{file} is whole");
        let errors = |expect: &Map<String, Value>| expect.get("file_error").cloned().unwrap_or_default();
        match Outcome::of(&bytes, &|_, _| {}) {
            Err(error) => {
                let several = expect.get("one_of").and_then(Value::as_array).cloned().unwrap_or_default();
                let also = several.iter().filter_map(Value::as_object).map(errors);
                let fine = [errors(expect)].into_iter().chain(also).filter_map(|codes| codes.as_array().cloned());
                if !fine.flatten().any(|code| code == error.code()) {
                    wrong.push(format!("{file}: {error}"));
                }
            }
            Ok(outcome) => {
                let mut check = Check { file: &file, outcome: &outcome, wrong: Vec::new() };
                check.that(errors(expect).is_null(), || "was read".into());
                check.file(expect);
                wrong.append(&mut check.wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join("imports/files").join(name)).unwrap()
}

/// F27: with the licences of another product left out, all are ready, and who is blocked there is set apart.
#[test]
fn with_a_column_left_out() {
    let name = "F27-microsoft-365.csv";
    let without = |table: &Table, mapping: &mut Mapping| {
        let column = (0..table.width()).find(|column| table.heading(*column) == "Licenses").unwrap();
        mapping.set(column, Column::Ignore);
    };
    let outcome = Outcome::of(&file(name), &without).unwrap();
    let mut check = Check { file: name, outcome: &outcome, wrong: Vec::new() };
    check.file(expectations()[name]["after_by_hand"].as_object().unwrap());
    assert!(check.wrong.is_empty(), "{}", check.wrong.join("\n"));
    let apart: Vec<u32> = outcome.rows().iter().filter(|row| row.set_apart).map(|row| row.line).collect();
    assert_eq!(apart, [4], "Pam is blocked");
    let counts = outcome.plan.as_ref().unwrap().counts;
    assert_eq!((counts.ready, counts.set_apart), (3, 1));
    assert_eq!(outcome.plan.as_ref().unwrap().commands().count(), 3, "and left out");
}

/// F28: the extension chosen by hand, which it is by guess as well.
#[test]
fn with_a_column_chosen() {
    let name = "F28-vodia.csv";
    let by_hand = &expectations()[name]["by_hand"];
    let choose = |_: &Table, mapping: &mut Mapping| mapping.set(0, Column::Extension);
    for outcome in [Outcome::of(&file(name), &choose), Outcome::of(&file(name), &|_, _| {})] {
        let outcome = outcome.unwrap();
        assert_eq!(outcome.table.heading(0), "#alias");
        let extensions: Value = outcome.rows().iter().map(|row| outcome.person(row)["extension"].clone()).collect();
        assert_eq!(extensions, by_hand["gives"]);
    }
}

/// F35: the list that is exported afterwards runs in no spreadsheet, and importing it changes nothing.
#[test]
fn an_export_of_what_was_imported_changes_nothing() {
    let mut outcome = Outcome::of(&file("F35-defused-cells.csv"), &|_, _| {}).unwrap();
    let commands: Vec<Command> = outcome.plan.unwrap().commands().map(|(_, command)| command.command).collect();
    for command in commands {
        run(&mut outcome.directory, &as_user(ANN), command);
    }
    let bytes = export_users(&outcome.directory, &as_user(ANN), ExportUsers::All, CsvStyle::default()).unwrap();
    for record in csv::ReaderBuilder::new().from_reader(bytes.as_slice()).records() {
        let record = record.unwrap();
        let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        assert!(!record.iter().any(runs), "{record:?}");
    }
    let table = Arc::new(Table::read(&bytes, &Hints::default()).unwrap());
    let again =
        plan(&outcome.directory, as_user(ANN), &table, &Mapping::guess(&table), ImportOptions::default(), ids(5_000));
    let counts = again.unwrap().counts;
    assert_eq!((counts.already_there, counts.ready, counts.rejected), (6, 0, 0));
}
