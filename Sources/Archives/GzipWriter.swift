import CLibarchive

/// Writes a gzip file (RFC 1952), piece by piece or at once. Equal input gives equal output: the
/// file holds neither a name nor a time.
public final class GzipWriter {
    private var archive: OpaquePointer?
    private var output: [UInt8] = []

    public init() {
        guard let new = archive_write_new() else { return }
        archive = new
        archive_write_add_filter_gzip(new)
        archive_write_set_format_raw(new)
        archive_write_set_options(new, "gzip:!timestamp")
        // Without this the last block is filled up with zeros.
        archive_write_set_bytes_in_last_block(new, 1)
        let write:
            @convention(c) (
                OpaquePointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?, Int
            ) -> la_ssize_t = { archive, context, bytes, count in
                guard let context else { return -1 }
                let writer = Unmanaged<GzipWriter>.fromOpaque(context).takeUnretainedValue()
                writer.output += UnsafeRawBufferPointer(start: bytes, count: count)
                return count
            }
        archive_write_open(new, Unmanaged.passUnretained(self).toOpaque(), nil, write, nil)
        let entry = archive_entry_new()
        archive_entry_set_filetype(entry, 0o100000)  // AE_IFREG: a file
        archive_entry_set_pathname(entry, "data")
        archive_write_header(new, entry)
        archive_entry_free(entry)
    }

    deinit { archive.map { _ = archive_write_free($0) } }

    /// Compresses more bytes.
    /// - Returns: What of the file is ready; often nothing, as the compressor gathers first.
    public func append(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
        return taken()
    }

    /// Ends the file; nothing can be appended behind it.
    /// - Returns: The rest of the file.
    public func finish() -> [UInt8] {
        if let archive {
            archive_write_close(archive)
            archive_write_free(archive)
        }
        archive = nil
        return taken()
    }

    /// The whole file for `bytes`.
    public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let writer = GzipWriter()
        let start = writer.append(bytes)
        return start + writer.finish()
    }

    private func taken() -> [UInt8] {
        defer { output = [] }
        return output
    }
}
