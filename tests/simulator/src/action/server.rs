//! What happens on the side of the servers.

use crate::simulation::{NODES, Simulation};
use rollcall_core::{Actor, Command, time::Span};
use rollcall_server::tenant::Order;
use std::rc::Rc;

/// A server is restarted, and those that died are replaced.
pub fn restart(simulation: &Rc<Simulation>) {
    if let Some(node) = simulation.universe.one_of(&simulation.ether.nodes.borrow())
        && simulation.universe.one_in(2)
    {
        simulation.universe.happened("servers died", format_args!("{}, killed", node.number));
        node.life.end();
    }
    simulation.ether.nodes.borrow_mut().retain(|node| !node.life.is_over());
    while simulation.ether.nodes.borrow().len() < NODES {
        simulation.start_node();
    }
}

/// The operator takes a backup.
pub fn back_up(simulation: &Rc<Simulation>) {
    simulation.universe.happened("backups", format_args!("{:?}", simulation.disk.head()));
    simulation.disk.back_up();
}

/// The operator stops the servers, puts the last backup in place, and starts them again.
pub fn restore(simulation: &Rc<Simulation>) {
    for node in simulation.ether.nodes.take() {
        node.life.end();
    }
    if simulation.disk.restore() {
        simulation.universe.happened("restores", format_args!("{:?}", simulation.disk.head()));
        // All sessions are over. People find out, and most sign in again before long.
        for device in simulation.devices.borrow().iter().filter(|_| !simulation.universe.one_in(4)) {
            let (simulation, device, wait) =
                (simulation.clone(), device.clone(), simulation.universe.millis(0, 20_000));
            tokio::task::spawn_local(async move {
                tokio::time::sleep(wait).await;
                simulation.sign_in(&device);
            });
        }
    }
    restart(simulation);
}

/// Everybody sleeps, for hours: what is good for a day may be over after it.
pub fn sleep(simulation: &Rc<Simulation>) {
    let hours = simulation.universe.below(30);
    simulation.universe.happened("nights", format_args!("{hours} hours"));
    let span = Span::hours(i64::try_from(hours).unwrap_or_default());
    simulation.universe.leap(span);
    for node in simulation.ether.nodes.borrow().iter() {
        node.clock.advance(span);
    }
}

/// The phone system and those who accept invitations come by the server itself.
pub fn report(simulation: &Rc<Simulation>) {
    let Some(node) = simulation.universe.one_of(&simulation.ether.nodes.borrow()).cloned() else { return };
    let Some(command) = simulation.commands.borrow_mut().draw() else { return };
    let actor = match &command {
        Command::AcceptInvitation(accept) => Actor::Invitee(accept.user),
        Command::StartCall(_) | Command::AnswerCall(_) | Command::EndCall(_) => Actor::System,
        _ => return,
    };
    simulation.universe.happened("commands of the server's own", format_args!("{command:?}"));
    let tenant = node.tenants.tenant(simulation.disk.tenant);
    tokio::task::spawn_local(async move {
        tokio::select! {
            biased;
            () = node.life.over() => {}
            _ = tenant.run(vec![Order::new(actor, command)]) => {}
        }
    });
}

/// The housekeeping forgets what was removed.
pub fn compact(simulation: &Rc<Simulation>) {
    simulation.universe.happened("compactions", format_args!("up to {:?}", simulation.disk.head()));
    simulation.disk.compact();
}
