//! People who exchange what they have in circles, such as two who take each other's extension: no order of their rows would do. Some
//! of them make room first: they stand at an extension that nobody has or wants, or without a plan, until those have gone whom they
//! were in the way of.

use super::{
    plan::{Part, RowStatus, Turn},
    planner::{Attempt, Planner},
    waiting::{Circle, Done, Exchange, Scarce},
};
use crate::{
    change::Changes,
    command::{Authored, ChangeExtension, Command, SetLicence, decide},
    directory::Directory,
    id::UserId,
    model::{ExtensionRange, Identifier, Line, User},
    value::Extension,
};

impl Planner {
    /// Begins to carry out rows that exchange things in circles. Answers whether there are any.
    pub(super) fn begin_circle(&mut self) -> bool {
        let mut others = std::mem::take(&mut self.waiting);
        let members = others.take_circles(|scarce| self.how_many(scarce));
        if members.is_empty() {
            self.waiting = others;
            return false;
        }
        self.waiting = members.clone();
        self.circle = Some(Box::new(Circle::new(members, others)));
        true
    }

    /// A step of it: whoever can go goes; when nobody can, somebody makes room.
    pub(super) fn in_circle(
        &mut self,
        directory: &Directory,
        mut circle: Box<Circle>,
        new_id: &mut dyn FnMut() -> UserId,
    ) {
        let stays = |row: &usize| !circle.room.contains_key(row) && !circle.cannot.contains(row);
        let (first, in_the_way) = (self.waiting.rows().next(), self.waiting.rows().find(stays));
        if let Some(scarce) = self.free.front().cloned() {
            match self.waiting.first(&scarce).filter(|_| self.how_many(&scarce) > 0) {
                None => drop(self.free.pop_front()),
                Some(row) => {
                    if !self.go(directory, &mut circle, row, new_id) && !self.waiting.has(row) {
                        return self.break_off(directory, *circle, row, new_id);
                    }
                }
            }
        } else if let Some(row) = in_the_way {
            if !self.make_room(directory, &mut circle, row, new_id) {
                circle.cannot.insert(row);
            }
        } else if let Some(row) = first {
            return self.break_off(directory, *circle, row, new_id);
        } else {
            return self.close(*circle);
        }
        self.circle = Some(circle);
    }

    /// All of them have gone.
    fn close(&mut self, circle: Circle) {
        self.waiting = circle.others;
        self.plan.turns.extend(circle.turns);
        for (row, status) in circle.carried {
            if let Some(planned) = self.plan.rows.get_mut(row) {
                planned.status = status;
            }
        }
        self.free.extend(circle.done.iter().flat_map(|done| Exchange::of(&done.before, &done.after).gives));
    }

    /// One of them can't go after all: none does, and the others are looked at again without it.
    fn break_off(&mut self, directory: &Directory, circle: Circle, row: usize, new_id: &mut dyn FnMut() -> UserId) {
        for done in circle.done.iter().rev() {
            self.take_back(done);
        }
        self.free.clear();
        self.waiting = circle.others;
        self.waiting.join(circle.members);
        self.give_up(directory, row, new_id);
    }

    /// Carries out one row. Answers whether that can be done; if not, it may wait again, for something else.
    fn go(
        &mut self,
        directory: &Directory,
        circle: &mut Circle,
        row: usize,
        new_id: &mut dyn FnMut() -> UserId,
    ) -> bool {
        let Some(user) = self.who(directory, row, new_id) else {
            self.waiting.remove(row);
            return false;
        };
        let Some(draft) = self.draft(row, new_id) else { return false };
        let exchange = self.waiting.remove(row);
        let room = circle.room.get(&row);
        let attempt = Attempt { stands: room.map(|(stands, _)| stands), ..Attempt::again(row) };
        let (mut status, done) = self.updated(directory, attempt, user, &draft);
        let Some(done) = done else {
            // What it would exchange is as it was.
            if let (Some((missing, _)), Some(exchange)) = (self.waiting.taken(row), exchange) {
                self.waiting.add(row, missing, exchange);
            }
            return false;
        };
        if let (RowStatus::Update(update), Some((stands, commands))) = (&mut status, room) {
            update.follow(commands.clone(), stands);
        }
        let part = if room.is_some() { Part::Rest } else { Part::Whole };
        circle.turns.push(Turn { row, part });
        circle.went(row);
        circle.carried.push((row, status));
        self.free.extend(Exchange::of(&done.before, &done.after).gives);
        circle.done.push(done);
        true
    }

    /// Has somebody give up what others of the circle want of it. Answers whether that can be done.
    fn make_room(
        &mut self,
        directory: &Directory,
        circle: &mut Circle,
        row: usize,
        new_id: &mut dyn FnMut() -> UserId,
    ) -> bool {
        let Some(user) = self.who(directory, row, new_id).cloned() else { return false };
        let wanted = |scarce: &Scarce| circle.wanted.get(scarce).is_some_and(|count| *count > 0);
        let at = user.line.clone().filter(|line| wanted(&Scarce::Extension(line.extension.clone())));
        let seated = user.seats().any(|seat| user.licence == Some(seat) && wanted(&Scarce::Seat(seat)));
        let gives = circle.members.exchange(row).map(|exchange| exchange.gives.clone()).unwrap_or_default();
        let mut commands = Vec::new();
        if let Some(line) = at.filter(|line| gives.contains(&Scarce::Extension(line.extension.clone()))) {
            let Some(extension) = self.spare(directory, circle) else { return false };
            let line = Line { extension, phone: line.phone };
            commands.push(Command::from(ChangeExtension { user: user.id, line }));
        }
        if seated && user.licence.is_some_and(|plan| gives.contains(&Scarce::Seat(plan))) {
            commands.push(SetLicence { user: user.id, licence: None, add_ons: user.add_ons.clone() }.into());
        }
        self.bring(directory, &user);
        let mut changes: Vec<Changes> = Vec::new();
        for command in &commands {
            let Ok(decision) = decide(&self.trial, &self.context, command) else { break };
            self.trial.apply(&decision.changes);
            changes.push(decision.changes);
        }
        let all = !commands.is_empty() && changes.len() == commands.len();
        if !all {
            self.undo(&changes);
        }
        let stands = self.trial.user(user.id).cloned();
        self.let_go(user.id);
        let Some(stands) = stands.filter(|_| all) else { return false };
        self.free.extend(Exchange::of(&user, &stands).gives);
        let seen = |command: Command| Authored { seen: command.standing_values(directory), command };
        circle.room.insert(row, (stands.clone(), commands.into_iter().map(seen).collect()));
        circle.turns.push(Turn { row, part: Part::Room });
        circle.done.push(Done { before: user, after: stands, changes });
        true
    }

    /// Who is here that a row is about.
    fn who<'d>(
        &mut self,
        directory: &'d Directory,
        row: usize,
        new_id: &mut dyn FnMut() -> UserId,
    ) -> Option<&'d User> {
        let draft = self.draft(row, new_id)?;
        let mut known = draft.identifiers().map(|(_, identifier)| Identifier::folded(&identifier));
        known.find_map(|(kind, folded)| directory.user(directory.user_identified(kind, &folded)?))
    }

    /// Takes back what was done to somebody, as if it had never been tried.
    fn take_back(&mut self, done: &Done) {
        if self.context.actor.person() == Some(done.before.id) {
            return self.undo(&done.changes);
        }
        self.trial.exchange(&done.after, &done.before);
        for changes in done.changes.iter().rev() {
            self.trial.undo_numbers(changes);
        }
    }

    /// An extension that nobody has, and nobody of the circle wants.
    fn spare(&mut self, directory: &Directory, circle: &Circle) -> Option<Extension> {
        let unwanted = |extension: &Extension| {
            let scarce = Scarce::Extension(extension.clone());
            self.how_many(&scarce) > 0 && !circle.wanted.contains_key(&scarce)
        };
        let anywhere = || {
            Some(ExtensionRange { from: Extension::parse("90000000").ok()?, to: Extension::parse("99999999").ok()? })
        };
        let range = directory.organisation()?.policy.extensions.clone().or_else(anywhere)?;
        // From where the last one was found: what lies before that is taken, save for what was left since.
        let later = self.spare.clone().map(|from| ExtensionRange { from, ..range.clone() });
        let spare = later.and_then(|range| range.iter().find(unwanted)).or_else(|| range.iter().find(unwanted))?;
        self.spare = Some(spare.clone());
        Some(spare)
    }
}
