//! The list of extensions: those of the organisation's range, free and taken, and those outside of it that somebody has (S1.6,
//! S1.9). A range may have millions: what is free is told in runs, and only what is shown is written out.

use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::{Directory, UserOrder},
    id::UserId,
    model::PhoneType,
    sort,
    value::{Extension, fold},
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a list of extensions is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ExtensionQuery {
    /// Words: the extension must begin with each that has digits only; every other must occur in the name of who has it.
    pub search: String,
    pub state: ExtensionState,
    /// Those at which such a phone rings.
    pub phone: Option<PhoneType>,
    pub sort: ExtensionSort,
    pub descending: bool,
    /// How many extensions of the list to leave out at its start.
    pub from: usize,
    /// How many extensions to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// Which extensions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExtensionState {
    #[default]
    All,
    Free,
    Taken,
    /// Taken, and not of the range.
    Outside,
}

/// What a list of extensions is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExtensionSort {
    /// As numbers, shorter ones first.
    #[default]
    Extension,
    /// By the name of who has it; free ones last.
    Holder,
}

/// How many extensions match the search and every filter but the one by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExtensionCounts {
    pub all: usize,
    pub free: usize,
    pub taken: usize,
    pub outside: usize,
}

/// The answer: extensions in the order of the list, so that a page makes only the rows it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExtensionList {
    pub extensions: Vec<Extension>,
    /// How many the whole list has; a page of it may have fewer.
    pub total: usize,
    /// Of the search, whatever the filter by state.
    pub counts: ExtensionCounts,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExtensionRow {
    pub extension: Extension,
    /// Who has it, and what that user is called.
    pub holder: Option<(UserId, String)>,
    pub phone: Option<PhoneType>,
    /// It is not of the organisation's range; without a range none is.
    pub outside: bool,
}

/// Whether the list is of any use to the actor: it gives extensions to somebody.
pub fn sees_extensions(directory: &Directory, context: &Context) -> bool {
    Holding::of_signed_in(directory, context).is_ok_and(|holding| holding.somewhere(Permission::NumberAssign))
}

/// Some extensions that follow on each other: one that is taken, or many of the range.
enum Run<'d> {
    One(&'d Extension),
    Many(Range<u32>),
}

impl Run<'_> {
    fn len(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Many(range) => range.len(),
        }
    }

    fn at(&self, place: usize, width: usize) -> Option<Extension> {
        match self {
            Self::One(extension) => Some((*extension).clone()),
            Self::Many(range) => {
                let number = range.start.checked_add(u32::try_from(place).ok()?)?;
                Extension::parse(&format!("{number:0width$}")).ok()
            }
        }
    }
}

/// The range, narrowed by the digits that extensions must begin with.
#[derive(Default)]
struct Span {
    width: usize,
    numbers: Range<u32>,
}

impl Span {
    fn of(directory: &Directory, starts: &[&str]) -> Self {
        let range = directory.organisation().and_then(|organisation| organisation.policy.extensions.as_ref());
        let Some(range) = range else { return Self::default() };
        let width = range.from.as_str().len();
        let mut numbers = number(&range.from)..number(&range.to).saturating_add(1);
        for start in starts {
            let Some(left) = width.checked_sub(start.len()).and_then(|left| u32::try_from(left).ok()) else {
                return Self { width, numbers: 0..0 };
            };
            let unit = 10_u32.saturating_pow(left);
            let first = start.parse::<u32>().unwrap_or_default().saturating_mul(unit);
            numbers = numbers.start.max(first)..numbers.end.min(first.saturating_add(unit));
        }
        Self { width, numbers }
    }

    fn has(&self, extension: &Extension) -> bool {
        extension.as_str().len() == self.width && self.numbers.contains(&number(extension))
    }

    /// What of it nobody has, given what is taken in order.
    fn free<'d>(&self, taken: &[&'d Extension]) -> Vec<Run<'d>> {
        let (mut runs, mut next) = (Vec::new(), self.numbers.start);
        for number in taken.iter().filter(|taken| self.has(taken)).map(|taken| number(taken)) {
            runs.push(Run::Many(next..number));
            next = number.saturating_add(1);
        }
        runs.push(Run::Many(next..self.numbers.end.max(next)));
        runs
    }
}

fn number(extension: &Extension) -> u32 {
    extension.as_str().parse().unwrap_or_default()
}

/// In the order of the numbers that they are, shorter ones first.
fn in_order(extension: &Extension) -> (usize, u32) {
    (extension.as_str().len(), number(extension))
}

/// Finds extensions.
pub fn extension_list(directory: &Directory, query: &ExtensionQuery) -> ExtensionList {
    let folded = fold(&query.search);
    let digits = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let (starts, words): (Vec<&str>, Vec<&str>) = folded.split_whitespace().partition(digits);
    let span = Span::of(directory, &starts);
    let begins = |extension: &Extension| starts.iter().all(|start| extension.as_str().starts_with(start));
    let mut all: Vec<(&Extension, UserId)> =
        directory.extensions_taken().filter(|(extension, _)| begins(extension)).collect();
    sort::by_key(&mut all, |(extension, _)| in_order(extension));
    all.dedup_by_key(|(extension, _)| *extension);
    let every: Vec<&Extension> = all.iter().map(|(extension, _)| *extension).collect();
    let fits = |user: UserId| {
        let Some(user) = directory.user(user) else { return false };
        query.phone.is_none_or(|phone| user.line.as_ref().is_some_and(|line| line.phone == phone)) && {
            let name = if words.is_empty() { String::new() } else { fold(&user.display_name()) };
            words.iter().all(|word| name.contains(word))
        }
    };
    let mut taken = all;
    taken.retain(|(_, user)| fits(*user));
    // Nobody's has no name, and no phone.
    let free = if words.is_empty() && query.phone.is_none() { span.free(&every) } else { Vec::new() };
    let outside = taken.iter().filter(|(extension, _)| !span.has(extension)).count();
    let count = free.iter().map(Run::len).sum::<usize>();
    let counts = ExtensionCounts { all: taken.len() + count, free: count, taken: taken.len(), outside };
    match query.state {
        ExtensionState::Free => taken.clear(),
        ExtensionState::Outside => taken.retain(|(extension, _)| !span.has(extension)),
        ExtensionState::All | ExtensionState::Taken => {}
    }
    if query.sort == ExtensionSort::Holder {
        by_holder(directory, &mut taken);
    }
    let mut runs: Vec<Run<'_>> = taken.into_iter().map(|(extension, _)| Run::One(extension)).collect();
    if matches!(query.state, ExtensionState::All | ExtensionState::Free) {
        runs.extend(free.into_iter().filter(|run| run.len() > 0));
    }
    if query.sort == ExtensionSort::Extension {
        sort::by_key(&mut runs, |run| match run {
            Run::One(extension) => in_order(extension),
            Run::Many(numbers) => (span.width, numbers.start),
        });
    }
    page(&runs, span.width, query, counts)
}

fn page(runs: &[Run<'_>], width: usize, query: &ExtensionQuery, counts: ExtensionCounts) -> ExtensionList {
    let mut starts = Vec::with_capacity(runs.len());
    let mut total = 0_usize;
    for run in runs {
        starts.push(total);
        total += run.len();
    }
    let at = |place: usize| {
        let run = starts.partition_point(|start| *start <= place).checked_sub(1)?;
        runs.get(run)?.at(place - starts.get(run)?, width)
    };
    let end = query.limit.map_or(total, |limit| query.from.saturating_add(limit)).min(total);
    let places = query.from.min(end)..end;
    let placed = |place: usize| at(if query.descending { total - 1 - place } else { place });
    ExtensionList { extensions: places.filter_map(placed).collect(), total, counts }
}

/// By the names of their holders, in the order that the list of users has already.
fn by_holder(directory: &Directory, taken: &mut [(&Extension, UserId)]) {
    let names = directory.find(&[]).page(UserOrder::Name, false, 0, usize::MAX);
    let places: FxHashMap<UserId, usize> = names.into_iter().zip(0..).collect();
    sort::by_key(taken, |(_, holder)| places.get(holder).copied().unwrap_or(usize::MAX));
}

/// The row of one extension; none for one that nobody has outside of the range.
pub fn extension_row(directory: &Directory, extension: &Extension) -> Option<ExtensionRow> {
    let holder = directory.user_at(extension).and_then(|id| directory.user(id));
    let range = directory.organisation().and_then(|organisation| organisation.policy.extensions.as_ref());
    let outside = !range.is_some_and(|range| range.contains(extension));
    (holder.is_some() || !outside).then(|| ExtensionRow {
        extension: extension.clone(),
        holder: holder.map(|user| (user.id, user.display_name().into_owned())),
        phone: holder.and_then(|user| user.line.as_ref()).map(|line| line.phone),
        outside,
    })
}

/// How many extensions each type of phone would leave.
pub fn extension_phones(directory: &Directory, query: &ExtensionQuery) -> Vec<(PhoneType, usize)> {
    let phones = [PhoneType::Softphone, PhoneType::Webphone, PhoneType::DeskPhone];
    let left =
        |phone| extension_list(directory, &ExtensionQuery { phone: Some(phone), limit: Some(0), ..query.clone() });
    phones.map(|phone| (phone, left(phone).total)).into()
}
