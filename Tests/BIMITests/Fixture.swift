import Foundation
import MailAuth
import MailTypes
import Testing

/// The files in `Fixtures`; its README says where they come from.
enum Fixture {
    /// Within the validity of the mark certificates.
    static let now = CalendarTime(year: 2026, month: 6, day: 1).unixTime

    static func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
        return Array(try Data(contentsOf: url))
    }

    static func roots(_ name: String = "root.pem") throws -> [X509Certificate] {
        try X509Certificate.readingPEM(bytes(name))
    }
}
