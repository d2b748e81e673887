internal import MailTypes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension UnixTime {
    /// The system's clock.
    static func systemNow() -> UnixTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UnixTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

enum SMTPSessionID {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    /// 29 letters and digits: as many as the greeting of the SES dialect shows.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(unsafeUninitializedCapacity: 29) { buffer in
            var bits: UInt64 = 0
            for index in 0..<29 {
                if index % 10 == 0 { bits = generator.next() }
                buffer[index] = alphabet[Int(bits % 36)]
                bits /= 36
            }
            return 29
        }
    }
}
