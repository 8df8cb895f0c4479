//! The organisation: the tenant that everything else belongs to.

use super::IdentifierKind;
use crate::{
    id::TenantId,
    time::Span,
    value::{Country, Domain, Extension, Language, OrganisationName, Slug, TimeZone, few},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
#[serde(remote = "Policy")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Policy {
    /// How long an invitation code lives (S0.7).
    pub invitation_lifetime: Span,
    /// One role per user (S0, S1) instead of many (S2, S3).
    pub single_role: bool,
    /// What users may log in with.
    #[serde(deserialize_with = "few")]
    pub login_kinds: Vec<IdentifierKind>,
    /// How many days a deleted user can be restored by an owner; 0: not at all (domain.md, 2.3).
    pub recycle_days: u16,
    /// The extensions that may be given; none: any.
    pub extensions: Option<ExtensionRange>,
    /// How many days a number that was given back is kept from others.
    pub quarantine_days: u16,
    /// Only addresses of these domains may be used; empty allows all.
    #[serde(deserialize_with = "few")]
    pub email_domains: Vec<Domain>,
    /// Whether people without a plan are invited too, though there are plans (S0.2).
    #[serde(default)]
    pub invite_without_plan: bool,
    /// Whether who changes the members of a team adds whoever it can see, and not only whom it manages already.
    #[serde(default)]
    pub managers_may_add: bool,
}

impl Policy {
    /// What is decided with yes or no, a bit each: in the stored form they lie where `single_role` lay alone, as the bit that it
    /// was. Append only.
    const fn switches(&self) -> u8 {
        self.single_role as u8 | (self.invite_without_plan as u8) << 1 | (self.managers_may_add as u8) << 2
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return Self::serialize(self, serializer);
        }
        let (kinds, extensions, domains) = (&self.login_kinds, &self.extensions, &self.email_domains);
        let (lifetime, recycle_days, quarantine_days) =
            (self.invitation_lifetime, self.recycle_days, self.quarantine_days);
        (lifetime, self.switches(), kinds, recycle_days, extensions, quarantine_days, domains).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        let (invitation_lifetime, switches, login_kinds, recycle_days, extensions, quarantine_days, email_domains) =
            Deserialize::deserialize(deserializer)?;
        let switches: u8 = switches;
        let on = |bit: u8| switches & bit != 0;
        Ok(Self {
            invitation_lifetime,
            single_role: on(1),
            login_kinds,
            recycle_days,
            extensions,
            quarantine_days,
            email_domains,
            invite_without_plan: on(2),
            managers_may_add: on(4),
        })
    }
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
            invite_without_plan: false,
            managers_may_add: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{decode, encode};

    /// The policy as it was written up to protocol 4.
    #[derive(Serialize)]
    struct Before {
        invitation_lifetime: Span,
        single_role: bool,
        login_kinds: Vec<IdentifierKind>,
        recycle_days: u16,
        extensions: Option<ExtensionRange>,
        quarantine_days: u16,
        email_domains: Vec<Domain>,
    }

    #[test]
    fn a_policy_of_an_earlier_version_is_read_and_written_as_it_was() {
        for single_role in [false, true] {
            let policy = Policy {
                single_role,
                recycle_days: 300,
                extensions: Some(ExtensionRange {
                    from: Extension::parse("100").unwrap(),
                    to: Extension::parse("199").unwrap(),
                }),
                email_domains: vec![Domain::parse("x.io").unwrap()],
                ..Policy::default()
            };
            let Policy { invitation_lifetime, login_kinds, recycle_days, extensions, quarantine_days, .. } =
                policy.clone();
            let email_domains = policy.email_domains.clone();
            let before = Before {
                invitation_lifetime,
                single_role,
                login_kinds,
                recycle_days,
                extensions,
                quarantine_days,
                email_domains,
            };
            assert_eq!(encode(&policy), encode(&before));
            assert_eq!(decode::<Policy>(&encode(&before)), Ok(policy.clone()));
            let json = serde_json::to_value(&policy).unwrap();
            assert_eq!(serde_json::from_value::<Policy>(json.clone()).unwrap(), policy);
            let mut older = json;
            older
                .as_object_mut()
                .unwrap()
                .retain(|field, _| !["invite_without_plan", "managers_may_add"].contains(&&**field));
            assert_eq!(serde_json::from_value::<Policy>(older).unwrap(), policy);
        }
        for (invite_without_plan, managers_may_add) in [(true, false), (false, true), (true, true)] {
            let open = Policy { invite_without_plan, managers_may_add, ..Policy::default() };
            assert_eq!(decode::<Policy>(&encode(&open)), Ok(open.clone()));
            assert_eq!(serde_json::from_value::<Policy>(serde_json::to_value(&open).unwrap()).unwrap(), open);
        }
    }
}
