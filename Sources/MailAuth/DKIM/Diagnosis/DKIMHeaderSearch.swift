import MailTypes

/// Looks for header fields that hash to what was signed, by undoing what hops do to them.
///
/// An RSA signature gives away the hash that it is over, so that an attempt costs a hash; with
/// Ed25519 each takes a check of the signature. `workLimit` bounds the attempts, and with them
/// what a hostile message can cost.
struct DKIMHeaderSearch {
    /// Bytes that may be hashed for one signature, and attempts that may check a signature.
    static let workLimit = 16 * 1024 * 1024
    static let checkLimit = 300

    /// What an attempt has to come to.
    enum Goal {
        case digest([UInt8])
        case signature(DKIMPublicKey)
    }

    /// A field to be put in place of another, or to be taken out or put in.
    struct Edit {
        /// Which field is changed; nil to add one.
        let index: Int?
        /// What it was; nil when it was not there.
        let field: HeaderField?
    }

    let signature: DKIMSignature
    let tags: TagList
    /// The fields that `h=` names, and the signature's own.
    let fields: [HeaderField]
    let own: Int
    let goal: Goal
    private var workLeft = Self.workLimit
    private var checksLeft = Self.checkLimit

    init(
        signature: DKIMSignature, tags: TagList, table: HeaderFieldTable, own: Int, goal: Goal
    ) {
        self.signature = signature
        self.tags = tags
        self.goal = goal
        let names = Set(signature.signedFields.map(\.asciiLowercased))
        var kept: [HeaderField] = []
        var place = 0
        for (index, field) in table.fields.enumerated() {
            if index == own { place = kept.count }
            let name = String(decoding: field.name.map(\.asciiLowercased), as: UTF8.self)
            if index == own || names.contains(name) { kept.append(field) }
        }
        fields = kept
        self.own = place
    }

    var isExhausted: Bool { workLeft <= 0 || checksLeft <= 0 }

    /// Whether the signature holds over the fields with these edits.
    mutating func holds(_ edits: [Edit], form: DKIMCanonicalization? = nil) -> Bool {
        holds(fields: edited(edits), form: form ?? signature.headerCanonicalization)
    }

    /// Whether it holds when the topmost field of a name is taken first.
    mutating func holdsFromTheTop() -> Bool {
        let others = fields.enumerated().filter { $0.offset != own }.map(\.element)
        return holds(
            fields: (others.reversed() + [fields[own]], others.count),
            form: signature.headerCanonicalization)
    }

    private func edited(_ edits: [Edit]) -> (list: [HeaderField], own: Int) {
        var new: [HeaderField?] = fields
        for edit in edits {
            if let index = edit.index { new[index] = edit.field } else { new.append(edit.field) }
        }
        let own = new[..<own].count { $0 != nil }
        return (new.compactMap(\.self), own)
    }

    private mutating func holds(
        fields: (list: [HeaderField], own: Int), form: DKIMCanonicalization
    ) -> Bool {
        guard !isExhausted else { return false }
        let table = HeaderFieldTable(fields.list)
        var text: [UInt8] = []
        for index in table.select(signature.signedFields, excluding: fields.own) {
            form.append(table.fields[index], to: &text)
        }
        HeaderText.append(table.fields[fields.own], without: tags["b"], form, to: &text)
        workLeft -= text.count + 64 * fields.list.count
        let hash = DigestContext.hash(text, signature.algorithm.digest)
        switch goal {
        case .digest(let digest): return hash == digest
        case .signature(let key):
            checksLeft -= 1
            return key.verify(signature.signature, of: hash, signature.algorithm)
        }
    }
}
