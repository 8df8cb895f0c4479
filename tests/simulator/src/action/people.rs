//! What people do in their browsers.

use super::device;
use crate::{
    commands::PEOPLE,
    device::{Device, Window},
    oracle::ledger::inbox,
    simulation::Simulation,
};
use rollcall_core::Command;
use std::rc::Rc;

/// How often a person thinks again before it tries what it may not.
const THOUGHTS: usize = 40;
/// No person has more devices than that.
const DEVICES: usize = 14;

/// Somebody does something, mostly something that it may.
pub fn issue(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    let Some(window) = window(simulation, &device) else { return };
    if let Some(command) = think(simulation, &window) {
        let number = device.profile.id();
        simulation.universe.happened("commands tried", format_args!("by profile {number}: {command:?}"));
        device.issue(&window, command);
    }
}

/// Somebody does several things at once.
pub fn issue_many(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    for _ in 0..simulation.universe.below(6) {
        let Some(window) = window(simulation, &device) else { return };
        if let Some(command) = think(simulation, &window) {
            let number = device.profile.id();
            simulation.universe.happened("commands tried", format_args!("by profile {number}: {command:?}"));
            device.issue(&window, command);
        }
    }
}

/// Two people edit the same thing, and neither has seen what the other wants.
pub fn issue_against(simulation: &Rc<Simulation>) {
    let (Some(one), Some(other)) = (device(simulation), device(simulation)) else { return };
    let (Some(window), Some(others)) = (window(simulation, &one), window(simulation, &other)) else { return };
    for _ in 0..THOUGHTS {
        let Some((command, against)) = simulation.commands.borrow_mut().draw_two() else { return };
        if may(&window, &command) && may(&others, &against) {
            let (number, against_number) = (one.profile.id(), other.profile.id());
            let by = format_args!("by profiles {number} and {against_number}: {command:?}, {against:?}");
            simulation.universe.happened("edits against each other", by);
            one.issue(&window, command);
            return other.issue(&others, against);
        }
    }
}

/// Somebody deals with refused work.
pub fn dismiss(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    let Some(window) = window(simulation, &device) else { return };
    let rejected = inbox(&device.profile);
    if let Some(rejected) = simulation.universe.one_of(&rejected) {
        let number = device.profile.id();
        simulation.universe.happened("refusals dealt with", format_args!("by profile {number}"));
        device.dismiss(&window, rejected.envelope.seq);
    }
}

/// Somebody opens one more tab, or its browser again.
pub fn open(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    if device.windows().len() < 3 {
        simulation.universe.happened("tabs opened", format_args!("in profile {}", device.profile.id()));
        device.open();
    }
}

/// Somebody closes a tab.
pub fn close(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    if let Some(window) = simulation.universe.one_of(&device.windows()) {
        let (profile, tab) = (device.profile.id(), window.tab.id());
        simulation.universe.happened("tabs closed", format_args!("profile {profile}, tab {tab}"));
        window.tab.kill();
    }
}

/// Somebody looks at another tab.
pub fn look_away(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    let windows = device.windows();
    let shown = simulation.universe.below(windows.len());
    for (place, window) in windows.iter().enumerate() {
        window.tab.show(place == shown);
    }
}

/// Somebody signs in again.
pub fn sign_in(simulation: &Rc<Simulation>) {
    if let Some(device) = device(simulation) {
        simulation.universe.happened("signed in again", format_args!("profile {}", device.profile.id()));
        simulation.sign_in(&device);
    }
}

/// Somebody signs out.
pub fn sign_out(simulation: &Rc<Simulation>) {
    let Some(device) = device(simulation) else { return };
    let Some(window) = window(simulation, &device) else { return };
    let even_unsynced = simulation.universe.one_in(3);
    let number = device.profile.id();
    simulation.universe.happened("signed out", format_args!("profile {number}, even unsynced: {even_unsynced}"));
    device.sign_out(&window, even_unsynced);
}

/// Somebody takes one more device.
pub fn newcomer(simulation: &Rc<Simulation>) {
    if simulation.devices.borrow().len() < DEVICES
        && let Some(user) = simulation.universe.one_of(&PEOPLE)
        && let Some(device) = simulation.add_device(*user)
    {
        simulation.universe.happened("new devices", format_args!("profile {} of {user}", device.profile.id()));
    }
}

/// A tab of the device; one is opened when there is none.
fn window(simulation: &Rc<Simulation>, device: &Rc<Device>) -> Option<Rc<Window>> {
    let windows = device.windows();
    if windows.is_empty() {
        device.open();
    }
    simulation.universe.one_of(&windows).cloned()
}

/// A command that comes to the person's mind: one that it may, unless it thinks of none.
fn think(simulation: &Rc<Simulation>, window: &Window) -> Option<Command> {
    window.engine()?;
    let mut commands = simulation.commands.borrow_mut();
    let mut thought = commands.draw()?;
    for _ in 0..THOUGHTS {
        if may(window, &thought) {
            break;
        }
        thought = commands.draw()?;
    }
    Some(thought)
}

/// Whether the person may, as far as its window knows.
fn may(window: &Window, command: &Command) -> bool {
    let Some(engine) = window.engine() else { return false };
    window.tab.enter(|| engine.with(|replica| replica.check(command, None, engine.now()).is_ok()))
}
