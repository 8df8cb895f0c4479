//! What a question read and what a change wrote: each table and index notes both by itself, so that a page asks a
//! question again only when something that its answer came from was written, and nobody has to say what that is.
//! Only a page wants to know (feature `watched`); elsewhere a watched field is no more than what it holds.

use std::ops::{Deref, DerefMut};
#[cfg(feature = "watched")]
use {
    crate::topics::Topics,
    std::sync::atomic::{AtomicBool, Ordering::Relaxed},
};

/// Declares a struct some of whose fields are watched.
macro_rules! watched {
    (
        $(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$of:meta])* $seen:vis $field:ident: $type:ty,)* }
        besides { $($(#[$plain_of:meta])* $plain_seen:vis $plain:ident: $plain_type:ty,)* }
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$of])* $seen $field: $crate::watched::Watched<$type>,)*
            $($(#[$plain_of])* $plain_seen $plain: $plain_type,)*
        }

        #[cfg(feature = "watched")]
        impl $name {
            /// What each watched field noted, in their order.
            fn each_field(&self, see: &mut dyn FnMut(&$crate::watched::Noted)) {
                for noted in [$($crate::watched::Watched::noted(&self.$field)),*] {
                    see(noted);
                }
            }
        }
    };
}
pub(crate) use watched;

/// A value that notes when it is read and when it is written.
#[derive(Clone, Debug, Default)]
pub struct Watched<T> {
    value: T,
    #[cfg(feature = "watched")]
    noted: Noted,
}

impl<T> Watched<T> {
    /// Watches a value.
    pub fn new(value: T) -> Self {
        Self {
            value,
            #[cfg(feature = "watched")]
            noted: Noted::default(),
        }
    }

    #[cfg(feature = "watched")]
    pub fn noted(this: &Self) -> &Noted {
        &this.noted
    }
}

impl<T> Deref for Watched<T> {
    type Target = T;

    fn deref(&self) -> &T {
        #[cfg(feature = "watched")]
        self.noted.read.store(true, Relaxed);
        &self.value
    }
}

impl<T> DerefMut for Watched<T> {
    fn deref_mut(&mut self) -> &mut T {
        #[cfg(feature = "watched")]
        self.noted.told.store(false, Relaxed);
        &mut self.value
    }
}

/// What was noted of one field. One that was just made is new to everybody: it is written until that was told.
#[cfg(feature = "watched")]
#[derive(Debug, Default)]
pub struct Noted {
    read: AtomicBool,
    told: AtomicBool,
}

#[cfg(feature = "watched")]
impl Clone for Noted {
    fn clone(&self) -> Self {
        Self { read: AtomicBool::new(self.read.load(Relaxed)), told: AtomicBool::new(self.told.load(Relaxed)) }
    }
}

/// Goes through all fields; the first is topic 0.
#[cfg(feature = "watched")]
pub trait Fields {
    fn each(&self, see: &mut dyn FnMut(&Noted));
}

/// The topics that were read since this was last asked.
#[cfg(feature = "watched")]
pub fn take_read(fields: &dyn Fields) -> Topics {
    taken(fields, &|noted| noted.read.swap(false, Relaxed))
}

/// The topics that were written since this was last asked.
#[cfg(feature = "watched")]
pub fn take_written(fields: &dyn Fields) -> Topics {
    taken(fields, &|noted| !noted.told.swap(true, Relaxed))
}

/// Notes again as read what was taken.
#[cfg(feature = "watched")]
pub fn put_back_read(fields: &dyn Fields, taken: Topics) {
    with(fields, &mut |topic, noted| noted.read.store(taken.meets(topic), Relaxed));
}

/// Notes as written what was taken, and nothing else.
#[cfg(feature = "watched")]
pub fn put_back_written(fields: &dyn Fields, taken: Topics) {
    with(fields, &mut |topic, noted| noted.told.store(!taken.meets(topic), Relaxed));
}

#[cfg(feature = "watched")]
fn taken(fields: &dyn Fields, noted_is: &dyn Fn(&Noted) -> bool) -> Topics {
    let mut taken = Topics::NONE;
    with(fields, &mut |topic, noted| {
        if noted_is(noted) {
            taken = taken.union(topic);
        }
    });
    taken
}

#[cfg(feature = "watched")]
fn with(fields: &dyn Fields, see: &mut dyn FnMut(Topics, &Noted)) {
    let mut number = 0;
    fields.each(&mut |noted| {
        see(Topics::numbered(number), noted);
        number += 1;
    });
}
