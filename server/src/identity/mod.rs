//! Who somebody is: accounts, invitations, passwords, sessions and known devices, and what slows down guessing.

pub mod account;
mod devices;
pub mod founding;
mod gate;
pub mod invitation;
mod normal;
mod passwords;
pub mod seen;
mod sessions;
pub mod strength;
mod throttle;
mod whereabouts;
pub mod who;

pub use devices::Devices;
pub use gate::Counted as Entered;
pub use gate::TooMany;
pub use passwords::{Asker, NotTaken, PasswordError, Passwords};
pub use seen::Seen;
pub use sessions::{NOTED_EVERY, Token, cookie_name, expiry};
pub(crate) use throttle::bucket;
pub use throttle::{Counted, Throttle};
