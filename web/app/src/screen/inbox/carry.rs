//! Unsynced work as a file: saved on a device that can't reach the server (any more), imported on another one.

use crate::{
    browser,
    language::t,
    state::App,
    text,
    ui::{
        button::Button,
        dialog::Dialog,
        icon::{Icon, icon},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ImportError, Imported, WorkPreview};
use rollcall_core::sync::{Envelope, WorkError};
use rollcall_words::Arg;
use wasm_bindgen_futures::JsFuture;

/// The largest file that is read, in bytes: a thousand times what anybody does offline.
const LARGEST: f64 = 100e6;
/// More changes than these are counted, not listed.
const LISTED: usize = 100;

/// The two buttons.
#[component]
pub fn Carry() -> impl IntoView {
    let app = crate::state::app();
    let has_work = Memo::new(move |_| app.status().is_some_and(|status| status.pending + status.inbox > 0));
    let picker = NodeRef::<leptos::html::Input>::new();
    let busy = RwSignal::new(false);
    let preview = RwSignal::new(None::<WorkPreview>);
    let picked = move |_| {
        let Some(input) = picker.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be picked again.
        input.set_value("");
        let Some(file) = file else { return };
        busy.set(true);
        spawn_local(async move {
            match read(app, file).await {
                Ok(read) if read.new.is_empty() => app.toasts.say(said(0, read.known, read.refused)),
                Ok(read) => preview.set(Some(read)),
                Err(sentence) => app.toasts.warn(sentence),
            }
            busy.set(false);
        });
    };
    let pick = move |_| {
        if let Some(input) = picker.get_untracked() {
            input.click();
        }
    };
    view! {
        <section class="group" aria-labelledby="carry-title">
            <h2 id="carry-title">{t!(carry_title)}</h2>
            <p class="soft">{t!(carry_sub)}</p>
            <div class="row-of">
                <Show when=move || has_work.get()>
                    <Button label=t!(carry_save) sign=Icon::Download on_click=Callback::new(move |_| save(app)) />
                </Show>
                <Button label=t!(carry_import) sign=Icon::Upload busy=busy on_click=Callback::new(pick) />
                <input
                    node_ref=picker
                    type="file"
                    hidden
                    accept=".json,application/json"
                    aria-label=t!(carry_file)
                    on:change=picked
                />
            </div>
            {move || preview.get().map(|read| view! { <Preview preview=read on_close=move || preview.set(None) /> })}
        </section>
    }
}

/// Offers to save unsynced work, where it can't be sent as things stand.
pub fn save_offer(app: App) -> impl IntoView {
    let has_work = app.status().is_some_and(|status| status.pending + status.inbox > 0);
    has_work.then(|| {
        view! {
            <button type="button" class="button small" on:click=move |_| save(app)>
                {icon(Icon::Download)}
                {t!(carry_save_offer)}
            </button>
        }
    })
}

/// Saves unsynced work as a file.
fn save(app: App) {
    let Some(engine) = app.engine() else { return };
    let name = format!("rollcall-unsynced-{}.json", engine.place().slug);
    if browser::download(&name, "application/json", engine.unsynced_work().as_bytes()).is_err() {
        app.toasts.warn(t!(download_failed));
    }
}

/// Reads a file that a device of this account saved.
async fn read(app: App, file: web_sys::File) -> Result<WorkPreview, String> {
    let unreadable = || t!(carry_unreadable);
    if file.size() > LARGEST {
        return Err(why_not(ImportError::NotWork));
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).ok_or_else(unreadable)?;
    let engine = app.engine().ok_or_else(unreadable)?;
    engine.read_work(&text).await.map_err(why_not)
}

/// Why a file is not imported.
fn why_not(error: ImportError) -> String {
    match error {
        ImportError::NotWork => t!(carry_not_work),
        ImportError::NotOwn => t!(carry_not_own),
        ImportError::Unsuited(WorkError::Newer) => t!(carry_newer),
        ImportError::Unsuited(WorkError::Older) => t!(carry_older),
        ImportError::Unsuited(WorkError::OtherOrganisation) => t!(carry_other_tenant),
        ImportError::Unsuited(WorkError::OtherUser) => t!(carry_other_user),
        ImportError::NotSaved(reason) => text::not_kept(&reason),
    }
}

/// Shows what is in a file, and imports it when that is agreed to: it is done in the person's name.
#[component]
fn Preview(preview: WorkPreview, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let app = crate::state::app();
    let busy = RwSignal::new(false);
    let count = preview.new.len();
    let listed = app.ask_once(|replica, _| {
        let title = |envelope: &Envelope| text::command::title(&envelope.command, replica.view());
        preview.new.iter().take(LISTED).map(title).collect::<Vec<_>>()
    });
    let items =
        listed.unwrap_or_default().into_iter().map(|title| view! { <li><bdi>{title}</bdi></li> }).collect_view();
    let more = (count > LISTED).then(|| {
        view! { <p class="soft">{t!(more_changes, count = count - LISTED)}</p> }
    });
    let question = t!(carry_question, count, saved = Arg::Moment(preview.saved.0));
    let label = t!(carry_yes, count);
    let import = move |_| {
        let preview = preview.clone();
        busy.set(true);
        spawn_local(async move {
            let Some(engine) = app.engine() else { return };
            match engine.import_work(preview).await {
                Ok(Imported { taken, known, refused }) => app.toasts.say(said(taken, known, refused)),
                Err(error) => app.toasts.warn(why_not(error)),
            }
            on_close();
        });
    };
    view! {
        <Dialog title=t!(carry_question_title) narrow=true on_close=on_close>
            <div class="frame">
                <div class="body">
                    <p>{question}</p>
                    <ul class="consequences">{items}</ul>
                    {more}
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close()) />
                    <Button label=label kind="primary" busy=busy on_click=Callback::new(import) />
                </div>
            </div>
        </Dialog>
    }
}

/// What came of an import, in words.
fn said(taken: usize, known: usize, refused: usize) -> String {
    let mut said = vec![match taken {
        0 => t!(carry_nothing_new),
        taken => t!(carry_imported, count = taken),
    }];
    if known > 0 && taken > 0 {
        said.push(t!(carry_known, count = known));
    }
    if refused > 0 {
        said.push(t!(carry_refused, count = refused));
    }
    said.join(" ")
}
