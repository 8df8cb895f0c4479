//! Verbs as they were in version 1 and before.

use crate::value::PhoneNumber;
use serde::Deserialize;
#[cfg(test)]
use serde::Serialize;

/// Before a link could be switched off: one that was set rang.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(Serialize))]
pub(super) struct LinkMobile {
    pub number: PhoneNumber,
    pub mobile: Option<PhoneNumber>,
}

impl From<LinkMobile> for super::Command {
    fn from(LinkMobile { number, mobile }: LinkMobile) -> Self {
        crate::command::LinkMobile { number, mobile, off: false }.into()
    }
}
