//! What a user holds, and where: the union of its grants (invariant 8); and what a service holds of what it was given.

use super::{Permission, Permissions};
use crate::{
    context::{Actor, Context, Service},
    directory::Directory,
    id::{TeamId, UserId},
    model::{Granted, Scope, UserState},
    refusal::Refusal,
    time::Timestamp,
};

/// Who holds something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holder {
    #[default]
    Nobody,
    User(UserId),
    /// A program: it is no user, and sees and does by its permissions alone.
    Service(Service),
    /// The operator of the server, who may do everything.
    System,
}

/// Everything that one actor may do, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    pub holder: Holder,
    /// In the whole organisation.
    pub everywhere: Permissions,
    /// In some teams; disabled teams are left out: grants scoped to them rest (invariant 10).
    pub teams: Vec<(TeamId, Permissions)>,
    /// On itself; of a service, on its maker.
    pub own: Permissions,
    /// The disabled teams in which it holds `team.manage` by a grant that rests: it may enable them, and nothing else.
    pub resting: Vec<TeamId>,
}

impl Holding {
    /// What the operator of the server holds.
    pub fn system() -> Self {
        let all = Permissions::all();
        Self { holder: Holder::System, everywhere: all, teams: Vec::new(), own: all, resting: Vec::new() }
    }

    /// What this service would hold if its maker were active: of what it was given, what its maker holds there.
    pub fn of_service(directory: &Directory, service: Service, now: Timestamp) -> Self {
        let maker = Self::of(directory, service.maker, now);
        let given = |held: Permissions| held.common(service.permissions);
        let manages = service.permissions.has(Permission::TeamManage);
        let mut holding = Self { holder: Holder::Service(service), ..Self::default() };
        match service.scope {
            Scope::Own => holding.own = given(maker.over(directory, service.maker)),
            Scope::Team(team) => {
                holding.add(directory, service.scope, given(maker.in_team(team)));
                holding.resting.extend(maker.resting.into_iter().filter(|rests| *rests == team && manages));
            }
            Scope::Organisation => {
                (holding.everywhere, holding.own) = (given(maker.everywhere), given(maker.own));
                holding.resting.extend(maker.resting.into_iter().filter(|_| manages));
                for (team, held) in maker.teams {
                    holding.add(directory, Scope::Team(team), given(held));
                }
            }
        }
        holding
    }

    /// What this user would hold if it were active.
    pub fn of(directory: &Directory, user: UserId, now: Timestamp) -> Self {
        let mut holding = Self { holder: Holder::User(user), ..Self::default() };
        for grant in directory.grants_of(user) {
            if grant.until.is_some_and(|until| until <= now) {
                continue;
            }
            match grant.key.what {
                Granted::Permission(permission) => {
                    holding.add(directory, grant.key.scope, Permissions::of(&[permission]));
                }
                Granted::Role(role) => {
                    let Some(role) = directory.role(role) else { continue };
                    holding.add(directory, grant.key.scope, role.permissions);
                    for team in &role.teams {
                        holding.add(directory, Scope::Team(*team), role.team_permissions);
                    }
                }
            }
        }
        holding
    }

    fn add(&mut self, directory: &Directory, scope: Scope, permissions: Permissions) {
        if permissions.is_empty() {
            return;
        }
        match scope {
            Scope::Own => self.own = self.own.and(permissions),
            Scope::Organisation => self.everywhere = self.everywhere.and(permissions),
            Scope::Team(team) => {
                if directory.team(team).is_none_or(|team| team.disabled) {
                    if permissions.has(Permission::TeamManage) && !self.resting.contains(&team) {
                        self.resting.push(team);
                    }
                    return;
                }
                match self.teams.iter_mut().find(|(id, _)| *id == team) {
                    Some((_, held)) => *held = held.and(permissions),
                    None => self.teams.push((team, permissions)),
                }
            }
        }
    }

    /// What an actor still holds when a grant that it makes now has its end: nobody gives for longer than it holds itself
    /// (invariant 7). Without an end: what it holds for good.
    #[must_use]
    pub fn lasting(&self, directory: &Directory, until: Option<Timestamp>) -> Self {
        let last = until.map_or(Timestamp(i64::MAX), |until| Timestamp(until.0.saturating_sub(1)));
        match self.holder {
            Holder::Nobody => Self::default(),
            Holder::User(user) => Self::of(directory, user, last),
            Holder::Service(service) => Self::of_service(directory, service, last),
            Holder::System => Self::system(),
        }
    }

    /// What the actor of a context holds.
    ///
    /// # Errors
    /// [`Refusal::ActorNotActive`] when it is no active user of the tenant nor a service of one, or only an invitee.
    pub fn of_actor(directory: &Directory, context: &Context) -> Result<Self, Refusal> {
        let active = |id: UserId| match directory.user(id) {
            Some(user) if user.state == UserState::Active => Ok(()),
            _ => Err(Refusal::ActorNotActive),
        };
        match context.actor {
            Actor::System => Ok(Self::system()),
            Actor::Invitee(_) => Err(Refusal::ActorNotActive),
            Actor::User(id) => active(id).map(|()| Self::of(directory, id, context.now)),
            Actor::Service(service) => {
                active(service.maker).map(|()| Self::of_service(directory, service, context.now))
            }
        }
    }

    /// What the actor of a context holds, when it may open the portal: sign in, sync, issue commands. Simple users can't,
    /// and still have a phone (S4.5, S4.6, invariant 13). A service may as long as its maker does: it needs no portal itself.
    ///
    /// # Errors
    /// [`Refusal::ActorNotActive`], or [`Refusal::NotAllowed`] for want of `portal.login`.
    pub fn of_signed_in(directory: &Directory, context: &Context) -> Result<Self, Refusal> {
        let holding = Self::of_actor(directory, context)?;
        let permission = Permission::PortalLogin;
        let opens = match holding.holder {
            Holder::Service(service) => Self::of(directory, service.maker, context.now).at_all(permission),
            _ => holding.at_all(permission),
        };
        if opens { Ok(holding) } else { Err(Refusal::NotAllowed { permission }) }
    }

    /// The user who holds it; none when it is nobody in the directory.
    pub fn user(&self) -> Option<UserId> {
        match self.holder {
            Holder::User(user) => Some(user),
            Holder::Nobody | Holder::Service(_) | Holder::System => None,
        }
    }

    /// Whether what it holds over itself is held over this user.
    fn is_own(&self, user: UserId) -> bool {
        match self.holder {
            Holder::User(id) => id == user,
            Holder::Service(service) => service.maker == user,
            Holder::Nobody | Holder::System => false,
        }
    }

    /// Whether it holds the permission in the whole organisation.
    pub fn everywhere(&self, permission: Permission) -> bool {
        self.everywhere.has(permission)
    }

    /// Whether it holds the permission anywhere beyond itself.
    pub fn somewhere(&self, permission: Permission) -> bool {
        self.everywhere.has(permission) || self.teams.iter().any(|(_, held)| held.has(permission))
    }

    /// Whether it holds the permission in any scope at all, be it only over itself.
    pub fn at_all(&self, permission: Permission) -> bool {
        self.somewhere(permission) || self.own.has(permission)
    }

    /// What it holds inside a team.
    pub fn in_team(&self, team: TeamId) -> Permissions {
        let there = self.teams.iter().find(|(id, _)| *id == team).map_or(Permissions::NONE, |(_, held)| *held);
        self.everywhere.and(there)
    }

    /// Whether it may enable the team when it is disabled: who may disable it may enable it again.
    pub fn enables(&self, team: TeamId) -> bool {
        self.in_team(team).has(Permission::TeamManage) || self.resting.contains(&team)
    }

    /// What it holds over another user: everywhere, and through each team that the user is in.
    pub fn over(&self, directory: &Directory, user: UserId) -> Permissions {
        let mut held = self.everywhere;
        if self.is_own(user) {
            held = held.and(self.own);
        }
        for (team, permissions) in &self.teams {
            if directory.membership(*team, user).is_some() {
                held = held.and(*permissions);
            }
        }
        held
    }

    /// What it holds in a scope; `Own` is what it holds over the user that would get the grant.
    pub fn within(&self, scope: Scope, over_user: Permissions) -> Permissions {
        match scope {
            Scope::Own => over_user,
            Scope::Organisation => self.everywhere,
            Scope::Team(team) => self.in_team(team),
        }
    }

    /// The first permission that the other holds somewhere and this one lacks there: the reason why it can't manage it
    /// (invariant 7). What everybody may do to itself never counts.
    pub fn lacks_of(&self, other: &Self) -> Option<Permission> {
        let everywhere = other.everywhere.without(self.everywhere).iter().next();
        everywhere
            .or_else(|| other.teams.iter().find_map(|(team, held)| held.without(self.in_team(*team)).iter().next()))
    }
}
