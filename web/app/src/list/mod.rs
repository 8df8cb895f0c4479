//! One kit for all lists: search, filters, order, columns, selection, keyboard, address, and what stands there when there is
//! nothing. What a list shows is declared in `rollcall_view::list`; a screen gives the rows their contents and its own parts
//! around them. Nothing here is compiled for one list and again for another.

mod acts;
pub mod address;
mod bulk;
mod columns;
mod filters;
mod frame;
mod opener;
mod pending;
pub mod plan;
mod row;
mod search;
mod sort;
mod table;
mod thing;
mod views;
pub mod virtual_rows;

pub use acts::{Act, act_buttons, act_menu, offered};
pub use bulk::{Deed, bulk_bar};
pub use frame::{frame, panel, tools};
pub use opener::opener;
pub use pending::pending;
pub use row::{Cell, Line, Sign};
pub use table::table;
pub use thing::{facts, thing_head};
pub use views::Asked;

use crate::{router::Route, state::App, ui::menu::Anchor};
use leptos::prelude::*;
use rollcall_view::{
    Screen,
    list::{Asker, Chosen, Columns, Declared, Found, Query, Reach, Step, Views},
};
use std::ops::Range;
use uuid::Uuid;
use virtual_rows::Window;

/// A list that is shown. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct List {
    pub app: App,
    pub screen: Screen,
    pub is: &'static Declared,
    /// How it is searched, filtered and sorted; the address says the same.
    pub query: RwSignal<Query>,
    shown: Memo<Shown>,
    chosen: RwSignal<Chosen>,
    reach: StoredValue<Reach>,
    /// The row that the keyboard is on.
    cursor: RwSignal<usize>,
    window: Window,
    columns: RwSignal<Columns>,
    pub views: RwSignal<Views>,
    /// The dialog about views that is open.
    pub asked: RwSignal<Option<Asked>>,
    /// The menu of a row that is open, of which and where.
    pub menu: RwSignal<Option<(Uuid, Anchor)>>,
    /// What the screen itself knows of some of its things.
    pub marked: RwSignal<Vec<Uuid>>,
    /// What a button in a cell does: to which row, and whether it gives or takes.
    pressed: StoredValue<Option<Callback<(Uuid, bool)>>>,
    /// How far something is that is done to many: done, of how many.
    progress: RwSignal<Option<(usize, usize)>>,
}

/// The part of the list that is in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    /// The place of the first of `found.ids` in the whole list.
    from: usize,
    found: Found,
}

impl List {
    pub fn new(app: App, screen: Screen, is: &'static Declared) -> Self {
        let query = RwSignal::new(address::read(is, &untrack(|| app.router.query())));
        let window = Window::new();
        let rows = Memo::new(move |_| window.rows());
        let marked = RwSignal::new(Vec::new());
        let shown = Memo::new(move |_| {
            let rows = rows.get();
            let from = rows.start;
            Shown { from, found: query.with(|query| ask(app, is, query, &marked.get(), rows, true)) }
        });
        let columns = app.setting(&columns::kept(is)).unwrap_or_default();
        let list = Self {
            app,
            screen,
            is,
            query,
            shown,
            chosen: RwSignal::new(Chosen::default()),
            reach: StoredValue::new(Reach::default()),
            cursor: RwSignal::new(0),
            window,
            columns: RwSignal::new(columns::read(is, &columns)),
            views: RwSignal::new(Views::default()),
            asked: RwSignal::new(None),
            menu: RwSignal::new(None),
            marked,
            pressed: StoredValue::new(None),
            progress: RwSignal::new(None),
        };
        list.open_views();
        // "Back" and "forward" restore the list as it was.
        Effect::new(move |_| {
            let wanted = address::read(is, &app.router.query());
            if list.query.with_untracked(|now| *now != wanted) {
                list.query.set(wanted);
                list.rewind();
            }
        });
        list
    }

    fn id_at(self, index: usize) -> Option<Uuid> {
        self.shown.with(|shown| shown.found.ids.get(index.checked_sub(shown.from)?).copied())
    }

    /// How many the whole list has; tracked.
    pub fn total(self) -> usize {
        self.shown.with(|shown| shown.found.total)
    }

    /// How many a chip would leave, by its place; tracked.
    fn count(self, chip: usize) -> usize {
        self.shown.with(|shown| shown.found.counts.get(chip).copied()).unwrap_or_default()
    }

    /// A part of the list, asked for at this moment, whether in sight or not.
    fn ids(self, rows: Range<usize>) -> Vec<Uuid> {
        let marked = self.marked.get_untracked();
        self.query.with_untracked(|query| ask(self.app, self.is, query, &marked, rows, false)).ids
    }

    /// Shows the list in another way, from its top, and keeps that in the address.
    pub fn show(self, change: impl FnOnce(&mut Query)) {
        self.query.update(change);
        self.app.router.keep(self.query.with_untracked(address::of));
        self.rewind();
    }

    /// What the buttons in its cells do.
    pub fn on_pressed(self, pressed: Callback<(Uuid, bool)>) {
        self.pressed.set_value(Some(pressed));
    }

    /// The columns that it shows at this moment.
    pub fn shown_columns<R>(self, read: impl FnOnce(&Columns) -> R) -> R {
        self.columns.with_untracked(read)
    }

    /// All that it shows at this moment, in its order.
    pub fn everything(self) -> Vec<Uuid> {
        self.ids(0..usize::MAX)
    }

    /// Without search and filters.
    pub fn show_all(self) {
        self.show(Query::clear);
    }

    fn rewind(self) {
        self.cursor.set(0);
        self.window.rewind();
    }

    /// Opens one of its things beside it.
    pub fn open(self, id: Uuid) {
        self.app.router.go(Route::At(self.screen, Some(id)));
    }

    /// Closes what is open beside it.
    pub fn close(self) {
        self.app.router.go(Route::At(self.screen, None));
        crate::browser::focus("grid");
    }

    /// What is open beside it; tracked.
    pub fn opened(self) -> Option<Uuid> {
        self.app.router.get().open_in(self.screen)
    }

    /// Moves the keyboard's row.
    fn step(self, step: Step) -> usize {
        let total = untrack(|| self.total());
        let to = step.from(self.cursor.get_untracked(), self.window.page(), total);
        self.cursor.set(to);
        self.window.reveal(to);
        to
    }

    /// How many are selected; tracked.
    pub fn selected(self) -> usize {
        self.chosen.with(Chosen::len)
    }

    /// What is selected at this moment, in an order that stays the same.
    pub fn selection(self) -> Vec<Uuid> {
        self.chosen.with_untracked(Chosen::list)
    }

    /// Whether one is selected; tracked.
    fn has(self, id: Uuid) -> bool {
        self.chosen.with(|chosen| chosen.has(id))
    }

    pub fn select_none(self) {
        self.chosen.set(Chosen::default());
    }

    /// Selects everything that matches, in sight or not.
    pub fn select_all(self) {
        let ids = self.everything();
        self.chosen.update(|chosen| chosen.everything(self.query.get_untracked(), ids));
    }

    /// Whether everything that matches is selected; tracked.
    fn is_whole(self) -> bool {
        let total = self.total();
        let query = self.query.get();
        self.chosen.with(|chosen| chosen.is_whole(&query, total, || self.ids(0..total)))
    }

    /// Selects a row or takes it back; with a range, every row since the last one that was picked.
    fn pick(self, row: usize, on: bool, range: bool) {
        let rows = if range { self.reach.get_value().rows(row) } else { row..=row };
        self.reach.set_value(Reach::at(row));
        let ids = self.ids(*rows.start()..rows.end() + 1);
        self.chosen.update(|chosen| chosen.pick(&ids, on));
    }

    /// Moves the keyboard's row and selects all on the way.
    fn extend(self, step: Step) {
        let here = self.cursor.get_untracked();
        let to = self.step(step);
        let (now, gone) = self.reach.try_update_value(|reach| reach.extend(here, to)).unwrap_or((to..=to, 0..0));
        let (now, gone) = (self.ids(*now.start()..now.end() + 1), self.ids(gone));
        self.chosen.update(|chosen| {
            chosen.pick(&gone, false);
            chosen.pick(&now, true);
        });
    }
}

/// Asks the core for a part of a list; tracked or not.
fn ask(app: App, is: &'static Declared, query: &Query, marked: &[Uuid], rows: Range<usize>, again: bool) -> Found {
    let question = |replica: &rollcall_core::sync::Replica, now| {
        let asker = Asker { directory: replica.view(), context: &replica.context(now), marked };
        (is.find)(&asker, query, rows)
    };
    let found = if again { app.ask(question) } else { app.ask_once(question) };
    found.unwrap_or_default()
}
