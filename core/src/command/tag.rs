//! What a verb is called in JSON, from what its type is called, when the core is compiled: `InviteUser` is `invite_user`.

/// How long the tag of a type is: one more for each capital after the first.
pub(super) const fn tag_length(name: &str) -> usize {
    let (mut length, mut rest) = (0, name.as_bytes());
    while let [byte, tail @ ..] = rest {
        length += 1 + (byte.is_ascii_uppercase() && length > 0) as usize;
        rest = tail;
    }
    length
}

/// The tag of a type, which is so long.
pub(super) const fn tag<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let mut tag = [b'_'; LENGTH];
    let (mut written, mut rest) = (tag.as_mut_slice(), name.as_bytes());
    let mut first = true;
    while let [byte, tail @ ..] = rest {
        if byte.is_ascii_uppercase() && !first {
            let Some((_, after)) = written.split_first_mut() else { break };
            written = after;
        }
        let Some((place, after)) = written.split_first_mut() else { break };
        *place = byte.to_ascii_lowercase();
        (written, rest, first) = (after, tail, false);
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::{
        super::{StoredVerb, Verb},
        *,
    };
    use serde::{
        Deserialize,
        de::{IntoDeserializer, value},
    };

    #[test]
    fn tags_are_what_json_calls_the_verbs() {
        assert_eq!(&tag::<{ tag_length("SetTeamRoles") }>("SetTeamRoles"), b"set_team_roles");
        for (name, tag) in StoredVerb::NAMES.iter().zip(StoredVerb::TAGS) {
            let read = StoredVerb::deserialize(IntoDeserializer::<value::Error>::into_deserializer(*tag));
            assert_eq!(format!("{:?}", read.unwrap()), **name);
        }
        for (verb, tag) in Verb::ALL.iter().zip(StoredVerb::TAGS) {
            assert_eq!(verb.tag(), *tag);
        }
        assert_eq!(Verb::CarryOut.tag(), "carry_out");
    }
}
