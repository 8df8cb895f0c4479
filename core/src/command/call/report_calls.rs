//! What the phone system says about calls, one by one or many at once, with its own times (S0.12, S3.11).

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Call, CallReport},
    refusal::{Field, Refusal, Refusals},
    time::Span,
    value::{ValueError, few},
};
use serde::{Deserialize, Serialize};

/// The most reports in one command.
pub const MAX_REPORTS: u16 = 1_000;

/// So far the clock of the phone system may be ahead. Whoever tells local times as if they were UTC is told so.
const AHEAD: Span = Span(15 * 60_000);

/// Longer than so many days lasts no call: whoever reports its end is mistaken in the time or in the call.
const LONGEST: u16 = 7;

/// Take down reports of calls. The phone system only: the system, or who holds `integration.manage`. Late and doubled reports,
/// in any order, make the same calls ([`Call::reported`]). A report of who or what is not there (any more) is taken without
/// that; one from before the calls that are kept is passed over, and refused where no other comes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportCalls {
    /// 1 to [`MAX_REPORTS`].
    #[serde(deserialize_with = "few")]
    pub reports: Vec<CallReport>,
}

impl Intent for ReportCalls {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        let named = |report: &CallReport| {
            [Some(Key::Call(report.call)), report.user.map(Key::User), report.team.map(Key::Team)].into_iter().flatten()
        };
        self.reports.iter().flat_map(named).collect()
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The phone system reports it.
        None
    }

    fn erased(mut self, user: UserId, _held: bool) -> Self {
        self.reports.iter_mut().filter(|report| report.user == Some(user)).for_each(|report| report.peer = None);
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::IntegrationManage)?;
        let mut refusals = Vec::new();
        if self.reports.len() > usize::from(MAX_REPORTS) {
            refusals.push(Refusal::TooMany { max: MAX_REPORTS });
        }
        let latest = context.now.after(AHEAD);
        if self.reports.iter().any(|report| report.at > latest) {
            refusals.push(Refusal::Invalid { field: Field::CallTime, error: ValueError::InTheFuture });
        }
        if self.reports.is_empty() {
            refusals.push(Refusal::NothingToChange);
        }
        let policy = directory.call_policy();
        let since = policy.kept_since(context.now);
        if !self.reports.is_empty() && self.reports.iter().all(|report| report.at < since) {
            refusals.push(Refusal::CallNotKept { days: policy.call_days });
        }
        Refusals::none(refusals)?;
        let mut draft = Draft::new(directory);
        for report in self.reports.iter().filter(|report| report.at >= since) {
            let known = match draft.get(&Key::Call(report.call)) {
                Some(Record::Call(call)) => Some(call),
                _ => None,
            };
            let user = report.user.filter(|user| directory.user(*user).is_some());
            let team = report.team.filter(|team| directory.team(*team).is_some());
            let call = Call::reported(known.as_ref(), &CallReport { user, team, ..*report });
            let before = known.map(|call| call.length()).unwrap_or_default();
            if call.length() > before.max(Span::days(i64::from(LONGEST))) {
                return Err(Refusal::CallTooLong { days: LONGEST }.into());
            }
            draft.put(Record::Call(call));
        }
        draft.done()
    }
}
