//! The audit log as a list: who did what when, with what stood before and after (invariant 14). The log is the server's: a page
//! of it is asked for when it is shown.

use crate::{
    language::{self, t},
    router::Route,
    state::{App, Stage},
    text,
    ui::{
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
        remote::Remote,
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{
    api::AuditPage,
    id::TenantId,
    query::{AuditEntry, AuditQuery, AuditWay},
};
use rollcall_view::text::history::{self, Changed};

/// A log that is shown. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Log {
    app: App,
    tenant: Option<TenantId>,
    query: StoredValue<AuditQuery>,
    first: Remote<AuditPage>,
    /// The pages after the first.
    later: RwSignal<Option<AuditPage>>,
    busy: RwSignal<bool>,
}

impl Log {
    /// Asks for the first page.
    pub fn new(app: App, query: AuditQuery) -> Self {
        let tenant = match app.stage.get_untracked() {
            Stage::Open(_, house) => Some(house.tenant),
            _ => None,
        };
        let asked = query.clone();
        let first = Remote::new(move || whole_page(tenant, asked.clone(), None));
        let (later, busy) = (RwSignal::new(None), RwSignal::new(false));
        Self { app, tenant, query: StoredValue::new(query), first, later, busy }
    }

    /// Asks again, from the newest on.
    pub fn ask(self) {
        self.later.set(None);
        self.first.ask();
    }

    /// Where the next page begins, if there is one; tracked.
    fn next(self) -> Option<u64> {
        match self.later.with(|later| later.as_ref().map(|page| page.next)) {
            Some(next) => next,
            None => self.first.value.with(|first| first.as_ref().and_then(|page| page.next)),
        }
    }

    fn more(self) {
        let Some(before) = untrack(|| self.next()) else { return };
        self.busy.set(true);
        spawn_local(async move {
            let query = self.query.get_value();
            let answer = whole_page(self.tenant, query, Some(before)).await;
            self.busy.try_set(false);
            match answer {
                Ok(page) => drop(self.later.try_update(|later| {
                    let mut entries = later.take().map(|page| page.entries).unwrap_or_default();
                    entries.extend(page.entries);
                    *later = Some(AuditPage { entries, next: page.next });
                })),
                Err(error) => self.app.toasts.warn(text::api_error(&error)),
            }
        });
    }

    /// Draws it; `linked`: each entry leads to what it is about. What is said where there is nothing: a title and a sentence.
    pub fn view(self, linked: bool, (title, sentence): (String, String)) -> AnyView {
        let line = move |entry: &AuditEntry| line(self.app, entry, linked);
        let shown = self.first.view(move |page| {
            if page.entries.is_empty() && page.next.is_none() {
                return view! { <EmptyState sign=Icon::Clock title=title.clone() sentence=sentence.clone() /> }.into_any();
            }
            view! {
                <ol class="things history">
                    {page.entries.iter().map(line).collect_view()}
                    {move || {
                        self.later.with(|later| later.as_ref().map(|page| page.entries.iter().map(line).collect_view()))
                    }}
                </ol>
                <Show when=move || self.next().is_some()>
                    <Button label=t!(security_older) kind="wide" busy=self.busy on_click=Callback::new(move |_| self.more()) />
                </Show>
            }
            .into_any()
        });
        shown.into_any()
    }
}

/// A page with something in it: the server looks through so much of the log for one answer, and may find nothing in it.
async fn whole_page(tenant: Option<TenantId>, query: AuditQuery, before: Option<u64>) -> Result<AuditPage, ApiError> {
    let Some(tenant) = tenant else { return Ok(AuditPage { entries: Vec::new(), next: None }) };
    let mut page = api::audit(tenant, &query, before).await?;
    while let (true, Some(before)) = (page.entries.is_empty(), page.next) {
        page = api::audit(tenant, &query, Some(before)).await?;
    }
    Ok(page)
}

/// An entry in words.
#[derive(Default)]
struct Told {
    title: String,
    by: String,
    when: String,
    changed: Vec<Changed>,
    about: Vec<(String, Route)>,
}

fn line(app: App, entry: &AuditEntry, linked: bool) -> impl IntoView + use<> {
    let told = app.ask_once(|replica, now| {
        let names = replica.view();
        let who = history::actor(&entry.actor, names);
        let by = match entry.way() {
            AuditWay::Page => t!(history_by, who),
            AuditWay::Import => t!(history_by_import, who),
            AuditWay::Key => t!(history_by_key, who),
            AuditWay::Server => t!(history_by_server),
        };
        let about = if linked { history::about(entry, names) } else { Vec::new() };
        let when = text::time::ago(entry.at, now);
        Told { title: history::title(entry, names), by, when, changed: history::changed(entry, names), about }
    });
    let Told { title, by, when, changed, about } = told.unwrap_or_default();
    let value = |lines: &[String]| {
        let shown = if lines.is_empty() { vec![t!(value_none)] } else { lines.to_vec() };
        shown.into_iter().map(|line| view! { <span dir="auto">{line}</span> }).collect_view()
    };
    let field = |Changed { field, before, after }: Changed| {
        view! {
            <div>
                <dt>{field}</dt>
                <dd>
                    <del class:none=before.is_empty()><span class="hidden-text">{t!(history_before)}</span> {value(&before)}</del>
                    <ins class:none=after.is_empty()><span class="hidden-text">{t!(history_after)}</span> {value(&after)}</ins>
                </dd>
            </div>
        }
    };
    let changed = (!changed.is_empty())
        .then(|| view! { <dl class="changed">{changed.into_iter().map(field).collect_view()}</dl> });
    let links = (!about.is_empty()).then(|| {
        let link = |(name, to): (String, Route)| view! { <li><Link to=to class="tag"><bdi>{name}</bdi></Link></li> };
        view! { <ul class="bare tags" aria-label=t!(history_about)>{about.into_iter().map(link).collect_view()}</ul> }
    });
    view! {
        <li>
            {icon(Icon::Clock)}
            <div>
                <p dir="auto">{title}</p>
                <div class="history-by">
                    <p class="faint"><bdi>{by}</bdi> " · " <bdi title=language::moment(entry.at)>{when}</bdi></p>
                    {links}
                </div>
                {changed}
            </div>
        </li>
    }
}
