//! What can be done to all selected users at once; each user gets its own answer (invariant 15).

use super::{
    Ask, Page,
    assign::{self, What},
    plan,
};
use crate::{
    language::t,
    list::{self, bulk_bar},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::query::{BulkAction, BulkOptions};

/// A button of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Do(BulkAction),
    Assign(What),
    OffBoard,
}

impl Deed {
    const ALL: [Self; 7] = [
        Self::Do(BulkAction::SendInvitations),
        Self::Assign(What::Role),
        Self::Assign(What::Team),
        Self::Assign(What::Licence),
        Self::Do(BulkAction::Suspend),
        Self::OffBoard,
        Self::Do(BulkAction::Delete),
    ];

    fn offered(self, options: &BulkOptions) -> bool {
        match self {
            Self::Assign(what) => assign::offered(what, options),
            Self::Do(BulkAction::SendInvitations) => options.send,
            Self::Do(BulkAction::Suspend) | Self::OffBoard => options.suspend,
            Self::Do(_) => options.delete,
        }
    }

    fn shown(self) -> list::Deed {
        let (label, sign) = match self {
            Self::Assign(what) => (what.label(), what.sign()),
            Self::Do(BulkAction::SendInvitations) => (t!(bulk_send), Icon::Send),
            Self::Do(BulkAction::Suspend) => (t!(users_suspend), Icon::Pause),
            Self::OffBoard => (t!(users_off_board), Icon::Out),
            Self::Do(_) => (t!(users_delete), Icon::Trash),
        };
        list::Deed { label, sign, bad: self == Self::Do(BulkAction::Delete) }
    }

    /// Opens its question.
    fn ask(self, page: Page) {
        let ids = page.selection();
        page.ask.set(Some(match self {
            Self::Do(action) => Ask::Bulk(action, ids),
            Self::Assign(what) => Ask::Assign(what, ids),
            Self::OffBoard => Ask::OffBoardMany(ids),
        }));
    }
}

/// The bar that appears while users are selected.
pub fn bar(page: Page) -> AnyView {
    let offered = Memo::new(move |_| {
        let options = plan::options(page);
        Deed::ALL.into_iter().filter(|deed| deed.offered(&options)).collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| offered.get().into_iter().map(Deed::shown).collect());
    let ask = Callback::new(move |place: usize| {
        if let Some(deed) = offered.with_untracked(|offered| offered.get(place).copied()) {
            deed.ask(page);
        }
    });
    bulk_bar(page.list, t!(bulk_bar), t!(bulk_menu), shown, ask)
}
