//! Pages of older versions: a page stays as it was until it is loaded anew, whatever becomes of the server meanwhile.

use rollcall_core::{
    api::{API, API_BEFORE},
    record,
    sync::{Envelope, OLDEST_PROTOCOL, PROTOCOL_VERSION, SyncRequest},
};

/// Of which version the page is that a profile shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Current,
    /// The oldest that the servers still understand.
    Old,
    /// Older than that.
    TooOld,
}

impl Page {
    /// The version of the protocol that it speaks.
    pub const fn protocol(self) -> u16 {
        match self {
            Self::Current => PROTOCOL_VERSION,
            Self::Old => OLDEST_PROTOCOL,
            Self::TooOld => OLDEST_PROTOCOL - 1,
        }
    }

    /// Where this page asks for what the current one asks for at a path.
    pub fn asks(self, path: &str) -> String {
        match path.strip_prefix(API).filter(|_| self != Self::Current) {
            Some(below) => format!("{API_BEFORE}{below}"),
            None => path.to_owned(),
        }
    }

    /// A request in the stored form, as this page would write it.
    pub fn writes(self, request: &[u8]) -> Vec<u8> {
        if self == Self::Current {
            return request.to_vec();
        }
        let protocol = self.protocol();
        let Ok(SyncRequest { user, device, cursor, mut commands, .. }) = record::decode(request) else {
            return request.to_vec();
        };
        // It tells nothing of what its people saw.
        commands.iter_mut().for_each(|envelope: &mut Envelope| envelope.seen = None);
        record::encode(&(protocol, user, device, cursor, commands))
    }
}
