//! Invariants that no world of `tests/invariants.txt` can break, because its words know no such record.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

mod support;

use rollcall_core::{
    Directory, Record,
    access::{OWNER, Permissions},
    invariant::verify,
    model::{Role, RoleScope},
    value::RoleName,
};
use support::organisation;

/// Invariant 9.
#[test]
fn a_record_in_the_place_of_a_built_in_role_is_found() {
    assert_eq!(verify(&organisation()), []);
    let name = RoleName::parse("Weak").unwrap();
    let weak = Role::new(OWNER, name, Permissions::default(), RoleScope::Organisation);
    let records = organisation().records().chain([Record::Role(weak)]).collect::<Vec<_>>();
    let numbers: Vec<u8> = verify(&Directory::from_records(records)).iter().map(|found| found.number).collect();
    assert_eq!(numbers, [9]);
}
