//! What happens to the network, for longer than a request takes.

use super::device;
use crate::simulation::Simulation;
use std::rc::Rc;

/// A device loses its connection.
pub fn go_offline(simulation: &Rc<Simulation>) {
    set(simulation, true);
}

/// A device has a connection again.
pub fn come_back(simulation: &Rc<Simulation>) {
    set(simulation, false);
}

fn set(simulation: &Rc<Simulation>, offline: bool) {
    let Some(device) = device(simulation) else { return };
    let number = device.profile.id();
    if offline {
        simulation.universe.happened("devices offline", format_args!("profile {number}"));
    }
    if let Some(line) = simulation.ether.lines.borrow_mut().get_mut(&number) {
        line.offline = offline;
    }
    for window in device.windows() {
        window.tab.fire(if offline { "offline" } else { "online" });
    }
}

/// Nobody reaches the servers for a while.
pub fn cut(simulation: &Rc<Simulation>) {
    simulation.universe.happened("partitions", format_args!("of everybody from the servers"));
    simulation.ether.cut.set(true);
    let (ether, wait) = (simulation.ether.clone(), simulation.universe.millis(1_000, 20_000));
    tokio::task::spawn_local(async move {
        tokio::time::sleep(wait).await;
        ether.cut.set(false);
    });
}
