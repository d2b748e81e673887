import MailTypes

extension DKIMHeaderSearch {
    typealias Finding = DKIMDiagnosis.Finding

    /// A way back: what to undo, and what it says when it proves right.
    struct Undoing {
        let edit: Edit
        let finding: Finding
    }

    /// The first changes whose undoing makes the signature hold; nil when none does.
    ///
    /// - Parameter table: all fields of the message, since the author may be kept in any.
    mutating func find(in table: HeaderFieldTable) -> [Finding]? {
        for form in DKIMCanonicalization.allCases
        where form != signature.headerCanonicalization && holds([], form: form) {
            return [.headerCanonicalization(form)]
        }
        return copied() ?? listed(table) ?? single(table) ?? reordered()
    }

    private mutating func reordered() -> [Finding]? { holdsFromTheTop() ? [.fieldOrder] : nil }

    /// With the copies of `z=`, which name the changed fields exactly.
    private mutating func copied() -> [Finding]? {
        guard let tag = tags["z"] else { return nil }
        let copies = HeaderFieldTable(DKIMCopiedFields.read(tag))
        let now = HeaderFieldTable(fields)
        var undoings: [Undoing] = []
        for name in Set(signature.signedFields.map(\.asciiLowercased)).sorted() {
            // As `h=` takes them: from the bottom up.
            let signed = copies.indices(named: name)
            let present = now.indices(named: name).filter { $0 != own }
            guard !signed.isEmpty else { continue }
            for place in 0..<max(signed.count, present.count) {
                let old = place < signed.count ? copies.fields[signed[place]] : nil
                let index = place < present.count ? present[place] : nil
                if let old, let index, isSame(old, fields[index]) { continue }
                undoings.append(undoing(index: index, signed: old))
            }
        }
        guard !undoings.isEmpty else { return nil }
        for undoing in undoings where holds([undoing.edit]) { return [undoing.finding] }
        return holds(undoings.map(\.edit)) ? undoings.map(\.finding) : nil
    }

    private func isSame(_ first: HeaderField, _ second: HeaderField) -> Bool {
        func text(_ field: HeaderField) -> [UInt8] {
            var text: [UInt8] = []
            signature.headerCanonicalization.append(field, to: &text)
            return text
        }
        return text(first) == text(second)
    }

    private func undoing(index: Int?, signed: HeaderField?) -> Undoing {
        let name = Self.name((signed ?? index.map { fields[$0] })?.name ?? [])
        let now = index.map { String(excerpting: fields[$0].value) }
        let change: DKIMFieldChange =
            if let signed, let now {
                .replaced(signed: String(excerpting: signed.value), now: now)
            } else if let signed {
                .removed(signed: String(excerpting: signed.value))
            } else {
                .added(now: now ?? "")
            }
        return Undoing(
            edit: Edit(index: index, field: signed), finding: .field(name, change))
    }

    /// What mailing lists and filters do, which is often more than one thing: a mark in the
    /// subject, the list as author, replies to the author or to the list.
    private mutating func listed(_ table: HeaderFieldTable) -> [Finding]? {
        let subjects = undoings(of: "Subject") { Self.subjectsWithoutMarks($0) }
        let authors = undoings(of: "From") { Self.authors(behind: $0, in: table) }
        let now = HeaderFieldTable(fields)
        let replies = now.indices(named: "Reply-To").map { undoing(index: $0, signed: nil) }
        func choices(_ undoings: [Undoing]) -> [Undoing?] { [nil] + undoings.prefix(40).map { $0 } }
        for reply in choices(replies) {
            for author in choices(authors) {
                for subject in choices(subjects) {
                    let chosen = [author, subject, reply].compactMap(\.self)
                    if !chosen.isEmpty, holds(chosen.map(\.edit)) { return chosen.map(\.finding) }
                }
            }
        }
        return nil
    }

    /// One field at a time: taken out, put back from where it is kept, written otherwise.
    private mutating func single(_ table: HeaderFieldTable) -> [Finding]? {
        for index in fields.indices where index != own {
            let undoing = undoing(index: index, signed: nil)
            if holds([undoing.edit]) { return [undoing.finding] }
        }
        for name in Set(signature.signedFields.map(\.asciiLowercased)).sorted() {
            for kept in Self.keptFields(of: name, in: table) {
                let index = HeaderFieldTable(fields).indices(named: name).first { $0 != own }
                let written = index.map { fields[$0].name } ?? Array(name.utf8)[...]
                let signed = HeaderField(name: written, value: kept.value)
                let undoing = undoing(index: index, signed: signed)
                if holds([undoing.edit]) { return [undoing.finding] }
            }
        }
        for index in fields.indices where !isExhausted {
            for field in respaced(fields[index], isOwn: index == own) {
                let name = Self.name(fields[index].name)
                if holds([Edit(index: index, field: field)]) { return [.field(name, .respaced)] }
            }
        }
        return nil
    }

    /// Ways back for every field called `name`.
    private func undoings(
        of name: String, _ candidates: (HeaderField) -> [(value: [UInt8], DKIMFieldChange)]
    ) -> [Undoing] {
        HeaderFieldTable(fields).indices(named: name).filter { $0 != own }.flatMap { index in
            candidates(fields[index]).map { value, change in
                Undoing(
                    edit: Edit(
                        index: index,
                        field: HeaderField(name: fields[index].name, value: value)),
                    finding: .field(Self.name(fields[index].name), change))
            }
        }
    }

    static func name(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
