//! The list of numbers: search, filters and sorts combined, a count per filter, a page at a time (S2.8).

use super::numbering::{NumberRow, NumberStanding, row, standing};
use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::{Directory, UserOrder},
    id::UserId,
    model::{Number, NumberKind},
    sort,
    time::Timestamp,
    value::{PhoneNumber, fold},
};
use serde::{Deserialize, Serialize};

/// What a list of numbers is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct NumberQuery {
    /// Words, each of which must occur in the number, its label or its holder's name.
    pub search: String,
    pub state: NumberState,
    pub kind: Option<NumberKind>,
    /// Those with a linked mobile, be the link on or off.
    pub linked: bool,
    pub sort: NumberSort,
    pub descending: bool,
    /// How many numbers of the list to leave out at its start.
    pub from: usize,
    /// How many numbers to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// Which numbers, by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NumberState {
    #[default]
    All,
    Free,
    Assigned,
    Quarantine,
    Routed,
}

/// What a list of numbers is sorted by; equal ones, by number. What has nothing to be sorted by comes last, or first in a
/// descending list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NumberSort {
    #[default]
    Number,
    Kind,
    Label,
    /// Free, assigned, in quarantine, routed.
    State,
    /// By the name of who holds it.
    Holder,
}

/// How many numbers match the search and every filter but the one by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NumberCounts {
    pub all: usize,
    pub free: usize,
    pub assigned: usize,
    pub quarantine: usize,
    pub routed: usize,
}

/// The answer: numbers in the order of the list, so that a page makes only the rows it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NumberList {
    pub numbers: Vec<PhoneNumber>,
    /// How many numbers the whole list has; a page of it may have fewer.
    pub total: usize,
    /// Of the search, whatever the filter by state.
    pub counts: NumberCounts,
}

/// The choices of each filter. A count tells how many numbers match the search and every other filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NumberFilters {
    pub kinds: Vec<(NumberKind, usize)>,
    pub linked: usize,
}

/// Whether the inventory is of any use to the actor: it gives numbers to somebody, or adds to them.
pub fn sees_numbers(directory: &Directory, context: &Context) -> bool {
    Holding::of_signed_in(directory, context).is_ok_and(|holding| holding.somewhere(Permission::NumberAssign))
}

/// Those that match the search and every filter but the one by state, in order.
fn matching<'d>(directory: &'d Directory, query: &NumberQuery) -> Vec<&'d Number> {
    let folded = fold(&query.search);
    let words: Vec<Word<'_>> = folded.split_whitespace().map(Word::of).collect();
    let fits = |number: &&Number| {
        query.kind.is_none_or(|kind| number.kind == kind)
            && (!query.linked || number.linked_mobile.is_some())
            && words.iter().all(|word| word.occurs(directory, number))
    };
    directory.numbers().filter(fits).collect()
}

/// A word of a search, folded.
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// Its digits, when it may be a part of a number: `+49`, `(030)`.
    digits: Option<String>,
}

impl<'a> Word<'a> {
    pub fn of(text: &'a str) -> Self {
        let dialled = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.'));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        Self { text, digits: (dialled && !digits.is_empty()).then_some(digits) }
    }

    /// Whether it is a part of a number.
    pub fn dials(&self, number: PhoneNumber) -> bool {
        self.digits.as_ref().is_some_and(|digits| dials(digits, number))
    }

    fn occurs(&self, directory: &Directory, number: &Number) -> bool {
        let in_label = || number.label.as_ref().is_some_and(|label| fold(label.as_str()).contains(self.text));
        let holder = || number.holder.and_then(|holder| directory.user(holder));
        self.dials(number.number)
            || in_label()
            || holder().is_some_and(|user| fold(&user.display_name()).contains(self.text))
    }
}

/// Whether these digits are a part of the number, as it is dialled from abroad, or within its country, where a zero stands in
/// place of the country's code.
fn dials(digits: &str, number: PhoneNumber) -> bool {
    let dialled = number.to_string();
    let dialled = dialled.trim_start_matches('+');
    let abroad = || digits.strip_prefix("00").is_some_and(|rest| !rest.is_empty() && dialled.starts_with(rest));
    let within = || {
        digits.strip_prefix('0').is_some_and(|rest| !rest.starts_with('0') && rest.len() > 1 && dialled.contains(rest))
    };
    dialled.contains(digits) || abroad() || within()
}

const fn in_state(standing: NumberStanding, state: NumberState) -> bool {
    match state {
        NumberState::All => true,
        NumberState::Free => matches!(standing, NumberStanding::Free),
        NumberState::Assigned => matches!(standing, NumberStanding::Assigned),
        NumberState::Quarantine => matches!(standing, NumberStanding::Quarantine),
        NumberState::Routed => matches!(standing, NumberStanding::Routed),
    }
}

/// Finds numbers.
pub fn number_list(directory: &Directory, query: &NumberQuery, now: Timestamp) -> NumberList {
    let mut found = matching(directory, query);
    let mut counts = NumberCounts { all: found.len(), ..NumberCounts::default() };
    for number in &found {
        let count = match standing(number, now) {
            NumberStanding::Free => &mut counts.free,
            NumberStanding::Assigned => &mut counts.assigned,
            NumberStanding::Quarantine => &mut counts.quarantine,
            NumberStanding::Routed => &mut counts.routed,
        };
        *count += 1;
    }
    found.retain(|number| in_state(standing(number, now), query.state));
    match query.sort {
        NumberSort::Number => {}
        NumberSort::Kind => sort::by_key(&mut found, |number| number.kind),
        NumberSort::State => sort::by_key(&mut found, |number| standing(number, now)),
        NumberSort::Label => sort::by_key(&mut found, |number| {
            (number.label.is_none(), number.label.as_ref().map(|label| fold(label.as_str())))
        }),
        NumberSort::Holder => by_holder(directory, &mut found),
    }
    if query.descending {
        found.reverse();
    }
    let page = found.iter().skip(query.from).take(query.limit.unwrap_or(usize::MAX));
    NumberList { numbers: page.map(|number| number.number).collect(), total: found.len(), counts }
}

/// By the names of their holders, in the order that the list of users has already; what nobody holds comes last.
fn by_holder(directory: &Directory, numbers: &mut [&Number]) {
    let names = directory.find(&[]).page(UserOrder::Name, false, 0, usize::MAX);
    let places: rustc_hash::FxHashMap<UserId, usize> = names.into_iter().zip(0..).collect();
    sort::by_key(numbers, |number| {
        number.holder.map_or(usize::MAX, |holder| places.get(&holder).copied().unwrap_or(usize::MAX - 1))
    });
}

/// The choices that a query leaves.
pub fn number_filters(directory: &Directory, query: &NumberQuery, now: Timestamp) -> NumberFilters {
    let without = |query: NumberQuery| {
        let mut found = matching(directory, &query);
        found.retain(|number| in_state(standing(number, now), query.state));
        found
    };
    let of_any_kind = without(NumberQuery { kind: None, ..query.clone() });
    let of_kind = |kind| of_any_kind.iter().filter(|number| number.kind == kind).count();
    NumberFilters {
        kinds: NumberKind::ALL.map(|kind| (kind, of_kind(kind))).into(),
        linked: without(NumberQuery { linked: true, ..query.clone() }).len(),
    }
}

/// The row of one number.
pub fn number_row(directory: &Directory, number: PhoneNumber, now: Timestamp) -> Option<NumberRow> {
    directory.number(number).map(|number| row(directory, number, now))
}
