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
    targets: [
        .systemLibrary(name: "CLibcrypto"),
        library("MailTypes"),
        library("MailMessage", on: ["MailTypes"]),
        library("DNS", on: ["MailTypes"]),
        library("SMTP", on: ["MailTypes"]),
        library("MailAuth", on: ["MailMessage", "DNS", "MailTypes", "CLibcrypto"]),
        library("MailReports", on: ["MailMessage", "MailTypes"]),
        library("SESModel", on: ["MailTypes"]),
        .target(
            name: "SESWire", dependencies: ["SESModel", "MailTypes"],
            exclude: ["XMLWriter.swift"], swiftSettings: strict),
        library(
            "FuzzTargets",
            on: ["SESWire", "MailReports", "MailAuth", "SMTP", "DNS", "MailMessage", "MailTypes"]),
        .executableTarget(
            name: "Fuzzer", dependencies: ["FuzzTargets"],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ]
)
