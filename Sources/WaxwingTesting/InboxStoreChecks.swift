import MailTypes
public import WaxwingCore

/// What every inbox promises.
public enum InboxStoreChecks {
    public typealias Store = any InboxStore

    public static let all: [StoreCheck<Store>] = [
        StoreCheck("a message and its bytes are read back whole") {
            for id in Int64(1)...2 {
                let content = [UInt8(id), 0, 255, 13, 10]
                try await $0.insert(.sample(id), content: content)
                try expectEqual(try await $0.message(id), .sample(id))
                try expectEqual(try await $0.content(of: id), content)
            }
        },
        StoreCheck("what was never received is not found") {
            try expectEqual(try await $0.message(1), nil)
            try expectEqual(try await $0.content(of: 1), nil)
            try expectEqual(try await $0.messageCount(), 0)
            try expectEqual(try await $0.messages(after: nil, limit: 9), [])
        },
        StoreCheck("a message is found by the id of its receipt, by its owner alone") {
            for id in Int64(1)...5 { try await $0.insert(.sample(id), content: []) }
            let everywhere = try await $0.message(withReceiptID: "receipt1", in: .sample)
            try expectEqual(everywhere, .sample(1))
            try expectEqual(
                try await $0.message(withReceiptID: "receipt1", in: .otherRegion), .sample(1))
            try expectEqual(try await $0.message(withReceiptID: "receipt1", in: .otherAccount), nil)
            // The third came to one region, the fifth to another account.
            try expectEqual(try await $0.message(withReceiptID: "receipt3", in: .sample), nil)
            try expectEqual(
                try await $0.message(withReceiptID: "receipt3", in: .otherRegion), .sample(3))
            try expectEqual(try await $0.message(withReceiptID: "receipt5", in: .sample), nil)
            try expectEqual(
                try await $0.message(withReceiptID: "receipt5", in: .otherAccount), .sample(5))
            try expectEqual(try await $0.message(withReceiptID: "", in: .sample), nil)
        },
        StoreCheck("pages go from the newest to the oldest") {
            for id in Int64(1)...5 { try await $0.insert(.sample(id), content: []) }
            try expectEqual(try await $0.messages(after: nil, limit: 2).map(\.id), [5, 4])
            try expectEqual(try await $0.messages(after: 4, limit: 2).map(\.id), [3, 2])
            try expectEqual(try await $0.messages(after: 2, limit: 2).map(\.id), [1])
            try expectEqual(try await $0.messages(after: 1, limit: 2).map(\.id), [])
            try expectEqual(try await $0.messageCount(), 5)
        },
        StoreCheck("everything can be removed") {
            try await $0.insert(.sample(1), content: [1])
            try await $0.removeAllInboxMessages()
            try expectEqual(try await $0.messageCount(), 0)
            try expectEqual(try await $0.content(of: 1), nil)
            try await $0.insert(.sample(1), content: [2])
            try expectEqual(try await $0.content(of: 1), [2])
        },
    ]
}
