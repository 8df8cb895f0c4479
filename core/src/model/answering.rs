//! What happens when a user is called: answering rules in order, and voicemail (S4.10). The voicemail PIN is a secret of
//! the server.

use super::{OpeningHours, Target};
use crate::id::UserId;
use serde::{Deserialize, Serialize};

/// How a user's calls are handled. Without a record: ring for half a minute, then voicemail when it is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallHandling {
    pub user: UserId,
    /// In order; the first rule that fits decides.
    pub rules: Vec<AnsweringRule>,
    pub voicemail: Voicemail,
}

impl CallHandling {
    /// Where calls are forwarded to when nothing special is the case.
    pub fn forwards_all(&self) -> Option<Target> {
        let always = |rule: &&AnsweringRule| rule.when == When::Always && !matches!(rule.action, Action::Ring { .. });
        match self.rules.iter().find(always)?.action {
            Action::Forward(target) => Some(target),
            Action::Ring { .. } | Action::Voicemail | Action::Reject => None,
        }
    }

    /// Where its rules forward calls to.
    pub fn targets(&self) -> impl Iterator<Item = Target> + '_ {
        self.rules.iter().filter_map(|rule| match rule.action {
            Action::Forward(target) => Some(target),
            Action::Ring { .. } | Action::Voicemail | Action::Reject => None,
        })
    }
}

/// One answering rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweringRule {
    pub when: When,
    pub action: Action,
}

/// When a rule fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum When {
    Always,
    Busy,
    NoAnswer,
    Unreachable,
    /// In the user's own time zone.
    Hours(OpeningHours),
}

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Ring the user's phones for so many seconds, 5–120.
    Ring {
        seconds: u16,
    },
    Forward(Target),
    Voicemail,
    Reject,
}

/// A user's voicemail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voicemail {
    pub on: bool,
    /// Send a copy of each message by mail.
    pub mail_copy: bool,
}
