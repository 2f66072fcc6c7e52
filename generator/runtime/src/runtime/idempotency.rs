use uuid::Uuid;

/// A key by which a server knows a request that it has seen before: 122 bits of chance from the operating system, as
/// the draft of the `Idempotency-Key` header field recommends (draft-ietf-httpapi-idempotency-key-header).
///
/// Two clients with one key would get each other's answers, so a generator that is seeded with the time will not do.
pub(crate) fn key() -> String {
    Uuid::new_v4().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_are_the_same() {
        let keys: std::collections::HashSet<String> = (0..1000).map(|_| key()).collect();
        assert_eq!(keys.len(), 1000);
        assert!(keys.iter().all(|key| key.len() == 36));
    }
}
