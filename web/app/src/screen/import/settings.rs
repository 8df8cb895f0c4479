//! What is said of all rows at once: a licence and a team for those that name none, how unusual cells and people who are blocked
//! elsewhere are dealt with, and when the invitations go out.

use super::{subject::Subject, updates, work::Work};
use crate::{
    language::t,
    moment,
    screen::seats::plan_choice,
    text,
    ui::{
        checkbox::Checkbox,
        field::Field,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Refusal, Timestamp,
    command::Verb,
    query,
    transfer::{Invite, RolesHold},
};

/// In milliseconds.
const HOUR: i64 = 3_600_000;

/// The settings.
#[component]
pub fn Settings() -> impl IntoView {
    let work: Work = expect_context();
    if work.subject == Subject::Contacts {
        return view! { <section class="for-all"><Unusual /></section> }.into_any();
    }
    let app = work.app;
    let offered = app.ask_once(|replica, now| {
        let context = replica.context(now);
        let may_invite = query::refused(replica.view(), &context, Verb::InviteUser, &Key::Organisation).is_none();
        (query::invite_options(replica.view(), &context), may_invite)
    });
    let Some((offered, may_invite)) = offered else { return ().into_any() };
    let mut plans = vec![Choice::new("", t!(import_all_none))];
    plans.extend(offered.plans.iter().map(|usage| plan_choice(usage, false)));
    let mut teams = vec![Choice::new("", t!(import_all_none))];
    teams.extend(offered.teams.iter().map(|(id, name)| Choice::new(id, name.to_string())));
    let chosen = untrack(|| work.options.get());
    let plan = RwSignal::new(chosen.licence.map(|id| id.to_string()).unwrap_or_default());
    let team = RwSignal::new(chosen.teams.first().map(ToString::to_string).unwrap_or_default());
    let (plan_ids, team_ids) = (offered.plans, offered.teams);
    let licence_of = move |text: &str| plan_ids.iter().map(|usage| usage.id).find(|id| id.to_string() == text);
    let team_of = move |text: &str| team_ids.iter().map(|(id, _)| *id).find(|id| id.to_string() == text);
    Effect::new(move |before: Option<String>| {
        let text = plan.get();
        if before.is_some_and(|before| before != text) {
            work.set_options(|options| options.licence = licence_of(&text));
        }
        text
    });
    Effect::new(move |before: Option<String>| {
        let text = team.get();
        if before.is_some_and(|before| before != text) {
            work.set_options(|options| options.teams = team_of(&text).into_iter().collect());
        }
        text
    });
    view! {
        <section class="for-all" aria-label=t!(import_for_all)>
            <h2>{t!(import_for_all)}</h2>
            <div class="pair">
                {(plans.len() > 1).then(|| view! { <SelectField id="import-plan" label=t!(import_all_licence) choices=plans value=plan /> })}
                {(teams.len() > 1).then(|| view! { <SelectField id="import-team" label=t!(import_all_team) choices=teams value=team /> })}
                <Roles />
                {may_invite.then(|| invitations(work))}
            </div>
            <updates::Updates />
            <Unusual />
            <Blocked />
        </section>
    }
    .into_any()
}

/// Where roles hold that are given in teams, or everywhere; nothing where no column has roles.
#[component]
fn Roles() -> impl IntoView {
    let work: Work = expect_context();
    let has_roles = Memo::new(move |_| work.sheet(|sheet| sheet.read.has_roles()).unwrap_or_default());
    let chosen = RwSignal::new(untrack(|| work.options.get()).roles.code().to_owned());
    Effect::new(move |before: Option<String>| {
        let code = chosen.get();
        if before.is_some_and(|before| before != code) {
            let hold = RolesHold::ALL.into_iter().find(|hold| hold.code() == code).unwrap_or_default();
            work.set_options(|options| options.roles = hold);
        }
        code
    });
    let choices = move || {
        let label = |hold: RolesHold| match hold {
            RolesHold::OneTeam => t!(import_roles_one_team),
            RolesHold::Teams => t!(import_roles_teams),
            RolesHold::Everywhere => t!(import_roles_everywhere),
        };
        RolesHold::ALL.into_iter().map(|hold| Choice::new(hold.code(), label(hold))).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || has_roles.get()>
            <SelectField id="import-roles" label=t!(import_roles) choices=choices() value=chosen />
        </Show>
    }
}

fn invitations(work: Work) -> impl IntoView {
    let at_a_moment = Memo::new(move |_| matches!(work.invite.get(), Invite::At(_)));
    let choice = move |mine: Invite, label: String| {
        let chosen = move || std::mem::discriminant(&work.invite.get()) == std::mem::discriminant(&mine);
        view! {
            <label>
                <input
                    type="radio"
                    name="import-invitations"
                    prop:checked=chosen
                    on:change=move |_| work.invite.set(mine)
                />
                {label}
            </label>
        }
    };
    // A day from now, on the hour.
    let suggested = Timestamp((work.now().0 / HOUR + 24) * HOUR);
    let over = move || work.invites_too_late().then(|| text::refusals(&[Refusal::MomentOver], None));
    view! {
        <div class="field">
            <span class="label">{t!(import_invitations)}</span>
            <div class="choices" role="radiogroup" aria-label=t!(import_invitations)>
                {choice(Invite::Never, t!(import_invite_later))} {choice(Invite::Now, t!(import_invite_now))}
                {choice(Invite::At(suggested), t!(import_invite_at))}
            </div>
        </div>
        <Show when=move || at_a_moment.get()>
            <Field id="import-invite-at" label=t!(import_invite_moment) error=Signal::derive(over)>
                <input
                    id="import-invite-at"
                    class="input"
                    type="datetime-local"
                    aria-describedby="import-invite-at-note"
                    prop:value=moment::local_text(suggested)
                    on:input=move |event| {
                        // What is no moment is over, and says so.
                        work.invite.set(Invite::At(moment::of_local_text(&event_target_value(&event)).unwrap_or(Timestamp(0))));
                    }
                />
            </Field>
        </Show>
    }
}

/// Whether cells in unusual spellings are read; nothing where there are none.
#[component]
fn Unusual() -> impl IntoView {
    let work: Work = expect_context();
    let on = Memo::new(move |_| work.options.with(|options| options.unusual));
    let count = Memo::new(move |before: Option<&usize>| {
        // While it is worked out again, what was known stays.
        if work.planning.get().is_some() {
            return before.copied().unwrap_or_default();
        }
        work.counts.get().cells_read + work.sheet(super::work::Sheet::unusual).unwrap_or_default()
    });
    view! {
        {move || {
            (count.get() > 0)
                .then(|| {
                    let note = if on.get() { t!(import_read_unusual_note, count = count.get()) } else { t!(import_read_unusual_off) };
                    view! {
                        <Checkbox
                            label=t!(import_read_unusual)
                            note=note
                            checked=on
                            on_change=move |on| work.set_options(|options| options.unusual = on)
                        />
                    }
                })
        }}
    }
}

/// Whether people are imported who are blocked elsewhere; nothing where nobody is.
#[component]
fn Blocked() -> impl IntoView {
    let work: Work = expect_context();
    let on = Memo::new(move |_| work.options.with(|options| options.blocked));
    let count = Memo::new(move |before: Option<&usize>| {
        if work.planning.get().is_some() || on.get() {
            return before.copied().unwrap_or_default();
        }
        work.counts.get().set_apart
    });
    view! {
        {move || {
            (count.get() > 0 || on.get())
                .then(|| {
                    let note = if on.get() { t!(import_blocked_on) } else { t!(import_blocked_note, count = count.get()) };
                    view! {
                        <Checkbox
                            label=t!(import_blocked_too)
                            note=note
                            checked=on
                            on_change=move |on| work.set_options(|options| options.blocked = on)
                        />
                    }
                })
        }}
    }
}
