//! Makes what is dialled but no person: a conference bridge, an auto attendant, a call queue or a service (S4.1), with its extension,
//! its number and where its calls go.

use crate::{
    browser,
    form::{Form, form_frame},
    language::{say, t},
    router::{Route, UserTab},
    screen::{
        numbering::{LineFields, NumberField},
        picks::{target, targets},
    },
    state::app,
    ui::{
        dialog::Dialog,
        field::TextField,
        picker::Picker,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{AssignNumber, CreateSystemUser, DeleteUser},
    id::UserId,
    model::UserKind,
    refusal::Field,
    value::FullName,
};
use rollcall_view::list::user_kind_name;
use rollcall_words::name;

/// What can be made, in the order in which it is offered.
const KINDS: [UserKind; 4] =
    [UserKind::ConferenceBridge, UserKind::AutoAttendant, UserKind::CallQueue, UserKind::Service];

/// The dialog.
pub fn dialog(on_close: Callback<()>) -> AnyView {
    let app = app();
    let form = Form::new(app, on_close).minded();
    let id = UserId::new(rollcall_client::new_id());
    let of = form.choice(&[Field::Kind], "0".to_owned());
    let named = form.line(&[Field::FullName], None, FullName::parse, false);
    let line = LineFields::new(app, form, None, true);
    let number = NumberField::given_after(app, form, id);
    // Words of which none of what was found was chosen would be lost.
    let typed = RwSignal::new(String::new());
    let to = form.typed(&[Field::Target], String::new(), move |picked| {
        (picked.is_empty() && typed.with(|typed| !typed.trim().is_empty())).then(|| t!(off_board_pick))
    });
    let chosen = move || of.text.with(|at| KINDS.get(at.parse::<usize>().ok()?).copied());
    let made = move |name: FullName| {
        let target = to.text.with(|to| target(to, false));
        CreateSystemUser { id, kind: chosen().unwrap_or(UserKind::Service), name, line: line.line(), target }
    };
    let command = move || named.value(FullName::parse).map(made);
    // Until it has a name, everything else is tried under the name of its kind.
    form.tries_once_there(move || {
        let name = named.value(FullName::parse).or_else(|| FullName::parse(&say(&user_kind_name(chosen()?))).ok())?;
        Some(Command::from(made(name)))
    });
    let save = move |()| {
        let Some(create) = untrack(command) else { return };
        let number = untrack(|| number.value());
        let said = t!(system_made, name = create.name.to_string());
        let undo = DeleteUser { user: id }.into();
        form.issue(create.into(), move || {
            match number {
                Some(number) => app.issue_saying(AssignNumber { number, user: id }.into(), said, Some(undo)),
                None => app.say_done(said, Some(undo), t!(undone)),
            }
            app.router.go(Route::User(id, UserTab::Profile));
        });
    };
    browser::focus("system-name");
    let kinds: Vec<Choice> =
        KINDS.iter().enumerate().map(|(at, of)| Choice::new(at, say(&user_kind_name(*of)))).collect();
    let fields = view! {
        <SelectField id="system-kind" label=say(&name::field(Field::Kind)) choices=kinds value=of.text error=of.error() />
        <TextField id="system-name" label=t!(user_called) value=named.text error=named.error() on_leave=named.leave() />
        {line.draw_extension()}
        {number.draw()}
        <Picker
            id="system-target"
            label=t!(user_sends_to)
            typed=typed
            optional=true
            hint=Signal::derive(|| t!(system_target_hint))
            value=to.text
            error=to.error()
            find=Callback::new(move |words: String| targets(app, &words))
        />
    };
    let frame = form_frame(
        form,
        Signal::derive(|| t!(system_make)),
        Signal::derive(move || if app.is_online() { String::new() } else { t!(system_offline) }),
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    view! { <Dialog title=t!(new_system) narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
