// swift-tools-version:6.2
import PackageDescription

// A package of its own: YAML is needed here and nowhere else, and only the libraries are built. Its
// folders are links to the sources of the main package. `make conformance` builds and starts it.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "conformance",
    dependencies: [
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibcrypto"),
        .systemLibrary(name: "CLibarchive"),
        .systemLibrary(name: "CLibpsl"),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0"),
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
        .executableTarget(
            name: "Conformance",
            dependencies: [
                "MailTemplates", "MailDiagnosis", "BIMI", "MailReports", "MailAuth", "SMTP", "DNS",
                "MailMessage", "PublicSuffixes", "Archives", "XMLText", "JSONText", "MailTypes",
                .product(name: "Yams", package: "Yams"),
            ], swiftSettings: strict),
    ]
)
