//! Reads a host's JS values into the core's types, and says which part of a wrong one is wrong: `[3].user.email`.
//!
//! serde compiles the reading of every type for each reader, so what a reader does for a field is paid a thousand times. Hence
//! what is wrong, and where, is noted in one place, and the error that goes up is empty; fields and variants are found by their
//! number, not by name; and each kind of single value is taken by one function for all types. `docs/size.md` says what that saves.
//! Anything that serde-wasm-bindgen's reader takes is taken, and what it writes comes back.

mod wrong;

use js_sys::{Array, Number, Object, Symbol};
use serde::Serializer as _;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer as _, EnumAccess, Expected, MapAccess, SeqAccess,
    VariantAccess, Visitor, value::U32Deserializer,
};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, prelude::*};
use wrong::{Step, Wrong, enter, enter_field, exactly, leave, leave_out, traced, unfit};

/// Reads a host's value; the error says which part of it is wrong. Fields that nobody knows are left out, as those of a later
/// server's records.
pub fn read<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    read_as(what, value, false)
}

/// Reads what a host wants done: a field that nobody knows is an error, because another command was meant than the one that
/// would be left of it.
pub fn read_exactly<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    read_as(what, value, true)
}

fn read_as<T: DeserializeOwned>(what: &str, value: JsValue, exactly: bool) -> Result<T, JsError> {
    if nullish(&value) {
        return Err(JsError::new(&format!("{what}: is missing")));
    }
    traced(what, exactly, || T::deserialize(Reader(value)))
}

/// `null` or `undefined`.
fn nullish(value: &JsValue) -> bool {
    value.is_null() || value.is_undefined()
}

fn nothing(value: &JsValue, expected: &dyn Expected) -> Result<(), Wrong> {
    if nullish(value) { Ok(()) } else { Err(unfit(value, expected)) }
}

fn boolean(value: &JsValue, expected: &dyn Expected) -> Result<bool, Wrong> {
    value.as_bool().ok_or_else(|| unfit(value, expected))
}

fn text(value: &JsValue, expected: &dyn Expected) -> Result<String, Wrong> {
    value.as_string().ok_or_else(|| unfit(value, expected))
}

fn number(value: &JsValue, expected: &dyn Expected) -> Result<f64, Wrong> {
    value.as_f64().ok_or_else(|| unfit(value, expected))
}

/// A whole number, or a big one that fits.
fn signed(value: &JsValue, expected: &dyn Expected) -> Result<i64, Wrong> {
    match value.as_f64() {
        #[expect(clippy::cast_possible_truncation, reason = "it is a whole number that both can be")]
        Some(number) if Number::is_safe_integer(value) => Ok(number as i64),
        _ => i64::try_from(value.clone()).map_err(|_| unfit(value, expected)),
    }
}

fn unsigned(value: &JsValue, expected: &dyn Expected) -> Result<u64, Wrong> {
    u64::try_from(signed(value, expected)?).map_err(|_| unfit(value, expected))
}

/// The elements of an array, a set, or anything else that can be iterated.
fn elements(value: JsValue, expected: &dyn Expected) -> Result<Array, Wrong> {
    match value.dyn_into::<Array>() {
        Ok(array) => Ok(array),
        Err(value) if value.is_object() && Symbol::iterator().js_in(&value) => Ok(Array::from(&value)),
        Err(value) => Err(unfit(&value, expected)),
    }
}

/// The keys and values of an object, or a map.
fn entries(value: JsValue, expected: &dyn Expected) -> Result<Array, Wrong> {
    if !value.is_object() {
        Err(unfit(&value, expected))
    } else if Symbol::iterator().js_in(&value) {
        Ok(Array::from(&value))
    } else {
        Ok(Object::entries(value.unchecked_ref()))
    }
}

/// The number of a variant among `variants`, and what it holds: `"name"` or `{ name: … }`.
fn variant(
    value: JsValue,
    variants: &'static [&'static str],
    expected: &dyn Expected,
) -> Result<(u32, JsValue), Wrong> {
    let (name, held) = if value.is_string() {
        (value, JsValue::UNDEFINED)
    } else if value.is_object() {
        let entries = Object::entries(value.unchecked_ref());
        if entries.length() != 1 {
            return Err(de::Error::invalid_length(entries.length() as usize, &"1"));
        }
        pair(entries.get(0))
    } else {
        return Err(unfit(&value, expected));
    };
    let name = text(&name, expected)?;
    let number = variants.iter().position(|variant| *variant == name);
    let (number, name) = number
        .and_then(|number| Some((u32::try_from(number).ok()?, *variants.get(number)?)))
        .ok_or_else(|| -> Wrong { de::Error::unknown_variant(&name, variants) })?;
    enter(Step::Name(name));
    Ok((number, held))
}

/// An object has no field but these: a misspelt one would be left out without a word.
fn known(object: &Object, fields: &'static [&'static str]) -> Result<(), Wrong> {
    for name in Object::keys(object) {
        let name = name.as_string().unwrap_or_default();
        if !fields.contains(&name.as_str()) {
            enter(Step::Key(name));
            return Err(de::Error::custom("there is no such field here"));
        }
    }
    Ok(())
}

/// The first two elements of an array.
fn pair(value: JsValue) -> (JsValue, JsValue) {
    let pair: Array = value.unchecked_into();
    (pair.get(0), pair.get(1))
}

/// Reads one value.
struct Reader(JsValue);

macro_rules! single {
    ($($method:ident = $take:ident, $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            let value = $take(&self.0, &visitor)?;
            visitor.$visit(value)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Reader {
    type Error = Wrong;

    single! {
        deserialize_bool = boolean, visit_bool;
        deserialize_i8 = signed, visit_i64;
        deserialize_i16 = signed, visit_i64;
        deserialize_i32 = signed, visit_i64;
        deserialize_i64 = signed, visit_i64;
        deserialize_u8 = unsigned, visit_u64;
        deserialize_u16 = unsigned, visit_u64;
        deserialize_u32 = unsigned, visit_u64;
        deserialize_u64 = unsigned, visit_u64;
        deserialize_f32 = number, visit_f64;
        deserialize_f64 = number, visit_f64;
        deserialize_char = text, visit_string;
        deserialize_str = text, visit_string;
        deserialize_string = text, visit_string;
        deserialize_identifier = text, visit_string;
    }

    /// No type of the core asks for this: each knows what it is.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        Err(unfit(&self.0, &visitor))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if nullish(&self.0) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        nothing(&self.0, &visitor)?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let array = elements(self.0, &visitor)?;
        visitor.visit_seq(Elements { array, next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let entries = entries(self.0, &visitor)?;
        visitor.visit_map(Entries { entries, next: 0, value: JsValue::UNDEFINED })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        if !self.0.is_object() {
            return Err(unfit(&self.0, &visitor));
        }
        if exactly() {
            known(self.0.unchecked_ref(), fields)?;
        }
        visitor.visit_seq(Fields { object: self.0.unchecked_into(), names: fields.iter() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let (number, held) = variant(self.0, variants, &visitor)?;
        let read = visitor.visit_enum(Variant { number, held })?;
        leave();
        Ok(read)
    }
}

/// The elements of an array, one after the other.
struct Elements {
    array: Array,
    next: u32,
}

impl Elements {
    fn next(&mut self) -> Option<Reader> {
        (self.next < self.array.length()).then(|| {
            let value = self.array.get(self.next);
            enter(Step::Index(self.next));
            self.next += 1;
            Reader(value)
        })
    }
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let Some(element) = self.next() else { return Ok(None) };
        let read = seed.deserialize(element)?;
        leave();
        Ok(Some(read))
    }
}

/// The keys and values of a map, one after the other.
struct Entries {
    entries: Array,
    next: u32,
    value: JsValue,
}

impl Entries {
    fn next(&mut self) -> Option<Reader> {
        (self.next < self.entries.length()).then(|| {
            let (key, value) = pair(self.entries.get(self.next));
            self.next += 1;
            self.value = value;
            enter(Step::Key(key.as_string().unwrap_or_default()));
            Reader(key)
        })
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        self.next().map(|key| seed.deserialize(key)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let read = seed.deserialize(Reader(std::mem::take(&mut self.value)))?;
        leave();
        Ok(read)
    }
}

#[wasm_bindgen]
extern "C" {
    /// An object whose properties have no type as yet.
    type Properties;

    #[wasm_bindgen(method, indexing_getter)]
    fn property(this: &Properties, name: &JsValue) -> JsValue;
}

/// The fields of a struct, in the order of its declaration.
struct Fields {
    object: Properties,
    names: std::slice::Iter<'static, &'static str>,
}

impl Fields {
    /// The next field; and its name, when the object has no such property.
    fn next(&mut self) -> Option<(Reader, Option<&'static str>)> {
        let name = *self.names.next()?;
        // The serializer keeps the names that it once wrote as JS strings.
        let key = Serializer::new().serialize_unit_variant("", 0, name).unwrap_or_else(|_| name.into());
        let value = self.object.property(&key);
        let absent = value.is_undefined() && !key.js_in(&self.object);
        enter_field(name, absent);
        Some((Reader(value), absent.then_some(name)))
    }

    /// After a field that could not be read: only one that isn't there may be left out.
    fn left_out(absent: Option<&'static str>) -> Result<(), Wrong> {
        absent.map(leave_out).ok_or(Wrong)
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let Some((value, absent)) = self.next() else { return Ok(None) };
        let Ok(read) = seed.deserialize(value) else { return Self::left_out(absent).map(|()| None) };
        leave();
        Ok(Some(read))
    }
}

/// A variant by its number, and what it holds.
struct Variant {
    number: u32,
    held: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Wrong;
    type Variant = Reader;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Reader), Wrong> {
        Ok((seed.deserialize(U32Deserializer::<Wrong>::new(self.number))?, Reader(self.held)))
    }
}

impl<'de> VariantAccess<'de> for Reader {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        nothing(&self.0, &"unit")
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_struct("", fields, visitor)
    }
}
