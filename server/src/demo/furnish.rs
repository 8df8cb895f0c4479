//! What a phone system has besides people: a policy, numbers, system users, channels, roles of its own, contacts, opening hours with
//! holidays, phones, and things that need a decision.

use super::{Result, World, run};
use crate::{
    clock::Clock,
    tenant::{Order, Tenants},
};
use rollcall_core::{
    Actor, Command, Timestamp,
    access::{AGENT, Permission, Permissions},
    command::{
        AddContact, AddNumber, AddPhone, AssignNumber, ChangeHolidays, CreateChannel, CreateRole, CreateSystemUser,
        EditNumber, GiveGrant, NoteSignIns, OffBoard, RouteNumber, SetPolicy, SetPresence, SetRouting, UnassignNumber,
    },
    id::{ChannelId, ContactId, PhoneId, RoleId, TeamId, UserId},
    model::{
        Channel, Contact, ExtensionRange, GrantKey, Granted, Holiday, LastSignIn, Line, NumberKind, OffBoarding,
        OpeningHours, Phone, PhoneType, Policy, PresenceState, Role, RoleScope, Routing, Scope, Shift, Strategy,
        Target, UserKind, Weekday,
    },
    time::Span,
    value::{
        ChannelName, Date, Description, Email, Extension, FullName, HolidayName, MacAddress, NumberLabel,
        OrganisationName, PhoneModel, PhoneNumber, RoleName,
    },
};

/// Who has a number of its own.
const NUMBERS: &[(&str, &str)] = &[
    ("tomas", "Head of IT"),
    ("mia", "Customer Care"),
    ("maria.fernandez", "Sales, southern Europe"),
    ("bjork", ""),
    ("aroha", "Key accounts"),
    ("chandra", ""),
    ("ngozi", "Controlling"),
    ("zeljko", "Loading bay"),
];

/// Name, company, number, address of contacts that everybody shares.
const CONTACTS: &[(&str, &str, &str, &str)] = &[
    ("Reception", "Harbour Lane Clinic", "+442079460701", "reception@harbourlane.example"),
    ("Adaeze Nwosu", "Nwosu Freight", "+442079460702", "adaeze@nwosufreight.example"),
    ("Bartholomew Quill", "Quill & Sons Packaging", "+442079460703", ""),
    ("Ceylan Aydın", "Aydın Tekstil", "+902125550104", "ceylan@aydin.example"),
    ("Dispatch", "Northern Couriers", "+441134960105", "dispatch@northerncouriers.example"),
    ("Emil Strand", "Strand Möbel", "+4930901820", "emil@strand.example"),
    ("Franziska Oberhuber", "Alpenglas", "+43720880107", "office@alpenglas.example"),
    ("Gas and electricity emergencies", "", "+442079460708", ""),
    ("Hotline", "Lumen Payroll", "+442079460709", "help@lumenpayroll.example"),
    ("Ikram Benali", "Benali Olives", "+33155509110", ""),
    ("Taxi", "Leeds City Cabs", "+441134960111", ""),
    ("شركة الواحة للتمور", "Oasis Dates", "+97145550112", "orders@oasisdates.example"),
];

/// Month, day, name: holidays in England of this year and the next.
const HOLIDAYS: &[(u32, u32, &str)] = &[(1, 1, "New Year’s Day"), (12, 25, "Christmas Day"), (12, 26, "Boxing Day")];

/// Furnishes the organisation.
pub async fn furnish(tenants: &Tenants, clock: &Clock, world: &World) -> Result<()> {
    let make = Make { clock, world, orders: Vec::new() };
    let orders = make.house()?.numbers()?.system_users()?.roles()?.teams()?.contacts()?.people()?.orders;
    run(tenants, world.tenant, orders).await
}

/// Collects the orders.
struct Make<'a> {
    clock: &'a Clock,
    world: &'a World,
    orders: Vec<Order>,
}

fn number(last: u16) -> Result<PhoneNumber> {
    // Numbers that Ofcom keeps for plays and films.
    Ok(PhoneNumber::parse(&format!("+442079460{last:03}"))?)
}

impl Make<'_> {
    fn order(&mut self, command: impl Into<Command>) {
        self.orders.push(Order::new(Actor::System, command));
    }

    fn user(&self, address: &str) -> Option<UserId> {
        self.world.users.get(address).copied()
    }

    fn house(mut self) -> Result<Self> {
        let range = ExtensionRange { from: Extension::parse("1000")?, to: Extension::parse("1099")? };
        // A crowd has longer ones.
        let extensions = (!self.world.crowded).then_some(range);
        self.order(SetPolicy { policy: Policy { extensions, recycle_days: 30, ..Policy::default() } });
        let days = u32::try_from(self.clock.now().0 / Span::days(1).0).unwrap_or_default();
        let year: u32 = Date::of_days(days)?.to_string().get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026);
        let day = |year, (month, day, name): (u32, u32, &str)| -> Result<Holiday> {
            Ok(Holiday { date: Date::of(year, month, day)?, name: Some(HolidayName::parse(name)?) })
        };
        let years = [year, year + 1];
        let add = years.into_iter().flat_map(|year| HOLIDAYS.iter().map(move |of| day(year, *of)));
        let add = add.collect::<Result<Vec<_>>>()?;
        self.order(ChangeHolidays { add, remove: Vec::new() });
        Ok(self)
    }

    fn numbers(mut self) -> Result<Self> {
        for last in 101..=118 {
            let kind = if last <= 110 { NumberKind::Landline } else { NumberKind::Virtual };
            self.order(AddNumber { number: number(last)?, kind });
        }
        for (last, (address, label)) in (101..).zip(NUMBERS) {
            let number = number(last)?;
            if !label.is_empty() {
                let label = Some(NumberLabel::parse(label)?);
                self.order(EditNumber { number, kind: NumberKind::Landline, label, target: None });
            }
            if let Some(user) = self.user(address) {
                self.order(AssignNumber { number, user });
            }
        }
        // One rests: its last holder is gone.
        if let Some(user) = self.user("kwame") {
            self.order(AssignNumber { number: number(115)?, user });
            self.order(UnassignNumber { number: number(115)? });
        }
        for (last, label, team) in [(100, "Customer care", self.world.teams[1]), (200, "Sales", self.world.teams[0])] {
            let number = number(last)?;
            self.order(AddNumber { number, kind: NumberKind::Group });
            let label = Some(NumberLabel::parse(label)?);
            self.order(EditNumber { number, kind: NumberKind::Group, label, target: None });
            self.order(RouteNumber { number, target: Some(Target::Team(team)) });
        }
        Ok(self)
    }

    fn system_users(mut self) -> Result<Self> {
        let [sales, care, ..] = self.world.teams;
        let all = [
            (UserKind::ConferenceBridge, "Board room bridge", "1090", None),
            (UserKind::AutoAttendant, "Front desk menu", "1091", Some(Target::Team(care))),
            (UserKind::CallQueue, "Care queue", "1092", Some(Target::Team(care))),
            (UserKind::CallQueue, "Sales queue", "1093", Some(Target::Team(sales))),
        ];
        for (kind, name, extension, target) in all {
            let line = Some(Line { extension: Extension::parse(extension)?, phone: PhoneType::Softphone });
            let (id, name) = (UserId::new(self.clock.id()), FullName::parse(name)?);
            self.order(CreateSystemUser { id, kind, name, line, target });
        }
        Ok(self)
    }

    fn roles(mut self) -> Result<Self> {
        use Permission::{CallsRead, ContactsShared, DeviceManage, DirectoryRead, NumberAssign, PortalLogin, UserRead};
        let reception = [PortalLogin, DirectoryRead, ContactsShared];
        let telephony = [PortalLogin, DirectoryRead, UserRead, NumberAssign, DeviceManage];
        let reading = [PortalLogin, DirectoryRead, UserRead, CallsRead];
        let all: [(&str, &str, &[Permission], &str); 3] = [
            ("Receptionist", "Looks after the shared contacts.", &reception, "rosalind"),
            ("Telephony administrator", "Numbers and phones of everybody.", &telephony, "xiaoming.wang"),
            ("Call auditor", "Reads the calls of all teams.", &reading, ""),
        ];
        for (name, description, permissions, holder) in all {
            let id = RoleId::new(self.clock.id());
            let role = Role::new(id, RoleName::parse(name)?, Permissions::of(permissions), RoleScope::Organisation);
            self.order(CreateRole { role: Role { description: Some(Description::parse(description)?), ..role } });
            if let Some(user) = self.user(holder) {
                self.give(user, Granted::Role(id), Scope::Organisation, None);
            }
        }
        Ok(self)
    }

    fn give(&mut self, user: UserId, what: Granted, scope: Scope, until: Option<Timestamp>) {
        self.order(GiveGrant { grant: GrantKey { user, what, scope }, until });
    }

    fn teams(mut self) -> Result<Self> {
        let [sales, care, finance, _] = self.world.teams;
        let week = |from: u16, to: u16, saturday: bool| {
            use Weekday::{Friday, Monday, Saturday, Thursday, Tuesday, Wednesday};
            let days = [Monday, Tuesday, Wednesday, Thursday, Friday].into_iter();
            let days = days.map(|day| Shift { day, from: from * 60, to: to * 60 });
            let saturday = saturday.then_some(Shift { day: Saturday, from: 9 * 60, to: 13 * 60 });
            OpeningHours(days.chain(saturday).collect())
        };
        let voicemail = self.user("mia").map(Target::Voicemail);
        let routes = [
            (care, Strategy::LongestIdle, 25, week(8, 18, true), voicemail),
            (sales, Strategy::RoundRobin, 20, week(9, 17, false), Some(Target::Team(care))),
        ];
        for (team, strategy, ring_seconds, hours, overflow) in routes {
            self.order(SetRouting { team, routing: Some(Routing { strategy, ring_seconds, hours, overflow }) });
        }
        let channels: [(TeamId, &str, bool); 5] = [
            (care, "announcements", true),
            (care, "escalations", false),
            (sales, "pipeline", true),
            (sales, "big deals", false),
            (finance, "month end", false),
        ];
        for (team, name, public) in channels {
            let id = ChannelId::new(self.clock.id());
            self.order(CreateChannel { channel: Channel { id, team, name: ChannelName::parse(name)?, public } });
        }
        Ok(self)
    }

    fn contacts(mut self) -> Result<Self> {
        for (name, company, number, email) in CONTACTS {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let contact = Contact {
                id: ContactId::new(self.clock.id()),
                name: FullName::parse(name)?,
                company: some(company).map(|text| OrganisationName::parse(&text)).transpose()?,
                numbers: vec![PhoneNumber::parse(number)?],
                email: some(email).map(|text| Email::parse(&text)).transpose()?,
            };
            self.order(AddContact { contact });
        }
        Ok(self)
    }

    /// Phones, who takes calls, and what needs a decision.
    fn people(mut self) -> Result<Self> {
        let phones = [
            ("mia", "1003", "Yealink T54W", "80:5e:c0:11:22:03"),
            ("suhartini", "1004", "Poly Edge E350", "64:16:7f:11:22:04"),
            ("zeljko", "1015", "Spectralink 7522", "00:90:7a:11:22:15"),
        ];
        for (address, extension, model, mac) in phones {
            if let Some(user) = self.user(address) {
                let (id, line) = (PhoneId::new(self.clock.id()), Some(Extension::parse(extension)?));
                let (model, mac) = (Some(PhoneModel::parse(model)?), Some(MacAddress::parse(mac)?));
                self.order(AddPhone { phone: Phone { id, user, model, mac, line } });
            }
        }
        use PresenceState::{Available, Break, SignedOut};
        let agents = [
            ("suhartini", Available),
            ("mohammed", Available),
            ("hanako.sato", Break),
            ("siobhan", Available),
            ("eleni", SignedOut),
            ("kwame", Available),
            ("noa", Available),
            ("minjun.kim", Available),
            ("chandra", Break),
        ];
        for (address, state) in agents {
            if let Some(user) = self.user(address) {
                self.order(SetPresence { user, state });
            }
        }
        // Some were here today, some weeks ago, and some never.
        let now = self.clock.now();
        let here = self.world.users.values().enumerate().filter(|(number, _)| number % 5 != 4);
        let day = |number: usize| {
            let ago = i64::try_from(number * number % 23).unwrap_or_default();
            LastSignIn::day_of(now.before(Span::days(ago)))
        };
        let sign_ins = here.map(|(number, user)| LastSignIn { user: *user, day: day(number) }).collect();
        self.order(NoteSignIns { sign_ins });
        let soon = now.after(Span::days(5));
        if let Some(user) = self.user("ngozi") {
            self.give(user, Granted::Permission(Permission::CallsRead), Scope::Organisation, None);
        }
        if let Some(user) = self.user("asa") {
            self.give(user, Granted::Role(AGENT), Scope::Own, Some(soon));
        }
        if let (Some(user), Some(heir)) = (self.user("kovalev"), self.user("noa")) {
            let heir = Target::User(heir);
            let order = OffBoarding {
                suspend_at: soon,
                numbers: Some(heir),
                calls: Some(heir),
                teams: None,
                keep_licences: false,
                delete_after: Some(30),
            };
            self.order(OffBoard { user, order: Some(order) });
        }
        Ok(self)
    }
}
