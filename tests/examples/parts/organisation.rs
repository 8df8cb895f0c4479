//! The organisation of the benchmarks.

use rollcall_core::{
    id::TenantId,
    model::{Organisation, Policy},
    value::{Country, Language, OrganisationName, Slug, TimeZone},
};

pub fn organisation(id: TenantId, slug: &str) -> Organisation {
    Organisation {
        id,
        slug: Slug::parse(slug).expect("a slug"),
        name: OrganisationName::parse(slug).expect("a name"),
        language: Language::parse("en").expect("a language"),
        time_zone: TimeZone::parse("UTC").expect("a zone"),
        country: Country::parse("GB").expect("a country"),
        policy: Policy::default(),
    }
}
