//! Reading the audit log. A row of it has a hundred bytes, or millions: how many are read together goes by both.

use super::*;
use rollcall_core::{
    command::{COMMAND_VERSION, Versioned},
    record::{decode, decode_as, decode_changes},
};
use sqlx::AssertSqlSafe;

/// So many bytes are read together at most, unless one row has more. In memory they are some ten times as many.
const BYTES: u64 = 1024 * 1024;

/// Which part of the log, from where.
pub(super) enum Part {
    /// The oldest rows after a version.
    After(u64),
    /// The newest rows before a version.
    Before(u64),
}

/// A row as it is stored: version, moment, actor, device, number, id, the version of the command's form, command, changes.
pub(super) type Stored = (i64, i64, Vec<u8>, Option<Vec<u8>>, Option<i64>, Vec<u8>, i64, Vec<u8>, Vec<u8>);

/// Reads as many rows as go together.
pub(super) async fn read(database: &Database, tenant: TenantId, part: Part, limit: u32) -> Result<Vec<LogRow>> {
    read_stored(database, tenant, part, limit).await?.into_iter().map(row).collect()
}

/// The same, as they are stored.
pub(super) async fn read_stored(database: &Database, tenant: TenantId, part: Part, limit: u32) -> Result<Vec<Stored>> {
    let (from, lies, until, order) = match part {
        Part::After(version) => (version, '>', "<=", "ASC"),
        Part::Before(version) => (version, '<', ">=", "DESC"),
    };
    let measure = format!(
        "SELECT version, CAST(LENGTH(command) + LENGTH(changes) AS BIGINT) FROM log \
         WHERE tenant = $1 AND version {lies} $2 ORDER BY version {order} LIMIT $3"
    );
    let measure = sqlx::query_as::<Db, (i64, i64)>(AssertSqlSafe(measure));
    let measure = measure.bind(bytes(tenant.uuid())).bind(signed(from)).bind(i64::from(limit));
    let (mut room, mut last) = (BYTES, None);
    for (version, length) in measure.fetch_all(&database.long).await? {
        let left = room.checked_sub(unsigned(length));
        if left.is_none() && last.is_some() {
            break;
        }
        (room, last) = (left.unwrap_or_default(), Some(version));
    }
    let Some(last) = last else { return Ok(Vec::new()) };
    let rows = format!(
        "SELECT version, at, actor, device, seq, command_id, command_version, command, changes FROM log \
         WHERE tenant = $1 AND version {lies} $2 AND version {until} $3 ORDER BY version {order}"
    );
    let rows = sqlx::query_as::<Db, Stored>(AssertSqlSafe(rows));
    Ok(rows.bind(bytes(tenant.uuid())).bind(signed(from)).bind(last).fetch_all(&database.long).await?)
}

/// Reads what is stored.
pub(super) fn row((version, at, actor, device, seq, id, written, command, changes): Stored) -> Result<LogRow> {
    let device = match (device, seq) {
        (Some(device), Some(seq)) => Some((DeviceId::new(uuid(&device)?), Seq(unsigned(seq)))),
        _ => None,
    };
    let newer = written > i64::from(COMMAND_VERSION);
    Ok(LogRow {
        version: unsigned(version),
        at: Timestamp(at),
        actor: decode(&actor)?,
        device,
        id: CommandId::new(uuid(&id)?),
        command: decode_as(Versioned(u16::try_from(written).unwrap_or(u16::MAX)), &command)
            .map_err(|error| if newer { StoreError::Newer } else { error.into() })?,
        changes: decode_changes(&changes)?,
    })
}
