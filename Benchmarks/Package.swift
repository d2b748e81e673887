// swift-tools-version:6.2
import PackageDescription

/// A measurement that is an executable, with the libraries that it measures.
func measurement(_ name: String, of libraries: [String]) -> Target {
    .executableTarget(
        name: name, dependencies: libraries.map { .product(name: $0, package: "waxwing") },
        swiftSettings: [.swiftLanguageMode(.v6)])
}

// A package of its own, so that what measures never weighs on what is measured.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "waxwing", path: "..")],
    targets: [
        measurement("authentication", of: ["MailAuth", "DNS", "MailTypes"]),
        measurement("canonicalization", of: ["MailAuth"]),
        measurement("mime", of: ["MailMessage"]),
        measurement("policies", of: ["AccessPolicies", "MailTypes"]),
        measurement("reports", of: ["MailReports"]),
        measurement("templates", of: ["MailTemplates", "JSONText"]),
    ]
)
