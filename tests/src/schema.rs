//! The schema of the HTTP API: each route with what it takes and answers, and the JSON Schema of every type in it, derived from
//! the very types that the server and the page read and write.

use rollcall_core::{
    Command,
    api::{
        API, Accept, AccountView, AddressView, Answer, AskHandOver, AuditPage, ChangeAddress, ChangePassword,
        CheckCode, CheckSetUp, ForgotPassword, HandedOver, Info, InvitationView, PasswordView, PersonExport, Problem,
        SecurityPage, SentMail, Session, SessionView, SetPassword, SetPin, SetUp, SignIn, Undelivered,
    },
    query::{CallLog, FiguresOfCalls},
    sync::{SyncRequest, SyncResponse, Verdict},
};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use std::{
    any::TypeId,
    path::{Path, PathBuf},
};

/// Where the schema lies.
pub fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/api.schema.json")
}

/// One, or several in a list.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is read")]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// Verdicts; with `?dry_run=true` what each command would do.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is read")]
enum Judged {
    Done(OneOrMany<Verdict>),
    Tried(OneOrMany<Answer>),
}

/// What a route takes or answers: none is nothing, `()`.
fn body<T: JsonSchema + 'static>(generator: &mut SchemaGenerator) -> Option<Value> {
    let there = TypeId::of::<T>() != TypeId::of::<()>();
    there.then(|| generator.subschema_for::<T>().to_value())
}

/// The routes as they are gathered.
struct Routes {
    generator: SchemaGenerator,
    told: Vec<Value>,
}

impl Routes {
    fn add<Request: JsonSchema + 'static, Said: JsonSchema + 'static>(&mut self, method: &str, path: &str) {
        let mut route = Map::new();
        route.insert("method".to_owned(), json!(method));
        route.insert("path".to_owned(), json!(format!("{API}{path}")));
        route.extend(body::<Request>(&mut self.generator).map(|schema| ("request".to_owned(), schema)));
        route.extend(body::<Said>(&mut self.generator).map(|schema| ("answer".to_owned(), schema)));
        self.told.push(Value::Object(route));
    }
}

/// Every route, in the order of the server's table. The live stream is no JSON: its events are told in `docs/api.md`.
fn routes(routes: &mut Routes) {
    routes.add::<(), Info>("GET", "/info");
    routes.add::<(), Option<Session>>("GET", "/session");
    routes.add::<SignIn, Session>("POST", "/session");
    routes.add::<(), ()>("DELETE", "/session");
    routes.add::<SetUp, Session>("POST", "/setup");
    routes.add::<CheckSetUp, ()>("POST", "/setup/check");
    routes.add::<SyncRequest, SyncResponse>("POST", "/tenants/{tenant}/sync");
    routes.add::<OneOrMany<Command>, Judged>("POST", "/tenants/{tenant}/commands");
    routes.add::<(), ()>("GET", "/tenants/{tenant}/live");
    routes.add::<(), AuditPage>("GET", "/tenants/{tenant}/audit");
    routes.add::<(), CallLog>("GET", "/tenants/{tenant}/calls");
    routes.add::<(), FiguresOfCalls>("GET", "/tenants/{tenant}/calls/figures");
    routes.add::<(), Vec<SentMail>>("GET", "/tenants/{tenant}/mail");
    routes.add::<(), Vec<Undelivered>>("GET", "/tenants/{tenant}/undelivered");
    routes.add::<(), ()>("GET", "/tenants/{tenant}/users/export");
    routes.add::<(), PersonExport>("GET", "/tenants/{tenant}/users/{user}/export");
    routes.add::<AskHandOver, HandedOver>("POST", "/tenants/{tenant}/users/{user}/hand-over");
    routes.add::<SetPin, ()>("POST", "/tenants/{tenant}/voicemail-pin");
    routes.add::<(), InvitationView>("GET", "/invitations/{token}");
    routes.add::<CheckCode, ()>("POST", "/invitations/{token}/code");
    routes.add::<Accept, Session>("POST", "/invitations/{token}/accept");
    routes.add::<ForgotPassword, ()>("POST", "/passwords");
    routes.add::<(), PasswordView>("GET", "/passwords/{token}");
    routes.add::<SetPassword, Session>("POST", "/passwords/{token}");
    routes.add::<(), AddressView>("GET", "/addresses/{token}");
    routes.add::<(), ()>("POST", "/addresses/{token}");
    routes.add::<(), AccountView>("GET", "/account");
    routes.add::<ChangePassword, ()>("POST", "/account/password");
    routes.add::<ChangeAddress, ()>("POST", "/account/address");
    routes.add::<(), Vec<SessionView>>("GET", "/account/sessions");
    routes.add::<(), ()>("DELETE", "/account/sessions");
    routes.add::<(), ()>("DELETE", "/account/sessions/{device}");
    routes.add::<(), SecurityPage>("GET", "/account/security");
    routes.add::<(), SecurityPage>("GET", "/tenants/{tenant}/security");
}

/// The methods and addresses that the schema has.
pub fn addresses() -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    gathered().told.iter().map(|route| format!("{} {}", text(&route["method"]), text(&route["path"]))).collect()
}

/// The text of the file.
pub fn text() -> String {
    let Routes { mut generator, told } = gathered();
    let error = body::<Problem>(&mut generator);
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The HTTP API of Rollcall",
        "description": "Generated from the Rust types by `cargo run -p rollcall-tests --bin schema`. What it is all about: api.md.",
        "routes": told,
        "error": error,
        "$defs": generator.take_definitions(true),
    });
    format!("{schema:#}\n")
}

fn gathered() -> Routes {
    let mut gathered = Routes { generator: SchemaSettings::draft2020_12().into_generator(), told: Vec::new() };
    routes(&mut gathered);
    gathered
}
