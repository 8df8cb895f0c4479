//! Asks before deleted users are restored, and says what comes back and what does not.

use super::{
    Page,
    detail::{back, lost},
};
use crate::{
    language::{self, t},
    list::plan::{Deal, Plan, carry_out, question},
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Directory,
    command::RestoreUser,
    id::UserId,
    model::UserKind,
    query::{Recycled, recycled},
};

/// The question.
pub fn question_of(page: Page, users: &[UserId], on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let wanted = app.ask_once(|replica, _| {
        let names = replica.view();
        let removed = users.iter().filter_map(|user| names.removed_user(*user));
        let deal = |user: UserId| {
            let command = Command::from(RestoreUser { user });
            let undo = command.undo(names);
            Deal::new(command, undo)
        };
        removed.map(|of| (of.user.display_name().into_owned(), deal(of.user.id))).collect::<Vec<_>>()
    });
    let wanted = wanted.unwrap_or_default();
    let name = wanted.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let mut plan = Plan::of(app, wanted);
    let able: Vec<UserId> = plan.deals.iter().filter_map(|deal| deal.command.command.user()).collect();
    plan.lines = app
        .ask_once(|replica, now| {
            let names = replica.view();
            let context = replica.context(now);
            let rows: Vec<Recycled> = able.iter().filter_map(|user| recycled(names, &context, *user)).collect();
            lines(&rows, names)
        })
        .unwrap_or_default();
    let plan = plan.said_offline(app);
    let deals = plan.deals.clone();
    let count = deals.len();
    let asked = count.max(users.len().min(1));
    let title = t!(bin_restore_title, count = asked, name = name.as_str());
    let yes = move |()| {
        let name = name.clone();
        let online = untrack(|| app.is_online());
        page.list.close();
        carry_out(page.list, deals.clone(), move |count| match online {
            true => t!(bin_restored, count, name),
            false => t!(bin_restored_later, count, name),
        });
    };
    question(title, None, plan, t!(bin_restore), "primary", Callback::new(yes), on_close)
}

/// What comes of it, a line each.
fn lines(rows: &[Recycled], names: &Directory) -> Vec<String> {
    let mut lines = Vec::new();
    match rows {
        [] => return lines,
        [row] => {
            let facts = back(row, names);
            if !facts.is_empty() {
                let all = facts.into_iter().flat_map(|(_, values)| values).collect::<Vec<_>>();
                lines.push(t!(bin_back_line, all));
            }
            lines.extend(lost(row, names));
        }
        many => {
            let partly = many.iter().filter(|row| !row.missing.is_empty());
            let partly: Vec<String> = partly.map(|row| row.name.clone()).collect();
            if !partly.is_empty() {
                lines.push(t!(bin_back_partly, count = partly.len(), names = language::list(&partly)));
            }
        }
    }
    let person =
        |row: &Recycled| names.removed_user(row.user).is_some_and(|removed| removed.user.kind == UserKind::Person);
    if rows.iter().any(person) {
        lines.push(t!(bin_restore_means));
    }
    lines
}
