//! What the tests of the whole share: rules written as text tables, the vectors made from them, and the generated types
//! of the npm package. The tables lie in tests/rules/, one file a verb.

pub mod generated;
pub mod matrix;
pub mod name;
pub mod schema;
pub mod table;
