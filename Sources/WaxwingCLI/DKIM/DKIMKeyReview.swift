import JSONText
import MailAuth
import MailTypes

/// One key record with what a verifier, and a careful owner, would say about it.
struct DKIMKeyReview: Equatable, Sendable {
    struct Finding: Equatable, Sendable {
        let tone: EvaluationStep.Tone
        let text: String
    }

    /// Smallest RSA key that RFC 8301 §3.2 wants signers to use, in bits.
    private static let recommendedSizeInBits = 2048

    /// The strings of the TXT record, joined.
    let text: [UInt8]
    let record: DKIMKeyRecord?
    /// Nil for Ed25519, where all keys have one size.
    private(set) var sizeInBits: Int?
    private(set) var findings: [Finding] = []

    init(_ text: [UInt8]) {
        self.text = text
        do {
            let record = try DKIMKeyRecord(parsing: text)
            self.record = record
            if !text.starts(with: "v=DKIM1".utf8) {
                add(.unsure, "no v=DKIM1 at the beginning, where verifiers look for it")
            }
            review(record)
        } catch {
            record = nil
            add(.bad, "\(error)")
        }
    }

    /// Whether a signature may pass with this key.
    var isUsable: Bool { !findings.contains { $0.tone == .bad } }

    private mutating func add(_ tone: EvaluationStep.Tone, _ text: String) {
        findings.append(Finding(tone: tone, text: text))
    }

    private mutating func review(_ record: DKIMKeyRecord) {
        reviewKey(record)
        if let hashes = record.hashes, !hashes.contains("sha256") {
            add(.bad, "h= does not allow sha256, and no other hash counts (RFC 8301 §3.1)")
        }
        if !record.isForEmail {
            add(.bad, "s= does not list email, so the key is not for mail")
        }
        if record.isTesting {
            add(.unsure, "t=y: while the domain is testing, its signatures do not count")
        }
        if record.isStrict {
            add(.plain, "t=s: i= must be in the signing domain itself, not below it")
        }
    }

    private mutating func reviewKey(_ record: DKIMKeyRecord) {
        do {
            switch try record.publicKey() {
            case .rsa(let key):
                sizeInBits = key.sizeInBits
                review(sizeInBits: key.sizeInBits)
            case .ed25519:
                add(.plain, "not every receiver verifies Ed25519: sign with an RSA key as well")
            }
        } catch .keyRevoked {
            add(.bad, "the key is revoked: p= is empty")
        } catch {
            add(.bad, "\(error)")
        }
    }

    private mutating func review(sizeInBits: Int) {
        let minimum = RSAPrivateKey.sizesInBits.lowerBound
        if sizeInBits < minimum {
            add(
                .bad,
                "\(sizeInBits) bits are too short: verifiers take \(minimum) and more "
                    + "(RFC 8301 §3.2)")
        } else if sizeInBits < Self.recommendedSizeInBits {
            add(
                .unsure,
                "\(sizeInBits) bits are short: make a key of \(Self.recommendedSizeInBits) "
                    + "(RFC 8301 §3.2)")
        }
    }
}

extension DKIMKeyReview {
    /// `RSA, 2048 bits`
    private var kind: String {
        guard let record else { return "not understood" }
        switch record.keyType {
        case .ed25519: return "Ed25519"
        case .rsa: return sizeInBits.map { "RSA, \($0) bits" } ?? "RSA"
        }
    }

    var step: EvaluationStep {
        let isDoubtful = findings.contains { $0.tone == .unsure }
        return EvaluationStep(
            "key", kind, tone: !isUsable ? .bad : isDoubtful ? .unsure : .good,
            steps: findings.map { EvaluationStep($0.text, tone: $0.tone) }
                + [EvaluationStep("record", StyledText.escaped(text))])
    }

    /// For programs.
    var document: Document {
        .members([
            "text": .string(String(decoding: text, as: UTF8.self)),
            "usable": .flag(isUsable),
            "type": .text(record?.keyType.rawValue),
            "size": .number(sizeInBits),
            "revoked": .flag(record?.isRevoked),
            "testing": .flag(record?.isTesting),
            "strict": .flag(record?.isStrict),
            "hashes": record?.hashes.map { .texts($0) },
            "services": (record?.services).map { .texts($0) },
            "findings": .array(
                findings.map {
                    .members(["tone": .string($0.tone.rawValue), "text": .string($0.text)])
                }),
        ])
    }
}
