//! Why something may not happen, with the names of what it is about where they are known.

use crate::{Arg, Text, name, text, value_error};
use rollcall_core::{
    Directory, Key, Refusal,
    access::Permission,
    id::{LicenceId, RoleId, UserId},
    model::{IdentifierKind, Licence, LicenceKind, RoleScope, RoleScopes, UserState},
    refusal::Subject,
    sort,
};

/// A refusal as a sentence. `names`: the directory that its ids are looked up in, if one is at hand.
pub fn refusal(refusal: &Refusal, names: Option<&Directory>) -> Text {
    let permission = |permission: Permission| name::permission(permission);
    match refusal {
        Refusal::NotAllowed { permission: Permission::PortalLogin } => text!(refusal_no_portal),
        Refusal::NotAllowed { permission: missing } => text!(refusal_not_allowed, permission = permission(*missing)),
        Refusal::Unknown(subject) => text!(refusal_unknown, subject = self::subject(*subject)),
        Refusal::Invalid { field, error } => {
            text!(refusal_invalid, error = value_error(*error), field = name::field(*field))
        }
        Refusal::AlreadyAUser { user: id, kind } => match user(*id, names) {
            Some(who) => text!(refusal_already_a_user, kind = self::kind(*kind), who),
            None => text!(refusal_already_a_user_unnamed, kind = self::kind(*kind)),
        },
        Refusal::DomainNotAllowed => match domains(names) {
            Some(domains) => text!(refusal_domains_allowed, domains),
            None => text!(refusal_domain_not_allowed),
        },
        Refusal::NoSeatLeft { licence: id, seats } => {
            text!(refusal_no_seat_left, licence = licence(*id, names), seats = *seats)
        }
        Refusal::WrongLicenceKind { .. } => text!(refusal_wrong_licence_kind),
        Refusal::GrantsMoreThanHeld { role: id, missing } => {
            text!(refusal_grants_more_than_held, permission = permission(*missing), role = role(*id, names))
        }
        Refusal::OutranksActor { missing } => text!(refusal_outranks_actor, permission = permission(*missing)),
        Refusal::WrongScope { role: id } => {
            let allowed = names.and_then(|names| names.role(*id)).map(|role| role.scopes);
            text!(refusal_wrong_scope, role = role(*id, names), scopes = scopes(allowed.unwrap_or(RoleScopes::NONE)))
        }
        Refusal::ScopeNotAllowed { role: id, allowed } => {
            text!(refusal_wrong_scope, role = role(*id, names), scopes = scopes(*allowed))
        }
        Refusal::SuccessorNotActive { user: id } => match user(*id, names) {
            Some(who) => text!(refusal_successor_not_active, who),
            None => text!(refusal_successor_gone),
        },
        Refusal::MomentOver => text!(refusal_moment_over),
        Refusal::ScopeInUse { scope } => text!(refusal_scope_in_use, scopes = scopes((*scope).into())),
        Refusal::ReachesOthers { permission: about } => {
            text!(refusal_reaches_others, permission = permission(*about))
        }
        Refusal::WrongState { state } => text!(refusal_wrong_state, state = self::state(*state)),
        Refusal::ProtectedRole { .. } => text!(refusal_protected_role),
        Refusal::AlreadyMember { .. } => text!(refusal_already_member),
        Refusal::ExtensionTaken { user: id } => match user(*id, names) {
            Some(who) => text!(refusal_extension_taken, who),
            None => text!(refusal_extension_taken_unnamed),
        },
        Refusal::NumberInQuarantine { until } => text!(refusal_number_in_quarantine, until = Arg::Moment(until.0)),
        Refusal::PermissionNotHeld { permission: missing } => {
            text!(refusal_permission_not_held, permission = permission(*missing))
        }
        Refusal::RoutedTo { by } => match by.iter().map(|key| place(key, names?)).collect::<Option<Vec<String>>>() {
            Some(places) => text!(refusal_routed_from, places),
            None => text!(refusal_routed_to, places = by.len()),
        },
        Refusal::NotAMember { .. } => text!(refusal_not_a_member),
        Refusal::SeatsInUse { taken } => text!(refusal_seats_in_use, taken = *taken),
        Refusal::TooMany { max } => text!(refusal_too_many, max = *max),
        Refusal::ActorNotActive => text!(refusal_actor_not_active),
        Refusal::OrganisationExists => text!(refusal_organisation_exists),
        Refusal::IdInUse => text!(refusal_id_in_use),
        Refusal::OwnerByInvitation => text!(refusal_owner_by_invitation),
        Refusal::SingleRole => text!(refusal_single_role),
        Refusal::InvitationExpired => text!(refusal_invitation_expired),
        Refusal::NoEmail => text!(refusal_no_email),
        Refusal::LastOwner => text!(refusal_last_owner),
        Refusal::Oneself => text!(refusal_oneself),
        Refusal::NotAPerson => text!(refusal_not_a_person),
        Refusal::NameTaken => text!(refusal_name_taken),
        Refusal::NotAnOwner => text!(refusal_not_an_owner),
        Refusal::NothingToChange => text!(refusal_nothing_to_change),
        Refusal::NoIdentifier => text!(refusal_no_identifier),
        Refusal::ExtensionOutOfRange => text!(refusal_extension_out_of_range),
        Refusal::HasExtension => text!(refusal_has_extension),
        Refusal::NoExtension => text!(refusal_no_extension),
        Refusal::NumberTaken => text!(refusal_number_taken),
        Refusal::NumberExists => text!(refusal_number_exists),
        Refusal::NotAMobile => text!(refusal_not_a_mobile),
        Refusal::BuiltInRole => text!(refusal_built_in_role),
        Refusal::LiveCall => text!(refusal_live_call),
        Refusal::TeamDisabled => text!(refusal_team_disabled),
        Refusal::NotRestorable => text!(refusal_not_restorable),
        Refusal::NotASystemUser => text!(refusal_not_a_system_user),
        Refusal::CallOver => text!(refusal_call_over),
        Refusal::TargetLoops => text!(refusal_target_loops),
        Refusal::Repeated => text!(refusal_repeated),
        Refusal::OwnerNeverEnds => text!(refusal_owner_never_ends),
        Refusal::MacTaken => text!(refusal_mac_taken),
        Refusal::TooOld => text!(refusal_too_old),
        Refusal::NoPlan => match full_plans(names) {
            full if full.is_empty() => text!(refusal_no_plan),
            plans => text!(refusal_no_plan_full, plans),
        },
        Refusal::NoSignIn => text!(refusal_no_sign_in),
        Refusal::OpensPortal => text!(refusal_opens_portal),
        Refusal::AccountElsewhere => text!(refusal_account_elsewhere),
        Refusal::HandedOverElsewhere => text!(refusal_handed_over_elsewhere),
        Refusal::SeenElsewhere => text!(refusal_seen_elsewhere),
        Refusal::ChangedMeanwhile => text!(refusal_changed_meanwhile),
        Refusal::CallNotKept { days } => text!(refusal_call_not_kept, days = *days),
        Refusal::CallTooLong { days } => text!(refusal_call_too_long, days = *days),
        Refusal::TooManyChanges { changes, max } => {
            text!(refusal_too_many_changes, changes = *changes, max = *max)
        }
    }
}

/// The name of a user who is known by one, not by an address or a number.
fn user(id: UserId, names: Option<&Directory>) -> Option<String> {
    let name = names?.user(id)?.display_name();
    (!name.is_empty() && !name.contains('@') && !name.starts_with('+')).then(|| name.into_owned())
}

fn licence(id: LicenceId, names: Option<&Directory>) -> Arg {
    match names.and_then(|names| names.licence(id)) {
        Some(licence) => licence.name.to_string().into(),
        None => text!(this_licence).into(),
    }
}

fn role(id: RoleId, names: Option<&Directory>) -> Arg {
    match names.and_then(|names| names.role(id)) {
        Some(role) => role.name.to_string().into(),
        None => text!(this_role).into(),
    }
}

/// What a record is called that sends calls somewhere: a number, a team, or somebody by whose rules they go.
fn place(key: &Key, names: &Directory) -> Option<String> {
    match key {
        Key::Number(number) => Some(number.to_string()),
        Key::Team(id) => names.team(*id).map(|team| team.name.to_string()),
        Key::User(id) | Key::CallHandling(id) | Key::Scheduled(id) => {
            names.user(*id).map(|user| user.display_name().into_owned())
        }
        _ => None,
    }
}

fn domains(names: Option<&Directory>) -> Option<Vec<String>> {
    let domains = &names?.organisation()?.policy.email_domains;
    (!domains.is_empty()).then(|| domains.iter().map(|domain| domain.as_str().to_owned()).collect())
}

/// The names of the plans of which every seat is taken.
fn full_plans(names: Option<&Directory>) -> Vec<String> {
    let Some(names) = names else { return Vec::new() };
    let full = |plan: &&Licence| {
        plan.kind == LicenceKind::Plan && plan.seats.is_some_and(|seats| names.seats_taken(plan.id) >= seats)
    };
    let mut plans: Vec<String> = names.licences().filter(full).map(|plan| plan.name.to_string()).collect();
    sort::ascending(&mut plans);
    plans
}

/// By what messages tell sets of scopes apart.
fn scopes(scopes: RoleScopes) -> &'static str {
    let has = |scope| scopes.has(scope);
    match (has(RoleScope::Own), has(RoleScope::Team), has(RoleScope::Organisation)) {
        (true, false, false) => "own",
        (false, true, false) => "team",
        (false, false, true) => "organisation",
        (true, true, false) => "own-team",
        (true, false, true) => "own-organisation",
        (false, true, true) => "team-organisation",
        (true, true, true) | (false, false, false) => "any",
    }
}

const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Organisation => "organisation",
        Subject::User => "user",
        Subject::Role => "role",
        Subject::Team => "team",
        Subject::Licence => "licence",
        Subject::Channel => "channel",
        Subject::Number => "number",
        Subject::Phone => "phone",
        Subject::Contact => "contact",
        Subject::Call => "call",
        Subject::Grant => "grant",
    }
}

const fn kind(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Email => "email",
        IdentifierKind::Mobile => "mobile",
        IdentifierKind::Login => "login",
    }
}

const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Prepared => "prepared",
        UserState::Invited => "invited",
        UserState::Active => "active",
        UserState::Suspended => "suspended",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;
    use rollcall_core::{
        Record,
        id::TeamId,
        model::{Team, TeamKind},
        refusal::Field,
        value::{PhoneNumber, TeamName, ValueError},
    };

    #[test]
    fn a_refusal_reads_well_in_each_language() {
        let full = Refusal::NoSeatLeft { licence: LicenceId::fixed(1), seats: 10 };
        let empty = Refusal::Invalid { field: Field::Email, error: ValueError::TooLong { max: 1_000 } };
        let said = |tag: &str, refused: &Refusal| Spoken::of(tag).unwrap().say(&refusal(refused, None));
        assert_eq!(said("en", &full), "All 10 seats of this licence are taken. Choose another licence or free a seat.");
        assert_eq!(said("en", &empty), "E-mail: Use at most 1,000 characters.");
        assert_eq!(said("de", &empty), "E-Mail: Höchstens 1.000 Zeichen sind möglich.");
        assert!(said("ar", &full).contains("10"), "{}", said("ar", &full));
    }

    /// What points here is named where all of it is known, else counted.
    #[test]
    fn what_sends_calls_here_is_named() {
        let team = Team::new(TeamId::fixed(1), TeamName::parse("Sales").unwrap(), TeamKind::Team);
        let names = Directory::from_records([Record::Team(team)]);
        let number = Key::Number(PhoneNumber::parse("+4930111111").unwrap());
        let said =
            |by: &[Key], names| Spoken::of("en").unwrap().say(&refusal(&Refusal::RoutedTo { by: by.to_vec() }, names));
        let here = [Key::Team(TeamId::fixed(1)), number];
        let sentence = "Calls are routed here from: Sales and +4930111111. Route them elsewhere first.";
        assert_eq!(said(&here, Some(&names)), sentence);
        let counted = "Calls are routed here from 2 places. Route them elsewhere first.";
        assert_eq!(said(&here, None), counted);
        assert_eq!(said(&[Key::CallHandling(UserId::fixed(1)), number], Some(&names)), counted);
    }
}
