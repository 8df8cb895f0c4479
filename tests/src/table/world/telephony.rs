//! Numbers, phones, channels, contacts and calls of a world.

use super::World;
use crate::{
    name,
    table::{
        part::{extension, number, span, target},
        words::Words,
    },
};
use rollcall_core::{
    Record,
    model::{Call, CallDirection, Channel, Contact, Number, NumberKind, Phone},
    value::{ChannelName, Email, FullName, MacAddress, OrganisationName},
};

impl World {
    /// `+4930111 free`, `+4930222 landline of bob`, `+4930333 resting 24 hours after bob`, `+4930444 group to team Sales`
    pub(super) fn number(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let mut made = Number::new(number(words.next("the number")?)?, NumberKind::Virtual);
        for (word, kind) in KINDS {
            if words.eat(word) {
                made.kind = *kind;
            }
        }
        match words.any() {
            None | Some("free") => {}
            Some("of") => made.holder = Some(name::user(words.next("the holder")?)),
            Some("to") => made.target = Some(target(words)?),
            Some("resting") => {
                made.quarantine_until = Some(self.now.after(span(words)?));
                if words.eat("after") {
                    made.last_holder = Some(name::user(words.next("the last holder")?));
                }
            }
            Some(other) => return Err(format!("a number is not `{other}`")),
        }
        if words.eat("linked") {
            made.linked_mobile = Some(number(words.next("the mobile")?)?);
            made.link_off = words.eat("off");
        }
        self.records.push(Record::Number(made));
        Ok(())
    }

    /// `General in Sales`, `Secret in Sales private`
    pub(super) fn channel(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let called = words.next("the channel's name")?;
        let name = ChannelName::parse(called).map_err(|error| error.to_string())?;
        words.expect("in")?;
        let team = name::team(words.next("the team")?);
        let public = !words.eat("private");
        self.records.push(Record::Channel(Channel { id: name::channel(called), team, name, public }));
        Ok(())
    }

    /// `desk of bob at 101 mac 00:1b:44:11:3a:b7`
    pub(super) fn phone(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let phone = phone(words)?;
        self.records.push(Record::Phone(phone));
        Ok(())
    }

    /// `Taxi +4930555555`
    pub(super) fn contact(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let contact = contact(words)?;
        self.records.push(Record::Contact(contact));
        Ok(())
    }

    /// `c1 of bob`, `c1 of bob over`, `c1 for Sales`
    pub(super) fn call(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let mut call = call(words, self.now)?;
        if words.eat("over") {
            call.ended = Some(self.now);
        }
        self.records.push(Record::Call(call));
        Ok(())
    }
}

/// What numbers are for, as tables say it.
pub const KINDS: &[(&str, NumberKind)] = &[
    ("virtual", NumberKind::Virtual),
    ("landline", NumberKind::Landline),
    ("mobile", NumberKind::Mobile),
    ("work", NumberKind::Work),
    ("group", NumberKind::Group),
];

/// `desk of bob model Yealink at 101 mac 00:1b:44:11:3a:b7`
pub fn phone(words: &mut Words<'_>) -> Result<Phone, String> {
    let id = name::phone(words.next("the phone")?);
    words.expect("of")?;
    let mut phone = Phone { id, user: name::user(words.next("its user")?), model: None, mac: None, line: None };
    loop {
        if words.eat("at") {
            phone.line = Some(extension(words.next("the extension")?)?);
        } else if words.eat("mac") {
            let mac = words.next("the hardware address")?;
            phone.mac = Some(MacAddress::parse(mac).map_err(|error| format!("`{mac}` {error}"))?);
        } else if words.eat("model") {
            phone.model = rollcall_core::value::PhoneModel::parse(words.next("the model")?).ok();
        } else {
            return Ok(phone);
        }
    }
}

/// `Taxi +4930555555 + +4930666666 company Cabs email taxi@x.io`
pub fn contact(words: &mut Words<'_>) -> Result<Contact, String> {
    let called = words.next("the contact's name")?;
    let full_name = FullName::parse(called).map_err(|error| error.to_string())?;
    let mut contact =
        Contact { id: name::contact(called), name: full_name, company: None, numbers: Vec::new(), email: None };
    if words.peeks("+") {
        contact.numbers = words.list("a number")?.into_iter().map(number).collect::<Result<_, _>>()?;
    }
    if words.eat("company") {
        let company = words.next("the company")?;
        contact.company = Some(OrganisationName::parse(company).map_err(|error| format!("`{company}` {error}"))?);
    }
    if words.eat("email") {
        let email = words.next("the address")?;
        contact.email = Some(Email::parse(email).map_err(|error| format!("`{email}` {error}"))?);
    }
    Ok(contact)
}

/// `c1 of bob for Sales from +4930555555`
pub fn call(words: &mut Words<'_>, now: rollcall_core::Timestamp) -> Result<Call, String> {
    let id = name::call(words.next("the call")?);
    let direction = CallDirection::Incoming;
    let (mut peer, mut team, mut user) = (None, None, None);
    loop {
        if words.eat("of") {
            user = Some(name::user(words.next("who is on it")?));
        } else if words.eat("for") {
            team = Some(name::team(words.next("the team")?));
        } else if words.eat("from") {
            peer = Some(number(words.next("the number")?)?);
        } else {
            return Ok(Call { peer, team, user, ..Call::new(id, direction, now) });
        }
    }
}
