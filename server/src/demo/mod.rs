//! The demo: two organisations with people in every state, made by the same commands that everybody else uses.

mod calls;
mod crowd;
mod furnish;
mod people;

pub use calls::live;

use crate::{
    clock::Clock,
    identity::{Asker, PasswordError, Passwords},
    store::{NewAccount, Secret, Store, StoreError},
    tenant::{Mails, Order, TenantError, Tenants},
};
use people::{Person, Standing, Team};
use rollcall_core::{
    Actor,
    access::{ADMIN, ADVANCED, AGENT, BASIC, MANAGER, SUPERVISOR},
    api::DemoSignIn,
    command::{
        AcceptInvitation, CreateTeam, FoundOrganisation, InviteUser, NewUser, PrepareUser, RoleChoice, SuspendUser,
    },
    id::{LicenceId, TeamId, TenantId, UserId},
    model::{Licence, LicenceKind, Line, Organisation, PhoneType, Policy, Profile, Scope, TeamKind},
    sync::Outcome,
    time::Span,
    value::{
        Country, Email, Extension, FullName, Language, LicenceName, OrganisationName, Position, Slug, TeamName,
        TimeZone, ValueError,
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// The short name of the demo organisation.
const SLUG: &str = "demo";
/// The owner of both organisations.
const OWNER: &str = "ann@demo.example";
/// Of every sign-in of the demo. No secret: the page shows it.
const PASSWORD: &str = "rollcall-demo";
/// A sign-in for each built-in role that may open the page; the others sign in with the same password.
pub const SIGN_INS: [(&str, &str); 7] = [
    ("Owner", OWNER),
    ("Admin", "tomas@demo.example"),
    ("Manager", "mia@demo.example"),
    ("Supervisor", "bjork@demo.example"),
    ("Agent", "suhartini@demo.example"),
    ("Advanced", "thorbjorg@demo.example"),
    ("Basic", "khai@demo.example"),
];

/// What the demo is to have.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// So many users; with fewer than its named people, those alone.
    pub users: u32,
    /// Besides people: numbers, system users, roles, contacts, opening hours, calls of the last 30 days.
    pub furnished: bool,
}

/// Commands that are committed together.
const AT_ONCE: usize = 4_000;

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Tenant(#[from] TenantError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error("the demo's own data has a value that {0}")]
    Value(#[from] ValueError),
    #[error("the demo's own data was refused: {0}")]
    Refused(String),
}

type Result<T> = std::result::Result<T, DemoError>;

/// Founds the demo when the database is empty. Gives the sign-in when there is a demo, now or from before.
///
/// # Errors
/// The store failed.
pub async fn found(
    store: &Arc<dyn Store>,
    clock: &Clock,
    passwords: &Passwords,
    wanted: Wanted,
) -> Result<Option<DemoSignIn>> {
    let sign_in = DemoSignIn { email: OWNER.to_owned(), password: PASSWORD.to_owned() };
    if !store.tenants().await?.is_empty() {
        let there = store.tenant_named(&Slug::parse(SLUG)?).await?.is_some();
        return Ok(there.then_some(sign_in));
    }
    let password = passwords.hash(PASSWORD.to_owned(), Asker::Operator).await?;
    let demo = Demo { store: store.clone(), clock: clock.clone(), password, wanted };
    // Long enough ago that the first invitations have run out.
    let earlier = Clock::fixed(rollcall_core::Timestamp(clock.now().0.saturating_sub(Span::days(2).0)));
    let tenants = Tenants::new(store.clone(), earlier);
    let organisation = demo.organisation(SLUG, "Juniper & Vale Trading", "en", "Europe/London", "GB")?;
    let mut world = demo.open(&tenants, organisation, true).await?;
    demo.people(&tenants, &mut world, true).await?;
    demo.crowd(&tenants, &world, wanted.users).await?;
    let other = demo.organisation("harbour-lane", "Harbour Lane Clinic", "en", "America/New_York", "US")?;
    demo.open(&tenants, other, false).await?;
    // Today's people come by the server's own clock.
    let today = Tenants::new(store.clone(), clock.clone());
    demo.people(&today, &mut world, false).await?;
    if wanted.furnished {
        furnish::furnish(&today, clock, &world).await?;
        calls::report(&today, clock, &world).await?;
    }
    Ok(Some(sign_in))
}

/// The demo's first organisation, if the database has it.
///
/// # Errors
/// The store failed.
pub async fn tenant(store: &Arc<dyn Store>) -> Result<Option<TenantId>> {
    Ok(store.tenant_named(&Slug::parse(SLUG)?).await?)
}

struct Demo {
    store: Arc<dyn Store>,
    clock: Clock,
    /// The hash of [`PASSWORD`], made once.
    password: String,
    wanted: Wanted,
}

/// What the demo organisation has.
struct World {
    tenant: TenantId,
    plans: [LicenceId; 3],
    browser_calling: LicenceId,
    teams: [TeamId; 4],
    /// The named people, by the part of their address before the `@`.
    users: BTreeMap<&'static str, UserId>,
    /// Whether there is a crowd besides.
    crowded: bool,
}

impl Demo {
    fn organisation(&self, slug: &str, name: &str, language: &str, zone: &str, country: &str) -> Result<Organisation> {
        Ok(Organisation {
            id: TenantId::new(self.clock.id()),
            slug: Slug::parse(slug)?,
            name: OrganisationName::parse(name)?,
            language: Language::parse(language)?,
            time_zone: TimeZone::parse(zone)?,
            country: Country::parse(country)?,
            policy: Policy::default(),
        })
    }

    /// Founds an organisation with its licences and teams.
    async fn open(&self, tenants: &Tenants, organisation: Organisation, with_teams: bool) -> Result<World> {
        let licence = |name: &str, kind, seats| {
            let id = LicenceId::new(self.clock.id());
            Ok::<_, ValueError>((id, Licence { id, kind, name: LicenceName::parse(name)?, seats }))
        };
        let (standard, a) = licence("Standard", LicenceKind::Plan, Some(25))?;
        let (professional, b) = licence("Professional", LicenceKind::Plan, Some(10))?;
        let (light, c) = licence("Light", LicenceKind::Plan, None)?;
        let (browser_calling, d) = licence("Browser Calling", LicenceKind::AddOn, Some(20))?;
        let (_, e) = licence("AutoDial", LicenceKind::AddOn, Some(5))?;
        let tenant = organisation.id;
        let owner = UserId::new(self.clock.id());
        let owner_email = Email::parse(OWNER)?;
        let command = FoundOrganisation {
            organisation,
            owner,
            owner_email: owner_email.clone(),
            owner_name: FullName::parse("Ann Okonkwo-Reyes")?,
            licences: vec![a, b, c, d, e],
        };
        // The owner of the second organisation is the person of the first.
        let secrets = self.account(&owner_email, owner).await?;
        tenants.found(command, secrets, Vec::new()).await?;
        let teams = [(); 4].map(|()| TeamId::new(self.clock.id()));
        let crowded = usize::try_from(self.wanted.users).unwrap_or(usize::MAX) > people::PEOPLE.len();
        let plans = [standard, professional, light];
        let world = World { tenant, plans, browser_calling, teams, users: BTreeMap::new(), crowded };
        if with_teams {
            let names = [
                ("Sales", TeamKind::Team),
                ("Customer Care", TeamKind::Team),
                ("Finance", TeamKind::Department),
                ("Leeds Warehouse", TeamKind::Site),
            ];
            let mut orders = Vec::new();
            for (id, (name, kind)) in teams.into_iter().zip(names) {
                let team = CreateTeam { id, name: TeamName::parse(name)?, kind, members: Vec::new() };
                orders.push(Order::new(Actor::System, team));
            }
            run(tenants, tenant, orders).await?;
        }
        Ok(world)
    }

    /// The account of an address, made when there is none, and that it is the user.
    async fn account(&self, email: &Email, user: UserId) -> Result<Vec<Secret>> {
        let at = self.clock.now();
        let link = |account| Secret::Link { account, user, at, verified: None };
        if let Some(there) = self.store.account_named(&email.folded()).await? {
            return Ok(vec![link(there.id)]);
        }
        let (id, password) = (self.clock.id(), self.password.clone());
        let account = NewAccount { id, email: Some(email.clone()), password, created: at };
        Ok(vec![Secret::OpenAccount(account), link(id)])
    }

    /// Makes the people who came earlier, or those who come today.
    async fn people(&self, tenants: &Tenants, world: &mut World, earlier: bool) -> Result<()> {
        let mut orders = Vec::new();
        for person in people::PEOPLE.iter().filter(|person| (person.standing != Standing::Invited) == earlier) {
            let user = UserId::new(self.clock.id());
            world.users.insert(person.address, user);
            let new = self.new_user(world, person, user)?;
            let email = new.email.clone();
            if person.standing == Standing::Prepared {
                orders.push(Order::new(Actor::System, PrepareUser(new)));
                continue;
            }
            // Only today's invitations are mailed.
            let mails = if earlier { Mails::Quiet } else { Mails::All };
            orders.push(Order { mails, ..Order::new(Actor::System, InviteUser(new)) });
            if matches!(person.standing, Standing::Active | Standing::SignsIn | Standing::Suspended) {
                let full_name = FullName::parse(person.name)?;
                let mut accept = Order::new(Actor::Invitee(user), AcceptInvitation { user, full_name });
                if let Some(email) = email.filter(|_| self.signs_in(person)) {
                    accept.secrets = self.account(&email, user).await?;
                }
                orders.push(accept);
            }
            if person.standing == Standing::Suspended {
                orders.push(Order::new(Actor::System, SuspendUser { user }));
            }
        }
        run(tenants, world.tenant, orders).await
    }

    /// Whether a person has the demo's password.
    fn signs_in(&self, person: &Person) -> bool {
        let listed = |address: &str| SIGN_INS.iter().any(|(_, email)| email.split('@').next() == Some(address));
        person.standing == Standing::SignsIn || (self.wanted.furnished && listed(person.address))
    }

    fn new_user(&self, world: &World, person: &Person, user: UserId) -> Result<NewUser> {
        let team = world.team(person.team);
        let (role, scope) = match person.role {
            people::Role::Admin => (ADMIN, Scope::Organisation),
            people::Role::Manager => (MANAGER, team.map_or(Scope::Own, Scope::Team)),
            people::Role::Supervisor => (SUPERVISOR, team.map_or(Scope::Own, Scope::Team)),
            people::Role::Agent => (AGENT, Scope::Own),
            // One has a copy of Basic that the organisation may change.
            people::Role::Basic if self.wanted.furnished && person.address == "thorbjorg" => (ADVANCED, Scope::Own),
            people::Role::Basic => (BASIC, Scope::Own),
        };
        let line = match person.extension {
            "" => None,
            extension => Some(Line { extension: Extension::parse(extension)?, phone: PhoneType::Softphone }),
        };
        Ok(NewUser {
            profile: Profile {
                full_name: Some(FullName::parse(person.name)?),
                position: Some(Position::parse(person.position)?),
                ..Profile::default()
            },
            licence: world.plan(person.plan),
            add_ons: if matches!(person.role, people::Role::Agent) { vec![world.browser_calling] } else { Vec::new() },
            role: Some(RoleChoice { role, scope }),
            line,
            teams: team.into_iter().collect(),
            ..NewUser::with_email(user, Email::parse(&format!("{}@demo.example", person.address))?)
        })
    }

    /// Fills the organisation up to a number of users, for trying how it feels with many.
    async fn crowd(&self, tenants: &Tenants, world: &World, users: u32) -> Result<()> {
        let there = u32::try_from(people::PEOPLE.len()).unwrap_or(u32::MAX).saturating_add(1);
        let mut orders = Vec::new();
        for number in there..users {
            orders.extend(crowd::member(&self.clock, world, number)?);
            if orders.len() >= AT_ONCE {
                run(tenants, world.tenant, std::mem::take(&mut orders)).await?;
            }
        }
        run(tenants, world.tenant, orders).await
    }
}

impl World {
    fn team(&self, team: Team) -> Option<TeamId> {
        let [sales, care, finance, warehouse] = self.teams;
        match team {
            Team::None => None,
            Team::Sales => Some(sales),
            Team::Care => Some(care),
            Team::Finance => Some(finance),
            Team::Warehouse => Some(warehouse),
        }
    }

    fn plan(&self, plan: people::Plan) -> Option<LicenceId> {
        let [standard, professional, light] = self.plans;
        match plan {
            people::Plan::None => None,
            people::Plan::Standard => Some(standard),
            people::Plan::Professional => Some(professional),
            people::Plan::Light => Some(light),
        }
    }
}

/// Runs commands that must all be applied.
async fn run(tenants: &Tenants, tenant: TenantId, orders: Vec<Order>) -> Result<()> {
    for verdict in tenants.tenant(tenant).run(orders).await? {
        if let Outcome::Refused { refusals } = verdict.outcome {
            let reasons: Vec<String> = refusals.iter().map(ToString::to_string).collect();
            return Err(DemoError::Refused(reasons.join(", ")));
        }
    }
    Ok(())
}
