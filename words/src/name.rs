//! What fields and permissions are called.

use crate::{Text, text};
use rollcall_core::{
    Directory,
    access::{Permission, PermissionGroup},
    model::Granted,
    refusal::Field,
};

/// What a field is called.
pub fn field(field: Field) -> Text {
    match field {
        Field::Email => text!(field_email),
        Field::FullName => text!(field_full_name),
        Field::Position => text!(field_position),
        Field::Role => text!(field_role),
        Field::Scope => text!(field_scope),
        Field::Licence => text!(field_licence),
        Field::AddOns => text!(field_add_ons),
        Field::Team => text!(field_team),
        Field::Name => text!(field_name),
        Field::Language => text!(field_language),
        Field::TimeZone => text!(field_time_zone),
        Field::Password => text!(field_password),
        Field::Code => text!(field_code),
        Field::Extension => text!(field_extension),
        Field::Mobile => text!(field_mobile),
        Field::Login => text!(field_login),
        Field::Number => text!(field_number),
        Field::MacAddress => text!(field_mac_address),
        Field::Permissions => text!(field_permissions),
        Field::Seats => text!(field_seats),
        Field::Rules => text!(field_rules),
        Field::Hours => text!(field_hours),
        Field::Avatar => text!(field_avatar),
        Field::Members => text!(field_members),
        Field::Target => text!(field_target),
        Field::DisplayNumbers => text!(field_display_numbers),
        Field::Until => text!(field_until),
        Field::VoicemailPin => text!(field_voicemail_pin),
        Field::OfflineDays => text!(field_offline_days),
        Field::LogDays => text!(field_log_days),
        Field::SecurityDays => text!(field_security_days),
        Field::Country => text!(field_country),
        Field::Description => text!(field_description),
        Field::Kind => text!(field_kind),
        Field::Company => text!(field_company),
        Field::PhoneModel => text!(field_phone_model),
        Field::Publicity => text!(field_publicity),
        Field::Strategy => text!(field_strategy),
        Field::RingTime => text!(field_ring_time),
        Field::Routing => text!(field_routing),
        Field::Voicemail => text!(field_voicemail),
        Field::MailCopy => text!(field_mail_copy),
        Field::InvitationLifetime => text!(field_invitation_lifetime),
        Field::SingleRole => text!(field_single_role),
        Field::RecycleDays => text!(field_recycle_days),
        Field::QuarantineDays => text!(field_quarantine_days),
        Field::Extra => text!(field_extra),
        Field::Label => text!(field_label),
        Field::PhoneType => text!(field_phone_type),
        Field::InviteWithoutPlan => text!(field_invite_without_plan),
        Field::ManagersMayAdd => text!(field_managers_may_add),
        Field::CallDays => text!(field_call_days),
        Field::ServiceSeconds => text!(field_service_seconds),
        Field::CallTime => text!(field_call_time),
        Field::OffBoarding => text!(field_off_boarding),
        Field::SuspendAt => text!(field_suspend_at),
        Field::DeleteAfter => text!(field_delete_after),
        Field::InviteAt => text!(field_invite_at),
    }
}

/// What is granted: the name of a role, or what a permission lets somebody do.
pub fn granted(what: Granted, names: &Directory) -> Text {
    match what {
        Granted::Role(id) => match names.role(id) {
            Some(role) => text!(value_text, text = role.name.to_string()),
            None => text!(gone_role),
        },
        Granted::Permission(one) => permission(one),
    }
}

/// What permissions that stand together are about.
pub fn permission_group(group: PermissionGroup) -> Text {
    match group {
        PermissionGroup::Own => text!(permissions_own),
        PermissionGroup::Users => text!(permissions_users),
        PermissionGroup::Access => text!(permissions_access),
        PermissionGroup::Teams => text!(permissions_teams),
        PermissionGroup::Telephony => text!(permissions_telephony),
        PermissionGroup::Organisation => text!(permissions_organisation),
    }
}

/// What a permission lets somebody do, such as "Invite users".
pub fn permission(permission: Permission) -> Text {
    match permission {
        Permission::PortalLogin => text!(permission_portal_login),
        Permission::ProfileSelf => text!(permission_profile_self),
        Permission::CallhandlingSelf => text!(permission_callhandling_self),
        Permission::QueuePresence => text!(permission_queue_presence),
        Permission::DirectoryRead => text!(permission_directory_read),
        Permission::UserRead => text!(permission_user_read),
        Permission::UserInvite => text!(permission_user_invite),
        Permission::UserEdit => text!(permission_user_edit),
        Permission::UserIdentity => text!(permission_user_identity),
        Permission::UserSuspend => text!(permission_user_suspend),
        Permission::UserDelete => text!(permission_user_delete),
        Permission::UserResetCredentials => text!(permission_user_reset_credentials),
        Permission::SessionRevoke => text!(permission_session_revoke),
        Permission::UserImport => text!(permission_user_import),
        Permission::UserExport => text!(permission_user_export),
        Permission::RoleAssign => text!(permission_role_assign),
        Permission::RoleManage => text!(permission_role_manage),
        Permission::PermissionGrant => text!(permission_permission_grant),
        Permission::TeamRead => text!(permission_team_read),
        Permission::TeamManage => text!(permission_team_manage),
        Permission::TeamMembers => text!(permission_team_members),
        Permission::ChannelManage => text!(permission_channel_manage),
        Permission::LicenceAssign => text!(permission_licence_assign),
        Permission::NumberAssign => text!(permission_number_assign),
        Permission::DeviceManage => text!(permission_device_manage),
        Permission::CallhandlingManage => text!(permission_callhandling_manage),
        Permission::SystemUserManage => text!(permission_system_user_manage),
        Permission::ContactsShared => text!(permission_contacts_shared),
        Permission::CallsRead => text!(permission_calls_read),
        Permission::QueueSupervise => text!(permission_queue_supervise),
        Permission::AuditRead => text!(permission_audit_read),
        Permission::IntegrationManage => text!(permission_integration_manage),
        Permission::TenantSettings => text!(permission_tenant_settings),
        Permission::BillingManage => text!(permission_billing_manage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;
    use std::collections::BTreeSet;

    #[test]
    fn every_permission_has_words_of_its_own_in_every_language() {
        for spoken in Spoken::all() {
            let said: BTreeSet<_> = Permission::ALL.iter().map(|each| spoken.say(&permission(*each))).collect();
            assert_eq!(said.len(), Permission::ALL.len(), "{}", spoken.language().tag());
        }
    }
}
