//! The list of users as a file: which of them, as a workbook or as CSV (S2.16). It is made on this device, without a network too.

use super::Page;
use crate::{
    download::{Content, download},
    language::t,
    text,
    ui::{button::Button, dialog::Dialog},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::transfer::{CsvStyle, ExportUsers, UserRows, csv};
use std::collections::HashSet;

/// Which users.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Of(ExportUsers),
    /// Those who are selected in the list.
    Selected,
}

/// The dialog.
#[component]
pub fn Export(on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let selected = page.selection();
    let which = RwSignal::new(if selected.is_empty() { Which::Of(ExportUsers::All) } else { Which::Selected });
    let workbook = RwSignal::new(true);
    let mut choices = vec![
        (Which::Of(ExportUsers::All), t!(export_all)),
        (Which::Of(ExportUsers::Active), t!(export_active)),
        (Which::Of(ExportUsers::Prepared), t!(export_prepared)),
        (Which::Of(ExportUsers::Both), t!(export_both)),
    ];
    if !selected.is_empty() {
        choices.push((Which::Selected, t!(export_selected, count = selected.len())));
    }
    let choices = choices.into_iter().map(|(mine, label)| radio("export-which", which, mine, label)).collect_view();
    let save = move |_| {
        let selected: HashSet<_> = selected.iter().copied().collect();
        let rows = page.app.ask_once(|replica, now| {
            let context = replica.context(now);
            let users = match which.get_untracked() {
                Which::Of(which) => UserRows::new(replica.view(), &context, which),
                Which::Selected => UserRows::new(replica.view(), &context, ExportUsers::All)
                    .map(|users| users.only(|user| selected.contains(&user))),
            };
            let rows = users.map(|users| users.rows().collect::<Vec<_>>());
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
