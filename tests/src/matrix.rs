//! The access matrix: every verb × every built-in role × where it is done, with the answer. One file, reviewed by eye
//! against domain.md, section 5; a test says when it is no longer true.

use crate::table;
use std::{fmt::Write as _, path::PathBuf};

/// Where the matrix lies.
pub fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/access_matrix.txt"))
}

/// The built-in roles, as the actor holds them, and how it acts: itself, or by a key that it made. Advanced is a copy of Basic.
const ROLES: &[(&str, &str, &str)] = &[
    ("owner", "owner", "act"),
    ("admin", "admin", "act"),
    ("manager", "manager of Sales", "act"),
    ("supervisor", "supervisor of Sales", "act"),
    ("agent", "agent", "act"),
    ("basic", "basic", "act"),
    ("simple", "simple", "act"),
    ("owner's key", "owner", "act by key ( all )"),
    ("its key of Sales", "owner", "act by key ( all of Sales )"),
    ("agent's key", "agent", "act by key ( all )"),
];

/// Everything that a sentence may need. The actor, act, is in Sales, as is whoever's name begins with t; e is elsewhere.
const WORLD: &str = "recycle 7 days · invite-without-plan · plan Standard unlimited · plan Gold unlimited · role extra own: none · \
    role helper own: none · teams: Sales, Help, Old disabled · \
    users: ann owner, act ROLE extra in Sales at 150, tea agent extra in Sales at 101, els agent extra in Help at 102, \
    tpre prepared in Sales, wpre prepared, epre prepared formerly agent in Help, tinv invited in Sales, einv invited in Help, tsus suspended in Sales, \
    esus suspended in Help, tnew agent in Sales, enew agent in Help, gone agent, hal kind call_queue · awaiting: wpre in 0 hours · \
    channels: tchan in Sales, echan in Help · contacts: Taxi +4930555555 · calls: c1 for Help · \
    phones: pact of act, ptea of tea, pels of els · numbers: +49300000001 landline of act, +49300000002 landline of tea, \
    +49300000003 landline of els, +49300000004 virtual, +49300000005 group, +49300000006 resting 24 hours";

/// A verb, and how it is said of oneself, in one's team, and elsewhere; empty where there is no such case.
struct Row(&'static str, [&'static str; 3]);

/// What is done to a user: to act, tea and els.
const fn on(verb: &'static str, own: &'static str, team: &'static str, elsewhere: &'static str) -> Row {
    Row(verb, [own, team, elsewhere])
}

/// What is done in a team: Sales and Help.
const fn within(verb: &'static str, team: &'static str, elsewhere: &'static str) -> Row {
    Row(verb, ["", team, elsewhere])
}

/// What is done in the organisation.
const fn whole(verb: &'static str, sentence: &'static str) -> Row {
    Row(verb, ["", "", sentence])
}

const ROWS: &[Row] = &[
    whole("found_organisation", "founds beta for x@y.io"),
    within("prepare_user", "prepares new@x.io into Sales", "prepares new@x.io"),
    within("import_user", "imports new@x.io into Sales", "imports new@x.io"),
    within("invite_user", "invites new@x.io into Sales", "invites new@x.io"),
    within("send_invitation", "sends to tpre", "sends to epre"),
    within("resend_invitation", "resends to tinv", "resends to einv"),
    within("revoke_invitation", "revokes tinv", "revokes einv"),
    within("accept_invitation", "accepts tinv as Ian", "accepts einv as Ian"),
    on("edit_profile", "edits act position Clerk", "edits tea position Clerk", "edits els position Clerk"),
    on("edit_extra", "edits extra of act a=b", "edits extra of tea a=b", "edits extra of els a=b"),
    on("set_avatar", "sets avatar of act to red", "sets avatar of tea to red", "sets avatar of els to red"),
    within("set_avatar (team)", "sets avatar of team Sales to red", "sets avatar of team Help to red"),
    on(
        "set_identifiers",
        "sets identifiers of act to a@b.io",
        "sets identifiers of tea to a@b.io",
        "sets identifiers of els to a@b.io",
    ),
    on(
        "set_licence",
        "sets licence of act to Standard",
        "sets licence of tea to Standard",
        "sets licence of els to Standard",
    ),
    on("suspend_user", "suspends act", "suspends tea", "suspends els"),
    within("reactivate_user", "reactivates tsus", "reactivates esus"),
    on("reset_user", "resets act", "resets tea", "resets els"),
    on(
        "force_password_reset",
        "asks a new password of act",
        "asks a new password of tea",
        "asks a new password of els",
    ),
    on("hand_over (link)", "hands link to act", "hands link to tpre", "hands link to epre"),
    on("hand_over (password)", "hands password to act", "hands password to tea", "hands password to els"),
    within("activate_user", "activates tpre", "activates epre"),
    on("send_welcome", "welcomes act", "welcomes tea", "welcomes els"),
    on("end_sessions", "ends sessions of act", "ends sessions of tea", "ends sessions of els"),
    on("delete_user", "deletes act", "deletes tea", "deletes els"),
    whole("delete_user (owner)", "deletes ann"),
    on("erase_user", "erases act", "erases tea", "erases els"),
    whole("erase_user (deleted)", "erases gone"),
    whole("suspend_user (owner)", "suspends ann"),
    whole("restore_user", "restores gone"),
    on("give_grant (role)", "gives helper to act", "gives helper to tea", "gives helper to els"),
    on(
        "give_grant (permission)",
        "gives permission profile.self own to act",
        "gives permission profile.self own to tea",
        "gives permission profile.self own to els",
    ),
    on("give_grant (owner)", "gives owner to act", "gives owner to tea", "gives owner to els"),
    on("give_grant (admin)", "gives admin to act", "gives admin to tea", "gives admin to els"),
    within("give_grant (manager)", "gives manager of Sales to tea", "gives manager of Help to els"),
    on("take_grant", "takes extra from act", "takes extra from tea", "takes extra from els"),
    whole("take_grant (owner)", "takes owner from ann"),
    on(
        "replace_roles",
        "replaces extra by helper for act",
        "replaces extra by helper for tea",
        "replaces extra by helper for els",
    ),
    on(
        "replace_roles (admin)",
        "replaces extra by admin for act",
        "replaces extra by admin for tea",
        "replaces extra by admin for els",
    ),
    whole("replace_roles (owner)", "replaces owner by admin for ann"),
    whole("create_role", "creates role new own: none"),
    whole("edit_role", "edits role helper own: profile.self"),
    whole("delete_role", "deletes role helper"),
    whole("create_team", "creates team New"),
    within("edit_team", "edits team Sales name New", "edits team Help name New"),
    within("disable_team", "disables Sales", "disables Help"),
    whole("enable_team", "enables Old"),
    within("delete_team", "deletes team Sales", "deletes team Help"),
    within("set_team_roles", "sets roles of Sales to helper", "sets roles of Help to helper"),
    within("set_routing", "sets routing of Sales to in_order", "sets routing of Help to in_order"),
    within("add_member", "adds member els to Sales", "adds member tea to Help"),
    within("remove_member", "removes member tea from Sales", "removes member els from Help"),
    within("create_channel", "creates channel New in Sales", "creates channel New in Help"),
    within("edit_channel", "edits channel tchan name New", "edits channel echan name New"),
    within("delete_channel", "deletes channel tchan", "deletes channel echan"),
    whole("edit_organisation", "edits organisation name New"),
    whole("set_policy", "sets policy single-role"),
    whole("set_keeping", "sets keeping offline 7 days"),
    whole("set_call_policy", "sets call-policy days 7"),
    whole("change_holidays", "changes holidays add 2026-12-25"),
    whole("add_licence", "adds plan New unlimited"),
    whole("edit_licence", "edits licence Gold name New"),
    whole("remove_licence", "removes licence Gold"),
    whole("add_number", "adds number +49300000009 virtual"),
    whole("remove_number", "removes number +49300000004"),
    on(
        "assign_number",
        "assigns number +49300000004 to act",
        "assigns number +49300000004 to tea",
        "assigns number +49300000004 to els",
    ),
    on(
        "unassign_number",
        "unassigns number +49300000001",
        "unassigns number +49300000002",
        "unassigns number +49300000003",
    ),
    on(
        "link_mobile",
        "links +49300000001 to +491711111111",
        "links +49300000002 to +491711111111",
        "links +49300000003 to +491711111111",
    ),
    on(
        "edit_number",
        "edits number +49300000001 label A",
        "edits number +49300000002 label A",
        "edits number +49300000003 label A",
    ),
    whole("edit_number (target)", "edits number +49300000005 to team Help"),
    whole("release_number", "releases +49300000006"),
    whole("route_number", "routes +49300000005 to team Help"),
    on(
        "set_display_numbers",
        "sets display of act to +49300000005",
        "sets display of tea to +49300000005",
        "sets display of els to +49300000005",
    ),
    within("assign_extension", "assigns extension 130 to tnew", "assigns extension 130 to enew"),
    on(
        "change_extension",
        "changes extension of act to 130",
        "changes extension of tea to 130",
        "changes extension of els to 130",
    ),
    on("unassign_extension", "unassigns extension of act", "unassigns extension of tea", "unassigns extension of els"),
    on("add_phone", "adds phone new of act", "adds phone new of tea", "adds phone new of els"),
    on(
        "edit_phone",
        "edits phone pact of act at 150",
        "edits phone ptea of tea at 101",
        "edits phone pels of els at 102",
    ),
    on("delete_phone", "deletes phone pact", "deletes phone ptea", "deletes phone pels"),
    on(
        "set_answering",
        "sets answering of act to busy reject",
        "sets answering of tea to busy reject",
        "sets answering of els to busy reject",
    ),
    on("set_voicemail", "sets voicemail of act to on", "sets voicemail of tea to on", "sets voicemail of els to on"),
    on(
        "set_presence",
        "sets presence of act to available",
        "sets presence of tea to available",
        "sets presence of els to available",
    ),
    whole("add_contact", "adds contact New +4930555556"),
    whole("import_contact", "imports contact New +4930555557"),
    whole("edit_contact", "edits contact Taxi +4930555556"),
    whole("delete_contact", "deletes contact Taxi"),
    whole("create_system_user", "creates service fax"),
    whole("edit_system_user", "edits system-user hal name Hall"),
    whole("start_call", "starts call c2 of els"),
    whole("answer_call", "answers call c1 by els"),
    whole("end_call", "ends call c1"),
    whole("report_calls", "reports call c1 ended"),
    whole("expire", "expires"),
    on("off_board", "off-boards act in 1 hour", "off-boards tea in 1 hour", "off-boards els in 1 hour"),
    on(
        "off_board (all)",
        "off-boards act now numbers to user tnew calls to user tnew teams to tnew deleting after 9 days",
        "off-boards tea now numbers to user tnew calls to user tnew teams to tnew deleting after 9 days",
        "off-boards els now numbers to user tnew calls to user tnew teams to tnew deleting after 9 days",
    ),
    within("schedule_invitation", "schedules tpre in 1 hour", "schedules epre in 1 hour"),
    whole("carry_out", "carries out wpre"),
    whole("note_sign_ins", "notes sign-ins of act"),
    whole("recover_owner", "recovers ann"),
];

/// The verbs that the matrix has rows of.
pub fn verbs() -> impl Iterator<Item = &'static str> {
    ROWS.iter().filter_map(|row| row.0.split(' ').next())
}

/// The matrix as text.
///
/// # Errors
/// The sentence that can't be read.
pub fn text() -> Result<String, String> {
    let mut text = String::from(
        "# Who may do what: every verb × every built-in role × where. Generated by\n\
         # `cargo run -p rollcall-tests --bin access_matrix`; review every change against domain.md, section 5.\n\
         # self: to oneself, or what is one's own. team: in Sales, of which manager and supervisor are, and everybody is a\n\
         # member. elsewhere: in another team, or in the organisation. A cell is ok, or the first refusal. A key is a service\n\
         # that was given all that its maker holds, everywhere or in Sales: self is its maker.\n\n",
    );
    let mut line = |verb: &str, place: &str, cells: &[String]| {
        let mut row = format!("{verb:24}{place:10}");
        for cell in cells {
            let _ = write!(row, " {cell:16}");
        }
        text.push_str(row.trim_end());
        text.push('\n');
    };
    line("verb", "where", &ROLES.iter().map(|(role, ..)| (*role).to_owned()).collect::<Vec<_>>());
    for Row(verb, sentences) in ROWS {
        for (place, sentence) in
            ["self", "team", "elsewhere"].iter().zip(sentences).filter(|(_, said)| !said.is_empty())
        {
            let answer = |(_, held, who): &(&str, &str, &str)| cell(&WORLD.replace("ROLE", held), who, sentence);
            line(verb, place, &ROLES.iter().map(answer).collect::<Result<Vec<_>, _>>()?);
        }
    }
    Ok(text)
}

fn cell(world: &str, who: &str, sentence: &str) -> Result<String, String> {
    let sentences = ["system deletes gone".to_owned(), format!("{who} {sentence}")];
    let answer = table::answer(world, &sentences).map_err(|error| format!("{sentence}: {error}"))?;
    Ok(match answer {
        Ok(_) => "ok".to_owned(),
        Err(refusals) => refusals.first().code().to_owned(),
    })
}
