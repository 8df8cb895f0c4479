//! Files that the system lets the process have: each connection takes one. When they run out nobody is accepted, so connections
//! are fewer than files, and those of one address fewer still.

use crate::limits::ConnectionLimits;

/// So many are left for the database, the page and mail.
const OTHERS: usize = 256;

/// Lets the process have as many files as the system allows, and no more connections than go with those.
pub fn fit(limits: &mut ConnectionLimits) {
    let Some(files) = raised() else { return };
    if lower(limits, files) {
        let ConnectionLimits { all, by_address, .. } = limits;
        tracing::warn!(
            files,
            "the system gives this process few files: it holds {all} connections at most, {by_address} of one address. \
             LimitNOFILE= in systemd, or ulimit -n, gives it more"
        );
    }
}

/// Whether fewer connections go with so many files than were asked for.
fn lower(limits: &mut ConnectionLimits, files: usize) -> bool {
    let most = files.saturating_sub(OTHERS).max(files / 2);
    let fits = limits.all <= most;
    limits.all = limits.all.min(most);
    if !fits {
        limits.by_address = limits.by_address.min(most.div_ceil(4));
    }
    !fits
}

/// How many there may be, after asking for all that the system allows.
#[cfg(unix)]
fn raised() -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current != maximum
        && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum })
    {
        tracing::debug!(%error, "the process gets no more files");
    }
    // None: as many as it likes.
    getrlimit(Resource::Nofile).current.map(|files| usize::try_from(files).unwrap_or(usize::MAX))
}

#[cfg(not(unix))]
fn raised() -> Option<usize> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_fewer_than_files() {
        let fitted = |files| {
            let mut limits = ConnectionLimits::default();
            (lower(&mut limits, files), limits.all, limits.by_address)
        };
        assert_eq!(fitted(65_536), (false, 8_192, 1_024));
        assert_eq!(fitted(1_024), (true, 768, 192));
        assert_eq!(fitted(256), (true, 128, 32));
    }

    #[cfg(unix)]
    #[test]
    fn the_process_gets_what_the_system_allows() {
        use rustix::process::{Resource, getrlimit};
        let files = raised();
        let limit = getrlimit(Resource::Nofile);
        assert!(files.is_none() || limit.current == limit.maximum, "{limit:?}");
    }
}
