//! What happens to browsers besides at the edges of their transactions.

use super::device;
use crate::{device::Device, page::Page, simulation::Simulation};
use rollcall_core::time::Span;
use std::rc::Rc;

/// Ten years, in milliseconds.
const TEN_YEARS: i64 = 3_653 * 86_400_000;

/// The browser stops a tab.
pub fn freeze(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    if let Some(window) = simulation.universe.one_of(&device.windows()) {
        let (profile, tab) = (device.profile.id(), window.tab.id());
        simulation.universe.happened("tabs frozen", format_args!("profile {profile}, tab {tab}"));
        simulation.ether.freeze(&window.tab);
    }
}

/// The browser discards a tab.
pub fn kill(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    if let Some(window) = simulation.universe.one_of(&device.windows()) {
        let (profile, tab) = (device.profile.id(), window.tab.id());
        simulation.universe.happened("tabs killed", format_args!("profile {profile}, tab {tab}"));
        window.tab.kill();
    }
}

/// The browser crashes.
pub fn crash(simulation: &Rc<Simulation>) {
    if let Some(device) = device(simulation) {
        simulation.universe.happened("browser crashes", format_args!("profile {}", device.profile.id()));
        device.profile.crash();
    }
}

/// The device loses its power.
pub fn lose_power(simulation: &Rc<Simulation>) {
    if let Some(device) = device(simulation) {
        simulation.universe.happened("power losses", format_args!("profile {}", device.profile.id()));
        device.profile.lose_power(|at_risk| simulation.universe.below(at_risk + 1));
    }
}

/// Somebody sets the device's clock, by up to ten years in either direction.
pub fn set_clock(simulation: &Rc<Simulation>) {
    if let Some(device) = device(simulation) {
        let lot = simulation.universe.number() % (2 * TEN_YEARS.unsigned_abs());
        let skew = Span(i64::try_from(lot).unwrap_or_default() - TEN_YEARS);
        let days = skew.0 / 86_400_000;
        simulation.universe.happened("clocks set", format_args!("profile {}: {days} days", device.profile.id()));
        device.profile.set_clock(skew);
    }
}

/// The profile is copied, with the session and the device in it, and both are used.
pub fn copy(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    if simulation.devices.borrow().len() > 14 {
        return;
    }
    let cookies = simulation.ether.lines.borrow().get(&device.profile.id()).map(|line| line.cookies.clone());
    let profile = device.profile.copy(simulation.number());
    let (from, to) = (device.profile.id(), profile.id());
    simulation.universe.happened("profiles copied", format_args!("{from} to {to}"));
    simulation.add(&device.person, device.user.get(), profile, cookies.unwrap_or_default());
}

/// The servers are updated while a page of the version before stays open; seldom one that they understand no longer.
pub fn outdate(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    let page = if simulation.universe.one_in(4) { Page::TooOld } else { Page::Old };
    simulation.universe.happened("pages outdated", format_args!("{page:?} in profile {}", device.profile.id()));
    device.outdate(page);
}

/// Somebody loads an outdated page anew.
pub fn load_anew(simulation: &Rc<Simulation>) {
    let is_outdated = |device: &&Rc<Device>| device.page() != Page::Current;
    let outdated: Vec<Rc<Device>> = simulation.devices.borrow().iter().filter(is_outdated).cloned().collect();
    if let Some(device) = simulation.universe.one_of(&outdated) {
        simulation.universe.happened("pages loaded anew", format_args!("profile {}", device.profile.id()));
        device.load_anew();
    }
}
