//! What must hold once nothing goes wrong any more: queues drain by themselves, and a device that was through everything
//! holds what a new one does.

use super::{ledger::outbox, past::Past};
use crate::{device::Device, simulation::Simulation};
use rollcall_client::{Link as Connection, Status};
use rollcall_core::{Actor, Context, access::Holding, context::View};
use std::rc::Rc;

/// Whether a device has nothing more to say, or said why it can't.
pub fn is_quiet(simulation: &Simulation, device: &Device) -> bool {
    let statuses = statuses(device);
    if statuses.is_empty() {
        return false;
    }
    if may(simulation, device) {
        let settled = |status: &Status| status.link == Connection::Online && status.pending == 0 && status.ready;
        return statuses.iter().all(settled) && outbox(&device.profile).is_empty();
    }
    statuses.iter().all(|status| matches!(status.link, Connection::Forbidden(_) | Connection::SignedOut))
}

/// Whether the device's person is a user that may open the portal, signed in with a session that holds.
pub fn may(simulation: &Simulation, device: &Device) -> bool {
    let disk = &simulation.disk;
    let session = simulation.ether.lines.borrow().get(&device.profile.id()).map(|line| line.session.clone());
    let context = Context { actor: Actor::User(device.user), now: simulation.universe.now(), view: View::Whole };
    let admitted = |past: &mut Past| Holding::of_signed_in(past.now(), &context).is_ok();
    session.is_some_and(|secret| disk.opens(&secret, device.user))
        && disk.with_past(disk.tenant, admitted).unwrap_or_default()
}

fn statuses(device: &Device) -> Vec<Status> {
    let windows = device.windows();
    let status = |engine: rollcall_client::Engine| engine.status();
    windows.iter().filter_map(|window| window.engine().map(status)).collect()
}

/// Says what keeps a device from being quiet.
pub fn complain(simulation: &Simulation, device: &Device) {
    simulation.universe.wrong(format!(
        "profile {} of user {} does not come to rest: {:?}, {} commands in its outbox",
        device.profile.id(),
        device.user,
        statuses(device),
        outbox(&device.profile).len()
    ));
}

/// Whether all that may be in step with the server are at its version.
pub fn is_in_step(simulation: &Simulation, device: &Rc<Device>) -> bool {
    let Some(head) = simulation.disk.head() else { return false };
    device.windows().iter().filter_map(|window| window.engine()).all(|engine| {
        engine.status().link != Connection::Online
            || engine.with(|replica| {
                replica
                    .cursor()
                    .is_some_and(|cursor| (cursor.log_epoch, cursor.version) == (head.log_epoch, head.version))
            })
    })
}
