//! What every answer of the API carries, so that a client can tell it from what a hotel network, a proxy or a half-dead
//! server answers in its place.

/// Names the header on every answer below `/api/`: the version of the sync protocol that the server speaks.
pub const PROTOCOL_HEADER: &str = "rollcall-protocol";
/// Names the header on every answer below `/api/tenants/{tenant}/`: the tenant that was asked for, as it stood in the path.
pub const TENANT_HEADER: &str = "rollcall-tenant";

/// The tenant in the path of a request, as it stands there; none outside `/api/tenants/{tenant}/`.
pub fn tenant_in(path: &str) -> Option<&str> {
    path.strip_prefix("/api/tenants/")?.split(['/', '?']).next().filter(|tenant| !tenant.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_tenant() {
        assert_eq!(tenant_in("/api/tenants/abc/sync"), Some("abc"));
        assert_eq!(tenant_in("/api/tenants/abc?x=1"), Some("abc"));
        assert_eq!(tenant_in("/api/tenants//sync"), None);
        assert_eq!(tenant_in("/api/session"), None);
    }
}
