//! How people get in on their devices: by the page's own client and the routes of the server. Everybody knows its own
//! addresses, remembers its passwords, and asks for a new one where none opens.

use crate::{action::Somebody, device::Device, simulation::Simulation};
use rollcall_client::{
    ApiError, api,
    remembered::{self, Remembered},
};
use rollcall_core::{
    api::{Place, Session, SignIn},
    id::UserId,
    model::IdentifierKind,
    query::lets_in_by,
    value::Email,
};
use std::{rc::Rc, time::Duration};

/// How often somebody tries again while things go wrong, and once they don't.
const TRIES: [usize; 2] = [3, 30];
/// How long somebody looks at a page that does not answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a try ended.
enum Try {
    In,
    /// There is nothing that it could sign in to.
    Nobody,
    Again,
    /// The server asked for a pause.
    Later(Duration),
}

impl Simulation {
    /// A person signs in on its device, if it is somebody in the organisation. It tries again for a while.
    pub fn sign_in(self: &Rc<Self>, device: &Rc<Device>) {
        if device.entering.replace(true) {
            return;
        }
        let (simulation, device) = (self.clone(), device.clone());
        tokio::task::spawn_local(async move {
            let mut tries = 0;
            loop {
                let wait = match simulation.try_to_sign_in(&device).await {
                    Try::In | Try::Nobody => break,
                    Try::Again => simulation.universe.millis(1_000, 6_000),
                    Try::Later(wait) => wait,
                };
                tries += 1;
                let [rough, calm] = TRIES;
                if tries >= if simulation.universe.is_calm() { calm } else { rough } {
                    simulation.universe.happened("vain tries to sign in", format_args!("{}", device.person.name));
                    break;
                }
                tokio::time::sleep(wait).await;
            }
            device.entering.set(false);
        });
    }

    async fn try_to_sign_in(self: &Rc<Self>, device: &Rc<Device>) -> Try {
        let name = device.person.name;
        let Some((user, email)) = self.account_of(device) else { return Try::Nobody };
        let who = Somebody::at(self, &device.person);
        let Some(password) = self.password_of(device, user).await else {
            who.renew_password(&email).await;
            return Try::Again;
        };
        let (identifier, organisation) = self.identifier(user, email.clone());
        device.open_if_closed();
        let Some(window) = device.windows().first().cloned() else { return Try::Again };
        let tenant = self.disk.tenant;
        let asked = window.tab.call(async move {
            let session = api::sign_in(&SignIn { identifier, password, organisation, new_password: None }).await?;
            remembered::save(&Remembered::within(session.clone(), tenant));
            Ok::<_, ApiError>(session)
        });
        let number = device.profile.id();
        let problem = match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(Ok(session))) => return self.is_signed_in(device, &who, session).await,
            Ok(Ok(Err(ApiError::Problem(problem)))) => problem,
            // The server did not answer, or the tab is frozen or gone.
            _ => return Try::Again,
        };
        self.universe
            .note(format_args!("{name} is not let in on profile {number}: {} {}", problem.status, problem.code));
        match (problem.code.as_str(), problem.retry_after) {
            ("new_password_needed", _) => {
                who.renew_password(&email).await;
                Try::Again
            }
            // It has a phone there and no portal, or by no identifier that it has.
            ("portal_closed" | "other_kind", _) => Try::Nobody,
            (_, Some(seconds)) => Try::Later(Duration::from_secs(seconds.into())),
            _ => Try::Again,
        }
    }

    async fn is_signed_in(&self, device: &Rc<Device>, who: &Somebody, session: Session) -> Try {
        let (name, number) = (device.person.name, device.profile.id());
        self.universe.happened("people signed in on devices", format_args!("{name}, profile {number}"));
        if !self.disk.shadow().keeps(session.account, name) {
            self.universe.wrong(format!("{name} is signed in to {}, an account that is not its own", session.account));
        }
        let there = |place: &&Place| place.tenant == self.disk.tenant;
        if let Some(place) = session.organisations.iter().find(there) {
            device.signed_in(&session, place);
            return Try::In;
        }
        if !session.new_password_needed.is_empty() {
            let Some(email) = &session.email else { return Try::Nobody };
            who.renew_password(email).await;
            return Try::Again;
        }
        if session.unavailable.iter().any(|place| there(&place)) { Try::Again } else { Try::Nobody }
    }

    /// Who the device's person is in the organisation, and its address: what it knows of itself.
    fn account_of(&self, device: &Device) -> Option<(UserId, Email)> {
        let (kept, shadow) = (self.disk.kept(), self.disk.shadow());
        let own = |user: UserId| {
            let account = kept.accounts.of((self.disk.tenant, user))?;
            shadow.keeps(account.id, device.person.name).then_some((user, account.email.clone()?))
        };
        let others = || kept.accounts.users.keys().filter(|place| place.0 == self.disk.tenant);
        own(device.user.get()).or_else(|| others().find_map(|place| own(place.1)))
    }

    /// Which of its passwords it is; none when it knows none that opens.
    async fn password_of(&self, device: &Device, user: UserId) -> Option<String> {
        let hash = self.disk.kept().accounts.of((self.disk.tenant, user))?.password.clone();
        let all = device.person.passwords.borrow().clone();
        for password in all.into_iter().rev() {
            if self
                .passwords
                .verify(password.clone(), Some(hash.clone()), rollcall_server::identity::Asker::Operator)
                .await
                .unwrap_or_default()
            {
                return Some(password);
            }
        }
        None
    }

    /// By what the organisation lets somebody in: its address, or what else is in the directory.
    fn identifier(&self, user: UserId, email: Email) -> (String, Option<String>) {
        let other = self.disk.with_past(self.disk.tenant, |past| {
            let directory = past.now();
            if lets_in_by(directory, IdentifierKind::Email) {
                return None;
            }
            let slug = directory.organisation()?.slug.to_string();
            let identifiers = &directory.user(user)?.identifiers;
            let good = identifiers.iter().find(|identifier| lets_in_by(directory, identifier.kind()))?;
            Some((good.folded().1, Some(slug)))
        });
        other.flatten().unwrap_or_else(|| (email.to_string(), None))
    }
}
