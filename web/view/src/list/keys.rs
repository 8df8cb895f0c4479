//! What keys do in a list.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// To another row.
    Go(Step),
    /// To another row, and select all on the way.
    Extend(Step),
    /// Select the row or take it back; with a range, all since the last one.
    Pick {
        range: bool,
    },
    /// Select everything that matches.
    All,
    Open,
    Menu,
}

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Down,
    Up,
    PageDown,
    PageUp,
    First,
    Last,
}

impl Press {
    /// What a key asks for, if anything.
    pub fn of(key: &str, shift: bool, control: bool) -> Option<Self> {
        let step = match key {
            "ArrowDown" => Step::Down,
            "ArrowUp" => Step::Up,
            "PageDown" => Step::PageDown,
            "PageUp" => Step::PageUp,
            "Home" => Step::First,
            "End" => Step::Last,
            "a" | "A" if control => return Some(Self::All),
            _ if control => return None,
            " " => return Some(Self::Pick { range: shift }),
            "Enter" => return Some(Self::Open),
            "ContextMenu" | "m" => return Some(Self::Menu),
            _ => return None,
        };
        Some(if shift { Self::Extend(step) } else { Self::Go(step) })
    }
}

impl Step {
    /// The row where it ends, in a list of so many of which so many fit.
    pub fn from(self, row: usize, page: usize, total: usize) -> usize {
        let to = match self {
            Self::Down => row.saturating_add(1),
            Self::Up => row.saturating_sub(1),
            Self::PageDown => row.saturating_add(page),
            Self::PageUp => row.saturating_sub(page),
            Self::First => 0,
            Self::Last => usize::MAX,
        };
        to.min(total.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_stays_in_the_list() {
        let from = |step: Step, row| step.from(row, 10, 25);
        assert_eq!((from(Step::Down, 3), from(Step::Down, 24), from(Step::Up, 0)), (4, 24, 0));
        assert_eq!((from(Step::PageDown, 3), from(Step::PageDown, 20), from(Step::PageUp, 4)), (13, 24, 0));
        assert_eq!((from(Step::First, 9), from(Step::Last, 9), Step::Last.from(0, 10, 0)), (0, 24, 0));
    }

    #[test]
    fn keys_with_and_without_others() {
        assert_eq!(Press::of("ArrowDown", false, false), Some(Press::Go(Step::Down)));
        assert_eq!(Press::of("End", true, false), Some(Press::Extend(Step::Last)));
        assert_eq!(Press::of(" ", true, false), Some(Press::Pick { range: true }));
        assert_eq!((Press::of("a", false, true), Press::of("a", false, false)), (Some(Press::All), None));
        assert_eq!((Press::of("m", false, true), Press::of("m", false, false)), (None, Some(Press::Menu)));
        assert_eq!((Press::of("Enter", false, false), Press::of("x", false, false)), (Some(Press::Open), None));
    }
}
