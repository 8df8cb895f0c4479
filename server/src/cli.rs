//! The command line.

use crate::{
    clock::Clock,
    config::{Database, Serve},
    failure::{Failure, open},
    identity::{
        Asker, NotTaken, Passwords, Token,
        account::{self, Recovered},
        founding::NewOrganisation,
    },
    tenant::Tenants,
};
use clap::{Args, Parser, Subcommand};
use rollcall_core::{
    id::TenantId,
    model::{Organisation, Policy},
    value::{Country, Email, FullName, Language, OrganisationName, Slug, TimeZone, ValueError},
    vector,
};
use std::{io::IsTerminal, path::PathBuf};

/// The offline-first directory of an organisation's people.
#[derive(Parser, Debug)]
#[command(name = "rollcall", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve the page and the API.
    Serve(Box<Serve>),
    /// Found an organisation with its first owner.
    Found(Box<Found>),
    /// Mail an owner who is locked out a link with which it sets a new password. It is written to the audit log.
    Recover(Recover),
    /// Tell all clients that a backup was restored, so that they read everything anew. Run it before serving again.
    Restored(Database),
    /// Decide what a vectors file has, and say what is decided otherwise.
    Vectors {
        /// The file.
        file: PathBuf,
    },
}

impl Cli {
    /// Begins to log to standard error. What is logged is chosen by `ROLLCALL_LOG`, such as `debug` or `info,rollcall_server=debug`.
    pub fn start_log(&self) {
        let json = matches!(&self.command, Command::Serve(options) if options.log_json);
        let filter = tracing_subscriber::EnvFilter::try_from_env("ROLLCALL_LOG")
            .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
        let log =
            tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(false);
        if json { log.json().init() } else { log.with_ansi(std::io::stderr().is_terminal()).init() }
    }
}

/// `rollcall found`.
#[derive(Args, Debug)]
struct Found {
    /// The organisation's short name: three to forty small letters, digits and hyphens.
    #[arg(long)]
    slug: String,
    /// The organisation's name.
    #[arg(long)]
    name: String,
    /// The first owner's e-mail address.
    #[arg(long)]
    owner_email: String,
    /// The first owner's name; the address when it is left out.
    #[arg(long)]
    owner_name: Option<String>,
    /// The first owner's password. Without it one is made and printed, once.
    #[arg(long, env = "ROLLCALL_OWNER_PASSWORD", hide_env_values = true)]
    owner_password: Option<String>,
    #[arg(long, default_value = "en")]
    language: String,
    #[arg(long, default_value = "UTC")]
    time_zone: String,
    #[arg(long, default_value = "GB")]
    country: String,
    #[command(flatten)]
    database: Database,
}

/// `rollcall recover`.
#[derive(Args, Debug)]
struct Recover {
    /// The organisation's short name.
    #[arg(long)]
    slug: String,
    /// The owner's e-mail address, as the organisation's directory has it.
    #[arg(long)]
    email: String,
    /// Another address of the owner's, whose mailbox is lost as well. You vouch that it is the owner's own: the account moves
    /// there once the mailbox confirms, and the old one is told and can stop it for a day.
    #[arg(long)]
    to: Option<String>,
    #[command(flatten)]
    database: Database,
}

/// Does what the command line asks.
///
/// # Errors
/// A sentence that says what is wrong and what to do.
pub async fn run(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        Command::Serve(options) => crate::serve::serve(*options).await,
        Command::Found(options) => found(*options).await,
        Command::Recover(options) => recover(&options).await,
        Command::Restored(database) => restored(&database).await,
        Command::Vectors { file } => vectors(&file),
    }
}

async fn found(options: Found) -> Result<(), Failure> {
    let wrong = |what: &'static str| move |error: ValueError| Failure::new(format!("--{what} {error}."));
    let owner_email = Email::parse(&options.owner_email).map_err(wrong("owner-email"))?;
    let owner_name = options.owner_name.as_deref().unwrap_or(owner_email.as_str());
    let owner_name = FullName::parse(owner_name).map_err(wrong("owner-name"))?;
    let clock = Clock::default();
    let organisation = Organisation {
        id: TenantId::new(clock.id()),
        slug: Slug::parse(&options.slug).map_err(wrong("slug"))?,
        name: OrganisationName::parse(&options.name).map_err(wrong("name"))?,
        language: Language::parse(&options.language).map_err(wrong("language"))?,
        time_zone: TimeZone::parse(&options.time_zone).map_err(wrong("time-zone"))?,
        country: Country::parse(&options.country).map_err(wrong("country"))?,
        policy: Policy::default(),
    };
    let made = options.owner_password.is_none();
    let password = options.owner_password.unwrap_or_else(|| Token::random(clock.random(), 12).expose().to_owned());
    let forbidden = NewOrganisation::forbidden(&owner_email, &owner_name, &organisation);
    // Before a database is opened for it.
    let chosen = Passwords::default().choose(password.clone(), forbidden, Asker::Operator).await;
    let hash = chosen.map_err(|error| match error {
        NotTaken::Weak(error) => Failure::new(format!("The owner's password {error}. Choose another.")),
        NotTaken::Hashing(error) => error.into(),
    })?;
    let store = open(&options.database).await?;
    let (slug, email, plans) = (organisation.slug.clone(), owner_email.clone(), Vec::new());
    let new = NewOrganisation { organisation, owner_email, owner_name, plans, password: hash };
    let known = new.found(&*store, &Tenants::new(store.clone(), clock.clone()), &clock).await?;
    store.close().await;
    if known {
        println!(
            "The organisation {slug} is founded. {email} has an account already, whose person is asked to confirm:"
        );
        println!("a running server mails the link. Until it was opened, nobody signs in there.");
        return Ok(());
    }
    println!("The organisation {slug} is founded. Its owner signs in as {email}.");
    if made {
        println!("The password, which is shown only here: {password}");
    }
    Ok(())
}

async fn recover(options: &Recover) -> Result<(), Failure> {
    let wrong = |what: &'static str| move |error: ValueError| Failure::new(format!("--{what} {error}."));
    let slug = Slug::parse(&options.slug).map_err(wrong("slug"))?;
    let email = Email::parse(&options.email).map_err(wrong("email"))?;
    let to = options.to.as_deref().map(Email::parse).transpose().map_err(wrong("to"))?;
    let (store, clock) = (open(&options.database).await?, Clock::default());
    let tenants = Tenants::new(store.clone(), clock.clone());
    let recovered = account::recover((&*store, &tenants), &slug, &email, to.as_ref(), clock.now()).await;
    store.close().await;
    let Recovered { to, before, elsewhere } = recovered?;
    println!("A link is on its way to {to}: a running server mails it. It is good for a day, and stands in the");
    println!("audit log of {slug}.");
    let Some(before) = before else { return Ok(()) };
    println!("Once it was opened, the account signs in as {to}, and \"Forgot your password?\" mails a link there.");
    println!("Until then it is {before}, which is told, and can stop the change or take it back for a day.");
    if elsewhere > 0 {
        println!("The account is a user of other organisations too ({elsewhere}): it signs in as {to} there as well.");
    }
    Ok(())
}

async fn restored(database: &Database) -> Result<(), Failure> {
    let store = open(database).await?;
    store.renew_log_epochs(Clock::default().random().log_epoch()).await?;
    store.end_everything_open().await?;
    store.close().await;
    println!("Every client will read its organisation anew. What waits in their outboxes is kept.");
    println!("All sessions, links and open invitations are over, for the backup may hold some that were ended since.");
    println!("People sign in again; invite again whom you still wait for.");
    Ok(())
}

fn vectors(file: &std::path::Path) -> Result<(), Failure> {
    let told = |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", file.display()));
    let text = std::fs::read(file).map_err(|error| told(&error))?;
    let vectors: vector::Vectors = serde_json::from_slice(&text).map_err(|error| told(&error))?;
    let report = vector::run(&vectors);
    for mismatch in &report.failed {
        println!("{}: {}: {:?} instead of {:?}", mismatch.vector, mismatch.step, mismatch.got, mismatch.expected);
    }
    println!("{} passed, {} failed", report.passed, report.failed.len());
    if report.failed.is_empty() { Ok(()) } else { Err(Failure::new("Not everything is decided as the file has it.")) }
}
