//! Keeping the search true while records come and go. Nothing happens until somebody has searched.

use super::{
    Directory,
    search::{Facet, Kept},
};
use crate::{
    change::Record,
    id::UserId,
    model::{GrantKey, Granted, User},
    value::fold_onto,
};

impl Directory {
    /// What a user is searched by: what it is called, then name, identifiers, extension, numbers and position, each on a
    /// line. The names of its teams are looked at once a team. Answers whether it can be called: it has an extension or a
    /// number.
    pub(super) fn search_text(&self, user: &User, text: &mut String) -> bool {
        fold_onto(&user.display_name(), text);
        for identifier in &user.identifiers {
            text.push('\n');
            identifier.fold_onto(text);
        }
        if let Some(extension) = user.extension() {
            text.push('\n');
            text.push_str(extension.as_str());
        }
        let mut reachable = user.line.is_some();
        for number in self.index.numbers.range_of(user.id) {
            reachable = true;
            text.push('\n');
            text.push_str(&number.to_string());
        }
        if let Some(position) = &user.profile.position {
            text.push('\n');
            fold_onto(position.as_str(), text);
        }
        reachable
    }

    /// The orders of the search in which a user keeps its place when this record is written.
    pub(super) fn keeps(&self, record: Option<&Record>) -> Kept {
        match record {
            Some(Record::User(new)) if self.search.get().is_some() => {
                self.user(new.id).map_or_else(Kept::default, |old| Kept::between(old, new))
            }
            _ => Kept::default(),
        }
    }

    /// Takes a user into the search; it stands in its table already.
    pub(super) fn search_user(&mut self, id: UserId, kept: Kept) {
        if self.search.get().is_none() {
            return;
        }
        let mut text = String::new();
        let Some((row, user)) = self.users.row(id).and_then(|row| Some((row, self.users.at(row)?))) else { return };
        let reachable = self.search_text(user, &mut text);
        let facets = self.facets(user);
        if let Some(search) = self.search.get_mut() {
            search.add(&self.users, row, &text, reachable, kept);
            facets.into_iter().for_each(|facet| search.join(facet, row));
        }
    }

    /// Takes a user out of the search; it still stands in its table.
    pub(super) fn unsearch_user(&mut self, id: UserId, kept: Kept) {
        if self.search.get().is_none() {
            return;
        }
        let Some((row, user)) = self.users.row(id).and_then(|row| Some((row, self.users.at(row)?))) else { return };
        let facets = self.facets(user);
        if let Some(search) = self.search.get_mut() {
            search.forget(&self.users, row, kept);
            facets.into_iter().for_each(|facet| search.leave(facet, row));
        }
    }

    /// A number has come to a user, or gone from it.
    pub(super) fn search_again(&mut self, id: Option<UserId>) {
        if self.search.get().is_none() {
            return;
        }
        let Some(row) = id.and_then(|id| self.users.row(id)) else { return };
        let Some(user) = self.users.at(row) else { return };
        let mut text = String::new();
        let reachable = self.search_text(user, &mut text);
        if let Some(search) = self.search.get_mut() {
            search.reword(row, &text, reachable);
        }
    }

    /// A user has come into a team or got a role, or is out of it.
    pub(super) fn search_facet(&mut self, id: UserId, facet: Facet, there: bool) {
        if let (Some(search), Some(row)) = (self.search.get_mut(), self.users.row(id)) {
            if there { search.join(facet, row) } else { search.leave(facet, row) }
        }
    }

    /// A grant has come or gone.
    pub(super) fn search_grant(&mut self, key: GrantKey) {
        if let Granted::Role(role) = key.what {
            let there = self.holds(key.user, role);
            self.search_facet(key.user, Facet::Role(role), there);
        }
    }

    fn facets(&self, user: &User) -> Vec<Facet> {
        let role = |grant: &crate::model::Grant| match grant.key.what {
            Granted::Role(role) => Some(Facet::Role(role)),
            Granted::Permission(_) => None,
        };
        let teams = self.teams_of(user.id).map(Facet::Team);
        teams.chain(self.grants_of(user.id).filter_map(role)).chain(user.licences().map(Facet::Licence)).collect()
    }
}
