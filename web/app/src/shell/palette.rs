//! Opens the command palette, by a button and by Ctrl or ⌘ with K, and the dialogs that it leads to. What it shows lies in a
//! file of its own (`screen/palette.rs`).

use crate::{
    browser,
    language::t,
    later::{Apart, later},
    screen::invite::{Making, invite},
    ui::{
        dialog::Dialog,
        icon::{Icon, icon},
    },
};
use leptos::{ev, prelude::*};
use rollcall_view::shortcuts::Shortcut;

/// The palette. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Palette {
    open: RwSignal<bool>,
    /// Whether the sheet with all shortcuts is open.
    pub shortcuts: RwSignal<bool>,
    /// Whether signing out is asked about.
    pub leaving: RwSignal<bool>,
    /// The form for a new user or something else that is dialled, when it was opened from here.
    pub making: RwSignal<Option<Making>>,
}

impl Palette {
    /// Listens for its keys for as long as the shell is drawn.
    pub fn start(leaving: RwSignal<bool>) -> Self {
        let palette =
            Self { open: RwSignal::new(false), shortcuts: RwSignal::new(false), leaving, making: RwSignal::new(None) };
        let listener = window_event_listener(ev::keydown, move |event| {
            let asked = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
            if event.key() == Shortcut::Sheet.key() && !browser::is_typing() && !browser::is_covered() {
                event.prevent_default();
                palette.shortcuts.set(true);
            }
            if asked && event.key().eq_ignore_ascii_case(Shortcut::Palette.key()) {
                // The browser's own search stays out of it, wherever the focus is.
                event.prevent_default();
                if palette.open.get_untracked() {
                    palette.close();
                } else if !browser::is_covered() {
                    palette.open.set(true);
                }
            }
        });
        on_cleanup(move || listener.remove());
        palette
    }

    pub fn close(self) {
        self.open.set(false);
    }

    /// It, and what it opened.
    pub fn dialogs(self) -> AnyView {
        let apart: Apart = expect_context();
        view! {
            <Show when=move || self.open.get()>
                <Dialog title=t!(palette) on_close=move || self.close()>{later(apart.palette, String::new())}</Dialog>
            </Show>
            <Show when=move || self.shortcuts.get()>
                <Dialog title=t!(shortcuts_title) narrow=true on_close=move || self.shortcuts.set(false)>
                    {later(apart.shortcuts, String::new())}
                </Dialog>
            </Show>
            {move || {
                let making = self.making.get()?;
                let close = Callback::new(move |()| self.making.set(None));
                Some(invite(making, close))
            }}
        }
        .into_any()
    }
}

/// The button.
pub fn opener(palette: Palette) -> AnyView {
    view! {
        <button type="button" class="palette-opener" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" title=t!(palette) on:click=move |_| palette.open.set(true)>
            {icon(Icon::Search)}
            <span class="clip">{t!(palette_open)}</span>
            <kbd aria-hidden="true">{if browser::has_command_key() { t!(palette_command_key) } else { t!(palette_control_key) }}</kbd>
        </button>
    }
    .into_any()
}
