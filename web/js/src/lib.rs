//! The edge of the npm package: the core's questions and answers as JS values, nothing more. Every rule is in the core;
//! every type is generated from it (types.d.ts).

mod read;

use read::{read, read_exactly};
use rollcall_core::{
    Command, Context, Record, Timestamp,
    api::Answer,
    context::{Actor, View},
    decide,
    id::UserId,
    query, vector,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { Actor, Answer, Command, InviteOptions, LicenceUsage, Record, Report, UserId, UserList, UserQuery, UserRow, Vectors } from "../types.js";
export type * from "../types.js";
"#;

/// One organisation's directory in memory.
#[wasm_bindgen]
pub struct Directory(rollcall_core::Directory);

#[wasm_bindgen]
impl Directory {
    /// The directory of these records, as the server's export or an earlier `records()` gave them. It must have an
    /// organisation, and may be empty only to found one.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Record[]")] records: JsValue) -> Result<Directory, JsError> {
        if !records.is_array() {
            return Err(JsError::new("records: must be an array of records"));
        }
        let records: Vec<Record> = read("records", records)?;
        Ok(Self(rollcall_core::Directory::from_records(records)))
    }

    /// Whether the actor may do this, and if not, every reason why. Changes nothing.
    pub fn may(
        &self,
        #[wasm_bindgen(unchecked_param_type = "UserId | Actor")] actor: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Command")] command: JsValue,
        #[wasm_bindgen(js_name = "nowMs")] now_ms: f64,
    ) -> Result<AnswerValue, JsError> {
        let (context, command) = (context(actor, now_ms)?, read_exactly("command", command)?);
        write(&Answer::from(decide(&self.0, &context, &command)))
    }

    /// Does it, if the actor may; answers as `may` does.
    pub fn apply(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "UserId | Actor")] actor: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Command")] command: JsValue,
        #[wasm_bindgen(js_name = "nowMs")] now_ms: f64,
    ) -> Result<AnswerValue, JsError> {
        let (context, command) = (context(actor, now_ms)?, read_exactly::<Command>("command", command)?);
        let answer = Answer::from(decide(&self.0, &context, &command));
        self.0.apply(&answer.changes);
        write(&answer)
    }

    /// The users that match, in the order of their names, and how many there are in each state.
    #[wasm_bindgen(js_name = "userList", unchecked_return_type = "UserList")]
    pub fn user_list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "UserQuery")] query: JsValue,
        #[wasm_bindgen(js_name = "nowMs")] now_ms: f64,
    ) -> Result<JsValue, JsError> {
        plain(&query::user_list(&self.0, &read("query", query)?, moment(now_ms)?))
    }

    /// One row of the list; `null` when there is no such user.
    #[wasm_bindgen(js_name = "userRow", unchecked_return_type = "UserRow | null")]
    pub fn user_row(
        &self,
        #[wasm_bindgen(unchecked_param_type = "UserId")] user: JsValue,
        #[wasm_bindgen(js_name = "nowMs")] now_ms: f64,
    ) -> Result<JsValue, JsError> {
        plain(&query::user_row(&self.0, read("user", user)?, moment(now_ms)?))
    }

    /// What the form for a new user offers this actor.
    #[wasm_bindgen(js_name = "inviteOptions", unchecked_return_type = "InviteOptions")]
    pub fn invite_options(
        &self,
        #[wasm_bindgen(unchecked_param_type = "UserId | Actor")] actor: JsValue,
        #[wasm_bindgen(js_name = "nowMs")] now_ms: f64,
    ) -> Result<JsValue, JsError> {
        plain(&query::invite_options(&self.0, &context(actor, now_ms)?))
    }

    /// The seats of every plan and add-on.
    #[wasm_bindgen(js_name = "licenceUsage", unchecked_return_type = "LicenceUsage[]")]
    pub fn licence_usage(&self) -> Result<JsValue, JsError> {
        plain(&query::licence_usage(&self.0))
    }

    /// Every record, in no order.
    #[wasm_bindgen(unchecked_return_type = "Record[]")]
    pub fn records(&self) -> Result<JsValue, JsError> {
        plain(&self.0.records().collect::<Vec<_>>())
    }
}

/// The version of the core.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Decides everything in a vectors file and reports where this build decides otherwise. Edits that merge with others' are the
/// sync's: of a vector with one, what comes before it is decided.
#[wasm_bindgen(js_name = "runVectors", unchecked_return_type = "Report")]
pub fn run_vectors(#[wasm_bindgen(unchecked_param_type = "Vectors")] vectors: JsValue) -> Result<JsValue, JsError> {
    plain(&vector::run_plain(&read("vectors", vectors)?))
}

#[wasm_bindgen]
extern "C" {
    /// An [`Answer`] as a JS value.
    #[wasm_bindgen(typescript_type = "Answer")]
    pub type AnswerValue;
}

fn context(actor: JsValue, now_ms: f64) -> Result<Context, JsError> {
    let user = actor.as_string().and_then(|text| text.parse::<UserId>().ok());
    let actor = user.map_or_else(|| read("actor", actor), |user| Ok(Actor::User(user)))?;
    Ok(Context { actor, now: moment(now_ms)?, view: View::Whole })
}

fn moment(now_ms: f64) -> Result<Timestamp, JsError> {
    let whole = now_ms.is_finite() && now_ms.abs() <= 8.64e15; // what a JS Date can hold
    if !whole {
        return Err(JsError::new("nowMs: must be a moment in milliseconds since 1970, such as Date.now()"));
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    Ok(Timestamp(now_ms as i64))
}

fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    let json = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&json).map_err(|error| JsError::new(&error.to_string()))
}

fn write(answer: &Answer) -> Result<AnswerValue, JsError> {
    plain(answer).map(JsCast::unchecked_into)
}
