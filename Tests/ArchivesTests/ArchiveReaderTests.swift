import MailTypes
import Testing

@testable import Archives

/// Everything in an archive: the members' names and contents.
private func contents(_ reader: ArchiveReader) throws -> [String: [UInt8]] {
    var members: [String: [UInt8]] = [:]
    while let member = try reader.nextMember() {
        members[member.name ?? ""] = try reader.remainingBytes()
    }
    return members
}

/// Hands out `bytes` in pieces of `size`.
private func pieces(_ bytes: [UInt8], of size: Int) -> ArchiveReader.Source {
    var rest = bytes[...]
    return {
        defer { rest = rest.dropFirst(size) }
        return rest.prefix(size)
    }
}

/// A zip archive with deflated members, made from what the gzip writer gives.
func zip(_ members: [(name: String, content: [UInt8])], flags: UInt8 = 0) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
        let gzip = GzipWriter.gzip(content)
        let deflated = gzip.dropFirst(10).dropLast(8)
        let crc = Array(gzip.suffix(8).prefix(4))
        let common =
            [20, 0, flags, 0, 8, 0, 0, 0, 0, 0] + crc + number(deflated.count, 4)
            + number(content.count, 4) + number(name.utf8.count, 2) + [0, 0]
        directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
        directory += number(output.count, 4) + Array(name.utf8)
        output += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + deflated
    }
    let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number(members.count, 2) + number(members.count, 2)
    return output + directory + end + number(directory.count, 4) + number(output.count, 4) + [0, 0]
}

private let text = Array("<feedback>a report</feedback>".utf8)
private let zeros = [UInt8](repeating: 0, count: 3 << 20)

@Suite struct ArchiveReaderTests {
    @Test(arguments: [1, 7, 1 << 16])
    func readsWholeAndPieceByPiece(size: Int) throws {
        let members = [(name: "a.xml", content: text), (name: "folder/b.xml", content: zeros)]
        let archives: [([UInt8], [String: [UInt8]])] = [
            (text, ["": text]), (GzipWriter.gzip(text), ["": text]),
            (GzipWriter.gzip(text) + GzipWriter.gzip(text), ["": text + text]),
            (zip([members[0]]), ["a.xml": text]),
            (zip([members[0], (name: "b", content: [])]), ["a.xml": text, "b": []]),
            ([], ["": []]),
        ]
        for (bytes, expected) in archives {
            #expect(try contents(ArchiveReader(bytes)) == expected)
            #expect(try contents(ArchiveReader(pulling: pieces(bytes, of: size))) == expected)
        }
    }

    @Test func findsTheContainerByContent() {
        #expect(ArchiveReader(GzipWriter.gzip(text)).container == .gzip)
        #expect(ArchiveReader(zip([("a", text)])).container == .zip)
        #expect(ArchiveReader(text).container == .plain)
        #expect(ArchiveReader([0x1F]).container == .plain)
        #expect(ArchiveReader(pulling: pieces(zip([("a", text)]), of: 1)).container == .zip)
    }

    /// What a mail gateway puts around an attachment: line ends in front and behind.
    @Test func passesOverLineEndsAround() throws {
        let bytes = Array("\r\n".utf8) + GzipWriter.gzip(text) + Array("\r\n".utf8)
        #expect(try contents(ArchiveReader(bytes)) == ["": text])
        #expect(try contents(ArchiveReader(pulling: pieces(bytes, of: 1))) == ["": text])
    }

    @Test func passesOverMembersThatNobodyReads() throws {
        let reader = ArchiveReader(zip([("a", text), ("b", text)]))
        #expect(try reader.nextMember() == ArchiveMember(name: "a"))
        #expect(try reader.nextMember() == ArchiveMember(name: "b"))
        #expect(try reader.nextPiece() == text[...])
        #expect(try reader.nextPiece() == nil)
        #expect(try reader.nextMember() == nil)
        #expect(try reader.nextMember() == nil)
        #expect(try reader.nextPiece() == nil)
    }

    @Test func passesOnWhatTheSourceSays() {
        struct Torn: Error {}
        #expect(throws: ArchiveError.unreadable("Torn()")) {
            try contents(ArchiveReader(pulling: { throw Torn() }))
        }
        let start = GzipWriter.gzip(zeros).prefix(100)
        var isFirst = true
        let reader = ArchiveReader(pulling: {
            defer { isFirst = false }
            if isFirst { return start }
            throw Torn()
        })
        #expect(throws: ArchiveError.unreadable("Torn()")) { try contents(reader) }
    }
}

/// Archives that are meant to hurt, and what becomes of each.
@Suite struct HostileArchiveTests {
    @Test func bombsStopAtTheRatio() throws {
        for bomb in [GzipWriter.gzip(zeros), zip([("a", zeros)])] {
            for reader in [ArchiveReader(bomb), ArchiveReader(pulling: pieces(bomb, of: 512))] {
                #expect(throws: ArchiveError.exceeds(.ratio)) { try contents(reader) }
                // It stays refused.
                #expect(throws: ArchiveError.exceeds(.ratio)) { try reader.nextPiece() }
                #expect(throws: ArchiveError.exceeds(.ratio)) { try reader.nextMember() }
            }
        }
    }

    @Test func bombsStopAtTheRatioEvenIfTheirMembersArePassedOver() throws {
        let reader = ArchiveReader(zip([("a", zeros), ("b", text)]))
        _ = try reader.nextMember()
        #expect(throws: ArchiveError.exceeds(.ratio)) { try reader.nextMember() }
    }

    @Test func outputIsBoundedOverAllMembers() throws {
        let limits = ExpansionLimits(outputLimit: text.count * 2)
        let two = zip([("a", text), ("b", text)])
        #expect(try contents(ArchiveReader(two, limits: limits)).count == 2)
        let three = zip([("a", text), ("b", text), ("c", text)])
        #expect(throws: ArchiveError.exceeds(.output)) {
            try contents(ArchiveReader(three, limits: limits))
        }
        #expect(throws: ArchiveError.exceeds(.output)) {
            try contents(ArchiveReader(text + text + text, limits: limits))
        }
    }

    @Test func twoLayersAreReadAndThreeAreNot() throws {
        let two = GzipWriter.gzip(GzipWriter.gzip(text))
        #expect(try contents(ArchiveReader(two)) == ["": text])
        #expect(throws: ArchiveError.exceeds(.layers)) {
            try contents(ArchiveReader(GzipWriter.gzip(two)))
        }
        #expect(try contents(ArchiveReader(GzipWriter.gzip(zip([("a", text)])))) == ["": text])
        #expect(throws: ArchiveError.exceeds(.layers)) {
            try contents(ArchiveReader(two, limits: ExpansionLimits(layerLimit: 1)))
        }
    }

    @Test func membersAreCounted() {
        let many = zip((0...16).map { (name: "\($0)", content: text) })
        #expect(throws: ArchiveError.exceeds(.members)) { try contents(ArchiveReader(many)) }
    }

    @Test func truncatedArchivesAreDamaged() throws {
        let gzip = GzipWriter.gzip(text)
        let archive = zip([("a", text)])
        for cut in 2..<gzip.count - 8 {
            for reader in [
                ArchiveReader(gzip.prefix(cut)),
                ArchiveReader(pulling: pieces(Array(gzip.prefix(cut)), of: 3)),
            ] {
                #expect(throws: ArchiveError.self, "\(cut)") { try contents(reader) }
            }
        }
        for cut in 4..<30 + 1 + gzip.count - 18 {
            let reader = ArchiveReader(pulling: pieces(Array(archive.prefix(cut)), of: 3))
            #expect(throws: ArchiveError.self, "\(cut)") { try contents(reader) }
        }
    }

    @Test func lyingHeadersAreDamaged() {
        // The size and the checksum that the header of a member gives.
        for offset in [14, 22] {
            var archive = zip([("a", text)])
            let directory = archive.count - 22 - 47
            archive[offset] ^= 1
            archive[directory + offset + 2] ^= 1
            for reader in [ArchiveReader(archive), ArchiveReader(pulling: pieces(archive, of: 9))] {
                #expect(throws: ArchiveError.self, "\(offset)") { try contents(reader) }
            }
        }
    }

    @Test func lockedMembersAreNamedAsSuch() {
        #expect(throws: ArchiveError.encrypted) {
            try contents(ArchiveReader(zip([("a", text)], flags: 1)))
        }
    }

    @Test func damagedBytesNeverTrap() {
        var generator = SplitMix(state: 7)
        for archive in [GzipWriter.gzip(text), zip([("a", text), ("b", text)])] {
            for _ in 0..<300 {
                var damaged = archive
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let index = Int.random(in: 0..<damaged.count, using: &generator)
                    damaged[index] = UInt8.random(in: 0...255, using: &generator)
                }
                _ = try? contents(ArchiveReader(damaged))
                _ = try? contents(ArchiveReader(pulling: pieces(damaged, of: 64)))
            }
        }
    }
}

@Suite struct GzipWriterTests {
    @Test func writesTheSameInPiecesAndAtOnce() throws {
        let writer = GzipWriter()
        var output = writer.append(text)
        output += writer.append([])
        output += writer.append(text)
        output += writer.finish()
        #expect(output == GzipWriter.gzip(text + text))
        #expect(writer.finish() == [])
        #expect(try contents(ArchiveReader(output)) == ["": text + text])
        // No name and no time (RFC 1952 §2.3.1).
        #expect(output.prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    }

    @Test func anEmptyFileHasNoMember() throws {
        #expect(try contents(ArchiveReader(GzipWriter.gzip([]))) == [:])
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
