//! Setting up a server that has no organisation yet: whoever has the link that the server prints when it starts founds the
//! first one in the browser.

use crate::value::{Country, Email, FullName, Language, LicenceName, OrganisationName, Slug, TimeZone, few};
use serde::{Deserialize, Serialize};

/// The page that founds the first organisation, as its address has it.
pub const SET_UP_PAGE: &str = "setup";

/// The link to it; `page` is where the page lies, without a slash at its end. The token is in the fragment, which no browser
/// sends: it is in no log of a server or a proxy.
pub fn set_up_link(page: &str, token: &str) -> String {
    format!("{page}/{SET_UP_PAGE}#{token}")
}

/// `POST /api/v1/setup/check`: is this token good? 204 when it is.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckSetUp {
    pub token: String,
}

/// `POST /api/v1/setup`: found the first organisation of a server. Answered by a [`Session`](super::Session): its owner is
/// signed in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetUp {
    pub token: String,
    pub slug: Slug,
    pub name: OrganisationName,
    pub language: Language,
    pub time_zone: TimeZone,
    pub country: Country,
    /// The plans that it has from its start. Without any, nobody needs a plan.
    #[serde(default, deserialize_with = "few")]
    pub plans: Vec<NewPlan>,
    pub owner_name: FullName,
    pub owner_email: Email,
    pub password: String,
}

/// A plan and its seats.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewPlan {
    pub name: LicenceName,
    /// None: as many as are wanted.
    #[serde(default)]
    pub seats: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_stands_where_no_server_reads_it() {
        assert_eq!(set_up_link("https://x.io", "t0ken"), "https://x.io/setup#t0ken");
    }
}
