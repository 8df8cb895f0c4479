//! Adds numbers to the inventory: one, a range, or a pasted list. What comes of it is shown before it is done.

use super::{
    Page,
    edit::{kind_of, kinds},
};
use crate::{
    form::{Form, form_frame},
    language::{say, t},
    list::plan::{Deal, Plan, carry_out, shown},
    text,
    ui::{
        dialog::Dialog,
        field::{Field as Framed, TextField},
        select::SelectField,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{AddNumber, Authored, RemoveNumber},
    refusal::Field,
    value::{PhoneNumber, ValueError},
};
use rollcall_view::numbers::{AT_ONCE, pasted, range};
use rollcall_words::name;

/// How many are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    One,
    Range,
    List,
}

/// What was typed, and the number that it is.
type Entry = (String, Result<PhoneNumber, ValueError>);

/// The dialog.
pub fn dialog(page: Page, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let country = app.ask_once(|replica, _| replica.view().organisation().map(|of| of.country.clone())).flatten();
    let form = Form::new(app, on_close).minded();
    let way = RwSignal::new(Way::One);
    let kind = form.choice(&[], "landline".to_owned());
    let [first, last, list] = [(); 3].map(|()| form.choice(&[], String::new()));
    let hint =
        Signal::stored(country.as_ref().map(|of| t!(numbers_national, country = of.to_string())).unwrap_or_default());
    let typed = {
        let country = country.clone();
        move |text: &str| PhoneNumber::typed(text, country.as_ref())
    };
    // What was typed, entry by entry; and what is wrong with a range as such.
    let entries = Memo::new(move |_| -> Result<Vec<Entry>, ValueError> {
        let (from, to) = (first.text.get(), last.text.get());
        match way.get() {
            _ if way.get() != Way::List && from.trim().is_empty() => Ok(Vec::new()),
            Way::One => Ok(vec![(from.trim().to_owned(), typed(&from))]),
            Way::Range if to.trim().is_empty() => Ok(Vec::new()),
            Way::Range => {
                let all = range(typed(&from)?, typed(&to)?)?;
                Ok(all.into_iter().map(|number| (number.to_string(), Ok(number))).collect())
            }
            Way::List => match pasted(&list.text.get(), country.as_ref()) {
                all if all.len() > AT_ONCE => {
                    Err(ValueError::OutOfRange { min: 1, max: u32::try_from(AT_ONCE).unwrap_or(u32::MAX) })
                }
                all => Ok(all),
            },
        }
    });
    let plan = Memo::new(move |_| {
        let kind = kind.text.with(|kind| kind_of(kind));
        let Ok(entries) = entries.get() else { return Plan::default() };
        let (mut wanted, mut wrong) = (Vec::new(), Vec::new());
        for (entry, number) in entries {
            match number {
                Ok(number) => {
                    let back = Authored::from(RemoveNumber { number });
                    wanted.push((entry, Deal::new(AddNumber { number, kind }, [back])));
                }
                Err(error) => wrong.push((entry, text::value_error(error))),
            }
        }
        let mut plan = Plan::of(app, wanted);
        plan.left_out.extend(wrong);
        if !plan.deals.is_empty() {
            plan.will = t!(numbers_will_add, count = plan.deals.len());
        }
        plan.said_offline(app)
    });
    form.idle_while(Signal::derive(move || plan.with(|plan| plan.deals.is_empty())));
    let save = move |()| {
        let deals = plan.with_untracked(|plan| plan.deals.clone());
        form.end();
        carry_out(page.list, deals, |count| t!(numbers_added, count));
    };
    let choice = move |label: String, of: Way| {
        view! {
            <label>
                <input type="radio" name="way" prop:checked=move || way.get() == of on:change=move |_| way.set(of) />
                {label}
            </label>
        }
    };
    let field = |field| say(&name::field(field));
    let error = Signal::derive(move || entries.get().err().map(text::value_error));
    let several = move || way.get() == Way::Range;
    crate::browser::focus("number-first");
    let fields = view! {
        <div class="choices" role="radiogroup" aria-label=t!(numbers_add)>
            {choice(t!(numbers_one), Way::One)} {choice(t!(numbers_range), Way::Range)} {choice(t!(numbers_list), Way::List)}
        </div>
        <Show
            when=move || way.get() != Way::List
            fallback=move || {
                view! {
                    <Framed id="number-list" label=t!(numbers_pasted) hint=hint error=error>
                        <textarea
                            id="number-list"
                            class="input"
                            rows="6"
                            dir="ltr"
                            spellcheck="false"
                            aria-describedby="number-list-note"
                            prop:value=move || list.text.get()
                            on:input=move |event| list.text.set(event_target_value(&event))
                        ></textarea>
                    </Framed>
                }
            }
        >
            <div class="pair">
                <TextField
                    id="number-first"
                    label=if several() { t!(numbers_first) } else { say(&name::field(Field::Number)) }
                    placeholder="+49 30 901820"
                    value=first.text
                    hint=hint
                />
                <Show when=several>
                    <TextField id="number-last" label=t!(numbers_last) placeholder="+49 30 901829" value=last.text error=error />
                </Show>
            </div>
        </Show>
        <SelectField id="number-kind" label=field(Field::Kind) choices=kinds() value=kind.text />
        {move || shown(plan.get())}
    };
    let frame = form_frame(
        form,
        Signal::derive(|| t!(numbers_add)),
        Signal::default(),
        Signal::default(),
        Callback::new(save),
        fields.into_any(),
    );
    view! { <Dialog title=t!(numbers_add) narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
