//! Puts a server together, and runs it until it is told to stop.

use crate::{
    allowance::Allowances,
    clock::Clock,
    config::Serve,
    connections, demo,
    failure::{self, Failure},
    files,
    heavy::Heavy,
    house::House,
    http::{self, App, Options},
    identity::{
        Devices, Passwords, Seen, Throttle,
        account::{Addresses, Links, SecurityLog},
        founding::{self, FirstOrganisation},
        invitation::Invitations,
        seen,
    },
    limits::Limits,
    outbound::{
        job::{Budget, Runner},
        mail::{Mailer, Outbox},
    },
    shares::Shares,
    static_site::Site,
    store::Store,
    streams::Streams,
    tenant::Tenants,
};
use rollcall_core::api::DemoSignIn;
use std::{io::Write, net::SocketAddr, path::Path, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch};

/// How long requests may take to end when the server stops.
const GRACE: Duration = Duration::from_secs(10);

/// The parts of a server, wired.
pub struct Server {
    pub app: App,
    pub runner: Runner,
    pub house: House,
}

impl Server {
    /// Wires a server.
    pub fn new(store: Arc<dyn Store>, clock: Clock, mailer: Mailer, options: Options) -> Self {
        let Limits { tenants: tuning, answers, hashing, patience, .. } = options.limits;
        let (answers, allowances) = (Shares::new(answers.0), Allowances::new(options.limits.work));
        let heavy = if hashing.inline { Heavy::inline() } else { Heavy::new() };
        let tenants = Tenants::tuned(
            store.clone(),
            clock.clone(),
            tuning,
            answers.clone(),
            allowances.clone(),
            heavy.clone(),
            patience,
        );
        let passwords = Passwords::new(options.limits.hashing, clock.random().clone());
        let throttle = Throttle::new(store.clone(), clock.clone(), options.limits.tries);
        let invitations = Invitations {
            store: store.clone(),
            tenants: tenants.clone(),
            clock: clock.clone(),
            passwords: passwords.clone(),
            throttle: throttle.clone(),
            mailer: mailer.clone(),
            page: options.page.clone(),
        };
        let devices = Devices::new(store.clone(), clock.clone());
        let first = FirstOrganisation::new(store.clone(), tenants.clone(), clock.clone(), passwords.clone());
        let security = SecurityLog::new(store.clone(), clock.clone());
        let links = Links {
            store: store.clone(),
            tenants: tenants.clone(),
            clock: clock.clone(),
            passwords: passwords.clone(),
            throttle: throttle.clone(),
            security: security.clone(),
            mailer: mailer.clone(),
            page: options.page.clone(),
        };
        let addresses = Addresses {
            store: store.clone(),
            tenants: tenants.clone(),
            clock: clock.clone(),
            security: security.clone(),
            mailer: mailer.clone(),
            page: options.page.clone(),
        };
        let runner = Runner {
            store: store.clone(),
            clock: clock.clone(),
            invitations: invitations.clone(),
            links: links.clone(),
            addresses: addresses.clone(),
            budget: Budget { store: store.clone(), tenants: tenants.clone(), limits: options.limits.mail },
            limits: options.limits.jobs,
        };
        let house = House::new(store.clone(), clock.clone());
        let stop = Arc::new(watch::Sender::new(false));
        let options = Arc::new(options);
        let app = App {
            store,
            clock,
            tenants,
            passwords,
            throttle,
            devices,
            first,
            seen: Seen::default(),
            allowances,
            streams: Streams::new(options.limits.streams),
            turns: Shares::new(options.limits.turns.0),
            bodies: Shares::new(options.limits.bodies.0),
            answers,
            heavy,
            invitations,
            links,
            addresses,
            security,
            mailer,
            options,
            stop,
        };
        Self { app, runner, house }
    }

    /// Serves until `end` comes, then lets what has begun end.
    pub async fn run(self, listener: TcpListener, site: Option<Site>, end: impl Future<Output = ()> + Send + 'static) {
        let Self { app, runner, house } = self;
        let (store, stop, security) = (app.store.clone(), app.stop.clone(), app.security.clone());
        let jobs = tokio::spawn(runner.run(app.tenants.job_bell(), stop.subscribe()));
        let chores = tokio::spawn(house.run(stop.subscribe()));
        let seen = tokio::spawn(
            app.seen.clone().run((app.store.clone(), app.tenants.clone(), app.clock.clone()), stop.subscribe()),
        );
        let (limits, behind_proxy) = (app.options.limits.connections, app.options.behind_proxy);
        let serving = connections::serve(listener, http::router(app, site), limits, behind_proxy, stop.subscribe());
        let late = async move {
            end.await;
            tracing::info!("stopping");
            stop.send_replace(true);
            tokio::time::sleep(GRACE).await;
        };
        tokio::select! {
            () = serving => {}
            () = late => tracing::warn!("some requests did not end in time"),
        }
        let _ = tokio::time::timeout(GRACE, async { tokio::join!(jobs, chores, seen, security.settle()) }).await;
        store.close().await;
    }
}

/// `rollcall serve`.
///
/// # Errors
/// A sentence that says why the server can't start.
pub async fn serve(mut options: Serve) -> Result<(), Failure> {
    let listener = TcpListener::bind(options.listen).await.map_err(|error| cannot_listen(options.listen, &error))?;
    // Port 0 lets the system choose one.
    options.listen = listener.local_addr().unwrap_or(options.listen);
    let site = options.site.as_deref().map(open_site).transpose()?;
    let store = failure::open(&options.database).await?;
    check_writable(&options.database.data)?;
    let clock = Clock::default();
    seen::begin(&*store, &clock).await;
    let mailer = match &options.smtp {
        Some(url) => Mailer::smtp(url, &options.mail_from)?,
        None => Mailer::Outbox(Outbox::inside(&options.database.data)),
    };
    let demo = if options.demo {
        let wanted = demo::Wanted { users: options.demo_users.unwrap_or_default(), furnished: !options.demo_bare };
        demo::found(&store, &clock, &Passwords::default(), wanted).await?
    } else {
        None
    };
    let page = options.page();
    // The API alone is set up by the operator: nobody opens a link there.
    let set_up = if site.is_some() { founding::new_link(&*store, &clock, &page).await? } else { None };
    greet(&page, &options, demo.as_ref(), set_up.as_deref());
    let shows_mail = options.demo || options.show_mail;
    let mut limits = options.limits();
    files::fit(&mut limits.connections);
    let server_options = Options { page, demo, behind_proxy: options.behind_proxy, shows_mail, limits };
    if options.behind_proxy && !server_options.secure() {
        tracing::warn!(
            "behind a proxy, but --public-url does not begin with https://: cookies are sent in the clear, and browsers \
             store nothing offline"
        );
    }
    // Whose calls come and go while it runs.
    let lively = if server_options.demo.is_some() && !options.demo_bare { demo::tenant(&store).await? } else { None };
    let server = Server::new(store, clock.clone(), mailer, server_options);
    if let Some(tenant) = lively {
        tokio::spawn(demo::live(server.app.tenants.clone(), clock, tenant));
    }
    server.run(listener, site, end()).await;
    Ok(())
}

fn cannot_listen(address: SocketAddr, error: &std::io::Error) -> Failure {
    let port = address.port();
    Failure::new(match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "Port {port} is in use: stop the other program, or choose another port, such as --listen {}:{}.",
            address.ip(),
            port.checked_add(1).unwrap_or(8080)
        ),
        std::io::ErrorKind::PermissionDenied => {
            format!("Port {port} needs more rights than this program has: choose one above 1023 with --listen.")
        }
        _ => format!("{address} can't be listened on: {error}. Choose another address with --listen."),
    })
}

fn open_site(folder: &Path) -> Result<Site, Failure> {
    Site::open(folder).ok_or_else(|| {
        Failure::new(format!(
            "There is no page in {}: `cargo xtask start` builds it. Without --site there is only the API.",
            folder.display()
        ))
    })
}

/// The outbox, and what SQLite keeps beside its file, need a folder that can be written.
fn check_writable(folder: &Path) -> Result<(), Failure> {
    let probe = folder.join(".rollcall-probe");
    let written = std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe));
    written.map_err(|error| {
        Failure::new(format!(
            "The data folder {} can't be written: {error}. Check who owns it, or name another with --data.",
            folder.display()
        ))
    })
}

/// What a person at the terminal needs to know.
fn greet(page: &str, options: &Serve, demo: Option<&DemoSignIn>, set_up: Option<&str>) {
    let mut text = format!("Rollcall is at {page}\n");
    match demo {
        Some(demo) if options.demo_bare => {
            text += &format!("Demo sign-in: {} with the password {}\n", demo.email, demo.password);
        }
        Some(demo) => {
            text += &format!("Demo sign-ins, all with the password {}:\n", demo.password);
            for (role, email) in demo::SIGN_INS {
                text += &format!("  {role:<11} {email}\n");
            }
        }
        None if options.demo => text += "The database is not empty, so no demo was founded.\n",
        None => {}
    }
    if let Some(link) = set_up {
        text += &format!("There is no organisation yet. Found the first one within a day, with this link:\n  {link}\n");
    }
    if options.smtp.is_none() {
        let outbox = options.database.data.join("outbox");
        text += &format!("Mail goes to {}, for want of --smtp.\n", outbox.display());
    }
    // A server serves on, even if nobody reads what it says.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Comes when the program is told to stop.
async fn end() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
