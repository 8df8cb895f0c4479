//! Invariants that no world of `tests/invariants.txt` can break, because its words know no such record.

use crate::support::{ANN, organisation};
use rollcall_core::{
    Directory, Record,
    access::{OWNER, Permissions},
    id::UserId,
    invariant::verify,
    model::{Action, AnsweringRule, CallHandling, Role, RoleScope, Target, Voicemail, When},
    value::RoleName,
};

/// The invariants that the organisation breaks with one more record.
fn broken_by(record: Record) -> Vec<u8> {
    let records = organisation().records().chain([record]).collect::<Vec<_>>();
    verify(&Directory::from_records(records)).iter().map(|found| found.number).collect()
}

/// Invariant 9.
#[test]
fn a_record_in_the_place_of_a_built_in_role_is_found() {
    assert_eq!(verify(&organisation()), []);
    let name = RoleName::parse("Weak").unwrap();
    let weak = Role::new(OWNER, name, Permissions::default(), RoleScope::Organisation);
    assert_eq!(broken_by(Record::Role(weak)), [9]);
}

/// Nothing dangles: rules of nobody, and rules that send calls to nobody.
#[test]
fn answering_rules_of_nobody_and_to_nobody_are_found() {
    let nobody = UserId::fixed(0xFF);
    let to = |target| AnsweringRule { when: When::Busy, action: Action::Forward(target) };
    let rules = |user, rules| Record::CallHandling(CallHandling { user, rules, voicemail: Voicemail::default() });
    assert!(broken_by(rules(ANN, vec![to(Target::User(ANN))])).is_empty());
    assert_eq!(broken_by(rules(ANN, vec![to(Target::User(nobody))])), [0]);
    assert_eq!(broken_by(rules(nobody, Vec::new())), [0]);
}
