//! Carries out a plan: something happens again and again, then all calms down.

use crate::{
    action, panics,
    simulation::{Plan, Report, Simulation},
    universe::Universe,
};
use std::{rc::Rc, sync::Arc};
use tokio::task::LocalSet;

/// Carries out a plan. The same plan always comes to the same.
///
/// # Panics
/// When the machine gives no room for a runtime.
pub fn run(plan: &Plan) -> Report {
    #[expect(clippy::expect_used, reason = "a runtime without threads and without I/O needs nothing but memory")]
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime without threads");
    let local = LocalSet::new();
    panics::watch();
    drop(panics::take());
    let universe = runtime.block_on(local.run_until(async {
        let universe = Arc::new(Universe::new(plan.seed, plan.rates.clone(), plan.bug));
        let simulation = Simulation::begin(universe.clone()).await;
        live(&simulation, plan.steps).await;
        if !universe.is_wrong() {
            simulation.end().await;
        }
        simulation.close();
        universe
    }));
    drop(local);
    let (wrong, counts, trace, digest) = universe.results();
    Report { seed: plan.seed, wrong, counts, trace, digest }
}

/// Things happen.
async fn live(simulation: &Rc<Simulation>, steps: usize) {
    for _ in 0..steps {
        action::any(simulation);
        tokio::time::sleep(simulation.universe.millis(0, 1_500)).await;
        simulation.check();
        if simulation.universe.is_wrong() {
            return;
        }
    }
}
