import BIMI

extension FuzzTarget {
    static let svg = FuzzTarget("svg") { bytes in
        let findings = SVGProfile.check(bytes)
        require(
            findings.count <= SVGProfile.findingCountLimit + 2, "the findings are bounded")
        require(findings.allSatisfy { $0.line > 0 }, "lines are counted from 1")
        if let indicator = try? BIMIIndicator(bytes) {
            require(
                !SVGProfile.check(indicator.svg).contains(where: \.isBreach),
                "a logo keeps to the profile")
        }
    }
}
