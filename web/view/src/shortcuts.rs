//! The shortcuts: each is declared once, for the sheet that lists them and for what listens to it.

use rollcall_words::{Text, text};

/// Where shortcuts work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Everywhere,
    List,
    Form,
    Matrix,
}

impl Place {
    /// All of them, in the order of the sheet.
    pub const ALL: [Self; 4] = [Self::Everywhere, Self::List, Self::Form, Self::Matrix];

    /// Its heading.
    pub fn name(self) -> Text {
        match self {
            Self::Everywhere => text!(shortcuts_everywhere),
            Self::List => text!(shortcuts_lists),
            Self::Form => text!(shortcuts_forms),
            Self::Matrix => text!(shortcuts_matrix),
        }
    }

    /// What works there, in the order of the sheet.
    pub fn shortcuts(self) -> impl Iterator<Item = Shortcut> {
        Shortcut::ALL.into_iter().filter(move |shortcut| shortcut.place() == self)
    }
}

/// A key, as the sheet shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// ⌘ or Ctrl, as the device has it.
    Command,
    Shift,
    /// What is printed on it.
    Sign(&'static str),
    Enter,
    Space,
    Home,
    End,
    Pages,
    Escape,
}

impl Cap {
    /// What it is called; none: what is printed on it, or the device knows.
    pub fn name(self) -> Option<Text> {
        Some(match self {
            Self::Shift => text!(key_shift),
            Self::Enter => text!(key_enter),
            Self::Space => text!(key_space),
            Self::Home => text!(key_home),
            Self::End => text!(key_end),
            Self::Pages => text!(key_pages),
            Self::Escape => text!(key_escape),
            Self::Command | Self::Sign(_) => return None,
        })
    }
}

/// A shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    Palette,
    Sheet,
    Close,
    Search,
    New,
    Move,
    Ends,
    Open,
    Select,
    SelectMore,
    SelectAll,
    Menu,
    Save,
    Cells,
    Toggle,
}

impl Shortcut {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Palette,
        Self::Sheet,
        Self::Close,
        Self::Search,
        Self::New,
        Self::Move,
        Self::Ends,
        Self::Open,
        Self::Select,
        Self::SelectMore,
        Self::SelectAll,
        Self::Menu,
        Self::Save,
        Self::Cells,
        Self::Toggle,
    ];

    /// The key that it is, as the browser calls it, without those that are held.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Palette => "k",
            Self::Sheet => "?",
            Self::Close => "Escape",
            Self::Search => "/",
            Self::New => "n",
            Self::Move | Self::Cells | Self::SelectMore => "ArrowDown",
            Self::Ends => "End",
            Self::Open | Self::Save => "Enter",
            Self::Select | Self::Toggle => " ",
            Self::SelectAll => "a",
            Self::Menu => "m",
        }
    }

    const fn place(self) -> Place {
        match self {
            Self::Palette | Self::Sheet | Self::Close => Place::Everywhere,
            Self::Save => Place::Form,
            Self::Cells | Self::Toggle => Place::Matrix,
            _ => Place::List,
        }
    }

    /// The keys, each way to press them by itself; those of one way are pressed together.
    pub const fn caps(self) -> &'static [&'static [Cap]] {
        use Cap::{Command, End, Enter, Escape, Home, Pages, Shift, Sign, Space};
        match self {
            Self::Palette => &[&[Command, Sign("K")]],
            Self::Sheet => &[&[Sign("?")]],
            Self::Close => &[&[Escape]],
            Self::Search => &[&[Sign("/")]],
            Self::New => &[&[Sign("N")]],
            Self::Move => &[&[Sign("↑")], &[Sign("↓")], &[Pages]],
            Self::Ends => &[&[Home], &[End]],
            Self::Open => &[&[Enter]],
            Self::Select => &[&[Space]],
            Self::SelectMore => &[&[Shift, Sign("↑")], &[Shift, Sign("↓")]],
            Self::SelectAll => &[&[Command, Sign("A")]],
            Self::Menu => &[&[Sign("M")]],
            Self::Save => &[&[Command, Enter]],
            Self::Cells => &[&[Sign("↑")], &[Sign("↓")], &[Sign("←")], &[Sign("→")]],
            Self::Toggle => &[&[Space], &[Enter]],
        }
    }

    /// What it does.
    pub fn does(self) -> Text {
        match self {
            Self::Palette => text!(palette),
            Self::Sheet => text!(shortcuts_title),
            Self::Close => text!(about_key_close),
            Self::Search => text!(shortcut_search),
            Self::New => text!(shortcut_new),
            Self::Move => text!(about_key_move),
            Self::Ends => text!(about_key_ends),
            Self::Open => text!(about_key_open),
            Self::Select => text!(about_key_select),
            Self::SelectMore => text!(shortcut_select_more),
            Self::SelectAll => text!(shortcut_select_all),
            Self::Menu => text!(about_key_menu),
            Self::Save => text!(shortcut_save),
            Self::Cells => text!(shortcut_cells),
            Self::Toggle => text!(shortcut_toggle),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Press;

    #[test]
    fn each_stands_in_one_place_and_every_place_has_some() {
        let listed: usize = Place::ALL.into_iter().map(|place| place.shortcuts().count()).sum();
        assert_eq!(listed, Shortcut::ALL.len());
        assert!(Place::ALL.into_iter().all(|place| place.shortcuts().next().is_some()));
        assert!(Shortcut::ALL.into_iter().all(|shortcut| !shortcut.caps().is_empty()));
    }

    #[test]
    fn lists_listen_to_what_the_sheet_says() {
        use Shortcut::{Ends, Menu, Move, Open, Select, SelectAll, SelectMore};
        for shortcut in Place::List.shortcuts() {
            let shift = shortcut.caps().iter().any(|caps| caps.contains(&Cap::Shift));
            let command = shortcut.caps().iter().any(|caps| caps.contains(&Cap::Command));
            let press = Press::of(shortcut.key(), shift, command);
            let fits = match shortcut {
                Move | Ends => matches!(press, Some(Press::Go(_))),
                SelectMore => matches!(press, Some(Press::Extend(_))),
                Open => press == Some(Press::Open),
                Select => press == Some(Press::Pick { range: false }),
                SelectAll => press == Some(Press::All),
                Menu => press == Some(Press::Menu),
                // Those the frame hears, wherever the focus is.
                _ => press.is_none(),
            };
            assert!(fits, "{shortcut:?}");
        }
    }
}
