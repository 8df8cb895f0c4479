//! The language that somebody chooses: spoken here at once, and kept in the profile.

use crate::{language::Chosen, state::App};
use leptos::prelude::*;
use rollcall_core::{command::EditProfile, model::Profile, value::Language};

/// Speaks a language, here at once and wherever the user signs in from now on.
pub fn speak(app: App, tag: &str) {
    expect_context::<Chosen>().speak(vec![tag.to_owned()]);
    let me = app.ask_once(|replica, _| {
        let me = replica.view().user(replica.user())?;
        Some((me.id, me.profile.clone()))
    });
    if let (Some((user, before)), Ok(language)) = (me.flatten(), Language::parse(tag)) {
        let profile = Profile { language: Some(language), ..before };
        // Who may not edit its own profile keeps the language on this device.
        app.issue(EditProfile { user, profile }, |_| ());
    }
}
