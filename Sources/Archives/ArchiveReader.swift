import CLibarchive

/// Takes the files out of a gzip or zip archive, piece by piece, within ``ExpansionLimits``.
///
///     let reader = ArchiveReader(bytes)
///     while try reader.nextMember() != nil {
///         while let piece = try reader.nextPiece() { … }
///     }
///
/// Bytes that are no archive are one member without a name, handed out as they are. A gzip file is
/// one member too, however many streams are joined in it (RFC 1952 §2.2), or none if it is empty; what follows the last one
/// is passed over, as gzip itself does, and the checksum in its trailer is not looked at: a report
/// that was damaged and still makes sense is worth reading. A gzip file within a gzip file is read
/// through to the content; a zip archive within a zip archive is a member like others.
///
/// It belongs to one task: a class, because it owns what the C library allocated.
public final class ArchiveReader {
    /// The next bytes of the archive; none at its end.
    public typealias Source = () throws -> ArraySlice<UInt8>

    /// What the bytes are packed in.
    public var container: Container { input.container }

    /// Layers of compression around each other, as far as they were found: known from the first
    /// member on.
    public private(set) var layerCount = 0
    /// Bytes that came out so far, over all members.
    public private(set) var outputCount = 0

    private let input: ArchiveInput
    private let limits: ExpansionLimits
    private var archive: OpaquePointer?
    private var memberCount = 0
    private var failure: ArchiveError?
    private var isBetweenMembers = true
    private var isAtEnd = false

    /// Reads an archive that is in memory. Only there zip archives are read by their directory.
    public init(_ bytes: ArraySlice<UInt8>, limits: ExpansionLimits = .init()) {
        input = ArchiveInput(whole: bytes)
        self.limits = limits
    }

    public convenience init(_ bytes: [UInt8], limits: ExpansionLimits = .init()) {
        self.init(bytes[...], limits: limits)
    }

    /// Reads an archive that is handed in piece by piece, so that it need not fit into memory.
    public init(limits: ExpansionLimits = .init(), pulling source: @escaping Source) {
        input = ArchiveInput(source: source)
        self.limits = limits
    }

    deinit { archive.map { _ = archive_read_free($0) } }

    /// Goes on to the next file; what is left of the one before is passed over.
    /// - Returns: nil when there is no further one.
    /// - Throws: ``ArchiveError``; the same one again at every call behind it.
    public func nextMember() throws(ArchiveError) -> ArchiveMember? {
        if let failure { throw failure }
        if container == .plain {
            memberCount += 1
            isBetweenMembers = memberCount > 1
            return memberCount == 1 ? ArchiveMember(name: nil) : nil
        }
        if isAtEnd { return nil }
        let archive = try opened()
        // Passing over what was not read costs as much as reading it: it is counted too.
        while !isBetweenMembers, try nextPiece() != nil {}
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF {
            isAtEnd = true
            return nil
        }
        try check(status, archive)
        layerCount = Self.layerCount(archive)
        guard layerCount > 0 else { throw fail(.malformed("the header is cut off")) }
        guard layerCount <= limits.layerLimit else { throw fail(.exceeds(.layers)) }
        memberCount += 1
        guard memberCount <= limits.memberLimit else { throw fail(.exceeds(.members)) }
        if let entry, archive_entry_is_encrypted(entry) != 0 { throw fail(.encrypted) }
        isBetweenMembers = false
        return ArchiveMember(name: container == .zip ? entry.flatMap(Self.name) : nil)
    }

    /// The next bytes of the current file; nil at its end.
    public func nextPiece() throws(ArchiveError) -> ArraySlice<UInt8>? {
        if let failure { throw failure }
        if isBetweenMembers { return nil }
        let piece = container == .plain ? try input.next(failing: self) : try expandedPiece()
        guard let piece, !piece.isEmpty else {
            isBetweenMembers = true
            return nil
        }
        try count(piece.count)
        return piece
    }

    /// The rest of the current file in one array.
    public func remainingBytes() throws(ArchiveError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try nextPiece() { bytes += piece }
        return bytes
    }

    // MARK: Bounds

    private func count(_ size: Int) throws(ArchiveError) {
        outputCount += size
        guard outputCount <= limits.outputLimit else { throw fail(.exceeds(.output)) }
        guard container != .plain, outputCount > limits.ratioFreeSize else { return }
        let (most, overflow) = input.count.multipliedReportingOverflow(by: limits.ratioLimit)
        guard overflow || outputCount <= most else { throw fail(.exceeds(.ratio)) }
    }

    /// Each filter of the library is a layer, and so is the zip archive itself.
    private static func layerCount(_ archive: OpaquePointer) -> Int {
        // The library counts the bytes as they came in as a filter of their own.
        Int(archive_filter_count(archive)) - 1
            + (archive_format(archive) == ARCHIVE_FORMAT_ZIP ? 1 : 0)
    }

    fileprivate func fail(_ error: ArchiveError) -> ArchiveError {
        failure = error
        return error
    }

    // MARK: The library

    private func opened() throws(ArchiveError) -> OpaquePointer {
        if let archive { return archive }
        guard let new = archive_read_new() else { throw fail(.unreadable("no memory is left")) }
        archive = new
        if container == .zip {
            archive_read_support_format_zip(new)
        } else {
            archive_read_support_filter_gzip(new)
            archive_read_support_format_zip(new)
            archive_read_support_format_raw(new)
            archive_read_support_format_empty(new)
        }
        try check(input.open(new), new)
        return new
    }

    private func expandedPiece() throws(ArchiveError) -> ArraySlice<UInt8>? {
        let archive = try opened()
        var pointer: UnsafeRawPointer?
        var size = 0
        var offset: la_int64_t = 0
        repeat {
            let status = archive_read_data_block(archive, &pointer, &size, &offset)
            if status == ARCHIVE_EOF { return nil }
            try check(status, archive)
        } while size == 0
        guard let pointer else { return nil }
        return Array(UnsafeRawBufferPointer(start: pointer, count: size))[...]
    }

    /// Warnings count as errors: the library warns of checksums and sizes that do not hold.
    private func check(_ status: Int32, _ archive: OpaquePointer) throws(ArchiveError) {
        if status == ARCHIVE_OK { return }
        if let error = input.error { throw fail(.unreadable(error)) }
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "unknown"
        throw fail(.malformed(reason))
    }

    private static func name(_ entry: OpaquePointer) -> String? {
        guard let name = archive_entry_pathname(entry) else { return nil }
        return String(cString: name)
    }
}

/// One file of an archive.
public struct ArchiveMember: Equatable, Sendable {
    /// Its name as the archive gives it, folders included: a claim that must not become a path.
    public let name: String?
}

extension ArchiveInput {
    fileprivate func next(failing reader: ArchiveReader) throws(ArchiveError) -> ArraySlice<UInt8>?
    {
        let piece = next()
        if let error { throw reader.fail(.unreadable(error)) }
        return piece
    }
}
