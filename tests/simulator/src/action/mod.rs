//! What happens in a run, one kind of thing a file; which, a lot decides.

mod accounts;
mod browser;
mod network;
mod people;
mod server;

pub use accounts::Somebody;

use crate::{device::Device, simulation::Simulation};
use std::rc::Rc;

type Action = fn(&Rc<Simulation>);

/// What happens anyway, and how often beside the others.
const WORK: &[(usize, Action)] = &[
    (60, people::issue),
    (6, people::issue_many),
    (8, people::issue_against),
    (4, people::dismiss),
    (4, people::open),
    (3, people::close),
    (3, people::look_away),
    (4, server::report),
    (1, server::compact),
    (2, people::newcomer),
];

/// What happens besides when there are troubles.
const TROUBLES: &[(usize, Action)] = &[
    (4, network::go_offline),
    (5, network::come_back),
    (1, network::cut),
    (6, server::restart),
    (2, server::back_up),
    (1, server::restore),
    (1, server::sleep),
    (4, people::sign_in),
    (1, people::sign_out),
    (3, browser::freeze),
    (2, browser::kill),
    (1, browser::crash),
    (1, browser::lose_power),
    (2, browser::set_clock),
    (1, browser::copy),
    (2, browser::outdate),
    (2, browser::load_anew),
];

/// What people do with their accounts meanwhile.
const ACCOUNTS: &[(usize, Action)] = &[
    (8, accounts::open_mail),
    (5, accounts::sign_in),
    (1, accounts::sign_out),
    (3, accounts::look),
    (3, accounts::forget),
    (4, accounts::change_password),
    (3, accounts::change_address),
    (1, accounts::end_sessions),
    (8, accounts::administer),
    (5, accounts::attack),
    (2, accounts::outlive),
];

/// One thing happens, or two.
pub fn any(simulation: &Rc<Simulation>) {
    let troubles = if simulation.universe.rates.troubles { TROUBLES } else { &[] };
    draw(simulation, &[WORK, troubles]);
    if simulation.universe.one_in(2) {
        draw(simulation, &[ACCOUNTS]);
    }
}

fn draw(simulation: &Rc<Simulation>, tables: &[&[(usize, Action)]]) {
    let all = || tables.iter().copied().flatten();
    let mut lot = simulation.universe.below(all().map(|(weight, _)| weight).sum());
    for (weight, action) in all() {
        if lot < *weight {
            return action(simulation);
        }
        lot -= weight;
    }
}

fn device(simulation: &Rc<Simulation>) -> Option<Rc<Device>> {
    simulation.universe.one_of(&simulation.devices.borrow()).cloned()
}
