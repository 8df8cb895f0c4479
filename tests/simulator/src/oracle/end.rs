//! What must hold once nothing goes wrong any more: queues drain by themselves, and a device that was through everything
//! holds what a new one does.

use super::{ledger::outbox, past::Past};
use crate::{device::Device, simulation::Simulation};
use rollcall_client::{Link as Connection, Status};
use rollcall_core::{
    Actor, Context, Timestamp,
    access::Holding,
    context::View,
    id::{TenantId, UserId},
    model::Scheduled,
};
use rollcall_server::identity::Token;
use std::rc::Rc;
use uuid::Uuid;

/// Whether a device has nothing more to say, or said why it can't.
pub fn is_quiet(simulation: &Simulation, device: &Device) -> bool {
    let (windows, statuses) = (device.windows(), statuses(device));
    if windows.is_empty() || device.entering.get() {
        return false;
    }
    if may(simulation, device) {
        let settled = |status: &Status| status.link == Connection::Online && status.pending == 0 && status.ready;
        return statuses.len() == windows.len()
            && statuses.iter().all(settled)
            && outbox(&device.profile, account(simulation, device)).is_empty();
    }
    // Several devices of somebody who may not enter spend one allowance with what they try: those that wait hear that instead.
    let shut =
        |status: &Status| matches!(status.link, Connection::Forbidden(_) | Connection::SignedOut | Connection::Slowed);
    windows.iter().all(|window| window.asks() || window.engine().is_some_and(|engine| shut(&engine.status())))
}

/// Whether the device's person is a user that may open the portal, signed in with a session that holds.
pub fn may(simulation: &Simulation, device: &Device) -> bool {
    let disk = &simulation.disk;
    let user = device.user.get();
    let context = Context { actor: Actor::User(user), now: simulation.universe.now(), view: View::Whole };
    let admitted = |past: &mut Past| Holding::of_signed_in(past.now(), &context).is_ok();
    session(simulation, device).is_some_and(|secret| disk.opens(&secret, user))
        && disk.with_past(disk.tenant, admitted).unwrap_or_default()
}

/// The secret of the session that its browser holds.
fn session(simulation: &Simulation, device: &Device) -> Option<String> {
    let lines = simulation.ether.lines.borrow();
    lines.get(&device.profile.id())?.cookies.session().map(str::to_owned)
}

/// Whose session it is.
pub fn account(simulation: &Simulation, device: &Device) -> Option<Uuid> {
    let secret = session(simulation, device)?;
    let kept = simulation.disk.kept();
    Some(kept.accounts.session(&Token::brought(&secret).digest(), simulation.universe.now())?.account)
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
        device.user.get(),
        statuses(device),
        outbox(&device.profile, None).len()
    ));
}

/// What is due by now, and since when.
pub fn due(simulation: &Simulation) -> Vec<(TenantId, UserId, Option<Timestamp>)> {
    let now = simulation.universe.now();
    let tenants: Vec<TenantId> = simulation.disk.kept().tenants.keys().copied().collect();
    let of = |past: &mut Past| {
        let directory = past.now();
        let when = |user| (user, directory.scheduled(user).and_then(Scheduled::due));
        directory.scheduled_by(now).map(when).collect::<Vec<_>>()
    };
    let due = tenants.into_iter().map(|tenant| (tenant, simulation.disk.with_past(tenant, of).unwrap_or_default()));
    due.flat_map(|(tenant, due)| due.into_iter().map(move |(user, at)| (tenant, user, at))).collect()
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
