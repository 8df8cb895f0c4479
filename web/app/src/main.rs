//! The page: Leptos, drawn in the browser. It asks the core what holds and the engine what is known; it decides nothing.

mod app;
mod browser;
mod page;
mod part;
mod route;
mod state;
mod text;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
