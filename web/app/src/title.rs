//! The page's name in the browser's tab and history.

use crate::language::t;
use leptos::prelude::document;

/// Names the page.
pub fn set(text: impl Into<String>) {
    document().set_title(&t!(page_title, page = text.into()));
}
