// swift-tools-version:6.2
import PackageDescription

// A package of its own, so that what measures never weighs on what is measured.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "waxwing", path: "..")],
    targets: [
        .executableTarget(
            name: "canonicalization",
            dependencies: [.product(name: "MailAuth", package: "waxwing")]),
        .executableTarget(
            name: "mime",
            dependencies: [.product(name: "MailMessage", package: "waxwing")]),
        .executableTarget(
            name: "reports",
            dependencies: [.product(name: "MailReports", package: "waxwing")]),
    ]
)
