//! The rules, as text tables: each file of tests/rules/ is a test, and none may be forgotten.

#![expect(clippy::unwrap_used, clippy::panic, reason = "this file is tests, helpers included")]

use rollcall_tests::{
    generated::{table_files, tables},
    table::{Table, try_invariants},
};
use std::collections::BTreeSet;

macro_rules! tables {
    ($($name:ident)*) => {
        const TABLES: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            let table = open(stringify!($name));
            assert!(table.verbs().iter().any(|verb| verb == stringify!($name)), "the table is about another verb");
        })*
    };
}

tables! {
    accept_invitation
    activate_user
    add_contact
    add_licence
    add_member
    add_number
    add_phone
    answer_call
    assign_extension
    assign_number
    change_extension
    change_holidays
    create_channel
    create_role
    create_system_user
    create_team
    delete_channel
    delete_contact
    delete_phone
    delete_role
    delete_team
    delete_user
    disable_team
    edit_channel
    edit_contact
    edit_extra
    edit_licence
    edit_number
    edit_organisation
    edit_phone
    edit_profile
    edit_role
    edit_system_user
    edit_team
    enable_team
    end_call
    end_sessions
    erase_user
    expire
    off_board
    schedule_invitation
    carry_out
    note_sign_ins
    force_password_reset
    found_organisation
    give_grant
    hand_over
    import_contact
    import_user
    invite_user
    link_mobile
    prepare_user
    reactivate_user
    recover_owner
    release_number
    remove_licence
    remove_member
    remove_number
    replace_roles
    report_calls
    resend_invitation
    reset_user
    restore_user
    revoke_invitation
    route_number
    send_invitation
    send_welcome
    set_answering
    set_avatar
    set_call_policy
    set_display_numbers
    set_identifiers
    set_keeping
    set_licence
    set_policy
    set_presence
    set_routing
    set_team_roles
    set_voicemail
    start_call
    suspend_user
    take_grant
    unassign_extension
    unassign_number
}

/// The same for what pages ask: a table for each file of core/src/query.
macro_rules! queries {
    ($($name:ident)*) => {
        const QUERIES: &[&str] = &[$(stringify!($name)),*];
        mod query {
            $(#[test]
            fn $name() {
                super::ask(stringify!($name));
            })*
        }
    };
}

queries! {
    attention
    bulk
    bulk_options
    call_figures
    call_list
    call_log
    closest
    contact_list
    extension_list
    first_steps
    impact
    invitation_list
    invitations
    invite_options
    licence_usage
    needs
    number_list
    numbering
    off_boarding
    offers
    permission_options
    policy_impact
    recycle_bin
    rights
    role_list
    routing
    seats_back
    sign_in
    team_list
    team_queue
    undoing
    user_detail
    user_filters
    user_list
    user_loss
}

fn open(name: &str) -> Table {
    Table::open(&tables().join(format!("{name}.txt"))).unwrap_or_else(|fault| panic!("tests/rules/{fault}"))
}

fn ask(name: &str) {
    let file = format!("{}/queries/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let table = Table::open(file.as_ref()).unwrap_or_else(|fault| panic!("tests/queries/{fault}"));
    assert!(table.questions() > 0, "nothing is asked");
}

/// Invariant 8 and S3.1: who sees what, kind by kind.
#[test]
fn who_sees_what() {
    let table =
        Table::try_all("tests/sight.txt", include_str!("../sight.txt")).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(table.questions() > 80, "only {}", table.questions());
}

/// Invariant 7: a program that acts by a key does what it was given, and no more than its maker may.
#[test]
fn services_hold_what_they_were_given() {
    let table = Table::try_all("tests/services.txt", include_str!("../services.txt"));
    let table = table.unwrap_or_else(|fault| panic!("{fault}"));
    assert!(table.verbs().len() > 8, "{:?}", table.verbs());
}

/// What a page asks, and has no table: none. Entries of the two logs are not of the directory (server/tests/it/).
#[test]
fn every_query_has_a_table() {
    let mut files = Vec::new();
    rust_files(concat!(env!("CARGO_MANIFEST_DIR"), "/../core/src/query"), &mut files);
    let stem = |file: &std::path::PathBuf| file.file_stem().unwrap().to_string_lossy().into_owned();
    let queries: BTreeSet<String> = files
        .iter()
        .map(stem)
        .filter(|name| !["mod", "audit", "security_log", "undelivered"].contains(&name.as_str()))
        .collect();
    let tested: BTreeSet<String> = QUERIES.iter().map(|name| (*name).to_owned()).collect();
    // What takes a command back is asked of the command itself.
    let asked: BTreeSet<String> = queries.into_iter().chain(["undoing".to_owned()]).collect();
    assert_eq!(asked, tested);
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/queries");
    let files: BTreeSet<String> = std::fs::read_dir(tables).unwrap().map(|file| stem(&file.unwrap().path())).collect();
    assert_eq!(files, tested);
}

#[test]
fn every_file_is_a_test() {
    let names: BTreeSet<String> =
        table_files().unwrap().iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let tested: BTreeSet<String> = TABLES.iter().map(|name| format!("{name}.txt")).collect();
    assert_eq!(names, tested);
}

#[test]
fn every_verb_has_a_table() {
    let tables: BTreeSet<String> = TABLES.iter().map(|name| (*name).to_owned()).collect();
    let verbs: BTreeSet<String> = rollcall_core::Command::VERBS.iter().map(|verb| snake(verb)).collect();
    assert_eq!(verbs, tables);
}

/// Done by the operator, the phone system, the clock or whoever is invited, or row by row: no page offers them by themselves.
const OFFERED_NOWHERE: [&str; 11] = [
    "FoundOrganisation",
    "AcceptInvitation",
    "StartCall",
    "AnswerCall",
    "EndCall",
    "Expire",
    "RecoverOwner",
    "ReportCalls",
    "CarryOut",
    "NoteSignIns",
    "ImportContact",
];

#[test]
fn every_verb_is_offered_somewhere() {
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/queries/offers.txt")).unwrap();
    let offered: BTreeSet<&str> = table.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let silent = |verb: &&&str| !offered.contains(**verb);
    let silent: Vec<&str> = rollcall_core::Command::VERBS.iter().filter(silent).copied().collect();
    assert_eq!(silent, OFFERED_NOWHERE);
}

/// A reason that no rule gives is dead; one that no table shows is untested. The rules name them as `Refusal::…`.
#[test]
fn every_refusal_of_a_rule_is_in_a_table() {
    let shown: BTreeSet<String> =
        TABLES.iter().flat_map(|name| open(name).refusals().map(str::to_owned).collect::<Vec<_>>()).collect();
    let given = refusals_in_rules();
    assert!(given.len() > 20, "only {given:?}");
    let missing: Vec<_> = given.difference(&shown).collect();
    assert!(missing.is_empty(), "in no table: {missing:?}");
}

/// The codes of all refusals that the files of core/src/command and core/src/access name.
fn refusals_in_rules() -> BTreeSet<String> {
    let core = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/src");
    let mut codes = BTreeSet::new();
    let mut files = Vec::new();
    rust_files(&format!("{core}/command"), &mut files);
    rust_files(&format!("{core}/access"), &mut files);
    for text in files.iter().map(|file| std::fs::read_to_string(file).unwrap()) {
        for found in text.split("Refusal::").skip(1) {
            let name: String = found.chars().take_while(|c| c.is_alphanumeric()).collect();
            let subject = found.strip_prefix("Unknown(Subject::").map(|rest| rest.split(')').next().unwrap());
            codes.insert(match (name.as_str(), subject) {
                (_, Some(subject)) => format!("unknown_{}", snake(subject)),
                ("Invalid", None) => "invalid_value".to_owned(),
                ("ScopeNotAllowed", None) => "wrong_scope".to_owned(),
                // Which subject it is, the caller says.
                ("Unknown", None) => continue,
                (name, None) => snake(name),
            });
        }
    }
    codes.remove("code");
    codes
}

fn rust_files(folder: &str, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { rust_files(&path.to_string_lossy(), files) } else { files.push(path) }
    }
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// What verifies the invariants finds each way of breaking them, and nothing wrong with what is right.
#[test]
fn broken_invariants_are_found() {
    let text = include_str!("../invariants.txt");
    let tried = try_invariants("tests/invariants.txt", text).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(tried > 50, "only {tried} worlds");
}
