// swift-tools-version:6.2
import PackageDescription

// A package of its own: the sanitizer's flags stay here, and nothing but the parsers is built. Its
// folders are links to the sources of the main package. `Fuzz/run` builds and starts it.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "fuzz",
    dependencies: [
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4")
    ],
    targets: [
        .systemLibrary(name: "CLibcrypto"),
        .systemLibrary(name: "CLibarchive"),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0"),
        library("MailTypes"),
        library("JSONText", on: ["MailTypes"]),
        library("XMLText", on: ["MailTypes", "CLibxml2"]),
        library("Archives", on: ["MailTypes", "CLibarchive"]),
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
        library("SESModel", on: ["JSONText", "MailTypes"]),
        .target(
            name: "SESWire", dependencies: ["SESModel", "JSONText", "MailTypes"],
            exclude: ["XMLWriter.swift"], swiftSettings: strict),
        library(
            "FuzzTargets",
            on: [
                "SESWire", "MailTemplates", "AccessPolicies", "BIMI", "MailDiagnosis",
                "MailReports",
                "MailAuth", "SMTP", "DNS", "MailMessage", "JSONText", "XMLText", "Archives",
                "MailTypes",
            ]),
        .executableTarget(
            name: "Fuzzer", dependencies: ["FuzzTargets"],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ]
)
