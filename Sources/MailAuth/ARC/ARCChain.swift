import MailTypes

/// The ARC fields of one message, put in order and checked for structure; nothing is hashed yet.
struct ARCChain: Sendable {
    /// One set with all of its fields; the indices are those of the message's fields.
    struct Set: Sendable {
        let instance: Int
        let authenticationResults: Int
        let messageSignature: Int
        let seal: Int
        /// What the sealer's ADMD found, behind `i=N;`.
        let payload: ArraySlice<UInt8>
        let messageSignatureTags: TagList
        let sealTags: TagList
    }

    /// From the first on, without gaps; empty when fields are missing, doubled or unreadable.
    let sets: [Set]
    /// Why the chain fails already, and where.
    let failure: (reason: ARCFailure, instance: Int?)?
    /// The highest number found, whatever else is wrong; 0 without any.
    let highestInstance: Int
    /// Whether a newest seal says `cv=fail`, so that nobody may seal again (RFC 8617 §5.1).
    let isSealedAsFailed: Bool

    /// Most ARC fields that are read: any more are too many sets, whatever they say.
    private static let fieldLimit = 3 * (ARCInstance.limit + 1)

    init(_ table: HeaderFieldTable) {
        var reader = Reader()
        var count = 0
        for kind in ARCFailure.FieldKind.allCases {
            let indices = table.indices(named: kind.rawValue)
            count += indices.count
            for index in indices.prefix(Self.fieldLimit) {
                reader.read(table.fields[index], kind, at: index)
            }
        }
        highestInstance = reader.found.keys.max() ?? 0
        isSealedAsFailed =
            reader.found[highestInstance]?.seals.contains { $0.status == .success(.fail) } ?? false
        var sets: [Set] = []
        do throws(Failure) {
            guard count <= Self.fieldLimit, highestInstance <= ARCInstance.limit else {
                throw Failure(reason: .tooManySets, instance: nil)
            }
            if let kind = reader.unreadable {
                throw Failure(reason: .instanceUnreadable(kind), instance: nil)
            }
            sets = try reader.sets(upTo: highestInstance)
            if !isSealedAsFailed { try reader.checkStatus(of: sets) }
            failure = isSealedAsFailed ? (.sealedAsFailed, highestInstance) : nil
        } catch {
            failure =
                isSealedAsFailed
                ? (.sealedAsFailed, highestInstance) : (error.reason, error.instance)
        }
        self.sets = sets
    }

    private struct Failure: Error {
        let reason: ARCFailure
        let instance: Int?
    }

    /// The fields by instance, as they are found.
    private struct Reader {
        struct Seal {
            let index: Int
            let tags: TagList
            let status: Result<ARCChainStatus, DKIMFailure>
        }

        struct Fields {
            var results: [(index: Int, payload: ArraySlice<UInt8>)] = []
            var messageSignatures: [(index: Int, tags: TagList)] = []
            var seals: [Seal] = []
        }

        var found: [Int: Fields] = [:]
        /// The first kind of field that cannot be put into a set.
        var unreadable: ARCFailure.FieldKind?

        mutating func read(_ field: HeaderField, _ kind: ARCFailure.FieldKind, at index: Int) {
            guard kind != .authenticationResults else {
                guard let (number, payload) = ARCInstance.prefix(of: field.value) else {
                    return note(kind)
                }
                found[number, default: Fields()].results.append((index, payload))
                return
            }
            guard let tags = try? TagList(parsing: field.value),
                let number = tags["i"].flatMap({ ARCInstance.number($0.value) })
            else { return note(kind) }
            if kind == .messageSignature {
                found[number, default: Fields()].messageSignatures.append((index, tags))
            } else {
                let status = Result { () throws(DKIMFailure) in try ARCSeal.chainStatus(tags) }
                found[number, default: Fields()].seals.append(
                    Seal(index: index, tags: tags, status: status))
            }
        }

        private mutating func note(_ kind: ARCFailure.FieldKind) {
            if unreadable == nil { unreadable = kind }
        }

        /// RFC 8617 §5.2 step 3 A and B.
        func sets(upTo highest: Int) throws(Failure) -> [Set] {
            var sets: [Set] = []
            for instance in 0..<highest { sets.append(try set(instance + 1)) }
            return sets
        }

        private func set(_ instance: Int) throws(Failure) -> Set {
            func only<Element>(
                _ elements: [Element]?, _ kind: ARCFailure.FieldKind
            ) throws(Failure) -> Element {
                guard let element = elements?.first else {
                    throw Failure(reason: .missingField(kind), instance: instance)
                }
                guard elements?.count == 1 else {
                    throw Failure(reason: .duplicateField(kind), instance: instance)
                }
                return element
            }
            let fields = found[instance]
            let results = try only(fields?.results, .authenticationResults)
            let messageSignature = try only(fields?.messageSignatures, .messageSignature)
            let seal = try only(fields?.seals, .seal)
            return Set(
                instance: instance, authenticationResults: results.index,
                messageSignature: messageSignature.index, seal: seal.index,
                payload: results.payload, messageSignatureTags: messageSignature.tags,
                sealTags: seal.tags)
        }

        /// RFC 8617 §5.2 step 3 C.
        func checkStatus(of sets: [Set]) throws(Failure) {
            for set in sets {
                switch found[set.instance]?.seals.first?.status {
                case .failure(let failure):
                    throw Failure(reason: .seal(failure), instance: set.instance)
                case .success(let status) where status != (set.instance == 1 ? .none : .pass):
                    throw Failure(
                        reason: .unexpectedChainStatus(status), instance: set.instance)
                case .success, nil: break
                }
            }
        }
    }
}
