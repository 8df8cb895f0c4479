//! Edits that merge with what others did (domain.md, 2.21): who changed what was kept out of them, and when.

use crate::{
    database::{Database, on_both},
    world::{Place, World},
};
use rollcall_core::{
    Command, Timestamp,
    command::{EditExtra, EditProfile, OffBoard, SetAvatar},
    id::UserId,
    model::{AvatarOf, OffBoarding, Profile},
    refusal::Field,
    sync::{Envelope, Kept, Outcome, SyncRequest, SyncResponse, Verdict},
    time::Span,
    value::{Country, ExtraKey, ExtraValue, Language, Picture, Position},
};

/// A field that was kept, who changed it, and when.
type Known = (Field, Option<UserId>, Option<Timestamp>);

on_both! {
    a_kept_field_names_who_changed_it_and_when what_is_merged_is_what_is_written_down
    each_entry_of_extra_information_names_who_changed_it a_part_of_an_off_boarding_names_who_changed_it
    what_was_seen_of_an_own_edit_that_was_refused_is_what_that_one_saw so_much_of_the_log_is_read_and_no_more
}

/// Sets the place up: somebody is prepared, whose profile is edited. Gives the user, and its profile as it was.
async fn prepared(world: &World, place: &Place) -> (UserId, Profile) {
    let Command::PrepareUser(new) = world.prepare("bob@x.io") else { panic!("no such command") };
    let tenant = world.app.tenants.tenant(place.tenant);
    let verdicts = tenant.push(place.owner, vec![world.envelope(world.device(), 1, new.clone())]).await.unwrap();
    assert!(matches!(verdicts[0].outcome, Outcome::Applied { .. }));
    (new.0.id, new.0.profile)
}

fn edit(user: UserId, profile: &Profile) -> Command {
    EditProfile { user, profile: profile.clone() }.into()
}

fn works(profile: &Profile, position: &str) -> Profile {
    Profile { position: Position::parse(position).ok(), ..profile.clone() }
}

async fn a_kept_field_names_who_changed_it_and_when(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (user, before) = prepared(&world, &place).await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let device = world.device();
    world.clock.advance(Span::hours(1));
    let (clerk, at) = (works(&before, "Clerk"), world.clock.now());
    tenant.push(place.owner, vec![world.envelope(device, 1, edit(user, &clerk))]).await.unwrap();
    // Others change other things of it meanwhile, more than are read of the log at once.
    let country = |code| Profile { country: Country::parse(code).ok(), ..clerk.clone() };
    let countries =
        (0..300_u64).map(|n| world.envelope(device, 2 + n, edit(user, &country(["DE", "FR"][n as usize % 2]))));
    world.clock.advance(Span::hours(1));
    tenant.push(place.owner, countries.collect()).await.unwrap();
    world.clock.advance(Span::hours(1));
    let other = world.device();
    let unaware = |seq, profile: &Profile| Envelope {
        seen: Some(edit(user, &before)),
        ..world.envelope(other, seq, edit(user, profile))
    };
    // In one group the one meets what the other has just done.
    let cook = works(&before, "Cook");
    let german = Profile { language: Language::parse("de").ok(), ..cook.clone() };
    let french = Profile { language: Language::parse("fr").ok(), ..before.clone() };
    let now = world.clock.now();
    let first = unaware(1, &german);
    let sent = vec![first.clone(), unaware(2, &french), unaware(3, &cook)];
    let answer = ann.sync(&place, other, None, sent).await;
    let kept = |answer: &SyncResponse| -> Vec<Vec<Known>> {
        let of = |kept: &[Kept]| kept.iter().map(|kept| (kept.field, kept.by, kept.at)).collect();
        let outcome = |outcome: &Outcome| match outcome {
            Outcome::Merged { kept, .. } => of(kept),
            _ => Vec::new(),
        };
        answer.verdicts.iter().map(|verdict| outcome(&verdict.outcome)).collect()
    };
    let position = (Field::Position, Some(place.owner), Some(at));
    assert_eq!(kept(&answer), [vec![position], vec![(Field::Language, Some(place.owner), Some(now))], vec![position]]);
    // Another server tells the verdict as it was told.
    let (app, ..) = world.another().await;
    let again = app.tenants.tenant(place.tenant).push(place.owner, vec![first]).await.unwrap();
    assert_eq!(again, answer.verdicts[..1]);
    // A page of before knows no such outcome. It is told that its edit was done.
    let old = SyncRequest {
        protocol: 5,
        user: place.owner,
        device: other,
        cursor: None,
        commands: vec![unaware(4, &cook)],
        held: None,
    };
    let told = ann.ask(&place, &old).await;
    let told: SyncResponse = rollcall_core::record::decode(&told.body).unwrap();
    assert!(matches!(told.verdicts[0].outcome, Outcome::Applied { .. }), "{told:?}");
}

async fn what_is_merged_is_what_is_written_down(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let (user, before) = prepared(&world, &place).await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let device = world.device();
    let clerk = works(&before, "Clerk");
    let unaware = |seq, profile: &Profile| Envelope {
        seen: Some(edit(user, &before)),
        ..world.envelope(device, seq, edit(user, profile))
    };
    let german = Profile { country: Country::parse("DE").ok(), ..works(&before, "Cook") };
    let pushed = vec![unaware(1, &clerk), unaware(2, &german), unaware(3, &works(&before, "Cook")), unaware(4, &clerk)];
    let verdicts = tenant.push(place.owner, pushed).await.unwrap();
    let log = world.database.store.log(place.tenant, 0, 100).await.unwrap();
    // What changed nothing is no row of the log: all of it was kept out, or somebody else had done it.
    assert_eq!(log.len(), 4, "the founding, the user, two edits");
    let both = Profile { country: german.country, ..clerk };
    assert_eq!(log.last().map(|row| &row.command), Some(&edit(user, &both)));
    let versions: Vec<u64> = verdicts
        .iter()
        .map(|verdict| match verdict.outcome {
            Outcome::Applied { version } | Outcome::Merged { version, .. } => version,
            _ => 0,
        })
        .collect();
    assert_eq!(versions, [3, 4, 4, 4]);
    assert_eq!(
        tenant.read(move |directory| directory.user(user).map(|user| user.profile.clone())).await.unwrap(),
        Some(both)
    );
}

async fn each_entry_of_extra_information_names_who_changed_it(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (user, _) = prepared(&world, &place).await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let (device, other) = (world.device(), world.device());
    let extra = |entries: &[(&str, &str)]| -> Command {
        let entry = |(key, value): &(&str, &str)| (ExtraKey::parse(key).unwrap(), ExtraValue::parse(value).unwrap());
        EditExtra { user, extra: entries.iter().map(entry).collect() }.into()
    };
    let mut at = Vec::new();
    for (seq, entries) in (1..).zip([&[("room", "1")][..], &[("room", "1"), ("desk", "1")]]) {
        world.clock.advance(Span::hours(1));
        at.push(world.clock.now());
        tenant.push(place.owner, vec![world.envelope(device, seq, extra(entries))]).await.unwrap();
    }
    world.clock.advance(Span::hours(1));
    let unaware = |seq| Envelope {
        seen: Some(extra(&[])),
        // The floor is written: by the very edit of which the others are kept out.
        ..world.envelope(other, seq, extra(&[("desk", "2"), ("floor", "2"), ("room", "2")]))
    };
    let answer = ann.sync(&place, other, None, vec![unaware(1)]).await;
    let told = |outcome: &Outcome| match outcome {
        Outcome::Merged { kept, .. } => {
            kept.iter().map(|kept| (kept.key.as_ref().map(ToString::to_string), kept.by, kept.at)).collect()
        }
        _ => Vec::new(),
    };
    let key = |key: &str| Some(key.to_owned());
    let owner = Some(place.owner);
    assert_eq!(
        told(&answer.verdicts[0].outcome),
        [(key("desk"), owner, Some(at[1])), (key("room"), owner, Some(at[0]))]
    );
    // A page of before knows of no entries.
    let request = SyncRequest {
        protocol: 7,
        user: place.owner,
        device: other,
        cursor: None,
        commands: vec![unaware(2)],
        held: None,
    };
    let old = ann.ask(&place, &request).await;
    let old: SyncResponse = rollcall_core::record::decode(&old.body).unwrap();
    assert_eq!(told(&old.verdicts[0].outcome), [(None, owner, Some(at[1]))]);
}

async fn a_part_of_an_off_boarding_names_who_changed_it(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (user, _) = world.join(&mut ann, &place, "bob@x.io").await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let (device, other) = (world.device(), world.device());
    let leaves = |days: i64| OffBoarding {
        suspend_at: Timestamp(1_800_000_000_000).after(Span::days(days)),
        numbers: None,
        calls: None,
        teams: None,
        keep_licences: true,
        delete_after: None,
    };
    let order = |order| Command::from(OffBoard { user, order });
    let ordered = async |seq, command| {
        world.clock.advance(Span::hours(1));
        let verdicts = tenant.push(place.owner, vec![world.envelope(device, seq, command)]).await.unwrap();
        assert!(matches!(verdicts[0].outcome, Outcome::Applied { .. }), "{verdicts:?}");
        world.clock.now()
    };
    let unaware = async |seq, seen, command| {
        let envelope = Envelope { seen: Some(seen), ..world.envelope(other, seq, command) };
        match tenant.push(place.owner, vec![envelope]).await.unwrap().remove(0).outcome {
            Outcome::Merged { kept, .. } => kept.iter().map(|kept| (kept.field, kept.by, kept.at)).collect::<Vec<_>>(),
            outcome => panic!("{outcome:?}"),
        }
    };
    ordered(1, order(Some(leaves(3)))).await;
    let edited = ordered(2, order(Some(leaves(4)))).await;
    // Somebody calls it off who saw another moment of it.
    let by = Some(place.owner);
    let kept = unaware(1, order(Some(leaves(3))), order(None)).await;
    assert_eq!(kept, [(Field::OffBoarding, by, Some(edited))]);
    // It was called off, and ordered anew, with another moment.
    ordered(3, order(None)).await;
    let anew = ordered(4, order(Some(leaves(9)))).await;
    let kept = unaware(2, order(Some(leaves(4))), order(Some(leaves(5)))).await;
    assert_eq!(kept, [(Field::SuspendAt, by, Some(anew))]);
}

/// Whoever edits offline what it has edited before, and was refused that, stands against nobody.
async fn what_was_seen_of_an_own_edit_that_was_refused_is_what_that_one_saw(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let owner = place.owner;
    let profile = tenant.read(move |directory| directory.user(owner).unwrap().profile.clone()).await.unwrap();
    let device = world.device();
    let edits = |seq, seen: &Profile, wanted: &Profile| Envelope {
        seen: Some(edit(owner, seen)),
        ..world.envelope(device, seq, edit(owner, wanted))
    };
    // An owner has a name: this is refused, and that one as well.
    let nameless = Profile { full_name: None, ..works(&profile, "Clerk") };
    let still = Profile { country: Country::parse("DE").ok(), ..works(&nameless, "Cook") };
    let named = Profile { full_name: profile.full_name.clone(), ..works(&still, "Chef") };
    let pushed = vec![edits(1, &profile, &nameless), edits(2, &nameless, &still), edits(3, &still, &named)];
    let outcomes: Vec<Outcome> =
        tenant.push(owner, pushed.clone()).await.unwrap().into_iter().map(|verdict| verdict.outcome).collect();
    assert!(matches!(outcomes[..2], [Outcome::Refused { .. }, Outcome::Refused { .. }]), "{outcomes:?}");
    assert!(matches!(outcomes[2], Outcome::Applied { .. }), "{outcomes:?}");
    let stands = tenant.read(move |directory| directory.user(owner).unwrap().profile.clone()).await.unwrap();
    assert_eq!(stands, named, "what was refused is wanted still, where its author left it in the form");

    // The answer was lost, and more was edited: what was refused then is known.
    let lost = Profile { full_name: None, ..works(&stands, "Baker") };
    let after = works(&stands, "Butcher");
    let sent = vec![edits(4, &stands, &lost)];
    tenant.push(owner, sent.clone()).await.unwrap();
    let again = tenant.push(owner, [sent, vec![edits(5, &lost, &after)]].concat()).await.unwrap();
    assert!(matches!(again[1].outcome, Outcome::Applied { .. }), "{again:?}");
    // What somebody else changed since still stands against it.
    let theirs = works(&after, "Smith");
    tenant.push(owner, vec![world.envelope(world.device(), 1, edit(owner, &theirs))]).await.unwrap();
    let lost = Profile { full_name: None, ..works(&after, "Tailor") };
    let pushed = vec![edits(6, &after, &lost), edits(7, &lost, &works(&after, "Tinker"))];
    let outcomes = tenant.push(owner, pushed).await.unwrap();
    let Outcome::Merged { kept, .. } = &outcomes[1].outcome else { panic!("{outcomes:?}") };
    assert_eq!((kept[0].field, kept[0].by), (Field::Position, Some(owner)));
}

/// Whoever says that it saw what never was would have all of the log read, while everybody waits.
async fn so_much_of_the_log_is_read_and_no_more(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let (user, before) = prepared(&world, &place).await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let device = world.device();
    tenant.push(place.owner, vec![world.envelope(device, 1, edit(user, &works(&before, "Clerk")))]).await.unwrap();
    let unaware = |seq| Envelope {
        seen: Some(edit(user, &before)),
        ..world.envelope(device, seq, edit(user, &works(&before, "Cook")))
    };
    let by = |verdicts: &[Verdict]| match &verdicts[0].outcome {
        Outcome::Merged { kept, .. } => kept[0].by,
        outcome => panic!("{outcome:?}"),
    };
    assert_eq!(by(&tenant.push(place.owner, vec![unaware(2)]).await.unwrap()), Some(place.owner));
    let large = |n: u64| {
        let mut bytes = b"\xff\xd8\xff".to_vec();
        bytes.resize(24 * 1024, u8::try_from(n).unwrap());
        let picture = Picture::parse(&bytes).ok();
        world.envelope(device, n, SetAvatar { of: AvatarOf::User(user), picture })
    };
    for n in 3..53 {
        tenant.push(place.owner, vec![large(n)]).await.unwrap();
    }
    assert_eq!(by(&tenant.push(place.owner, vec![unaware(53)]).await.unwrap()), None);
}
