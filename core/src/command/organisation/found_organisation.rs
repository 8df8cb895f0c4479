//! Found an organisation with its first owner. The operator of the server does it; nobody inside can.

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    size,
};
use crate::{
    access::{self, OWNER},
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Licence, Organisation, Profile, Scope, User, UserKind,
        UserState,
    },
    refusal::{Refusal, Refusals},
    value::{Email, FullName, few},
};
use serde::{Deserialize, Serialize};

/// Make the tenant, its editable role Advanced, its licences, and an active owner. Only the system may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundOrganisation {
    pub organisation: Organisation,
    pub owner: UserId,
    pub owner_email: Email,
    pub owner_name: FullName,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    #[serde(deserialize_with = "few")]
    pub licences: Vec<Licence>,
}

impl Intent for FoundOrganisation {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.owner)
    }

    fn needs(&self) -> Vec<Key> {
        Vec::new()
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // There is nothing yet that it could be about.
        None
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.owner != user {
            return self;
        }
        Self { owner_email: Email::erased(), owner_name: FullName::erased(), ..self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        if context.actor != Actor::System {
            return Err(Refusal::ActorNotActive.into());
        }
        let exists = directory.organisation().map(|_| Refusal::OrganisationExists);
        // The organisation, its role, its owner and the owner's grant.
        let many = size::too_many(4 + self.licences.len());
        unless(exists.into_iter().chain(many).collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Organisation(self.organisation.clone()));
            for licence in &self.licences {
                draft.put(Record::Licence(licence.clone()));
            }
            if let Some(advanced) = access::advanced() {
                draft.put(Record::Role(advanced));
            }
            draft.put(Record::User(User {
                profile: Profile { full_name: Some(self.owner_name.clone()), ..Profile::default() },
                identifiers: vec![Identifier::Email(self.owner_email.clone())],
                ..User::new(self.owner, UserKind::Person, UserState::Active, context.now)
            }));
            let key = GrantKey { user: self.owner, what: Granted::Role(OWNER), scope: Scope::Organisation };
            draft.put(Record::Grant(Grant { key, source: GrantSource::Hand, until: None }));
            draft.done()
        })
    }
}
