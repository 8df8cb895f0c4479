//! The parts that pages are made of: each a native element, styled once in `style/`.

pub mod avatar;
pub mod badge;
pub mod banner;
pub mod button;
pub mod checkbox;
pub mod dialog;
pub mod empty;
pub mod facts;
pub mod field;
pub mod file_picker;
pub mod focus;
pub mod icon;
pub mod link;
pub mod menu;
pub mod meter;
pub mod picker;
pub mod popover;
pub mod remote;
pub mod select;
pub mod toast;
