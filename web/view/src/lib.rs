//! What the page's screens show and how they are reached: the table of screens, their addresses, the navigation. Plain
//! Rust without a browser, so that its tests run natively in milliseconds; `web/app` draws it.

pub mod activity;
pub mod attention;
pub mod avatar;
pub mod form;
mod icon;
pub mod list;
pub mod moment;
pub mod navigation;
pub mod numbers;
pub mod palette;
pub mod qr;
mod route;
mod screen;
pub mod secret;
pub mod settings;
pub mod short_name;
pub mod shortcuts;
pub mod speech;
pub mod text;

pub use icon::Icon;
pub use route::{Route, TeamTab, UserTab};
pub use screen::{Declared, Group, Reader, Screen};
