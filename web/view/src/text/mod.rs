//! Codes to sentences in the language of the page: refusals, wrong values, failed requests.

pub mod bulk;
pub mod command;
mod failure;
pub mod history;
pub mod import;
pub mod leaving;
pub mod mail;
pub mod request;
pub mod security;
pub mod status;
pub mod time;

pub use failure::{api_error, not_kept, open_error, problem, wipe_error};

use crate::{speech::say, t};
use rollcall_core::{
    Directory, Key, Refusal,
    model::PresenceState,
    query::{AgentState, UserStanding},
    refusal::Field,
    value::{PhoneNumber, ValueError},
};

/// Several refusals, as one text.
pub fn refusals(refusals: &[Refusal], names: Option<&Directory>) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for sentence in refusals.iter().map(|r| refusal(r, names)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.join(" ")
}

/// The refusals that belong to one field, as one text.
pub fn at_field(all: &[Refusal], field: Field, names: Option<&Directory>) -> Option<String> {
    let mine: Vec<Refusal> = all.iter().filter(|refusal| refusal.field() == Some(field)).cloned().collect();
    (!mine.is_empty()).then(|| in_place(&mine, names))
}

/// Refusals that stand at the field that they are about, as one text.
pub fn in_place(mine: &[Refusal], names: Option<&Directory>) -> String {
    let said: Vec<String> = mine
        .iter()
        .map(|mine| match mine {
            Refusal::Invalid { error, .. } => value_error(*error),
            other => refusal(other, names),
        })
        .collect();
    said.join(" ")
}

/// One refusal, with the names of what it is about where they are known.
pub fn refusal(refusal: &Refusal, names: Option<&Directory>) -> String {
    say(&rollcall_words::refusal(refusal, names))
}

/// What is wrong with something that was typed, as a sentence.
pub fn value_error(error: ValueError) -> String {
    say(&rollcall_words::value_error(error))
}

/// A phone number as it stands in a text: its plus comes first also where lines begin at the right.
pub fn dialled(number: PhoneNumber) -> String {
    format!("\u{200e}{number}")
}

/// Whether somebody takes calls of its teams, in a word.
pub fn presence(state: PresenceState) -> String {
    match state {
        PresenceState::Available => t!(presence_available),
        PresenceState::Break => t!(presence_break),
        PresenceState::SignedOut => t!(presence_signed_out),
    }
}

/// Whether somebody can be reached, in a word.
pub fn agent(state: AgentState) -> String {
    match state {
        AgentState::Available => t!(presence_available),
        AgentState::OnCall => t!(presence_on_call),
        AgentState::Break => t!(presence_break),
        AgentState::SignedOut => t!(presence_signed_out),
        AgentState::NoPhone => t!(presence_no_phone),
        AgentState::Inactive => t!(presence_inactive),
    }
}

/// What sends calls, by its name.
pub fn called(key: Key, names: &Directory) -> Option<String> {
    match key {
        Key::Number(number) => Some(dialled(number)),
        Key::Team(team) => names.team(team).map(|team| team.name.to_string()),
        Key::User(user) | Key::CallHandling(user) | Key::Scheduled(user) => {
            names.user(user).map(|user| user.display_name().into_owned())
        }
        _ => None,
    }
}

/// Where a user stands, in a word, and the tone of its badge.
pub fn standing(standing: UserStanding) -> (String, &'static str) {
    match standing {
        UserStanding::Active => (t!(standing_active), "good"),
        UserStanding::Prepared => (t!(standing_prepared), "note"),
        UserStanding::Invited => (t!(standing_invited), "accent"),
        UserStanding::Expired => (t!(standing_expired), "warn"),
        UserStanding::Suspended => (t!(standing_suspended), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::id::LicenceId;

    #[test]
    fn the_same_sentence_is_said_once() {
        let full = Refusal::NoSeatLeft { licence: LicenceId::fixed(1), seats: 10 };
        let text = refusals(&[full.clone(), full.clone(), Refusal::Oneself], None);
        assert_eq!(
            text,
            "All 10 seats of this licence are taken. Choose another licence or free a seat. You can’t do this to yourself. Ask another owner or administrator."
        );
        assert_eq!(at_field(&[full], Field::Email, None), None);
    }
}
