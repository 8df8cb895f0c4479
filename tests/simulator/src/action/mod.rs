//! What happens in a run, one kind of thing a file; which, a lot decides.

mod browser;
mod network;
mod people;
mod server;

use crate::{device::Device, simulation::Simulation};
use std::rc::Rc;

type Action = fn(&Rc<Simulation>);

/// What happens anyway, and how often beside the others.
const WORK: &[(usize, Action)] = &[
    (60, people::issue),
    (6, people::issue_many),
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
    (2, people::sign_in),
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

/// One thing happens.
pub fn any(simulation: &Rc<Simulation>) {
    let troubles = if simulation.universe.rates.troubles { TROUBLES } else { &[] };
    let all = || WORK.iter().chain(troubles);
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
