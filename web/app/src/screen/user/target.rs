//! Where calls are sent: to a colleague, a team, something else that can be dialled, or a number outside.

use super::One;
use crate::{
    form::{Entry, Form},
    language::{say, t},
    text,
    ui::{
        field::TextField,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Directory,
    model::Target,
    refusal::Field,
    value::{Country, PhoneNumber},
};
use std::sync::Arc;

/// What stands for a number outside among the targets.
const OUTSIDE: &str = "number";

/// The fields for a target. A handle: copies are the same.
#[derive(Clone)]
pub struct TargetFields {
    to: Entry,
    number: Entry,
    country: Arc<Option<Country>>,
    choices: Vec<Choice>,
}

impl TargetFields {
    /// Fields that begin with a target. `asked`: whether one is asked for at the moment.
    pub fn new(
        one: One,
        form: Form,
        first: Option<Target>,
        none: String,
        asked: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        let (code, outside) = match first {
            Some(Target::Number(number)) => (OUTSIDE.to_owned(), number.to_string()),
            Some(target) => (code(target), String::new()),
            None => (String::new(), String::new()),
        };
        let to = form.choice(&[Field::Target], code);
        let country = Arc::new(one.country());
        let typed = country.clone();
        let number = form.typed(&[Field::Number], outside, move |text| {
            let wrong = || PhoneNumber::typed(text, typed.as_ref().as_ref()).err().map(text::value_error);
            if asked() && to.text.with(|to| to == OUTSIDE) { wrong() } else { None }
        });
        let choices = one.app.ask_once(|replica, _| choices(replica.view(), one, none)).unwrap_or_default();
        Self { to, number, country, choices }
    }

    /// What is chosen; tracked.
    pub fn value(&self) -> Option<Target> {
        self.to.text.with(|to| match to.as_str() {
            OUTSIDE => {
                let number = self.number.text.with(|text| PhoneNumber::typed(text, self.country.as_ref().as_ref()));
                number.ok().map(Target::Number)
            }
            to => read(to),
        })
    }

    /// Draws them.
    pub fn draw(&self, label: String) -> AnyView {
        let Self { to, number, choices, .. } = self.clone();
        view! {
            <SelectField id="target" label=label choices=choices value=to.text error=to.error() />
            <Show when=move || to.text.with(|to| to == OUTSIDE)>
                <TextField id="target-number" label=say(&rollcall_words::name::field(Field::Number)) value=number.text error=number.error() on_leave=number.leave() />
            </Show>
        }
        .into_any()
    }
}

fn code(target: Target) -> String {
    match target {
        Target::User(id) => format!("user {id}"),
        Target::Team(id) => format!("team {id}"),
        Target::Voicemail(id) => format!("voicemail {id}"),
        Target::Number(_) => OUTSIDE.to_owned(),
    }
}

fn read(text: &str) -> Option<Target> {
    let (kind, id) = text.split_once(' ')?;
    match kind {
        "user" => id.parse().ok().map(Target::User),
        "team" => id.parse().ok().map(Target::Team),
        "voicemail" => id.parse().ok().map(Target::Voicemail),
        _ => None,
    }
}

/// A number outside, then teams that take calls, then whoever has an extension, by their names.
fn choices(names: &Directory, one: One, none: String) -> Vec<Choice> {
    let mut teams: Vec<(String, Choice)> = names
        .teams()
        .filter(|team| team.routing.is_some())
        .map(|team| (team.name.folded(), Choice::new(code(Target::Team(team.id)), team.name.to_string())))
        .collect();
    let mut users: Vec<(String, Choice)> = names
        .users()
        .filter(|user| user.id != one.id)
        .filter_map(|user| {
            let (name, extension) = (user.display_name().into_owned(), user.extension()?.to_string());
            let label = t!(user_target_at, name = &name, extension);
            Some((name, Choice::new(code(Target::User(user.id)), label)))
        })
        .collect();
    rollcall_core::sort::by(&mut teams, |(a, _), (b, _)| a.cmp(b));
    rollcall_core::sort::by(&mut users, |(a, _), (b, _)| a.cmp(b));
    let first = [Choice::new("", none), Choice::new(OUTSIDE, t!(user_target_outside))];
    first.into_iter().chain(teams.into_iter().chain(users).map(|(_, choice)| choice)).collect()
}
