//! Where the API is, and what each of its answers carries, so that a client can tell it from what a hotel network, a proxy or
//! a half-dead server answers in its place.

/// All addresses of the API begin so.
pub const API: &str = "/api/v1";
/// And so those that pages of earlier versions ask, which may still be open. They lead to the same routes.
pub const API_BEFORE: &str = "/api";

/// Names the header on every answer of the API: the version of the sync protocol that the server speaks.
pub const PROTOCOL_HEADER: &str = "rollcall-protocol";
/// Names the header on every answer below `/tenants/{tenant}/`: the tenant that was asked for, as it stood in the path.
pub const TENANT_HEADER: &str = "rollcall-tenant";

/// The tenant in the path of a request, as it stands there; none outside `/tenants/{tenant}/`.
pub fn tenant_in(path: &str) -> Option<&str> {
    let below = path.strip_prefix(API).or_else(|| path.strip_prefix(API_BEFORE))?;
    below.strip_prefix("/tenants/")?.split(['/', '?']).next().filter(|tenant| !tenant.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_tenant() {
        for api in [API, API_BEFORE] {
            assert_eq!(tenant_in(&format!("{api}/tenants/abc/sync")), Some("abc"));
            assert_eq!(tenant_in(&format!("{api}/tenants/abc?x=1")), Some("abc"));
            assert_eq!(tenant_in(&format!("{api}/tenants//sync")), None);
            assert_eq!(tenant_in(&format!("{api}/session")), None);
        }
        assert_eq!(tenant_in("/tenants/abc"), None);
    }
}
