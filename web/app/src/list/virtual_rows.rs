//! A list of any length of which only the visible rows exist. Rows are recycled: scrolling moves the rows that leave at
//! one end to the other and changes what they show, so 50,000 rows scroll as well as fifty.

use crate::ui::popover::pixels;
use leptos::{html, prelude::*};
use rollcall_view::list::rows::{index, offset, whole};

/// Rows kept ready beyond each edge.
const BEYOND: usize = 6;
/// Rows that are asked for together.
const STEP: usize = 32;

/// Where a list stands: which rows exist. A handle, so that a page can scroll to a row.
#[derive(Clone, Copy)]
pub struct Window {
    top: RwSignal<f64>,
    height: RwSignal<f64>,
    /// What scrolls.
    node: NodeRef<html::Div>,
    /// What is as long as all rows.
    extent: NodeRef<html::Div>,
}

impl Window {
    pub fn new() -> Self {
        Self { top: RwSignal::new(0.0), height: RwSignal::new(900.0), node: NodeRef::new(), extent: NodeRef::new() }
    }

    /// What scrolls: the list's own element, or one around it with a head above the rows that stays in sight.
    pub fn node(self) -> NodeRef<html::Div> {
        self.node
    }

    /// The first row that exists.
    fn first(self) -> usize {
        index(self.top.get()).saturating_sub(BEYOND)
    }

    /// How many rows exist.
    fn slots(self) -> usize {
        index(self.height.get()) + 2 + 2 * BEYOND
    }

    /// The rows that exist, from the first and up to the last, in whole steps of [`STEP`]: a list asks for these and no
    /// others, and not again at every row that scrolls by. Tracked.
    pub fn rows(self) -> std::ops::Range<usize> {
        let first = self.first();
        first / STEP * STEP..(first + self.slots()).div_ceil(STEP) * STEP
    }

    /// How many rows fit.
    pub fn page(self) -> usize {
        index(self.height.get_untracked()).max(1)
    }

    /// Scrolls as little as needed to show a row whole.
    pub fn reveal(self, row: usize) {
        let Some(node) = self.node.get_untracked() else { return };
        let (above, below) = (offset(row), offset(row + 1));
        let (top, height) = (self.top.get_untracked(), self.height.get_untracked());
        if above < top {
            node.set_scroll_top(whole(above));
        } else if below > top + height {
            node.set_scroll_top(whole(below - height));
        }
    }

    /// Back to the start, as when another search begins.
    pub fn rewind(self) {
        self.top.set(0.0);
        if let Some(node) = self.node.get_untracked() {
            node.set_scroll_top(0);
        }
    }

    /// What scrolls was scrolled, or has another size.
    pub fn measure(self) {
        // A frame may come after the list is gone.
        let Some(Some(node)) = self.node.try_get_untracked() else { return };
        let head = self.extent.try_get_untracked().flatten().map_or(0, |extent| extent.offset_top());
        let (top, height) = (f64::from(node.scroll_top()), f64::from(node.client_height() - head));
        if (self.top.get_untracked() - top).abs() > 0.5 {
            self.top.set(top);
        }
        if (self.height.get_untracked() - height).abs() > 0.5 && height > 0.0 {
            self.height.set(height);
        }
    }
}

/// The scrolling part of a list. `row` draws the row at an index, and is asked again when what it reads changes.
#[component]
pub fn VirtualList<R, V>(
    #[prop(into)] count: Signal<usize>,
    window: Window,
    /// Whether an element around it scrolls, which then has [`Window::node`] and calls [`Window::measure`].
    #[prop(optional)]
    within: bool,
    row: R,
) -> impl IntoView
where
    R: Fn(usize) -> V + Clone + Send + 'static,
    V: IntoView + 'static,
{
    Effect::new(move |_| {
        count.track();
        window.node.track();
        request_animation_frame(move || window.measure());
    });
    let handle = window_event_listener(leptos::ev::resize, move |_| window.measure());
    on_cleanup(move || handle.remove());
    let slots = Memo::new(move |_| window.slots());
    let rows = move || {
        let slots = slots.get();
        let one = |slot: usize| {
            let row = row.clone();
            // Row `i` lives in slot `i % slots`, so a row that stays in view stays in its slot.
            let index = Memo::new(move |_| {
                let first = window.first();
                let index = first + (slot + slots - first % slots) % slots;
                (index < count.get()).then_some(index)
            });
            view! {
                <div
                    class="slot"
                    role="presentation"
                    style:transform=move || format!("translateY({})", pixels(offset(index.get().unwrap_or_default())))
                    hidden=move || index.get().is_none()
                >
                    {move || index.get().map(&row)}
                </div>
            }
        };
        (0..slots).map(one).collect_view()
    };
    let extent = view! {
        <div node_ref=window.extent class="extent" role="presentation" style:height=move || pixels(offset(count.get()))>
            {rows}
        </div>
    };
    if within {
        return extent.into_any();
    }
    view! {
        <div node_ref=window.node class="virtual" role="presentation" on:scroll=move |_| window.measure()>{extent}</div>
    }
    .into_any()
}
