//! The first run of a server: whoever opened the link that it printed founds the first organisation, and is its owner then. Without
//! the link the page says what to do.

use super::entry::Entry;
use crate::{
    browser,
    form::{Form, code_lists, entry_frame, password_field},
    language::{self, t},
    router::Route,
    state::{App, app},
    text, title,
    ui::{banner::Banner, button::Button, field::TextField, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{
    api::{NewPlan, Session, SetUp as Request},
    refusal::Field,
    value::{Country, Email, FullName, Language, LicenceName, OrganisationName, Slug, TimeZone, ValueError},
};
use rollcall_view::{settings::whole, short_name::short_name};

/// Where a server stands on its way to an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Asking,
    Failed(ApiError),
    /// Nobody brought a link.
    NoLink,
    /// The link opens nothing any more.
    Over,
    /// There is an organisation.
    Founded,
    Form,
}

/// The page.
#[component]
pub fn SetUp() -> impl IntoView {
    let app = app();
    title::set(t!(set_up));
    // The fragment of the address, which the browser sends to nobody.
    let token = StoredValue::new(if app.router.is(|route| *route == Route::SetUp) {
        browser::fragment()
    } else {
        String::new()
    });
    let step = RwSignal::new(Step::Asking);
    let ask = move || {
        step.set(Step::Asking);
        spawn_local(async move {
            let next = match api::info().await {
                Err(error) => Step::Failed(error),
                Ok(info) => {
                    let wanted = info.set_up;
                    app.info.set(Some(info));
                    match (wanted, token.with_value(String::is_empty)) {
                        (false, _) => Step::Founded,
                        (true, true) => Step::NoLink,
                        (true, false) => match api::check_set_up(&token.get_value()).await {
                            Ok(()) => Step::Form,
                            Err(error) if text::request::is_over(&error) => Step::Over,
                            Err(error) => Step::Failed(error),
                        },
                    }
                }
            };
            let _ = step.try_set(next);
        });
    };
    ask();
    let again = move |label: String, kind: &'static str| {
        view! { <Button label=label kind=kind on_click=Callback::new(move |_| ask()) /> }
    };
    move || match step.get() {
        Step::Asking => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></div> }
                .into_any()
        }
        Step::Failed(error) => view! {
            <Entry title=t!(set_up)>
                <Banner tone="warn" sign=Icon::CloudOff><p>{text::api_error(&error)}</p></Banner>
                {again(t!(try_again), "primary wide")}
            </Entry>
        }
        .into_any(),
        Step::NoLink => view! {
            <Entry title=t!(set_up_wanted) sub=t!(set_up_wanted_sub)>
                {how()}
                {again(t!(set_up_look_again), "wide")}
            </Entry>
        }
        .into_any(),
        Step::Over => view! {
            <Entry title=t!(link_over_title) sub=t!(set_up_over)>
                {how()}
                {again(t!(try_again), "wide")}
            </Entry>
        }
        .into_any(),
        Step::Founded => {
            let sign_in = move |_| app.router.replace(Route::HOME);
            view! {
                <Entry title=t!(set_up_done_title) sub=t!(set_up_done)>
                    <Button label=t!(go_to_sign_in) kind="primary wide" on_click=Callback::new(sign_in) />
                </Entry>
            }
            .into_any()
        }
        Step::Form => view! { <Found token=token.get_value() on_over=move || step.set(Step::Over) /> }.into_any(),
    }
}

/// What the operator does to get a link, or without one.
fn how() -> AnyView {
    view! {
        <ol class="steps-of">
            <li>{t!(set_up_how_link)}</li>
            <li>{t!(set_up_how_again)}</li>
            <li>
                {t!(set_up_how_command)}
                <code dir="ltr">"rollcall found --help"</code>
            </li>
        </ol>
    }
    .into_any()
}

/// The form: the organisation, and its owner.
#[component]
fn Found(token: String, on_over: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let app = app();
    let form = Form::new(app, Callback::new(|()| ())).minded();
    let name = form.line(&[Field::Name], None, OrganisationName::parse, false);
    let slug = form.line(&[], None, Slug::parse, false);
    let language = form.line(&[Field::Language], Some(language::tag()), Language::parse, false);
    let country = form.line(
        &[Field::Country],
        browser::region().filter(|code| Country::parse(code).is_ok()),
        Country::parse,
        false,
    );
    let zone = form.line(&[Field::TimeZone], Some(language::time_zone()), TimeZone::parse, false);
    let plan = form.line(&[Field::Licence], None, LicenceName::parse, true);
    let seats = form.typed(&[Field::Seats], String::new(), |text| {
        (!text.trim().is_empty() && seat_count(text).is_none()).then(|| t!(settings_number_wrong))
    });
    let owner = form.line(&[Field::FullName], None, FullName::parse, false);
    let email = form.line(&[Field::Email], None, Email::parse, false);
    let password = form.typed(&[Field::Password], String::new(), |text| crate::secret::wrong(text, false));
    // Follows the name until somebody types another one.
    let suggested = StoredValue::new(String::new());
    Effect::new(move |_| {
        let short = short_name(&language::apart(&name.text.get()));
        if untrack(|| slug.text.with(|slug| suggested.with_value(|before| slug == before))) {
            suggested.set_value(short.clone());
            slug.text.set(short);
        }
    });
    browser::focus("set-up-name");
    let request = move || -> Result<Request, ValueError> {
        let text = |entry: crate::form::Entry| entry.text.get_untracked();
        let plans = match text(plan).trim() {
            "" => Vec::new(),
            name => vec![NewPlan { name: LicenceName::parse(name)?, seats: seat_count(&text(seats)) }],
        };
        Ok(Request {
            token: token.clone(),
            slug: Slug::parse(&text(slug))?,
            name: OrganisationName::parse(&text(name))?,
            language: Language::parse(&text(language))?,
            time_zone: TimeZone::parse(&text(zone))?,
            country: Country::parse(&text(country))?,
            plans,
            owner_name: FullName::parse(&text(owner))?,
            owner_email: Email::parse(&text(email))?,
            password: text(password),
        })
    };
    let save = move |()| {
        // What can't be read stands at its field already.
        let Ok(request) = request() else { return };
        let on_over = on_over.clone();
        form.send(async move { api::set_up(&request).await }, move |answer| match answer {
            Ok(session) => {
                form.end();
                enter(app, session);
                None
            }
            Err(problem) if text::request::is_over(&problem) => {
                on_over();
                None
            }
            Err(problem) => Some(problem),
        });
    };
    let hint = |text: String| Signal::derive(move || text.clone());
    let fields = view! {
        <div class="plain-set" role="group" aria-labelledby="set-up-organisation">
            <h2 id="set-up-organisation">{t!(organisation)}</h2>
            <TextField id="set-up-name" label=t!(field_name) autocomplete="organization" value=name.text error=name.error() on_leave=name.leave() />
            <TextField id="set-up-slug" label=t!(set_up_slug) hint=hint(t!(set_up_slug_note)) value=slug.text error=slug.error() on_leave=slug.leave() />
            <div class="pair">
                <TextField id="set-up-language" label=t!(field_language) list="languages" value=language.text error=language.error() on_leave=language.leave() />
                <TextField id="set-up-country" label=t!(field_country) list="countries" value=country.text error=country.error() on_leave=country.leave() />
            </div>
            <TextField id="set-up-zone" label=t!(field_time_zone) list="time-zones" hint=hint(t!(set_up_zone_note)) value=zone.text error=zone.error() on_leave=zone.leave() />
            <div class="pair">
                <TextField id="set-up-plan" label=t!(set_up_plan) optional=true hint=hint(t!(set_up_plan_note)) value=plan.text error=plan.error() on_leave=plan.leave() />
                <TextField id="set-up-seats" label=t!(field_seats) optional=true numeric=true hint=hint(t!(set_up_seats_note)) value=seats.text error=seats.error() on_leave=seats.leave() />
            </div>
        </div>
        <div class="plain-set" role="group" aria-labelledby="set-up-owner-title">
            <h2 id="set-up-owner-title">{t!(set_up_owner)}</h2>
            <p class="soft">{t!(set_up_owner_note)}</p>
            <TextField id="set-up-owner" label=t!(full_name) autocomplete="name" value=owner.text error=owner.error() on_leave=owner.leave() />
            <TextField id="set-up-email" label=t!(field_email) kind="email" autocomplete="username" value=email.text error=email.error() on_leave=email.leave() />
            {password_field("set-up-password", None, password)}
        </div>
        {code_lists()}
    };
    view! {
        <Entry title=t!(set_up_title) sub=t!(set_up_sub)>
            {entry_frame(form, t!(set_up_found), Callback::new(save), fields.into_any())}
        </Entry>
    }
}

/// How many seats these are, if that is a number.
fn seat_count(text: &str) -> Option<u32> {
    whole(text).map(u32::from)
}

/// Signed in as the owner: into the organisation.
fn enter(app: App, session: Session) {
    app.info.update(|info| {
        if let Some(info) = info {
            info.set_up = false;
        }
    });
    let tenant = session.organisations.first().map(|place| place.tenant);
    app.go_in(session, tenant);
}
