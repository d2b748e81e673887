import CLibarchive
import MailTypes

/// Where an archive's bytes come from: memory, or pieces that are pulled one after another.
///
/// The C library keeps a pointer to it, so it is a class that its reader owns.
final class ArchiveInput {
    let container: Container
    /// Bytes handed on so far.
    private(set) var count = 0
    /// What the source threw, in words.
    private(set) var error: String?

    private let source: ArchiveReader.Source?
    /// Pulled to find the container, and not handed on yet.
    private var pending: ArraySlice<UInt8>
    /// The piece that the library looks at; it stays in place until the next one.
    private var lent: UnsafeMutableRawBufferPointer?

    init(whole bytes: ArraySlice<UInt8>) {
        source = nil
        container = Container(prefix: bytes)
        pending = container == .plain ? bytes : bytes.drop { $0.isFoldingWhitespace }
    }

    /// Pulls the first pieces, until the container is known.
    init(source: @escaping ArchiveReader.Source) {
        self.source = source
        var prefix: ArraySlice<UInt8> = []
        do {
            while prefix.drop(while: \.isFoldingWhitespace).count < Container.prefixLength,
                prefix.count < 1 << 16
            {
                let piece = try source()
                if piece.isEmpty { break }
                prefix = prefix.isEmpty ? piece : prefix + piece
            }
        } catch {
            self.error = "\(error)"
        }
        container = Container(prefix: prefix)
        pending = container == .plain ? prefix : prefix.drop { $0.isFoldingWhitespace }
    }

    deinit { lent?.deallocate() }

    /// The next bytes; empty at the end, and after an error.
    func next() -> ArraySlice<UInt8> {
        var piece = pending
        pending = []
        if piece.isEmpty, let source, error == nil {
            do {
                piece = try source()
            } catch {
                self.error = "\(error)"
            }
        }
        count += piece.count
        return piece
    }

    func open(_ archive: OpaquePointer) -> Int32 {
        if source == nil {
            count = pending.count
            let lent = lend(pending)
            pending = []
            return archive_read_open_memory(archive, lent.baseAddress, lent.count)
        }
        let read:
            @convention(c) (
                OpaquePointer?, UnsafeMutableRawPointer?,
                UnsafeMutablePointer<UnsafeRawPointer?>?
            ) -> la_ssize_t = { archive, context, buffer in
                guard let context, let buffer else { return -1 }
                let input = Unmanaged<ArchiveInput>.fromOpaque(context).takeUnretainedValue()
                let piece = input.next()
                guard input.error == nil else { return -1 }
                let lent = input.lend(piece)
                buffer.pointee = UnsafeRawPointer(lent.baseAddress)
                return lent.count
            }
        // The reader owns both this object and the archive, and frees the archive first.
        return archive_read_open(
            archive, Unmanaged.passUnretained(self).toOpaque(), nil, read, nil)
    }

    /// Copies a piece to where it stays until the next one is lent.
    private func lend(_ piece: ArraySlice<UInt8>) -> UnsafeMutableRawBufferPointer {
        if (lent?.count ?? 0) < piece.count || lent == nil {
            lent?.deallocate()
            lent = .allocate(byteCount: max(piece.count, 1), alignment: 16)
        }
        guard let lent else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
        piece.withUnsafeBytes { lent.copyMemory(from: $0) }
        return UnsafeMutableRawBufferPointer(rebasing: lent[..<piece.count])
    }
}
