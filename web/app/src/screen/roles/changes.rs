//! What was changed in the matrix and is not saved: a bar that says how much, and what comes of it before it is saved, role by role.

use super::{Page, named};
use crate::{
    language::{self, t},
    state::App,
    text,
    ui::{banner::Banner, button::Button, dialog::Dialog, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Command,
    access::{permission_rows, permissions_of},
    command::{Authored, EditRole},
    id::RoleId,
    model::Role,
};

/// A role as it was when its first cell was changed, and what its rows would be.
type Changed = (Role, Vec<bool>);

/// What was changed. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Changes {
    app: App,
    all: RwSignal<Vec<Changed>>,
}

impl Changes {
    pub fn new(app: App) -> Self {
        let all = RwSignal::new(Vec::<Changed>::new());
        app.unsaved.watch(Signal::derive(move || all.try_with(Vec::is_empty) == Some(false)));
        Self { app, all }
    }

    /// The rows of a role as they would be; none: nothing of it was changed. Tracked.
    pub fn rows(self, id: RoleId) -> Option<Vec<bool>> {
        self.all.with(|all| all.iter().find(|(role, _)| role.id == id).map(|(_, rows)| rows.clone()))
    }

    /// Changes a cell, or changes it back.
    pub fn toggle(self, id: RoleId, row: usize) {
        let stands = self.app.ask_once(|replica, _| replica.view().role(id).cloned()).flatten();
        let Some(stands) = stands else { return };
        self.all.update(|all| {
            let at = all.iter().position(|(role, _)| role.id == id).unwrap_or_else(|| {
                let rows = permission_rows(stands.permissions);
                all.push((stands, rows));
                all.len() - 1
            });
            let Some((role, rows)) = all.get_mut(at) else { return };
            if let Some(held) = rows.get_mut(row) {
                *held = !*held;
            }
            if *rows == permission_rows(role.permissions) {
                all.remove(at);
            }
        });
    }

    /// The edits that it comes to, each with what was seen.
    fn edits(self) -> Vec<Edit> {
        let edit = |(seen, rows): &Changed| Edit {
            wanted: Role { permissions: permissions_of(rows), ..seen.clone() },
            seen: seen.clone(),
            rows: rows.clone(),
        };
        self.all.with(|all| all.iter().map(edit).collect())
    }

    /// How many cells were changed.
    fn cells(self) -> usize {
        let cells = |(role, rows): &Changed| {
            permission_rows(role.permissions).iter().zip(rows).filter(|(before, after)| before != after).count()
        };
        self.all.with(|all| all.iter().map(cells).sum())
    }
}

/// An edit of a role.
#[derive(Clone)]
struct Edit {
    seen: Role,
    wanted: Role,
    rows: Vec<bool>,
}

impl Edit {
    fn command(&self) -> Command {
        EditRole { role: self.wanted.clone() }.into()
    }

    fn as_seen(&self) -> Command {
        EditRole { role: self.seen.clone() }.into()
    }

    /// Why it can't be done now, as a sentence.
    fn refused(&self, app: App) -> Option<String> {
        let refused = app.ask(|replica, now| {
            let refused = replica.check(&self.command(), Some(&self.as_seen()), now).err()?;
            Some(text::refusals(&refused.into_vec(), Some(replica.view())))
        });
        refused.flatten()
    }
}

/// The bar, while anything is changed.
pub fn bar(page: Page, changes: Changes) -> AnyView {
    let asked = RwSignal::new(false);
    let some = Memo::new(move |_| changes.all.with(|all| !all.is_empty()));
    let why_not = Memo::new(move |_| changes.edits().iter().find_map(|edit| edit.refused(page.app)));
    let said = move || t!(roles_changed, count = changes.cells());
    let discard = move |_| changes.all.set(Vec::new());
    let draw = move || {
        some.get().then(|| {
            view! {
                <section class="matrix-bar" aria-label=t!(roles_changes)>
                    <div>
                        <p role="status">{said}</p>
                        {move || why_not.get().map(|why| view! { <p class="error">{why}</p> })}
                    </div>
                    <div class="row-of end">
                        <Button label=t!(discard) on_click=Callback::new(discard) />
                        <Button label=t!(roles_review) kind="primary" on_click=Callback::new(move |_| asked.set(true)) />
                    </div>
                </section>
            }
        })
    };
    let close = Callback::new(move |()| asked.set(false));
    view! {
        {draw}
        {move || asked.get().then(|| review(page, changes, close))}
    }
    .into_any()
}

/// What comes of it, role by role, and the button that saves it.
fn review(page: Page, changes: Changes, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let edits = untrack(|| changes.edits());
    let refused: Vec<Option<String>> = untrack(|| edits.iter().map(|edit| edit.refused(app)).collect());
    let ready: Vec<Edit> =
        edits.iter().zip(&refused).filter(|(_, why)| why.is_none()).map(|(edit, _)| edit.clone()).collect();
    let idle = ready.is_empty();
    let one = |(edit, why): (&Edit, Option<String>)| {
        let before = permission_rows(edit.seen.permissions);
        let turned = |to: bool| -> Vec<String> {
            let turned = |(before, after): (&bool, &bool)| *after == to && before != after;
            let rows: Vec<bool> = before.iter().zip(&edit.rows).map(turned).collect();
            named(&rows)
        };
        let (gains, loses) = (turned(true), turned(false));
        let impact = app.engine().and_then(|engine| engine.dry_run(&edit.command()).ok());
        let comes = app.ask_once(|replica, _| {
            impact.map(|impact| text::bulk::impact(&impact, false, replica.view())).unwrap_or_default()
        });
        let lines = comes.unwrap_or_default();
        view! {
            <section class="role-change">
                <h3><bdi>{edit.seen.name.to_string()}</bdi></h3>
                {why.map(|why| view! { <Banner tone="bad" sign=Icon::Alert><p>{why}</p></Banner> })}
                <dl class="changed">
                    {(!gains.is_empty()).then(|| view! { <div><dt>{t!(roles_gains)}</dt><dd><ins>{language::list(&gains)}</ins></dd></div> })}
                    {(!loses.is_empty()).then(|| view! { <div><dt>{t!(roles_loses)}</dt><dd><del>{language::list(&loses)}</del></dd></div> })}
                </dl>
                {(!lines.is_empty())
                    .then(|| view! { <ul class="consequences">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul> })}
            </section>
        }
    };
    let each = edits.iter().zip(refused).map(one).collect_view();
    let offline = (!untrack(|| app.is_online())).then(|| view! { <p class="soft">{t!(ask_offline)}</p> });
    let save = move |_| {
        on_close.run(());
        save(app, changes, ready.clone());
    };
    view! {
        <Dialog title=t!(roles_review_title) on_close=move || on_close.run(())>
            <div class="frame">
                <div class="body">{each} {offline}</div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close.run(())) />
                    <Button label=t!(save) kind="primary" disabled=idle on_click=Callback::new(save) />
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Saves what can be, takes it off the page, and offers the way back.
fn save(app: App, changes: Changes, edits: Vec<Edit>) {
    spawn_local(async move {
        let Some(engine) = app.engine() else { return };
        let authored = |edit: &Edit| Authored { command: edit.command(), seen: Some(edit.as_seen()) };
        let results = engine.issue_all(edits.iter().map(authored).collect(), |_| {}).await;
        let mut undo = Vec::new();
        for (edit, result) in edits.iter().zip(&results) {
            match result {
                Ok(_) => {
                    undo.push(Authored { command: edit.as_seen(), seen: Some(edit.command()) });
                    // The page may be left meanwhile.
                    changes.all.try_update(|all| all.retain(|(role, _)| role.id != edit.seen.id));
                }
                Err(error) => app.toasts.warn(app.issue_error(error)),
            }
        }
        undo.reverse();
        if undo.is_empty() {
            return;
        }
        let said = t!(roles_saved, count = undo.len());
        if undo.iter().all(|undo| app.allows(undo)) {
            app.toasts.say_undo(said, move || take_back(app, undo));
        } else {
            app.toasts.say(said);
        }
    });
}

fn take_back(app: App, undo: Vec<Authored>) {
    spawn_local(async move {
        let Some(engine) = app.engine() else { return };
        let results = engine.issue_all(undo, |_| {}).await;
        if results.iter().any(Result::is_ok) {
            app.toasts.say(t!(undone));
        }
        results
            .iter()
            .filter_map(|result| result.as_ref().err())
            .for_each(|error| app.toasts.warn(app.issue_error(error)));
    });
}
