//! What a row would change of somebody who is here already: field by field, as it is and as it would be. Only what a person chose
//! to be updated is; an empty cell changes nothing, and to teams, add-ons and numbers is only added. Rights, and what people are
//! known by, are never changed by an import.

use super::{column::Column, row::RowDraft};
use crate::{
    command::{
        AddMember, AddNumber, AssignExtension, AssignNumber, Authored, ChangeExtension, Command, EditExtra,
        EditProfile, GiveGrant, RoleChoice, SetLicence,
    },
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{GrantKey, Granted, Line, NumberKind, User},
    value::PhoneNumber,
};
use serde::Serialize;

/// What becomes of somebody who is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Update {
    pub user: UserId,
    /// Never empty.
    pub fields: Vec<FieldChange>,
    /// What to issue for it, in this order. Edits tell what stood when it was planned: what somebody else changes before the import
    /// is carried out stays.
    pub commands: Vec<Authored>,
    /// What to issue for it before that, where it exchanges something with others in a circle: it gives up what they want.
    pub room: Vec<Authored>,
}

impl Update {
    /// The person afterwards, as far as others could want what it has.
    pub(super) fn applied(&self, user: &User) -> User {
        let mut after = user.clone();
        for authored in &self.commands {
            match &authored.command {
                Command::SetLicence(SetLicence { licence, add_ons, .. }) => {
                    after.licence = *licence;
                    after.add_ons.clone_from(add_ons);
                }
                Command::ChangeExtension(ChangeExtension { line, .. })
                | Command::AssignExtension(AssignExtension { line, .. }) => after.line = Some(line.clone()),
                _ => {}
            }
        }
        after
    }

    /// It follows on these commands, after which the person stands so.
    pub(super) fn follow(&mut self, room: Vec<Authored>, stands: &User) {
        for authored in &mut self.commands {
            match &mut authored.seen {
                Some(Command::SetLicence(seen)) => seen.licence = stands.licence,
                Some(Command::ChangeExtension(seen)) => {
                    if let Some(line) = &stands.line {
                        seen.line.clone_from(line);
                    }
                }
                _ => {}
            }
        }
        self.room = room;
    }
}

/// A field as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// What the field is.
    pub column: Column,
    /// What is there; empty when nothing is.
    pub before: String,
    pub after: String,
}

/// Commands, and the field that they are about.
pub(super) type Step = (Column, Vec<Command>);

/// What a row would change, and its commands by what they are about; none when everything is so already. `inventory`: its numbers,
/// as the rows before left them.
pub(super) fn update(
    directory: &Directory,
    inventory: &Directory,
    user: &User,
    draft: &RowDraft,
    chosen: &[Column],
) -> Option<(Update, Vec<Step>)> {
    let mut made = Making { directory, inventory, user, chosen, fields: Vec::new(), steps: Vec::new() };
    made.profile(draft);
    made.extra(draft);
    made.licences(draft);
    made.extension(draft);
    made.teams(draft);
    for (kind, number) in &draft.numbers {
        made.number(*kind, *number);
    }
    let Making { fields, steps, .. } = made;
    let seen = |command: &Command| Authored { seen: command.standing_values(directory), command: command.clone() };
    let commands = steps.iter().flat_map(|(_, commands)| commands).map(seen).collect();
    (!fields.is_empty()).then_some((Update { user: user.id, fields, commands, room: Vec::new() }, steps))
}

/// What makes a number somebody's: it is added to the inventory where it isn't there yet.
pub(super) fn numbered(directory: &Directory, user: UserId, kind: NumberKind, number: PhoneNumber) -> Vec<Command> {
    let mut commands = Vec::new();
    match directory.number(number) {
        Some(known) if known.holder == Some(user) => return commands,
        Some(_) => {}
        None => commands.push(AddNumber { number, kind }.into()),
    }
    commands.push(AssignNumber { number, user }.into());
    commands
}

/// What has a role hold in further places.
pub(super) fn granted(user: UserId, choices: &[RoleChoice]) -> Step {
    let give = |RoleChoice { role, scope }: RoleChoice| {
        let grant = GrantKey { user, what: Granted::Role(role), scope };
        Command::from(GiveGrant { grant, until: None })
    };
    (Column::RoleScope, choices.iter().copied().map(give).collect())
}

struct Making<'a> {
    directory: &'a Directory,
    inventory: &'a Directory,
    user: &'a User,
    chosen: &'a [Column],
    fields: Vec<FieldChange>,
    steps: Vec<Step>,
}

impl Making<'_> {
    fn profile(&mut self, draft: &RowDraft) {
        let mut profile = self.user.profile.clone();
        let new = &draft.user.profile;
        let changed = [
            self.take(Column::FullName, &mut profile.full_name, new.full_name.as_ref()),
            self.take(Column::Position, &mut profile.position, new.position.as_ref()),
            self.take(Column::Language, &mut profile.language, new.language.as_ref()),
            self.take(Column::TimeZone, &mut profile.time_zone, new.time_zone.as_ref()),
            self.take(Column::Country, &mut profile.country, new.country.as_ref()),
        ];
        let first = self.fields.first().filter(|_| changed.contains(&true)).map(|field| field.column.clone());
        if let Some(first) = first {
            self.step(first, [EditProfile { user: self.user.id, profile }]);
        }
    }

    /// Takes a value in place of another one; answers whether that changes anything.
    fn take<T: Clone + PartialEq + ToString>(&mut self, column: Column, is: &mut Option<T>, new: Option<&T>) -> bool {
        let Some(new) = new.filter(|new| self.chosen.contains(&column) && is.as_ref() != Some(new)) else {
            return false;
        };
        let before = is.as_ref().map(ToString::to_string).unwrap_or_default();
        self.fields.push(FieldChange { column, before, after: new.to_string() });
        *is = Some(new.clone());
        true
    }

    fn step<C: Into<Command>>(&mut self, column: Column, commands: impl IntoIterator<Item = C>) {
        self.steps.push((column, commands.into_iter().map(Into::into).collect()));
    }

    fn extra(&mut self, draft: &RowDraft) {
        let mut extra = self.user.extra.clone();
        for (key, value) in &draft.user.extra {
            let mut is = extra.get(key).cloned();
            if self.take(Column::Extra(key.clone()), &mut is, Some(value)) {
                extra.extend(is.map(|value| (key.clone(), value)));
            }
        }
        if extra != self.user.extra {
            let last = self.fields.last().map_or(Column::Ignore, |field| field.column.clone());
            self.step(last, [EditExtra { user: self.user.id, extra }]);
        }
    }

    fn licences(&mut self, draft: &RowDraft) {
        let name =
            |id: &LicenceId| self.directory.licence(*id).map(|licence| licence.name.to_string()).unwrap_or_default();
        let plan = draft.user.licence.filter(|_| !draft.for_all.licence && self.chosen.contains(&Column::Licence));
        let plan = plan.filter(|plan| self.user.licence != Some(*plan));
        let chosen = self.chosen.contains(&Column::AddOns);
        let new: Vec<LicenceId> =
            draft.user.add_ons.iter().filter(|id| chosen && !self.user.add_ons.contains(id)).copied().collect();
        let mut fields = Vec::new();
        if let Some(plan) = &plan {
            let before = self.user.licence.as_ref().map(name).unwrap_or_default();
            fields.push(FieldChange { column: Column::Licence, before, after: name(plan) });
        }
        let add_ons: Vec<LicenceId> = self.user.add_ons.iter().chain(&new).copied().collect();
        if !new.is_empty() {
            let listed = |ids: &[LicenceId]| ids.iter().map(name).collect::<Vec<_>>().join("; ");
            let (before, after) = (listed(&self.user.add_ons), listed(&add_ons));
            fields.push(FieldChange { column: Column::AddOns, before, after });
        }
        if !fields.is_empty() {
            let licence = plan.or(self.user.licence);
            let first = if plan.is_some() { Column::Licence } else { Column::AddOns };
            self.step(first, [SetLicence { user: self.user.id, licence, add_ons }]);
            self.fields.extend(fields);
        }
    }

    fn extension(&mut self, draft: &RowDraft) {
        let chosen = self.chosen.contains(&Column::Extension);
        let Some(line) =
            draft.user.line.as_ref().filter(|line| chosen && self.user.extension() != Some(&line.extension))
        else {
            return;
        };
        let user = self.user.id;
        let before = self.user.extension().map(ToString::to_string).unwrap_or_default();
        self.fields.push(FieldChange { column: Column::Extension, before, after: line.extension.to_string() });
        let command: Command = match &self.user.line {
            // What rings there stays.
            Some(is) => ChangeExtension { user, line: Line { extension: line.extension.clone(), ..is.clone() } }.into(),
            None => AssignExtension { user, line: line.clone() }.into(),
        };
        self.step(Column::Extension, [command]);
    }

    fn teams(&mut self, draft: &RowDraft) {
        if draft.for_all.teams || !self.chosen.contains(&Column::Teams) {
            return;
        }
        let is: Vec<TeamId> = self.directory.teams_of(self.user.id).collect();
        let new: Vec<TeamId> = draft.user.teams.iter().filter(|team| !is.contains(team)).copied().collect();
        if new.is_empty() {
            return;
        }
        let name = |id: &TeamId| self.directory.team(*id).map(|team| team.name.to_string());
        let listed = |ids: &[TeamId]| ids.iter().filter_map(name).collect::<Vec<_>>().join("; ");
        let before = listed(&is);
        let after = listed(&[is, new.clone()].concat());
        self.fields.push(FieldChange { column: Column::Teams, before, after });
        let user = self.user.id;
        self.step(Column::Teams, new.into_iter().map(|team| AddMember { team, user }));
    }

    fn number(&mut self, kind: NumberKind, number: PhoneNumber) {
        let commands = numbered(self.inventory, self.user.id, kind, number);
        let column = Column::Number(kind);
        if self.chosen.contains(&column) && !commands.is_empty() {
            self.fields.push(FieldChange { column: column.clone(), before: String::new(), after: number.to_string() });
            self.step(column, commands);
        }
    }
}
