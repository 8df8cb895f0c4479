//! Import users from a CSV file (S4.3): the file, its columns with a dry run, the import itself with a result per row.

mod columns;
mod preview;
mod work;

use crate::{
    app, browser,
    part::{
        banner::Banner,
        button::Button,
        empty::EmptyState,
        file_picker::FilePicker,
        icon::{Icon, icon},
        meter::ProgressBar,
    },
    state::app,
    text,
};
use leptos::prelude::*;
use rollcall_core::query::invite_options;
use work::Stage;
pub use work::Work;

/// An example to start from.
const EXAMPLE: &str = "E-mail,Name,Position,Role,Licence,Teams\r\nann@example.com,Ann Lee,Support lead,Agent,,\r\n";

/// The page.
#[component]
pub fn Import() -> impl IntoView {
    let app = app();
    app::title("Import users");
    let work: Work = expect_context();
    let allowed = Memo::new(move |_| {
        let options = app.ask(|replica, now| invite_options(replica.view(), &replica.context(now)));
        options.is_none_or(|options| options.may_import)
    });
    let step = Memo::new(move |_| work.stage.get());
    view! {
        <div class="page import">
            <header class="page-head">
                <div class="page-title">
                    <h1>"Import users"</h1>
                    <p class="soft">"From a CSV file. Everyone is prepared first; you send the invitations when you like."</p>
                </div>
                {move || {
                    (step.get() != Stage::File)
                        .then(|| {
                            let label = if step.get() == Stage::Done { "Import another file" } else { "Start over" };
                            view! {
                                <Button
                                    label=label
                                    disabled=Signal::derive(move || step.get() == Stage::Importing)
                                    on_click=Callback::new(move |_| work.start_over())
                                />
                            }
                        })
                }}
            </header>
            <Steps step=step />
            <Show when=move || allowed.get() fallback=not_allowed>
                {move || match step.get() {
                    Stage::File => view! { <File /> }.into_any(),
                    Stage::Reading => {
                        view! { <p class="opening"><span class="spinner" role="status" aria-label="Reading the file"></span></p> }.into_any()
                    }
                    Stage::Columns => view! { <columns::Columns /> <Run /> <preview::Preview /> }.into_any(),
                    Stage::Importing | Stage::Done => view! { <Outcome /> <preview::Preview /> }.into_any(),
                }}
            </Show>
        </div>
    }
}

fn not_allowed() -> impl IntoView {
    view! { <EmptyState sign=Icon::Upload title="Not for you" sentence="Importing needs the right to import users. Ask an owner or an administrator." /> }
}

#[component]
fn Steps(step: Memo<Stage>) -> impl IntoView {
    let at = move || match step.get() {
        Stage::File | Stage::Reading => 0,
        Stage::Columns => 1,
        Stage::Importing => 2,
        Stage::Done => 3,
    };
    let one = move |index: usize, name: &'static str| {
        let past = move || at() > index;
        view! {
            <li aria-current=move || (at() == index).then_some("step") class:past=past>
                <span class="disc">{move || if at() > index { icon(Icon::Check).into_any() } else { (index + 1).into_any() }}</span>
                {name}
            </li>
        }
    };
    view! { <ol class="steps" aria-label="Steps">{one(0, "File")} {one(1, "Columns and check")} {one(2, "Import")}</ol> }
}

#[component]
fn File() -> impl IntoView {
    let work: Work = expect_context();
    let example = move |_| {
        if browser::download("rollcall-example.csv", "text/csv", EXAMPLE.as_bytes()).is_err() {
            work.app.toasts.warn("The browser would not save the file.".into());
        }
    };
    view! {
        {move || work.failed.get().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
        <FilePicker
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            title="Choose a CSV file, or drop it here"
            note="Any column order, comma, semicolon or tab. Up to 100,000 rows."
            on_pick=move |file| work.read(file)
        />
        <p class="soft">
            "Not sure how it should look? " <button type="button" class="text-button" on:click=example>"Download an example"</button> "."
        </p>
    }
}

/// What the dry run found, and the button that starts the import.
#[component]
fn Run() -> impl IntoView {
    let work: Work = expect_context();
    let counts = work.counts;
    let label = Signal::derive(move || match counts.get().ready {
        0 => "Nothing to import".to_owned(),
        ready => format!("Import {}", text::counted(ready, "user", "users")),
    });
    let idle = Signal::derive(move || counts.get().ready == 0 || work.planning.get().is_some());
    view! {
        <div class="run">
            {move || match work.planning.get() {
                Some((done, all)) => {
                    view! {
                        <ProgressBar
                            label="Checking every row"
                            done=Signal::derive(move || done)
                            all=Signal::derive(move || all)
                        />
                    }
                        .into_any()
                }
                None => view! { <Counts /> }.into_any(),
            }}
            <div class="row-of end">
                {move || {
                    (counts.get().rejected > 0 && work.planning.get().is_none())
                        .then(|| view! { <Button label="Download rows to mend" sign=Icon::Download on_click=Callback::new(move |_| work.download_rejects()) /> })
                }}
                <Button label=label kind="primary" disabled=idle on_click=Callback::new(move |_| work.import()) />
            </div>
        </div>
    }
}

#[component]
fn Counts() -> impl IntoView {
    let work: Work = expect_context();
    view! {
        <ul class="tallies" role="status">
            {move || {
                let counts = work.counts.get();
                let tally = |tone: &'static str, count: usize, words: &'static str| {
                    (count > 0).then(|| view! { <li class=format!("badge {tone}")>{crate::language::number(count)} " " {words}</li> })
                };
                view! {
                    {tally("good", counts.ready, "ready")}
                    {tally("", counts.already_there, "here already, skipped")}
                    {tally("bad", counts.rejected, "to mend")}
                }
            }}
        </ul>
    }
}

/// How the import goes and went.
#[component]
fn Outcome() -> impl IntoView {
    let work: Work = expect_context();
    view! {
        {move || {
            let (done, all) = work.importing.get();
            if work.stage.get() == Stage::Importing {
                return view! {
                    <div class="run">
                        <ProgressBar label="Importing" done=Signal::derive(move || done) all=Signal::derive(move || all) />
                    </div>
                }
                    .into_any();
            }
            let (made, failed) = work.outcome.get();
            let rest = work.counts.get().rejected + failed;
            let offline = !untrack(|| work.app.is_online());
            let said = format!(
                "{} prepared.{}",
                text::counted(made, "user is", "users are"),
                if offline { " They are sent to the server when you are back online." } else { "" },
            );
            view! {
                <div class="run done">
                    <Banner tone="good" sign=Icon::Check>
                        <p>{said}</p>
                        <Button label="Show the users" kind="small" on_click=Callback::new(move |_| work.app.router.go(crate::route::Route::Users(None))) />
                    </Banner>
                    {(rest > 0)
                        .then(|| {
                            let left = text::counted(rest, "row was", "rows were");
                            view! {
                                <Banner tone="warn" sign=Icon::Alert>
                                    <p>{format!("{left} not imported. Download them with the reasons, mend them, and import that file.")}</p>
                                    <Button
                                        label="Download rows to mend"
                                        kind="small"
                                        sign=Icon::Download
                                        on_click=Callback::new(move |_| work.download_rejects())
                                    />
                                </Banner>
                            }
                        })}
                </div>
            }
                .into_any()
        }}
    }
}
