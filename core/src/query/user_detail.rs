//! One user with everything that belongs to it, for the page that shows and edits it (S2.5–S2.12, S4.10).

use super::{UserRow, user_row};
use crate::{
    directory::Directory,
    id::{TeamId, UserId},
    model::{AnsweringRule, Grant, Identifier, Invitation, Line, Number, Phone, Presence, Profile, Target, Voicemail},
    sort,
    time::Timestamp,
    value::{ExtraKey, ExtraValue, LicenceName, PhoneNumber, TeamName},
};
use serde::Serialize;

/// Everything about one user that the viewer's directory holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UserDetail {
    pub row: UserRow,
    pub profile: Profile,
    pub identifiers: Vec<Identifier>,
    pub extra: Vec<(ExtraKey, ExtraValue)>,
    pub add_ons: Vec<LicenceName>,
    pub grants: Vec<Grant>,
    /// By name.
    pub teams: Vec<(TeamId, TeamName)>,
    pub line: Option<Line>,
    pub numbers: Vec<Number>,
    pub display_numbers: Vec<PhoneNumber>,
    pub phones: Vec<Phone>,
    pub rules: Vec<AnsweringRule>,
    pub voicemail: Voicemail,
    pub presence: Option<Presence>,
    /// Where calls go that reach it, when it is no person.
    pub target: Option<Target>,
    pub invitation: Option<Invitation>,
    pub created: Timestamp,
    pub on_call: bool,
}

/// One user with everything that belongs to it.
pub fn user_detail(directory: &Directory, id: UserId, now: Timestamp) -> Option<UserDetail> {
    let user = directory.user(id)?;
    let team = |id: TeamId| directory.team(id).map(|team| (team.id, team.name.clone()));
    let mut teams: Vec<_> = directory.teams_of(id).filter_map(team).collect();
    sort::by_key(&mut teams, |(_, name)| name.folded());
    let handling = directory.handling(id);
    let licence = |id: &crate::id::LicenceId| directory.licence(*id).map(|licence| licence.name.clone());
    Some(UserDetail {
        row: user_row(directory, id, now)?,
        profile: user.profile.clone(),
        identifiers: user.identifiers.clone(),
        extra: user.extra.clone().into_iter().collect(),
        add_ons: user.add_ons.iter().filter_map(licence).collect(),
        grants: directory.grants_of(id).copied().collect(),
        teams,
        line: user.line.clone(),
        numbers: directory.numbers_of(id).cloned().collect(),
        display_numbers: user.display_numbers.clone(),
        phones: directory.phones_of(id).cloned().collect(),
        rules: handling.map(|handling| handling.rules.clone()).unwrap_or_default(),
        voicemail: handling.map(|handling| handling.voicemail).unwrap_or_default(),
        presence: directory.presence(id).copied(),
        target: user.target,
        invitation: user.invitation,
        created: user.created,
        on_call: directory.on_call(id, now),
    })
}
