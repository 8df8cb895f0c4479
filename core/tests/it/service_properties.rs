//! A service never does, nor sees, what whoever made it could not at that moment (invariant 7), whatever people do meanwhile.

use crate::support::{
    SALES,
    verbs::rich_world,
    world::{history, permissions, user},
};
use proptest::{prelude::*, sample::select};
use rollcall_core::{
    Actor, Context, Service,
    access::{Holding, visible},
    decide,
    id::{ServiceId, UserId},
    model::Scope,
};

/// A service of somebody, given a few permissions or all, somewhere.
fn given() -> impl Strategy<Value = (bool, Service)> {
    let scope = select(vec![Scope::Organisation, Scope::Team(SALES), Scope::Own]);
    (any::<bool>(), user(), permissions(), scope).prop_map(|(all, maker, few, scope)| {
        let permissions = if all { rollcall_core::access::Permissions::all() } else { few };
        (all, Service { id: ServiceId::fixed(1), maker, permissions, scope })
    })
}

fn made_by(service: Service, maker: UserId) -> Service {
    Service { maker, ..service }
}

proptest! {
    #[test]
    fn no_service_does_what_its_maker_may_not(history in history(40), (_, service) in given()) {
        let mut directory = rich_world();
        for (context, command) in &history {
            if let Actor::User(maker) = context.actor {
                let by_key = Context { actor: Actor::Service(made_by(service, maker)), ..*context };
                if decide(&directory, &by_key, command).is_ok() {
                    let own = decide(&directory, context, command);
                    prop_assert!(own.is_ok(), "{service:?} may {command:?}, and its maker may not: {own:?}");
                }
            }
            if let Ok(decision) = decide(&directory, context, command) {
                directory.apply(&decision.changes);
            }
        }
    }

    #[test]
    fn no_service_sees_what_its_maker_does_not(history in history(20), (_, service) in given()) {
        let mut directory = rich_world();
        for (context, command) in &history {
            if let Ok(decision) = decide(&directory, context, command) {
                directory.apply(&decision.changes);
            }
        }
        let Some((Context { now, .. }, _)) = history.last() else { return Ok(()) };
        let maker = Holding::of(&directory, service.maker, *now);
        let program = Holding::of_service(&directory, service, *now);
        for record in directory.records() {
            let Some(seen) = visible(&directory, &program, &record) else { continue };
            let whole = visible(&directory, &maker, &record);
            prop_assert!(
                whole.as_ref() == Some(&seen) || whole.as_ref() == Some(&record),
                "{service:?} sees {seen:?}, its maker {whole:?}"
            );
        }
    }
}
