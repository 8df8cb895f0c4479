//! Gives all selected users a role, a team or a licence, or takes it from them (S3.8). What comes of the choice is shown
//! before it is done.

use super::{Page, plan};
use crate::{
    form::{Form, form_frame},
    language::{say, t},
    list::plan::shown,
    screen::{
        place::{asks_place, scope, wide_choices},
        seats::plan_choice,
    },
    text,
    ui::{
        dialog::Dialog,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    id::UserId,
    model::{RoleScope, RoleScopes},
    query::{BulkAction, BulkOptions},
    refusal::Field,
};
use rollcall_words::name;

/// What the users are to get or lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Role,
    Team,
    Licence,
}

impl What {
    pub fn label(self) -> String {
        say(&name::field(match self {
            Self::Role => Field::Role,
            Self::Team => Field::Team,
            Self::Licence => Field::Licence,
        }))
    }

    /// The argument by which messages distinguish them.
    const fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Team => "team",
            Self::Licence => "licence",
        }
    }

    fn choose(self) -> String {
        match self {
            Self::Role => t!(choose_role),
            Self::Team => t!(choose_team),
            Self::Licence => t!(choose_licence),
        }
    }

    pub const fn sign(self) -> Icon {
        match self {
            Self::Role => Icon::Shield,
            Self::Team => Icon::Users,
            Self::Licence => Icon::Card,
        }
    }

    fn choices(self, options: &BulkOptions) -> Vec<Choice> {
        match self {
            Self::Role => options.roles.iter().map(|role| Choice::new(role.id, role.name.to_string())).collect(),
            Self::Team => options.teams.iter().map(|(id, name)| Choice::new(id, name.to_string())).collect(),
            // A full one can still be taken away; for those who have it already the plan says so.
            Self::Licence => options.licences.iter().map(|usage| plan_choice(usage, true)).collect(),
        }
    }
}

/// Whether they get it, lose it, or get it in place of all that they have of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Give,
    Take,
    Replace,
}

/// The dialog.
#[component]
pub fn Assign(what: What, ids: Vec<UserId>, on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let options = plan::options(page);
    let form = Form::new(page.app, on_close);
    let (way, chosen, place) = (RwSignal::new(Way::Give), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let title = t!(bulk_title, what = what.word(), count = ids.len());
    let mut choices = vec![Choice::new("", what.choose())];
    choices.extend(what.choices(&options));
    let teams = StoredValue::new(options.role_teams);
    let roles = StoredValue::new(options.roles);
    // Where the chosen role can be given.
    let reach = Memo::new(move |_| {
        let id = chosen.with(|chosen| chosen.parse().ok()).filter(|_| what == What::Role)?;
        roles.with_value(|roles| roles.iter().find(|role| role.id == id).map(|role| role.scopes))
    });
    let places = Signal::derive(move || {
        let scopes = reach.get().unwrap_or(RoleScopes::NONE);
        let mut places = vec![Choice::new("", t!(choose_scope))];
        places.extend(wide_choices(scopes));
        if scopes.has(RoleScope::Team) {
            teams.with_value(|teams| places.extend(teams.iter().map(|(id, name)| Choice::new(id, name.to_string()))));
        }
        places
    });
    let action = Memo::new(move |_| {
        let adds = way.get() != Way::Take;
        match what {
            What::Role => {
                let role = chosen.with(|chosen| chosen.parse().ok())?;
                let scope = place.with(|place| scope(reach.get()?, place))?;
                Some(match way.get() {
                    Way::Give => BulkAction::AddRole { role, scope },
                    Way::Take => BulkAction::RemoveRole { role, scope },
                    Way::Replace => BulkAction::ReplaceRoles { role, scope },
                })
            }
            What::Team => {
                let team = chosen.with(|chosen| chosen.parse().ok())?;
                Some(if adds { BulkAction::AddTeam { team } } else { BulkAction::RemoveTeam { team } })
            }
            What::Licence => {
                let licence = chosen.with(|chosen| chosen.parse().ok())?;
                Some(if adds { BulkAction::AddLicence { licence } } else { BulkAction::RemoveLicence { licence } })
            }
        }
    });
    let asked = Memo::new(move |_| action.get().map(|action| plan::plan(page.app, &action, &ids)));
    let count = Memo::new(move |_| asked.with(|plan| plan.as_ref().map_or(0, |plan| plan.deals.len())));
    let yes = Signal::derive(move || action.get().map_or(t!(save), |action| text::bulk::yes(&action, count.get())));
    form.idle_while(Signal::derive(move || count.get() == 0));
    let save = move |()| {
        if let (Some(action), Some(plan)) = (action.get_untracked(), asked.get_untracked()) {
            form.end();
            plan::start(page, action, plan.deals);
        }
    };
    let choice = move |label: String, of: Way| {
        view! {
            <label>
                <input type="radio" name="way" prop:checked=move || way.get() == of on:change=move |_| way.set(of) />
                {label}
            </label>
        }
    };
    let (give, take) =
        if what == What::Team { (t!(bulk_add_to), t!(bulk_remove_from)) } else { (t!(bulk_give), t!(bulk_take)) };
    let fields = view! {
        <div class="choices" role="radiogroup" aria-label=t!(bulk_way)>
            {choice(give, Way::Give)} {choice(take, Way::Take)}
            {(what == What::Role).then(|| choice(t!(bulk_replace), Way::Replace))}
        </div>
        <SelectField id="bulk-what" label=what.label() choices=choices value=chosen />
        <Show when=move || reach.get().is_some_and(asks_place)>
            <SelectField id="bulk-team" label=t!(field_scope) choices=places value=place />
        </Show>
        {move || asked.get().map(|plan| shown(plan.said_offline(page.app)))}
    };
    view! {
        <Dialog title=title narrow=true on_close=move || form.close()>
            {form_frame(form, yes, Signal::default(), Signal::default(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}

/// Whether there is anything of it to give or take.
pub fn offered(what: What, options: &BulkOptions) -> bool {
    match what {
        What::Role => !options.roles.is_empty(),
        What::Team => !options.teams.is_empty(),
        What::Licence => !options.licences.is_empty(),
    }
}
