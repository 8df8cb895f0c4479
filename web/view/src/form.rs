//! What a form says at its fields, and when: nothing while a text is typed for the first time, what is wrong once its
//! field was left or saving was tried, and what the rules have against it as soon as they have.

use rollcall_core::{Refusal, refusal::Field};

/// A field as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Nothing stands in it.
    pub empty: bool,
    /// What stands in it is no value; an empty field that may stay so is not wrong.
    pub wrong: bool,
    /// It was left with something in it, or saving was tried.
    pub due: bool,
}

/// What is said at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    Fine,
    /// What is wrong with it is to be said.
    Wrong,
    Refused(Vec<Refusal>),
}

/// What is said at a field that these fields of the rules are about.
pub fn note(standing: Standing, about: &[Field], refusals: &[Refusal]) -> Note {
    match standing {
        Standing { wrong: true, due: true, .. } => Note::Wrong,
        // A value that is not there yet is missing to the rules too: they are not asked to say so.
        Standing { wrong: true, .. } => Note::Fine,
        Standing { empty: true, due: false, .. } => Note::Fine,
        Standing { .. } => {
            let mine: Vec<Refusal> = refusals.iter().filter(|refusal| at(refusal, about)).cloned().collect();
            if mine.is_empty() { Note::Fine } else { Note::Refused(mine) }
        }
    }
}

/// What the rules have against the form that none of its fields is about.
pub fn elsewhere(refusals: &[Refusal], shown: &[Field]) -> Vec<Refusal> {
    refusals.iter().filter(|refusal| !at(refusal, shown)).cloned().collect()
}

fn at(refusal: &Refusal, fields: &[Field]) -> bool {
    refusal.field().is_some_and(|field| fields.contains(&field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::value::Email;

    const EMAIL: &[Field] = &[Field::Email];

    fn typed(text: &str, due: bool) -> Standing {
        Standing { empty: text.is_empty(), wrong: Email::parse(text).is_err(), due }
    }

    #[test]
    fn an_empty_form_is_not_full_of_errors() {
        let missing = [Refusal::NoIdentifier, Refusal::NoEmail];
        assert_eq!(note(typed("", false), EMAIL, &missing), Note::Fine);
        assert_eq!(note(typed("", true), EMAIL, &missing), Note::Wrong, "once saving was tried");
    }

    #[test]
    fn a_half_typed_value_is_wrong_only_once_it_was_left() {
        let missing = [Refusal::NoEmail];
        assert_eq!(note(typed("ann@", false), EMAIL, &missing), Note::Fine);
        assert_eq!(note(typed("ann@", true), EMAIL, &missing), Note::Wrong);
    }

    #[test]
    fn what_the_rules_say_stands_at_its_field_at_once() {
        let refusals = [Refusal::SingleRole, Refusal::DomainNotAllowed, Refusal::Oneself];
        let said = note(typed("ann@x.io", false), EMAIL, &refusals);
        assert_eq!(said, Note::Refused(vec![Refusal::DomainNotAllowed]));
        assert_eq!(note(typed("ann@x.io", false), &[Field::Team], &refusals), Note::Fine);
    }

    #[test]
    fn what_no_field_is_about_is_said_of_the_whole_form() {
        let refusals = [Refusal::SingleRole, Refusal::Oneself, Refusal::DomainNotAllowed];
        assert_eq!(elsewhere(&refusals, EMAIL), [Refusal::SingleRole, Refusal::Oneself]);
        assert_eq!(elsewhere(&refusals, &[Field::Email, Field::Role]), [Refusal::Oneself]);
    }
}
