public import WaxwingCore

/// What every store of resources promises.
public enum ResourceStoreChecks {
    public typealias Store = any ResourceStore

    private struct Sample: Resource, Equatable {
        static let kind = "sample"
        let name: String
        var parent = ""
        var value = 0
    }

    private struct Other: Resource {
        static let kind = "other"
        let name: String
    }

    private struct Failure: Error {}

    private static let scopes: [Scope] = [
        Scope(account: .development, region: .standard),
        Scope(account: .development, region: Region("eu-west-1") ?? .standard),
        Scope(account: AccountID("111122223333") ?? .development, region: .standard),
    ]
    private static let scope = scopes[0]

    public static let all: [StoreCheck<Store>] = [
        StoreCheck("a resource is read back as it was written") { store in
            let sample = Sample(name: "Ünï\u{1}code/é", parent: "p", value: 7)
            try expect(try await store.insert(sample, in: scope), "inserted")
            try expectEqual(
                try await store.find(Sample.self, sample.name, under: "p", in: scope), sample)
        },
        StoreCheck("a name is given once in each parent, kind, account and region") { store in
            for scope in scopes {
                try expect(try await store.insert(Sample(name: "a"), in: scope), "new")
                try expect(
                    try await store.insert(Sample(name: "a", parent: "p"), in: scope), "new")
                try expect(try await store.insert(Other(name: "a"), in: scope), "new")
                try expect(
                    try await !store.insert(Sample(name: "a", value: 1), in: scope), "present")
                try expectEqual(
                    try await store.find(Sample.self, "a", in: scope), Sample(name: "a"))
            }
        },
        StoreCheck("nothing crosses accounts, regions, kinds or parents") { store in
            _ = try await store.insert(Sample(name: "a"), in: scope)
            for other in scopes.dropFirst() {
                try expectEqual(try await store.find(Sample.self, "a", in: other), nil)
                try expectEqual(try await store.all(Sample.self, in: other), [])
                try expect(try await !store.remove(Sample.self, "a", in: other), "not there")
                try expectEqual(
                    try await store.update(Sample.self, "a", in: other) { $0.value = 1 }, nil)
            }
            try expectEqual(try await store.find(Sample.self, "a", under: "p", in: scope), nil)
            try expectEqual(try await store.find(Other.self, "a", in: scope)?.name, nil)
            try expectEqual(
                try await store.find(Sample.self, "a", in: scope), Sample(name: "a"))
        },
        StoreCheck("a change that throws changes nothing") { store in
            _ = try await store.insert(Sample(name: "a"), in: scope)
            do {
                try await store.change(in: scope) { transaction in
                    _ = try transaction.insert(Sample(name: "b"))
                    _ = try transaction.replace(Sample(name: "a", value: 9))
                    throw Failure()
                }
                throw BrokenPromise(description: "the error came through")
            } catch is Failure {}
            try expectEqual(try await store.all(Sample.self, in: scope), [Sample(name: "a")])
        },
        StoreCheck("an update keeps the place in the order of making") { store in
            for name in ["c", "a", "b"] {
                _ = try await store.insert(Sample(name: name), in: scope)
            }
            try await store.update(Sample.self, "c", in: scope) { $0.value = 1 }
            let page = try await store.page(
                of: Sample.self, order: .newestFirst, limit: 9, in: scope)
            try expectEqual(page.resources.map(\.name), ["b", "a", "c"])
            try expectEqual(page.next, nil)
        },
        StoreCheck("pages come in order, whole, to the end") { store in
            for name in ["b", "a", "é", "Z", "z"] {
                _ = try await store.insert(Sample(name: name), in: scope)
            }
            for (order, expected) in [
                (ResourceOrder.byName, ["Z", "a", "b", "z", "é"]),
                (.newestFirst, ["z", "Z", "é", "a", "b"]),
            ] {
                var names: [String] = []
                var position: ResourcePosition?
                repeat {
                    let page = try await store.page(
                        of: Sample.self, order: order, after: position, limit: 2, in: scope)
                    try expect(page.resources.count <= 2, "no more than asked for")
                    names += page.resources.map(\.name)
                    position = page.next
                } while position != nil
                try expectEqual(names, expected)
            }
        },
        StoreCheck("everything in a parent can be removed and counted") { store in
            for name in ["a", "b"] {
                _ = try await store.insert(Sample(name: name, parent: "p"), in: scope)
            }
            _ = try await store.insert(Sample(name: "a", parent: "q"), in: scope)
            let counts = try await store.change(in: scope) { transaction in
                let before = try transaction.count(Sample.self, under: "p")
                let removed = try transaction.removeAll(Sample.self, under: "p")
                return [before, removed, try transaction.count(Sample.self, under: "p")]
            }
            try expectEqual(counts, [2, 2, 0])
            try expectEqual(try await store.all(Sample.self, under: "q", in: scope).count, 1)
        },
    ]
}
