//! Note on which day people were last signed in. The server does it by itself, once a day for each, many in one command.

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
};
use crate::{
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    model::LastSignIn,
    refusal::{Refusal, Refusals},
    value::{Date, few},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Note that these users were signed in on these days. A day before the one that stands, and a user who is gone, are passed over.
/// Only the system may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoteSignIns {
    #[serde(deserialize_with = "few")]
    pub sign_ins: Vec<LastSignIn>,
}

impl Intent for NoteSignIns {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        self.sign_ins.iter().map(|sign_in| Key::User(sign_in.user)).collect()
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The server notes it when it is so.
        None
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        Self { sign_ins: self.sign_ins.into_iter().filter(|sign_in| sign_in.user != user).collect() }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        if context.actor != Actor::System {
            return Err(Refusal::ActorNotActive.into());
        }
        let mut latest: BTreeMap<UserId, Date> = BTreeMap::new();
        for LastSignIn { user, day } in &self.sign_ins {
            let before = directory.last_sign_in(*user).map(|before| before.day);
            if directory.user(*user).is_some() && before < Some(*day) {
                let noted = latest.entry(*user).or_insert(*day);
                *noted = (*day).max(*noted);
            }
        }
        let nothing = latest.is_empty().then_some(Refusal::NothingToChange);
        unless(nothing.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            for (user, day) in latest {
                draft.put(Record::LastSignIn(LastSignIn { user, day }));
            }
            draft.done()
        })
    }
}
