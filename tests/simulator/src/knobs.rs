//! The sizes from which on servers and browsers go other ways, drawn by the seed: a small organisation takes the ways of a
//! large one. The product declares each of them once; here is how small it may be.

use rollcall_client::Tuning as ClientTuning;
use rollcall_core::time::Span;
use rollcall_server::limits::{Hashing, JobLimits, Limits, MailBudget, StreamLimits, Tries, Tuning, WorkLimits};
use std::time::Duration;

/// As little as there can be, in the simulation's one thread.
pub fn hashing() -> Hashing {
    Hashing { memory: 8, passes: 1, inline: true }
}

/// What the seed drew.
#[derive(Clone, Debug)]
pub struct Knobs {
    pub server: Limits,
    pub client: ClientTuning,
}

impl Knobs {
    /// Those of the product, save what a simulation must have.
    pub fn usual() -> Self {
        // All people share one address of the network.
        let tries = Tries { network: 100_000, ..Tries::default() };
        let tenants = Tuning::default();
        Self { server: Limits { hashing: hashing(), tenants, tries, ..Limits::default() }, client: ClientTuning::USUAL }
    }

    /// Those of a seed. Lots of their own: a further knob leaves what else the seed does as it was.
    pub fn draw(seed: u64) -> Self {
        let mut lots = Lots(fastrand::Rng::with_seed(!seed));
        let Self { server, client } = Self::usual();
        let Limits { mail, tenants, jobs, streams, work, tries, .. } = server;
        let mut drawn = Self {
            server: Limits {
                tenants: Tuning {
                    at_once: lots.draw([0, 10, tenants.at_once]),
                    bytes_at_once: tenants.bytes_at_once,
                    changes: tenants.changes,
                    slice: lots.draw([1, 7, tenants.slice]),
                    group: lots.draw([1, 2, tenants.group]),
                    commands: lots.draw([1, 3, tenants.commands]),
                    decided: lots.draw([1, 5, tenants.decided]),
                    remembered: lots.draw([0, 5, tenants.remembered]),
                    devices: lots.draw([1, 3, tenants.devices]),
                    worth_asking: lots.draw([0, tenants.worth_asking, tenants.worth_asking]),
                    idle: lots.draw([1, 4, tenants.idle]),
                },
                jobs: JobLimits {
                    claimed: lots.draw([1, 3, jobs.claimed]),
                    abreast: lots.draw([1, 2, jobs.abreast]),
                    tries: lots.draw([2, 4, jobs.tries]),
                    rows: lots.draw([1, 4, jobs.rows]),
                },
                mail: MailBudget {
                    organisation: lots.draw([3, 10, mail.organisation]),
                    address: lots.draw([2, 5, mail.address]),
                    forgotten: lots.draw([1, 2, mail.forgotten]),
                    window: Span(lots.draw([20_000, 60_000, mail.window.0])),
                },
                streams: StreamLimits {
                    user: lots.draw([1, 2, streams.user]),
                    tenant: lots.draw([3, streams.tenant, streams.tenant]),
                    all: lots.draw([4, streams.all, streams.all]),
                    ..streams
                },
                work: WorkLimits { commands: lots.draw([2, 6, work.commands]), ..work },
                tries: Tries { table: lots.draw([8, tries.table, tries.table]), ..tries },
                ..server
            },
            client: ClientTuning {
                records_per_chunk: lots.draw([1, 10, client.records_per_chunk]),
                tail_batches: lots.draw([0, 3, client.tail_batches]),
                tail_puts: lots.draw([0, 10, client.tail_puts]),
                stored_at_once: lots.draw([1, 2, client.stored_at_once]),
                sent_at_once: lots.draw([1, 3, client.sent_at_once]),
                always_redone: lots.draw([0, 1, client.always_redone]),
            },
        };
        // Later ones last, so that the others are what they were.
        let Limits { streams, work, .. } = &mut drawn.server;
        streams.again = lots.draw([Duration::from_secs(20), streams.again, streams.again]);
        streams.look = lots.draw([streams.look, Duration::from_secs(60), Duration::from_secs(600)]);
        work.burst = lots.draw([1, 1, work.burst]);
        (work.bytes, work.window) = (lots.draw([600, work.bytes, work.bytes]), Span(60_000));
        let tenants = &mut drawn.server.tenants;
        tenants.changes = lots.draw([1, 20, tenants.changes]);
        tenants.bytes_at_once = lots.draw([0, 2_000, tenants.bytes_at_once]);
        drawn
    }
}

struct Lots(fastrand::Rng);

impl Lots {
    fn draw<T: Copy + Default>(&mut self, values: [T; 3]) -> T {
        values.get(self.0.usize(..3)).copied().unwrap_or_default()
    }
}
