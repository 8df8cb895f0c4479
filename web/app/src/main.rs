//! The page: Leptos, drawn in the browser. It asks the core what holds and the engine what is known; it decides nothing.

mod app;
mod browser;
mod download;
mod excel;
mod failed;
mod form;
mod language;
mod later;
mod list;
mod local;
mod moment;
mod router;
mod screen;
mod shell;
mod speak;
mod state;
mod title;
mod ui;

// What is said, beside what draws it.
use rollcall_view::{secret, text};

fn main() {
    // After a panic nothing in the page answers any more: `boot.js` says so and offers to reload. No work is lost.
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        browser::tell("rollcall-crash");
    }));
    leptos::mount::mount_to_body(app::App);
}
