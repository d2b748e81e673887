import MailTypes

// Easy DKIM's keys change by themselves: see ``EasyDKIM``.
extension IdentityService {
    /// Asks for another key to sign as soon as it has been published for long enough.
    /// - Returns: the identity as it is then; nil when there is none of that name.
    /// - Throws: ``ServiceError/invalidParameter(_:)`` when the keys are not the service's to change.
    public func rotate(_ name: IdentityName, in scope: Scope) async throws -> Identity? {
        let now = clock.now()
        return try await update(name, in: scope) { try $0.wantRotation(at: now) }
    }

    /// Asks for keys of another length.
    ///
    /// The CNAME records stay as they are. The key that signs goes on until one of the new length
    /// has been published for long enough.
    public func setNextKeyLength(
        _ length: EasyDKIM.KeyLength, of name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        guard let known = try await store.identity(named: name, in: scope) else { return nil }
        guard case .easy? = known.dkim?.origin else {
            return try await setDKIMSigningAttributes(.easy(length), of: name, in: scope)
        }
        let now = clock.now()
        return try await update(name, in: scope) { identity in
            try identity.changeEasyDKIM { try $0.checkedChange(to: length, at: now) }
            identity.nextCheckAt = now
        }
    }

    /// Takes the step that is due, if any, and those that follow from it.
    func rotateKeys(of identity: Identity, in scope: Scope) async throws {
        guard case .easy(let easy)? = identity.dkim?.origin, identity.dkim?.status == .success,
            let step = easy.step(at: clock.now(), rotation)
        else { return }
        let now = clock.now()
        switch step {
        case .replace(let slot, let length):
            let selector = easy.slots[slot].key.selector
            let key = try await keys.easyDKIMKey(length, selector: selector)
            _ = try await update(identity.name, in: scope) { [rotation] identity in
                // Somebody else may have taken the step meanwhile.
                try? identity.changeEasyDKIM { keys in
                    guard keys.step(at: now, rotation) == step else { return }
                    keys.replace(slot: slot, with: key, length, at: now)
                }
                identity.planRotation(rotation)
            }
        case .activate(let slot):
            // A key that the world does not see would fail every message that it signs. The next
            // check tries again.
            guard await checker.isVisible(easy.slots[slot].key, of: identity.name.domain) else {
                return
            }
            _ = try await update(identity.name, in: scope) { [rotation] identity in
                try? identity.changeEasyDKIM { keys in
                    guard keys.step(at: now, rotation) == step else { return }
                    keys.activate(slot: slot, at: now, rotation)
                }
                identity.planRotation(rotation)
            }
        }
    }

    /// Where identities sign with the keys of this one.
    func replicas(of name: IdentityName, in scope: Scope) async throws -> [Scope] {
        try await store.identities(named: name, of: scope.account).compactMap { found in
            guard case .replica(let replica)? = found.identity.dkim?.origin,
                replica.primary == scope.region, found.scope.region != scope.region
            else { return nil }
            return found.scope
        }
    }
}

extension Identity {
    /// Asks for another key to sign as soon as that can be.
    mutating func wantRotation(at now: UnixTime) throws {
        try changeEasyDKIM { $0.wantRotation() }
        nextCheckAt = now
    }

    /// - Throws: ``ServiceError/invalidParameter(_:)`` when there are no such keys.
    mutating func changeEasyDKIM(_ change: (inout EasyDKIM) throws -> Void) throws {
        guard case .easy(var easy)? = dkim?.origin else {
            throw ServiceError.invalidParameter(
                "Identity <\(name)> has no keys of Easy DKIM that could be changed.")
        }
        try change(&easy)
        dkim?.origin = .easy(easy)
    }

    /// Has the identity looked at no later than when a step of its rotation is due.
    mutating func planRotation(_ schedule: DKIMRotationSchedule) {
        guard case .easy(let easy)? = dkim?.origin, dkim?.status == .success,
            let next = easy.nextStep(schedule), let planned = nextCheckAt
        else { return }
        nextCheckAt = min(planned, max(next, (lastCheckedAt ?? next) + .seconds(1)))
    }
}

extension EasyDKIM {
    /// By SES's rule: not to the same length, and once in 24 hours, but that the way back to the
    /// shorter one is open: some DNS hosts cannot take long keys.
    mutating func checkedChange(to length: KeyLength, at now: UnixTime) throws(ServiceError) {
        guard nextKeyLength != length else {
            throw .invalidParameter("The next signing key length is the same as the current one.")
        }
        if let changed = keyLengthChangedAt, now - changed < .seconds(86_400), length != .rsa1024 {
            throw .limitExceeded("The signing key length can be changed once in 24 hours.")
        }
        changeLength(to: length, at: now)
    }
}
