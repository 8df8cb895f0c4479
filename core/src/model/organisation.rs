//! The organisation: the tenant that everything else belongs to.

use super::IdentifierKind;
use crate::{
    id::TenantId,
    time::Span,
    value::{Country, Domain, Extension, Language, OrganisationName, Slug, TimeZone},
};
use serde::{Deserialize, Serialize};

/// A tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Policy {
    /// How long an invitation code lives (S0.7).
    pub invitation_lifetime: Span,
    /// One role per user (S0, S1) instead of many (S2, S3).
    pub single_role: bool,
    /// What users may log in with.
    pub login_kinds: Vec<IdentifierKind>,
    /// How many days a deleted user can be restored by an owner; 0: not at all (domain.md, 2.3).
    pub recycle_days: u16,
    /// The extensions that may be given; none: any.
    pub extensions: Option<ExtensionRange>,
    /// How many days a number that was given back is kept from others.
    pub quarantine_days: u16,
    /// Only addresses of these domains may be used; empty allows all.
    pub email_domains: Vec<Domain>,
}

/// The extensions from `from` to `to`, both of the same length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExtensionRange {
    pub from: Extension,
    pub to: Extension,
}

impl ExtensionRange {
    /// Whether the extension lies in the range.
    pub fn contains(&self, extension: &Extension) -> bool {
        let length = |e: &Extension| e.as_str().len();
        length(extension) == length(&self.from) && (self.from.as_str()..=self.to.as_str()).contains(&extension.as_str())
    }

    /// Whether both ends have the same length and order.
    pub fn well_formed(&self) -> bool {
        self.from.as_str().len() == self.to.as_str().len() && self.from <= self.to
    }

    /// Every extension of the range, in order.
    pub fn iter(&self) -> impl Iterator<Item = Extension> + use<> {
        let width = self.from.as_str().len();
        let number = |e: &Extension| e.as_str().parse::<u32>().unwrap_or_default();
        (number(&self.from)..=number(&self.to)).filter_map(move |n| Extension::parse(&format!("{n:0width$}")).ok())
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            invitation_lifetime: Span::hours(24),
            single_role: false,
            login_kinds: vec![IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login],
            recycle_days: 0,
            extensions: None,
            quarantine_days: 30,
            email_domains: Vec::new(),
        }
    }
}
