// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let serviceLifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")

func nio(_ product: String) -> Target.Dependency { .product(name: product, package: "swift-nio") }

func library(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
    _ name: String, on dependencies: [Target.Dependency] = [], fixtures: Bool = false
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
        resources: fixtures ? [.copy("Fixtures")] : [], swiftSettings: strict)
}

let package = Package(
    name: "waxwing",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "waxwing", targets: ["waxwing"]),
        .library(name: "MailTypes", targets: ["MailTypes"]),
        .library(name: "MailMessage", targets: ["MailMessage"]),
        .library(name: "DNS", targets: ["DNS"]),
        .library(name: "SMTP", targets: ["SMTP"]),
        .library(name: "MailAuth", targets: ["MailAuth"]),
        .library(name: "MailReports", targets: ["MailReports"]),
        .library(name: "BIMI", targets: ["BIMI"]),
        .library(name: "MailDiagnosis", targets: ["MailDiagnosis"]),
        .library(name: "PublicSuffixes", targets: ["PublicSuffixes"]),
        .library(name: "JSONText", targets: ["JSONText"]),
        .library(name: "MailTemplates", targets: ["MailTemplates"]),
        .library(name: "AccessPolicies", targets: ["AccessPolicies"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: []),
        // The configuration file: swift-configuration's own reader does not tell lines.
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1",
            traits: []),
        .package(
            url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // C libraries of the system.
        .systemLibrary(name: "CLibcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(
            name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CUnbound", providers: [.apt(["libunbound-dev"])]),

        // Values and bytes: no socket, clock, file or randomness.
        library("MailTypes"),
        library("JSONText", on: ["MailTypes"]),
        library("XMLText", on: ["MailTypes", "CLibxml2"]),
        library("Archives", on: ["MailTypes", "CLibarchive"]),
        library("PublicSuffixes", on: ["MailTypes", "CLibpsl"]),
        library("MailMessage", on: ["MailTypes"]),
        library("DNS", on: ["MailTypes"]),
        library("SMTP", on: ["MailTypes"]),
        library("MailAuth", on: ["MailMessage", "DNS", "MailTypes", "CLibcrypto"]),
        library(
            "MailReports", on: ["MailMessage", "MailTypes", "JSONText", "XMLText", "Archives"]),
        library(
            "BIMI",
            on: [
                "MailAuth", "MailMessage", "DNS", "MailTypes", "XMLText", "Archives",
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ]),
        library("MailDiagnosis", on: ["MailAuth", "MailMessage", "DNS", "MailTypes"]),
        library("MailTemplates", on: ["JSONText", "MailTypes"]),
        library("AccessPolicies", on: ["JSONText", "MailTypes"]),

        // Sockets.
        library(
            "MailTransport",
            on: [
                "SMTP", "DNS", "MailTypes", "CUnbound", nio("NIOCore"), nio("NIOPosix"),
                nio("NIOConcurrencyHelpers"), nio("NIOTLS"), logging,
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),

        // The service.
        library(
            "WaxwingCore",
            on: [
                "MailAuth", "MailReports", "MailMessage", "MailTemplates", "AccessPolicies",
                "JSONText", "SMTP", "DNS", "MailTypes", "CLibcrypto", logging,
            ]),
        library(
            "WaxwingStore",
            on: [
                "WaxwingCore", "MailTypes", logging, .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        library(
            "WaxwingMTA",
            on: [
                "WaxwingCore", "MailTransport", "MailAuth", "MailReports", "MailMessage", "SMTP",
                "DNS", "MailTypes", serviceLifecycle, logging,
                .product(name: "DequeModule", package: "swift-collections"),
            ]),
        library("SESModel", on: ["JSONText", "MailTypes"]),
        library(
            "WaxwingSES",
            on: [
                "WaxwingCore", "SESModel", "MailTemplates", "AccessPolicies", "JSONText",
                "MailReports", "MailMessage", "MailTypes", "CLibcrypto", hummingbird,
                nio("NIOCore"), logging, .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        library(
            "WaxwingConsole",
            on: [
                "WaxwingCore", "MailMessage", "JSONText", "MailTypes", hummingbird,
                nio("NIOCore"), logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        library(
            "WaxwingCLI",
            on: [
                "WaxwingSES", "WaxwingConsole", "WaxwingMTA", "WaxwingStore", "WaxwingCore",
                "MailTransport", "MailDiagnosis", "BIMI", "MailAuth", "MailReports", "MailMessage",
                "MailTemplates", "AccessPolicies", "PublicSuffixes", "SMTP", "DNS", "JSONText",
                "MailTypes", "CLibcrypto", hummingbird, serviceLifecycle, logging, nio("NIOCore"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                nio("NIOPosix"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                "Yams",
            ]),
        .executableTarget(name: "waxwing", dependencies: ["WaxwingCLI"], swiftSettings: strict),
        library(
            "WaxwingTesting",
            on: ["WaxwingCore", "MailAuth", "MailMessage", "SMTP", "DNS", "MailTypes"]),

        tests("MailTypes"),
        tests("JSONText", on: ["MailTypes"]),
        tests("XMLText", on: ["MailTypes"]),
        tests("Archives", on: ["MailTypes"]),
        tests("PublicSuffixes", on: ["MailTypes"]),
        tests("MailMessage", on: ["MailTypes"]),
        tests("DNS", on: ["MailTypes"]),
        tests("SMTP", on: ["MailTypes"]),
        tests("MailAuth", on: ["MailMessage", "DNS", "MailTypes"]),
        tests("MailReports", on: ["MailMessage", "MailTypes", "JSONText"]),
        tests("BIMI", on: ["MailAuth", "MailMessage", "DNS", "MailTypes"], fixtures: true),
        tests("MailDiagnosis", on: ["MailAuth", "MailMessage", "DNS", "MailTypes"]),
        tests("MailTemplates", on: ["JSONText", "MailTypes"]),
        tests("AccessPolicies", on: ["JSONText", "MailTypes"]),
        tests("MailTransport", on: ["SMTP", "DNS", "MailTypes"]),
        tests(
            "WaxwingCore",
            on: [
                "WaxwingTesting", "MailTemplates", "AccessPolicies", "JSONText", "MailAuth",
                "MailMessage", "SMTP", "DNS", "MailTypes",
            ]),
        tests("WaxwingStore", on: ["WaxwingTesting", "WaxwingCore", "MailTypes"]),
        tests(
            "WaxwingMTA",
            on: [
                "WaxwingTesting", "WaxwingStore", "WaxwingCore", "MailTransport", "MailAuth",
                "MailReports", "MailMessage", "SMTP", "DNS", "MailTypes", serviceLifecycle, logging,
            ]),
        tests("SESModel", on: ["JSONText", "MailTypes"]),
        tests(
            "WaxwingSES",
            on: [
                "WaxwingTesting", "WaxwingStore", "SESModel", "JSONText", "WaxwingCore",
                "MailReports", "MailAuth", "MailMessage", "DNS", "MailTypes", hummingbird, logging,
                nio("NIOCore"), .product(name: "HTTPTypes", package: "swift-http-types"),
            ], fixtures: true),
        tests(
            "WaxwingConsole",
            on: [
                "WaxwingTesting", "WaxwingStore", "WaxwingCore", "MailTypes", hummingbird,
                nio("NIOCore"), logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "FuzzReplayTests",
            dependencies: [
                "WaxwingSES", "MailTemplates", "AccessPolicies", "BIMI", "MailDiagnosis",
                "MailReports", "MailAuth", "SMTP", "DNS", "MailMessage", "JSONText", "XMLText",
                "Archives", "MailTypes",
            ], swiftSettings: strict),
        tests(
            "WaxwingCLI",
            on: [
                "WaxwingCore", "MailAuth", "MailMessage", "AccessPolicies", "DNS", "JSONText",
                "MailTypes",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                logging,
            ]),
    ]
)
