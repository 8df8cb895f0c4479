//! Sets of permissions as rows of a form or a matrix: a box each, in the order of the catalogue. A page that shows and changes
//! them needs no more than their places.

use super::{Permission, PermissionGroup, Permissions};

/// The rows that stand together: what they are about, and each with its place.
pub fn permission_groups() -> Vec<(PermissionGroup, Vec<(usize, Permission)>)> {
    let rows = || Permission::ALL.iter().copied().enumerate();
    let group =
        |group: PermissionGroup| (group, rows().filter(|(_, permission)| permission.group() == group).collect());
    PermissionGroup::ALL.into_iter().map(group).collect()
}

/// Of each row, whether it is held.
pub fn permission_rows(held: Permissions) -> Vec<bool> {
    Permission::ALL.iter().map(|permission| held.has(*permission)).collect()
}

/// The permissions of the rows that are held.
pub fn permissions_of(rows: &[bool]) -> Permissions {
    Permission::ALL.iter().zip(rows).filter(|(_, held)| **held).map(|(permission, _)| *permission).collect()
}

/// The permission of a row.
pub fn permission_at(row: usize) -> Option<Permission> {
    Permission::ALL.get(row).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_the_catalogue() {
        let held = Permissions::of(&[Permission::UserInvite, Permission::BillingManage]);
        assert_eq!(permissions_of(&permission_rows(held)), held);
        let groups = permission_groups();
        let rows: Vec<_> = groups.iter().flat_map(|(_, rows)| rows).collect();
        assert_eq!(rows.len(), Permission::ALL.len());
        for (place, (row, permission)) in rows.into_iter().enumerate() {
            assert_eq!((*row, permission_at(*row)), (place, Some(*permission)));
        }
        assert_eq!(permission_at(Permission::ALL.len()), None);
    }
}
