//! The organisation: the tenant that everything else belongs to.

use crate::{
    id::TenantId,
    time::Span,
    value::{Country, Domain, Language, OrganisationName, Slug, TimeZone},
};
use serde::{Deserialize, Serialize};

/// A tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Organisation {
    pub id: TenantId,
    pub slug: Slug,
    pub name: OrganisationName,
    pub language: Language,
    pub time_zone: TimeZone,
    pub country: Country,
    pub policy: Policy,
}

/// What an organisation may decide for itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Policy {
    /// How long an invitation code lives (S0.7).
    pub invitation_lifetime: Span,
    /// One role per user (S0, S1) instead of many (S2, S3).
    pub single_role: bool,
    /// Only addresses of these domains may be used; empty allows all.
    pub email_domains: Vec<Domain>,
}

impl Default for Policy {
    fn default() -> Self {
        Self { invitation_lifetime: Span::hours(24), single_role: false, email_domains: Vec::new() }
    }
}
