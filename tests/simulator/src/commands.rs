//! What people do: random commands of every verb, those of the core's own random histories.

#[path = "../../../core/tests/it/support/mod.rs"]
mod support;

use proptest::{
    sample::select,
    strategy::{BoxedStrategy, Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use rollcall_core::{Command, Directory, command::EditProfile, id::UserId, model::Profile, value::FullName};
pub use support::verbs::rich_world;
use support::{
    ANN,
    world::{ABE, ADAM, BEA, INA, MIA, OLGA, SAM, command},
};

/// Those of the world's people who have devices.
pub const PEOPLE: [UserId; 8] = [ANN, OLGA, ADAM, MIA, SAM, ABE, BEA, INA];

/// What one of them is called.
pub fn name_of(user: UserId) -> Option<&'static str> {
    let names = ["ann", "olga", "adam", "mia", "sam", "abe", "bea", "ina"];
    PEOPLE.iter().zip(names).find(|(known, _)| **known == user).map(|(_, name)| name)
}

/// Random commands that follow from a seed.
pub struct Commands {
    strategy: BoxedStrategy<Command>,
    twos: BoxedStrategy<(Command, Command)>,
    runner: TestRunner,
}

impl Commands {
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(seed.to_le_bytes()).for_each(|(byte, of_seed)| *byte = of_seed);
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        Self { strategy: command(), twos: twos(), runner: TestRunner::new_with_rng(Config::default(), rng) }
    }

    /// Any command; none in the rare case that the strategy draws in vain.
    pub fn draw(&mut self) -> Option<Command> {
        self.strategy.new_tree(&mut self.runner).ok().map(|tree| tree.current())
    }

    /// Two edits of one thing, which only one of them can be.
    pub fn draw_two(&mut self) -> Option<(Command, Command)> {
        self.twos.new_tree(&mut self.runner).ok().map(|tree| tree.current())
    }
}

/// Two edits of one thing that want something else of it.
fn twos() -> BoxedStrategy<(Command, Command)> {
    let edits = |user, [name, other]: [&str; 2]| {
        let edit = |name| {
            let profile = Profile { full_name: FullName::parse(name).ok(), ..Profile::default() };
            Command::from(EditProfile { user, profile })
        };
        (edit(name), edit(other))
    };
    (select(PEOPLE.to_vec()), select(vec![["Ada", "Eve"], ["Eve", "Ada"]]))
        .prop_map(move |(user, names)| edits(user, names))
        .boxed()
}

/// The organisation that every run begins with.
pub fn beginning() -> Directory {
    rich_world()
}
