//! What accounts leave on a device that several people use: signing out with and without a network, and somebody else
//! signing in. All databases of an account are meant, those of organisations that were opened earlier too.

use crate::{
    Engine, WipeError, api,
    databases::{all, delete, is_of, of},
    remembered, settings,
    store::{Store, StoreError, Unsynced},
};
use uuid::Uuid;

/// How signing out ended. On the device it is done either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedOut {
    /// The server has ended the session.
    Everywhere,
    /// The server could not be told. It is at the next contact, before anything else is asked, and until then nobody gets in
    /// here without signing in.
    Here,
}

/// Signs an account out: forgets it, deletes all of its databases on this device, and ends the session. `engine` is the one
/// that is open, if any.
///
/// # Errors
/// [`WipeError::Unsynced`] while more work would be lost, in all of the databases together, than `may_lose`: a change that came
/// after somebody agreed to it is asked about again. [`WipeError::NotDeleted`] when the browser would not. The account stays
/// signed in then.
pub async fn sign_out(engine: Option<Engine>, account: Uuid, may_lose: Unsynced) -> Result<SignedOut, WipeError> {
    let others = others(engine.as_ref(), account).await;
    match counted(engine.as_ref(), &others).await {
        Ok(all) if all.is_within(may_lose) => {}
        Ok(all) => return Err(WipeError::Unsynced(all)),
        // What can't be counted goes with what somebody agreed to lose.
        Err(_) if may_lose.any() => {}
        Err(error) => return Err(error),
    }
    // Before anything goes: whatever happens to this page now, the cookie lets nobody in again.
    let marked = remembered::is_signed_out();
    remembered::mark_signed_out();
    if let Err(error) = wipe(engine, &others, may_lose).await {
        if !marked {
            remembered::told_signed_out();
        }
        return Err(error);
    }
    remembered::clear();
    Ok(match api::end_session().await {
        Ok(()) => SignedOut::Everywhere,
        Err(_) => SignedOut::Here,
    })
}

/// How many commands of an account, in all of its databases on this device, have not reached the server, and how many came
/// back refused and nobody has dealt with them. `engine` is the one that is open, if any.
///
/// # Errors
/// [`WipeError::NotDeleted`] when a database can't be read.
pub async fn unsynced(engine: Option<&Engine>, account: Uuid) -> Result<Unsynced, WipeError> {
    counted(engine, &others(engine, account).await).await
}

/// The databases of an account besides the one that is open.
async fn others(engine: Option<&Engine>, account: Uuid) -> Vec<String> {
    let open = engine.map(Engine::store_name);
    of(account).await.into_iter().filter(|name| Some(name.as_str()) != open).collect()
}

/// The unsynced work in the database that is open and in the others.
async fn counted(engine: Option<&Engine>, others: &[String]) -> Result<Unsynced, WipeError> {
    let status = engine.map(Engine::status);
    let mut all =
        status.map_or_else(Unsynced::default, |status| Unsynced { outbox: status.pending, inbox: status.inbox });
    for name in others {
        all += Store::alone(name).unsynced().await.map_err(|error| WipeError::of(&error))?;
    }
    Ok(all)
}

async fn wipe(engine: Option<Engine>, others: &[String], mut may_lose: Unsynced) -> Result<(), WipeError> {
    for name in others {
        let store = Store::alone(name);
        match store.empty(may_lose).await {
            Ok(Ok(lost)) => may_lose = may_lose.less(lost),
            Ok(Err(unsynced)) => return Err(WipeError::Unsynced(unsynced)),
            Err(StoreError::Ended) => {}
            Err(_) if may_lose.any() => {}
            Err(error) => return Err(WipeError::of(&error)),
        }
        delete(&store, name).await.map_err(|error| WipeError::of(&error))?;
    }
    match engine {
        Some(engine) => engine.wipe(may_lose).await,
        None => Ok(()),
    }
}

/// An account has entered: what other accounts left on this device goes. Their unsynced work stays, to be sent when they
/// sign in again, and nothing of the directory with it. Answers how many of their databases hold such work.
pub async fn entered(account: Uuid) -> usize {
    settings::clear_others(account);
    let mut kept = 0;
    for name in all().await {
        if is_of(&name, account) {
            continue;
        }
        let store = Store::alone(&name);
        match store.empty(Unsynced::NONE).await {
            // What is left of it is found again the next time.
            Ok(Ok(_)) => drop(delete(&store, &name).await),
            Ok(Err(_)) => {
                kept += 1;
                // Tried again the next time, too.
                let _ = store.purge_whoever().await;
            }
            Err(_) => {}
        }
    }
    kept
}
