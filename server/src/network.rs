//! Whom a network address stands for when something is counted by it: connections and tries alike.

use std::net::IpAddr;

/// One household or office: an IPv4 address, or the half of an IPv6 address that its provider gives out.
pub fn household(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        v4 => v4,
    }
}
