//! What was done to many and did not go well for all of them: for whom not, and why; and trying it again.

use crate::{browser, language::t, list::plan::again, state::app, text, ui::button::Button};
use leptos::prelude::*;

/// More than these are counted, not listed.
const LISTED: usize = 200;

/// The contents of the dialog.
#[component]
pub fn Results() -> impl IntoView {
    let app = app();
    let Some(failed) = app.failed.get_untracked() else { return ().into_any() };
    let titles = app.ask_once(|replica, _| {
        let title = |command| text::command::title(command, replica.view());
        failed.left.iter().take(LISTED).map(|left| title(&left.command.command)).collect::<Vec<_>>()
    });
    let count = failed.left.len();
    let rest = count.saturating_sub(LISTED);
    let reasons = failed.left.iter().map(|left| left.why.clone());
    let one =
        |(title, why): (String, String)| view! { <li><strong><bdi>{title}</bdi></strong> <span>{why}</span></li> };
    let listed = titles.unwrap_or_default().into_iter().zip(reasons).map(one).collect_view();
    let close = move || app.failed.set(None);
    let retry = move |_| {
        close();
        again(app, failed.left.clone());
    };
    browser::focus("results-retry");
    view! {
        <div class="frame">
            <div class="body">
                {(failed.done > 0).then(|| view! { <p>{t!(bulk_results_done, count = failed.done)}</p> })}
                <section class="left-out" aria-labelledby="results-left">
                    <h3 id="results-left">{t!(bulk_results_failed, count)}</h3>
                    <ul tabindex="0" aria-labelledby="results-left">
                        {listed}
                        {(rest > 0).then(|| view! { <li class="soft">{t!(ask_more, count = rest)}</li> })}
                    </ul>
                </section>
            </div>
            <div class="foot">
                <Button label=t!(close) on_click=Callback::new(move |_| close()) />
                <button id="results-retry" type="button" class="button primary" on:click=retry>{t!(bulk_retry, count)}</button>
            </div>
        </div>
    }
    .into_any()
}
