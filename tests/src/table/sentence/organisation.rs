//! Sentences about the organisation: founding it, its policy, plans and add-ons, shared contacts.

use crate::{
    name,
    table::{
        part,
        words::Words,
        world::{self, contact},
    },
};
use rollcall_core::{
    Directory,
    command::*,
    model::{Holiday, LicenceKind, Policy},
    value::{
        Country, Date, Email, FullName, HolidayName, Language, LicenceName, OrganisationName, TimeZone, ValueError,
    },
};

/// `plan Pro seats 5`, `add-on Recorder unlimited`
pub fn add_licence(words: &mut Words<'_>, directory: &Directory) -> Result<AddLicence, String> {
    let kind = match words.next("plan or add-on")? {
        "plan" => LicenceKind::Plan,
        "add-on" => LicenceKind::AddOn,
        other => return Err(format!("`{other}` should be plan or add-on")),
    };
    let (mut licence, _) = world::licence(kind, words)?;
    if words.eat("reusing") {
        licence.id = name::licence(words.next("the licence")?);
    } else if directory.licence(licence.id).is_some() {
        licence.id = name::licence(&format!("another {}", licence.name));
    }
    Ok(AddLicence(licence))
}

/// `acme for ann@x.io`
pub fn found(words: &mut Words<'_>) -> Result<FoundOrganisation, String> {
    let slug = words.next("the organisation's slug")?;
    words.expect("for")?;
    let address = words.next("the owner's address")?;
    let owner = address.split('@').next().unwrap_or_default();
    Ok(FoundOrganisation {
        organisation: world::organisation(slug, slug)?,
        owner: name::user(owner),
        owner_email: Email::parse(address).map_err(|error| format!("`{address}` {error}"))?,
        owner_name: FullName::parse(owner).map_err(|error| format!("`{owner}` {error}"))?,
        licences: Vec::new(),
    })
}

/// `organisation name Umbrella, zone Europe/Paris`; what isn't named stays.
pub fn edit_organisation(words: &mut Words<'_>, directory: &Directory) -> Result<EditOrganisation, String> {
    let now = directory.organisation().cloned().map_or_else(|| world::organisation("acme", "Acme"), Ok)?;
    let mut edit =
        EditOrganisation { name: now.name, language: now.language, time_zone: now.time_zone, country: now.country };
    if words.eat("nothing") {
        return Ok(edit);
    }
    for field in words.rest().split(',') {
        let (field, value) =
            field.trim().split_once(' ').ok_or_else(|| format!("`{field}` needs a field and a value"))?;
        let mut set = || -> Result<bool, ValueError> {
            match field {
                "name" => edit.name = OrganisationName::parse(value)?,
                "language" => edit.language = Language::parse(value)?,
                "zone" => edit.time_zone = TimeZone::parse(value)?,
                "country" => edit.country = Country::parse(value)?,
                _ => return Ok(false),
            }
            Ok(true)
        };
        if !set().map_err(|error| format!("{field} `{value}` {error}"))? {
            return Err(format!("an organisation has no `{field}`"));
        }
    }
    Ok(edit)
}

/// `policy recycle 7 days`; what isn't named stays, `policy nothing` leaves all as it is.
pub fn set_policy(words: &mut Words<'_>, directory: &Directory) -> Result<SetPolicy, String> {
    let mut policy = directory.organisation().map_or_else(Policy::default, |organisation| organisation.policy.clone());
    match words.next("a part of the policy")? {
        "nothing" => {}
        "many-domains" => {
            let domain = |n: u8| rollcall_core::value::Domain::parse(&format!("d{n}.io"));
            policy.email_domains =
                (0..=100).map(domain).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        }
        other => {
            if !part::policy(other, &mut policy, words)? {
                return Err(format!("`{other}` is no part of the policy"));
            }
        }
    }
    Ok(SetPolicy { policy })
}

/// `keeping offline 7 days`, `keeping log 90 days`; what isn't named stays, `keeping nothing` leaves all as it is.
pub fn set_keeping(words: &mut Words<'_>, directory: &Directory) -> Result<SetKeeping, String> {
    let mut keeping = directory.keeping();
    let part = match words.next("what is kept")? {
        "nothing" => return Ok(SetKeeping { keeping }),
        "offline" => &mut keeping.offline_days,
        "log" => &mut keeping.log_days,
        "security" => &mut keeping.security_days,
        other => return Err(format!("`{other}` is nothing that is kept")),
    };
    *part = words.next("how many days")?.parse().map_err(|_| "that is no number of days".to_owned())?;
    words.expect("days")?;
    Ok(SetKeeping { keeping })
}

/// `call-policy days 30`, `call-policy seconds 15`; what isn't named stays, `call-policy nothing` leaves all as it is.
pub fn set_call_policy(words: &mut Words<'_>, directory: &Directory) -> Result<SetCallPolicy, String> {
    let mut policy = directory.call_policy();
    let part = match words.next("what holds for calls")? {
        "nothing" => return Ok(SetCallPolicy { policy }),
        "days" => &mut policy.call_days,
        "seconds" => &mut policy.service_seconds,
        other => return Err(format!("`{other}` is nothing that holds for calls")),
    };
    *part = words.next("how many")?.parse().map_err(|_| "that is no number".to_owned())?;
    Ok(SetCallPolicy { policy })
}

/// `holidays add 2026-12-25 Christmas + 2026-12-26 remove 2026-01-01`, `holidays nothing`, `holidays many`
pub fn change_holidays(words: &mut Words<'_>) -> Result<ChangeHolidays, String> {
    let mut change = ChangeHolidays { add: Vec::new(), remove: Vec::new() };
    if words.eat("nothing") {
        return Ok(change);
    }
    let date = |text: &str| Date::parse(text).map_err(|error| format!("`{text}` {error}"));
    if words.eat("many") {
        let day = |days| Date::of_days(days).map(|date| Holiday { date, name: None });
        change.add = (0..501).map(day).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    }
    if words.eat("add") {
        loop {
            let date = date(words.next("a date")?)?;
            let named = !words.peeks("+") && !words.peeks("remove");
            let name = if named { words.any() } else { None };
            let name = name.map(HolidayName::parse).transpose().map_err(|error| error.to_string())?;
            change.add.push(Holiday { date, name });
            if !words.eat("+") {
                break;
            }
        }
    }
    if words.eat("remove") {
        change.remove = words.list("a date")?.into_iter().map(date).collect::<Result<_, _>>()?;
    }
    Ok(change)
}

/// `Standard name Basic seats 5`, `Standard unlimited`
pub fn edit_licence(words: &mut Words<'_>, directory: &Directory) -> Result<EditLicence, String> {
    let called = words.next("the licence")?;
    let id = name::licence(called);
    let now = directory.licence(id);
    let mut name = match now {
        Some(licence) => licence.name.clone(),
        None => LicenceName::parse(called).map_err(|error| error.to_string())?,
    };
    let mut seats = now.and_then(|licence| licence.seats);
    if words.eat("name") {
        name = LicenceName::parse(words.next("the name")?).map_err(|error| error.to_string())?;
    }
    if words.eat("unlimited") {
        seats = None;
    } else if words.eat("seats") {
        seats = Some(words.next("how many seats")?.parse().map_err(|_| "that is no number of seats".to_owned())?);
    }
    Ok(EditLicence { licence: id, name, seats })
}

/// `Taxi +4930555555`, `Taxi many`
pub fn add_contact(words: &mut Words<'_>, directory: &Directory) -> Result<AddContact, String> {
    let mut contact = contact(words)?;
    if words.eat("many") {
        contact.numbers = (0..11).map(|n| part::number(&format!("+49301111{n:03}"))).collect::<Result<_, _>>()?;
    }
    if words.eat("reusing") {
        contact.id = name::contact(words.next("the contact")?);
    } else if directory.contact(contact.id).is_some() {
        contact.id = name::contact(&format!("another {}", contact.name));
    }
    Ok(AddContact { contact })
}

/// `Taxi name Cab +4930666666`, `Taxi many`
pub fn edit_contact(words: &mut Words<'_>) -> Result<EditContact, String> {
    let mut contact = contact(words)?;
    if words.eat("name") {
        contact.name = FullName::parse(words.next("the name")?).map_err(|error| error.to_string())?;
    }
    if words.peeks("+") {
        contact.numbers = words.list("a number")?.into_iter().map(part::number).collect::<Result<_, _>>()?;
    }
    if words.eat("many") {
        contact.numbers = (0..11).map(|n| part::number(&format!("+49301111{n:03}"))).collect::<Result<_, _>>()?;
    }
    Ok(EditContact { contact })
}
