//! The tests of the whole that need no browser, in one program.

mod access_matrix;
mod cases;
mod edits;
mod generated;
mod lists;
mod rules;
mod seeds;
