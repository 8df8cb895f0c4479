//! Import users from a CSV file (S4.3): the file, its letters and columns with a dry run, what holds for all rows, the import
//! itself with a result per row.

mod columns;
mod letters;
mod preview;
mod reading;
mod run;
mod settings;
mod sheets;
mod subject;
mod updates;
mod work;

use crate::{
    browser,
    language::t,
    router::Route,
    state::App,
    text,
    ui::{
        banner::Banner,
        button::Button,
        empty::EmptyState,
        file_picker::FilePicker,
        icon::{Icon, icon},
        meter::ProgressBar,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::Verb,
    query,
    transfer::{Invite, MAX_ROWS},
};
use rollcall_words::Arg;
use subject::Subject;
use work::{Outcome, Stage, Work};

/// An example to start from.
const fn example_of(subject: Subject) -> &'static str {
    match subject {
        Subject::Users => USERS,
        Subject::Contacts => CONTACTS,
    }
}

const CONTACTS: &str = "Name,Company,Phone,E-mail\r\nAnn Lee,Example Ltd,+44 20 7183 8750,ann@example.com\r\n";
const USERS: &str = "E-mail,Name,Position,Role,Licence,Teams\r\nann@example.com,Ann Lee,Support lead,Agent,,\r\n";

/// The page on which users are imported.
#[component]
pub fn Import() -> impl IntoView {
    let Works { users, .. } = expect_context();
    provide_context(users);
    page(users, Verb::ImportUser)
}

/// The page on which shared contacts are imported.
#[component]
pub fn ImportContacts() -> impl IntoView {
    let Works { contacts, .. } = expect_context();
    provide_context(contacts);
    page(contacts, Verb::AddContact)
}

/// What is imported, and goes on while other pages are looked at.
#[derive(Clone, Copy)]
pub struct Works {
    users: Work,
    contacts: Work,
}

impl Works {
    pub fn new(app: App) -> Self {
        Self { users: Work::new(app, Subject::Users), contacts: Work::new(app, Subject::Contacts) }
    }
}

fn page(work: Work, verb: Verb) -> impl IntoView {
    let app = work.app;
    let refused = Memo::new(move |_| {
        let asked = app.ask(|replica, now| {
            let refused = query::refused(replica.view(), &replica.context(now), verb, &Key::Organisation);
            refused.map(|refusals| text::refusals(&refusals, Some(replica.view())))
        });
        asked.flatten()
    });
    let (title, sub) = match work.subject {
        Subject::Users => (t!(import_title), t!(import_sub)),
        Subject::Contacts => (t!(import_contacts_title), t!(import_contacts_sub)),
    };
    let step = Memo::new(move |_| work.stage.get());
    view! {
        <div class="page import">
            <header class="page-head">
                <div class="page-title">
                    <h1>{title}</h1>
                    <p class="soft">{sub}</p>
                </div>
                {move || {
                    (step.get() != Stage::File)
                        .then(|| {
                            let label = if step.get() == Stage::Done { t!(import_another) } else { t!(import_start_over) };
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
            <Show when=move || refused.with(Option::is_none) fallback=move || not_allowed(work.subject, refused)>
                {move || match step.get() {
                    Stage::File => view! { <File /> }.into_any(),
                    Stage::Reading => view! { <Reading /> }.into_any(),
                    Stage::Columns => {
                        view! { <letters::Letters /> <sheets::Sheets /> <columns::Columns /> <settings::Settings /> <Run /> <preview::Preview /> }.into_any()
                    }
                    Stage::Importing | Stage::Done => view! { <Went /> <preview::Preview /> }.into_any(),
                }}
            </Show>
        </div>
    }
}

fn not_allowed(subject: Subject, refused: Memo<Option<String>>) -> impl IntoView {
    let reason = refused.get().unwrap_or_default();
    let title = match subject {
        Subject::Users => t!(import_not_allowed_title),
        Subject::Contacts => t!(import_contacts_not_allowed),
    };
    view! { <EmptyState sign=Icon::Upload title=title sentence=reason /> }
}

#[component]
fn Steps(step: Memo<Stage>) -> impl IntoView {
    let at = move || match step.get() {
        Stage::File | Stage::Reading => 0,
        Stage::Columns => 1,
        Stage::Importing => 2,
        Stage::Done => 3,
    };
    let one = move |index: usize, name: String| {
        let past = move || at() > index;
        view! {
            <li aria-current=move || (at() == index).then_some("step") class:past=past>
                <span class="disc">{move || if at() > index { icon(Icon::Check).into_any() } else { (index + 1).into_any() }}</span>
                {name}
            </li>
        }
    };
    view! {
        <ol class="steps" aria-label=t!(import_steps)>
            {one(0, t!(import_step_file))} {one(1, t!(import_step_columns))} {one(2, t!(import))}
        </ol>
    }
}

#[component]
fn File() -> impl IntoView {
    let work: Work = expect_context();
    let example = move |_| {
        if browser::download("rollcall-example.csv", "text/csv", example_of(work.subject).as_bytes()).is_err() {
            work.app.toasts.warn(t!(download_failed));
        }
    };
    view! {
        {move || work.failed.get().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
        <FilePicker
            accept=".csv,.txt,.tsv,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values"
            title=t!(import_choose)
            note=t!(import_choose_note, max = MAX_ROWS)
            on_pick=move |file| work.read(file)
        />
        <p class="soft">
            {t!(import_unsure)} " " <button type="button" class="text-button" on:click=example>{t!(import_example)}</button>
        </p>
    }
}

#[component]
fn Reading() -> impl IntoView {
    let work: Work = expect_context();
    view! {
        <div class="run">
            <ProgressBar
                label=t!(import_reading)
                done=Signal::derive(move || work.reading.get().0)
                all=Signal::derive(move || work.reading.get().1)
            />
        </div>
    }
}

/// What the dry run found, and the button that starts the import.
#[component]
fn Run() -> impl IntoView {
    let work: Work = expect_context();
    let counts = work.counts;
    let label = Signal::derive(move || match counts.get().ready {
        _ if counts.get().updated > 0 => {
            t!(import_yes_updating, ready = counts.get().ready, updated = counts.get().updated)
        }
        0 => t!(import_nothing),
        ready if work.subject == Subject::Contacts => t!(import_contacts_yes, count = ready),
        ready => t!(import_yes, count = ready),
    });
    let idle = Signal::derive(move || {
        counts.get().ready + counts.get().updated == 0 || work.planning.get().is_some() || work.invites_too_late()
    });
    view! {
        <div class="run">
            {move || match work.planning.get() {
                Some((done, all)) => {
                    view! {
                        <ProgressBar
                            label=t!(import_checking)
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
                        .then(|| view! { <Button label=t!(import_download_rejected) sign=Icon::Download on_click=Callback::new(move |_| work.download_rejects()) /> })
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
        <div role="status">
        <ul class="tallies">
            {move || {
                let counts = work.counts.get();
                let tally = |tone: &'static str, count: usize, said: String| {
                    (count > 0).then(|| view! { <li class=format!("badge {tone}")>{said}</li> })
                };
                view! {
                    {tally("good", counts.ready, t!(import_ready, count = counts.ready))}
                    {tally("good", counts.updated, t!(import_updates, count = counts.updated))}
                    {tally("", counts.cells_read, t!(import_cells_read, count = counts.cells_read))}
                    {tally("", counts.already_there, t!(import_already_here, count = counts.already_there))}
                    {tally("", counts.set_apart, t!(import_set_apart, count = counts.set_apart))}
                    {tally("", counts.headings, t!(import_headings_again, count = counts.headings))}
                    {tally("bad", counts.rejected, t!(import_to_fix, count = counts.rejected))}
                }
            }}
        </ul>
        </div>
    }
}

/// How the import goes and went.
#[component]
fn Went() -> impl IntoView {
    let work: Work = expect_context();
    view! {
        {move || {
            let (done, all) = work.importing.get();
            if work.stage.get() == Stage::Importing {
                return view! {
                    <div class="run">
                        <ProgressBar label=t!(import_importing) done=Signal::derive(move || done) all=Signal::derive(move || all) />
                        <Button label=t!(import_stop) disabled=work.stopping on_click=Callback::new(move |_| work.stopping.set(true)) />
                    </div>
                }
                    .into_any();
            }
            let Outcome { made, updated, failed, left, invited, not_invited, uninvited } = work.outcome.get();
            let rest = work.counts.get().rejected + failed;
            let offline = !untrack(|| work.app.is_online());
            let said = match (work.subject, offline) {
                (Subject::Users, false) => t!(import_done, count = made),
                (Subject::Users, true) => t!(import_done_offline, count = made),
                (Subject::Contacts, false) => t!(import_contacts_done, count = made),
                (Subject::Contacts, true) => t!(import_contacts_done_offline, count = made),
            };
            let show = match work.subject {
                Subject::Users => t!(import_show_users),
                Subject::Contacts => t!(import_show_contacts),
            };
            let list = move |_| work.app.router.go(Route::At(work.subject.list(), None));
            view! {
                <div class="run done">
                    <Banner tone="good" sign=Icon::Check>
                        <p>{said}</p>
                        <Button label=show kind="small" on_click=Callback::new(list) />
                    </Banner>
                    {(updated > 0)
                        .then(|| view! { <Banner tone="good" sign=Icon::Check><p>{t!(import_updated, count = updated)}</p></Banner> })}
                    {(invited > 0)
                        .then(|| {
                            let said = match untrack(|| work.invite.get()) {
                                Invite::At(at) => t!(import_scheduled, count = invited, at = Arg::Moment(at.0)),
                                Invite::Now | Invite::Never => t!(import_invited, count = invited),
                            };
                            view! { <Banner tone="good" sign=Icon::Mail><p>{said}</p></Banner> }
                        })}
                    {not_invited
                        .map(|(count, reason)| {
                            view! { <Banner tone="warn" sign=Icon::Alert><p>{t!(import_not_invited, count, reason)}</p></Banner> }
                        })}
                    {(uninvited > 0)
                        .then(|| view! { <Banner tone="warn" sign=Icon::Mail><p>{t!(import_uninvited, count = uninvited)}</p></Banner> })}
                    {(left > 0)
                        .then(|| view! { <Banner tone="warn" sign=Icon::Info><p>{t!(import_stopped, count = left)}</p></Banner> })}
                    {(rest > 0)
                        .then(|| {
                            view! {
                                <Banner tone="warn" sign=Icon::Alert>
                                    <p>{t!(import_left, count = rest)}</p>
                                    <Button
                                        label=t!(import_download_rejected)
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
