//! The organisation of tests: "Example", founded by Ann. The tests of the page's engine (`web/client/tests/engine`) include this file.

use rollcall_core::{
    command::FoundOrganisation,
    id::{TenantId, UserId},
    model::{Licence, Organisation, Policy},
    value::{Country, Email, FullName, Language, OrganisationName, Slug, TimeZone},
};

/// The owner, Ann Owner, ann@example.com.
pub const ANN: UserId = UserId::fixed(0xC1);

/// Founds it with these plans and add-ons.
pub fn founding(licences: Vec<Licence>) -> FoundOrganisation {
    FoundOrganisation {
        organisation: Organisation {
            id: TenantId::fixed(1),
            slug: Slug::parse("example").unwrap(),
            name: OrganisationName::parse("Example").unwrap(),
            language: Language::parse("en").unwrap(),
            time_zone: TimeZone::parse("Europe/Berlin").unwrap(),
            country: Country::parse("DE").unwrap(),
            policy: Policy::default(),
        },
        owner: ANN,
        owner_email: Email::parse("ann@example.com").unwrap(),
        owner_name: FullName::parse("Ann Owner").unwrap(),
        licences,
    }
}
