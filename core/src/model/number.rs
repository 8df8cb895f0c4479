//! Phone numbers of the organisation: who holds them, where their calls go.

use super::Target;
use crate::{
    id::UserId,
    time::{Span, Timestamp},
    value::{NumberLabel, PhoneNumber},
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};
use std::fmt;

/// A number in the organisation's inventory. It is free, assigned to one holder, or in quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Number")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number {
    pub number: PhoneNumber,
    pub kind: NumberKind,
    /// One holder per number (invariant 6).
    pub holder: Option<UserId>,
    pub last_holder: Option<UserId>,
    /// Not given to somebody else before this moment, so that old callers don't reach a stranger.
    pub quarantine_until: Option<Timestamp>,
    /// The mobile that rings with this number: a "mobile extension" (S2.8).
    pub linked_mobile: Option<PhoneNumber>,
    /// Where its calls go when nobody holds it: a group number.
    pub target: Option<Target>,
    /// The linked mobile is remembered, and does not ring.
    #[serde(default)]
    pub link_off: bool,
    /// What it is called in the inventory.
    #[serde(default)]
    pub label: Option<NumberLabel>,
}

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    Virtual,
    Landline,
    Mobile,
    Work,
    Group,
}

impl NumberKind {
    /// All of them, at their numbers in the stored form.
    pub const ALL: [Self; 5] = [Self::Virtual, Self::Landline, Self::Mobile, Self::Work, Self::Group];
}

/// In the stored form the kind has the lowest three bits of a byte, which were all of it once. The next one: the link is off.
/// Then: the label follows at the end.
const KIND: u8 = 0b111;
const LINK_OFF: u8 = 0b1000;
const LABELLED: u8 = 0b1_0000;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return Self::serialize(self, serializer);
        }
        let off = if self.link_off { LINK_OFF } else { 0 };
        let labelled = if self.label.is_some() { LABELLED } else { 0 };
        let mark = self.kind as u8 | off | labelled;
        let Self { number, holder, last_holder, quarantine_until, linked_mobile, target, .. } = self;
        let fields = (number, mark, holder, last_holder, quarantine_until, linked_mobile, target);
        match &self.label {
            Some(label) => (fields, label).serialize(serializer),
            None => fields.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        // The second part is read when the first says that it is there.
        deserializer.deserialize_tuple(2, Stored)
    }
}

/// Reads the stored form.
struct Stored;

impl<'de> Visitor<'de> for Stored {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Number, A::Error> {
        let missing = || A::Error::custom("a number cut short");
        let (number, mark, holder, last_holder, quarantine_until, linked_mobile, target) =
            parts.next_element()?.ok_or_else(missing)?;
        let mark: u8 = mark;
        let kind = NumberKind::ALL.get(usize::from(mark & KIND)).copied();
        let kind = kind.filter(|_| mark & !(KIND | LINK_OFF | LABELLED) == 0);
        let kind = kind.ok_or_else(|| A::Error::custom("no such kind of number"))?;
        let label = if mark & LABELLED == 0 { None } else { Some(parts.next_element()?.ok_or_else(missing)?) };
        let link_off = mark & LINK_OFF != 0;
        Ok(Number { number, kind, holder, last_holder, quarantine_until, linked_mobile, target, link_off, label })
    }
}

impl Number {
    /// The mobile that rings with it, as far as the number can say: whether that is somebody else's by now, the directory knows
    /// ([`Directory::ringing_mobile`](crate::Directory::ringing_mobile)).
    pub fn ringing_mobile(&self) -> Option<PhoneNumber> {
        self.linked_mobile.filter(|_| !self.link_off)
    }

    /// Where its calls are sent, and the mobile that is linked to it.
    pub fn points_at(&self) -> impl Iterator<Item = Target> + use<> {
        self.target.into_iter().chain(self.linked_mobile.map(Target::Number))
    }

    /// Whether it is kept from others at this moment.
    pub fn rests(&self, now: Timestamp) -> bool {
        self.holder.is_none() && self.quarantine_until.is_some_and(|until| now < until)
    }

    /// A free number.
    pub fn new(number: PhoneNumber, kind: NumberKind) -> Self {
        Self {
            number,
            kind,
            holder: None,
            last_holder: None,
            quarantine_until: None,
            linked_mobile: None,
            target: None,
            link_off: false,
            label: None,
        }
    }

    /// The number after its holder gave it back.
    #[must_use]
    pub fn given_back(&self, quarantine_days: u16, now: Timestamp) -> Self {
        Self {
            holder: None,
            last_holder: self.holder,
            quarantine_until: Some(now.after(Span::days(i64::from(quarantine_days)))),
            linked_mobile: None,
            link_off: false,
            ..self.clone()
        }
    }

    /// Whether it can be given to this user at this moment: nobody holds it, nothing is reached through it, and it does
    /// not rest.
    pub fn free_for(&self, user: UserId, now: Timestamp) -> bool {
        let quarantined = self.quarantine_until.is_some_and(|until| now < until) && self.last_holder != Some(user);
        self.holder.is_none() && self.target.is_none() && !quarantined
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{decode, encode};

    /// A number as it was written up to protocol 4.
    #[derive(Serialize)]
    struct Before {
        number: PhoneNumber,
        kind: NumberKind,
        holder: Option<UserId>,
        last_holder: Option<UserId>,
        quarantine_until: Option<Timestamp>,
        linked_mobile: Option<PhoneNumber>,
        target: Option<Target>,
    }

    #[test]
    fn a_number_of_an_earlier_version_is_read_and_written_as_it_was() {
        let digits = |digits| PhoneNumber::parse(digits).unwrap();
        for (place, kind) in NumberKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, place);
            let number = Number {
                holder: Some(UserId::fixed(1)),
                last_holder: Some(UserId::fixed(2)),
                quarantine_until: Some(Timestamp(3)),
                linked_mobile: Some(digits("+491711111111")),
                target: Some(Target::User(UserId::fixed(4))),
                ..Number::new(digits("+4930111111"), kind)
            };
            let Number { holder, last_holder, quarantine_until, linked_mobile, target, .. } = number;
            let before = Before {
                number: digits("+4930111111"),
                kind,
                holder,
                last_holder,
                quarantine_until,
                linked_mobile,
                target,
            };
            let number = Number {
                holder,
                last_holder,
                quarantine_until,
                linked_mobile,
                target,
                ..Number::new(before.number, kind)
            };
            assert_eq!(encode(&number), encode(&before));
            assert_eq!(decode::<Number>(&encode(&before)), Ok(number.clone()));
            let mut json = serde_json::to_value(&number).unwrap();
            json.as_object_mut().unwrap().retain(|field, _| !["link_off", "label"].contains(&field.as_str()));
            assert_eq!(serde_json::from_value::<Number>(json).unwrap(), number);
            for (link_off, label) in [(true, None), (false, Some("Front desk")), (true, Some("Ü"))] {
                let label = label.map(|label| NumberLabel::parse(label).unwrap());
                let said = Number { link_off, label, ..number.clone() };
                // What follows it is read as before.
                assert_eq!(decode(&encode(&(&said, 7_u8))), Ok((said.clone(), 7_u8)));
                assert_eq!(serde_json::from_value::<Number>(serde_json::to_value(&said).unwrap()).unwrap(), said);
            }
        }
        let mut stored = encode(&Number::new(digits("+4930111111"), NumberKind::Group));
        let at = encode(&digits("+4930111111")).len();
        for mark in [5, 7, 0b10_0000] {
            stored[at] = mark;
            assert!(decode::<Number>(&stored).is_err(), "{mark}");
        }
    }
}
