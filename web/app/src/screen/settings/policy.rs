//! The policy, part by part. Each shows what it would mean for what is there already, before it is saved.

use super::{
    Page,
    fields::{number, number_field, read, saved, switch, switch_field, warned},
};
use crate::{
    form::{Entry, Form},
    language::t,
    screen::user::parts::{field, part, standing},
    text,
    ui::field::{Field as Framed, TextField},
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::SetPolicy,
    model::{IdentifierKind, Policy},
    query::{PolicyImpact, policy_impact},
    refusal::Field,
};
use rollcall_view::settings::{LOGIN_KINDS, PolicyPart, domains, hours, hours_of, login_kinds, range};
use std::sync::Arc;

/// What a part makes of the policy, as its fields stand; none while one of them can't be read.
type Made = Arc<dyn Fn() -> Option<Policy> + Send + Sync>;

pub fn part_of(page: Page, of: PolicyPart) -> AnyView {
    let (id, title, note) = match of {
        PolicyPart::SignIn => ("settings-sign-in", t!(settings_sign_in), t!(settings_sign_in_note)),
        PolicyPart::Invitations => ("settings-invitations", t!(invitations), t!(settings_invitations_note)),
        PolicyPart::Roles => ("settings-roles", t!(settings_roles), t!(settings_roles_note)),
        PolicyPart::Extensions => ("settings-extensions", t!(settings_extensions), t!(settings_extensions_note)),
        PolicyPart::Deleted => ("settings-deleted", t!(settings_deleted), t!(settings_deleted_note)),
    };
    let stands = page.stands(|directory| directory.organisation().map(|house| house.policy.clone()));
    let stands = Memo::new(move |_| stands.get().flatten().map(|policy| of.of(&policy)));
    let form = standing(id, stands, move |before: Policy, ended| {
        // The whole of it, with these fields as this part shows them.
        let whole = move |mine: &Policy| {
            let policy = page.app.ask_once(|replica, _| Some(replica.view().organisation()?.policy.clone()));
            let mut policy = policy.flatten().unwrap_or_default();
            of.copy(mine, &mut policy);
            SetPolicy { policy }
        };
        let seen = whole(&before);
        let form = Form::new(page.app, ended).minded().filled_with(seen.clone());
        let (made, fields) = match of {
            PolicyPart::SignIn => sign_in(form, before),
            PolicyPart::Invitations => invitations(form, before),
            PolicyPart::Roles => roles(form, before),
            PolicyPart::Extensions => extensions(form, before),
            PolicyPart::Deleted => deleted(form, before),
        };
        let edit = {
            let made = made.clone();
            move || made().map(|mine| whole(&mine))
        };
        let comes = move || {
            let Some(policy) = made().map(|mine| whole(&mine).policy) else { return Vec::new() };
            page.app.ask(|replica, _| said(policy_impact(replica.view(), &policy))).unwrap_or_default()
        };
        let inside = view! {
            {fields}
            {warned(comes)}
        };
        (form, saved(page, form, seen, edit, inside.into_any()))
    });
    part(id, title, note, page.waits(Key::Organisation), form)
}

/// What comes of a change, in sentences.
fn said(impact: PolicyImpact) -> Vec<String> {
    let PolicyImpact { locked_out, several_roles, outside, foreign } = impact;
    let all =
        [(locked_out, "locked_out"), (several_roles, "several_roles"), (outside, "outside"), (foreign, "foreign")];
    let some = all.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, what)| t!(settings_impact, count, what)).collect()
}

fn sign_in(form: Form, before: Policy) -> (Made, AnyView) {
    let kinds = LOGIN_KINDS.map(|kind| switch(form, before.login_kinds.contains(&kind)));
    let typed: Vec<_> = before.email_domains.iter().map(ToString::to_string).collect();
    let wrong = |text: &str| {
        domains(text).err().map(|(domain, error)| t!(settings_domain_wrong, domain, why = text::value_error(error)))
    };
    let listed = form.typed(&[], typed.join(", "), wrong);
    let made = move || {
        let email_domains = listed.text.with(|text| domains(text).ok())?;
        let on = kinds.map(|kind| kind.get());
        // What is chosen already stays in its order.
        let login_kinds = if on == LOGIN_KINDS.map(|kind| before.login_kinds.contains(&kind)) {
            before.login_kinds.clone()
        } else {
            login_kinds(on)
        };
        Some(Policy { login_kinds, email_domains, ..Policy::default() })
    };
    let kind = |(kind, on): (IdentifierKind, RwSignal<bool>)| {
        let (label, note) = match kind {
            IdentifierKind::Email => (field(Field::Email), t!(settings_by_email)),
            IdentifierKind::Mobile => (field(Field::Mobile), t!(settings_by_mobile)),
            IdentifierKind::Login => (field(Field::Login), t!(settings_by_login)),
        };
        switch_field(label, note, on)
    };
    let fields = view! {
        <fieldset class="field">
            <legend>{t!(settings_kinds)}</legend>
            {LOGIN_KINDS.into_iter().zip(kinds).map(kind).collect_view()}
        </fieldset>
        <Framed
            id="policy-domains"
            label=t!(settings_domains)
            optional=true
            hint=Signal::derive(|| t!(settings_domains_note))
            error=listed.error()
        >
            <textarea
                id="policy-domains"
                class="input"
                rows="2"
                dir="ltr"
                spellcheck="false"
                aria-describedby="policy-domains-note"
                aria-invalid=move || listed.error().with(Option::is_some).then_some("true")
                prop:value=move || listed.text.get()
                on:input=move |event| listed.text.set(event_target_value(&event))
                on:blur=move |_| listed.leave().run(())
            ></textarea>
        </Framed>
    };
    (Arc::new(made), fields.into_any())
}

fn invitations(form: Form, before: Policy) -> (Made, AnyView) {
    let first = hours(before.invitation_lifetime).to_string();
    let lifetime = number(form, &[Field::InvitationLifetime, Field::Hours], &first);
    let without_plan = switch(form, before.invite_without_plan);
    let made = move || {
        let same = lifetime.text.with(|text| *text == first);
        let typed = lifetime.text.with(|text| hours_of(text))?;
        let invitation_lifetime = if same { before.invitation_lifetime } else { typed };
        Some(Policy { invitation_lifetime, invite_without_plan: without_plan.get(), ..Policy::default() })
    };
    let fields = view! {
        {number_field("policy-lifetime", t!(settings_lifetime), lifetime, t!(settings_lifetime_note))}
        {switch_field(field(Field::InviteWithoutPlan), t!(settings_without_plan_note), without_plan)}
    };
    (Arc::new(made), fields.into_any())
}

fn roles(form: Form, before: Policy) -> (Made, AnyView) {
    let (single, managers) = (switch(form, before.single_role), switch(form, before.managers_may_add));
    let made =
        move || Some(Policy { single_role: single.get(), managers_may_add: managers.get(), ..Policy::default() });
    let fields = view! {
        {switch_field(field(Field::SingleRole), t!(settings_single_role_note), single)}
        {switch_field(field(Field::ManagersMayAdd), t!(settings_managers_note), managers)}
    };
    (Arc::new(made), fields.into_any())
}

fn extensions(form: Form, before: Policy) -> (Made, AnyView) {
    let ends = before.extensions.as_ref().map(|range| (range.from.to_string(), range.to.to_string()));
    let (first, last) = ends.unwrap_or_default();
    let from = form.typed(&[], first, |_| None);
    let wrong = move |to: &str| from.text.with(|from| range(from, to)).err().map(|_| t!(settings_range_wrong));
    let to: Entry = form.typed(&[Field::Extension], last, wrong);
    let rests = number(form, &[Field::QuarantineDays], before.quarantine_days);
    let made = move || {
        let extensions = from.text.with(|from| to.text.with(|to| range(from, to))).ok()?;
        Some(Policy { extensions, quarantine_days: read(rests)?, ..Policy::default() })
    };
    let hint = Signal::derive(|| t!(settings_range_note));
    let fields = view! {
        <div class="pair">
            <TextField id="policy-from" label=t!(settings_range_from) optional=true numeric=true hint=hint value=from.text />
            <TextField
                id="policy-to"
                label=t!(settings_range_to)
                optional=true
                numeric=true
                value=to.text
                error=to.error()
                on_leave=to.leave()
            />
        </div>
        {number_field("policy-quarantine", field(Field::QuarantineDays), rests, t!(settings_quarantine_note))}
    };
    (Arc::new(made), fields.into_any())
}

fn deleted(form: Form, before: Policy) -> (Made, AnyView) {
    let days = number(form, &[Field::RecycleDays], before.recycle_days);
    let made = move || Some(Policy { recycle_days: read(days)?, ..Policy::default() });
    let fields = number_field("policy-recycle", field(Field::RecycleDays), days, t!(settings_recycle_note));
    (Arc::new(made), fields)
}
