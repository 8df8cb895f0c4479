//! What happens when a user is called: answering rules in their order, which is changed by dragging, by buttons and by keys
//! (S4.10), and what would ring at this moment.

use super::{
    One,
    hours::spans,
    parts::{act, nothing, part},
    ringing,
    rule::edit,
};
use crate::{
    browser,
    language::{self, say, t},
    ui::{
        button::IconButton,
        icon::{Icon, icon},
    },
};
use leptos::{ev, html, prelude::*};
use rollcall_core::{
    command::{Authored, SetAnswering, Verb},
    model::{AnsweringRule, When},
    refusal::Field,
};

/// The tab.
pub fn answering(one: One) -> AnyView {
    view! { {rules(one)} {ringing::ringing(one)} }.into_any()
}

/// The rules, with what each says.
fn rules(one: One) -> AnyView {
    let rules = one.part(|detail| detail.rules.clone());
    let rules = Memo::new(move |_| rules.get().unwrap_or_default());
    let opened = RwSignal::new(None::<Option<usize>>);
    let edits = Memo::new(move |_| one.may(Verb::SetAnswering));
    let said = RwSignal::new(String::new());
    // Which one is dragged, and the place that it would get.
    let dragged = RwSignal::new(None::<(usize, usize)>);
    let list = NodeRef::<html::Ol>::new();
    let step = move |from: usize, to: usize| {
        let count = rules.with_untracked(Vec::len);
        if from == to || to >= count {
            return;
        }
        let mut order = rules.get_untracked();
        let rule = order.remove(from);
        order.insert(to, rule);
        set(one, &rules.get_untracked(), order, t!(user_rule_moved));
        said.set(t!(user_rule_now, place = to + 1, count));
        focus_later(format!("rule-{to}"));
    };
    let remove = move |at: usize| {
        let mut left = rules.get_untracked();
        left.remove(at);
        set(one, &rules.get_untracked(), left, t!(user_rule_removed));
        browser::focus("rules-title");
    };
    let lines = move || {
        let rules = rules.get();
        let editable = edits.get();
        if rules.is_empty() {
            return nothing(t!(user_no_rule));
        }
        let sentences = sentences(one, &rules);
        let count = rules.len();
        let line = move |(at, (rule, sentence)): (usize, (AnsweringRule, String))| {
            let hours = match &rule.when {
                When::Hours(hours) => Some(language::list(&spans(hours))),
                _ => None,
            };
            let handle = editable.then(|| {
                let keys = move |event: ev::KeyboardEvent| {
                    let to = match event.key().as_str() {
                        "ArrowUp" => at.checked_sub(1),
                        "ArrowDown" => Some(at + 1),
                        _ => return,
                    };
                    event.prevent_default();
                    if let Some(to) = to {
                        step(at, to);
                    }
                };
                view! {
                    <button
                        type="button"
                        id=format!("rule-{at}")
                        class="button plain square handle"
                        aria-label=t!(user_rule_handle, place = at + 1)
                        title=t!(user_rule_handle_hint)
                        on:keydown=keys
                        on:pointerdown=move |event| {
                            event.prevent_default();
                            let handle: web_sys::HtmlElement = event_target(&event);
                            let _ = handle.closest("button").ok().flatten().map(|handle| handle.set_pointer_capture(event.pointer_id()));
                            dragged.set(Some((at, at)));
                        }
                        on:pointermove=move |event| {
                            if let Some((from, _)) = dragged.get_untracked() {
                                dragged.set(Some((from, place(list, f64::from(event.client_y())).unwrap_or(from))));
                            }
                        }
                        on:pointerup=move |_| {
                            if let Some((from, to)) = dragged.get_untracked() {
                                dragged.set(None);
                                step(from, to);
                            }
                        }
                        on:pointercancel=move |_| dragged.set(None)
                    >
                        {icon(Icon::Grip)}
                    </button>
                }
            });
            let buttons = editable.then(|| {
                view! {
                    <div class="row-of end">
                        {(at > 0)
                            .then(|| view! { <IconButton label=t!(user_rule_up) sign=Icon::ArrowUp kind="step" on_click=move |_| step(at, at - 1) /> })}
                        {(at + 1 < count)
                            .then(|| view! { <IconButton label=t!(user_rule_down) sign=Icon::ArrowDown kind="step" on_click=move |_| step(at, at + 1) /> })}
                        <IconButton label=t!(user_rule_edit) sign=Icon::Edit on_click=move |_| opened.set(Some(Some(at))) />
                        <IconButton label=t!(user_rule_remove) sign=Icon::Trash on_click=move |_| remove(at) />
                    </div>
                }
            });
            let moves = move || dragged.get().is_some_and(|(from, _)| from == at);
            let before = move || dragged.get().is_some_and(|(from, to)| to == at && to < from);
            let behind = move || dragged.get().is_some_and(|(from, to)| to == at && to > from);
            view! {
                <li class:moves=moves class:before=before class:behind=behind>
                    {handle}
                    <div>
                        <p dir="auto">{sentence}</p>
                        {hours.map(|hours| view! { <p class="faint">{hours}</p> })}
                    </div>
                    {buttons}
                </li>
            }
        };
        let lines = rules.into_iter().zip(sentences).enumerate().map(line).collect_view();
        view! { <ol node_ref=list class="things rules">{lines}</ol> }.into_any()
    };
    let add = move || {
        let open = Callback::new(move |()| opened.set(Some(None)));
        act("rule-why", one.offered(Verb::SetAnswering), t!(user_rule_add), Icon::Plus, "", open)
    };
    let close = Callback::new(move |()| opened.set(None));
    let dialog = move || opened.get().map(|at| edit(one, rules.get_untracked(), at, close));
    let body = view! {
        {lines}
        {add}
        <p class="hidden-text" role="status">{move || said.get()}</p>
        {dialog}
    };
    let waits = move || one.waits(&[Verb::SetAnswering]);
    part("rules-title", t!(user_tab_answering), t!(user_rules_note), waits, body.into_any())
}

/// Stores the rules in this way, and offers the way that they were.
fn set(one: One, before: &[AnsweringRule], rules: Vec<AnsweringRule>, said: String) {
    let seen = SetAnswering { user: one.id, rules: before.to_vec() };
    let command = SetAnswering { user: one.id, rules };
    let undo = Authored { command: seen.clone().into(), seen: Some(command.clone().into()) };
    one.app.issue_saying(Authored { command: command.into(), seen: Some(seen.into()) }, said, Some(undo));
}

/// What the rules say, each in a sentence.
fn sentences(one: One, rules: &[AnsweringRule]) -> Vec<String> {
    let command = SetAnswering { user: one.id, rules: rules.to_vec() }.into();
    let said = one.app.ask_once(|replica, _| {
        let said = rollcall_words::value_of(&command, &Field::Rules.into(), &command, replica.view());
        said.iter().map(say).collect()
    });
    said.unwrap_or_default()
}

/// The place in the list at this height.
fn place(list: NodeRef<html::Ol>, height: f64) -> Option<usize> {
    let items = list.get_untracked()?.children();
    let above = |at: &u32| {
        items.item(*at).is_some_and(|item| {
            let area = item.get_bounding_client_rect();
            height > area.bottom()
        })
    };
    let place = (0..items.length()).take_while(above).count();
    Some(place.min((items.length() as usize).saturating_sub(1)))
}

/// Puts the focus there once it is drawn.
fn focus_later(id: String) {
    request_animation_frame(move || {
        if let Some(element) = browser::element(&id) {
            let _ = element.focus();
        }
    });
}
