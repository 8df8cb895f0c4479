//! The list of users as a file: which of them, as the list shows them or by their state, with which columns, as a workbook or as CSV
//! (S2.16). It is made on this device, without a network too.

use super::Page;
use crate::{
    download::{Content, download},
    language::t,
    text,
    ui::{button::Button, dialog::Dialog},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    id::UserId,
    transfer::{CsvStyle, ExportUsers, UserRows, csv},
};
use rollcall_view::list::{Columns, USERS, user_column};
use std::collections::HashSet;

/// Which users.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// Those that the list shows, in its order.
    Shown,
    Of(ExportUsers),
    /// Those who are selected in the list.
    Selected,
}

/// The dialog.
#[component]
pub fn Export(on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let selected = page.selection();
    let shown: Vec<UserId> = page.list.everything().into_iter().map(UserId::new).collect();
    let selected = in_order(&shown, selected);
    let which = RwSignal::new(if selected.is_empty() { Which::Shown } else { Which::Selected });
    let all_columns = RwSignal::new(true);
    let workbook = RwSignal::new(true);
    let mut choices = vec![
        (Which::Shown, t!(export_shown, count = shown.len())),
        (Which::Of(ExportUsers::All), t!(export_all)),
        (Which::Of(ExportUsers::Active), t!(export_active)),
        (Which::Of(ExportUsers::Prepared), t!(export_prepared)),
        (Which::Of(ExportUsers::Both), t!(export_both)),
    ];
    if !selected.is_empty() {
        choices.push((Which::Selected, t!(export_selected, count = selected.len())));
    }
    let columns = move || {
        let shown = |columns: &Columns| columns.of(&USERS).filter_map(|column| user_column(column.key)).collect();
        (!all_columns.get_untracked()).then(|| page.list.shown_columns(shown))
    };
    let choices = choices.into_iter().map(|(mine, label)| radio("export-which", which, mine, label)).collect_view();
    let save = move |_| {
        let rows = page.app.ask_once(|replica, now| {
            let context = replica.context(now);
            let of = |users: &[UserId]| UserRows::of(replica.view(), &context, ExportUsers::All, users);
            let users = match which.get_untracked() {
                Which::Of(which) => UserRows::new(replica.view(), &context, which),
                Which::Shown => of(&shown),
                Which::Selected => of(&selected),
            };
            let rows = users.map(|users| match columns() {
                Some(columns) => users.with_columns(columns).rows().collect::<Vec<_>>(),
                None => users.rows().collect(),
            });
            rows.map_err(|refusal| text::refusals(&[refusal], Some(replica.view())))
        });
        match rows {
            Some(Ok(rows)) => {
                let content = if workbook.get_untracked() {
                    Content::Sheet(t!(users), rows)
                } else {
                    Content::Csv(csv(CsvStyle::default(), rows))
                };
                spawn_local(download(page.app, "users".to_owned(), content));
            }
            Some(Err(said)) => page.app.toasts.warn(said),
            None => {}
        }
        on_close.run(());
    };
    view! {
        <Dialog title=t!(export_title) narrow=true on_close=move || on_close.run(())>
            <div class="frame">
                <div class="body">
                    <div class="field">
                        <span class="label">{t!(export_which)}</span>
                        <div class="readings" role="radiogroup" aria-label=t!(export_which)>{choices}</div>
                    </div>
                    <div class="field">
                        <span class="label">{t!(export_columns)}</span>
                        <div class="readings" role="radiogroup" aria-label=t!(export_columns)>
                            {radio("export-columns", all_columns, true, t!(export_columns_all))}
                            {radio("export-columns", all_columns, false, t!(export_columns_shown))}
                        </div>
                    </div>
                    <div class="field">
                        <span class="label">{t!(export_format)}</span>
                        <div class="readings" role="radiogroup" aria-label=t!(export_format)>
                            {radio("export-format", workbook, true, t!(export_workbook))}
                            {radio("export-format", workbook, false, t!(export_csv))}
                        </div>
                    </div>
                    <p class="soft">{t!(export_note)}</p>
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close.run(())) />
                    <Button label=t!(export_save) kind="primary" on_click=Callback::new(save) />
                </div>
            </div>
        </Dialog>
    }
}

/// Who is selected, in the order of the list; behind them those that it does not show at the moment.
fn in_order(shown: &[UserId], selected: Vec<UserId>) -> Vec<UserId> {
    let mut left: HashSet<UserId> = selected.iter().copied().collect();
    let mut ordered: Vec<UserId> = shown.iter().copied().filter(|user| left.remove(user)).collect();
    ordered.extend(selected.into_iter().filter(|user| left.contains(user)));
    ordered
}

fn radio<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    chosen: RwSignal<T>,
    mine: T,
    label: String,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="radio"
                name=name
                prop:checked=move || chosen.get() == mine
                on:change=move |_| chosen.set(mine)
            />
            <span>{label}</span>
        </label>
    }
}
