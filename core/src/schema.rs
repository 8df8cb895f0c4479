//! JSON Schemas of what is written another way than its fields say. All other types derive theirs; only with the feature
//! `schema`, which writes `docs/api.schema.json` and is off in every program.

use crate::{
    access::{Permission, Permissions},
    model::{RoleScope, RoleScopes},
    value::{Date, MacAddress, PhoneNumber, Picture},
};
use schemars::json_schema;

/// Says how a type is written as JSON.
macro_rules! written {
    ($name:ty as $said:literal, $generator:ident => $schema:expr) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $said.into()
            }
            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

written!(PhoneNumber as "PhoneNumber", _generator => json_schema!({
    "type": "string", "description": "E.164, such as +493012345678"
}));
written!(Date as "Date", _generator => json_schema!({ "type": "string", "description": "A day, such as 2026-12-25" }));
written!(MacAddress as "MacAddress", _generator => json_schema!({ "type": "string" }));
written!(Picture as "Picture", _generator => json_schema!({
    "type": "array", "items": { "type": "integer", "minimum": 0, "maximum": 255 },
    "description": "The bytes of a PNG, JPEG or WebP image, at most 24 KiB"
}));
written!(Permission as "Permission", _generator => {
    let names: Vec<&str> = Permission::ALL.iter().map(|permission| permission.as_str()).collect();
    json_schema!({ "type": "string", "enum": names })
});
written!(Permissions as "Permissions", generator => {
    json_schema!({ "type": "array", "items": generator.subschema_for::<Permission>(), "uniqueItems": true })
});
written!(RoleScopes as "RoleScopes", generator => {
    json_schema!({ "type": "array", "items": generator.subschema_for::<RoleScope>(), "uniqueItems": true })
});
