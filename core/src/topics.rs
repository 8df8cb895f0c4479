//! Topics: what an answer can come from. Each table and index of a directory is one, and so are the kinds of work that a
//! replica holds. A question whose topics nobody wrote has the answer that it had.

/// A set of topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Topics(u64);

impl Topics {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self(u64::MAX);
    /// How many topics there can be.
    pub const MOST: usize = 64;

    /// The topic of this number alone; none beyond the last.
    pub const fn numbered(number: usize) -> Self {
        if number < Self::MOST { Self(1 << number) } else { Self::NONE }
    }

    /// These and those.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of these is among those.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The number of each.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        (0..Self::MOST).filter(move |number| self.meets(Self::numbered(*number)))
    }
}
