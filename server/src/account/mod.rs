//! Accounts: passwords, sessions, the links that are mailed, the security log, and what slows down guessing.

mod address;
mod devices;
mod gate;
mod language;
mod links;
mod passwords;
mod recovery;
mod security;
mod sessions;
pub mod strength;
mod throttle;
mod whereabouts;

pub use address::Addresses;
pub use devices::Devices;
pub use gate::Counted as Entered;
pub use gate::TooMany;
pub use links::{Links, NotUsed};
pub use passwords::{PasswordError, Passwords};
pub use recovery::{NotRecovered, Recovered, recover};
pub use security::SecurityLog;
pub use sessions::{NOTED_EVERY, Token, cookie_name, expiry};
pub(crate) use throttle::bucket;
pub use throttle::{Counted, Throttle};
