import WaxwingCore

/// One result of authentication, in words and as a badge.
struct Verdict: Equatable {
    /// How a result looks.
    enum Tone: String {
        case good, bad, unsure, none, missing
    }

    let mechanism: String
    /// The standard's word, or “not evaluated”.
    let result: String
    let tone: String
    /// Stands before the result, so that colour is not all there is to see.
    let sign: String
    /// What it means, with the names that it is about.
    let explanation: String
    /// `d=` and `s=`; empty for other mechanisms.
    var facts: [Fact] = []

    struct Fact: Equatable {
        let label: String
        let value: String
    }

    private init(_ mechanism: String, _ result: String, _ tone: Tone, _ explanation: String) {
        self.mechanism = mechanism
        self.result = result
        self.tone = tone.rawValue
        self.explanation = explanation
        sign =
            switch tone {
            case .good: "✓"
            case .bad: "✕"
            case .unsure: "!"
            case .none, .missing: "–"
            }
    }

    /// One for each signature, or the one that says that there is none; then SPF and DMARC.
    static func all(_ summary: AuthenticationSummary) -> [Verdict] {
        let dkim = summary.dkim.map(signature)
        // A chain that is not there is no news; most mail has none.
        let chain = summary.arc.flatMap { $0 == "none" ? nil : [arc($0)] } ?? []
        return (dkim.isEmpty ? [unsigned] : dkim) + [spf(summary.spf)] + chain
            + [dmarc(summary.dmarc)]
    }

    /// One for each mechanism: the best of the signatures stands for DKIM, as DMARC takes it.
    static func badges(_ summary: AuthenticationSummary) -> [Verdict] {
        let best = summary.dkim.first { $0.result == "pass" } ?? summary.dkim.first
        return [best.map(signature) ?? unsigned, spf(summary.spf), dmarc(summary.dmarc)]
    }

    private static let unsigned = Verdict(
        "DKIM", "none", .none, "The message carries no DKIM signature.")

    private static func signature(_ dkim: AuthenticationSummary.DKIM) -> Verdict {
        var verdict = Verdict("DKIM", dkim.result, tone(dkim.result), explanation(dkim))
        verdict.facts = [
            Fact(label: "Domain (d=)", value: dkim.domain),
            Fact(label: "Selector (s=)", value: dkim.selector),
        ]
        return verdict
    }

    private static func explanation(_ dkim: AuthenticationSummary.DKIM) -> String {
        let why = dkim.reason.map { " \(sentence($0))" } ?? ""
        let text =
            switch dkim.result {
            case "pass": "The signature verifies: the message is as \(dkim.domain) signed it."
            case "fail": "The signature does not verify."
            case "policy": "The signature verifies, but is of a kind that is not accepted."
            case "neutral": "There is a signature, but it can't be read."
            case "temperror": "The key could not be looked up; a later check may succeed."
            case "permerror": "The signature can't be checked, now or later."
            case "none": "The message carries no DKIM signature."
            default: "The check ended with “\(dkim.result)”."
            }
        return text + why
    }

    private static func spf(_ result: String?) -> Verdict {
        let text =
            switch result {
            case nil: notEvaluated("SPF")
            case "pass": "The MAIL FROM domain lets the connecting server send for it."
            case "fail": "The MAIL FROM domain does not let the connecting server send for it."
            case "softfail": "The MAIL FROM domain says that the server is probably not its own."
            case "neutral": "The MAIL FROM domain says nothing about this server."
            case "none": "The MAIL FROM domain publishes no SPF record."
            case "temperror": "A record could not be looked up; a later check may succeed."
            case "permerror": "The SPF record of the MAIL FROM domain is broken."
            case .some(let other): "The check ended with “\(other)”."
            }
        return Verdict("SPF", result ?? "not evaluated", tone(result), text)
    }

    private static func dmarc(_ result: String?) -> Verdict {
        let text =
            switch result {
            case nil: notEvaluated("DMARC")
            case "pass": "SPF or DKIM passed for a domain that is aligned with that of From."
            case "fail": "Neither SPF nor DKIM passed for a domain aligned with that of From."
            case "none": "The domain of From publishes no DMARC record."
            case "temperror": "The record could not be looked up; a later check may succeed."
            case "permerror": "The DMARC record of the domain of From is broken."
            case .some(let other): "The check ended with “\(other)”."
            }
        return Verdict("DMARC", result ?? "not evaluated", tone(result), text)
    }

    private static func arc(_ result: String) -> Verdict {
        let text =
            result == "pass"
            ? "The chain of seals is intact: each hop vouches for what it received."
            : "The chain of seals is broken."
        return Verdict("ARC", result, tone(result), text)
    }

    private static func notEvaluated(_ mechanism: String) -> String {
        "Waxwing did not evaluate \(mechanism) for this message."
    }

    private static func tone(_ result: String?) -> Tone {
        switch result {
        case nil: .missing
        case "pass": .good
        case "fail", "permerror": .bad
        case "none": .none
        default: .unsure
        }
    }

    /// The reason as a sentence of its own.
    private static func sentence(_ reason: String) -> String {
        let text = reason.prefix(1).uppercased() + reason.dropFirst()
        return text.last == "." ? text : text + "."
    }
}
