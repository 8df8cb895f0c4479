//! What was done about a user, with what stood before and after (invariant 14). The log is the server's: a page of it is asked for
//! when it is shown.

use super::{One, parts::part};
use crate::{
    language::{self, t},
    state::Stage,
    text,
    ui::{
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        remote::Remote,
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{api::AuditPage, query::AuditEntry};
use rollcall_view::text::history::{self, Changed};

/// The tab.
pub fn activity(one: One) -> AnyView {
    let Stage::Open(_, house) = one.app.stage.get_untracked() else { return ().into_any() };
    let ask = move |before: Option<u64>| async move { api::audit(house.tenant, one.id, before).await };
    let first = Remote::new(move || whole_page(ask(None), ask));
    // The pages after the first.
    let later = RwSignal::new(None::<AuditPage>);
    let busy = RwSignal::new(false);
    let next = move || match later.with(|later| later.as_ref().map(|page| page.next)) {
        Some(next) => next,
        None => first.value.with(|first| first.as_ref().and_then(|page| page.next)),
    };
    let more = move |_| {
        let Some(before) = untrack(next) else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = whole_page(ask(Some(before)), ask).await;
            busy.try_set(false);
            match answer {
                Ok(page) => drop(later.try_update(|later| {
                    let mut entries = later.take().map(|page| page.entries).unwrap_or_default();
                    entries.extend(page.entries);
                    *later = Some(AuditPage { entries, next: page.next });
                })),
                Err(error) => one.app.toasts.warn(text::api_error(&error)),
            }
        });
    };
    // What was done meanwhile and has reached the server is in the log.
    let waiting = Memo::new(move |_| one.page.pending.with(|pending| pending.contains(&one.id)));
    Effect::new(move |before: Option<bool>| {
        let waits = waiting.get();
        if before == Some(true) && !waits {
            later.set(None);
            first.ask();
        }
        waits
    });
    let list = first.view(move |page| {
        if page.entries.is_empty() && page.next.is_none() {
            return view! {
                <EmptyState sign=Icon::Clock title=t!(user_history_none_title) sentence=t!(user_history_none) />
            }
            .into_any();
        }
        view! {
            <ol class="things history">
                {page.entries.iter().map(|entry| line(one, entry)).collect_view()}
                {move || {
                    later.with(|later| later.as_ref().map(|page| page.entries.iter().map(|entry| line(one, entry)).collect_view()))
                }}
            </ol>
            <Show when=move || next().is_some()>
                <Button label=t!(security_older) kind="wide" busy=busy on_click=Callback::new(more) />
            </Show>
        }
        .into_any()
    });
    part("history-title", t!(user_tab_activity), t!(user_history_note), || false, list.into_any())
}

/// A page with something in it: the server looks through so much of the log for one answer, and may find nothing in it.
async fn whole_page<F: Future<Output = Result<AuditPage, ApiError>>>(
    first: F,
    ask: impl Fn(Option<u64>) -> F,
) -> Result<AuditPage, ApiError> {
    let mut page = first.await?;
    while let (true, Some(before)) = (page.entries.is_empty(), page.next) {
        page = ask(Some(before)).await?;
    }
    Ok(page)
}

fn line(one: One, entry: &AuditEntry) -> impl IntoView + use<> {
    let told = one.app.ask_once(|replica, now| {
        let names = replica.view();
        let when = text::time::ago(entry.at, now);
        (history::title(entry, names), history::actor(&entry.actor, names), when, history::changed(entry, names))
    });
    let (title, who, when, changed) = told.unwrap_or_default();
    let value = |lines: &[String]| {
        let shown = if lines.is_empty() { vec![t!(value_none)] } else { lines.to_vec() };
        shown.into_iter().map(|line| view! { <span dir="auto">{line}</span> }).collect_view()
    };
    let field = |Changed { field, before, after }: Changed| {
        view! {
            <div>
                <dt>{field}</dt>
                <dd>
                    <del class:none=before.is_empty()><span class="hidden-text">{t!(user_history_before)}</span> {value(&before)}</del>
                    <ins class:none=after.is_empty()><span class="hidden-text">{t!(user_history_after)}</span> {value(&after)}</ins>
                </dd>
            </div>
        }
    };
    let changed = (!changed.is_empty())
        .then(|| view! { <dl class="changed">{changed.into_iter().map(field).collect_view()}</dl> });
    view! {
        <li>
            {icon(Icon::Clock)}
            <div>
                <p dir="auto">{title}</p>
                <p class="faint">{t!(user_history_by, who)} " · " <bdi title=language::moment(entry.at)>{when}</bdi></p>
                {changed}
            </div>
        </li>
    }
}
