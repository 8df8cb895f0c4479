//! How the audit log is narrowed, as it stands in the address, and the names of what can be done.

use crate::text::history::verb_name;
use rollcall_core::{
    Timestamp,
    command::Verb,
    id::{TeamId, UserId},
    query::{AuditQuery, AuditWay, PASSING},
    sort,
    value::fold,
};

/// What is asked for: texts of fields, of which some may mean nothing yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whom it was about.
    pub user: Option<UserId>,
    /// What team it was about.
    pub team: Option<TeamId>,
    /// Who did it.
    pub actor: Option<UserId>,
    pub verb: Option<Verb>,
    /// By what it was done.
    pub way: Option<AuditWay>,
    /// Days, as a field for days has them.
    pub from: String,
    pub to: String,
}

impl Asked {
    /// What the fields of an address say.
    pub fn read(fields: &[(String, String)]) -> Self {
        let get = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, text)| text.as_str());
        Self {
            user: get("user").parse().ok(),
            team: get("team").parse().ok(),
            actor: get("actor").parse().ok(),
            verb: verb_of(get("verb")),
            way: way_of(get("way")),
            from: get("from").to_owned(),
            to: get("to").to_owned(),
        }
    }

    /// The fields of the address: what is not narrowed is left out.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("user", self.user.map(|user| user.to_string()).unwrap_or_default()),
            ("team", self.team.map(|team| team.to_string()).unwrap_or_default()),
            ("actor", self.actor.map(|actor| actor.to_string()).unwrap_or_default()),
            ("verb", self.verb.map(|verb| verb.tag().to_owned()).unwrap_or_default()),
            ("way", self.way.map(|way| way.code().to_owned()).unwrap_or_default()),
            ("from", self.from.clone()),
            ("to", self.to.clone()),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Whether anything is left out.
    pub fn narrows(&self) -> bool {
        *self != Self::default()
    }

    /// In the core's terms; the days begin and end where the reader is.
    pub fn query(
        &self,
        begin: impl Fn(&str) -> Option<Timestamp>,
        end: impl Fn(&str) -> Option<Timestamp>,
    ) -> AuditQuery {
        AuditQuery {
            user: self.user,
            team: self.team,
            actor: self.actor,
            verb: self.verb.map(|verb| verb.tag().to_owned()),
            way: self.way,
            quiet: true,
            from: begin(&self.from),
            to: end(&self.to),
        }
    }
}

/// The verb that the log names so.
pub fn verb_of(tag: &str) -> Option<Verb> {
    Verb::ALL.iter().copied().find(|verb| verb.tag() == tag)
}

/// The way that addresses call so.
pub fn way_of(code: &str) -> Option<AuditWay> {
    AuditWay::ALL.into_iter().find(|way| way.code() == code)
}

/// The verbs that the page shows of the log.
pub fn logged() -> impl Iterator<Item = Verb> {
    Verb::ALL.iter().copied().filter(|verb| !PASSING.contains(verb))
}

/// The same by their names, with what each is called.
pub fn by_name() -> Vec<(Verb, String)> {
    let mut verbs: Vec<_> = logged().map(|verb| (verb, verb_name(verb))).collect();
    sort::by_key(&mut verbs, |(_, name)| fold(name));
    verbs
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let asked = Asked {
            user: Some(UserId::fixed(7)),
            team: None,
            actor: Some(UserId::fixed(8)),
            verb: Some(Verb::EditProfile),
            way: Some(AuditWay::Key),
            from: "2026-01-02".into(),
            to: String::new(),
        };
        let fields = asked.fields();
        assert_eq!(fields.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["user", "actor", "verb", "way", "from"]);
        let fields: Vec<_> = fields.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        assert_eq!(Asked::read(&fields), asked);
        let wrong = [("user", "nobody"), ("verb", "sing")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert!(!Asked::read(&wrong).narrows(), "what means nothing narrows nothing");
        let query = asked.query(|day| (day == "2026-01-02").then_some(Timestamp(5)), |_| None);
        assert_eq!((query.verb.as_deref(), query.from, query.to), (Some("edit_profile"), Some(Timestamp(5)), None));
    }

    #[test]
    fn every_verb_of_the_log_has_a_name_of_its_own() {
        let names: BTreeSet<String> = by_name().into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.len(), logged().count(), "two are called alike, or one has no name");
    }
}
