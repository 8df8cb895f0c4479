//! Carries out what was agreed to for many users, with how far it is and the way back.

use super::Page;
use crate::{language::t, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::IssueError;
use rollcall_core::{
    command::Authored,
    query::{BulkAction, BulkOptions, bulk_options},
};
use std::collections::BTreeMap;

/// What may be done to many; tracked.
pub fn options(page: Page) -> BulkOptions {
    page.app.ask(|replica, now| bulk_options(replica.view(), &replica.context(now))).unwrap_or_default()
}

/// Does what was agreed to, says how many it went well for and why not for the others, and offers the way back.
pub fn start(page: Page, action: BulkAction, commands: Vec<(Authored, Option<Authored>)>) {
    page.list.select_none();
    spawn_local(async move {
        let (commands, undo): (Vec<_>, Vec<_>) = commands.into_iter().unzip();
        let Some(results) = issue(page, commands).await else { return };
        let app = page.app;
        let undo: Option<Vec<Authored>> =
            undo.into_iter().zip(&results).filter(|(_, result)| result.is_ok()).map(|(undo, _)| undo).collect();
        let count = results.iter().filter(|result| result.is_ok()).count();
        if count > 0 {
            let online = untrack(|| app.is_online());
            let undo = undo.filter(|undo| undo.iter().all(|undo| app.allows(undo)));
            let names = app.ask_once(|replica, _| text::bulk::done(&action, count, online, replica.view()));
            let said = names.unwrap_or_default();
            match undo {
                // The last first, so that each finds things as its command left them.
                Some(undo) => app.toasts.say_undo(said, move || take_back(page, undo.into_iter().rev().collect())),
                None => app.toasts.say(said),
            }
        }
        complain(page, &results);
    });
}

fn take_back(page: Page, commands: Vec<Authored>) {
    spawn_local(async move {
        let Some(results) = issue(page, commands).await else { return };
        if results.iter().any(Result::is_ok) {
            page.app.toasts.say(t!(undone));
        }
        complain(page, &results);
    });
}

type Issued = Vec<Result<rollcall_core::sync::Seq, IssueError>>;

/// Issues commands and shows how far it is.
async fn issue(page: Page, commands: Vec<Authored>) -> Option<Issued> {
    let engine = page.app.engine()?;
    let all = commands.len();
    // The page may be left meanwhile; the work goes on.
    let show = move |progress| {
        let _ = page.progress.try_set(progress);
    };
    show(Some((0, all)));
    let results = engine.issue_all(commands, move |done| show(Some((done, all)))).await;
    show(None);
    Some(results)
}

/// Says why some were left as they were.
fn complain(page: Page, results: &Issued) {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for error in results.iter().filter_map(|result| result.as_ref().err()) {
        *reasons.entry(page.app.issue_error(error)).or_default() += 1;
    }
    for (reason, count) in reasons {
        page.app.toasts.warn(t!(bulk_failed, count, reason));
    }
}
