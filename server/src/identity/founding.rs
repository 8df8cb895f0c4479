//! Founding an organisation: by the operator on the command line, or, as long as there is none on the server, in the browser by
//! whoever has the link that the server prints when it starts.

use crate::{
    clock::Clock,
    identity::{Asker, NotTaken, Passwords, Token},
    network::household,
    store::{Account, Digest, JobKind, NewAccount, NewJob, Secret, Store, StoreError, UsedLink},
    tenant::{TenantError, Tenants},
};
use rollcall_core::{
    Refusals,
    api::{LinkPurpose, NewPlan, SetUp, set_up_link},
    command::FoundOrganisation,
    id::{LicenceId, TenantId, UserId},
    model::{Licence, LicenceKind, Organisation, Policy},
    refusal::Refusal,
    time::Span,
    value::{Email, FullName},
};
use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use subtle::ConstantTimeEq;

/// For how long a set-up link is good. The server prints another one whenever it starts.
const GOOD_FOR: Span = Span::days(1);
/// Bytes of its token.
const TOKEN: usize = 32;

/// An organisation to be founded, and its first owner.
pub struct NewOrganisation {
    pub organisation: Organisation,
    pub owner_email: Email,
    pub owner_name: FullName,
    pub plans: Vec<NewPlan>,
    /// The hash of the owner's password.
    pub password: String,
}

impl NewOrganisation {
    /// What the owner's password must not be made of.
    pub fn forbidden(email: &Email, name: &FullName, organisation: &Organisation) -> Vec<String> {
        [email.as_str(), name.as_str(), organisation.name.as_str()].map(str::to_owned).into()
    }

    /// Founds it as the operator wants it. Whether its owner has an account already: then its person is asked by mail, and until
    /// it agreed the account is nobody here.
    ///
    /// # Errors
    /// It is refused, its short name is taken, or the store fails.
    pub async fn found(self, store: &dyn Store, tenants: &Tenants, clock: &Clock) -> Result<bool, TenantError> {
        let known = store.account_named(&self.owner_email.folded()).await?.is_some();
        let (command, secrets, _) = self.command(clock, !known);
        let kind = JobKind::SendLink { user: command.owner, purpose: LinkPurpose::Join };
        let job = known.then(|| NewJob { id: clock.id(), kind, due: clock.now() });
        tenants.found(command, secrets, job.into_iter().collect()).await?;
        Ok(known)
    }

    /// The command, with the owner's account if one is to be made.
    fn command(self, clock: &Clock, with_account: bool) -> (FoundOrganisation, Vec<Secret>, uuid::Uuid) {
        let Self { organisation, owner_email, owner_name, plans, password } = self;
        let (owner, account, at) = (UserId::new(clock.id()), clock.id(), clock.now());
        let open = NewAccount { id: account, email: Some(owner_email.clone()), password, created: at };
        let secrets = match with_account {
            true => vec![Secret::OpenAccount(open), Secret::Link { account, user: owner, at, verified: None }],
            false => Vec::new(),
        };
        let licence =
            |NewPlan { name, seats }| Licence { id: LicenceId::new(clock.id()), kind: LicenceKind::Plan, name, seats };
        let licences = plans.into_iter().map(licence).collect();
        (FoundOrganisation { organisation, owner, owner_email, owner_name, licences }, secrets, account)
    }
}

/// Makes a set-up link, in place of the one before. None when there is an organisation already.
///
/// # Errors
/// The store failed.
pub async fn new_link(store: &dyn Store, clock: &Clock, page: &str) -> Result<Option<String>, StoreError> {
    let token = Token::random(clock.random(), TOKEN);
    let put = store.put_set_up_link(&token.digest(), clock.now().after(GOOD_FOR)).await?;
    Ok(put.then(|| set_up_link(page, token.expose())))
}

/// Founds the first organisation in the browser.
#[derive(Clone)]
pub struct FirstOrganisation {
    store: Arc<dyn Store>,
    tenants: Tenants,
    clock: Clock,
    passwords: Passwords,
    /// Whether there is known to be an organisation: from then on nobody looks.
    there: Arc<AtomicBool>,
}

/// Why the first organisation was not founded.
#[derive(Debug, thiserror::Error)]
pub enum NotFounded {
    /// The link is used, has expired, was replaced by a later one, or never was one.
    #[error("the set-up link is over")]
    Over,
    #[error(transparent)]
    Password(#[from] NotTaken),
    #[error("refused by a rule")]
    Rule(Refusals),
    #[error(transparent)]
    Tenant(#[from] TenantError),
}

impl From<StoreError> for NotFounded {
    fn from(error: StoreError) -> Self {
        Self::Tenant(error.into())
    }
}

impl FirstOrganisation {
    /// Founds in this store.
    pub fn new(store: Arc<dyn Store>, tenants: Tenants, clock: Clock, passwords: Passwords) -> Self {
        Self { store, tenants, clock, passwords, there: Arc::default() }
    }

    /// Whether there is no organisation yet.
    ///
    /// # Errors
    /// The store failed.
    pub async fn is_wanted(&self) -> Result<bool, StoreError> {
        if self.there.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let wanted = self.store.tenants().await?.is_empty();
        self.there.store(!wanted, Ordering::Relaxed);
        Ok(wanted)
    }

    /// Whether somebody brought the token of the link that is good.
    ///
    /// # Errors
    /// It did not, or the store failed.
    pub async fn check(&self, token: &Token) -> Result<Digest, NotFounded> {
        let good = self.store.set_up_link(self.clock.now()).await?.ok_or(NotFounded::Over)?;
        let brought = token.digest();
        if bool::from(brought.ct_eq(&good)) { Ok(brought) } else { Err(NotFounded::Over) }
    }

    /// Founds the first organisation, and gives its owner's account. Of two at once one does.
    ///
    /// # Errors
    /// Nothing was done.
    pub async fn found(&self, request: SetUp, from: IpAddr) -> Result<Account, NotFounded> {
        let SetUp { token, slug, name, language, time_zone, country, plans, owner_name, owner_email, password } =
            request;
        let token = self.check(&Token::brought(&token)).await?;
        let mut names: Vec<String> = plans.iter().map(|plan| plan.name.folded()).collect();
        names.sort_unstable();
        if names.windows(2).any(|two| two.first() == two.last()) {
            return Err(NotFounded::Rule(Refusal::NameTaken.into()));
        }
        let id = TenantId::new(self.clock.id());
        let organisation = Organisation { id, slug, name, language, time_zone, country, policy: Policy::default() };
        let forbidden = NewOrganisation::forbidden(&owner_email, &owner_name, &organisation);
        let asker = Asker::Stranger(household(from));
        let password = self.passwords.choose(password, forbidden, asker).await?;
        let new = NewOrganisation { organisation, owner_email, owner_name, plans, password };
        let (command, secrets, account) = new.command(&self.clock, true);
        if !self.tenants.set_up(command, secrets, UsedLink { token, now: self.clock.now() }).await? {
            return Err(NotFounded::Over);
        }
        self.there.store(true, Ordering::Relaxed);
        self.store.account(account).await?.ok_or(NotFounded::Over)
    }
}
